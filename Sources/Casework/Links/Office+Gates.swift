import Definitions
import Records
import Store
import Workflow

extension Office {
    /// How the gates of a move stand that are for a record.
    func gates(of transition: TransitionDefinition, for facts: RecordFacts, id: String, in session: any Transaction) throws
        -> [GateStanding]
    {
        guard !transition.gates.isEmpty else { return [] }
        return try Workflow.gates(of: transition, for: facts) { gate in
            try self.linkedRecords(gate.need, for: facts, id: id, in: session)
        }
    }

    /// The records that a gate looks at, the earliest first, whoever may see them: a gate tells number and state only.
    func linkedRecords(_ need: GateNeed, for facts: RecordFacts, id: String, in session: any Transaction) throws
        -> [LinkedRecord]
    {
        switch need {
        case .reference(let field, _, let having):
            guard let target = facts.register.field(field)?.target, let linked = facts.values[field]?.text else { return [] }
            return try linkedRecords(in: target, where: Statement("id = ?", [.text(linked)]), having: having, in: session)
        case .linked(let register, let by, _, let having):
            guard let column = catalogue.register(register)?.field(by)?.column else { return [] }
            return try linkedRecords(
                in: register, where: Statement("\(column) = ?", [.text(id)]), having: having, in: session)
        default: return []
        }
    }

    private func linkedRecords(
        in register: String, where condition: Statement, having: [String: [String]], in session: any Transaction
    ) throws -> [LinkedRecord] {
        guard let table = table(register) else { return [] }
        let definition = table.layout.register
        let fields = having.keys.sorted().compactMap { definition.field($0) }
        let columns = (["id", "number", "state"] + fields.map(\.column)).joined(separator: ", ")
        let statement =
            Statement("SELECT \(columns) FROM \(table.layout.table) WHERE district = ? AND ", [.text(district.name)])
            + condition + Statement(" ORDER BY id LIMIT 200")
        return try session.all(statement) { row in
            var codes: [String: String] = [:]
            for (place, field) in fields.enumerated() {
                codes[field.name] =
                    field.type == .bool ? row.integer(place + 3).map { $0 == 1 ? "true" : "false" } : row.text(place + 3)
            }
            return LinkedRecord(
                register: register, id: row.text(0) ?? "", number: row.text(1) ?? "", state: row.text(2) ?? "", codes: codes)
        }
    }
}

extension TransitionDefinition {
    /// The fields of the record that its gates look at: whoever makes the move fills them in with it.
    public var gateFields: Set<String> {
        gates.reduce(into: []) { fields, gate in
            switch gate.need {
            case .fields(let names): fields.formUnion(names)
            case .rows(let name, _), .reference(let name, _, _): fields.insert(name)
            case .linked, .moves: break
            }
        }
    }
}
