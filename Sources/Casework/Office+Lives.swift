import Definitions
import LegalTime
import Records
import Store

/// A record's whole life as it is known already: its registration and the acts that followed.
public struct Life: Sendable {
    public struct Step: Sendable {
        public var change: RecordChange
        public var by: Actor
        /// The change's revision is filled in as the life goes on.
        public init(change: RecordChange, by: Actor) {
            self.change = change
            self.by = by
        }
    }
    public var register: String
    /// The record whose life goes on; nil: one that is registered with `input`.
    public var continues: String?
    public var input: RecordInput
    public var by: Actor
    public var steps: [Step]
    public init(register: String, continues: String? = nil, input: RecordInput, by: Actor, steps: [Step]) {
        self.register = register
        self.continues = continues
        self.input = input
        self.by = by
        self.steps = steps
    }
}

/// The act at which a life got stuck: 0 is its registration.
public struct StuckLife: Error {
    public var index: Int
    public var step: Int
    public var outcome: ActOutcome
}

extension Office {
    /// Enters whole lives, all in one transaction; the first act that is not done undoes all and is returned.
    public func enter(_ lives: [Life]) async throws(StoreError) -> Result<[Receipt], StuckLife> {
        let directory = try await directory()
        return try await engine.write { session in
            var receipts: [Receipt] = []
            for (index, life) in lives.enumerated() {
                guard let table = self.table(life.register) else {
                    return .rollBack(.failure(StuckLife(index: index, step: 0, outcome: .refused(.notFound))))
                }
                var opened: HeldRecord?
                var outcome = try self.begin(life, table, opened: &opened, directory: directory, in: session)
                guard var receipt = outcome.receipt, var held = opened else {
                    return .rollBack(.failure(StuckLife(index: index, step: 0, outcome: outcome)))
                }
                for (number, step) in life.steps.enumerated() {
                    var change = step.change
                    change.revision = receipt.revision
                    // Other records are asked about this one, or this one is handed on: its row has to stand as it is.
                    let move = change.transition.flatMap { table.layout.register.transition($0) }
                    if let move, move.opens != nil || !move.gates.isEmpty || move.owner != nil {
                        try self.settle(&held, in: session)
                    }
                    outcome = try self.change(&held, change, by: step.by, directory: directory, in: session)
                    guard let next = outcome.receipt else {
                        return .rollBack(.failure(StuckLife(index: index, step: number + 1, outcome: outcome)))
                    }
                    receipt = next
                    if held.isHandedOn { try self.settle(&held, in: session) }
                }
                try self.settle(&held, in: session)
                receipts.append(receipt)
            }
            return .commit(.success(receipts))
        }
    }

    /// In one transaction nobody else can have changed the row.
    private func settle(_ held: inout HeldRecord, in session: any Transaction) throws {
        guard try held.settle(in: session) else {
            throw StoreError.unreadableRow(table: held.table.layout.table, column: "revision")
        }
    }

    /// The registration, or where a life stands that goes on.
    private func begin(
        _ life: Life, _ table: RecordTable, opened: inout HeldRecord?, directory: Directory, in session: any Transaction
    ) throws -> ActOutcome {
        guard let id = life.continues else {
            return try register(
                table, life.input, uploads: [:], by: life.by, directory: directory, opened: &opened, in: session)
        }
        guard let stored = try table.fetch(id: id, district: district.name, in: session),
            life.by.scope.may(.read, in: life.register, unit: stored.owner)
        else { return .refused(.notFound) }
        opened = HeldRecord(stored, in: table)
        return .done(Receipt(id: stored.id, number: stored.number, revision: stored.revision, state: stored.state))
    }
}
