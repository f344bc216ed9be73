import Deadlines
import Definitions
import LegalTime
import Records
import Store
import Vault

/// A running clock whose due day a new calendar or a changed law file moves.
public struct MovedRun: Sendable, Hashable {
    public var register: String
    public var record: String
    public var number: String
    public var deadline: String
    /// The child row it runs for, else empty.
    public var row: String
    public var occurrence: Int
    public var old: Day?
    public var new: Day?
    public var wasProvisional: Bool
    public var isProvisional: Bool
}

extension MovedRun {
    /// `decide`, `seize/<row>`, `return#2`: one name for each run of a record.
    var name: String { deadline + (row.isEmpty ? "" : "/\(row)") + (occurrence == 0 ? "" : "#\(occurrence)") }
}

extension Office {
    /// Which running clocks the catalogue's calendars and laws would now reckon differently.
    public func recomputation() async throws(StoreError) -> [MovedRun] {
        try await engine.read { session in try self.open(under: self.definitions, in: session).flatMap(\.moved) }
    }

    /// Stores the new due days; the old ones stay in the log.
    public func recompute() async throws(StoreError) -> [MovedRun] {
        let now = clock.now()
        return try await engine.write { session in
            .commit(try self.store(self.open(under: self.definitions, in: session), at: now, in: session))
        }
    }

    /// Stores runs that have moved, with a line in each record's log.
    func store(_ reckoned: [Reckoned], at now: Instant, in session: any Transaction) throws -> [MovedRun] {
        var moved: [MovedRun] = []
        for found in reckoned where !found.moved.isEmpty {
            try RunTable.replace(
                found.runs, of: found.record.id, register: found.record.register, owner: found.record.owner,
                district: district.name, in: session)
            var facts: [String: String] = [:]
            for run in found.moved { facts["due:\(run.name)"] = "\(run.old?.iso ?? "-") > \(run.new?.iso ?? "-")" }
            try LogWriter(keys: keys, district: district.name).append(
                .init(
                    actor: Self.system, act: "recompute", at: now, register: found.register, record: found.record.id,
                    revision: found.record.revision, facts: facts, before: [:], after: [:]), in: session)
            moved += found.moved
        }
        return moved
    }

    /// The clocks of a record as they would now be reckoned, and those of them that move.
    struct Reckoned {
        var register: RegisterDefinition
        var record: Record
        var runs: [DeadlineRun]
        var moved: [MovedRun]
    }

    func open(under seen: SeenDefinitions, in session: any Transaction) throws -> [Reckoned] {
        try RunTable.recordsWithOpenRuns(district: district.name, in: session).compactMap { name, id in
            guard let table = seen.tables[name], let stored = try table.fetch(id: id, district: district.name, in: session) else {
                return nil
            }
            let register = table.layout.register
            let personal = PersonalFields(keys: keys, register: register, district: district.name)
            let stamps = try MoveTable.stamps(of: id, district: district.name, in: session)
            let facts = RecordFacts(
                register: register, values: try personal.open(stored.values, record: id, sight: .clear), state: stored.state,
                stamps: stamps)
            let runs = seen.reckoner.runs(for: facts, today: clock.today())
            let old = try RunTable.runs(of: id, district: district.name, in: session)
            let moved = runs.compactMap { run -> MovedRun? in
                let before = old.first { $0.deadline == run.deadline && $0.row == run.row && $0.occurrence == run.occurrence }
                // A repetition that only now begins has not moved.
                let isNew = before == nil && register.deadline(run.deadline)?.every != nil
                guard !isNew, run.phase != .stopped, before?.dueOn != run.dueOn || before?.isProvisional != run.isProvisional
                else { return nil }
                return MovedRun(
                    register: name, record: id, number: stored.number, deadline: run.deadline, row: run.row,
                    occurrence: run.occurrence, old: before?.dueOn, new: run.dueOn,
                    wasProvisional: before?.isProvisional ?? false, isProvisional: run.isProvisional)
            }
            return Reckoned(register: register, record: stored, runs: runs, moved: moved)
        }
    }
}
