import Access
import Definitions
import LegalTime
import Records
import Store

/// Another record beside the one at hand, as far as the reader may know of it: number, unit and state of every one, a way to it only
/// where he may read it.
public struct Relation: Sendable, Hashable {
    public var register: String
    public var id: String
    public var number: String
    public var unit: String
    public var state: String
    /// The move that opened it, or was opened by it.
    public var mayOpen: Bool
    /// This record opened it; else it opened this one.
    public var isOutgoing: Bool
}

/// A record that has gone on to another unit, as its former unit still sees it.
public struct Glimpse: Sendable, Hashable {
    public var register: String
    public var id: String
    public var number: String
    public var unit: String
    public var state: String
    public var handedOn: Day
    /// The unit that looks.
    public var from: String
}

extension Office {
    /// The records tied to this one by a referral or a gate, outgoing ones first.
    func relations(of record: Record, register: RegisterDefinition, actor: Actor, in session: any Transaction) throws
        -> [Relation]
    {
        var outgoing: Set<String> = []
        var found: [Relation] = []
        func add(_ target: String, _ condition: Statement, isOutgoing: Bool) throws {
            guard let table = table(target) else { return }
            let statement =
                Statement(
                    "SELECT id, number, owner, state FROM \(table.layout.table) WHERE district = ? AND ",
                    [.text(district.name)]) + condition + Statement(" ORDER BY id DESC LIMIT 50")
            try session.query(statement) { row in
                let id = row.text(0) ?? ""
                guard id != record.id, outgoing.insert(id).inserted else { return }
                let unit = row.text(2) ?? ""
                found.append(
                    Relation(
                        register: target, id: id, number: row.text(1) ?? "", unit: unit, state: row.text(3) ?? "",
                        mayOpen: actor.scope.may(.read, in: target, unit: unit), isOutgoing: isOutgoing))
            }
        }
        for (field, target) in Self.ties(of: register) {
            guard let id = record.values[field]?.text else { continue }
            try add(target, Statement("id = ?", [.text(id)]), isOutgoing: true)
        }
        for gate in register.transitions.flatMap(\.gates) {
            guard case .linked(let other, let by, _, _) = gate.need, let column = catalogue.register(other)?.field(by)?.column
            else { continue }
            try add(other, Statement("\(column) = ?", [.text(record.id)]), isOutgoing: false)
        }
        for other in catalogue.registers {
            for (field, target) in Self.ties(of: other) where target == register.name {
                guard let column = other.field(field)?.column else { continue }
                try add(other.name, Statement("\(column) = ?", [.text(record.id)]), isOutgoing: false)
            }
        }
        return found
    }

    /// The reference fields of a register that referrals and gates go by, with the registers they lead to.
    static func ties(of register: RegisterDefinition) -> [(field: String, target: String)] {
        var ties: [(String, String)] = []
        for transition in register.transitions {
            if let opens = transition.opens { ties.append((opens.link, opens.register)) }
            for gate in transition.gates {
                if case .reference(let field, _, _) = gate.need, let target = register.field(field)?.target {
                    ties.append((field, target))
                }
            }
        }
        var seen: Set<String> = []
        return ties.filter { seen.insert($0.0).inserted }
    }

    /// What somebody sees of a record that his unit has handed on and may not read any more; nil where it never had it.
    public func glimpse(_ name: String, id: String, by actor: Actor) async throws(StoreError) -> Glimpse? {
        guard let table = table(name) else { return nil }
        return try await engine.read { session in try self.glimpse(table, id: id, by: actor, in: session) }
    }

    /// The records of a register that somebody's units have handed on, the latest first.
    public func handedOn(_ name: String, by actor: Actor, limit: Int = 100) async throws(StoreError) -> [Glimpse] {
        guard let table = table(name) else { return [] }
        return try await engine.read { session in
            let units = RecordQuery.scope(actor.scope.units(in: name), column: "unit_before")
            let ids = try OwnerTable.handedOn(
                register: name, units: units, limit: limit, district: self.district.name, in: session)
            return try ids.compactMap { try self.glimpse(table, id: $0, by: actor, in: session) }
        }
    }

    private func glimpse(_ table: RecordTable, id: String, by actor: Actor, in session: any Transaction) throws -> Glimpse? {
        let name = table.layout.register.name
        guard let stored = try table.fetch(id: id, district: district.name, in: session),
            !actor.scope.may(.read, in: name, unit: stored.owner)
        else { return nil }
        let own = try OwnerTable.entries(of: id, district: district.name, in: session).last {
            actor.scope.may(.read, in: name, unit: $0.from)
        }
        return own.map {
            Glimpse(
                register: name, id: id, number: stored.number, unit: stored.owner, state: stored.state, handedOn: $0.on,
                from: $0.from)
        }
    }
}
