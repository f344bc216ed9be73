import Definitions
import Foundation
import LegalTime
import OfficeFormats
import Wording

/// The failed rows and no others, in the layout in which they came, with a last column that says why.
public struct FailedRows: Sendable {
    let sentences: RowSentences
    /// Stands in the file's properties, so that the same rows make the same file.
    let moment: Instant

    public init(sentences: RowSentences, moment: Instant) {
        self.sentences = sentences
        self.moment = moment
    }

    public func bytes(_ rows: [ImportPlan.Row], of sheet: KeptSheet) throws(OfficeFormatError) -> [UInt8] {
        switch sheet.format {
        case .xlsx: return try workbook(rows, sheet)
        case .csv: return table(rows, sheet)
        case .jsonl:
            return rows.reduce(into: []) { bytes, row in
                var object =
                    (try? JSONSerialization.jsonObject(with: Data((row.line.source ?? "{}").utf8))) as? [String: Any] ?? [:]
                object["reason"] = sentences.reason(row)
                let line =
                    (try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes]))
                    ?? Data()
                bytes += [UInt8](line) + [0x0A]
            }
        }
    }

    private var reasonTitle: String { sentences.wording.text(ImportText.reasonColumn) }

    private func cells(_ row: ImportPlan.Row, _ sheet: KeptSheet) -> [CellValue] {
        sheet.columns.indices.map { row.line[$0] } + [.text(sentences.reason(row))]
    }

    private func workbook(_ rows: [ImportPlan.Row], _ sheet: KeptSheet) throws(OfficeFormatError) -> [UInt8] {
        let columns =
            sheet.columns.map { SheetColumn($0.title, kind: .general) } + [
                SheetColumn(reasonTitle, kind: .text, width: 60, wraps: true)
            ]
        let above = sheet.preamble.map { $0.joined(separator: "    ") }
        let layout = SheetLayout(
            name: sheet.name.isEmpty ? "1" : sheet.name, title: above.first, captions: Array(above.dropFirst()), columns: columns)
        let properties = WorkbookProperties(
            title: above.first ?? sheet.name, created: Date(timeIntervalSince1970: TimeInterval(moment.milliseconds / 1000)))
        return try WorkbookWriter.bytes(properties: properties) { writer throws(OfficeFormatError) in
            let out = try writer.addSheet(layout)
            let plan = ImportPlan(register: "", fileName: "", sheet: sheet, rows: [])
            for row in rows {
                var comments: [Int: String] = [:]
                if case .failed(let problems) = row.outcome {
                    for problem in problems {
                        guard let column = plan.column(of: problem) else { continue }
                        comments[column + 1] = (comments[column + 1].map { $0 + "\n" } ?? "") + sentences.sentence(problem)
                    }
                }
                try out.append(cells(row, sheet), comments: comments)
            }
        }
    }

    private func table(_ rows: [ImportPlan.Row], _ sheet: KeptSheet) -> [UInt8] {
        var writer = CSVWriter()
        for line in sheet.preamble { writer.append(line) }
        writer.append(sheet.columns.map(\.title) + [reasonTitle])
        for row in rows { writer.append(cells(row, sheet)) }
        return writer.take()
    }
}
