import ArgumentParser
import Casework
import Definitions
import Exchange
import Foundation
import OfficeFormats
import Records
import Store
import Wording

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Brings the rows of a sheet into a register.",
        discussion: """
            Every row is checked first; the good ones are written, the others named with the reason. A row with a number updates that record.
            Moves follow where a row fills their fields and --as names a person who may make them.

            Example: zhunsheng import REGISTER 台账.xlsx --check
                     zhunsheng import REGISTER 台账.xlsx --mapping 台账.yaml --as wuerji --failed 有错的行.xlsx
            """)

    @OptionGroup var options: OfficeOptions
    @Argument(help: "The register's name.") var register: String
    @Argument(help: "The sheet: .xlsx, .csv or .jsonl.") var file: String
    @Option(name: .customLong("as"), help: ArgumentHelp("On behalf of this account; else of the system.", valueName: "login"))
    var login: String?
    @Option(help: ArgumentHelp("Says which column is which field where the names differ (YAML).", valueName: "file")) var mapping:
        String?
    @Flag(help: "Check only; write nothing.") var check = false
    @Option(help: ArgumentHelp("Where the failed rows go, in the sheet's own layout with the reason behind.", valueName: "file"))
    var failed: String?
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() async throws {
        let office = try await options.office()
        let done: ImportAccount
        do { done = try await carryOut(office) } catch {
            await office.engine.close()
            throw error
        }
        await office.engine.close()
        Terminal.say(format == .json ? done.json.written() : done.text)
        if !done.failed.isEmpty { throw ExitCode(1) }
    }

    private func carryOut(_ office: Office) async throws -> ImportAccount {
        let language = options.language
        let definition = try office.definition(register, language)
        let wording = Wording(language: language, labels: office.catalogue.labels)
        let sentences = RowSentences(wording: wording, register: definition, roles: office.catalogue.roles)
        let actor = try await office.actor(as: login, language)
        let map = try readMapping(definition, sentences)
        guard let kind = SheetFormat(fileName: file), let data = FileManager.default.contents(atPath: file) else {
            throw CommandFailure(
                "读不到 \(file)。可用 .xlsx、.csv 或 .jsonl。", "Cannot read \(file). It has to be .xlsx, .csv or .jsonl.", language)
        }
        let sheet: KeptSheet
        do throws(SheetError) {
            sheet = try SheetReading(register: definition, labels: office.catalogue.labels, mapping: map).read(
                [UInt8](data), format: kind)
        } catch {
            throw CommandFailure("\(file)：\(sentences.sentence(error))", "\(file): \(sentences.sentence(error))", language)
        }
        guard let planner = ImportPlanner(office: office, register: register, actor: actor, mapping: map, language: language)
        else {
            throw ExitCode(1)
        }
        let plan = try await planner.plan(sheet, fileName: file) {
            Terminal.progress(wording.text(ImportText.precheck), $0, of: $1)
        }
        var result: Exchange.Import.Result?
        if !check {
            result = try await Exchange.Import(office: office, actor: actor).run(plan) {
                Terminal.progress(wording.text(ImportText.confirmStep), $0, of: $1)
            }
        }
        let rows = result?.failed ?? plan.failed
        if let failed, !rows.isEmpty {
            let bytes = try FailedRows(sentences: sentences, moment: office.clock.now()).bytes(rows, of: plan.sheet)
            try Data(bytes).write(to: URL(fileURLWithPath: failed))
        }
        return ImportAccount(plan: plan, result: result, failed: rows, sentences: sentences)
    }

    private func readMapping(_ register: RegisterDefinition, _ sentences: RowSentences) throws -> Mapping {
        guard let mapping else { return .none }
        guard let data = FileManager.default.contents(atPath: mapping) else {
            throw CommandFailure("读不到对照表 \(mapping)。", "Cannot read the mapping file \(mapping).", options.language)
        }
        let (map, problems) = Mapping.read(String(decoding: data, as: UTF8.self), for: register)
        guard problems.isEmpty else {
            for problem in problems { Terminal.complain("\(mapping):\(problem.line): \(sentences.sentence(problem))") }
            throw ExitCode(1)
        }
        return map
    }
}

/// What an import did, or would do.
struct ImportAccount {
    var plan: ImportPlan
    var result: Exchange.Import.Result?
    var failed: [ImportPlan.Row]
    var sentences: RowSentences

    var text: String {
        let wording = sentences.wording
        var lines: [String] = []
        if !plan.sheet.leftOut.isEmpty { lines.append(wording.columnsLeftOut(plan.sheet.leftOut)) }
        for aside in plan.setAside { lines.append(wording.row(aside.line.number) + "  " + sentences.sentence(aside.why)) }
        for row in plan.rows {
            for hint in row.hints { lines.append(wording.row(row.line.number) + "  " + sentences.sentence(hint)) }
        }
        for row in failed { lines.append(wording.row(row.line.number) + "  " + sentences.reason(row)) }
        if let result {
            lines.append(wording.importDone(adds: result.adds, updates: result.updates))
        } else {
            lines.append(wording.importPlan(adds: plan.adds.count, updates: plan.updates.count, bad: failed.count))
        }
        let unchanged = plan.unchanged.count
        if unchanged > 0 { lines.append("\(unchanged) " + wording.text(ImportText.unchanged)) }
        return lines.joined(separator: "\n")
    }

    var json: JSONText {
        let written = (result?.written ?? []).map { written in
            JSONText.object([
                ("row", .number(written.row)), ("number", .text(written.receipt.number)), ("id", .text(written.receipt.id)),
                ("new", .bool(written.isNew)), ("state", .text(written.receipt.state)),
            ])
        }
        let failures = failed.map { row -> JSONText in
            var problems: [JSONText] = []
            if case .failed(let found) = row.outcome {
                problems = found.map { .object([("place", JSONText($0.place?.key)), ("says", .text(sentences.sentence($0)))]) }
            }
            return .object([("row", .number(row.line.number)), ("problems", .list(problems))])
        }
        let aside = plan.setAside.map { aside in
            JSONText.object([("row", .number(aside.line.number)), ("says", .text(sentences.sentence(aside.why)))])
        }
        return .object([
            ("register", .text(plan.register)), ("written", result == nil ? .null : .list(written)),
            ("add", .number(plan.adds.count)),
            ("update", .number(plan.updates.count)), ("unchanged", .number(plan.unchanged.count)), ("failed", .list(failures)),
            ("set_aside", .list(aside)), ("columns_left_out", .list(plan.sheet.leftOut.map(JSONText.text))),
        ])
    }
}

extension Office {
    /// The register of that name, or what there is instead.
    func definition(_ name: String, _ language: Language) throws -> RegisterDefinition {
        guard let register = catalogue.register(name) else {
            let names = catalogue.registers.map(\.name)
            throw CommandFailure(
                "没有台账“\(name)”。现有：\(names.joined(separator: "、"))。",
                "There is no register “\(name)”. There are: \(names.joined(separator: ", ")).", language)
        }
        return register
    }

    /// An account by its login, or the system with the whole district before it.
    func actor(as login: String?, _ language: Language) async throws -> Actor {
        guard let login else { return console() }
        guard let actor = try await actor(login: login) else {
            throw CommandFailure("没有账号“\(login)”。", "There is no account “\(login)”.", language)
        }
        return actor
    }
}
