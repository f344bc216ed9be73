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

/// Makes one demo district in a scratch database of its own, so that districts can be made side by side.
struct DemoDistrict: Sendable {
    let district: DistrictDefinition
    /// As the district sees it.
    private let catalogue: Catalogue
    let demo: DemoMaker
    private let scratch: SQLiteEngine
    private let keys: KeyRing

    /// - Parameter template: A database with the tables and nothing in them.
    init(
        _ district: DistrictDefinition, catalogue: Catalogue, folder: String, keys: KeyRing, template: SQLiteEngine
    ) async throws {
        let catalogue = catalogue.forDistrict(district.name)
        self.district = district
        self.catalogue = catalogue
        self.keys = keys
        scratch = try await SQLiteEngine.scratch(copyOf: template)
        // Entries for locked years are made before the year is locked.
        var unlocked = district
        unlocked.lockedYears = []
        let office = Self.office(unlocked, catalogue, scratch, keys)
        demo = try DemoMaker(office: office, texts: try Self.declarations(folder: "\(folder)/districts/\(district.name)"))
    }

    /// The tables of all registers.
    static func layTables(of catalogue: Catalogue, in engine: SQLiteEngine) async throws {
        let registers = catalogue.registers
        try await engine.apply(try await engine.plan(Schema.tables(registers), search: Schema.search(registers)))
    }

    /// Makes the records in the scratch database.
    func make(password: PasswordHash, progress: @escaping @Sendable (Int, Int) -> Void) async throws -> DemoMaker.Made {
        try await demo.office.prepare()
        let made = try await demo.make(password: password, progress: progress)
        try await demo.office.sweep()
        try await releaseReport(office(on: scratch), logins: made.accounts.map(\.login))
        return made
    }

    /// Adds all that was made to another database.
    func move(into engine: SQLiteEngine) async throws {
        try await engine.take(over: scratch)
        await scratch.close()
    }

    /// The district's office where its records were made.
    var office: Office { office(on: scratch) }

    /// The district's office on the database that its records have been added to.
    func office(on engine: SQLiteEngine) -> Office { Self.office(district, catalogue, engine, keys) }

    private static func office(
        _ district: DistrictDefinition, _ catalogue: Catalogue, _ engine: SQLiteEngine, _ keys: KeyRing
    ) -> Office {
        Office(
            engine: engine, catalogue: catalogue, district: district, keys: keys, clock: OfficeOptions.clock(district))
    }

    /// The report of the year before the one that is being written has been released.
    private func releaseReport(_ office: Office, logins: [String]) async throws {
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
