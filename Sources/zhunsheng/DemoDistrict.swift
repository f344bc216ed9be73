import Access
import Casework
import Definitions
import Demo
import Foundation
import LegalTime
import Store
import StoreSQLite
import Vault

/// Makes one demo district in a database.
enum DemoDistrict {
    /// The office of the district with its records made; entries for locked years are made before the year is locked.
    static func make(
        _ district: DistrictDefinition, catalogue: Catalogue, folder: String, engine: SQLiteEngine, keys: KeyRing,
        password: String,
        progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws -> (office: Office, made: DemoMaker.Made) {
        let registers = catalogue.registers
        let steps = try await engine.plan(Schema.tables(registers), search: Schema.search(registers))
        try await engine.apply(steps)
        var unlocked = district
        unlocked.lockedYears = []
        let maker = Office(
            engine: engine, catalogue: catalogue.forDistrict(district.name), district: unlocked, keys: keys,
            clock: OfficeOptions.clock(district))
        try await maker.prepare()
        let path = "\(folder)/districts/\(district.name)/demo.yaml"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let demo = try DemoMaker(office: maker, text: text, file: path)
        let made = try await demo.make(password: try PasswordHash.make(of: password), progress: progress)
        try await maker.sweep()
        let office = Office(
            engine: engine, catalogue: catalogue.forDistrict(district.name), district: district, keys: keys,
            clock: OfficeOptions.clock(district))
        return (office, made)
    }
}
