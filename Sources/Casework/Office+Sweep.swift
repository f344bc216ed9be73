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
    /// Clocks that repeat are rolled on first, and units are reminded of returns. Returns the receipts of the records moved. Running it twice moves nothing twice.
    @discardableResult
    public func sweep() async throws(StoreError) -> [Receipt] {
        try await rollOn()
        try await remindOfReturns()
        try await finishExams()
        var receipts: [Receipt] = []
        for register in catalogue.registers {
            for deadline in register.deadlines {
                guard let action = deadline.onExpiry, let transition = register.transition(action.move),
                    let table = table(register.name)
                else { continue }
                let district = district.name
                let today = clock.today()
                let expired = try await engine.read { session in
                    try RunTable.expired(
                        district: district, register: register.name, deadline: deadline.name, before: today, in: session)
                }
                for (id, dueOn) in expired {
                    let outcome = try await engine.write { session -> Outcome<ActOutcome> in
                        let outcome = try self.expire(id, on: dueOn, deadline.name, action, transition, table, in: session)
                        if case .done = outcome { return .commit(outcome) }
                        return .rollBack(outcome)
                    }
                    if let receipt = outcome.receipt { receipts.append(receipt) }
                }
            }
        }
        return receipts
    }

    private func expire(
        _ id: String, on day: Day, _ deadline: String, _ action: ExpiryAction, _ transition: TransitionDefinition,
        _ table: RecordTable,
        in session: any Transaction
    ) throws -> ActOutcome {
        let register = table.layout.register
        guard let stored = try table.fetch(id: id, district: district.name, in: session) else { return .refused(.notFound) }
        let personal = PersonalFields(keys: keys, register: register, district: district.name)
        let plain = try personal.open(stored.values, record: id, sight: .clear)
        // Between the look and this write somebody may have acted, and silence has the consequence that the record's law gives it.
        let runs = try RunTable.runs(of: id, district: district.name, in: session)
        guard runs.contains(where: { $0.deadline == deadline && $0.phase == .running && $0.dueOn == day }),
            action.validity.holds(on: register.versionDay(of: plain) ?? day)
        else { return .refused(.nothingChanged) }
        var values = plain
        if let field = action.set { values[field] = .day(day) }
        values = ComputedFields(table.layout.register).applied(to: values)
        var facts = try facts(of: stored, plain: plain, runs: runs, in: session)
        facts.values = values
        if let refusal = Workflow.refusal(of: transition, for: facts, roles: [], note: nil, on: day, isAutomatic: true) {
            return .refused(.transition(refusal))
        }
        return try write(
            Changed(
                table: table, stored: stored, plain: plain, values: values, owner: stored.owner, stamps: facts.stamps,
                transition: transition, act: "expire",
                facts: ["transition": transition.name], on: day), by: Self.system, in: session)
    }

    /// Stores the repetitions of repeated clocks that have begun since a record was last written.
    private func rollOn() async throws(StoreError) {
        let repeated = Set(catalogue.registers.filter { $0.deadlines.contains { $0.every != nil } }.map(\.name))
        guard !repeated.isEmpty else { return }
        try await engine.write { session in
            for (name, id) in try RunTable.recordsWithOpenRuns(district: self.district.name, in: session)
            where repeated.contains(name) {
                guard let table = self.table(name),
                    let stored = try table.fetch(id: id, district: self.district.name, in: session)
                else { continue }
                let personal = PersonalFields(keys: self.keys, register: table.layout.register, district: self.district.name)
                let plain = try personal.open(stored.values, record: id, sight: .clear)
                let stamps = try MoveTable.stamps(of: id, district: self.district.name, in: session)
                let known = try RunTable.runs(of: id, district: self.district.name, in: session).map(\.occurrence).max() ?? 0
                let facts = RecordFacts(register: table.layout.register, values: plain, state: stored.state, stamps: stamps)
                let runs = self.reckoner.runs(for: facts, today: self.clock.today())
                guard runs.contains(where: { $0.occurrence > known }) else { continue }
                try RunTable.replace(runs, of: id, register: name, owner: stored.owner, district: self.district.name, in: session)
            }
            return .commit(())
        }
    }
}
