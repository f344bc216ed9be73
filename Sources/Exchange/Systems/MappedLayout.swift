import Casework
import Definitions
import LegalTime
import OfficeFormats
import Records

/// A record in the columns of another system.
struct MappedLayout: RowLayout {
    let register: RegisterDefinition
    let columns: [ExchangeColumn]
    let unitLabel: @Sendable (String) -> String

    /// Tests and child rows want the whole record.
    var needsChildRows: Bool { true }

    var sheetColumns: [SheetColumn] {
        columns.map { column in
            guard let field = field(column), column.words.isEmpty, column.date == nil, column.path?.row != .each else {
                return SheetColumn(column.heading, kind: .text)
            }
            if column.isTenThousands { return SheetColumn(column.heading, width: 16) }
            return SheetColumn(column.heading, kind: RegisterColumns.kind(field), width: RegisterColumns.width(field))
        }
    }

    func cells(_ item: RecordPage.Item, _ texts: ValueText, today: Day) -> [CellValue] {
        columns.map { cell($0, item.record, texts) }
    }

    private func field(_ column: ExchangeColumn) -> FieldDefinition? { column.path.flatMap { register.field(at: $0.field) } }

    private func cell(_ column: ExchangeColumn, _ record: Record, _ texts: ValueText) -> CellValue {
        switch column.source {
        case .field(let path):
            guard let field = register.field(at: path.field) else { return .empty }
            guard let child = path.field.child, let row = path.row else {
                return value(record.values[path.field.field], field, column, texts)
            }
            let rows = record.values[path.field.field]?.rows ?? []
            switch row {
            case .index(let index):
                return rows.indices.contains(index) ? value(rows[index].values[child], field, column, texts) : .empty
            case .each:
                let parts = rows.map { value($0.values[child], field, column, texts).plainText }
                // What is missing keeps its place, so that the parts come back to their rows.
                return parts.allSatisfy(\.isEmpty) ? .empty : .text(parts.map { $0.isEmpty ? "/" : $0 }.joined(separator: "、"))
            }
        case .number: return .text(record.number)
        case .state: return .text(column.word(for: record.state) ?? register.state(record.state)?.label ?? record.state)
        case .owner: return .text(unitLabel(record.owner))
        case .constant(let text): return text.isEmpty ? .empty : .text(text)
        case .test(let condition, let yes, let no):
            let facts = RecordFacts(register: register, values: record.values, state: record.state, stamps: [])
            let text = condition.holds(for: facts) ? yes : no
            return text.isEmpty ? .empty : .text(text)
        }
    }

    private func value(_ value: Value?, _ field: FieldDefinition, _ column: ExchangeColumn, _ texts: ValueText) -> CellValue {
        switch value {
        case .text(let code) where !column.words.isEmpty:
            column.word(for: code).map { .text($0) } ?? CellValue(value, of: field, texts: texts)
        case .bool(let bool) where !column.words.isEmpty:
            column.word(for: bool ? "true" : "false").map { .text($0) } ?? CellValue(value, of: field, texts: texts)
        case .list(let codes) where !column.words.isEmpty:
            .text(codes.map { column.word(for: $0) ?? texts.codeLabel($0, list: field.codes ?? "") }.joined(separator: "、"))
        case .day(let day)?: column.date.map { .text($0.text(day)) } ?? CellValue(value, of: field, texts: texts)
        case .integer(let number)? where field.type == .money:
            // Fen: six places make one of ten thousand yuan.
            .number(NumberText.write(number, decimals: column.isTenThousands ? 6 : 2))
        case .integer(let number)? where field.type == .decimal: .number(NumberText.write(number, decimals: field.decimals))
        default: CellValue(value, of: field, texts: texts)
        }
    }

    /// Whether the columns do not hold all child rows, or a cell with several parts would come apart differently.
    func loses(_ record: Record) -> Bool {
        Dictionary(grouping: columns.compactMap(\.path).filter { $0.field.child != nil }, by: \.field.field).contains {
            rows, paths in
            let stored = record.values[rows]?.rows ?? []
            let places = paths.compactMap { path -> Int? in if case .index(let index)? = path.row { index } else { nil } }
            if !paths.contains(where: { $0.row == .each }) { return stored.count > (places.max() ?? 0) + 1 }
            return paths.filter { $0.row == .each }.contains { path in
                stored.contains { row in
                    guard let text = path.field.child.flatMap({ row.values[$0]?.text }) else { return false }
                    return InputReader.splitList(text).count > 1
                }
            }
        }
    }
}

extension ExchangeDate {
    func text(_ day: Day) -> String {
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        return switch self {
        case .dashes: day.iso
        case .strokes: "\(day.year)/\(two(day.month))/\(two(day.day))"
        case .points: "\(day.year).\(two(day.month)).\(two(day.day))"
        case .digits: "\(day.year)\(two(day.month))\(two(day.day))"
        case .chinese: "\(day.year)年\(day.month)月\(day.day)日"
        }
    }
}
