import Access
import Casework
import Definitions
import LegalTime
import Pages
import Records
import Wording

/// A form on its way to the page: which fields, what is typed, what is wrong.
struct FormDraft {
    let visit: Visit
    let register: RegisterDefinition
    /// The record, where there is one already.
    var view: RecordView?
    var fields: [FieldDefinition]
    var choices: FormChoices
    var input: RecordInput
    var problems: [InputProblem] = []
    /// Problems that belong to no field of the register.
    var remarks: [ProblemLine] = []
    var required: Set<String> = []
    /// Files that came with a form which was not accepted.
    var lostFiles: Set<String> = []
    /// What is asked for the record that a move opens in another register.
    var elsewhere: ReferralDraft?

    private var wording: Wording { visit.wording }

    /// Names of the controls that are no fields.
    static let revision = "record.revision"
    static let note = "move.note"
    static let on = "move.on"
    static let reason = "correct.reason"

    /// The day whose rules apply.
    var day: Day { view.flatMap { register.versionDay(of: $0.record.values) } ?? visit.today }

    /// Fields in force on that day, and those with a value; a personal one that this person may not see stays untouched.
    static func editable(_ register: RegisterDefinition, _ view: RecordView?, on day: Day) -> [FieldDefinition] {
        register.fields.filter { field in
            guard field.computed == nil, !field.isMedia else { return false }
            let value = view?.record.values[field.name]
            guard field.validity.holds(on: day) || value != nil else { return false }
            guard let view, !view.seesPersonal, value != nil else { return true }
            return field.personal == nil && !field.fields.contains { $0.personal != nil }
        }
    }

    var reading: FormReading {
        var shown: [String: String] = [:]
        for (id, label) in view?.references ?? [:] { shown[label] = id }
        shown[""] = nil
        return FormReading(fields: fields, choices: choices, standards: register.standards, shownReferences: shown)
    }

    private var controls: RecordControls {
        var sentences: [String: [String]] = [:]
        for problem in problems { sentences[problem.place.key, default: []].append(wording.sentence(for: problem, in: register)) }
        for key in lostFiles { sentences[key, default: []].append(wording.text(PageText.attachAgain)) }
        var files: [String: FieldControl.FileLink] = [:]
        for field in fields {
            guard let view, let file = view.record.values[field.name]?.attachment else { continue }
            files[field.name] = FieldControl.FileLink(name: file.name, address: .file(register.name, view.record.id, file.hash))
        }
        return RecordControls(
            wording: wording, register: register, input: input, problems: sentences, choices: choices, day: day,
            required: required, files: files)
    }

    /// The sections of the register's form with the fields at hand. The first is open, and so is each with something to fill in or to mend.
    func sections() -> [FormPage.Section] {
        let controls = controls
        var left = Dictionary(fields.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var sections: [FormPage.Section] = []
        for (index, section) in register.form.enumerated() {
            let own = section.fields.compactMap { left.removeValue(forKey: $0) }
            guard !own.isEmpty else { continue }
            let isOpen =
                index == 0
                || own.contains { field in
                    field.isRequired || required.contains(field.name) || isTyped(field) || lostFiles.contains(field.name)
                        || problems.contains { $0.place.field == field.name }
                }
            sections.append(
                FormPage.Section(
                    title: wording.label(ofSection: index, in: register), controls: own.map(controls.control), isFolded: !isOpen,
                    remark: wording.text(PageText.fillLater)))
        }
        let rest = fields.filter { left[$0.name] != nil }
        if !rest.isEmpty {
            sections.append(
                FormPage.Section(
                    title: sections.isEmpty ? "" : wording.text(CommonText.more), controls: rest.map(controls.control)))
        }
        return sections
    }

    /// Controls without sections, in the order of the fields.
    func plainControls(_ fields: [FieldDefinition]) -> [FieldControl] { fields.map(controls.control) }

    private func isTyped(_ field: FieldDefinition) -> Bool {
        !(input.texts[field.name] ?? "").isEmpty || !(input.many[field.name] ?? []).isEmpty
            || !(input.rows[field.name] ?? []).isEmpty
            || input.files[field.name] != nil
    }

    /// The summary: the same sentences as at the fields, in the order of the page, each leading there.
    var problemLines: [ProblemLine] {
        let order = register.form.flatMap(\.fields) + register.fields.map(\.name)
        func rank(_ problem: InputProblem) -> (Int, Int, Int) {
            let field = register.field(problem.place.field)
            let child = problem.place.child.flatMap { name in field?.fields.firstIndex { $0.name == name } }
            return (order.firstIndex(of: problem.place.field) ?? order.count, problem.place.row ?? -1, child ?? -1)
        }
        return remarks + (elsewhere?.problemLines ?? [])
            + problems.sorted { rank($0) < rank($1) }.map { problem in
                let key = fields.contains { $0.name == problem.place.field } ? problem.place.key : nil
                return ProblemLine(key: key, sentence: wording.sentence(for: problem, in: register))
            }
    }

    var sendsFiles: Bool { fields.contains { $0.type == .attachment } }

    /// Where the form stands: the list, the record, the act.
    func path(_ title: String) -> [Crumb] {
        var path = [Crumb(wording.label(register), .list(register.name))]
        if let view { path.append(Crumb(view.record.number, .record(register.name, view.record.id))) }
        return path + [Crumb(title)]
    }

    var recordAddress: Address { view.map { .record(register.name, $0.record.id) } ?? .list(register.name) }

    /// The notice over a form that somebody else overtook.
    func notice(_ conflict: Conflict) -> ConflictNotice {
        ConflictNotice(
            changes: conflict.changes.map { change in
                wording.changed(
                    by: visit.person(change.by), at: change.at, act: visit.actLabel(change.act),
                    fields: change.fields.map { wording.label(ofField: $0, in: register) })
            }, record: recordAddress)
    }
}

extension Visit {
    /// The word for an act of the log.
    func actLabel(_ act: String) -> String {
        switch act {
        case "register": wording.text(RecordText.registered)
        case "edit": wording.text(RecordText.edited)
        case "move": wording.text(RecordText.moved)
        case "correct": wording.text(RecordText.corrected)
        case "letter": wording.text(LetterText.issuedAct)
        case "service": wording.text(LetterText.servedAct)
        case "draw_freeze": wording.text(DrawText.frozenAct)
        case "draw": wording.text(DrawText.drawnAct)
        case "draw_void": wording.text(DrawText.voidAct)
        case "expire": wording.text(PageText.expired)
        case "recompute": wording.text(PageText.recomputed)
        case "publish": wording.text(OpenText.publishedAct)
        case "propose_publication": wording.text(OpenText.proposedAct)
        case "release_publication": wording.text(OpenText.releasedAct)
        case "return_publication": wording.text(OpenText.returnedAct)
        case "withdraw_publication": wording.text(OpenText.withdrawnAct)
        case "release_report": wording.text(OpenText.reportReleasedAct)
        case "withdraw_report": wording.text(OpenText.reportWithdrawnAct)
        case "opinion": wording.text(OutsideText.opinionAct)
        case "opinion_answer": wording.text(OutsideText.answeredAct)
        case "consultation_release": wording.text(OutsideText.releasedAct)
        case "supplement": wording.text(OutsideText.supplementAct)
        default: wording.text(PageText.act)
        }
    }
}
