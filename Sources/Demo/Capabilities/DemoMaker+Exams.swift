import Casework
import Definitions
import Examination
import LegalTime
import Records
import Store

extension DemoMaker {
    /// What a demo district shows of exams.
    func makeExams(_ cast: Cast) async throws(Failure) {
        var random = SeededRandom(seed: declaration.seed)
        for exam in declaration.exams { try await make(exam, cast, &random) }
    }

    private func make(_ exam: DemoDeclaration.Exam, _ cast: Cast, _ random: inout SeededRandom) async throws(Failure) {
        guard let register = office.catalogue.register(exam.register), let record = try await record(exam, register),
            let runner = cast.who(may: .edit, in: register.name, owner: record.owner)
        else { throw .refused(act: "exam \(exam.title)", why: "no record or nobody to run it") }
        let questions = try await bank(exam.bank, runner)
        let banks = try await stored { () async throws(StoreError) in try await office.examBanks(by: runner) } ?? []
        let bank = banks.first { $0.title == exam.bank }?.id ?? ""
        _ = try done(
            "bank",
            try await stored { () async throws(StoreError) in
                try await office.setBank(bank, of: record.id, in: register.name, by: runner)
            })
        if !exam.accounts.isEmpty {
            _ = try done(
                "accounts",
                try await stored { () async throws(StoreError) in
                    try await office.addAccounts(of: Set(exam.accounts), to: record.id, in: register.name, by: runner)
                })
        }
        let people = exam.units.flatMap { unit in (0..<exam.each).map { (unit, Self.name(unit, $0, exam.units)) } }
        if !people.isEmpty {
            let rows = people.enumerated().map { CandidateRow(row: $0 + 2, unit: $1.0, name: $1.1, number: "演示\($0 + 1)") }
            let added = try done(
                "persons",
                try await stored { () async throws(StoreError) in
                    try await office.addPersons(rows, to: record.id, in: register.name, by: runner)
                })
            guard added.problems.isEmpty else { throw .refused(act: "persons", why: "\(added.problems)") }
        }
        guard let sat = exam.sat else { return }
        try await sit(record.id, register.name, sat, questions, runner, &random)
        _ = try done(
            "count",
            try await stored { () async throws(StoreError) in
                try await office.countExam(register.name, record.id, by: runner)
            })
        for move in exam.moves { try await self.move(move, record.id, register, cast) }
    }

    /// Invented, and looks it: 甲一, 乙二 …
    private static func name(_ unit: String, _ number: Int, _ units: [String]) -> String {
        let surnames = Array("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹")
        let stems = Array("甲乙丙丁戊己庚辛壬癸")
        let place = units.firstIndex(of: unit) ?? 0
        return "\(surnames[place % surnames.count])某\(stems[number % stems.count])"
    }

    private func record(_ exam: DemoDeclaration.Exam, _ register: RegisterDefinition) async throws(Failure) -> Record? {
        guard let heading = register.heading else { return nil }
        var request = ListRequest(register: register.name)
        request.limit = 500
        let asked = request
        let page = try await stored { () async throws(StoreError) in try await office.list(asked, by: office.console()) }
        return page.items.map(\.record).first { $0.values[heading]?.text == exam.title }
    }

    /// The questions of a declared bank, taken in where it is not there yet.
    private func bank(_ title: String, _ runner: Actor) async throws(Failure) -> [Question] {
        guard let bank = declaration.banks.first(where: { $0.title == title }),
            let reader = try? BankReader(header: DemoDeclaration.Bank.header)
        else { throw .refused(act: "bank \(title)", why: "not declared") }
        let (questions, problems) = reader.read(bank.questions)
        guard problems.isEmpty else { throw .refused(act: "bank \(title)", why: "\(problems)") }
        let known = try await stored { () async throws(StoreError) in try await office.examBanks(by: runner) } ?? []
        if !known.contains(where: { $0.title == title }) {
            let content = Array(bank.questions.flatMap { $0 }.joined(separator: "\n").utf8)
            _ = try done(
                "bank",
                try await stored { () async throws(StoreError) in
                    try await office.importBank(
                        title, fileName: title + ".xlsx", content: content, questions: questions, by: runner)
                })
        }
        return questions
    }

    /// Everybody on the list sits, on the days of the period; whoever fails sits again. The office's own clock stands still, so they
    /// sit in an office of a day of the period.
    private func sit(
        _ id: String, _ register: String, _ sat: DemoDeclaration.Sat, _ questions: [Question], _ runner: Actor,
        _ random: inout SeededRandom
    ) async throws(Failure) {
        guard let from = Day(iso: sat.from), let until = Day(iso: sat.until) else {
            throw .refused(act: "sit", why: "\(sat.from) \(sat.until)")
        }
        let right = Dictionary(
            questions.map { question in (question.stem, Set(question.right.map { question.options[$0] })) },
            uniquingKeysWith: { first, _ in first })
        let run = try await stored { () async throws(StoreError) in try await office.examRun(register, id, by: runner) }
        let people = run?.people ?? []
        for (place, person) in people.enumerated() {
            let day = from.adding(days: from.days(until: until) * place / max(people.count, 1))
            let then = Office(
                engine: office.engine, catalogue: office.catalogue, district: office.district, keys: office.keys,
                clock: OfficeClock(today: { day }, now: office.clock.now))
            let skill = Int.random(in: sat.skill, using: &random)
            for attempt in 0..<2 {
                let started = try await stored { () async throws(StoreError) in
                    try await then.startExam(register, id, by: .candidate(person.id))
                }
                guard case .success(let sitting) = started else { break }
                let view = try await stored { () async throws(StoreError) in
                    try await then.examSitting(sitting, by: .candidate(person.id))
                }
                var answers: [GivenAnswer] = []
                for item in view?.items ?? [] {
                    let knows = Int.random(in: 0..<100, using: &random) < min(skill + attempt * 15, 99)
                    let wanted = right[item.stem] ?? []
                    var chosen = Set(item.options.indices.filter { wanted.contains(item.options[$0]) })
                    if !knows { chosen = [Int.random(in: item.options.indices, using: &random)] }
                    answers.append(GivenAnswer(item: item.number, chosen: chosen))
                }
                let given = answers
                _ = try await stored { () async throws(StoreError) in
                    try await then.submitExam(given, of: sitting, by: .candidate(person.id))
                }
            }
        }
    }

    private func move(
        _ move: DemoDeclaration.Move, _ id: String, _ register: RegisterDefinition, _ cast: Cast
    ) async throws(Failure) {
        let records = try await stored { () async throws(StoreError) in
            try await office.records(register.name, ids: [id], by: office.console())
        }
        guard let record = records.first, let name = move.transition, let transition = register.transition(name),
            let actor = cast.who(
                mayMove: transition.roles, in: register.name, owner: record.owner, office: transition.office)
        else { throw .refused(act: "move", why: move.transition ?? "") }
        var texts: [String: String] = [:]
        for case (let field, .template(let text)) in move.fields { texts[field] = text }
        let change = RecordChange(
            .move(name), revision: record.revision, input: RecordInput(texts: texts), fields: move.fields.map(\.0),
            note: move.note)
        let outcome = try await stored { () async throws(StoreError) in
            try await office.change(register.name, id: id, change, by: actor)
        }
        guard case .done = outcome else { throw .refused(act: name, why: "\(outcome)") }
    }

    private func done<T>(_ act: String, _ result: Result<T, ExamRefusal>) throws(Failure) -> T {
        switch result {
        case .success(let value): return value
        case .failure(let refusal): throw .refused(act: act, why: "\(refusal)")
        }
    }
}
