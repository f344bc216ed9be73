import ArgumentParser
import Assessment
import Casework
import Exchange
import Foundation
import Wording

/// Editions of an assessment's items: loading a workbook, listing what is there.
struct AssessmentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assessment", abstract: "Editions of the self-assessment: load a workbook, list editions and gaps.",
        discussion: """
            Example: zhunsheng assessment load 指标.xlsx --name 2021 --title 自评指标（2021 年版）
                     zhunsheng assessment list --format json
            """, subcommands: [AssessmentLoad.self, AssessmentList.self])
}

struct AssessmentLoad: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load", abstract: "Loads a workbook as an edition, or as its next revision.",
        discussion: """
            Columns: 一级指标, 二级指标, 序号, 三级指标, 方式 (may be blank), 分值 (may be blank). Nothing is written while a row is wrong,
            unless --partial is given.

            Example: zhunsheng assessment load 指标.xlsx --name 2021 --title 自评指标（2021 年版） --check
                     zhunsheng assessment load 指标.xlsx --name 2021 --title 自评指标（2021 年版） --failed 有错的行.xlsx
            """)

    @OptionGroup var options: OfficeOptions
    @Argument(help: "The workbook: .xlsx or .csv.") var file: String
    @Option(help: "The edition's short name.") var name: String
    @Option(help: "The edition's title.") var title: String
    @Option(help: "The year that its figures are counted for; else the district's year.") var year: Int?
    @Option(name: .customLong("as"), help: ArgumentHelp("On behalf of this account; else of the system.", valueName: "login"))
    var login: String?
    @Flag(help: "Check only; write nothing.") var check = false
    @Flag(help: "Load the good rows although others are wrong.") var partial = false
    @Option(help: ArgumentHelp("Where the rows with errors go, in the sheet's own layout.", valueName: "file")) var failed:
        String?
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() async throws {
        let office = try await options.office()
        do {
            let isDone = try await load(office)
            await office.engine.close()
            if !isDone { throw ExitCode(1) }
        } catch {
            await office.engine.close()
            throw error
        }
    }

    /// Whether every row was right.
    private func load(_ office: Office) async throws -> Bool {
        let language = options.language
        let wording = Wording(language: language, labels: office.catalogue.labels)
        let actor = try await office.actor(as: login, language)
        guard let data = FileManager.default.contents(atPath: file) else {
            throw CommandFailure("读不到 \(file)。", "Cannot read \(file).", language)
        }
        let bytes = [UInt8](data)
        let base = file.split(separator: "/").last.map(String.init) ?? file
        let sheet: EditionSheet
        do throws(EditionSheetError) {
            sheet = try EditionSheet.read(bytes, fileName: base)
        } catch {
            let sentence = wording.sentence(for: error)
            throw CommandFailure("\(file)：\(sentence)", "\(file): \(sentence)", language)
        }
        if let failed, !sheet.problems.isEmpty {
            let rows = try sheet.failedRows(wording, at: office.clock.now())
            try Data(rows).write(to: URL(fileURLWithPath: failed))
        }
        let present = try await office.edition(name, by: actor)
        let difference = EditionDifference(from: present?.edition.items ?? [], to: sheet.items)
        var revision: Int64?
        if !check, sheet.problems.isEmpty || partial {
            let edition = Edition(name: name, title: title, items: sheet.items)
            let source = Upload(name: base, mediaType: "application/octet-stream", bytes: bytes)
            let outcome = try await office.load(edition, year: year ?? office.district.year, source: source, by: actor)
            switch outcome {
            case .done(let entry): revision = entry.revision
            case .refused(let refusal):
                let sentence = wording.sentence(for: refusal)
                throw CommandFailure(sentence, sentence, language)
            }
        }
        Terminal.say(
            format == .json
                ? json(sheet, difference, revision, wording).written() : text(sheet, difference, revision, wording))
        return sheet.problems.isEmpty
    }

    private func text(_ sheet: EditionSheet, _ difference: EditionDifference, _ revision: Int64?, _ wording: Wording) -> String {
        var lines = sheet.problems.map {
            wording.row($0.row) + "  " + $0.column + wording.colon + wording.sentence(for: $0)
        }
        let counts = Edition(name: name, title: title, items: sheet.items).counts
        lines.append(wording.editionCounts(first: counts.first, second: counts.second, items: counts.items))
        lines.append(
            [
                (AssessmentText.added, difference.added.count), (.removed, difference.removed.count),
                (.changed, difference.changes.count),
            ]
            .map { wording.text($0.0) + " \($0.1)" }.joined(separator: "  "))
        lines.append(
            revision.map { wording.loadedItems(sheet.items.count, revision: $0) } ?? wording.text(AssessmentText.nothingWritten))
        return lines.joined(separator: "\n")
    }

    private func json(_ sheet: EditionSheet, _ difference: EditionDifference, _ revision: Int64?, _ wording: Wording) -> JSONText
    {
        .object([
            ("edition", .text(name)), ("revision", revision.map { .number(Int($0)) } ?? .null),
            ("items", .number(sheet.items.count)), ("added", .list(difference.added.map { .text($0.number) })),
            ("removed", .list(difference.removed.map { .text($0.number) })),
            ("changed", .list(Set(difference.changes.map(\.number)).sorted().map { .text($0) })),
            (
                "failed",
                .list(
                    sheet.problems.map {
                        .object([
                            ("row", .number($0.row)), ("column", .text($0.column)), ("says", .text(wording.sentence(for: $0))),
                        ])
                    })
            ),
        ])
    }
}

struct AssessmentList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The editions with their items and what is still open.",
        discussion: "Example: zhunsheng assessment list --format json")

    @OptionGroup var options: OfficeOptions
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() async throws {
        let office = try await options.office()
        let actor = office.console()
        var rows: [(state: EditionState, standing: Standing)] = []
        do {
            for state in try await office.editions(by: actor) {
                rows.append((state, state.standing(try await office.figureStandings(state, by: actor))))
            }
        } catch {
            await office.engine.close()
            throw error
        }
        await office.engine.close()
        if format == .json {
            Terminal.say(JSONText.list(rows.map { Self.json($0.state, $0.standing) }).written())
        } else {
            let wording = Wording(language: options.language)
            Terminal.say(
                Terminal.table(
                    rows.map { state, standing in
                        [
                            state.entry.name, state.entry.title, String(state.entry.revision),
                            wording.completeOf(standing.complete, standing.all),
                        ]
                    }))
        }
    }

    private static func json(_ state: EditionState, _ standing: Standing) -> JSONText {
        .object([
            ("edition", .text(state.entry.name)), ("title", .text(state.entry.title)),
            ("revision", .number(Int(state.entry.revision))), ("year", .number(state.entry.year)),
            ("locked", .bool(state.entry.isLocked)), ("items", .number(state.items.count)),
            ("complete", .number(standing.complete)),
            ("full", JSONText(standing.fullMark.map { Score.text($0) })),
            ("self", .text(Score.text(standing.selfScore))),
            ("review", .text(Score.text(standing.reviewScore))),
        ])
    }
}
