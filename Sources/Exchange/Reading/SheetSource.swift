import Foundation
import OfficeFormats

/// The bare rows of a file, before anything is understood.
struct RawSheet {
    var name: String
    var rows: [KeptSheet.Line]
}

enum SheetSource {
    /// The visible sheets of a workbook, at most `limit` rows of each; a value merged over several rows stands in each of them.
    static func workbook(_ bytes: [UInt8], rows limit: Int, only name: String?) throws(OfficeFormatError) -> [RawSheet] {
        let reader = try SheetReader(bytes: bytes)
        var sheets: [RawSheet] = []
        for entry in reader.sheets where !entry.isHidden && (name == nil || entry.name == name) {
            let rows = try reader.rows(of: entry)
            var lines: [KeptSheet.Line] = []
            while lines.count < limit, let row = try rows.next() {
                var cells = [CellValue](repeating: .empty, count: row.lastColumn)
                for cell in row.cells { cells[cell.column - 1] = cell.value }
                lines.append(KeptSheet.Line(number: row.number, cells: cells))
            }
            spread(try reader.mergedRanges(of: entry), over: &lines)
            sheets.append(RawSheet(name: entry.name, rows: lines))
        }
        return sheets
    }

    private static func spread(_ ranges: [CellRange], over lines: inout [KeptSheet.Line]) {
        let tall = ranges.filter { $0.last.row > $0.first.row && $0.first.column == $0.last.column }
        guard !tall.isEmpty else { return }
        let places = Dictionary(lines.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
        for range in tall {
            guard let first = places[range.first.row] else { continue }
            let column = range.first.column - 1
            let value = lines[first][column]
            guard value != .empty else { continue }
            for row in (range.first.row + 1)...range.last.row {
                guard let place = places[row] else { continue }
                while lines[place].cells.count <= column { lines[place].cells.append(.empty) }
                if lines[place].cells[column] == .empty { lines[place].cells[column] = value }
            }
        }
    }

    static func table(_ bytes: [UInt8], rows limit: Int) throws(OfficeFormatError) -> RawSheet {
        let reader = try CSVReader(bytes: bytes)
        var lines: [KeptSheet.Line] = []
        while lines.count < limit, let row = try reader.next() {
            lines.append(KeptSheet.Line(number: row.line, cells: row.fields.map { $0.isEmpty ? .empty : .text($0) }))
        }
        return RawSheet(name: "", rows: lines)
    }

    /// JSON lines as a table whose header holds paths: `field`, `rows.1.child`.
    static func jsonLines(_ bytes: [UInt8], rows limit: Int) throws(SheetError) -> RawSheet {
        var columns: [String: Int] = [:]
        var order: [String] = []
        var lines: [KeptSheet.Line] = []
        for (index, text) in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            guard text.contains(where: { !$0.isWhitespace }) else { continue }
            guard let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else {
                throw .malformedLine(index + 1)
            }
            var cells: [CellValue] = []
            for (path, value) in flat(object) {
                let column = columns[path] ?? order.count
                if column == order.count {
                    columns[path] = column
                    order.append(path)
                }
                while cells.count <= column { cells.append(.empty) }
                cells[column] = value
            }
            lines.append(KeptSheet.Line(number: index + 1, cells: cells, source: String(text)))
            if lines.count >= limit { break }
        }
        let header = KeptSheet.Line(number: 0, cells: order.map(CellValue.text))
        return RawSheet(name: "", rows: [header] + lines)
    }

    private static func flat(_ object: [String: Any]) -> [(String, CellValue)] {
        var found: [(String, CellValue)] = []
        if let number = object["number"] { found.append(("number", cell(number))) }
        let values = object["values"] as? [String: Any] ?? object
        for (name, value) in values.sorted(by: { $0.key < $1.key }) where name != "number" {
            if let rows = value as? [[String: Any]] {
                for (index, row) in rows.enumerated() {
                    for (child, value) in row.sorted(by: { $0.key < $1.key }) where child != "id" {
                        found.append(("\(name).\(index + 1).\(child)", cell(value)))
                    }
                }
            } else if let list = value as? [Any] {
                found.append((name, .text(list.map { cell($0).plainText }.joined(separator: "\n"))))
            } else {
                found.append((name, cell(value)))
            }
        }
        return found
    }

    private static func cell(_ value: Any) -> CellValue {
        switch value {
        case let text as String: return text.isEmpty ? .empty : .text(text)
        case let number as NSNumber:
            return "\(number)" == "1" || "\(number)" == "0" || "\(number)" == "true" || "\(number)" == "false"
                ? .text("\(number)") : .number("\(number)")
        default: return .empty
        }
    }
}
