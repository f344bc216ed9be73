import Access
import Casework
import Definitions
import Hummingbird
import LegalTime
import Pages
import Records
import Wording
import Workflow

/// One move of a record's life: what it asks for, and the act.
extension Site {
    func moveForm(_ visit: Visit) async throws -> Response {
        let register = try visit.register()
        let view = try await visit.record(register)
        let name = visit.arrival.parameter("transition")
        guard let move = view.moves.first(where: { $0.transition.name == name }) else {
            return try await notOpen(visit, register, view, name)
        }
        let draft = try await moving(visit, register, view, move)
        return try await moveAnswer(draft, move, note: "", on: "")
    }

    func move(_ visit: Visit) async throws -> Response {
        let register = try visit.register()
        let view = try await visit.record(register)
        let name = visit.arrival.parameter("transition")
        let form = try await visit.form()
        guard let move = view.moves.first(where: { $0.transition.name == name }) else {
            return try await notOpen(visit, register, view, name)
        }
        var draft = try await moving(visit, register, view, move)
        draft.input = draft.reading.input(form)
        draft.elsewhere?.read(form)
        let (note, onText) = (form.text(FormDraft.note) ?? "", PlainText.trimmed(form.text(FormDraft.on) ?? ""))
        if draft.elsewhere?.changesRows(form) == true {
            return try await moveAnswer(draft, move, note: note, on: onText, revision: form.text(FormDraft.revision))
        }
        if let changed = draft.reading.changedRows(form, draft.input) {
            draft.input = changed
            return try await moveAnswer(draft, move, note: note, on: onText, revision: form.text(FormDraft.revision))
        }
        let on = DateText.read(onText, year: visit.today.year).day
        if !onText.isEmpty, on == nil {
            let problem = InputProblem(place: InputPlace(field: FormDraft.on), reason: .notADate(onText))
            draft.remarks = [ProblemLine(key: FormDraft.on, sentence: visit.wording.sentence(for: problem, in: register))]
            return try await moveAnswer(
                draft, move, note: note, on: onText, revision: form.text(FormDraft.revision), status: .unprocessableContent)
        }
        return try await submit(
            draft, form, .move(name), note: note.isEmpty ? nil : note, on: on, done: "moved", of: move.transition
        ) {
            draft, notice, revision, status in
            try await self.moveAnswer(draft, move, note: note, on: onText, revision: revision, conflict: notice, status: status)
        }
    }

    /// The fields that the move asks for, those its condition looks at, and, to be filled in beside them, the rest of their sections.
    private func moving(_ visit: Visit, _ register: RegisterDefinition, _ view: RecordView, _ move: OpenMove) async throws
        -> FormDraft
    {
        let editable = FormDraft.editable(register, view, on: register.versionDay(of: view.record.values) ?? visit.today)
        let asked = Set(move.requires)
        let beside = Set(register.form.filter { !asked.isDisjoint(with: $0.fields) }.flatMap(\.fields)).union(
            move.transition.only.fields
        ).union(move.transition.gateFields)
        let versioned = register.versioned(by: move.transition)
        let isListed = register.dated.map { view.record.values[$0.listed] != nil } ?? false
        // What only other moves may change is not offered.
        let kept = isListed && versioned.isEmpty ? Set(register.dated.map { $0.fields + [$0.listed] } ?? []) : []
        // Nor is what somebody who may not edit would have to leave to others.
        let mayEdit = visit.actor.scope.may(.edit, in: register.name, unit: view.record.owner)
        let offered = mayEdit ? beside : beside.intersection(register.fieldsAsked(by: move.transition))
        let fields = editable.filter {
            asked.contains($0.name) || versioned.contains($0.name)
                || (offered.contains($0.name) && !kept.contains($0.name) && $0.type != .rows && !$0.isRequired)
        }
        var draft = try await draft(visit, register, view, fields, .edit)
        draft.required = asked
        // The day of the last change is not that of this one.
        if !versioned.isEmpty, let rule = register.dated { draft.input.texts[rule.effective] = nil }
        if let opens = move.transition.opens, !opens.ask.isEmpty {
            draft.elsewhere = try await ReferralDraft(visit: visit, opens: opens)
        }
        return draft
    }

    private func moveAnswer(
        _ draft: FormDraft, _ move: OpenMove, note: String, on: String, revision: String? = nil, conflict: ConflictNotice? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        guard let view = draft.view else { throw WebProblem.notFound }
        let wording = draft.visit.wording
        let transition = move.transition
        let versioned = draft.register.versioned(by: transition)
        let asked = draft.fields.filter { draft.required.contains($0.name) || versioned.contains($0.name) }
        var controls = draft.plainControls(asked)
        func problems(_ key: String) -> [String] { draft.remarks.filter { $0.key == key }.map(\.sentence) }
        if !asked.contains(where: { $0.type == .date }) {
            controls.append(
                FieldControl(
                    key: FormDraft.on, label: wording.text(RecordText.moveOn), hint: wording.text(FormText.dateHint),
                    isOptional: true,
                    problems: problems(FormDraft.on), kind: .line(on, .init(width: "w-date"))))
        }
        controls.append(
            FieldControl(
                key: FormDraft.note, label: wording.text(RecordText.moveReason), isOptional: !transition.needsNote,
                problems: problems(FormDraft.note),
                kind: .area(note)))
        var sections = [FormPage.Section(title: "", controls: controls)]
        let beside = draft.fields.filter { !draft.required.contains($0.name) && !versioned.contains($0.name) }
        if !beside.isEmpty {
            let besideControls = draft.plainControls(beside)
            let isFolded = besideControls.allSatisfy(\.problems.isEmpty)
            sections.append(
                FormPage.Section(
                    title: wording.text(PageText.alsoHere), controls: besideControls, isFolded: isFolded, remark: nil))
        }
        if let elsewhere = draft.elsewhere { sections.append(elsewhere.section) }
        let label = wording.label(transition, in: draft.register)
        var notes: [(text: String, weight: NoteWeight)] = []
        let needs = wording.needs(of: move, in: draft.register)
        if !needs.isEmpty { notes.append((needs, .plain)) }
        var aside: [(title: String, items: [String])] = [
            (
                wording.text(FormText.afterSubmitting),
                [wording.text(CommonText.state) + wording.colon + wording.label(ofState: transition.to, in: draft.register)]
            )
        ]
        for standing in view.gates[transition.name] ?? [] where standing.lacks != nil {
            notes.append((wording.sentence(for: standing, in: draft.register) { draft.visit.catalogue.register($0) }, .soon))
        }
        if let opens = transition.opens, let other = draft.visit.catalogue.register(opens.register) {
            aside.append((wording.text(LinkText.openedThere), [wording.label(other)]))
        }
        if let basis = transition.basis {
            aside.append((wording.text(FormText.legalBasis), [wording.citation(basis, in: draft.visit.catalogue, on: draft.day)]))
        }
        let page = FormPage(
            heading: label, sub: draft.title, path: draft.path(label),
            action: .move(draft.register.name, view.record.id, transition.name), formToken: draft.visit.token.formToken,
            hidden: [(FormDraft.revision, revision ?? String(view.record.revision))], sections: sections,
            problems: draft.problemLines, notes: notes,
            conflict: conflict, submit: conflict == nil ? label : wording.text(PageText.saveOver),
            cancel: (wording.text(CommonText.cancel), draft.recordAddress), aside: aside, sendsFiles: draft.sendsFiles)
        return try await draft.visit.page(page, status: status)
    }

    /// A move that is not open is explained.
    private func notOpen(_ visit: Visit, _ register: RegisterDefinition, _ view: RecordView, _ name: String) async throws
        -> Response
    {
        guard let transition = register.transition(name) else { throw WebProblem.notFound }
        let facts = RecordFacts(register: register, values: view.record.values, state: view.record.state, stamps: view.stamps)
        let roles = Set(visit.actor.scope.roles(in: register.name, unit: view.record.owner).map(\.rawValue))
        let refused = Workflow.refusal(of: transition, for: facts, roles: roles, note: nil, on: visit.today)
        let (line, status) = try visit.refusal(refused.map { .transition($0) } ?? .notAllowed, in: register, of: transition)
        let page = ProblemPage(
            heading: visit.wording.text(ProblemPageText.refusedTitle), sentences: [line.sentence],
            links: [Crumb(view.record.number, .record(register.name, view.record.id))])
        return try await visit.page(page, status: status == .unprocessableContent ? .conflict : status)
    }
}

extension FormDraft {
    /// Number and, where it is shown, heading of the record.
    var title: String {
        guard let view else { return "" }
        let heading = register.heading.flatMap { register.field($0) }
        let text =
            heading.map { visit.valueText(register, references: view.references).text(view.record.values[$0.name], of: $0) } ?? ""
        return text.isEmpty ? view.record.number : view.record.number + " " + text
    }
}

extension RegisterDefinition {
    /// The fields of a dated list that this move may change.
    fileprivate func versioned(by move: TransitionDefinition) -> Set<String> {
        dated.map { $0.changes.contains(move.name) ? Set($0.fields) : [] } ?? []
    }
}
