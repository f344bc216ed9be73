import Casework
import Definitions
import Exchange
import Hummingbird
import LegalTime
import Pages
import Records
import Wording
import Workflow

/// Letters of a record: issued by a button, downloaded, their service written down; and the bound file.
extension Site {
    func addLetterRoutes(to router: Router<WebContext>) {
        let record = router.group("registers/:register/:id")
        record.get("letters") { request, context in await self.visit(request, context, self.letters) }
        record.post("letters/:letter") { request, context in await self.visit(request, context, self.issueLetter) }
        record.get("letters/:letter") { request, context in await self.visit(request, context, self.letterFile) }
        record.get("letters/:letter/service") { request, context in await self.visit(request, context, self.serviceForm) }
        record.post("letters/:letter/service") { request, context in await self.visit(request, context, self.serve) }
        record.get("bound/:form") { request, context in await self.visit(request, context, self.boundFile) }
    }

    /// The letters as JSON; a browser goes to the section of the record's page.
    func letters(_ visit: Visit) async throws -> Response {
        let register = try visit.register()
        let view = try await visit.record(register)
        guard visit.arrival.wantsJSON else { return Answer.see(Address.record(register.name, view.record.id).at("letters").text) }
        return Answer.json(RecordJSON(visit, register).letters(view.letters))
    }

    /// `POST …/letters/<name>`: from the button of the page, or with `Accept: application/json` from a client: 201 with the letter.
    func issueLetter(_ visit: Visit) async throws -> Response {
        let register = try visit.register()
        let id = visit.arrival.parameter("id")
        var issued: Int?
        if visit.arrival.wantsJSON {
            try visit.checkToken()
            _ = try await FormBody.whole(visit.request)
        } else {
            issued = try await visit.form().text("issued").flatMap { Int($0) }
        }
        let outcome = try await visit.office.issue(
            visit.arrival.parameter("letter"), of: id, in: register.name, after: issued, by: visit.actor)
        switch outcome {
        case .done(let letter):
            if visit.arrival.wantsJSON {
                var response = Answer.json(RecordJSON(visit, register).letter(letter), status: .created)
                response.headers[.location] = Address.letter(register.name, id, letter.id).text
                return response
            }
            return Answer.see(Address.record(register.name, id).setting("done", to: "letter").at("letters").text)
        case .refused(let refusal):
            if refusal == .notFound { throw WebProblem.notFound }
            let sentence = visit.sentence(refusal, in: register)
            let status = Visit.status(refusal)
            if visit.arrival.wantsJSON {
                return Answer.json(RecordJSON(visit, register).problems([(place: nil, sentence: sentence)]), status: status)
            }
            let address = Address.record(register.name, id)
            let page = ProblemPage(
                heading: visit.wording.text(ProblemPageText.refusedTitle), sentences: [sentence],
                links: [Crumb(visit.wording.text(LetterText.letters), address.at("letters"))])
            return try await visit.page(page, status: status)
        }
    }

    func letterFile(_ visit: Visit) async throws -> Response {
        let register = try visit.register()
        guard
            let (letter, bytes) = try await visit.office.letterFile(
                visit.arrival.parameter("letter"), of: visit.arrival.parameter("id"), in: register.name, by: visit.actor)
        else { throw WebProblem.notFound }
        let label = Wording(language: .chinese, labels: visit.wording.labels).label(ofLetter: letter.name, in: register)
        return Answer.file(bytes, type: Office.documentType, name: label + (letter.number.map { " \($0)" } ?? "") + ".docx")
    }

    // MARK: Service

    func serviceForm(_ visit: Visit) async throws -> Response {
        let (register, view, letter) = try await serving(visit)
        return try await serviceAnswer(visit, register, view, letter, ServiceDraft(on: visit.today.iso))
    }

    func serve(_ visit: Visit) async throws -> Response {
        if visit.arrival.wantsJSON { return try await serveJSON(visit) }
        let form = try await visit.form()
        let (register, view, letter) = try await serving(visit)
        let draft = ServiceDraft(
            mode: form.text("mode") ?? "", on: PlainText.trimmed(form.text("on") ?? ""), receiver: form.text("receiver") ?? "",
            note: form.text("note") ?? "")
        let outcome = try await visit.office.serve(
            letter.id, of: view.record.id, in: register.name, draft.input(year: visit.today.year), by: visit.actor)
        switch outcome {
        case .done:
            return Answer.see(Address.record(register.name, view.record.id).setting("done", to: "service").at("letters").text)
        case .refused(let refusal):
            let line = ProblemLine(key: Visit.place(refusal), sentence: visit.sentence(refusal, in: register))
            return try await serviceAnswer(visit, register, view, letter, draft, problem: line, status: Visit.status(refusal))
        }
    }

    /// `{"mode":"direct","on":"2022-01-18","receiver":"…","note":"…"}`
    private func serveJSON(_ visit: Visit) async throws -> Response {
        let register = try visit.register()
        try visit.checkToken()
        guard let json = JSONValue(try await FormBody.whole(visit.request)), case .object(let members) = json else {
            throw WebProblem.badRequest
        }
        func text(_ name: String) -> String {
            if case .string(let text)? = members.first(where: { $0.name == name })?.value { text } else { "" }
        }
        let draft = ServiceDraft(mode: text("mode"), on: text("on"), receiver: text("receiver"), note: text("note"))
        let outcome = try await visit.office.serve(
            visit.arrival.parameter("letter"), of: visit.arrival.parameter("id"), in: register.name,
            draft.input(year: visit.today.year), by: visit.actor)
        let writer = RecordJSON(visit, register)
        switch outcome {
        case .done(let letter): return Answer.json(writer.letter(letter), status: .created)
        case .refused(.notFound): throw WebProblem.notFound
        case .refused(let refusal):
            let sentence = visit.sentence(refusal, in: register)
            return Answer.json(
                writer.problems([(place: Visit.place(refusal), sentence: sentence)]), status: Visit.status(refusal))
        }
    }

    private func serving(_ visit: Visit) async throws -> (RegisterDefinition, RecordView, IssuedLetter) {
        let register = try visit.register()
        let view = try await visit.record(register)
        guard let letter = view.letters.issued.first(where: { $0.id == visit.arrival.parameter("letter") }) else {
            throw WebProblem.notFound
        }
        guard letter.mayServe else { throw WebProblem.forbidden }
        return (register, view, letter)
    }

    private struct ServiceDraft {
        var mode = ServiceMode.direct.rawValue
        var on = ""
        var receiver = ""
        var note = ""

        func input(year: Int) -> ServiceInput {
            ServiceInput(
                mode: ServiceMode(rawValue: mode) ?? .direct, on: DateText.read(on, year: year).day, receiver: receiver,
                note: note)
        }
    }

    private func serviceAnswer(
        _ visit: Visit, _ register: RegisterDefinition, _ view: RecordView, _ letter: IssuedLetter, _ draft: ServiceDraft,
        problem: ProblemLine? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let wording = visit.wording
        let label = wording.label(ofLetter: letter.name, in: register)
        let record = Address.record(register.name, view.record.id)
        func problems(_ key: String) -> [String] { problem.flatMap { $0.key == key ? [$0.sentence] : nil } ?? [] }
        let controls = [
            FieldControl(
                key: "mode", label: wording.text(LetterText.serviceMode),
                kind: .select(
                    ServiceMode.allCases.map { .init(value: $0.rawValue, label: wording.name(of: $0)) }, chosen: draft.mode)),
            FieldControl(
                key: "on", label: wording.text(LetterText.servedOn), hint: wording.text(FormText.dateHint),
                problems: problems("on"),
                kind: .line(draft.on, .init(width: "w-date"))),
            FieldControl(
                key: "receiver", label: wording.text(LetterText.receiver), hint: wording.text(LetterText.receiverHint),
                isOptional: true, problems: problems("receiver"), kind: .line(draft.receiver, .init(width: "w-m"))),
            FieldControl(
                key: "note", label: wording.text(LetterText.remark), isOptional: true, problems: problems("note"),
                kind: .area(draft.note)),
        ]
        let page = FormPage(
            heading: wording.text(LetterText.serve), sub: label + (letter.number.map { " \($0)" } ?? ""),
            path: [
                Crumb(wording.label(register), .list(register.name)), Crumb(view.record.number, record),
                Crumb(wording.text(LetterText.serve)),
            ], action: .letter(register.name, view.record.id, letter.id).below("service"), formToken: visit.token.formToken,
            sections: [FormPage.Section(title: "", controls: controls)], problems: problem.map { [$0] } ?? [],
            submit: wording.text(LetterText.serve), cancel: (wording.text(CommonText.cancel), record.at("letters")))
        return try await visit.page(page, status: status)
    }

    // MARK: Bound file

    /// `…/bound/zip` and `…/bound/docx`.
    func boundFile(_ visit: Visit) async throws -> Response {
        let register = try visit.register()
        let form = visit.arrival.parameter("form")
        guard ["zip", "docx"].contains(form),
            let file = try await visit.office.boundFile(register.name, id: visit.arrival.parameter("id"), by: visit.actor)
        else { throw WebProblem.notFound }
        let writer = BoundFileWriter(file, office: visit.office, directory: visit.directory, wording: visit.wording)
        let name = visit.wording.text(LetterText.boundFile) + " " + file.record.number
        return form == "zip"
            ? Answer.file(try writer.archive(), type: "application/zip", name: name + ".zip")
            : Answer.file(try writer.document(), type: Office.documentType, name: name + ".docx")
    }
}

extension Visit {
    func sentence(_ refusal: LetterRefusal, in register: RegisterDefinition) -> String {
        wording.sentence(for: refusal, in: register, roles: catalogue.roles)
    }

    /// The field of the service form that a refusal is about.
    static func place(_ refusal: LetterRefusal) -> String? {
        switch refusal {
        case .serviceDayMissing, .serviceDayInFuture, .serviceBeforeIssue: "on"
        case .receiverTooLong: "receiver"
        case .noteTooLong: "note"
        default: nil
        }
    }

    static func status(_ refusal: LetterRefusal) -> HTTPResponse.Status {
        switch refusal {
        case .notFound: .notFound
        case .roleMissing: .forbidden
        case .tooEarly, .issuedMeanwhile, .noTemplate, .nothingToPrint, .notServed: .conflict
        default: .unprocessableContent
        }
    }
}

extension Answer {
    /// A file to be saved.
    static func file(_ bytes: [UInt8], type: String, name: String) -> Response {
        var headers = data(type)
        headers[.contentDisposition] = FileName.disposition(name)
        return Response(status: .ok, headers: headers, body: body(bytes))
    }
}
