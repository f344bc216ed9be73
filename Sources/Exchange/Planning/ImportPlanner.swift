import Access
import Casework
import Definitions
import LegalTime
import Records
import Store
import Wording

/// Checks every row of a sheet as writing it would, and says what would become of it.
public struct ImportPlanner: Sendable {
    let office: Office
    let actor: Actor
    let register: RegisterDefinition
    let mapping: Mapping
    /// The language of before and after.
    let language: Language
    private static let batch = 400

    /// nil for a register that the catalogue does not know.
    public init?(office: Office, register: String, actor: Actor, mapping: Mapping = .none, language: Language = .chinese) {
        guard let definition = office.catalogue.register(register) else { return nil }
        self.office = office
        self.actor = actor
        self.register = definition
        self.mapping = mapping
        self.language = language
    }

    public func plan(_ sheet: KeptSheet, fileName: String, progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in })
        async throws(StoreError) -> ImportPlan
    {
        var bare = sheet
        bare.lines = []
        var plan = ImportPlan(register: register.name, fileName: fileName, sheet: bare, rows: [])
        plan.rows.reserveCapacity(sheet.lines.count)
        let reading = RowReading(
            register: register, mapping: mapping, columns: sheet.columns, year: sheet.year ?? office.clock.today().year)
        var seen: [[String]: Int] = [:]
        var numbers: [String: Int] = [:]
        var keys = KeyMeeting(office: office, actor: actor, register: register, key: mapping.key)
        var pending: [Pending] = []
        let total = sheet.lines.count
        for start in stride(from: 0, to: total, by: Self.batch) {
            var batch: [ReadRow] = []
            for line in sheet.lines[start..<min(start + Self.batch, total)] {
                var row = reading.read(line)
                let said = sheet.columns.indices.filter { sheet.columns[$0].target.isUsed }.map {
                    PlainText.compact(line[$0].plainText)
                }
                if let first = seen.updateValue(line.number, forKey: said) {
                    seen[said] = first
                    plan.sheet.aside.append(KeptSheet.Aside(line: line, why: .sameAs(row: first)))
                    continue
                }
                if let number = row.number {
                    if let other = numbers[number] { row.problems.append(.numberTwice(number, row: other)) }
                    numbers[number] = line.number
                }
                batch.append(row)
            }
            if !mapping.key.isEmpty { try await keys.meet(&batch) { reading.read($0.line, met: $1) } }
            pending += try await judge(batch)
            progress(min(start + Self.batch, total), total)
        }
        try await compare(&pending)
        plan.rows = pending.map(\.row)
        return plan
    }

    /// A planned row with what the comparison with known records needs.
    private struct Pending {
        var row: ImportPlan.Row
        var values: [String: Value] = [:]
        var owner: String?
        var fields: [String] = []
    }

    private func judge(_ batch: [ReadRow]) async throws(StoreError) -> [Pending] {
        let known = try await office.records(register.name, numbers: batch.compactMap(\.number), by: actor)
        let records = Dictionary(known.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        let names = try await office.referenceLabels(of: known, in: register.name, by: actor)
        let texts = try await valueText(names)
        var rows = batch
        var trials: [Trial] = []
        for index in rows.indices {
            guard let number = rows[index].number else {
                trials.append(Trial(input: rows[index].input))
                continue
            }
            guard let record = records[number] else {
                rows[index].problems.append(
                    .input(InputProblem(place: InputPlace(field: "number"), reason: .unknownNumber(number))))
                trials.append(Trial(input: rows[index].input))
                continue
            }
            let update = RowUpdate(register: register, record: record, row: rows[index], texts: texts)
            rows[index].input = update.input
            rows[index].fields = update.fields
            trials.append(Trial(id: record.id, input: update.input, fields: update.fields))
        }
        let tried = try await office.tried(register.name, trials, by: actor)
        return zip(rows, tried).map { row, tried in
            guard let number = row.number else { return addition(row, tried) }
            guard let record = records[number] else { return Pending(row: .init(line: row.line, outcome: .failed(row.problems))) }
            return Pending(row: change(row, tried, record, texts))
        }
    }

    // MARK: New rows

    private func addition(_ row: ReadRow, _ tried: Tried) -> Pending {
        var problems = row.problems
        let reported = Set(problems.compactMap(\.place))
        problems += tried.problems.filter { !($0.reason == .missing && reported.contains($0.place)) }.map(RowProblem.input)
        if let refusal = tried.refusal { problems.append(.refused(refusal)) }
        guard problems.isEmpty, let owner = tried.owner else {
            let failed = ImportPlan.Row(line: row.line, outcome: .failed(problems))
            // A value that another record has already may be this very row, brought in before.
            guard let owner = tried.owner, problems.allSatisfy(\.isAlreadyUsed) else { return Pending(row: failed) }
            return Pending(row: failed, values: tried.values, owner: owner, fields: Array(tried.values.keys))
        }
        let roles = { (office: String?) in Set(actor.scope.roles(in: register.name, unit: owner, office: office).map(\.rawValue))
        }
        let outcome: ImportPlan.Outcome
        switch LifeWalk(register: register, moves: mapping.moves, today: office.clock.today()).outcome(
            of: tried.values, roles: roles)
        {
        case .moves(let moves, let state): outcome = .add(row.input, moves: moves, state: state)
        case .crossroads(let moves): outcome = .failed([.crossroads(moves)])
        }
        return Pending(
            row: ImportPlan.Row(line: row.line, outcome: outcome), values: tried.values, owner: owner,
            fields: Array(tried.values.keys))
    }

    /// New rows beside each other and beside the register: what is there already is left alone, what is alike gets a hint.
    private func compare(_ pending: inout [Pending]) async throws(StoreError) {
        let days = pending.compactMap { $0.values[register.number.yearOf]?.day }
        guard let first = days.min(), let last = days.max() else { return }
        var known = KnownRecords(office: office, actor: actor, register: register)
        try await known.load(first...last)
        let heading = register.heading.flatMap { register.field($0) }
        var rows: [String: Int] = [:]
        for index in pending.indices {
            var isNew = false
            switch pending[index].row.outcome {
            case .add: isNew = true
            case .failed(let problems) where !problems.isEmpty && problems.allSatisfy(\.isAlreadyUsed): break
            default: continue
            }
            let values = pending[index].values
            let key = known.key(values, owner: pending[index].owner)
            let alike = try await known.candidates(key)
            if let same = alike.first(where: { known.says($0, values, fields: pending[index].fields) }) {
                pending[index].row.outcome = .unchanged(id: same.id)
                pending[index].row.number = same.number
                continue
            }
            guard isNew, let heading, let name = values[heading.name]?.text else { continue }
            if let record = alike.first(where: { known.says($0, values, fields: [heading.name]) }) {
                pending[index].row.hints.append(.likeRecord(record.number))
            }
            let named = key + "|" + name
            if let other = rows[named] { pending[index].row.hints.append(.likeRow(other)) }
            rows[named] = pending[index].row.line.number
        }
    }

    // MARK: Updates

    private func change(_ row: ReadRow, _ tried: Tried, _ record: Record, _ texts: ValueText) -> ImportPlan.Row {
        var planned = ImportPlan.Row(line: row.line, number: record.number, outcome: .unchanged(id: record.id))
        let problems = row.problems + tried.problems.map(RowProblem.input)
        guard problems.isEmpty else {
            planned.outcome = .failed(problems)
            return planned
        }
        let changes = row.fields.compactMap { name -> ImportPlan.FieldChange? in
            guard let field = register.field(name) else { return nil }
            let (before, after) = (record.values[name], tried.values[name])
            if before == after || after.map({ KnownRecords.same(before, $0, field) }) ?? false { return nil }
            return ImportPlan.FieldChange(
                field: name, before: texts.text(before, of: field), after: texts.text(after, of: field),
                isTenfold: Self.isTenfold(before, after))
        }
        guard !changes.isEmpty else { return planned }
        if let refusal = tried.refusal {
            planned.outcome = .failed([.refused(refusal)])
        } else {
            planned.outcome = .update(id: record.id, revision: record.revision, row.input, fields: changes.map(\.field), changes)
        }
        return planned
    }

    private static func isTenfold(_ before: Value?, _ after: Value?) -> Bool {
        guard let before = before?.integer, let after = after?.integer, before != 0, after != 0 else { return false }
        return before.magnitude >= 10 && (after.magnitude == before.magnitude * 10 || after.magnitude * 10 == before.magnitude)
    }

    private func valueText(_ references: [String: String]) async throws(StoreError) -> ValueText {
        let directory = try await office.directory()
        let language = language
        return ValueText(
            register: register, labels: office.catalogue.labels, language: language,
            unitLabel: { directory.unitLabel($0, in: language) },
            referenceLabel: { _, id in references[id] ?? id })
    }
}

extension RowProblem {
    fileprivate var isAlreadyUsed: Bool {
        if case .input(let problem) = self, case .alreadyUsed = problem.reason { true } else { false }
    }
}
