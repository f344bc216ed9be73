import Definitions
import LegalTime
import Records
import Store
import Vault
import Workflow

extension Office {
    /// The name under which the office's own acts stand in the log.
    public static let system = "system"

    /// Makes the moves that silence brings about: every expired clock with a consequence, each in its own transaction.
    ///
    /// Returns the receipts of the records moved. Running it twice moves nothing twice.
    @discardableResult
    public func sweep() async throws(StoreError) -> [Receipt] {
        var receipts: [Receipt] = []
        for register in catalogue.registers {
            for deadline in register.deadlines {
                guard let action = deadline.onExpiry, let transition = register.transition(action.move), let table = table(register.name) else { continue }
                let district = district.name
                let today = clock.today()
                let expired = try await engine.read { session in
                    try RunTable.expired(district: district, register: register.name, deadline: deadline.name, before: today, in: session)
                }
                for (id, dueOn) in expired where action.validity.holds(on: dueOn) {
                    let outcome = try await engine.write { session -> Outcome<ActOutcome> in
                        let outcome = try self.expire(id, on: dueOn, action, transition, table, in: session)
                        if case .done = outcome { return .commit(outcome) }
                        return .rollBack(outcome)
                    }
                    if let receipt = outcome.receipt { receipts.append(receipt) }
                }
            }
        }
        return receipts
    }

    private func expire(_ id: String, on day: Day, _ action: ExpiryAction, _ transition: TransitionDefinition, _ table: RecordTable,
        in session: any Transaction
    ) throws -> ActOutcome {
        let register = table.layout.register
        guard let stored = try table.fetch(id: id, district: district.name, in: session) else { return .refused(.notFound) }
        let personal = PersonalFields(keys: keys, register: register, district: district.name)
        let plain = try personal.open(stored.values, record: id, sight: .clear)
        let stamps = try MoveTable.stamps(of: id, district: district.name, in: session)
        var values = plain
        if let field = action.set { values[field] = .day(day) }
        let facts = RecordFacts(register: register, values: values, state: stored.state, stamps: stamps)
        if let refusal = Workflow.refusal(of: transition, for: facts, roles: [], note: nil, on: day, isAutomatic: true) {
            return .refused(.transition(refusal))
        }
        return try write(
            Changed(
                table: table, stored: stored, plain: plain, values: values, owner: stored.owner, stamps: stamps, transition: transition, act: "expire",
                facts: ["transition": transition.name], note: nil, on: day), by: Self.system, in: session)
    }
}
