import Definitions
import Records
import Store
import Workflow

extension Office {
    /// Tells the owners of records whose moves waited for this one that a gate is open now, once for each gate.
    ///
    /// - Parameters:
    ///   - before: The record as it stood before the change.
    ///   - after: As it stands now, in the same transaction.
    func tellGates(from before: Record, to after: Record, by account: String, in session: any Transaction) throws {
        for watching in definitions.gates[after.register] ?? [] {
            let need = watching.gate.need
            let (was, now) = (linked(before, watching.having), linked(after, watching.having))
            guard was != now, !Workflow.isOpen(need, by: was), Workflow.isOpen(need, by: now) else { continue }
            let register = watching.register
            for record in try recordsWaiting(at: watching.gate, of: watching.transition, in: register, for: after, session) {
                try tell(watching.gate, of: watching.transition, in: register, record, openedBy: after, account, session)
            }
        }
    }

    /// The records before the move whose gate looks at this one.
    private func recordsWaiting(
        at gate: GateDefinition, of transition: TransitionDefinition, in register: RegisterDefinition, for record: Record,
        _ session: any Transaction
    ) throws -> [Record] {
        guard let table = table(register.name) else { return [] }
        let ids: [String]
        switch gate.need {
        case .reference(let field, _, _):
            guard let column = register.field(field)?.column else { return [] }
            ids = try session.all(
                Statement(
                    "SELECT id FROM \(table.layout.table) WHERE district = ? AND \(column) = ? ORDER BY id LIMIT 200",
                    [.text(district.name), .text(record.id)])
            ) { $0.text(0) ?? "" }
        case .linked(_, let by, _, _): ids = record.values[by]?.text.map { [$0] } ?? []
        default: ids = []
        }
        return try ids.compactMap { try table.fetch(id: $0, district: district.name, in: session) }.filter {
            transition.from.contains($0.state)
        }
    }

    private func tell(
        _ gate: GateDefinition, of transition: TransitionDefinition, in register: RegisterDefinition, _ waiting: Record,
        openedBy record: Record, _ account: String, _ session: any Transaction
    ) throws {
        let facts = try facts(of: waiting, register: register, in: session)
        guard gate.when.holds(for: facts) else { return }
        // Another record may have opened it long before.
        let others = try linkedRecords(gate.need, for: facts, id: waiting.id, in: session).filter { $0.id != record.id }
        guard !others.contains(where: { Workflow.isOpen(gate.need, by: $0) }) else { return }
        try notify(
            NewNotice(
                .gateOpened, to: .unit(waiting.owner), register: register.name, record: waiting.id, number: waiting.number,
                state: waiting.state, mark: "gate:\(waiting.id):\(transition.name):\(gate.name)", by: account), in: session)
    }

    private func linked(_ record: Record, _ having: [String: [String]]) -> LinkedRecord {
        var codes: [String: String] = [:]
        for name in having.keys {
            switch record.values[name] {
            case .bool(let isSet): codes[name] = isSet ? "true" : "false"
            case let value: codes[name] = value?.text
            }
        }
        return LinkedRecord(register: record.register, id: record.id, number: record.number, state: record.state, codes: codes)
    }
}
