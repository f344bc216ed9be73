import Casework
import HTTPTypes
import Hummingbird
import LegalTime
import Pages
import Store
import Wording

extension Site {
    // MARK: The list

    func exams(_ visit: Visit) async throws -> Response {
        let wording = visit.wording
        let offers = try await visit.office.examOffers(by: visit.actor)
        let lines = try await visit.office.examLines(by: visit.actor)
        let own = offers.map { offer in
            let action: Crumb?
            if let running = offer.running {
                action = Crumb(wording.text(ExamText.goOn), .examSitting(running))
            } else if offer.refusal == nil {
                action = Crumb(
                    wording.text(offer.sittings.isEmpty ? ExamText.begin : .beginAgain),
                    .examStart(offer.rules.register, offer.rules.id))
            } else if let last = offer.sittings.last {
                action = Crumb(wording.text(ExamText.seeResult), .examSitting(last.id))
            } else {
                action = nil
            }
            return ExamsPage.Own(
                title: offer.rules.title, period: wording.examPeriod(offer.rules.starts, offer.rules.ends),
                standing: standing(offer, wording), isOpen: offer.running != nil || offer.refusal == nil,
                score: offer.best.map { wording.points($0, of: offer.sittings.last?.fullMark ?? 0) } ?? "", action: action)
        }
        let run = lines.map { line in
            let register = visit.catalogue.register(line.rules.register)
            return ExamsPage.Line(
                title: line.rules.title, number: line.rules.number,
                state: register.map { wording.label(ofState: line.rules.state, in: $0) } ?? line.rules.state,
                period: wording.examPeriod(line.rules.starts, line.rules.ends), due: line.due, sat: line.sat,
                passed: line.passed, running: line.running, address: .exam(line.rules.register, line.rules.id))
        }
        let seesRun = visit.office.examRegisters.contains { visit.isVisible($0.name) }
        return try await visit.page(
            ExamsPage(own: own, run: run, banks: visit.office.runsExams(visit.actor) ? .examBanks : nil, seesRun: seesRun))
    }

    private func standing(_ offer: ExamOffer, _ wording: Wording) -> String {
        if offer.running != nil { return wording.text(ExamText.isSitting) }
        if offer.hasPassed { return wording.text(ExamText.hasPassed) }
        if !offer.sittings.isEmpty { return wording.text(ExamText.notPassed) }
        switch offer.refusal {
        case nil: return wording.text(ExamText.notSat)
        case .notYet(let moment): return wording.notYet(moment)
        case .over: return wording.text(ExamText.notSat)
        case .some(let refusal): return wording.sentence(refusal)
        }
    }

    // MARK: Beginning

    func examStart(_ visit: ExamVisit) async throws -> Response {
        try await examStart(
            visit, register: visit.arrival.parameter("register"), id: visit.arrival.parameter("id"), refusal: nil)
    }

    func examStart(_ visit: ExamVisit, register: String, id: String, refusal: ExamRefusal?) async throws -> Response {
        guard let offer = try await visit.office.examOffer(register, id, by: visit.examinee) else { throw WebProblem.notFound }
        let wording = visit.wording
        let refused = refusal ?? offer.refusal
        var facts = wording.facts(offer.rules)
        facts.append((wording.text(ExamText.used), String(offer.sittings.count)))
        let results = offer.sittings.filter { $0.state != .running }.map { sitting in
            let score = wording.points(sitting.points ?? 0, of: sitting.fullMark)
            let state = wording.text(sitting.isPassed == true ? ExamText.hasPassed : .notPassed)
            return Crumb("\(sitting.attempt). \(score) · \(state)", .examSitting(sitting.id))
        }
        let button: ExamText = offer.running != nil ? .goOn : offer.sittings.isEmpty ? .begin : .beginAgain
        let page = ExamStartPage(
            heading: offer.rules.title, facts: facts, isQuiz: offer.rules.isQuiz, refusal: refused.map { wording.sentence($0) },
            button: wording.text(button), action: visit.arrival.address.without(["out"]), formToken: visit.token.formToken,
            results: results, hasMenu: visit.visit != nil)
        return try await visit.page(page, status: refusal == nil ? .ok : .conflict)
    }

    func startExam(_ visit: ExamVisit) async throws -> Response {
        _ = try await visit.form()
        return try await startExam(visit, register: visit.arrival.parameter("register"), id: visit.arrival.parameter("id"))
    }

    func startExam(_ visit: ExamVisit, register: String, id: String) async throws -> Response {
        switch try await visit.office.startExam(register, id, by: visit.examinee) {
        case .success(let sitting): return Answer.see(Address.examSitting(sitting).text)
        case .failure(.notFound): throw WebProblem.notFound
        case .failure(let refusal): return try await examStart(visit, register: register, id: id, refusal: refusal)
        }
    }

    // MARK: The paper

    func examSitting(_ visit: ExamVisit) async throws -> Response {
        try await paper(
            visit, notice: visit.arrival.query("done") == "saved" ? .savedNote : nil, isLate: visit.arrival.query("late") != nil)
    }

    private func paper(_ visit: ExamVisit, notice: ExamText?, isLate: Bool) async throws -> Response {
        let id = visit.arrival.parameter("sitting")
        guard let view = try await visit.office.examSitting(id, by: visit.examinee) else { throw WebProblem.notFound }
        let wording = visit.wording
        guard view.isRunning else { return try await visit.page(result(view, visit, isLate: isLate)) }
        let page = ExamPaperPage(
            heading: view.rules.title,
            items: view.items.map { item in
                ExamPaperPage.Item(
                    number: item.number, kind: item.kind, stem: item.stem, options: item.options, chosen: item.chosen,
                    points: item.points)
            }, address: .examSitting(id), formToken: visit.token.formToken, now: view.now.milliseconds,
            endsAt: view.sitting.endsAt.milliseconds, endsText: wording.moment(view.sitting.endsAt),
            notice: notice.map { wording.text($0) }, hasMenu: visit.visit != nil)
        var response = try await visit.page(page)
        // This page alone sends answers by script.
        if let policy = response.headers[.contentSecurityPolicy] {
            response.headers[.contentSecurityPolicy] = policy + "; connect-src 'self'"
        }
        return response
    }

    private func result(_ view: ExamSittingView, _ visit: ExamVisit, isLate: Bool) -> ExamResultPage {
        let wording = visit.wording
        let sitting = view.sitting
        let hasPassed = sitting.isPassed == true
        var facts: [(label: String, text: String)] = [
            (wording.text(ExamText.passMark), wording.marks(sitting.passMark)),
            (wording.text(ExamText.used), String(sitting.attempt)),
        ]
        if let at = sitting.submittedAt {
            facts.append((wording.text(sitting.state == .ended ? ExamText.endedByServer : .handedIn), wording.moment(at)))
        }
        facts.append((wording.text(ExamText.questions), wording.answered(view.answered, of: view.items.count)))
        let items = view.items.map { item in
            ExamResultPage.Item(
                number: item.number, kind: item.kind, stem: item.stem, options: item.options, chosen: item.chosen,
                right: item.right, got: item.got ?? 0, points: item.points, explanation: item.explanation)
        }
        return ExamResultPage(
            heading: view.rules.title, standing: wording.text(hasPassed ? ExamText.hasPassed : .notPassed), hasPassed: hasPassed,
            score: wording.points(sitting.points ?? 0, of: sitting.fullMark), facts: facts,
            items: view.showsAnswers ? items : nil, notice: isLate ? wording.text(ExamText.lateAnswers) : nil,
            next: visit.visit == nil ? nil : Crumb(wording.text(ExamText.title), .exams), hasMenu: visit.visit != nil)
    }

    /// The form of the paper: saves what differs from what the page showed, and hands in where that button was pressed.
    func saveExam(_ visit: ExamVisit) async throws -> Response {
        let form = try await visit.form()
        let id = visit.arrival.parameter("sitting")
        var answers: [GivenAnswer] = []
        for item in form.items where item.name.hasPrefix("was.") {
            guard let number = Int(item.name.dropFirst(4)) else { continue }
            let chosen = Set(form.texts(ExamPaperPage.control(number)).compactMap { Int($0) })
            let shown = Set(item.value.split(separator: ",").compactMap { Int($0) })
            if chosen != shown { answers.append(GivenAnswer(item: number, chosen: chosen)) }
        }
        let isSubmitted = form.text(ExamPaperPage.submit) != nil
        let saved =
            isSubmitted
            ? try await visit.office.submitExam(answers, of: id, by: visit.examinee)
            : try await visit.office.saveAnswers(answers, of: id, by: visit.examinee)
        guard let saved else { throw WebProblem.notFound }
        let address = Address.examSitting(id)
        if saved.isClosed { return Answer.see(address.setting("late", to: answers.isEmpty ? nil : "1").text) }
        return Answer.see(isSubmitted ? address.text : address.setting("done", to: "saved").text)
    }

    /// `{"answers":[{"item":3,"chosen":[0,2],"sequence":1700000000000}]}`; 409 once the paper is closed.
    func saveExamAnswers(_ visit: ExamVisit) async throws -> Response {
        try visit.checkToken()
        guard let json = JSONValue(try await FormBody.whole(visit.arrival.request)), case .array(let given)? = json["answers"],
            given.count <= 1000
        else { throw WebProblem.badRequest }
        func number(_ value: JSONValue?) -> Int64? {
            if case .number(let text)? = value { Int64(text) } else { nil }
        }
        let answers = given.compactMap { value -> GivenAnswer? in
            guard let item = number(value["item"]), case .array(let places)? = value["chosen"] else { return nil }
            let chosen = places.compactMap { number($0).map { Int(clamping: $0) } }
            guard chosen.count == places.count else { return nil }
            return GivenAnswer(item: Int(clamping: item), chosen: Set(chosen), sequence: number(value["sequence"]))
        }
        let id = visit.arrival.parameter("sitting")
        guard let saved = try await visit.office.saveAnswers(answers, of: id, by: visit.examinee) else {
            throw WebProblem.notFound
        }
        var json2 = JSONWriter(capacity: 256)
        json2.object { json in
            if saved.isClosed { json.member("error", "closed") }
            json.key("saved")
            json.array { json in for item in saved.saved.sorted() { json.integer(Int64(item)) } }
            json.member("answered", Int64(saved.answered))
            json.member("now", saved.now.milliseconds)
            json.member("ends", saved.endsAt.milliseconds)
        }
        return Answer.json(json2.bytes, status: saved.isClosed ? .conflict : .ok)
    }
}
