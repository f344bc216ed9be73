import Definitions
import Records

/// A row laid over the record it updates. A blank cell leaves the field as it is; （空） empties it.
struct RowUpdate {
    private(set) var input: RecordInput
    private(set) var fields: [String]

    init(register: RegisterDefinition, record: Record, row: ReadRow, texts: ValueText) {
        input = row.input
        fields = row.fields
        for name in row.fields {
            guard let field = register.field(name) else { continue }
            if field.type == .rows {
                let stored = record.values[name]?.rows ?? []
                guard let rows = Self.overlay(row.input.rows[name] ?? [], on: stored, field) else {
                    fields.removeAll { $0 == name }
                    continue
                }
                input.rows[name] = rows
            } else if let value = record.values[name], let given = row.input.texts[name],
                Self.reads(given, as: texts.input(value, of: field), field),
                !ColumnNames.folded(given).isEmpty || value.isMasked
            {
                // What went out comes back as it was shown, masked values and names of other records among it.
                fields.removeAll { $0 == name }
            }
        }
    }

    /// Whether a cell says what is shown; of numbers every sign counts.
    private static func reads(_ given: String, as shown: String, _ field: FieldDefinition) -> Bool {
        switch field.type {
        case .integer, .decimal, .money, .checklist: PlainText.compact(given) == PlainText.compact(shown)
        default: ColumnNames.folded(given) == ColumnNames.folded(shown)
        }
    }

    /// The stored rows with the sheet's cells over them, in order; rows beyond the sheet's columns stay. nil when nothing differs
    /// or when a masked value would have to be written back.
    private static func overlay(_ given: [RowInput], on stored: [Row], _ field: FieldDefinition) -> [RowInput]? {
        let plain = PlainForm()
        var rows: [RowInput] = []
        var differs = false
        var isMasked = false
        for index in 0..<max(given.count, stored.count) {
            let known = stored.indices.contains(index) ? stored[index] : nil
            var texts: [String: String] = [:]
            for child in field.fields {
                let value = known?.values[child.name]
                let new = given.indices.contains(index) ? given[index].texts[child.name].flatMap { $0.isEmpty ? nil : $0 } : nil
                if case .masked(let text)? = value {
                    if let new, new != text { differs = true }
                    isMasked = isMasked || new == nil || new == text
                    texts[child.name] = new ?? text
                } else {
                    texts[child.name] = new ?? value.map { plain.text($0, of: child) }
                    if new != nil { differs = true }
                }
            }
            rows.append(RowInput(id: known?.id, texts: texts))
        }
        return differs && !isMasked ? rows : nil
    }
}

/// Values in the form in which an input names them exactly: ids, codes, plain decimals.
struct PlainForm {
    func text(_ value: Value, of field: FieldDefinition) -> String {
        switch value {
        case .text(let text), .masked(let text): text
        case .integer(let number):
            NumberText.write(number, decimals: field.type == .money ? 2 : field.type == .decimal ? field.decimals : 0)
        case .bool(let bool): bool ? "true" : "false"
        case .day(let day): day.iso
        case .moment(let moment): String(moment.iso.prefix(16)).replacing("T", with: " ")
        case .list(let ids): ids.joined(separator: "、")
        case .attachment(let file): file.name
        case .rows, .sealed: ""
        }
    }
}

extension Value {
    fileprivate var isMasked: Bool { if case .masked = self { true } else { false } }
}
