import Casework
import Definitions
import Pages
import Records
import Wording

/// The part of a move's form that asks for the record which the move opens in another register.
struct ReferralDraft {
    let visit: Visit
    let register: RegisterDefinition
    let fields: [FieldDefinition]
    let choices: FormChoices
    var input = RecordInput()
    var problems: [InputProblem] = []

    /// Leads the names of the controls, so that they do not meet those of the record itself.
    static let prefix = "opens."

    init?(visit: Visit, opens: ReferralDefinition) async throws {
        guard let register = visit.catalogue.register(opens.register) else { return nil }
        self.visit = visit
        self.register = register
        fields = opens.ask.compactMap { register.field($0) }
        var choices = try await visit.choices(register, fields: fields, act: .read, values: [:])
        // Whoever refers a matter need not act for the unit that takes it.
        for field in fields where field.type == .unit || field.type == .units {
            choices.units[field.name] = visit.unitOptions(in: .all, kind: field.unitKind)
        }
        self.choices = choices
        for field in fields where field.type == .rows {
            let least = max(field.min ?? 0, field.isRequired ? 1 : 0)
            input.rows[field.name] = (0..<least).map { _ in RowInput(texts: [:]) }
        }
    }

    private var reading: FormReading { FormReading(fields: fields, choices: choices, standards: register.standards) }

    mutating func read(_ form: FormBody) { input = reading.input(form.below(Self.prefix)) }

    /// Whether a button for adding or removing a row of these tables was pressed; then the rows stand as it wants them.
    mutating func changesRows(_ form: FormBody) -> Bool {
        guard let changed = reading.changedRows(form.below(Self.prefix), input) else { return false }
        input = changed
        return true
    }

    var section: FormPage.Section {
        var sentences: [String: [String]] = [:]
        for problem in problems {
            sentences[problem.place.key, default: []].append(visit.wording.sentence(for: problem, in: register))
        }
        let controls = RecordControls(
            wording: visit.wording, register: register, input: input, problems: sentences, choices: choices, day: visit.today)
        return FormPage.Section(
            title: visit.wording.text(LinkText.openedThere) + visit.wording.colon + visit.wording.label(register),
            controls: fields.map { Self.prefixed(controls.control($0)) })
    }

    private static func prefixed(_ control: FieldControl) -> FieldControl {
        var control = control
        control.key = prefix + control.key
        if case .rows(var rows) = control.kind {
            for index in rows.rows.indices { rows.rows[index].controls = rows.rows[index].controls.map(prefixed) }
            control.kind = .rows(rows)
        }
        return control
    }

    var problemLines: [ProblemLine] {
        problems.map { problem in
            let isAsked = fields.contains { $0.name == problem.place.field }
            return ProblemLine(
                key: isAsked ? Self.prefix + problem.place.key : nil,
                sentence: visit.wording.label(register) + visit.wording.colon
                    + visit.wording.sentence(for: problem, in: register))
        }
    }
}

extension FormBody {
    /// The items whose names begin so, without that beginning; a button of a table carries it in its value.
    func below(_ prefix: String) -> FormBody {
        var body = self
        body.items = items.compactMap { item in
            if [RowsControl.addName, RowsControl.removeName].contains(item.name), item.value.hasPrefix(prefix) {
                return Address.Item(item.name, String(item.value.dropFirst(prefix.count)))
            }
            guard item.name.hasPrefix(prefix) else { return nil }
            return Address.Item(String(item.name.dropFirst(prefix.count)), item.value)
        }
        return body
    }
}
