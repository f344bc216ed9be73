import Definitions
import Store
import StoreSQLite
import TestSupport
import Testing

/// A database for the contract suite; each further one is a line of `all`.
struct EngineMaker: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var make: @Sendable (TemporaryFolder) throws -> any Engine

    static let all = [
        EngineMaker(testDescription: "SQLite file") { try SQLiteEngine(path: $0.file("contract.sqlite")) }
    ]
}

/// A database with the tables of the made-up registers.
struct Bench {
    static let register = ParcelCatalogue.register("parcel")
    static let units = ["east_one", "east_two", "west_one", "bureau"]

    let folder: TemporaryFolder
    let engine: any Engine
    let table = RecordTable(Bench.register)

    init(_ maker: EngineMaker) async throws {
        folder = try TemporaryFolder()
        engine = try maker.make(folder)
        let registers = ParcelCatalogue.catalogue.registers
        try await engine.apply(try await engine.plan(Schema.tables(registers), search: Schema.search(registers)))
    }

    func records(_ count: Int, seed: UInt64) async throws -> [RandomRecord] {
        var lot = RandomRecords(Self.register, units: Self.units, seed: seed)
        let records = lot.next(count)
        try await engine.keep(records, of: Self.register)
        return records
    }

    func ids(_ statement: Statement) async throws -> [String] {
        try await engine.read { session in try session.all(statement) { $0.text(0) ?? "" } }
    }
}
