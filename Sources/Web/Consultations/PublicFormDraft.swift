import Casework
import Definitions
import Pages
import Records
import Wording

/// The form of a public request on its way to the page: the register's own fields, as far as they are offered, in the order of the request.
struct PublicFormDraft {
    let visit: OpenVisit
    let register: RegisterDefinition
    let request: PublicRequestDefinition
    let choices: PublicChoices
    var input = RecordInput()
    var problems: [PublicProblem] = []
    var remarks: [ProblemLine] = []
    var hasConsent = false
    /// Files that came with a form which was not accepted.
    var lostFiles: Set<String> = []

    static let consent = "consent"

    private var wording: Wording { visit.wording }

    /// The fields with their offered children; a unit that is fixed is not asked for.
    var fields: [FieldDefinition] {
        var fields: [FieldDefinition] = []
        for offered in request.fields {
            let name = offered.path.field
            guard var field = register.field(name), !(name == register.owner && choices.owner != nil) else { continue }
            field.hint = visit.language == .chinese ? offered.hint : nil
            guard let child = offered.path.child else {
                fields.append(field)
                continue
            }
            guard var definition = register.field(at: offered.path) else { continue }
            definition.hint = visit.language == .chinese ? offered.hint : nil
            if let index = fields.firstIndex(where: { $0.name == name }) {
                fields[index].fields.append(definition)
            } else {
                field.hint = nil
                field.fields = [definition]
                fields.append(field)
            }
            _ = child
        }
        return fields
    }

    /// Before anything is typed: as many rows as there have to be.
    static func empty(_ fields: [FieldDefinition]) -> RecordInput {
        var input = RecordInput()
        for field in fields where field.type == .rows {
            input.rows[field.name] = Array(repeating: RowInput(texts: [:]), count: max(field.min ?? 0, 1))
        }
        return input
    }

    var formChoices: FormChoices {
        var found = FormChoices()
        for (path, ids) in choices.units {
            found.units[path] = ids.map { .init(value: $0, label: visit.directory.unitLabel($0, in: visit.language)) }
        }
        for (path, records) in choices.records {
            guard let target = register.field(path)?.target else { continue }
            found.references[target] = .few(records.map { .init(value: $0.id, label: $0.label) })
        }
        return found
    }

    var reading: FormReading { FormReading(fields: fields, choices: formChoices, standards: register.standards) }

    private func sentence(_ problem: PublicProblem) -> String {
        switch problem {
        case .input(let input): wording.sentence(for: input, in: register)
        case .personalInPlain: wording.text(OutsideText.personalInPlain)
        case .fileKind: wording.text(OutsideText.fileKind)
        case .fileTooLarge: wording.fileTooLarge(PublicFile.limit)
        }
    }

    private var controls: [FieldControl] {
        var sentences: [String: [String]] = [:]
        for problem in problems { sentences[problem.place.key, default: []].append(sentence(problem)) }
        for key in lostFiles { sentences[key, default: []].append(wording.text(OutsideText.attachAgain)) }
        let required = Set(request.fields.filter { $0.isRequired && $0.path.child == nil }.map(\.path.field))
        let made = RecordControls(
            wording: wording, register: register, input: input, problems: sentences, choices: formChoices, day: visit.today,
            required: required)
        let english = Dictionary(
            request.fields.map { ($0.path.description, $0.english) }, uniquingKeysWith: { first, _ in first })
        return fields.map { field in
            var control = made.control(field)
            if visit.language == .english, let hint = english[field.name] ?? nil { control.hint = hint }
            if field.type == .attachment { control.hint = wording.text(OutsideText.filesHint) }
            if case .rows(var rows) = control.kind {
                // The first row is the sender himself, of whom more is asked.
                for offered in request.fields where offered.isRequired && offered.path.field == field.name {
                    let key = InputPlace(field: field.name, row: 0, child: offered.path.child ?? "").key
                    guard let index = rows.rows.first?.controls.firstIndex(where: { $0.key == key }) else { continue }
                    rows.rows[0].controls[index].isOptional = false
                }
                control.kind = .rows(rows)
            }
            return control
        }
    }

    var problemLines: [ProblemLine] {
        let order = fields.map(\.name)
        func rank(_ problem: PublicProblem) -> (Int, Int) {
            (order.firstIndex(of: problem.place.field) ?? order.count, problem.place.row ?? -1)
        }
        let keys = Set(order)
        return remarks
            + problems.sorted { rank($0) < rank($1) }.map {
                ProblemLine(key: keys.contains($0.place.field) ? $0.place.key : nil, sentence: sentence($0))
            }
    }

    /// The token is of this request's form.
    static func purpose(_ register: RegisterDefinition, _ request: PublicRequestDefinition) -> String {
        "request/\(register.name)/\(request.name)"
    }

    var page: FormPage {
        var controls = controls
        if let consent = wording.consent(request) {
            let missing = remarks.contains { $0.key == Self.consent }
            controls.append(
                FieldControl(
                    key: Self.consent, label: wording.text(OutsideText.consentLabel),
                    problems: missing ? [wording.text(OutsideText.consentMissing)] : [],
                    kind: .checks([.init(value: "1", label: consent)], chosen: hasConsent ? ["1"] : [])))
        }
        var notes: [(text: String, weight: NoteWeight)] = [(wording.intro(request), .plain)]
        if let owner = choices.owner {
            let unit = visit.directory.unitLabel(owner, in: visit.language)
            notes.append((wording.text(OutsideText.unit) + wording.colon + unit, .plain))
        }
        let label = wording.label(request)
        var page = FormPage(
            heading: label,
            path: visit.path(Crumb(wording.text(OutsideText.requests), visit.address("requests")), Crumb(label)),
            action: visit.address("requests", register.name, request.name),
            formToken: visit.formToken(Self.purpose(register, request)),
            sections: [FormPage.Section(title: "", controls: controls)], problems: problemLines, notes: notes,
            submit: wording.text(OutsideText.send), cancel: (wording.text(CommonText.cancel), visit.address("requests")),
            sendsFiles: fields.contains { $0.type == .attachment })
        page.decoy = wording.text(OutsideText.decoy)
        return page
    }
}
