import OfficeFormats

/// The rows of an XLSX or CSV file as texts, with the header found below any titles.
public struct ExamSheet: Sendable {
    /// The header's row as the sheet shows it, from 1.
    public var headerRow: Int
    public var header: [String]
    /// The rows below, without gaps: the first one is that under the header.
    public var rows: [[String]]
    public var isWorkbook: Bool

    static let limit = 20_000

    /// - Parameter isHeader: whether a row is the header; one of the first ten has to be.
    /// - Returns: nil where none is.
    public static func read(
        _ bytes: [UInt8], isWorkbook: Bool, isHeader: ([String]) -> Bool
    ) throws(OfficeFormatError) -> ExamSheet? {
        for lines in try isWorkbook ? workbook(bytes) : [table(bytes)] {
            guard let place = lines.prefix(10).firstIndex(where: isHeader) else { continue }
            return ExamSheet(
                headerRow: place + 1, header: lines[place], rows: Array(lines[(place + 1)...]), isWorkbook: isWorkbook)
        }
        return nil
    }

    private static func workbook(_ bytes: [UInt8]) throws(OfficeFormatError) -> [[[String]]] {
        let reader = try SheetReader(bytes: bytes)
        var sheets: [[[String]]] = []
        for sheet in reader.sheets where !sheet.isHidden {
            let rows = try reader.rows(of: sheet)
            var lines: [[String]] = []
            while lines.count < limit, let row = try rows.next() {
                guard row.number <= limit else { break }
                while lines.count < row.number - 1 { lines.append([]) }
                var cells = [String](repeating: "", count: row.lastColumn)
                for cell in row.cells { cells[cell.column - 1] = cell.value.plainText }
                lines.append(cells)
            }
            sheets.append(lines)
        }
        return sheets
    }

    private static func table(_ bytes: [UInt8]) throws(OfficeFormatError) -> [[String]] {
        let reader = try CSVReader(bytes: bytes)
        var lines: [[String]] = []
        while lines.count < limit, let row = try reader.next() { lines.append(row.fields) }
        return lines
    }
}
