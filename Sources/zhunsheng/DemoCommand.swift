import Access
import ArgumentParser
import Casework
import Definitions
import Demo
import Foundation
import StoreSQLite
import Vault
import Wording

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes the demo districts in a new database, serves them, prints address and accounts.",
        discussion: "Example: zhunsheng demo --database demo.sqlite --port 8080")

    @OptionGroup var catalogue: CatalogueOptions
    @Option(help: ArgumentHelp("The new database.", valueName: "file")) var database = "zhunsheng-demo.sqlite"
    @Option(help: "The district; else every one that has a demo.") var district: String?
    @Flag(help: "Only make the database.") var noServe = false
    @Flag(help: "Replace a database that is there.") var replace = false
    @Option(help: "One password for all accounts; else a random one is printed.") var password: String?
    @Option(help: "Address to listen on.") var host = "127.0.0.1"
    @Option(help: "Port to listen on.") var port = 8080

    func run() async throws {
        let folder = try catalogue.folder()
        let whole = try catalogue.load()
        let chinese = catalogue.language == .chinese
        let demos = whole.districts.filter { FileManager.default.fileExists(atPath: "\(folder)/districts/\($0.name)/demo.yaml") }
        let chosen = district.map { name in demos.filter { $0.name == name } } ?? demos
        guard !chosen.isEmpty else {
            throw CommandFailure(
                "没有演示区划“\(district ?? "")”。", "There is no demo district “\(district ?? "")”.", catalogue.language)
        }
        try prepareFiles()
        let keys = try KeyRing.create(at: database + ".keys")
        let secret = password ?? FirstPassword.make()
        let engine = try SQLiteEngine(path: database)
        try await DemoDistrict.layTables(of: whole, in: engine)
        var districts: [DemoDistrict] = []
        for one in chosen {
            districts.append(
                try await DemoDistrict(one, catalogue: whole, folder: folder, keys: keys, template: engine))
        }
        let made = try await make(districts, into: engine, password: secret)
        let offices = districts.map { $0.office(on: engine) }
        for office in offices { try await office.readLocalRules() }
        var accounts: [String] = []
        for (office, made) in zip(offices, made) {
            let label = office.district.label
            Terminal.say(
                chinese
                    ? "\(label)：\(made.records) 条虚构记录，写入 \(database)。"
                    : "\(label): \(made.records) invented records in \(database).")
            accounts.append(try await table(of: made, in: office, whole, label: chosen.count > 1 ? label : nil))
        }
        Terminal.say(chinese ? "账号（密码都是 \(secret)）：" : "Accounts (each with the password \(secret)):")
        for table in accounts { Terminal.say(table) }
        guard !noServe else { return await engine.close() }
        try await Serving.serve(offices, host: host, port: port, language: catalogue.language)
        await engine.close()
    }

    /// The districts side by side, one more at a time than there are processors, the largest first; in their own order.
    private func make(_ districts: [DemoDistrict], into engine: SQLiteEngine, password: String) async throws -> [DemoMaker.Made] {
        let password = try PasswordHash.make(of: password)
        let bar = SharedProgress(catalogue.language == .chinese ? "演示区划" : "Demo districts", parts: districts.count)
        return try await withThrowingTaskGroup(of: (Int, DemoMaker.Made).self) { group in
            var waiting = districts.enumerated().sorted { $0.element.demo.size > $1.element.demo.size }[...]
            func start() {
                guard let (place, district) = waiting.popFirst() else { return }
                group.addTask {
                    let made = try await district.make(password: password) { bar.report($0, of: $1, part: place) }
                    try await district.move(into: engine)
                    return (place, made)
                }
            }
            for _ in 0...max(2, ProcessInfo.processInfo.activeProcessorCount) { start() }
            var all: [(Int, DemoMaker.Made)] = []
            while let made = try await group.next() {
                all.append(made)
                start()
            }
            return all.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private func table(of made: DemoMaker.Made, in office: Office, _ whole: Catalogue, label: String?) async throws -> String {
        let chinese = catalogue.language == .chinese
        let roles = Dictionary(
            whole.roles.map { ($0.name, chinese ? $0.label : $0.english) }, uniquingKeysWith: { first, _ in first })
        let directory = try await office.directory()
        let table = Terminal.table(
            made.accounts.map { account in
                [
                    "  " + account.login, account.name, directory.unitLabel(account.unit, in: catalogue.language),
                    account.roles.map { roles[$0] ?? $0 }.joined(separator: "、"),
                ]
            })
        return label.map { " \($0)\n" + table } ?? table
    }

    private func prepareFiles() throws {
        let files = [database, database + "-wal", database + "-shm", database + ".keys"]
        if FileManager.default.fileExists(atPath: database) {
            guard replace else {
                throw CommandFailure(
                    "\(database) 已经存在。要打开它，用 zhunsheng serve --database \(database)；要重做，加 --replace。",
                    "\(database) is there already. Open it with zhunsheng serve --database \(database), or make it anew with --replace.",
                    catalogue.language)
            }
        }
        for file in files where FileManager.default.fileExists(atPath: file) { try FileManager.default.removeItem(atPath: file) }
    }
}
