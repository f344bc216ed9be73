import Casework
import Definitions
import HTTPTypes
import Hummingbird
import LegalTime
import Pages
import Wording

/// A matter followed by its receipt code. The code travels in the body of forms, never in an address.
extension Site {
    private static let purpose = "follow"

    func followForm(_ visit: OpenVisit) async throws -> Response { followAnswer(visit) }

    private func followAnswer(
        _ visit: OpenVisit, problem: String? = nil, notice: String? = nil, found: FollowPage.Found? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        visit.page(
            FollowPage(
                path: visit.path(Crumb(visit.wording.text(OutsideText.follow))), action: visit.address("follow"),
                formToken: visit.formToken(Self.purpose), problem: problem, notice: notice, found: found),
            status: status, isKept: false)
    }

    /// What a code leads to, or the page that says that it leads nowhere; a wrong one costs.
    private func followed(_ visit: OpenVisit, _ form: FormBody) async throws -> (code: ReceiptCode, followed: Followed)? {
        let now = visit.office.clock.now()
        guard openLimits.withLock({ $0.mayGuess(visit.origin, at: now) }) else { throw TooManyGuesses() }
        if let code = ReceiptCode(form.text("code") ?? ""), let followed = try await visit.office.follow(code) {
            return (code, followed)
        }
        openLimits.withLock { $0.noteWrongCode(visit.origin, at: now) }
        return nil
    }

    private struct TooManyGuesses: Error {}

    private func closed(_ visit: OpenVisit) -> Response {
        var response = followAnswer(visit, problem: visit.wording.text(OutsideText.tooManyTries), status: .tooManyRequests)
        response.headers[.retryAfter] = "600"
        return response
    }

    /// The form of a look-up has a token too, but may be sent as fast as anybody types.
    private func checkedForm(_ visit: OpenVisit) async throws -> FormBody {
        let form = try await visit.openForm()
        if visit.office.refusal(ofFormToken: form.text(FormToken.field) ?? "", for: Self.purpose) == .foreign {
            throw WebProblem.formExpired
        }
        return form
    }

    func followCode(_ visit: OpenVisit) async throws -> Response {
        let form = try await checkedForm(visit)
        let wording = visit.wording
        guard let typed = form.text("code"), typed.contains(where: { !$0.isWhitespace }) else {
            return followAnswer(visit, problem: wording.text(OutsideText.codeMissing), status: .unprocessableContent)
        }
        do {
            guard let (code, followed) = try await followed(visit, form) else {
                return followAnswer(visit, problem: wording.text(OutsideText.codeWrong), status: .unprocessableContent)
            }
            return followAnswer(visit, found: try await found(visit, code, followed))
        } catch is TooManyGuesses {
            return closed(visit)
        }
    }

    func fetchAnswer(_ visit: OpenVisit) async throws -> Response {
        let form = try await checkedForm(visit)
        do {
            guard let (code, _) = try await followed(visit, form) else {
                return followAnswer(
                    visit, problem: visit.wording.text(OutsideText.codeWrong), status: .unprocessableContent)
            }
            guard let (answer, bytes) = try await visit.office.answerFile(form.text("answer") ?? "", for: code) else {
                throw WebProblem.notFound
            }
            let name = try await label(of: answer, visit, code)
            return Answer.file(bytes, type: FileName.mediaType(answer.mediaType), name: name)
        } catch is TooManyGuesses {
            return closed(visit)
        }
    }

    /// A letter is named by its kind and number, a file as it was handed in.
    private func label(of answer: PublicStanding.Answer, _ visit: OpenVisit, _ code: ReceiptCode) async throws -> String {
        guard answer.key.hasPrefix("letter:"), case .request(let standing)? = try await visit.office.follow(code),
            let register = visit.catalogue.register(standing.register)
        else { return answer.name }
        return visit.wording.label(ofLetter: answer.name, in: register) + (answer.number.map { " \($0)" } ?? "") + ".docx"
    }

    func addSupplement(_ visit: OpenVisit) async throws -> Response {
        let form = try await checkedForm(visit)
        let wording = visit.wording
        do {
            guard let (code, _) = try await followed(visit, form) else {
                return followAnswer(visit, problem: wording.text(OutsideText.codeWrong), status: .unprocessableContent)
            }
            let text = form.text("text") ?? ""
            let file = form.files["file"].flatMap { $0.bytes.isEmpty ? nil : $0 }
            let refusal = try await visit.office.supplement(text, file: file, for: code)
            guard let followed = try await visit.office.follow(code) else { throw WebProblem.notFound }
            var page = try await found(visit, code, followed)
            guard let refusal else {
                return followAnswer(visit, notice: wording.text(OutsideText.supplementThanks), found: page)
            }
            let sentence: String =
                switch refusal {
                case .textMissing: wording.text(OutsideText.textMissing)
                case .textTooLong(let count): wording.textTooLong(count, limit: PublicSupplement.longestText)
                case .controlCharacter: wording.text(OutsideText.controlCharacter)
                case .fileKind: wording.text(OutsideText.fileKind)
                case .fileTooLarge: wording.fileTooLarge(PublicFile.limit)
                default: wording.text(OutsideText.notAsked)
                }
            page.supplement?.text = text
            page.supplement?.problem = sentence
            return followAnswer(
                visit, notice: page.supplement == nil ? sentence : nil, found: page, status: .unprocessableContent)
        } catch is TooManyGuesses {
            return closed(visit)
        }
    }

    // MARK: What was found

    private func found(_ visit: OpenVisit, _ code: ReceiptCode, _ followed: Followed) async throws -> FollowPage.Found {
        switch followed {
        case .request(let standing): try found(visit, code, standing)
        case .opinion(let standing): found(visit, code, standing)
        }
    }

    private func found(_ visit: OpenVisit, _ code: ReceiptCode, _ standing: PublicStanding) throws -> FollowPage.Found {
        let wording = visit.wording
        guard let (register, request) = visit.office.publicRequest(standing.request, in: standing.register) else {
            throw WebProblem.notFound
        }
        var facts: [(label: String, text: String)] = [
            (wording.text(OutsideText.number), standing.number),
            (wording.text(OutsideText.unit), visit.directory.unitLabel(standing.unit, in: visit.language)),
            (wording.text(OutsideText.receivedOn), standing.receivedOn.iso),
        ]
        for day in standing.supplements { facts.append((wording.text(OutsideText.supplementSent), day.iso)) }
        let clocks = standing.clocks.map { clock in
            FollowPage.Clock(
                label: wording.label(ofDeadline: clock.deadline, in: register), due: clock.run.dueOn,
                basis: clock.version.map { wording.citation($0.basis) + wording.comma + wording.term(of: $0) } ?? "—",
                text: wording.clock(
                    of: clock.run, today: visit.today, now: visit.office.clock.present, sense: clock.version?.sense ?? .atMost,
                    needsConfirmation: clock.version?.needsConfirmation ?? false))
        }
        let answers = standing.answers.map { answer in
            let isLetter = answer.key.hasPrefix("letter:")
            let detail = [answer.number, answer.on?.iso, wording.fileSize(answer.size)].compactMap(\.self)
            return FollowPage.Answer(
                label: isLetter ? wording.label(ofLetter: answer.name, in: register) : answer.name,
                detail: detail.joined(separator: " · "), key: answer.key)
        }
        let hasAnswers = !request.answers.letters.isEmpty || !request.answers.fields.isEmpty
        return FollowPage.Found(
            heading: wording.label(request), state: request.shown(standing.state).map { wording.label($0) } ?? "", facts: facts,
            steps: standing.steps.map { step in (step.on, request.shown(step.state).map { wording.label($0) } ?? "") },
            clocks: clocks, answers: answers, hasAnswers: hasAnswers,
            supplement: standing.isAsked ? .init(action: visit.address("follow", "supplement")) : nil, code: code.text)
    }

    private func found(_ visit: OpenVisit, _ code: ReceiptCode, _ standing: OpinionStanding) -> FollowPage.Found {
        let wording = visit.wording
        let opinion = standing.opinion
        var facts: [(label: String, text: String)] = []
        if let one = standing.consultation {
            facts.append((wording.text(ConsultationText.draftTitle), one.title))
            facts.append((wording.text(ConsultationText.until), one.until.iso))
        }
        facts.append((wording.text(ConsultationText.receivedAt), wording.moment(opinion.at)))
        var texts: [(title: String, text: String)] = [(wording.text(ConsultationText.yourOpinion), opinion.text ?? "")]
        if let answer = opinion.answer { texts.append((wording.text(ConsultationText.answer), answer)) }
        if opinion.state == .received {
            texts.append((wording.text(ConsultationText.answer), wording.text(ConsultationText.toldLater)))
        }
        return FollowPage.Found(
            heading: wording.text(ConsultationText.giveOpinion), state: wording.name(of: opinion.state), facts: facts,
            texts: texts, code: code.text)
    }
}
