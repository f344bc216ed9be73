import CXlsxWriter
import Foundation

/// What a workbook says about itself. The time is given, so that the same content makes the same file.
public struct WorkbookProperties: Sendable, Hashable {
    public var title: String
    public var author: String
    public var created: Date

    public init(title: String = "", author: String = "", created: Date) {
        self.title = title
        self.author = author
        self.created = created
    }
}

/// Writes an XLSX workbook row by row; memory does not grow with the rows. Not `Sendable`.
///
/// Text is always written as text: `=1+1` from a person stays these four characters and is never a formula.
public final class WorkbookWriter {
    private let book: OpenWorkbook
    private var sheets: [SheetWriter] = []

    /// Starts a workbook that will stand at `path` after `finish`.
    public init(path: String, properties: WorkbookProperties) throws(OfficeFormatError) {
        book = try OpenWorkbook(path: path, properties: properties)
    }

    /// The bytes of a workbook that `fill` writes.
    public static func bytes(
        properties: WorkbookProperties, fill: (WorkbookWriter) throws(OfficeFormatError) -> Void
    ) throws(OfficeFormatError) -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx").path
        defer { unlink(path) }
        let writer = try WorkbookWriter(path: path, properties: properties)
        try fill(writer)
        try writer.finish()
        return try FileBytes.read(path: path, limit: .max)
    }

    /// Adds a sheet; sheets stand in the order in which they are added. Rows may go to several in turn.
    public func addSheet(_ layout: SheetLayout) throws(OfficeFormatError) -> SheetWriter {
        let sheet = try SheetWriter(book: book, layout: layout)
        sheets.append(sheet)
        return sheet
    }

    /// Adds a sheet of plain lines, for instance 填写说明 before the sheet to fill in.
    public func addNotes(name: String, title: String, lines: [String]) throws(OfficeFormatError) {
        let (sheet, shown) = try book.addWorksheet(name)
        worksheet_set_column(sheet, 0, 0, 100, nil)
        worksheet_set_paper(sheet, 9)
        worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
        let place = { (row: Int) in CellReference(row: row + 1, column: 1) }
        let heading = CellFormats.Look(size: 16, isBold: true, hasBorder: false)
        worksheet_set_row(sheet, 0, 32, nil)
        try book.write(title, to: sheet, named: shown, at: place(0), book.formats.format(heading))
        let line = book.formats.format(CellFormats.Look(size: 11, wraps: true, hasBorder: false))
        for (number, text) in lines.enumerated() {
            let height = RowHeight.points([(text, 100)], size: 11)
            worksheet_set_row(sheet, lxw_row_t(number + 1), height, nil)
            try book.write(text, to: sheet, named: shown, at: place(number + 1), line)
        }
    }

    /// Writes the file. Nothing can be added afterwards.
    public func finish() throws(OfficeFormatError) {
        guard book.isOpen else { return }
        sheets.forEach { $0.close() }
        try book.finish()
    }
}
