import Access
import Casework
import Definitions
import Hummingbird
import LegalTime
import Pages
import Records
import Wording

/// Editing and correcting a record.
extension Site {
    func editForm(_ visit: Visit) async throws -> Response {
        let draft = try await editing(visit)
        return try await editAnswer(draft)
    }

    func edit(_ visit: Visit) async throws -> Response {
        var draft = try await editing(visit)
        let form = try await visit.form()
        draft.input = draft.reading.input(form)
        if let changed = draft.reading.changedRows(form, draft.input) {
            draft.input = changed
            draft.lostFiles = Set(form.files.keys)
            return try await editAnswer(draft, revision: form.text(FormDraft.revision))
        }
        return try await submit(draft, form, .edit, done: "saved") { draft, notice, revision, status in
            try await self.editAnswer(draft, revision: revision, conflict: notice, status: status)
        }
    }

    private func editing(_ visit: Visit) async throws -> FormDraft {
        let register = try visit.register()
        let view = try await visit.record(register)
        guard view.mayEdit else { throw WebProblem.forbidden }
        // What a dated list's moves change is not offered here.
        let kept = register.dated.flatMap { view.record.values[$0.listed] == nil ? nil : $0.fields + [$0.listed, $0.effective] }
        let fields = FormDraft.editable(register, view, on: register.versionDay(of: view.record.values) ?? visit.today)
        return try await draft(visit, register, view, fields.filter { !(kept ?? []).contains($0.name) }, .edit)
    }

    func draft(_ visit: Visit, _ register: RegisterDefinition, _ view: RecordView, _ fields: [FieldDefinition], _ act: Act)
        async throws -> FormDraft
    {
        let choices = try await visit.choices(register, fields: fields, act: act, values: view.record.values)
        let text = visit.valueText(register, references: view.references)
        return FormDraft(
            visit: visit, register: register, view: view, fields: fields, choices: choices,
            input: RecordInput(view.record.values, fields: fields, text: text, choices: choices))
    }

    /// Sends a change to the office; what it refuses comes back as the same form by `answer`.
    func submit(
        _ draft: FormDraft, _ form: FormBody, _ kind: RecordChange.Kind, note: String? = nil, on: Day? = nil, done: String,
        of transition: TransitionDefinition? = nil,
        answer: (FormDraft, ConflictNotice?, String?, HTTPResponse.Status) async throws -> Response
    ) async throws -> Response {
        var draft = draft
        guard let view = draft.view, let revision = form.text(FormDraft.revision).flatMap({ Int64($0) }) else {
            throw WebProblem.badRequest
        }
        let uploads = form.files.filter { file in draft.fields.contains { $0.name == file.key && $0.type == .attachment } }
        let change = RecordChange(
            kind, revision: revision, input: draft.input, fields: draft.fields.map(\.name), uploads: uploads, note: note, on: on,
            referral: draft.elsewhere?.input ?? RecordInput())
        let outcome = try await draft.visit.office.change(draft.register.name, id: view.record.id, change, by: draft.visit.actor)
        draft.lostFiles = Set(uploads.keys)
        switch outcome {
        case .done(let receipt):
            menus.forgetAll()
            return Answer.see(Address.record(draft.register.name, receipt.id).setting("done", to: done).text)
        case .problems(let problems):
            draft.problems = problems
            return try await answer(draft, nil, String(revision), .unprocessableContent)
        case .problemsElsewhere(_, let problems):
            draft.elsewhere?.problems = problems
            return try await answer(draft, nil, String(revision), .unprocessableContent)
        case .refused(let refusal):
            let (line, status) = try draft.visit.refusal(refusal, in: draft.register, of: transition)
            draft.remarks = [line]
            return try await answer(draft, nil, String(revision), status)
        case .conflict(let conflict):
            return try await answer(draft, draft.notice(conflict), String(conflict.current), .conflict)
        }
    }

    private func editAnswer(
        _ draft: FormDraft, revision: String? = nil, conflict: ConflictNotice? = nil, status: HTTPResponse.Status = .ok
    ) async throws
        -> Response
    {
        guard let view = draft.view else { throw WebProblem.notFound }
        let wording = draft.visit.wording
        var notes: [(text: String, weight: NoteWeight)] = []
        if !view.seesPersonal { notes.append((wording.text(PageText.maskedFieldsKept), .plain)) }
        let page = FormPage(
            heading: wording.editing(view.record.number), path: draft.path(wording.text(RecordText.edit)),
            action: draft.recordAddress.below("edit"),
            formToken: draft.visit.token.formToken, hidden: [(FormDraft.revision, revision ?? String(view.record.revision))],
            sections: draft.sections(),
            problems: draft.problemLines, notes: notes, conflict: conflict,
            submit: conflict == nil ? wording.text(FormText.saveChanges) : wording.text(PageText.saveOver),
            cancel: (wording.text(CommonText.cancel), draft.recordAddress), sendsFiles: draft.sendsFiles)
        return try await draft.visit.page(page, status: status)
    }

    // MARK: Correction

    func correctForm(_ visit: Visit) async throws -> Response {
        let names = Set(visit.arrival.address.query.filter { $0.name == "field" }.map(\.value))
        guard let draft = try await correcting(visit, names) else { return try await chooseFields(visit) }
        return try await correctAnswer(draft, reason: "")
    }

    func correct(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        guard var draft = try await correcting(visit, Set(form.texts("field"))) else { return try await chooseFields(visit) }
        draft.input = draft.reading.input(form)
        let reason = form.text(FormDraft.reason) ?? ""
        if let changed = draft.reading.changedRows(form, draft.input) {
            draft.input = changed
            return try await correctAnswer(draft, reason: reason, revision: form.text(FormDraft.revision))
        }
        return try await submit(draft, form, .correct(reason: reason), done: "corrected") { draft, notice, revision, status in
            try await self.correctAnswer(draft, reason: reason, revision: revision, conflict: notice, status: status)
        }
    }

    /// The draft with the fields chosen; nil while none is.
    private func correcting(_ visit: Visit, _ names: Set<String>) async throws -> FormDraft? {
        let register = try visit.register()
        let view = try await visit.record(register)
        guard view.mayCorrect else { throw WebProblem.forbidden }
        let fields = FormDraft.editable(register, view, on: register.versionDay(of: view.record.values) ?? visit.today).filter {
            names.contains($0.name)
        }
        return fields.isEmpty ? nil : try await draft(visit, register, view, fields, .correct)
    }

    private func chooseFields(_ visit: Visit) async throws -> Response {
        let register = try visit.register()
        let view = try await visit.record(register)
        guard view.mayCorrect else { throw WebProblem.forbidden }
        let wording = visit.wording
        let fields = FormDraft.editable(register, view, on: register.versionDay(of: view.record.values) ?? visit.today)
        let options = fields.map { FieldControl.Option(value: $0.name, label: wording.label(ofField: $0.name, in: register)) }
        let address = Address.record(register.name, view.record.id)
        let draft = FormDraft(
            visit: visit, register: register, view: view, fields: [], choices: FormChoices(), input: RecordInput())
        var page = FormPage(
            heading: wording.correcting(view.record.number), sub: wording.text(RecordText.correctionHint),
            path: draft.path(wording.text(RecordText.corrected)), action: address.below("correct"), formToken: "",
            sections: [
                FormPage.Section(
                    title: "",
                    controls: [
                        FieldControl(
                            key: "field", label: wording.text(PageText.fieldsToCorrect),
                            hint: wording.text(PageText.chooseFields),
                            kind: .checks(options, chosen: []))
                    ])
            ], submit: wording.text(CommonText.next), cancel: (wording.text(CommonText.cancel), address))
        page.isQuestion = true
        return try await visit.page(page)
    }

    private func correctAnswer(
        _ draft: FormDraft, reason: String, revision: String? = nil, conflict: ConflictNotice? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        guard let view = draft.view else { throw WebProblem.notFound }
        let wording = draft.visit.wording
        let hidden =
            [(name: FormDraft.revision, value: revision ?? String(view.record.revision))]
            + draft.fields.map { (name: "field", value: $0.name) }
        let why = FieldControl(
            key: FormDraft.reason, label: wording.text(RecordText.correctionReason),
            hint: wording.text(RecordText.correctionHint),
            problems: draft.remarks.filter { $0.key == FormDraft.reason }.map(\.sentence), kind: .area(reason))
        let page = FormPage(
            heading: wording.correcting(view.record.number), path: draft.path(wording.text(RecordText.corrected)),
            action: draft.recordAddress.below("correct"), formToken: draft.visit.token.formToken, hidden: hidden,
            sections: [FormPage.Section(title: "", controls: draft.plainControls(draft.fields) + [why])],
            problems: draft.problemLines, conflict: conflict,
            submit: conflict == nil ? wording.text(RecordText.corrected) : wording.text(PageText.saveOver),
            cancel: (wording.text(CommonText.cancel), draft.recordAddress), sendsFiles: draft.sendsFiles)
        return try await draft.visit.page(page, status: status)
    }
}
