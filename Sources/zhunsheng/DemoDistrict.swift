import Access
import Casework
import Definitions
import Demo
import Foundation
import LegalTime
import Reports
import Store
import StoreSQLite
import Vault
import Wording

/// Makes one demo district in a database.
enum DemoDistrict {
    /// The tables of all registers, before the districts fill them side by side.
    static func layTables(of catalogue: Catalogue, in engine: SQLiteEngine) async throws {
        let registers = catalogue.registers
        try await engine.apply(try await engine.plan(Schema.tables(registers), search: Schema.search(registers)))
    }

    /// The office of the district with its records made; entries for locked years are made before the year is locked.
    static func make(
        _ district: DistrictDefinition, catalogue: Catalogue, folder: String, engine: SQLiteEngine, keys: KeyRing,
        password: String,
        progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws -> (office: Office, made: DemoMaker.Made) {
        var unlocked = district
        unlocked.lockedYears = []
        let maker = Office(
            engine: engine, catalogue: catalogue.forDistrict(district.name), district: unlocked, keys: keys,
            clock: OfficeOptions.clock(district))
        try await maker.prepare()
        let demo = try DemoMaker(office: maker, texts: try declarations(folder: "\(folder)/districts/\(district.name)"))
        let made = try await demo.make(password: try PasswordHash.make(of: password), progress: progress)
        try await maker.sweep()
        let office = Office(
            engine: engine, catalogue: catalogue.forDistrict(district.name), district: district, keys: keys,
            clock: OfficeOptions.clock(district))
        try await releaseReport(office, logins: made.accounts.map(\.login))
        return (office, made)
    }

    /// The report of the year before the one that is being written has been released.
    private static func releaseReport(_ office: Office, logins: [String]) async throws {
        let catalogue = office.catalogue
        guard let outline = catalogue.outline("annual") ?? catalogue.outlines.first else { return }
        let year = office.district.year - 1
        let wording = Wording(language: .chinese, labels: catalogue.labels)
        for login in logins {
            guard let actor = try await office.actor(login: login), office.mayReleaseReport(actor) else { continue }
            let report = try await ReportFile.compose(office, outline: outline, year: year, wording: wording).openEdition
            _ = try await office.releaseReport(
                year: year, title: report.title, text: report.openText(wording), document: try report.docx(wording), by: actor)
            return
        }
    }

    /// `demo.yaml`, then the files of the folder `demo` in order of name.
    private static func declarations(folder: String) throws -> [(file: String, text: String)] {
        let more = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/demo")) ?? []
        let files = ["demo.yaml"] + more.filter { $0.hasSuffix(".yaml") }.sorted().map { "demo/\($0)" }
        return try files.map { (file: "\(folder)/\($0)", text: try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8)) }
    }
}
