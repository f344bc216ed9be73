import Access
import ArgumentParser
import Casework
import Definitions
import Foundation
import LegalTime
import Store
import StoreSQLite
import Vault
import Wording

/// Which database and district a command works on.
struct OfficeOptions: ParsableArguments {
    @OptionGroup var catalogue: CatalogueOptions

    @Option(help: ArgumentHelp("The database.", valueName: "file"))
    var database = "zhunsheng.sqlite"

    @Option(help: ArgumentHelp("The key file; else the database's name with .keys.", valueName: "file"))
    var keys: String?

    @Option(help: ArgumentHelp("The district's short name; not needed where the database holds one only.", valueName: "name"))
    var district: String?

    var language: Language { catalogue.language }
    var keyPath: String { keys ?? database + ".keys" }

    /// The office on a database that is there and up to date with the catalogue.
    func office() async throws -> Office {
        let offices = try await offices()
        guard offices.count == 1, let only = offices.first else { throw ambiguous(offices.map(\.district.name)) }
        return only
    }

    /// The offices of all districts that the database holds, or of the one that was named.
    func offices() async throws -> [Office] {
        guard FileManager.default.fileExists(atPath: database) else {
            throw CommandFailure(
                "没有数据库 \(database)。先运行 zhunsheng demo 或 zhunsheng migrate，或用 --database 指明。",
                "There is no database \(database). Run zhunsheng demo or zhunsheng migrate first, or name one with --database.",
                language)
        }
        let whole = try catalogue.load()
        let engine = try SQLiteEngine(path: database)
        let ring = try keyRing()
        var offices: [Office] = []
        for district in try await chosen(of: whole, in: engine) {
            let office = Office(
                engine: engine, catalogue: whole.forDistrict(district.name), district: district, keys: ring,
                clock: Self.clock(district))
            let plan = try await engine.plan(
                Schema.tables(office.catalogue.registers), search: Schema.search(office.catalogue.registers))
            guard plan.isEmpty else {
                throw CommandFailure(
                    "数据库还没有跟上台账定义（差 \(plan.count) 步）。请先运行 zhunsheng migrate --database \(database) --district \(district.name)。",
                    "The database is \(plan.count) steps behind the catalogue. Run zhunsheng migrate --database \(database) --district \(district.name) first.",
                    language)
            }
            for problem in try await office.readLocalRules() {
                Terminal.complain(Wording(language: language).line(for: problem))
            }
            offices.append(office)
        }
        return offices
    }

    /// The office as it is, without asking whether the tables are up to date; makes the key file where there is none.
    func open(createKeys: Bool = false, needsKeys: Bool = true) async throws -> Office {
        let whole = try catalogue.load()
        let ring = try keyRing(createKeys: createKeys, needsKeys: needsKeys)
        let engine = try SQLiteEngine(path: database)
        let chosen = try await chosen(of: whole, in: engine)
        guard chosen.count == 1, let only = chosen.first else { throw ambiguous(chosen.map(\.name)) }
        return Office(
            engine: engine, catalogue: whole.forDistrict(only.name), district: only, keys: ring, clock: Self.clock(only))
    }

    private func keyRing(createKeys: Bool = false, needsKeys: Bool = true) throws -> KeyRing {
        if FileManager.default.fileExists(atPath: keyPath) { return try KeyRing.load(from: keyPath) }
        if createKeys { return try KeyRing.create(at: keyPath) }
        guard needsKeys else { return KeyRing.random() }
        throw CommandFailure(
            "没有密钥文件 \(keyPath)。没有它就读不出个人信息；请用 --keys 指明。",
            "There is no key file \(keyPath). Personal fields cannot be read without it; name it with --keys.", language)
    }

    /// The district that was named; else those that the database holds; else all of the catalogue.
    private func chosen(of catalogue: Catalogue, in engine: any Engine) async throws -> [DistrictDefinition] {
        if let district {
            guard let found = catalogue.district(district) else {
                throw CommandFailure(
                    "没有区划“\(district)”。现有：\(catalogue.districts.map(\.name).joined(separator: "、"))。",
                    "There is no district “\(district)”. There are: \(catalogue.districts.map(\.name).joined(separator: ", ")).",
                    language)
            }
            return [found]
        }
        // An empty database has no table of units yet.
        let held = (try? await engine.read { session in try UnitTable.districts(in: session) }) ?? []
        let present = catalogue.districts.filter { held.contains($0.name) }
        return present.isEmpty ? catalogue.districts : present
    }

    private func ambiguous(_ names: [String]) -> CommandFailure {
        CommandFailure(
            "请用 --district 指明区划：\(names.joined(separator: "、"))。",
            "Name the district with --district: \(names.joined(separator: ", ")).", language)
    }

    /// A demo district lives on its own day; log times are real.
    static func clock(_ district: DistrictDefinition) -> OfficeClock {
        district.today.map { OfficeClock.fixed(today: $0) } ?? .system
    }
}
