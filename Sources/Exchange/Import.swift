import Casework
import Definitions
import Records
import Store

/// Writes the good rows of a plan: each row is one act, or one life where moves follow, and each leaves its log entry.
public struct Import: Sendable {
    let office: Office
    let actor: Actor
    /// Rows that share a transaction, so that numbers keep the order of the sheet and a hundred rows share one sync.
    private static let batch = 100

    public init(office: Office, actor: Actor) {
        self.office = office
        self.actor = actor
    }

    public struct Written: Sendable {
        /// The row's number in the sheet.
        public var row: Int
        public var isNew: Bool
        public var receipt: Receipt
    }

    public struct Result: Sendable {
        public var written: [Written] = []
        /// All rows that are not in the register now: those that failed the check and those that failed in writing.
        public var failed: [ImportPlan.Row] = []
        public var unchanged = 0
        public var adds: Int { written.count { $0.isNew } }
        public var updates: Int { written.count { !$0.isNew } }
    }

    /// Only rows the plan found good are written; a row that fails after all is returned with the others and undoes nothing else.
    public func run(_ plan: ImportPlan, progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in })
        async throws(StoreError) -> Result
    {
        var result = Result()
        result.failed = plan.failed
        result.unchanged = plan.unchanged.count
        let adds = plan.adds
        let updates = plan.updates
        let total = adds.count + updates.count
        for start in stride(from: 0, to: adds.count, by: Self.batch) {
            try await enter(Array(adds[start..<min(start + Self.batch, adds.count)]), plan.register, &result)
            progress(min(start + Self.batch, adds.count), total)
        }
        for (index, row) in updates.enumerated() {
            guard case .update(let id, let revision, let input, let fields, _) = row.outcome else { continue }
            let change = RecordChange(.edit, revision: revision, input: input, fields: fields)
            let outcome = try await office.change(plan.register, id: id, change, by: actor)
            if let receipt = outcome.receipt {
                result.written.append(Written(row: row.line.number, isNew: false, receipt: receipt))
            } else {
                result.fail(row, outcome)
            }
            if index % 20 == 19 || index + 1 == updates.count { progress(adds.count + index + 1, total) }
        }
        result.failed.sort { $0.line.number < $1.line.number }
        return result
    }

    /// One transaction for the rows; the one at which it gets stuck is taken out and the others are entered again.
    private func enter(_ rows: [ImportPlan.Row], _ register: String, _ result: inout Result) async throws(StoreError) {
        var rows = rows
        while !rows.isEmpty {
            let lives = rows.map { row -> Life in
                guard case .add(let input, let moves, _) = row.outcome else {
                    return Life(register: register, input: RecordInput(), by: actor, steps: [])
                }
                let steps = moves.map { Life.Step(change: RecordChange(.move($0), revision: 0), by: actor) }
                return Life(register: register, input: input, by: actor, steps: steps)
            }
            switch try await office.enter(lives) {
            case .success(let receipts):
                result.written += zip(rows, receipts).map { Written(row: $0.line.number, isNew: true, receipt: $1) }
                return
            case .failure(let stuck):
                result.fail(rows.remove(at: stuck.index), stuck.outcome)
            }
        }
    }
}

extension Import.Result {
    fileprivate mutating func fail(_ row: ImportPlan.Row, _ outcome: ActOutcome) {
        var row = row
        switch outcome {
        case .done: return
        case .problems(let problems): row.outcome = .failed(problems.map(RowProblem.input))
        case .refused(.nothingChanged): return unchanged += 1
        case .refused(let refusal): row.outcome = .failed([.refused(refusal)])
        case .problemsElsewhere: row.outcome = .failed([.refused(.notAllowed)])
        case .conflict: row.outcome = .failed([.changedMeanwhile])
        }
        failed.append(row)
    }
}
