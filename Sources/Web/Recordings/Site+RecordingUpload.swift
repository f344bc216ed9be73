import Casework
import Definitions
import Hummingbird
import Pages
import Records
import Wording

/// Uploading a recording to a record: a row of its recordings with the file, sent as a stream.
extension Site {
    func recordingForm(_ visit: Visit) async throws -> Response {
        let draft = try await recordingDraft(visit)
        return try await recordingAnswer(draft, RecordingDraft())
    }

    /// What stands in the upload form besides the fields of the row.
    struct RecordingDraft {
        var row = ""
        var reason = ""
        /// A file that was received with a form that was not right yet.
        var kept: RecordingUpload?
        var problems: [ProblemLine] = []
    }

    private func recordingDraft(_ visit: Visit) async throws -> FormDraft {
        let register = try visit.register()
        let view = try await visit.record(register)
        guard let (field, _) = register.recordingFields else { throw WebProblem.notFound }
        guard visit.office.mayRecord(view) else { throw WebProblem.forbidden }
        var draft = try await draft(visit, register, view, [field], .edit)
        draft.input = RecordInput()
        if field.type == .rows { draft.input.rows[field.name] = [RowInput(texts: [:])] }
        return draft
    }

    func addRecording(_ visit: Visit) async throws -> Response {
        if visit.arrival.wantsJSON { try visit.checkToken() }
        var draft = try await recordingDraft(visit)
        guard let view = draft.view, let (field, _) = draft.register.recordingFields else { throw WebProblem.notFound }
        let office = visit.office
        let form = try await RecordingForm.read(visit.request, limit: settings.recordingLimit, office: office, by: visit.actor) {
            if visit.arrival.wantsJSON { return }
            guard let token = $0.text(FormToken.field), visit.token.accepts(formToken: token) else {
                throw WebProblem.formExpired
            }
        }
        var own = RecordingDraft(row: form.body.text(RecordingForm.row) ?? "", reason: form.body.text(FormDraft.reason) ?? "")
        let input = draft.reading.input(form.body)
        if let typed = input.rows[field.name]?.first { draft.input.rows[field.name] = [RowInput(texts: typed.texts)] }

        let upload: RecordingUpload
        switch form.result {
        case .success(let received)?: upload = received
        case .failure(let refusal)?: return try await refused(refusal, draft, own)
        case nil:
            guard let id = form.body.text(RecordingForm.kept), !id.isEmpty else { return try await refused(.empty, draft, own) }
            guard let kept = try await office.upload(id, by: visit.actor) else {
                return try await refused(.uploadGone, draft, own)
            }
            upload = kept
        }
        own.kept = upload
        let addition = RecordingAddition(
            texts: draft.input.rows[field.name]?.first?.texts ?? [:], row: own.row.isEmpty ? nil : own.row,
            reason: view.mayEdit ? nil : own.reason,
            revision: form.body.text(FormDraft.revision).flatMap { Int64($0) } ?? view.record.revision)
        switch try await office.attach(upload.id, to: view.record.id, in: draft.register.name, addition, by: visit.actor) {
        case .act(.done):
            menus.forgetAll()
            if visit.arrival.wantsJSON { return Self.json(upload, draft) }
            return Answer.see(draft.recordAddress.setting("done", to: "recording").at("recordings").text)
        case .act(.problems(let problems)):
            draft.problems = problems.map { problem in
                var problem = problem
                if problem.place.field == field.name, problem.place.row != nil { problem.place.row = 0 }
                return problem
            }
            return try await recordingAnswer(draft, own, status: .unprocessableContent)
        case .act(.problemsElsewhere): throw WebProblem.badRequest
        case .act(.refused(let refusal)):
            let (line, status) = try visit.refusal(refusal, in: draft.register)
            own.problems = [line]
            return try await recordingAnswer(draft, own, status: status)
        case .act(.conflict(let conflict)):
            return try await recordingAnswer(draft, own, conflict: conflict, status: .conflict)
        case .refused(let refusal): return try await refused(refusal, draft, own)
        }
    }

    private static func json(_ upload: RecordingUpload, _ draft: FormDraft) -> Response {
        var json = JSONWriter(capacity: 256)
        json.object { json in
            json.member("hash", upload.hash)
            json.member("name", upload.name)
            json.member("media_type", upload.mediaType)
            json.member("size", upload.size)
        }
        var response = Answer.json(json.bytes, status: .created)
        response.headers[.location] = draft.recordAddress.below("recordings", upload.hash).text
        return response
    }

    private func refused(_ refusal: RecordingRefusal, _ draft: FormDraft, _ own: RecordingDraft) async throws -> Response {
        let wording = draft.visit.wording
        var own = own
        var key = RecordingForm.file
        let sentence: String
        switch refusal {
        case .empty: sentence = wording.text(RecordingText.refusedEmpty)
        case .tooLarge(let limit): sentence = wording.fileTooLarge(limit)
        case .notMedia: sentence = wording.text(RecordingText.refusedKind)
        case .uploadGone: sentence = wording.text(RecordingText.refusedGone)
        case .rowTaken:
            key = RecordingForm.row
            sentence = wording.text(RecordingText.refusedRow)
        }
        own.problems = [ProblemLine(key: key, sentence: sentence)]
        let status: HTTPResponse.Status
        if case .tooLarge = refusal { status = .contentTooLarge } else { status = .unprocessableContent }
        return try await recordingAnswer(draft, own, status: status)
    }

    private func recordingAnswer(
        _ draft: FormDraft, _ own: RecordingDraft, conflict: Conflict? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        guard let view = draft.view, let (field, media) = draft.register.recordingFields else { throw WebProblem.notFound }
        let visit = draft.visit
        let wording = visit.wording
        let lines = own.problems + draft.problemLines
        if visit.arrival.wantsJSON {
            return Answer.json(
                RecordJSON(visit, draft.register).problems(lines.map { (place: $0.key, sentence: $0.sentence) }), status: status)
        }
        func problems(_ key: String) -> [String] { own.problems.filter { $0.key == key }.map(\.sentence) }
        var controls: [FieldControl] = []
        let open = (view.record.values[field.name]?.rows ?? []).filter { $0.values[media.name] == nil }
        if field.type == .rows, !open.isEmpty {
            let options = open.map {
                FieldControl.Option(value: $0.id, label: visit.summary(of: $0, field, draft.register, view))
            }
            controls.append(
                FieldControl(
                    key: RecordingForm.row, label: wording.text(RecordingText.intoRow),
                    hint: wording.text(RecordingText.intoRowHint), isOptional: true, problems: problems(RecordingForm.row),
                    kind: .select(options, chosen: own.row)))
        }
        if field.type == .rows, case .rows(let rows)? = draft.plainControls([field]).first?.kind, let row = rows.rows.first {
            controls += row.controls
        }
        if !view.mayEdit {
            controls.append(
                FieldControl(
                    key: FormDraft.reason, label: wording.text(RecordingText.reason), problems: problems(FormDraft.reason),
                    kind: .area(own.reason)))
        }
        // The file stands last, so that the fields are there when it begins.
        controls.append(
            FieldControl(
                key: RecordingForm.file, label: wording.text(RecordingText.file),
                hint: wording.sentences([wording.text(RecordingText.fileHint), wording.largestFile(settings.recordingLimit)]),
                isOptional: own.kept != nil, problems: problems(RecordingForm.file),
                kind: .file(present: own.kept.map { .init(name: $0.name + " " + wording.fileSize($0.size), address: nil) })))
        let page = FormPage(
            heading: wording.text(RecordingText.add), sub: view.record.number, path: draft.path(wording.text(RecordingText.add)),
            action: .recordings(draft.register.name, view.record.id), formToken: visit.token.formToken,
            hidden: [
                (FormDraft.revision, String(conflict?.current ?? view.record.revision)), (RecordingForm.kept, own.kept?.id ?? ""),
            ],
            sections: [FormPage.Section(title: "", controls: controls)], problems: lines,
            conflict: conflict.map(draft.notice), submit: wording.text(RecordingText.upload),
            cancel: (wording.text(CommonText.cancel), draft.recordAddress), sendsFiles: true)
        return try await visit.page(page, status: status)
    }
}

extension Visit {
    /// What a row of recordings says of itself: its first three values in words.
    func summary(of row: Row, _ field: FieldDefinition, _ register: RegisterDefinition, _ view: RecordView) -> String {
        let text = valueText(register, references: view.references)
        let parts = field.fields.filter { $0.type != .attachment }.compactMap { child in
            row.values[child.name].map { text.text($0, of: child) }
        }
        return parts.prefix(3).joined(separator: " ")
    }
}
