import Casework
import Definitions
import HTTPTypes
import Hummingbird
import Pages
import Records
import Wording

/// What the public hands in: the list of requests, their forms, the receipt.
extension Site {
    func openRequests(_ visit: OpenVisit) async throws -> Response {
        let wording = visit.wording
        let requests = visit.office.publicRequests.map { register, request in
            RequestsPage.Request(
                label: wording.label(request), intro: wording.intro(request),
                address: visit.address("requests", register.name, request.name))
        }
        return visit.page(
            RequestsPage(
                requests: requests, follow: visit.address("follow"),
                path: visit.path(Crumb(wording.text(OutsideText.requests)))))
    }

    private func draft(_ visit: OpenVisit) async throws -> PublicFormDraft {
        guard
            let (register, request) = visit.office.publicRequest(visit.parameter("request"), in: visit.parameter("register"))
        else { throw WebProblem.notFound }
        return PublicFormDraft(
            visit: visit, register: register, request: request,
            choices: try await visit.office.publicChoices(register, request))
    }

    func requestForm(_ visit: OpenVisit) async throws -> Response {
        var draft = try await draft(visit)
        draft.input = PublicFormDraft.empty(draft.fields)
        return visit.page(draft.page, isKept: false)
    }

    func handIn(_ visit: OpenVisit) async throws -> Response {
        let wording = visit.wording
        let form = try await visit.openForm()
        var draft = try await draft(visit)
        let reading = draft.reading
        draft.input = reading.input(form)
        draft.hasConsent = form.text(PublicFormDraft.consent) == "1"
        if let changed = reading.changedRows(form, draft.input) {
            draft.input = changed
            return visit.page(draft.page, isKept: false)
        }
        let offered = Set(draft.fields.filter { $0.type == .attachment }.map(\.name))
        let uploads = form.files.filter { offered.contains($0.key) }
        func again(_ status: HTTPResponse.Status = .unprocessableContent) -> Response {
            var draft = draft
            draft.lostFiles = Set(uploads.keys)
            for field in draft.fields where field.type == .rows && draft.input.rows[field.name]?.isEmpty ?? true {
                draft.input.rows[field.name] = PublicFormDraft.empty([field]).rows[field.name]
            }
            return visit.page(draft.page, status: status, isKept: false)
        }
        if let remark = try visit.remark(onToken: form, PublicFormDraft.purpose(draft.register, draft.request)) {
            draft.remarks = [remark]
            return again()
        }
        guard visit.maySend() else { return visit.waitABit }
        if draft.request.consent != nil, !draft.hasConsent {
            draft.remarks = [ProblemLine(key: PublicFormDraft.consent, sentence: wording.text(OutsideText.consentMissing))]
            return again()
        }
        let outcome = try await visit.office.submit(
            PublicSubmission(
                register: draft.register.name, request: draft.request.name, input: draft.input, uploads: uploads,
                formToken: form.text(FormToken.field) ?? ""))
        switch outcome {
        case .done(let receipt, let code):
            visit.noteSent()
            return try await received(visit, draft.request, receipt, code)
        case .problems(let problems):
            draft.problems = problems
            return again()
        case .refused(let refusal):
            switch refusal {
            case .notFound: throw WebProblem.notFound
            case .sentAlready:
                return visit.said(OutsideText.sentAlreadyTitle, wording.text(OutsideText.sentAlready), .conflict)
            case .tooManyFiles:
                draft.remarks = [ProblemLine(key: nil, sentence: wording.text(OutsideText.tooManyFiles))]
                return again()
            default: return visit.said(ProblemPageText.refusedTitle, wording.text(OutsideText.notReady), .conflict)
            }
        }
    }

    private func received(_ visit: OpenVisit, _ request: PublicRequestDefinition, _ receipt: Receipt, _ code: ReceiptCode)
        async throws -> Response
    {
        let wording = visit.wording
        var facts: [(label: String, text: String)] = [(wording.text(OutsideText.number), receipt.number)]
        if case .request(let standing)? = try await visit.office.follow(code) {
            facts.append(
                (wording.text(OutsideText.unit), visit.directory.unitLabel(standing.unit, in: visit.language)))
            facts.append((wording.text(OutsideText.receivedOn), standing.receivedOn.iso))
            for clock in standing.clocks {
                guard let due = clock.run.dueOn else { continue }
                let basis = clock.version.map { wording.bracketed(wording.citation($0.basis)) } ?? ""
                let label = visit.catalogue.register(standing.register).map {
                    wording.label(ofDeadline: clock.deadline, in: $0)
                }
                facts.append((label ?? wording.text(OutsideText.dueDay), due.iso + basis))
            }
        }
        let label = wording.label(request)
        return visit.page(
            ReceiptPage(
                heading: label + wording.colon + wording.text(OutsideText.done), code: code.text,
                path: visit.path(Crumb(wording.text(OutsideText.requests), visit.address("requests")), Crumb(label)),
                facts: facts, next: wording.text(OutsideText.nextStepsText), follow: visit.address("follow")), isKept: false)
    }
}
