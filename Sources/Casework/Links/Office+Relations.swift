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
        var found: [Relation] = []
        var seen: Set<String> = [record.id]
        let ways = ways(of: register, record: record)
        // One look-up for each register that is tied to this one, outgoing ties first.
        var asked: Set<Way.Key> = []
        for way in ways where asked.insert(way.key).inserted {
            guard let table = table(way.target) else { continue }
            let conditions = ways.filter { $0.key == way.key }.map(\.condition)
            let statement =
                Statement(
                    "SELECT id, number, owner, state FROM \(table.layout.table) WHERE district = ? AND (",
                    [.text(district.name)]) + conditions.joined(" OR ") + Statement(") ORDER BY id DESC LIMIT 50")
            try session.query(statement) { row in
                let id = row.text(0) ?? ""
                guard seen.insert(id).inserted else { return }
                let unit = row.text(2) ?? ""
                found.append(
                    Relation(
                        register: way.target, id: id, number: row.text(1) ?? "", unit: unit, state: row.text(3) ?? "",
                        mayOpen: actor.scope.may(.read, in: way.target, unit: unit), isOutgoing: way.isOutgoing))
            }
        }
        return found
    }

    /// One way in which records of another register are tied to this one.
    private struct Way {
        struct Key: Hashable {
            var target: String
            var isOutgoing: Bool
        }
        var target: String
        var condition: Statement
        var isOutgoing: Bool
        var key: Key { Key(target: target, isOutgoing: isOutgoing) }
    }

    private func ways(of register: RegisterDefinition, record: Record) -> [Way] {
        var ways: [Way] = []
        /// The records that a field of this one names.
        func named(_ field: String, _ target: String, isOutgoing: Bool) {
            let ids = record.values[field]?.list ?? record.values[field]?.text.map { [$0] } ?? []
            guard !ids.isEmpty else { return }
            ways.append(Way(target: target, condition: Statement("id IN ") + .list(ids), isOutgoing: isOutgoing))
        }
        /// The records of another register whose field names this one.
        func naming(_ target: String, _ field: String, isOutgoing: Bool) {
            guard let field = catalogue.register(target)?.field(field), field.type == .reference else { return }
            ways.append(
                Way(
                    target: target, condition: Statement("\(field.column) = ?", [.text(record.id)]), isOutgoing: isOutgoing))
        }
        for (field, target) in Self.ties(of: register) { named(field, target, isOutgoing: true) }
        for transition in register.transitions {
            if let opens = transition.opens, let back = opens.back { naming(opens.register, back, isOutgoing: true) }
            for gate in transition.gates {
                if case .linked(let other, let by, _, _) = gate.need { naming(other, by, isOutgoing: false) }
            }
        }
        for other in catalogue.registers {
            for (field, target) in Self.ties(of: other) where target == register.name {
                naming(other.name, field, isOutgoing: false)
            }
            for transition in other.transitions {
                if let opens = transition.opens, opens.register == register.name, let back = opens.back {
                    named(back, other.name, isOutgoing: false)
                }
                for gate in transition.gates {
                    if case .linked(register.name, let by, _, _) = gate.need { named(by, other.name, isOutgoing: false) }
                }
            }
        }
        return ways
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
