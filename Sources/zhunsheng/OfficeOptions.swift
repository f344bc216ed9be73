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

    @Option(help: ArgumentHelp("The district's short name; not needed where the catalogue has one only.", valueName: "name"))
    var district: String?

    var language: Language { catalogue.language }
    var keyPath: String { keys ?? database + ".keys" }

    /// The office on a database that is there and up to date with the catalogue.
    func office() async throws -> Office {
        guard FileManager.default.fileExists(atPath: database) else {
            throw CommandFailure(
                "没有数据库 \(database)。先运行 zhunsheng demo 或 zhunsheng migrate，或用 --database 指明。",
                "There is no database \(database). Run zhunsheng demo or zhunsheng migrate first, or name one with --database.",
                language)
        }
        let office = try open()
        let plan = try await office.engine.plan(
            Schema.tables(office.catalogue.registers), search: Schema.search(office.catalogue.registers))
        guard plan.isEmpty else {
            throw CommandFailure(
                "数据库还没有跟上台账定义（差 \(plan.count) 步）。请先运行 zhunsheng migrate --database \(database)。",
                "The database is \(plan.count) steps behind the catalogue. Run zhunsheng migrate --database \(database) first.",
                language)
        }
        for problem in try await office.readLocalRules() { Terminal.complain(Wording(language: language).line(for: problem)) }
        return office
    }

    /// The office as it is, without asking whether the tables are up to date; makes the key file where there is none.
    func open(createKeys: Bool = false, needsKeys: Bool = true) throws -> Office {
        let whole = try catalogue.load()
        let chosen = try chosen(of: whole)
        let ring: KeyRing
        if FileManager.default.fileExists(atPath: keyPath) {
            ring = try KeyRing.load(from: keyPath)
        } else if createKeys {
            ring = try KeyRing.create(at: keyPath)
        } else if !needsKeys {
            ring = KeyRing.random()
        } else {
            throw CommandFailure(
                "没有密钥文件 \(keyPath)。没有它就读不出个人信息；请用 --keys 指明。",
                "There is no key file \(keyPath). Personal fields cannot be read without it; name it with --keys.", language)
        }
        let engine = try SQLiteEngine(path: database)
        return Office(
            engine: engine, catalogue: whole.forDistrict(chosen.name), district: chosen, keys: ring, clock: Self.clock(chosen))
    }

    func chosen(of catalogue: Catalogue) throws -> DistrictDefinition {
        if let district {
            guard let found = catalogue.district(district) else {
                throw CommandFailure(
                    "没有区划“\(district)”。现有：\(catalogue.districts.map(\.name).joined(separator: "、"))。",
                    "There is no district “\(district)”. There are: \(catalogue.districts.map(\.name).joined(separator: ", ")).",
                    language)
            }
            return found
        }
        guard catalogue.districts.count == 1, let only = catalogue.districts.first else {
            throw CommandFailure(
                "请用 --district 指明区划：\(catalogue.districts.map(\.name).joined(separator: "、"))。",
                "Name the district with --district: \(catalogue.districts.map(\.name).joined(separator: ", ")).", language)
        }
        return only
    }

    /// A demo district lives on its own day; log times are real.
    static func clock(_ district: DistrictDefinition) -> OfficeClock {
        district.today.map { OfficeClock.fixed(today: $0) } ?? .system
    }
}
