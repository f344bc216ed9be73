import Casework
import Definitions
import HTTPTypes
import Hummingbird
import LegalTime
import Pages
import Wording

/// Drafts before the public: list, page, file, form.
extension Site {
    func openConsultations(_ visit: OpenVisit) async throws -> Response {
        let wording = visit.wording
        let all = try await visit.office.consultations()
        func lines(_ phases: Set<Consultation.Phase>) -> [ConsultationsPage.Line] {
            all.filter { phases.contains($0.phase) }.map { one in
                ConsultationsPage.Line(
                    title: one.title, unit: visit.directory.unitLabel(one.unit, in: visit.language), from: one.from,
                    until: one.until, phase: wording.name(of: one.phase), isOpen: one.phase == .running,
                    address: visit.address("consultations", one.id))
            }
        }
        let groups = [
            ConsultationsPage.Group(
                title: wording.text(ConsultationText.running), lines: lines([.running]),
                nothing: wording.text(ConsultationText.noneRunning)),
            ConsultationsPage.Group(title: wording.text(ConsultationText.announced), lines: lines([.announced]), nothing: nil),
            ConsultationsPage.Group(
                title: wording.text(ConsultationText.ended), lines: lines([.closed, .answered]),
                nothing: wording.text(ConsultationText.noneEnded)),
        ]
        return visit.page(
            ConsultationsPage(groups: groups, path: visit.path(Crumb(wording.text(ConsultationText.consultations)))))
    }

    private func consultation(_ visit: OpenVisit) async throws -> Consultation {
        guard let found = try await visit.office.consultation(visit.parameter("id")) else { throw WebProblem.notFound }
        return found
    }

    func openConsultation(_ visit: OpenVisit) async throws -> Response {
        let wording = visit.wording
        let one = try await consultation(visit)
        var facts: [(label: String, text: String)] = [
            (wording.text(ConsultationText.unit), visit.directory.unitLabel(one.unit, in: visit.language)),
            (wording.text(ConsultationText.from), one.from.iso),
            (wording.text(ConsultationText.until), wording.openUntil(one.until)),
        ]
        if let reason = one.shortenedReason {
            facts.append((wording.text(ConsultationText.shortened), reason))
        } else if let minimum = one.minimum, let earliest = one.earliestEnd {
            facts.append((wording.text(OutsideText.basis), wording.shortestPeriod(minimum, earliest: earliest)))
        }
        var file: (name: String, size: String, address: Address)?
        var text: String?
        switch one.draft {
        case .file(let attachment):
            file = (attachment.name, wording.fileSize(attachment.size), visit.address("consultations", one.id, "draft"))
        case .text(let draft): text = draft
        }
        let notice: String? =
            switch one.phase {
            case .running, .answered: nil
            case .announced: wording.opensOn(one.from)
            case .closed: wording.closedOn(one.until)
            }
        return visit.page(
            ConsultationPage(
                heading: one.title,
                path: visit.path(
                    Crumb(wording.text(ConsultationText.consultations), visit.address("consultations")), Crumb(one.title)),
                phase: wording.name(of: one.phase), isOpen: one.phase == .running, facts: facts, explanation: one.explanation,
                draftText: text, draftFile: file,
                form: one.phase == .running ? visit.address("consultations", one.id, "opinion") : nil, notice: notice,
                summary: one.summary.map { .init(on: $0.on, received: $0.received, adopted: $0.adopted, text: $0.text) }))
    }

    func openDraft(_ visit: OpenVisit) async throws -> Response {
        guard let (file, bytes) = try await visit.office.draftFile(of: visit.parameter("id")) else { throw WebProblem.notFound }
        return visit.answer(bytes, type: FileName.mediaType(file.mediaType), name: file.name)
    }

    // MARK: The form

    private struct OpinionDraft {
        var kind = Opinion.Kind.person.rawValue
        var name = ""
        var contact = ""
        var text = ""
    }

    func opinionForm(_ visit: OpenVisit) async throws -> Response {
        let one = try await consultation(visit)
        guard one.phase == .running else { return Answer.see(visit.address("consultations", one.id).text) }
        return opinionAnswer(visit, one, OpinionDraft())
    }

    func giveOpinion(_ visit: OpenVisit) async throws -> Response {
        let wording = visit.wording
        let form = try await visit.openForm()
        let one = try await consultation(visit)
        let draft = OpinionDraft(
            kind: form.text("kind") ?? "", name: form.text("name") ?? "", contact: form.text("contact") ?? "",
            text: form.text("opinion") ?? "")
        if let remark = try visit.remark(onToken: form, "opinion/\(one.id)") {
            return opinionAnswer(visit, one, draft, problem: remark, status: .unprocessableContent)
        }
        guard visit.maySend() else { return visit.waitABit }
        let input = OpinionInput(
            kind: Opinion.Kind(rawValue: draft.kind) ?? .person, name: draft.name, contact: draft.contact, text: draft.text,
            formToken: form.text(FormToken.field) ?? "")
        switch try await visit.office.submit(input, on: one.id) {
        case .done(let code):
            visit.noteSent()
            return visit.page(
                ReceiptPage(
                    heading: wording.text(ConsultationText.opinionThanks), code: code.text,
                    path: visit.path(
                        Crumb(wording.text(ConsultationText.consultations), visit.address("consultations")),
                        Crumb(one.title, visit.address("consultations", one.id)),
                        Crumb(wording.text(ConsultationText.opinionThanks))),
                    facts: [
                        (wording.text(ConsultationText.draftTitle), one.title),
                        (wording.text(ConsultationText.until), one.until.iso),
                    ], next: wording.text(ConsultationText.opinionNext), follow: visit.address("follow")), isKept: false)
        case .refused(let refusal):
            switch refusal {
            case .notFound: throw WebProblem.notFound
            case .sentAlready:
                return visit.said(
                    ConsultationText.sentAlreadyTitle, wording.text(ConsultationText.sentAlready), .conflict)
            case .closed(let phase, let until):
                let sentence = phase == .announced ? wording.opensOn(one.from) : wording.closedOn(until)
                return visit.said(ConsultationText.consultations, sentence, .conflict)
            case .textMissing, .textTooLong, .nameTooLong, .contactTooLong, .controlCharacter:
                return opinionAnswer(
                    visit, one, draft, problem: Self.line(refusal, wording), status: .unprocessableContent)
            }
        }
    }

    private static func line(_ refusal: OpinionRefusal, _ wording: Wording) -> ProblemLine {
        switch refusal {
        case .textTooLong(let count):
            ProblemLine(key: "opinion", sentence: wording.textTooLong(count, limit: OpinionInput.longestText))
        case .nameTooLong: ProblemLine(key: "name", sentence: wording.tooLong(limit: OpinionInput.longestName))
        case .contactTooLong: ProblemLine(key: "contact", sentence: wording.tooLong(limit: OpinionInput.longestName))
        case .controlCharacter: ProblemLine(key: "opinion", sentence: wording.text(ConsultationText.controlCharacter))
        default: ProblemLine(key: "opinion", sentence: wording.text(ConsultationText.textMissing))
        }
    }

    private func opinionAnswer(
        _ visit: OpenVisit, _ one: Consultation, _ draft: OpinionDraft, problem: ProblemLine? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let wording = visit.wording
        func problems(_ key: String) -> [String] { problem.flatMap { $0.key == key ? [$0.sentence] : nil } ?? [] }
        let kinds = [
            FieldControl.Option(value: Opinion.Kind.person.rawValue, label: wording.text(ConsultationText.person)),
            FieldControl.Option(value: Opinion.Kind.unit.rawValue, label: wording.text(ConsultationText.organisation)),
        ]
        let controls = [
            FieldControl(
                key: "opinion", label: wording.text(ConsultationText.opinion), hint: wording.text(ConsultationText.opinionHint),
                problems: problems("opinion"), kind: .area(draft.text)),
            FieldControl(key: "kind", label: wording.text(ConsultationText.kind), kind: .radios(kinds, chosen: draft.kind)),
            FieldControl(
                key: "name", label: wording.text(ConsultationText.name), hint: wording.text(ConsultationText.nameHint),
                isOptional: true, problems: problems("name"), kind: .line(draft.name, .init(width: "w-m"))),
            FieldControl(
                key: "contact", label: wording.text(ConsultationText.contact), hint: wording.text(ConsultationText.contactHint),
                isOptional: true, problems: problems("contact"), kind: .line(draft.contact, .init(width: "w-m"))),
        ]
        var page = FormPage(
            heading: wording.text(ConsultationText.formTitle), sub: one.title + " · " + wording.openUntil(one.until),
            path: visit.path(
                Crumb(wording.text(ConsultationText.consultations), visit.address("consultations")),
                Crumb(one.title, visit.address("consultations", one.id)), Crumb(wording.text(ConsultationText.giveOpinion))),
            action: visit.address("consultations", one.id, "opinion"), formToken: visit.formToken("opinion/\(one.id)"),
            sections: [FormPage.Section(title: "", controls: controls)], problems: problem.map { [$0] } ?? [],
            notes: [(wording.text(ConsultationText.privacy), .plain)], submit: wording.text(ConsultationText.send),
            cancel: (wording.text(CommonText.cancel), visit.address("consultations", one.id)))
        page.decoy = wording.text(OutsideText.decoy)
        return visit.page(page, status: status, isKept: false)
    }
}

extension Wording {
    func name(of phase: Consultation.Phase) -> String {
        switch phase {
        case .announced: text(ConsultationText.phaseAnnounced)
        case .running: text(ConsultationText.phaseRunning)
        case .closed: text(ConsultationText.phaseClosed)
        case .answered: text(ConsultationText.phaseAnswered)
        }
    }

    func name(of state: Opinion.State) -> String {
        switch state {
        case .received: text(ConsultationText.stateReceived)
        case .adopted: text(ConsultationText.stateAdopted)
        case .partly: text(ConsultationText.statePartly)
        case .not: text(ConsultationText.stateNot)
        }
    }

    func name(of kind: Opinion.Kind) -> String {
        text(kind == .person ? ConsultationText.person : ConsultationText.organisation)
    }
}
