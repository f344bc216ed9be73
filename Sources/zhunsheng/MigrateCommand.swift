import ArgumentParser
import Casework
import Store

struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Brings the tables to the catalogue; only adds.",
        discussion: "Example: zhunsheng migrate --database office.sqlite --plan")

    @OptionGroup var options: OfficeOptions
    @Flag(help: "Print the steps and change nothing.") var plan = false

    func run() async throws {
        let office = try await options.open(createKeys: !plan, needsKeys: !plan)
        let steps = try await office.engine.plan(
            Schema.tables(office.catalogue.registers), search: Schema.search(office.catalogue.registers))
        for step in steps { Terminal.say(Self.line(step)) }
        if plan {
            if steps.isEmpty { Terminal.say(options.language == .chinese ? "已是最新，没有要做的。" : "Up to date; nothing to do.") }
            return
        }
        try await office.engine.apply(steps)
        try await office.prepare()
        Terminal.say(options.language == .chinese ? "完成 \(steps.count) 步。" : "\(steps.count) steps done.")
        await office.engine.close()
    }

    static func line(_ step: SchemaChange) -> String {
        switch step {
        case .createTable(let table): "+ table \(table.name) (\(table.columns.count) columns)"
        case .addColumn(let table, let column): "+ column \(table).\(column.name) \(column.kind.rawValue)"
        case .renameColumn(let table, let from, let to): "~ column \(table).\(from) -> \(to)"
        case .createIndex(let table, let index): "+ index \(index.name) on \(table) (\(index.columns.joined(separator: ", ")))"
        case .createSearch(let search): "+ search \(search.table) (\(search.columns.joined(separator: ", ")))"
        case .rebuildSearch(let search): "~ search \(search.table) (\(search.columns.joined(separator: ", ")))"
        }
    }
}
