import Definitions
import Records

/// Another record as a gate looks at it.
public struct LinkedRecord: Sendable, Hashable {
    public var register: String
    public var id: String
    public var number: String
    public var state: String
    /// Of its code and yes-or-no fields.
    public var codes: [String: String]
    public init(register: String, id: String, number: String, state: String, codes: [String: String]) {
        self.register = register
        self.id = id
        self.number = number
        self.state = state
        self.codes = codes
    }
}

/// A gate of a move that applies to a record, and what it still lacks; nil: it is open.
public struct GateStanding: Sendable, Equatable {
    public var gate: GateDefinition
    public var lacks: Lack?

    public enum Lack: Sendable, Equatable {
        /// No record stands behind the reference, or none refers to this one.
        case noRecord
        case wrongState(LinkedRecord)
        case wrongCode(LinkedRecord, field: String)
        case movesMissing([String])
        case fewPersons(has: Int, needs: Int)
        case fewRows(has: Int, needs: Int)
        case fieldsMissing([String])
    }
}

extension Workflow {
    /// How the gates of a move stand that are for this record.
    ///
    /// - Parameter linked: the records that a gate of kind `reference` or `linked` looks at.
    public static func gates<Failure: Error>(
        of transition: TransitionDefinition, for facts: RecordFacts, linked: (GateDefinition) throws(Failure) -> [LinkedRecord]
    ) throws(Failure) -> [GateStanding] {
        var standings: [GateStanding] = []
        for gate in transition.gates where gate.when.holds(for: facts) {
            standings.append(GateStanding(gate: gate, lacks: try lack(gate, facts, linked)))
        }
        return standings
    }

    private static func lack<Failure: Error>(
        _ gate: GateDefinition, _ facts: RecordFacts, _ linked: (GateDefinition) throws(Failure) -> [LinkedRecord]
    ) throws(Failure) -> GateStanding.Lack? {
        switch gate.need {
        case .reference(_, let states, let having), .linked(_, _, let states, let having):
            let lacks = try linked(gate).map { lack($0, states, having) }
            if lacks.isEmpty { return .noRecord }
            // One record that is in order is enough; else the latest is told of.
            return lacks.contains { $0 == nil } ? nil : lacks.last ?? nil
        case .moves(let moves, let persons):
            let made = facts.stamps.filter { moves.contains($0.transition) }
            let missing = moves.filter { move in !made.contains { $0.transition == move } }
            if !missing.isEmpty { return .movesMissing(missing) }
            let people = Set(made.map(\.by)).count
            return people < persons ? .fewPersons(has: people, needs: persons) : nil
        case .rows(let field, let least):
            let rows = facts.values[field]?.rows?.count ?? 0
            return rows < least ? .fewRows(has: rows, needs: least) : nil
        case .fields(let names):
            let missing = names.filter { facts.values[$0] == nil }
            return missing.isEmpty ? nil : .fieldsMissing(missing)
        }
    }

    /// Whether one record alone opens a gate that looks at other records.
    public static func isOpen(_ need: GateNeed, by record: LinkedRecord) -> Bool {
        switch need {
        case .reference(_, let states, let having), .linked(_, _, let states, let having):
            lack(record, states, having) == nil
        case .moves, .rows, .fields: false
        }
    }

    private static func lack(_ record: LinkedRecord, _ states: [String], _ having: [String: [String]]) -> GateStanding.Lack? {
        if !states.isEmpty, !states.contains(record.state) { return .wrongState(record) }
        for (field, codes) in having.sorted(by: { $0.key < $1.key }) where !codes.contains(record.codes[field] ?? "") {
            return .wrongCode(record, field: field)
        }
        return nil
    }
}
