import Definitions
import OfficeFormats
import Records
import Wording

/// The columns in which a register goes out and comes in again: the number, then every field, child rows as repeated groups.
struct RegisterColumns {
    struct Column {
        var title: String
        var target: ColumnTarget
        /// nil for the number.
        var field: FieldDefinition?
        /// Where the value lies, for the labels of codes and the mapping.
        var isRequired = false
    }

    let register: RegisterDefinition
    let columns: [Column]

    /// - Parameter groups: how many child rows have columns, by rows field.
    /// - Parameter isEntered: Without what is computed: the columns of an empty sheet.
    init(_ register: RegisterDefinition, wording: Wording, isEntered: Bool = false, groups: (FieldDefinition) -> Int) {
        self.register = register
        var columns = [Column(title: wording.text(ExchangeText.number), target: .number)]
        for field in register.fields where field.type != .attachment && !(isEntered && field.computed != nil) {
            let label = wording.label(ofField: field.name, in: register)
            guard field.type == .rows else {
                columns.append(Column(title: label, target: .field(field.name), field: field, isRequired: field.isRequired))
                continue
            }
            for index in 0..<groups(field) {
                for child in field.fields where child.type != .attachment && !(isEntered && child.computed != nil) {
                    let name = wording.label(ofField: FieldPath("\(field.name).\(child.name)"), in: register)
                    let space = wording.language == .english ? " " : ""
                    columns.append(
                        Column(
                            title: "\(label)\(space)\(index + 1)\(space)\(name)",
                            target: .child(rows: field.name, index: index, child: child.name), field: child,
                            isRequired: child.isRequired && index < field.min ?? 0))
                }
            }
        }
        self.columns = columns
    }

    func value(_ column: Column, of record: Record) -> Value? {
        switch column.target {
        case .field(let name): return record.values[name]
        case .child(let rows, let index, let child):
            let found = record.values[rows]?.rows ?? []
            return found.indices.contains(index) ? found[index].values[child] : nil
        default: return nil
        }
    }

    /// How a column of a sheet takes the field.
    static func kind(_ field: FieldDefinition) -> SheetColumn.Kind {
        switch field.type {
        case .integer: .whole
        case .decimal: .decimal(places: field.decimals)
        case .money: .money
        case .date: .date
        case .moment: .dateTime
        default: .text
        }
    }

    static func width(_ field: FieldDefinition) -> Int? {
        switch field.type {
        case .longText, .checklist: 40
        case .idNumber: 22
        case .phone: 16
        case .text: (field.max ?? 60) > 40 ? 28 : (field.max ?? 60) >= 18 ? 22 : 16
        default: nil
        }
    }
}

extension CellValue {
    /// A value as the cell of a sheet: days and numbers as such, everything else as people read it.
    init(_ value: Value?, of field: FieldDefinition, texts: ValueText) {
        switch value {
        case nil: self = .empty
        case .day(let day): self = .date(year: day.year, month: day.month, day: day.day)
        case .moment(let moment):
            let day = moment.day
            self = .dateTime(
                year: day.year, month: day.month, day: day.day, hour: moment.minuteOfDay / 60, minute: moment.minuteOfDay % 60,
                second: 0)
        case .integer: self = .number(texts.input(value, of: field))
        default:
            let text = texts.text(value, of: field)
            self = text.isEmpty ? .empty : .text(text)
        }
    }
}
