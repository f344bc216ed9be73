import Definitions
import LegalTime
import Records
import Wording

/// What may be chosen in a form: units and records, looked up beforehand.
public struct FormChoices: Sendable {
    /// Units by field name.
    public var units: [String: [FieldControl.Option]]
    /// Records by the register they stand in.
    public var references: [String: References]

    public enum References: Sendable {
        /// Few enough for a list.
        case few([FieldControl.Option])
        /// Too many: names that are offered while typing.
        case many([String])
    }

    public init(units: [String: [FieldControl.Option]] = [:], references: [String: References] = [:]) {
        self.units = units
        self.references = references
    }
}

/// Makes the controls of a register's fields out of what was typed and what is wrong with it.
public struct RecordControls: Sendable {
    public var wording: Wording
    public var register: RegisterDefinition
    public var input: RecordInput
    /// Sentences by the key of their control.
    public var problems: [String: [String]]
    public var choices: FormChoices
    /// The day whose rules apply to the record.
    public var day: Day
    /// Fields that have to be filled in, besides those that always have to.
    public var required: Set<String>
    /// Files that are there already, by field.
    public var files: [String: FieldControl.FileLink]

    public init(
        wording: Wording, register: RegisterDefinition, input: RecordInput, problems: [String: [String]], choices: FormChoices,
        day: Day,
        required: Set<String> = [], files: [String: FieldControl.FileLink] = [:]
    ) {
        self.wording = wording
        self.register = register
        self.input = input
        self.problems = problems
        self.choices = choices
        self.day = day
        self.required = required
        self.files = files
    }

    public func control(_ field: FieldDefinition) -> FieldControl {
        if field.type == .rows { return rows(field) }
        let kind = kind(
            of: field, path: field.name, key: field.name, text: input.texts[field.name] ?? "", many: input.many[field.name])
        return FieldControl(
            key: field.name, label: wording.label(ofField: field.name, in: register), hint: hint(field),
            isOptional: !field.isRequired && !required.contains(field.name), problems: problems[field.name] ?? [], kind: kind)
    }

    private func rows(_ field: FieldDefinition) -> FieldControl {
        let rows = (input.rows[field.name] ?? []).enumerated().map { index, row in
            RowsControl.Row(
                id: row.id,
                controls: field.fields.filter { $0.type != .attachment && $0.type != .rows && $0.computed == nil }.map { child in
                    let key = InputPlace(field: field.name, row: index, child: child.name).key
                    return FieldControl(
                        key: key, label: wording.label(ofField: "\(field.name).\(child.name)", in: register), hint: hint(child),
                        isOptional: !child.isRequired, problems: problems[key] ?? [],
                        kind: inRow(
                            kind(
                                of: child, path: "\(field.name).\(child.name)", key: key, text: row.texts[child.name] ?? "",
                                many: nil)))
                })
        }
        return FieldControl(
            key: field.name, label: wording.label(ofField: field.name, in: register), hint: hint(field),
            isOptional: !field.isRequired,
            problems: problems[field.name] ?? [], kind: .rows(RowsControl(rows: rows, least: field.min, unit: field.unit)))
    }

    /// In the narrow grid of a row choices are a list.
    private func inRow(_ kind: FieldControl.Kind) -> FieldControl.Kind {
        guard case .radios(let options, let chosen) = kind else { return kind }
        return .select(options.filter { !$0.value.isEmpty }, chosen: chosen)
    }

    private func kind(of field: FieldDefinition, path: String, key: String, text: String, many: [String]?) -> FieldControl.Kind {
        let isOptional = !field.isRequired && !required.contains(field.name)
        switch field.type {
        case .text: return .line(text, .init(width: field.max.map { $0 <= 20 } ?? false ? "w-m" : nil))
        case .longText: return .area(text)
        case .integer: return .line(text, .init(width: "w-s", inputMode: "numeric", isNumber: true))
        case .decimal, .money: return .line(text, .init(width: "w-s", inputMode: "decimal", isNumber: true))
        case .date: return .line(text, .init(width: "w-date"))
        case .moment: return .line(text, .init(width: "w-m"))
        case .idNumber: return .line(text, .init(width: "w-m"))
        case .phone: return .line(text, .init(width: "w-m", inputMode: "tel"))
        case .bool: return pick(yesOrNo, text, isOptional: isOptional)
        case .code: return pick(codes(field, chosen: [text]), text, isOptional: isOptional)
        case .codes: return .checks(codes(field, chosen: Set(many ?? [])), chosen: Set(many ?? []))
        case .unit: return .select(choices.units[path] ?? [], chosen: text)
        case .units: return .checks(choices.units[path] ?? [], chosen: Set(many ?? []))
        case .reference:
            switch choices.references[field.target ?? ""] {
            case .few(let options):
                // What is named already and not among them stays to choose.
                let isListed = text.isEmpty || options.contains { $0.value == text }
                return .select(options + (isListed ? [] : [.init(value: text, label: text)]), chosen: text)
            case .many(let names): return .line(text, .init(width: "w-m", suggestions: names))
            case nil: return .line(text, .init(width: "w-m"))
            }
        case .references:
            switch choices.references[field.target ?? ""] {
            case .few(let options): return .checks(options, chosen: Set(many ?? []))
            case .many(let names): return .line(many?.joined(separator: "、") ?? text, .init(suggestions: names))
            case nil: return .line(many?.joined(separator: "、") ?? text, .init())
            }
        case .attachment: return .file(present: files[key])
        case .checklist:
            guard let standard = register.standard(of: field) else { return .area(text) }
            return .checklist(ChecklistControl(standard, key: key, text: text, wording: wording))
        case .rows: return .line("", .init())
        }
    }

    private var yesOrNo: [FieldControl.Option] {
        [
            FieldControl.Option(value: "1", label: wording.text(CommonText.yes)),
            FieldControl.Option(value: "0", label: wording.text(CommonText.no)),
        ]
    }

    /// Up to four choices are seen at once; an optional one can be taken back.
    private func pick(_ options: [FieldControl.Option], _ text: String, isOptional: Bool) -> FieldControl.Kind {
        guard options.count <= 4 else { return .select(options, chosen: text) }
        let none = isOptional ? [FieldControl.Option(value: "", label: wording.text(PageText.notGiven))] : []
        return .radios(options + none, chosen: text)
    }

    /// The codes in force on the record's day, and those of other days that are chosen.
    private func codes(_ field: FieldDefinition, chosen: Set<String>) -> [FieldControl.Option] {
        let list = field.codes ?? ""
        return (register.codes[list]?.entries ?? []).compactMap { entry in
            let label = wording.label(ofCode: entry.code, list: list, in: register)
            if entry.validity.holds(on: day) { return FieldControl.Option(value: entry.code, label: label) }
            if let until = entry.validity.until, until < day {
                return FieldControl.Option(value: entry.code, label: wording.retired(label, until: until))
            }
            return chosen.contains(entry.code) ? FieldControl.Option(value: entry.code, label: label) : nil
        }
    }

    /// The definition's own hint, the form of what is to be typed, and who sees it.
    private func hint(_ field: FieldDefinition) -> String? {
        var parts: [String] = []
        if let hint = field.hint, wording.language == .chinese { parts.append(hint) }
        switch field.type {
        case .date where parts.isEmpty: parts.append(wording.text(FormText.dateHint))
        case .moment: parts.append(wording.text(FormText.momentHint))
        case .money: parts.append(wording.inUnit(field.unit ?? "元"))
        case .integer, .decimal: if let unit = field.unit { parts.append(wording.inUnit(unit)) }
        case .text: if let max = field.max, max >= 40 { parts.append(wording.longest(max)) }
        case .checklist:
            if let standard = register.standard(of: field) {
                parts.append(wording.label(standard) + (standard.basis.map { wording.colon + wording.citation($0) } ?? ""))
                if let note = standard.note, wording.language == .chinese { parts.append(note) }
            }
        case .reference, .references:
            if case .many? = choices.references[field.target ?? ""] { parts.append(wording.text(FormText.referenceHint)) }
        default: break
        }
        if field.type == .longText, field.personal == .freeText { parts.append(wording.text(FormText.personalNote)) }
        return parts.isEmpty ? nil : wording.sentences(parts)
    }
}
