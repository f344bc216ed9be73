import Access
import Casework
import Definitions
import Foundation
import LegalTime
import Records
import Store
import StoreSQLite
import Synchronization
import Vault

/// A folder of its own for a test, gone with it.
public final class TemporaryFolder: Sendable {
    public let path: String
    public init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("zhunsheng-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }
    public func file(_ name: String) -> String { path + "/" + name }
}

/// A clock whose day is set by the test and whose moments go on by a millisecond each time somebody looks.
public final class TestClock: Sendable {
    private let state: Mutex<(today: Day, moment: Int64)>

    public init(today: Day) {
        state = Mutex((today, Instant(day: today, hour: 10).milliseconds))
    }

    public var office: OfficeClock {
        OfficeClock(
            today: { self.state.withLock(\.today) },
            now: {
                self.state.withLock { state in
                    state.moment += 1
                    return Instant(milliseconds: state.moment)
                }
            })
    }

    /// Goes to ten o'clock of a day.
    public func set(today: Day) {
        state.withLock { $0 = (today, max($0.moment, Instant(day: today, hour: 10).milliseconds)) }
    }
}

/// An office on a fresh SQLite file, with accounts made as the tests ask for them.
public struct TestOffice: Sendable {
    public let folder: TemporaryFolder
    public let path: String
    public let engine: SQLiteEngine
    public let clock: TestClock
    public let office: Office

    public init(
        catalogue: Catalogue = ParcelCatalogue.catalogue, district: DistrictDefinition = ParcelCatalogue.district,
        today: Day? = nil
    ) async throws {
        folder = try TemporaryFolder()
        path = folder.file("office.sqlite")
        let registers = catalogue.registers
        try await SchemaTemplate.shared.copy(of: registers, to: path)
        engine = try SQLiteEngine(path: path)
        clock = TestClock(today: today ?? district.today ?? Day("2022-01-18"))
        office = Office(engine: engine, catalogue: catalogue, district: district, keys: .random(), clock: clock.office)
        try await office.prepare()
    }

    /// The same database under another catalogue.
    public func office(under catalogue: Catalogue) -> Office {
        Office(engine: engine, catalogue: catalogue, district: office.district, keys: office.keys, clock: clock.office)
    }

    /// Somebody who holds these roles at a unit.
    public func actor(_ roles: Role..., at unit: String, limit: RegisterLimit = .all) async throws -> Actor {
        try await actor(roles: roles, at: unit, limit: limit)
    }

    public func actor(roles: [Role], at unit: String, limit: RegisterLimit = .all) async throws -> Actor {
        let name = roles.map(\.rawValue).joined(separator: "+") + "@" + unit + (limit == .all ? "" : "/" + limit.description)
        let account = Account(id: name, name: name, displayName: name, unit: unit, passwordHash: PasswordHash(phc: ""))
        let grants = roles.map { Grant(account: name, role: $0, unit: unit, registers: limit, from: Day("2010-01-01")) }
        let refusals = try await office.save(account, grants: grants)
        guard refusals.isEmpty, let actor = try await office.actor(login: name) else { throw NoActor(refusals: refusals) }
        return actor
    }

    /// How many rows each table has.
    public func rowCounts(of register: RegisterDefinition? = nil) async throws -> [String: Int64] {
        let tables =
            register.map { RegisterLayout($0).tables.map(\.name) + ["move_stamp", "deadline_run"] }
            ?? Schema.tables(office.catalogue.registers).map(\.name)
        return try await engine.read { session in
            var counts: [String: Int64] = [:]
            for table in tables {
                counts[table] = try session.first(Statement("SELECT count(*) FROM \"\(table)\"")) { $0.integer(0) ?? 0 }
            }
            return counts
        }
    }

    /// Runs one statement past the office, as somebody with the file in hand would.
    @discardableResult
    public func tamper(_ sql: String, _ arguments: [SQLValue] = []) async throws -> Int {
        try await engine.write { .commit(try $0.execute(Statement(sql, arguments))) }
    }
}

public struct NoActor: Error {
    public var refusals: [GrantRefusal]
    public init(refusals: [GrantRefusal]) { self.refusals = refusals }
}

/// What an act was expected to come to.
public struct UnexpectedOutcome: Error, CustomStringConvertible {
    public var outcome: ActOutcome
    public init(outcome: ActOutcome) { self.outcome = outcome }
    public var description: String { "\(outcome)" }
}

extension ActOutcome {
    /// The receipt of an act that must have been done.
    public func done() throws -> Receipt {
        guard let receipt else { throw UnexpectedOutcome(outcome: self) }
        return receipt
    }
    public var problems: [InputProblem]? { if case .problems(let problems) = self { problems } else { nil } }
    public var refusal: ActRefusal? { if case .refused(let refusal) = self { refusal } else { nil } }
    public var conflict: Conflict? { if case .conflict(let conflict) = self { conflict } else { nil } }
}
