import Casework
import Definitions
import LegalTime
import OfficeFormats
import Records
import Wording

/// Which columns an export has and how a record fills them.
struct ExportLayout: RowLayout {
    private enum Column {
        case register(RegisterColumns.Column)
        case state
        case due
        case status
    }

    let register: RegisterDefinition
    let wording: Wording
    let needsChildRows: Bool
    private let columns: [Column]
    private let all: RegisterColumns

    init(register: RegisterDefinition, wording: Wording, columns kind: Export.Columns, groups: [String: Int]) {
        self.register = register
        self.wording = wording
        all = RegisterColumns(register, wording: wording) { field in min(max(groups[field.name] ?? 0, 1), ColumnNames.mostGroups)
        }
        switch kind {
        case .all:
            columns = all.columns.map(Column.register) + [.state]
            needsChildRows = register.fields.contains { $0.type == .rows || $0.type.isMany }
        case .shown:
            let names = ([register.heading].compactMap { $0 } + register.list.columns).reduce(into: [String]()) { names, name in
                if !names.contains(name) { names.append(name) }
            }
            let fields = names.compactMap { register.field($0) }
            let found = fields.map { field in
                Column.register(
                    RegisterColumns.Column(
                        title: wording.label(ofField: field.name, in: register), target: .field(field.name), field: field))
            }
            let number = Column.register(RegisterColumns.Column(title: wording.text(ExchangeText.number), target: .number))
            columns = [number] + found + [.state] + (register.deadlines.isEmpty ? [] : [.due, .status])
            needsChildRows = fields.contains { $0.type == .rows || $0.type.isMany }
        }
    }

    var sheetColumns: [SheetColumn] {
        columns.map { column in
            switch column {
            case .register(let column):
                guard let field = column.field else { return SheetColumn(column.title, kind: .text, width: 26) }
                return SheetColumn(column.title, kind: RegisterColumns.kind(field), width: RegisterColumns.width(field))
            case .state: return SheetColumn(wording.text(ExchangeText.state), kind: .text)
            case .due: return SheetColumn(wording.text(ListText.dueOn), kind: .date)
            case .status: return SheetColumn(wording.text(ListText.status), kind: .text)
            }
        }
    }

    func cells(_ item: RecordPage.Item, _ texts: ValueText, today: Day) -> [CellValue] {
        columns.map { column in
            switch column {
            case .register(let column):
                guard let field = column.field else { return .text(item.record.number) }
                return CellValue(all.value(column, of: item.record), of: field, texts: texts)
            case .state: return .text(wording.label(ofState: item.record.state, in: register))
            case .due:
                guard let day = item.run?.dueOn else { return .empty }
                return .date(year: day.year, month: day.month, day: day.day)
            case .status: return item.status.map { .text(wording.name(of: $0)) } ?? .empty
            }
        }
    }

    /// The record as one JSON object: codes and ids as they are stored, amounts as plain decimals.
    func object(_ record: Record) -> [String: Any] {
        var values: [String: Any] = [:]
        for field in register.fields {
            guard let value = record.values[field.name] else { continue }
            values[field.name] = Self.json(value, field)
        }
        return [
            "id": record.id, "number": record.number, "state": record.state, "owner": record.owner, "revision": record.revision,
            "values": values,
        ]
    }

    private static func json(_ value: Value, _ field: FieldDefinition) -> Any {
        let plain = PlainForm()
        switch value {
        case .list(let ids): return ids
        case .bool(let bool): return bool
        case .rows(let rows):
            return rows.map { row -> [String: Any] in
                var object: [String: Any] = ["id": row.id]
                for child in field.fields { if let value = row.values[child.name] { object[child.name] = json(value, child) } }
                return object
            }
        default: return plain.text(value, of: field)
        }
    }
}

/// What stands above the rows of an export.
struct ExportHead {
    /// nil: the header stands first.
    var title: String?
    var captions: [String]
    var columns: [SheetColumn]
    var created: Instant
    /// The tab; nil: the title.
    var sheet: String?

    var tab: String { sheet ?? title ?? "1" }
}
