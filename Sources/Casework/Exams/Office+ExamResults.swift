import Access
import Definitions
import Examination
import LegalTime
import Records
import Store

extension Office {
    /// The exams that somebody may read, the newest first.
    public func examLines(by actor: Actor) async throws(StoreError) -> [ExamLine] {
        try await closeSittings()
        return try await engine.read { session in
            let district = self.district.name
            var lines: [ExamLine] = []
            for register in self.examRegisters {
                guard let table = self.table(register.name), let exam = register.exam else { continue }
                let units = actor.scope.units(in: register.name)
                guard !units.isEmpty else { continue }
                let ids = try session.all(
                    Statement("SELECT id FROM \(table.layout.table) WHERE district = ? AND ", [.text(district)])
                        + RecordQuery.scope(units, column: "owner") + Statement(" ORDER BY id DESC LIMIT 100")
                ) { $0.text(0) ?? "" }
                for id in ids {
                    guard let stored = try table.fetch(id: id, district: district, in: session) else { continue }
                    let plan = try ExamPlanTable.entry(record: id, district: district, in: session)
                    let total = ExamCount(
                        try ExamCandidateTable.all(of: id, district: district, in: session),
                        try ExamSittingTable.all(of: id, district: district, in: session))
                    lines.append(
                        ExamLine(
                            rules: ExamRules(stored, register, exam), due: total.due, sat: total.sat, passed: total.passed,
                            running: total.running, hasBank: plan?.bank != nil))
                }
            }
            return lines
        }
    }

    /// One exam with its results; nil for whoever may not read it.
    public func examRun(_ register: String, _ id: String, by actor: Actor) async throws(StoreError) -> ExamRun? {
        try await closeSittings()
        let present = clock.present
        return try await engine.read { session in
            let district = self.district.name
            guard let table = self.table(register), let exam = table.layout.register.exam,
                let stored = try table.fetch(id: id, district: district, in: session),
                actor.scope.may(.read, in: register, unit: stored.owner)
            else { return nil }
            let rules = ExamRules(stored, table.layout.register, exam)
            let mayRun = self.runs(stored.owner, table.layout.register, exam, actor)
            let plan = try ExamPlanTable.entry(record: id, district: district, in: session)
            let sight = actor.scope.sight(ofPersonalIn: register, unit: stored.owner)
            let candidates = try ExamCandidateTable.all(of: id, district: district, in: session)
            let sittings = try ExamSittingTable.all(of: id, district: district, in: session)
            let names = Dictionary(
                try AccountTable.accounts(district: district, in: session).map { ($0.id, $0.displayName) },
                uniquingKeysWith: { first, _ in first })
            let count = ExamCount(candidates, sittings)
            // While it can be sat, nobody but those who run it sees its questions.
            let seesQuestions = mayRun || rules.isOver(at: present)
            let questions = seesQuestions ? try self.itemAnalysis(of: id, sittings: sittings, in: session) : []
            let own = Dictionary(grouping: sittings, by: \.candidate)
            let people = try candidates.map { person in
                let name =
                    try person.account.map { names[$0] ?? $0 }
                    ?? person.name.map { try self.keys.openText($0, bound: self.binding(person.id, of: id, in: register)) }
                let tries = own[person.id] ?? []
                return ExamRun.Person(
                    id: person.id, unit: person.unit, name: name.map { Self.shown($0, sight) },
                    hasAccount: person.account != nil, hasCode: person.codeHash != nil, isResit: person.resitOf != nil,
                    tries: tries.count, isRunning: tries.contains { $0.state == .running },
                    best: tries.compactMap(\.points).max(), hasPassed: tries.contains { $0.isPassed == true },
                    passedOn: tries.first { $0.isPassed == true }?.on)
            }
            return ExamRun(
                rules: rules, plan: plan,
                bank: try plan?.bank.flatMap { try ExamBankTable.entry(id: $0, district: district, in: session) },
                mayRun: mayRun, seesNames: sight == .clear,
                units: count.units, people: people,
                questions: questions, attendances: count.attendances,
                running: count.running)
        }
    }

    private static func shown(_ name: String, _ sight: PersonalSight) -> String {
        guard sight != .clear, case .masked(let mask) = Masking.mask(.text(name), as: .name) else { return name }
        return mask
    }

    private func itemAnalysis(of exam: String, sittings: [ExamSittingTable.Entry], in session: any Transaction) throws
        -> [ExamRun.Item]
    {
        let closed = sittings.filter { $0.state != .running }
        guard !closed.isEmpty else { return [] }
        let answers = try ExamSittingTable.answers(ofExam: exam, district: district.name, in: session)
        var items: [String: ExamRun.Item] = [:]
        for (bank, some) in Dictionary(grouping: closed, by: \.bank) {
            let questions = Dictionary(
                try questions(of: bank, in: session).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            for sitting in some {
                guard let paper = Paper(text: sitting.items) else { continue }
                let chosen = Dictionary(
                    (answers[sitting.id] ?? []).map { ($0.question, $0.chosen) }, uniquingKeysWith: { first, _ in first })
                for item in paper.items {
                    guard let question = questions[item.question] else { continue }
                    let key = bank + "/" + item.question
                    var line =
                        items[key]
                        ?? ExamRun.Item(question: item.question, stem: question.stem, kind: question.kind, asked: 0, right: 0)
                    line.asked += 1
                    if chosen[item.question] == question.right { line.right += 1 }
                    items[key] = line
                }
            }
        }
        // Those that most people had wrong come first.
        return items.values.sorted {
            ($0.right * $1.asked, -$0.asked, Int($0.question) ?? 0) < ($1.right * $0.asked, -$1.asked, Int($1.question) ?? 0)
        }
    }

    /// Notes in the log that somebody took results out.
    public func noteExamExport(_ rules: ExamRules, people: Int, by actor: Actor) async throws(StoreError) {
        try await note("exam_export", actor: actor.account, facts: ["exam": rules.number, "people": String(people)])
    }

    // MARK: Counting

    /// Writes the counted results into the record's fields, by the move that the register names or as an edit.
    public func countExam(_ register: String, _ id: String, by actor: Actor) async throws(StoreError)
        -> Result<ExamRun.Unit, ExamRefusal>
    {
        let directory = try await directory()
        let now = clock.now()
        return try await engine.write { session -> Outcome<Result<ExamRun.Unit, ExamRefusal>> in
            try self.closeDue(at: now, in: session)
            switch try self.runnable(register, id, by: actor, in: session) {
            case .failure(let refusal): return .rollBack(.failure(refusal))
            case .success(let found):
                switch try self.count(
                    found.table, found.rules, found.exam, revision: found.revision, by: actor, directory: directory, in: session)
                {
                case .failure(let refusal): return .rollBack(.failure(refusal))
                case .success(let total):
                    try self.setCounted(id, at: now, in: session)
                    try self.log(
                        "exam_count",
                        [
                            "exam": found.rules.number, "due": String(total.due), "sat": String(total.sat),
                            "passed": String(total.passed),
                        ], by: actor.account, at: now, in: session)
                    return .commit(.success(total))
                }
            }
        }
    }

    private func setCounted(_ id: String, at now: Instant, in session: any Transaction) throws {
        guard var plan = try ExamPlanTable.entry(record: id, district: district.name, in: session) else { return }
        plan.countedAt = now
        try ExamPlanTable.save(plan, district: district.name, in: session)
    }

    private func count(
        _ table: RecordTable, _ rules: ExamRules, _ exam: ExamDefinition, revision: Int64, by actor: Actor, directory: Directory,
        in session: any Transaction
    ) throws -> Result<ExamRun.Unit, ExamRefusal> {
        let register = table.layout.register
        guard let stored = try table.fetch(id: rules.id, district: district.name, in: session) else { return .failure(.notFound) }
        let count = ExamCount(
            try ExamCandidateTable.all(of: rules.id, district: district.name, in: session),
            try ExamSittingTable.all(of: rules.id, district: district.name, in: session))
        var run = ExamRun.Unit(unit: "", isResit: false, due: 0, sat: 0, passed: 0, lastOn: nil)
        run.due = count.due
        run.sat = count.sat
        run.passed = count.passed
        var input = RecordInput()
        var fields: [String] = []
        if rules.isQuiz, let field = exam.results.attendances {
            input.texts[field] = String(count.attendances)
            fields.append(field)
        } else if let rows = register.field(exam.results.rows) {
            guard !count.units.isEmpty else { return .failure(.nothingToTake) }
            let latest = min(clock.today(), rules.ends.map { Instant(milliseconds: $0.milliseconds - 1).day } ?? clock.today())
            input.rows[rows.name] = resultRows(
                stored.values[rows.name]?.rows ?? [], rows, exam.results, count.units, register, latest: latest)
            fields.append(rows.name)
        }
        guard !fields.isEmpty else { return .failure(.nothingToTake) }
        let move = exam.results.move.flatMap { register.transition($0) }.flatMap { move in
            move.from.contains(stored.state) && !rules.isQuiz ? move : nil
        }
        let doer = actor.scope.may(.edit, in: register.name, unit: stored.owner) || move != nil ? actor : console()
        let change = RecordChange(
            move.map { doer.account == Self.system ? .edit : .move($0.name) } ?? .edit, revision: revision, input: input,
            fields: fields)
        switch try self.change(table, id: rules.id, change, by: doer, directory: directory, in: session) {
        case .done, .refused(.nothingChanged): return .success(run)
        case .problems(let problems), .problemsElsewhere(_, let problems): return .failure(.countProblems(problems))
        case .refused(let refusal): return .failure(.count(refusal))
        case .conflict: return .failure(.count(.nothingChanged))
        }
    }

    /// The rows of units that have no candidate here stay as somebody entered them.
    private func resultRows(
        _ stored: [Row], _ rows: FieldDefinition, _ names: ExamDefinition.Results, _ units: [ExamRun.Unit],
        _ register: RegisterDefinition, latest: Day
    ) -> [RowInput] {
        let writer = ValueText(
            register: register, labels: catalogue.labels, language: .chinese, unitLabel: { $0 }, referenceLabel: { $1 })
        var left = units
        var inputs = stored.map { row in
            var texts: [String: String] = [:]
            for child in rows.fields where child.computed == nil {
                texts[child.name] = writer.input(row.values[child.name], of: child)
            }
            let isResit = names.resit.flatMap { row.values[$0]?.bool } ?? false
            if let place = left.firstIndex(where: { $0.unit == row.values[names.unit]?.text && $0.isResit == isResit }) {
                texts.merge(Self.texts(left.remove(at: place), names, latest: latest)) { _, new in new }
            }
            return RowInput(id: row.id, texts: texts)
        }
        inputs += left.map { RowInput(texts: Self.texts($0, names, latest: latest)) }
        return inputs
    }

    private static func texts(_ unit: ExamRun.Unit, _ names: ExamDefinition.Results, latest: Day) -> [String: String] {
        var texts = [
            names.unit: unit.unit, names.on: (unit.lastOn ?? latest).iso, names.due: String(unit.due),
            names.sat: String(unit.sat),
            names.passed: String(unit.passed),
        ]
        if let resit = names.resit { texts[resit] = unit.isResit ? "是" : "否" }
        return texts
    }

    /// Closes sittings, and counts the exams that are over and were not counted yet; for the office's own round.
    func finishExams() async throws(StoreError) {
        guard !examRegisters.isEmpty else { return }
        try await closeSittings()
        let directory = try await directory()
        let present = clock.present
        let now = clock.now()
        let plans = try await engine.read { session in
            try ExamPlanTable.all(district: self.district.name, in: session).filter { $0.countedAt == nil && $0.bank != nil }
        }
        for plan in plans {
            try await engine.write { session -> Outcome<Void> in
                guard let table = self.table(plan.register), let exam = table.layout.register.exam,
                    let stored = try table.fetch(id: plan.record, district: self.district.name, in: session)
                else { return .rollBack(()) }
                let rules = ExamRules(stored, table.layout.register, exam)
                guard rules.isOpen, rules.isOver(at: present) else { return .rollBack(()) }
                let counted = try self.count(
                    table, rules, exam, revision: stored.revision, by: self.console(), directory: directory, in: session)
                guard case .success = counted else { return .rollBack(()) }
                try self.setCounted(plan.record, at: now, in: session)
                return .commit(())
            }
        }
    }
}

/// People and sittings counted: by unit, the people of a resit apart.
struct ExamCount {
    var units: [ExamRun.Unit] = []
    var attendances: Int
    var running: Int

    init(_ candidates: [ExamCandidateTable.Entry], _ sittings: [ExamSittingTable.Entry]) {
        let closed = sittings.filter { $0.state != .running }
        attendances = closed.count
        running = sittings.count - closed.count
        let own = Dictionary(grouping: closed, by: \.candidate)
        struct Key: Hashable {
            var unit: String
            var isResit: Bool
        }
        let groups = Dictionary(grouping: candidates) { Key(unit: $0.unit, isResit: $0.resitOf != nil) }
        for (key, people) in groups {
            let theirs = people.flatMap { own[$0.id] ?? [] }
            let tally = ExamTally(
                due: Set(people.map(\.id)), sittings: theirs.map { (person: $0.candidate, isPassed: $0.isPassed == true) })
            units.append(
                ExamRun.Unit(
                    unit: key.unit, isResit: key.isResit, due: key.isResit ? 0 : tally.due, sat: tally.sat,
                    passed: tally.passed, lastOn: theirs.map(\.on).max()))
        }
        units.sort { ($0.unit, $0.isResit ? 1 : 0) < ($1.unit, $1.isResit ? 1 : 0) }
    }

    var due: Int { units.reduce(0) { $0 + $1.due } }
    var sat: Int { units.reduce(0) { $0 + $1.sat } }
    var passed: Int { units.reduce(0) { $0 + $1.passed } }
}
