import Access
import Definitions
import Examination
import LegalTime
import Store

extension Office {
    /// The exams of an account: those he is to sit or has sat, and the quizzes that are open; the newest first.
    public func examOffers(by actor: Actor) async throws(StoreError) -> [ExamOffer] {
        try await closeSittings()
        let present = clock.present
        return try await engine.read { session in
            let district = self.district.name
            let own = try ExamCandidateTable.own(account: actor.account, district: district, in: session)
            let mine = Dictionary(own.map { ($0.record, $0) }, uniquingKeysWith: { first, _ in first })
            var offers: [ExamOffer] = []
            for plan in try ExamPlanTable.all(district: district, in: session) {
                guard let rules = try self.rules(plan.register, plan.record, in: session) else { continue }
                let candidate = mine[plan.record]
                guard candidate != nil || rules.isQuiz && plan.bank != nil && rules.closed(at: present) == nil else { continue }
                offers.append(try self.offer(rules, plan, candidate, at: present, in: session))
            }
            return offers
        }
    }

    /// One exam for whoever is to sit it; nil where it is none of his.
    public func examOffer(_ register: String, _ id: String, by examinee: Examinee) async throws(StoreError) -> ExamOffer? {
        try await closeSittings()
        let present = clock.present
        return try await engine.read { session in
            guard let rules = try self.rules(register, id, in: session),
                let plan = try ExamPlanTable.entry(record: id, district: self.district.name, in: session)
            else { return nil }
            let candidate = try self.candidate(examinee, of: id, in: session)
            if candidate == nil {
                guard case .account = examinee, rules.isQuiz else { return nil }
            }
            return try self.offer(rules, plan, candidate, at: present, in: session)
        }
    }

    /// The exam that a candidate without an account is on the list of.
    public func exam(ofCandidate id: String) async throws(StoreError) -> (register: String, record: String)? {
        try await engine.read { session in
            guard let person = try ExamCandidateTable.entry(id: id, district: self.district.name, in: session),
                let plan = try ExamPlanTable.entry(record: person.record, district: self.district.name, in: session)
            else { return nil }
            return (plan.register, plan.record)
        }
    }

    private func candidate(_ examinee: Examinee, of record: String, in session: any Transaction) throws
        -> ExamCandidateTable.Entry?
    {
        switch examinee {
        case .account(let actor):
            return try ExamCandidateTable.entry(
                account: actor.account, of: record, district: district.name, in: session)
        case .candidate(let id):
            guard let entry = try ExamCandidateTable.entry(id: id, district: district.name, in: session), entry.record == record,
                entry.account == nil
            else { return nil }
            return entry
        }
    }

    private func offer(
        _ rules: ExamRules, _ plan: ExamPlanTable.Entry, _ candidate: ExamCandidateTable.Entry?, at present: Instant,
        in session: any Transaction
    ) throws -> ExamOffer {
        let sittings =
            try candidate.map {
                try ExamSittingTable.all(of: rules.id, candidate: $0.id, district: district.name, in: session)
            } ?? []
        return ExamOffer(
            rules: rules, sittings: sittings, refusal: refusal(rules, plan, sittings, at: present), isCandidate: candidate != nil)
    }

    /// Why a new sitting cannot begin.
    private func refusal(
        _ rules: ExamRules, _ plan: ExamPlanTable.Entry, _ sittings: [ExamSittingTable.Entry], at present: Instant
    ) -> ExamRefusal? {
        if sittings.contains(where: { $0.state == .running }) { return nil }
        if let closed = rules.closed(at: present) { return closed }
        if plan.bank == nil { return .noBank }
        if rules.plan.parts.isEmpty { return .noPaper }
        if !rules.isQuiz, sittings.contains(where: { $0.isPassed == true }) { return .passedAlready }
        if let tries = rules.tries, sittings.count >= tries { return .triesUsed(tries) }
        return nil
    }

    /// Begins a sitting, or goes on with the one that runs: one person never has two papers at once.
    public func startExam(_ register: String, _ id: String, by examinee: Examinee) async throws(StoreError)
        -> Result<String, ExamRefusal>
    {
        let now = clock.now()
        let present = clock.present
        return try await engine.write { session -> Outcome<Result<String, ExamRefusal>> in
            let district = self.district.name
            try self.closeDue(at: now, in: session)
            guard let rules = try self.rules(register, id, in: session),
                let plan = try ExamPlanTable.entry(record: id, district: district, in: session)
            else { return .rollBack(.failure(.notFound)) }
            var candidate = try self.candidate(examinee, of: id, in: session)
            if candidate == nil, case .account(let actor) = examinee, rules.isQuiz {
                let guest = ExamCandidateTable.Entry(
                    id: self.identifiers.next(at: now.milliseconds).description, record: id, account: actor.account,
                    unit: actor.unit)
                try ExamCandidateTable.insert(guest, district: district, in: session)
                candidate = guest
            }
            guard let candidate else { return .rollBack(.failure(.notFound)) }
            let sittings = try ExamSittingTable.all(of: id, candidate: candidate.id, district: district, in: session)
            if let running = sittings.first(where: { $0.state == .running }) { return .commit(.success(running.id)) }
            if let refusal = self.refusal(rules, plan, sittings, at: present) { return .rollBack(.failure(refusal)) }
            let ends = rules.ends.map { min(rules.minutes * 60_000, Int($0.milliseconds - present.milliseconds)) }
            let drawn = try self.draw(
                rules, plan, candidate.id, attempt: sittings.count + 1, from: now,
                milliseconds: ends ?? rules.minutes * 60_000, on: self.clock.today(), in: session)
            guard case .success(let entry) = drawn else { return .rollBack(drawn.map(\.id)) }
            try self.log(
                "exam_start", ["exam": rules.number, "sitting": entry.id, "try": String(entry.attempt)], by: examinee.name,
                at: now, in: session)
            return .commit(.success(entry.id))
        }
    }

    func draw(
        _ rules: ExamRules, _ plan: ExamPlanTable.Entry, _ candidate: String, attempt: Int, from now: Instant, milliseconds: Int,
        on day: Day, in session: any Transaction
    ) throws -> Result<ExamSittingTable.Entry, ExamRefusal> {
        guard let bank = plan.bank else { return .failure(.noBank) }
        // Nobody can draw the paper before it is begun: part of the seed is random, and it is kept to draw the paper again.
        let seed = "\(rules.id)/\(candidate)/\(attempt)/\(Self.random(16))"
        let paper: Paper
        do { paper = try Paper(bank: try questions(of: bank, in: session), plan: rules.plan, seed: seed) } catch let lack
            as Paper.Shortage
        {
            return .failure(.shortage(kind: lack.kind, needs: lack.needs, has: lack.has))
        }
        let entry = ExamSittingTable.Entry(
            id: identifiers.next(at: now.milliseconds).description, record: rules.id, candidate: candidate, attempt: attempt,
            bank: bank, seed: seed, items: paper.text, passMark: rules.plan.passMark, givesHalf: rules.plan.givesHalf, on: day,
            startedAt: now, endsAt: Instant(milliseconds: now.milliseconds + Int64(max(milliseconds, 0))),
            fullMark: paper.fullMark)
        try ExamSittingTable.insert(entry, district: district.name, in: session)
        return .success(entry)
    }

    // MARK: The paper

    /// The sitting as its sitter sees it; nil for anybody else.
    public func examSitting(_ id: String, by examinee: Examinee) async throws(StoreError) -> ExamSittingView? {
        try await closeSittings()
        let present = clock.present
        let now = clock.now()
        return try await engine.read { session in
            guard let sitting = try self.sitting(id, examinee, in: session),
                let plan = try ExamPlanTable.entry(record: sitting.record, district: self.district.name, in: session),
                let rules = try self.rules(plan.register, sitting.record, in: session), let paper = Paper(text: sitting.items)
            else { return nil }
            let bank = try self.questions(of: sitting.bank, in: session)
            let answers = try self.chosen(sitting.id, in: session)
            let shows = sitting.state != .running && (rules.isQuiz || rules.isOver(at: present))
            return ExamSittingView(
                rules: rules, sitting: sitting,
                items: Self.items(sitting, paper, bank, answers, showsAnswers: shows), now: now, showsAnswers: shows)
        }
    }

    private static func items(
        _ sitting: ExamSittingTable.Entry, _ paper: Paper, _ bank: [Question], _ answers: [String: Set<Int>], showsAnswers: Bool
    ) -> [ExamSittingView.Item] {
        let questions = Dictionary(bank.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let plan = PaperPlan(parts: [], passMark: sitting.passMark, givesHalf: sitting.givesHalf)
        let marks = Marking(paper, bank: bank, plan: plan, answers: answers).items
        return paper.items.enumerated().compactMap { place, item in
            guard let question = questions[item.question] else { return nil }
            func shown(_ places: Set<Int>) -> Set<Int> {
                Set(item.order.indices.filter { places.contains(item.order[$0]) })
            }
            return ExamSittingView.Item(
                number: place + 1, kind: question.kind, stem: question.stem, options: item.order.map { question.options[$0] },
                chosen: shown(answers[item.question] ?? []), points: item.points,
                got: showsAnswers ? marks[place].points : nil, right: showsAnswers ? shown(question.right) : [],
                explanation: showsAnswers ? question.explanation : "")
        }
    }

    private func sitting(_ id: String, _ examinee: Examinee, in session: any Transaction) throws -> ExamSittingTable.Entry? {
        guard let sitting = try ExamSittingTable.entry(id: id, district: district.name, in: session),
            try candidate(examinee, of: sitting.record, in: session)?.id == sitting.candidate
        else { return nil }
        return sitting
    }

    private func chosen(_ sitting: String, in session: any Transaction) throws -> [String: Set<Int>] {
        Dictionary(
            try ExamSittingTable.answers(of: sitting, district: district.name, in: session).map { ($0.question, $0.chosen) },
            uniquingKeysWith: { first, _ in first })
    }

    // MARK: Answers

    /// Saves answers as they come; after the end nothing is taken. nil: no sitting of his.
    public func saveAnswers(_ answers: [GivenAnswer], of id: String, by examinee: Examinee) async throws(StoreError)
        -> SavedAnswers?
    {
        let now = clock.now()
        return try await engine.write { session in
            guard let sitting = try self.sitting(id, examinee, in: session) else { return .rollBack(nil) }
            return .commit(try self.save(answers, of: sitting, at: now, in: session))
        }
    }

    /// Hands the paper in with what is sent along. Sent twice it is handed in once. nil: no sitting of his.
    public func submitExam(_ answers: [GivenAnswer], of id: String, by examinee: Examinee) async throws(StoreError)
        -> SavedAnswers?
    {
        let now = clock.now()
        return try await engine.write { session in
            guard let sitting = try self.sitting(id, examinee, in: session) else { return .rollBack(nil) }
            let saved = try self.save(answers, of: sitting, at: now, in: session)
            if !saved.isClosed { try self.close(sitting, as: .submitted, at: now, by: examinee.name, in: session) }
            return .commit(saved)
        }
    }

    private func save(_ answers: [GivenAnswer], of sitting: ExamSittingTable.Entry, at now: Instant, in session: any Transaction)
        throws -> SavedAnswers
    {
        var outcome = SavedAnswers(saved: [], isClosed: false, answered: 0, now: now, endsAt: sitting.endsAt)
        guard sitting.state == .running, now < sitting.endsAt else {
            if sitting.state == .running { try close(sitting, as: .ended, at: sitting.endsAt, by: Self.system, in: session) }
            outcome.isClosed = true
            return outcome
        }
        guard let paper = Paper(text: sitting.items) else {
            throw StoreError.unreadableRow(table: "exam_sitting", column: "items")
        }
        let kinds = Dictionary(
            try questions(of: sitting.bank, in: session).map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
        let kept = try ExamSittingTable.answers(of: sitting.id, district: district.name, in: session)
        var last = kept.map(\.sequence).max() ?? 0
        for answer in answers where paper.items.indices.contains(answer.item - 1) {
            let item = paper.items[answer.item - 1]
            guard answer.chosen.allSatisfy(item.order.indices.contains),
                kinds[item.question] == .multiple || answer.chosen.count <= 1
            else { continue }
            last += 1
            try ExamSittingTable.save(
                .init(
                    question: item.question, chosen: Set(answer.chosen.map { item.order[$0] }),
                    sequence: answer.sequence ?? last, savedAt: now), sitting: sitting.id, district: district.name, in: session)
            last = max(last, answer.sequence ?? last)
            outcome.saved.insert(answer.item)
        }
        outcome.answered = try ExamSittingTable.answers(of: sitting.id, district: district.name, in: session).count {
            !$0.chosen.isEmpty
        }
        return outcome
    }

    // MARK: The end

    /// Closes and marks every sitting whose end has come.
    public func closeSittings() async throws(StoreError) {
        let now = clock.now()
        let district = district.name
        let isDue = try await engine.read { try !ExamSittingTable.due(at: now, district: district, in: $0).isEmpty }
        guard isDue else { return }
        try await engine.write { session in
            try self.closeDue(at: now, in: session)
            return .commit(())
        }
    }

    func closeDue(at now: Instant, in session: any Transaction) throws {
        for sitting in try ExamSittingTable.due(at: now, district: district.name, in: session) {
            try close(sitting, as: .ended, at: sitting.endsAt, by: Self.system, in: session)
        }
    }

    /// Marks what was saved; a sitting that is closed already stays as it is.
    func close(
        _ sitting: ExamSittingTable.Entry, as state: ExamSittingTable.Entry.State, at moment: Instant, by name: String,
        in session: any Transaction
    ) throws {
        guard let paper = Paper(text: sitting.items) else {
            throw StoreError.unreadableRow(table: "exam_sitting", column: "items")
        }
        let answers = try chosen(sitting.id, in: session)
        let marking = Marking(
            paper, bank: try questions(of: sitting.bank, in: session),
            plan: PaperPlan(parts: [], passMark: sitting.passMark, givesHalf: sitting.givesHalf), answers: answers)
        guard
            try ExamSittingTable.close(
                sitting.id, as: state, at: moment, points: marking.points, isPassed: marking.isPassed, district: district.name,
                in: session)
        else { return }
        // What was answered can be proved by the log without standing in it.
        let sheet = paper.items.map { item in
            item.question + "=" + (answers[item.question] ?? []).sorted().map(String.init).joined(separator: ",")
        }.joined(separator: ";")
        try log(
            "exam_end",
            [
                "sitting": sitting.id, "state": state.rawValue, "points": String(marking.points),
                "answers": ContentHash.hex(Array(sheet.utf8)),
            ], by: name, at: clock.now(), in: session)
    }
}
