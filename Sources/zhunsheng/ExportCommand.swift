import ArgumentParser
import Casework
import Exchange
import Foundation
import Wording

struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Takes a register out as a sheet, or makes the empty template.",
        discussion: """
            Personal values are masked unless --as names a person who sees them. What goes out can be brought in again.

            Example: zhunsheng export REGISTER -o 人民调解案件.xlsx
                     zhunsheng export REGISTER --template -o 模板.xlsx
            """)

    @OptionGroup var options: OfficeOptions
    @Argument(help: "The register's name.") var register: String
    @Flag(help: "The empty sheet to fill in.") var template = false
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("Where to: .xlsx, .csv or .jsonl; else <register>.xlsx.", valueName: "file"))
    var output: String?
    @Option(help: "all: every field, can be brought in again; shown: what the list shows.") var columns: ExportColumns = .all
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("As this account sees it; else the whole district, masked.", valueName: "login"))
    var login: String?

    func run() async throws {
        let office = try await options.office()
        do { try await carryOut(office) } catch {
            await office.engine.close()
            throw error
        }
        await office.engine.close()
    }

    private func carryOut(_ office: Office) async throws {
        let language = options.language
        _ = try office.definition(register, language)
        let path = output ?? "\(register).xlsx"
        guard let format = SheetFormat(fileName: path) else {
            throw CommandFailure("\(path)：可用 .xlsx、.csv 或 .jsonl。", "\(path): it has to be .xlsx, .csv or .jsonl.", language)
        }
        let wording = Wording(language: language, labels: office.catalogue.labels)
        let actor = try await office.actor(as: login, language)
        if template {
            guard let template = try await Template.make(register, office: office, by: actor, wording: wording) else { return }
            try Data(format == .xlsx ? try template.workbook() : template.csv()).write(to: URL(fileURLWithPath: path))
            return Terminal.say(path)
        }
        let kind = columns == .all ? Exchange.Export.Columns.all : .shown
        guard let export = Exchange.Export(office: office, register: register, actor: actor, wording: wording, columns: kind)
        else { return }
        do throws(ExportError) {
            let count = try await export.write(ListRequest(register: register), as: format, to: path) {
                Terminal.progress(wording.text(CommonText.download), $0, of: $1)
            }
            Terminal.say("\(path)  \(wording.rows(count))")
        } catch {
            switch error {
            case .notAllowed:
                throw CommandFailure("“\(login ?? "")”不能导出这个台账。", "“\(login ?? "")” may not take this register out.", language)
            case .unwritable(let path): throw CommandFailure("写不了 \(path)。", "Cannot write \(path).", language)
            case .store(let error): throw error
            case .format(let error): throw error
            }
        }
    }
}

enum ExportColumns: String, ExpressibleByArgument, CaseIterable {
    case all
    case shown
}
