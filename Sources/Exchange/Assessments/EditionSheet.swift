import Assessment
import Foundation
import LegalTime
import OfficeFormats
import Wording

/// Why a file holds no edition or mapping.
public enum EditionSheetError: Error, Sendable, Hashable {
    /// Neither .xlsx nor .csv.
    case unknownKind
    case format(OfficeFormatError)
    case columnsMissing([String])
}

/// A workbook as somebody sent it, read as an edition: the items that are right, and each row that is not with its reason.
public struct EditionSheet: Sendable {
    public var items: [EditionItem]
    public var problems: [EditionRowProblem]
    let format: SheetFormat
    let name: String
    let header: [String]
    let lines: [(number: Int, cells: [String])]

    /// More rows than any edition has.
    private static let most = 5000

    public static func read(_ bytes: [UInt8], fileName: String) throws(EditionSheetError) -> EditionSheet {
        let format = try kind(fileName)
        let (sheet, place, reader) = try header(bytes, format) { header throws(EditionReader.HeaderProblem) in
            try EditionReader(header: header)
        }
        let lines = sheet.rows.dropFirst(place + 1).map { line in (number: line.number, cells: line.cells.map(\.plainText)) }
        let (items, problems) = reader.read(numbered: lines)
        return EditionSheet(
            items: items, problems: problems, format: format, name: sheet.name,
            header: sheet.rows[place].cells.map(\.plainText), lines: lines)
    }

    /// A sheet with 原序号 and 新序号 as a mapping.
    public static func mapping(_ bytes: [UInt8], fileName: String, from old: Edition, to new: Edition)
        throws(EditionSheetError) -> (mapping: EditionMapping, problems: [MappingRowProblem])
    {
        let (sheet, place, reader) = try header(bytes, try kind(fileName)) { header throws(EditionReader.HeaderProblem) in
            try MappingReader(header: header)
        }
        let lines = sheet.rows.dropFirst(place + 1).map { (number: $0.number, cells: $0.cells.map(\.plainText)) }
        return reader.read(numbered: lines, from: old, to: new)
    }

    private static func kind(_ fileName: String) throws(EditionSheetError) -> SheetFormat {
        guard let format = SheetFormat(fileName: fileName), format != .jsonl else { throw .unknownKind }
        return format
    }

    /// The first row, of any visible sheet, that has the columns wanted; titles may stand above it.
    private static func header<Reader>(
        _ bytes: [UInt8], _ format: SheetFormat, _ make: ([String]) throws(EditionReader.HeaderProblem) -> Reader
    ) throws(EditionSheetError) -> (RawSheet, Int, Reader) {
        let sheets: [RawSheet]
        do throws(OfficeFormatError) {
            sheets =
                format == .csv
                ? [try SheetSource.table(bytes, rows: most)] : try SheetSource.workbook(bytes, rows: most, only: nil)
        } catch {
            throw .format(error)
        }
        var nearest: [String]?
        for sheet in sheets {
            for (place, row) in sheet.rows.prefix(20).enumerated() {
                do throws(EditionReader.HeaderProblem) {
                    return (sheet, place, try make(row.cells.map(\.plainText)))
                } catch {
                    guard case .columnsMissing(let names) = error else { continue }
                    if names.count < nearest?.count ?? .max { nearest = names }
                }
            }
        }
        throw .columnsMissing(nearest ?? EditionReader.columns)
    }

    /// The rows with errors in the layout of the workbook, with a last column that says why.
    public func failedRows(_ wording: Wording, at moment: Instant) throws(OfficeFormatError) -> [UInt8] {
        let reasons = Dictionary(grouping: problems, by: \.row).mapValues { problems in
            problems.map { $0.column + wording.colon + wording.sentence(for: $0) }.joined(separator: "\n")
        }
        let rows = lines.filter { reasons[$0.number] != nil }.map { line in
            (0..<header.count).map { $0 < line.cells.count ? line.cells[$0] : "" } + [reasons[line.number] ?? ""]
        }
        let titles = header + [wording.text(AssessmentText.reason)]
        guard format == .xlsx else {
            var writer = CSVWriter()
            writer.append(titles)
            for row in rows { writer.append(row) }
            return writer.take()
        }
        let columns =
            header.map { SheetColumn($0, kind: .text) } + [
                SheetColumn(titles[header.count], kind: .text, width: 60, wraps: true)
            ]
        return try Self.workbook(name, at: moment) { writer throws(OfficeFormatError) in
            let sheet = try writer.addSheet(SheetLayout(name: name.isEmpty ? "1" : name, columns: columns))
            for row in rows { try sheet.append(row.map { .text($0) }) }
        }
    }

    public var fileEnding: String { format.rawValue }

    /// An empty workbook with the columns.
    public static func template(_ wording: Wording, at moment: Instant) throws(OfficeFormatError) -> [UInt8] {
        let widths = [24, 28, 10, 60, 12, 10]
        return try workbook(wording.text(AssessmentText.template), at: moment) { writer throws(OfficeFormatError) in
            let columns = zip(EditionReader.columns, widths).map { title, width in
                SheetColumn(
                    title, kind: .text, width: width, wraps: width > 20,
                    choices: title == "方式" ? EditionItem.Mode.allCases.map(\.rawValue) : [],
                    isRequired: !["方式", "分值"].contains(title))
            }
            _ = try writer.addSheet(SheetLayout(name: wording.text(AssessmentText.items), columns: columns))
            try writer.addNotes(
                name: wording.text(ExchangeText.instructions), title: wording.text(AssessmentText.load),
                lines: [wording.text(AssessmentText.workbookHint), wording.text(AssessmentText.scoreHint)])
        }
    }

    static func workbook(
        _ title: String, at moment: Instant, fill: (WorkbookWriter) throws(OfficeFormatError) -> Void
    ) throws(OfficeFormatError) -> [UInt8] {
        let properties = WorkbookProperties(
            title: title, created: Date(timeIntervalSince1970: TimeInterval(moment.milliseconds / 1000)))
        return try WorkbookWriter.bytes(properties: properties, fill: fill)
    }
}
