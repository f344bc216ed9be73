import Foundation
import Indicators
import OfficeFormats
import Wording

extension FigureTable {
    /// The `figures` JSON: values are plain decimals as texts, null where nothing can be divided; keys in alphabetical order.
    public func json() -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        let record = TableRecord(
            district: district, year: year,
            figures: lines.map { line in
                let figure = line.figure
                return TableRecord.Line(
                    name: figure.name.description, label: line.label, value: figure.value.decimal, text: figure.value.text,
                    unit: figure.definition.unit, bound: "exact", numerator: figure.numerator.map { String($0) },
                    denominator: figure.denominator.map { String($0) }, rule: line.rule, rows: figure.rows)
            })
        return ((try? encoder.encode(record)).map { [UInt8]($0) } ?? []) + [0x0A]
    }

    /// CSV with a head, for Excel and WPS.
    public func csv(_ wording: Wording) -> [UInt8] {
        var writer = CSVWriter()
        writer.append(heads(wording).map(\.title))
        for line in lines { writer.append(cells(line, wording)) }
        return writer.take()
    }

    /// One sheet of all figures.
    public func xlsx(_ wording: Wording) throws(OfficeFormatError) -> [UInt8] {
        let title = "\(districtLabel) \(wording.year(year)) \(wording.text(FigureText.allFigures))"
        let created = Date(timeIntervalSince1970: TimeInterval(cutOff.milliseconds / 1000))
        return try WorkbookWriter.bytes(properties: WorkbookProperties(title: title, author: "", created: created)) {
            writer throws(OfficeFormatError) in
            let sheet = try writer.addSheet(
                SheetLayout(name: wording.year(year), title: title, captions: [wording.asOf(cutOff)], columns: heads(wording)))
            for line in lines { try sheet.append(cells(line, wording)) }
        }
    }

    private func heads(_ wording: Wording) -> [SheetColumn] {
        [
            SheetColumn(wording.text(CommonText.register), width: 18), SheetColumn(wording.text(FigureText.figure), width: 28),
            SheetColumn(wording.text(FigureText.value), width: 12), SheetColumn(wording.text(CommonText.unit), width: 8),
            SheetColumn(wording.text(FigureText.numerator), width: 10),
            SheetColumn(wording.text(FigureText.denominator), width: 10),
            SheetColumn(wording.text(FigureText.lastYear), width: 12), SheetColumn(wording.text(FigureText.change), width: 16),
            SheetColumn(wording.text(FigureText.countingRule), width: 60, wraps: true),
            SheetColumn(wording.text(ReportDocumentText.records), width: 10),
            SheetColumn(wording.text(ReportDocumentText.registerID), width: 36),
        ]
    }

    private func cells(_ line: Line, _ wording: Wording) -> [CellValue] {
        let figure = line.figure
        func number(_ value: Int64?) -> CellValue { value.map { .number(String($0)) } ?? .empty }
        let change = line.lastYear.map { figure.change(since: $0) }
        return [
            .text(line.registerLabel), .text(line.label), figure.value.decimal.map { .number($0) } ?? .text(figure.value.text),
            .text(wording.unit(figure.definition.unit)), number(figure.numerator), number(figure.denominator),
            line.lastYear.map { $0.value.decimal.map { .number($0) } ?? .text($0.value.text) } ?? .empty,
            change.map { .text(wording.change($0.value, as: $0.form, unit: figure.definition.unit)) } ?? .empty, .text(line.rule),
            .number(String(figure.rows)), .text(figure.name.description),
        ]
    }
}

private struct TableRecord: Encodable {
    var district: String
    var year: Int
    var figures: [Line]

    struct Line: Encodable {
        var name: String
        var label: String
        var value: String?
        var text: String
        var unit: String
        var bound: String
        var numerator: String?
        var denominator: String?
        var rule: String
        var rows: Int

        enum CodingKeys: String, CodingKey { case name, label, value, text, unit, bound, numerator, denominator, rule, rows }

        /// Nulls are written: every line has the same keys.
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(name, forKey: .name)
            try container.encode(label, forKey: .label)
            try container.encode(value, forKey: .value)
            try container.encode(text, forKey: .text)
            try container.encode(unit, forKey: .unit)
            try container.encode(bound, forKey: .bound)
            try container.encode(numerator, forKey: .numerator)
            try container.encode(denominator, forKey: .denominator)
            try container.encode(rule, forKey: .rule)
            try container.encode(rows, forKey: .rows)
        }
    }
}
