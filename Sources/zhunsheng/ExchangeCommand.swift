import ArgumentParser
import Casework
import Definitions
import Exchange
import Foundation
import LegalTime
import Wording

/// Exchanges with other systems.
struct ExchangeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exchange", abstract: "Files to and from other systems in their own columns; statistics forms.",
        discussion: """
            Example: zhunsheng exchange list
                     zhunsheng exchange out NAME -o 上报.xlsx
                     zhunsheng exchange out NAME -o 统计表.xlsx --period 2021Q3
                     zhunsheng exchange in NAME 平台导出.xlsx --apply --as wuerji
            """, subcommands: [ExchangeList.self, ExchangeOut.self, ExchangeIn.self], defaultSubcommand: ExchangeList.self)
}

struct ExchangeList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "What there is in exchanges/.")

    @OptionGroup var options: CatalogueOptions
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() async throws {
        let catalogue = try options.load()
        let wording = Wording(language: options.language, labels: catalogue.labels)
        if format == .json {
            let list = catalogue.exchanges.map { exchange in
                JSONText.object([
                    ("name", .text(exchange.name)), ("label", .text(exchange.label)), ("system", .text(exchange.system)),
                    ("direction", .text(exchange.rows?.direction.rawValue ?? "form")),
                    ("registers", .list(exchange.registers.map { .text($0) })), ("confirm", .bool(exchange.isUnsure)),
                ])
            }
            return Terminal.say(JSONText.list(list).written())
        }
        Terminal.say(
            Terminal.table(
                catalogue.exchanges.map { exchange in
                    [
                        exchange.name, wording.label(exchange), wording.direction(of: exchange),
                        exchange.isUnsure ? wording.text(SystemText.unsure) : "",
                    ]
                }))
    }
}

struct ExchangeOut: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "out", abstract: "Writes records, or a statistics form, in the layout of the other system.",
        discussion: "Personal values are masked unless --as names a person who sees them.")

    @OptionGroup var options: OfficeOptions
    @Argument(help: "The exchange's name.") var name: String
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("Where to: .xlsx, or .csv of records.", valueName: "file"))
    var output: String
    @Option(help: "Of a form: 2021, 2021H1, 2021Q3 or 2021-11; else the year whose report is being written.") var period: String?
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
        let wording = Wording(language: language, labels: office.catalogue.labels)
        let exchange = try office.exchange(name, language)
        let actor = try await office.actor(as: login, language)
        let refusal = CommandFailure("“\(login ?? name)”不能导出。", "“\(login ?? name)” may not take this out.", language)
        guard let format = SheetFormat(fileName: output), format == .xlsx || (format == .csv && exchange.rows != nil) else {
            throw CommandFailure(
                "\(output)：可用 .xlsx；记录还可用 .csv。", "\(output): it has to be .xlsx, of records also .csv.", language)
        }
        if let form = exchange.form {
            let chinese = Wording(language: .chinese, labels: office.catalogue.labels)
            let asked = period ?? FormPeriod(year: office.district.year, span: form.spans.first ?? .year).text
            guard let span = FormPeriod(text: asked), form.spans.contains(span.span) else {
                let known = form.spans.map { FormPeriod(year: office.district.year, span: $0).text }.joined(separator: ", ")
                throw CommandFailure(
                    "没有期间“\(asked)”。可用如：\(known)。", "There is no period “\(asked)”. Such as: \(known).", language)
            }
            guard let filling = FormFilling(exchange, office: office, actor: actor, wording: chinese) else { throw refusal }
            let table = try await filling.table(span)
            let book = FormWorkbook(table, office: office, actor: actor)
            try Data(try await book.bytes()).write(to: URL(fileURLWithPath: output))
            try await book.note()
            return Terminal.say("\(output)  \(wording.rows(table.rows.count))")
        }
        guard let export = SystemExport(exchange, office: office, actor: actor) else { throw refusal }
        do throws(ExportError) {
            let written = try await export.write(as: format, to: output) {
                Terminal.progress(wording.text(CommonText.download), $0, of: $1)
            }
            Terminal.say("\(output)  \(wording.rows(written.records))")
            if !written.cut.isEmpty { Terminal.complain(wording.recordsCut(written.cut)) }
        } catch {
            switch error {
            case .notAllowed: throw refusal
            case .unwritable(let path): throw CommandFailure("写不了 \(path)。", "Cannot write \(path).", language)
            case .store(let error): throw error
            case .format(let error): throw error
            }
        }
    }
}

struct ExchangeIn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "in", abstract: "Brings a file of the other system in; without --apply it is only checked.",
        discussion:
            "A row whose key meets a record updates it; any other is registered. Rows with errors are named with the reason.")

    @OptionGroup var options: OfficeOptions
    @Argument(help: "The exchange's name.") var name: String
    @Argument(help: "The file: .xlsx or .csv.") var file: String
    @Flag(help: "Write what is right; else nothing is written.") var apply = false
    @Option(name: .customLong("as"), help: ArgumentHelp("On behalf of this account; else of the system.", valueName: "login"))
    var login: String?
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
        let exchange = try office.exchange(name, language)
        guard let rows = exchange.rows, rows.direction.comesIn else {
            throw CommandFailure("“\(name)”只导出，不导入。", "“\(name)” only goes out.", language)
        }
        let definition = try office.definition(rows.register, language)
        let sentences = RowSentences(
            wording: Wording(language: language, labels: office.catalogue.labels), register: definition,
            roles: office.catalogue.roles)
        let actor = try await office.actor(as: login, language)
        let mapping = Mapping(rows, of: definition, today: office.clock.today(), unit: actor.unit)
        guard let kind = SheetFormat(fileName: file), kind != .jsonl, let data = FileManager.default.contents(atPath: file) else {
            throw CommandFailure("读不到 \(file)。可用 .xlsx 或 .csv。", "Cannot read \(file). It has to be .xlsx or .csv.", language)
        }
        let sheet: KeptSheet
        do throws(SheetError) {
            sheet = try SheetReading(register: definition, labels: office.catalogue.labels, mapping: mapping).read(
                [UInt8](data), format: kind)
        } catch {
            throw CommandFailure("\(file)：\(sentences.sentence(error))", "\(file): \(sentences.sentence(error))", language)
        }
        guard
            let planner = ImportPlanner(
                office: office, register: rows.register, actor: actor, mapping: mapping, language: language)
        else { throw ExitCode(1) }
        let plan = try await planner.plan(sheet, fileName: file) {
            Terminal.progress(sentences.wording.text(ImportText.precheck), $0, of: $1)
        }
        let result = apply ? try await Exchange.Import(office: office, actor: actor).run(plan) : nil
        let bad = result?.failed ?? plan.failed
        if let failed, !bad.isEmpty {
            let bytes = try FailedRows(sentences: sentences, moment: office.clock.now()).bytes(bad, of: plan.sheet)
            try Data(bytes).write(to: URL(fileURLWithPath: failed))
        }
        return ImportAccount(plan: plan, result: result, failed: bad, sentences: sentences)
    }
}

extension Office {
    /// The exchange of that name, or what there is instead.
    fileprivate func exchange(_ name: String, _ language: Language) throws -> ExchangeDefinition {
        guard let exchange = catalogue.exchange(name) else {
            let names = catalogue.exchanges.map(\.name)
            throw CommandFailure(
                "没有交换表“\(name)”。现有：\(names.joined(separator: "、"))。",
                "There is no exchange “\(name)”. There are: \(names.joined(separator: ", ")).", language)
        }
        return exchange
    }
}
