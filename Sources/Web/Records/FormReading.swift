import Casework
import Definitions
import Pages
import Records

/// What a form or a JSON object says about the fields of a register, as typed.
struct FormReading {
    var fields: [FieldDefinition]
    var choices: FormChoices
    /// Of the checklists among the fields, by name.
    var standards: [String: StandardDefinition] = [:]
    /// Names shown for records that are already chosen, back to their ids: a name that was left alone stays what it was.
    var shownReferences: [String: String] = [:]

    /// More rows than this nobody types.
    private static let mostRows = 500

    func input(_ form: FormBody) -> RecordInput {
        var input = RecordInput()
        for field in fields {
            switch field.type {
            case .rows: input.rows[field.name] = rows(field, form)
            case .attachment: break
            case .checklist: input.texts[field.name] = reading(field)?.text(form, key: field.name) ?? ""
            case .codes, .units: input.many[field.name] = form.texts(field.name).filter { !$0.isEmpty }
            case .references:
                if case .few? = choices.references[field.target ?? ""] {
                    input.many[field.name] = form.texts(field.name).filter { !$0.isEmpty }
                } else {
                    input.many[field.name] = InputReader.splitList(form.text(field.name) ?? "").map { shownReferences[$0] ?? $0 }
                }
            case .reference:
                let text = form.text(field.name) ?? ""
                input.texts[field.name] = shownReferences[PlainText.trimmed(text)] ?? text
            default: input.texts[field.name] = form.text(field.name) ?? ""
            }
        }
        return input
    }

    private func reading(_ field: FieldDefinition) -> ChecklistReading? {
        field.standard.flatMap { standards[$0] }.map(ChecklistReading.init)
    }

    /// The rows in the order of their numbers, whatever these are: `parties.0.name`, `parties.3.name`.
    private func rows(_ field: FieldDefinition, _ form: FormBody) -> [RowInput] {
        let prefix = field.name + "."
        var byNumber: [Int: RowInput] = [:]
        for item in form.items where item.name.hasPrefix(prefix) {
            let parts = item.name.dropFirst(prefix.count).split(separator: ".", maxSplits: 1)
            guard parts.count == 2, let number = Int(parts[0]), (0..<100_000).contains(number) else { continue }
            guard byNumber[number] != nil || byNumber.count < Self.mostRows else { continue }
            var row = byNumber[number] ?? RowInput(texts: [:])
            if parts[1] == "~id" {
                row.id = item.value
            } else if let tilde = parts[1].firstIndex(of: "~") {
                let name = String(parts[1][..<tilde])
                guard row.texts[name] == nil, let child = field.fields.first(where: { $0.name == name }) else { continue }
                row.texts[name] = reading(child)?.text(form, key: "\(prefix)\(number).\(name)") ?? ""
            } else if let child = field.fields.first(where: { $0.name == parts[1] }) {
                row.texts[child.name] = shownReferences[child.type == .reference ? item.value : ""] ?? item.value
            }
            byNumber[number] = row
        }
        return byNumber.sorted { $0.key < $1.key }.map(\.value)
    }

    /// The rows as they stand after a button for adding or removing one was pressed; nil when none was.
    func changedRows(_ form: FormBody, _ input: RecordInput) -> RecordInput? {
        var input = input
        if let name = form.text(RowsControl.addName), fields.contains(where: { $0.name == name && $0.type == .rows }) {
            if input.rows[name, default: []].count < Self.mostRows { input.rows[name, default: []].append(RowInput(texts: [:])) }
            return input
        }
        guard let place = form.text(RowsControl.removeName), let dot = place.lastIndex(of: "."),
            let index = Int(place[place.index(after: dot)...])
        else { return nil }
        let name = String(place[..<dot])
        if input.rows[name]?.indices.contains(index) ?? false { input.rows[name]?.remove(at: index) }
        return input
    }

    /// A JSON object of fields; names that the register does not have come back.
    func input(_ json: JSONValue) -> (input: RecordInput, unknown: [String])? {
        guard case .object(let members) = json else { return nil }
        var input = RecordInput()
        var unknown: [String] = []
        for (name, value) in members {
            guard let field = fields.first(where: { $0.name == name }) else {
                unknown.append(name)
                continue
            }
            switch (field.type, value) {
            case (.rows, .array(let rows)): input.rows[name] = rows.map { row($0, field) }
            case (.checklist, .object): input.texts[name] = reading(field)?.text(value) ?? ""
            case (_, .array(let values)): input.many[name] = values.map(Self.text)
            default: input.texts[name] = Self.text(value)
            }
        }
        return (input, unknown)
    }

    private func row(_ json: JSONValue, _ field: FieldDefinition) -> RowInput {
        guard case .object(let members) = json else { return RowInput(texts: [:]) }
        var row = RowInput(texts: [:])
        for (name, value) in members {
            if name == "id", !field.fields.contains(where: { $0.name == "id" }) {
                row.id = Self.text(value)
            } else if case .object = value, let child = field.fields.first(where: { $0.name == name }),
                let reading = reading(child)
            {
                row.texts[name] = reading.text(value)
            } else {
                row.texts[name] = Self.text(value)
            }
        }
        return row
    }

    private static func text(_ value: JSONValue) -> String {
        switch value {
        case .string(let text), .number(let text): text
        case .bool(let bool): bool ? "1" : "0"
        case .null, .array, .object: ""
        }
    }
}

extension RecordInput {
    /// What is stored, as it would be typed; units, codes and records of a list by their ids.
    init(_ values: [String: Value], fields: [FieldDefinition], text: ValueText, choices: FormChoices) {
        self.init()
        func typed(_ value: Value, _ field: FieldDefinition) -> String {
            switch (field.type, value) {
            case (.code, .text(let id)), (.unit, .text(let id)), (.checklist, .text(let id)): return id
            case (.reference, .text(let id)):
                if case .few(let options)? = choices.references[field.target ?? ""], options.contains(where: { $0.value == id }) {
                    return id
                }
                return text.text(value, of: field)
            case (.bool, .bool(let bool)): return bool ? "1" : "0"
            default: return text.input(value, of: field)
            }
        }
        for field in fields {
            guard let value = values[field.name] else { continue }
            switch value {
            case .rows(let rows):
                self.rows[field.name] = rows.map { row in
                    RowInput(
                        id: row.id,
                        texts: Dictionary(
                            field.fields.compactMap { child in row.values[child.name].map { (child.name, typed($0, child)) } },
                            uniquingKeysWith: { first, _ in first }))
                }
            case .list(let ids):
                if field.type == .references, case .many? = choices.references[field.target ?? ""] {
                    many[field.name] = ids.map { text.referenceLabel(field.target ?? "", $0) }
                } else {
                    many[field.name] = ids
                }
            case .attachment(let file): files[field.name] = file
            default: texts[field.name] = typed(value, field)
            }
        }
    }
}
