import Access
import Casework
import Definitions
import Hummingbird
import LegalTime
import Pages
import Records
import Wording

/// Registering a matter: the form, and the same from a client as JSON.
extension Site {
    func registerForm(_ visit: Visit) async throws -> Response {
        var draft = try await registering(visit)
        prefill(&draft)
        return try await answer(draft)
    }

    func register(_ visit: Visit) async throws -> Response {
        var draft = try await registering(visit)
        let form = try await visit.form()
        draft.input = draft.reading.input(form)
        if let changed = draft.reading.changedRows(form, draft.input) {
            draft.input = changed
            draft.lostFiles = Set(form.files.keys)
            return try await answer(draft)
        }
        let uploads = form.files.filter { file in draft.fields.contains { $0.name == file.key && $0.type == .attachment } }
        let outcome = try await visit.office.register(draft.register.name, draft.input, uploads: uploads, by: visit.actor)
        draft.lostFiles = Set(uploads.keys)
        switch outcome {
        case .done(let receipt):
            menus.forgetAll()
            return Answer.see(Address.record(draft.register.name, receipt.id).setting("done", to: "registered").text)
        case .problems(let problems):
            draft.problems = problems
            return try await answer(draft, status: .unprocessableContent)
        case .refused(let refusal):
            let (line, status) = try visit.refusal(refusal, in: draft.register)
            draft.remarks = [line]
            return try await answer(draft, status: status)
        case .conflict, .problemsElsewhere: throw WebProblem.badRequest
        }
    }

    /// `POST /registers/<name>` with an object of fields: 201 with the receipt, 422 with the problems by place.
    func registerJSON(_ visit: Visit) async throws -> Response {
        let register = try visit.register()
        try visit.checkToken()
        guard let json = JSONValue(try await FormBody.whole(visit.request)) else { throw WebProblem.badRequest }
        let reading = FormReading(fields: register.fields, choices: FormChoices(), standards: register.standards)
        guard let (input, unknown) = reading.input(json) else { throw WebProblem.badRequest }
        let writer = RecordJSON(visit, register)
        func refused(_ problems: [(place: String?, sentence: String)], _ status: HTTPResponse.Status) -> Response {
            Answer.json(writer.problems(problems), status: status)
        }
        guard unknown.isEmpty else {
            return refused(
                unknown.map { name in
                    (
                        name,
                        visit.wording.sentence(
                            for: InputProblem(place: InputPlace(field: name), reason: .unknownColumn(name)), in: register)
                    )
                }, .unprocessableContent)
        }
        switch try await visit.office.register(register.name, input, by: visit.actor) {
        case .done(let receipt):
            menus.forgetAll()
            var response = Answer.json(writer.receipt(receipt), status: .created)
            response.headers[.location] = Address.record(register.name, receipt.id).text
            return response
        case .problems(let problems):
            return refused(problems.map { ($0.place.key, visit.wording.sentence(for: $0, in: register)) }, .unprocessableContent)
        case .refused(let refusal):
            let (line, status) = try visit.refusal(refusal, in: register)
            return refused([(line.key, line.sentence)], status)
        case .conflict, .problemsElsewhere: throw WebProblem.badRequest
        }
    }

    private func registering(_ visit: Visit) async throws -> FormDraft {
        let register = try visit.register()
        guard !visit.actor.scope.units(for: .register, in: register.name).isEmpty else { throw WebProblem.forbidden }
        let fields = FormDraft.editable(register, nil, on: visit.today)
        let choices = try await visit.choices(register, fields: fields, act: .register, values: [:])
        return FormDraft(visit: visit, register: register, fields: fields, choices: choices, input: RecordInput())
    }

    /// Today, the only unit or record there is to choose, and as many rows as there have to be.
    private func prefill(_ draft: inout FormDraft) {
        for field in draft.fields where field.isRequired || field.name == draft.register.owner || field.type == .rows {
            switch field.type {
            case .date where field.name == draft.register.number.yearOf: draft.input.texts[field.name] = draft.visit.today.iso
            case .unit:
                if let only = draft.choices.units[field.name], only.count == 1 { draft.input.texts[field.name] = only[0].value }
            case .reference:
                if case .few(let options)? = draft.choices.references[field.target ?? ""], options.count == 1 {
                    draft.input.texts[field.name] = options[0].value
                }
            case .rows:
                let least = max(field.min ?? 0, field.isRequired ? 1 : 0)
                draft.input.rows[field.name] = (0..<least).map { _ in RowInput(texts: [:]) }
            default: break
            }
        }
    }

    private func answer(_ draft: FormDraft, status: HTTPResponse.Status = .ok) async throws -> Response {
        let visit = draft.visit
        let register = draft.register
        let wording = visit.wording
        var after: [String] = []
        let year =
            DateText.read(draft.input.texts[register.number.yearOf] ?? "", year: visit.today.year).day?.year ?? visit.today.year
        if let number = try await visit.office.nextNumber(register.name, year: year) {
            after.append(wording.text(FormText.number) + wording.colon + number)
        }
        var aside: [(title: String, items: [String])] = [(wording.text(FormText.afterSubmitting), after)]
        if draft.fields.contains(where: { $0.personal != nil || $0.fields.contains { $0.personal != nil } }) {
            aside.append((wording.text(FormText.whoSees), [wording.text(FormText.personalNote)]))
        }
        let heading = wording.registering(wording.label(register))
        let page = FormPage(
            heading: heading, sub: visit.catalogue.labels.summary(of: register, in: visit.language),
            path: draft.path(wording.text(FormText.registerOne)),
            action: .registering(register.name), formToken: visit.token.formToken, sections: draft.sections(),
            problems: draft.problemLines,
            submit: wording.text(FormText.checkAndSubmit), cancel: (wording.text(FormText.discard), .list(register.name)),
            aside: aside,
            sendsFiles: draft.sendsFiles)
        return try await visit.page(page, status: status)
    }
}

extension DateText.Reading {
    var day: Day? { if case .day(let day) = self { day } else { nil } }
}
