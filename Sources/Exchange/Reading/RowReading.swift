import Definitions
import LegalTime
import OfficeFormats
import Records

/// One row of a sheet as an input to the register.
struct ReadRow: Sendable {
    var line: KeptSheet.Line
    var number: String?
    var input = RecordInput()
    /// Fields of which the row says something, in the register's order.
    var fields: [String] = []
    /// Fields the row empties: （空）.
    var cleared: Set<String> = []
    var problems: [RowProblem] = []
}

/// Turns the cells of a row into the texts of an input, as the fields take them.
struct RowReading {
    let register: RegisterDefinition
    let mapping: Mapping
    let columns: [KeptSheet.Column]
    /// The year of dates without one.
    let year: Int

    /// - Parameter met: The number of the record that the row's key meets.
    func read(_ line: KeptSheet.Line, met: String? = nil) -> ReadRow {
        var row = ReadRow(line: line)
        row.number = met
        var groups: [String: [Int: [String: String]]] = [:]
        for (index, column) in columns.enumerated() {
            let cell = line[index]
            switch column.target {
            case .ignored, .unknown: continue
            case .number:
                let text = PlainText.compact(cell.plainText)
                row.number = text.isEmpty ? nil : text
            case .field(let name):
                // What is computed comes of itself: its column says nothing.
                guard let field = register.field(name), field.computed == nil else { continue }
                if Self.isEmptyMark(cell) { row.cleared.insert(name) }
                guard let text = text(cell, field, path: name, place: InputPlace(field: name), &row.problems) else { continue }
                row.input.texts[name] = text
            case .child(let rows, let number, let child):
                guard let field = register.field(rows)?.fields.first(where: { $0.name == child }), field.computed == nil else {
                    continue
                }
                let place = InputPlace(field: rows, row: number, child: child)
                guard let text = text(cell, field, path: "\(rows).\(child)", place: place, &row.problems) else { continue }
                groups[rows, default: [:]][number, default: [:]][child] = text
            case .eachChild(let rows, let child):
                guard let field = register.field(rows)?.fields.first(where: { $0.name == child }), field.computed == nil else {
                    continue
                }
                // The items of a checklist stand between the signs that divide rows elsewhere.
                let parts = field.type == .checklist ? [cell.plainText] : InputReader.splitList(cell.plainText)
                for (number, part) in parts.enumerated() {
                    let place = InputPlace(field: rows, row: number, child: child)
                    guard let text = text(.text(part), field, path: "\(rows).\(child)", place: place, &row.problems) else {
                        continue
                    }
                    groups[rows, default: [:]][number, default: [:]][child] = text
                }
            }
        }
        // An update says only what the sheet says.
        if row.number == nil { constants(&row, &groups) }
        for (rows, numbered) in groups {
            let last = numbered.keys.max() ?? -1
            row.input.rows[rows] = (0...max(last, 0)).map { RowInput(texts: numbered[$0] ?? [:]) }
        }
        row.fields = register.fields.map(\.name).filter {
            row.input.texts[$0] != nil || row.input.rows[$0] != nil || row.cleared.contains($0)
        }
        return row
    }

    /// A constant stands where the sheet is silent; in child rows only beside something the sheet says.
    private func constants(_ row: inout ReadRow, _ groups: inout [String: [Int: [String: String]]]) {
        for (target, text) in mapping.constants {
            switch target {
            case .field(let name): if row.input.texts[name] == nil { row.input.texts[name] = text }
            case .child(let rows, let number, let child):
                if groups[rows]?[number] != nil, groups[rows]?[number]?[child] == nil { groups[rows]?[number]?[child] = text }
            case .eachChild(let rows, let child):
                for number in groups[rows]?.keys.sorted() ?? [] where groups[rows]?[number]?[child] == nil {
                    groups[rows]?[number]?[child] = text
                }
            case .number, .ignored, .unknown: break
            }
        }
    }

    static func isEmptyMark(_ cell: CellValue) -> Bool {
        ["(空)", "(empty)"].contains(PlainText.compact(cell.plainText).lowercased())
    }

    private func text(
        _ cell: CellValue, _ field: FieldDefinition, path: String, place: InputPlace, _ problems: inout [RowProblem]
    ) -> String? {
        if case .error(let text) = cell {
            problems.append(.cellError(place, text))
            return nil
        }
        var text = PlainText.trimmed(plain(cell, field))
        if text.isEmpty || Self.isEmptyMark(cell) || ["/", "—", "——", "-", "--", "\\"].contains(PlainText.halfWidth(text)) {
            return nil
        }
        if let meaning = mapping.codes[path]?[ColumnNames.folded(text)] { text = meaning }
        if mapping.tenThousands.contains(path), !text.hasSuffix("元"), !text.hasSuffix("万") { text += "万" }
        switch field.type {
        case .text, .longText: return field.personal == .name ? Self.name(text) : text
        case .bool: return text
        case .code, .codes: return code(text, field, path: path)
        case .date:
            if case .number(let number) = cell, !(number.count == 8 && number.allSatisfy(\.isNumber)) {
                // A bare number such as 12.3 may be the third or the thirtieth.
                if let serial = Int(number), (20_000...80_000).contains(serial) { return Day(daysSince1970: serial - 25_569).iso }
                problems.append(.input(InputProblem(place: place, reason: .notADate(text))))
                return nil
            }
            if text == "无" { return nil }
            if case .day(let day) = DateText.read(text, year: year) { return day.iso }
            return text
        case .idNumber:
            if case .number(let number) = cell, number.count > 15 {
                problems.append(.digitsLost(place, number))
                return nil
            }
            return text == "无" ? nil : text
        default: return text == "无" ? nil : text
        }
    }

    private func plain(_ cell: CellValue, _ field: FieldDefinition) -> String {
        switch cell {
        case .bool(let value): value ? "是" : "否"
        case .dateTime(let year, let month, let day, _, _, _) where field.type == .date:
            CellValue.date(year: year, month: month, day: day).plainText
        case .dateTime where field.type == .moment: String(cell.plainText.prefix(16))
        default: cell.plainText
        }
    }

    /// 张　三 is 张三; a name in letters keeps its blanks.
    private static func name(_ text: String) -> String {
        guard text.unicodeScalars.allSatisfy({ $0.properties.isWhitespace || ($0.properties.isIdeographic) }) else { return text }
        return String(text.unicodeScalars.filter { !$0.properties.isWhitespace }.map(Character.init))
    }

    private func code(_ text: String, _ field: FieldDefinition, path: String) -> String {
        let entries = register.codes[field.codes ?? ""]?.entries ?? []
        func label(_ part: String) -> String {
            let key = ColumnNames.folded(part)
            if let meaning = mapping.codes[path]?[key], field.type == .codes { return meaning }
            return entries.first { ColumnNames.folded($0.label) == key }?.label ?? PlainText.trimmed(part)
        }
        return field.type == .codes
            ? InputReader.splitList(text, names: mapping.spelled[path] ?? []).map(label).joined(separator: "、") : label(text)
    }
}
