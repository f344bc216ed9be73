import Access
import Casework
import Hummingbird
import LegalTime
import Pages
import Wording

/// The entrance for people without an account: by the exam's address and a code of their own.
extension Site {
    /// The office and exam of an entrance.
    private func door(_ arrival: Arrival) async throws -> (Office, ExamRules) {
        let door = arrival.parameter("door")
        for office in directory.offices {
            if let rules = try await office.exam(atDoor: door) { return (office, rules) }
        }
        throw WebProblem.notFound
    }

    func examDoor(_ arrival: Arrival) async throws -> Response {
        let (office, rules) = try await door(arrival)
        return doorAnswer(arrival, office, rules, problem: nil, status: .ok)
    }

    private func doorAnswer(
        _ arrival: Arrival, _ office: Office, _ rules: ExamRules, problem: ExamText?, status: HTTPResponse.Status
    ) -> Response {
        let frame = frame(for: arrival, of: office)
        let wording = frame.wording
        let problems = problem.map { [ProblemLine(key: "code", sentence: wording.text($0))] } ?? []
        var page = FormPage(
            heading: rules.title, sub: wording.text(ExamText.doorSub), path: [],
            action: .examDoor(arrival.parameter("door")), formToken: "",
            sections: [
                FormPage.Section(
                    title: "",
                    controls: [
                        FieldControl(
                            key: "code", label: wording.text(ExamText.entryCode), problems: problems.map(\.sentence),
                            kind: .line("", .init(width: "w-m")))
                    ])
            ], problems: problems,
            notes: wording.facts(rules).prefix(1).map { ($0.label + wording.colon + $0.text, NoteWeight.plain) },
            submit: wording.text(ExamText.enter))
        if rules.isQuiz {
            page.sub = nil
            page.sections = []
            page.hidden = [("guest", "1")]
            page.submit = wording.text(ExamText.asGuest)
        }
        return Answer.html(frame.render(page), status: status)
    }

    func enterExam(_ arrival: Arrival, _ shelf: ExamShelf) async throws -> Response {
        if arrival.isFromElsewhere { throw WebProblem.formExpired }
        let (office, rules) = try await door(arrival)
        let form = try await FormBody.read(arrival.request)
        let now = office.clock.now()
        let origin = origin(arrival)
        let door = arrival.parameter("door")
        let isGuest = form.text("guest") != nil && rules.isQuiz
        let isShut =
            isGuest
            ? shelf.guests.withLock { $0.closedUntil(origin, at: now) != nil }
            : shelf.codes.withLock { $0.closedUntil(origin, at: now) != nil }
        if isShut { return doorAnswer(arrival, office, rules, problem: .tooManyTries, status: .tooManyRequests) }
        let token: SessionToken?
        if isGuest {
            shelf.guests.withLock { $0.noteFailure(of: origin, at: now) }
            token = try await office.enterAsGuest(door: door)
        } else {
            token = try await office.enter(door: door, code: form.text("code") ?? "")
        }
        guard let token else {
            if !isGuest { shelf.codes.withLock { $0.noteFailure(of: origin, at: now) } }
            return doorAnswer(
                arrival, office, rules, problem: isGuest ? .notOpen : .wrongCode, status: .unprocessableContent)
        }
        let cookie = Answer.cookie(
            ExamVisit.cookie, office.district.name + "." + token.text, seconds: 24 * 3600, isSecure: isSecure(arrival))
        return Answer.see(Address.examDoor(door).below("start").text, cookies: [cookie])
    }

    /// Whoever came in by this entrance; anybody else is sent back to it.
    private func guest(_ arrival: Arrival) async throws -> (ExamVisit, ExamRules)? {
        let (_, rules) = try await door(arrival)
        guard let guest = try await examGuest(arrival), case .candidate(let candidate) = guest.examinee,
            try await guest.office.exam(ofCandidate: candidate)?.record == rules.id
        else { return nil }
        return (guest, rules)
    }

    func examStartByCode(_ arrival: Arrival) async throws -> Response {
        guard let (guest, rules) = try await guest(arrival) else {
            return Answer.see(Address.examDoor(arrival.parameter("door")).text)
        }
        return try await examStart(guest, register: rules.register, id: rules.id, refusal: nil)
    }

    func startExamByCode(_ arrival: Arrival) async throws -> Response {
        guard let (guest, rules) = try await guest(arrival) else {
            return Answer.see(Address.examDoor(arrival.parameter("door")).text)
        }
        _ = try await guest.form()
        return try await startExam(guest, register: rules.register, id: rules.id)
    }
}
