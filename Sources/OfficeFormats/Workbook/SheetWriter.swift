import CXlsxWriter

/// Writes the rows of one sheet from the top. Not `Sendable`.
public final class SheetWriter {
    /// The name on the tab, which may differ from the one asked for.
    public let name: String
    /// The header's row number, from 1; the first row written is the next one.
    public let headerRow: Int
    /// How many rows were written below the header.
    public private(set) var rowCount = 0
    private let book: OpenWorkbook
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let columns: [SheetColumn]
    private let widths: [Int]
    /// The places of the columns that break texts into lines.
    private let wrapping: [Int]
    private static let lastRow = 1_048_576
    /// The characters that a printed page still holds legibly from side to side.
    private static let widest = 240

    init(book: OpenWorkbook, layout: SheetLayout) throws(OfficeFormatError) {
        self.book = book
        (sheet, name) = try book.addWorksheet(layout.name)
        columns = layout.columns
        widths = layout.columns.map { column in
            min(column.width ?? max(column.kind.defaultWidth, min(RowHeight.width(column.title) + 4, 40)), 255)
        }
        wrapping = layout.columns.indices.filter { layout.columns[$0].wraps }
        headerRow = (layout.title == nil ? 0 : 1) + layout.captions.count + 1
        setUpColumns()
        try writeHead(layout)
        setUpPrint(layout)
        setUpChoices(layout)
    }

    /// Writes one row; values beyond the last column are written too, missing ones leave bordered empty cells.
    ///
    /// - Parameters:
    ///   - isTotal: sets the row in bold.
    ///   - comments: comments by column, from 1; their cells are shaded.
    /// - Throws: `textTooLong`, `sheetFull`, `writingFailed`.
    public func append(
        _ values: [CellValue], isTotal: Bool = false, comments: [Int: String] = [:]
    ) throws(OfficeFormatError) {
        guard book.isOpen else { throw .writingFailed(code: Int(LXW_ERROR_PARAMETER_VALIDATION.rawValue)) }
        let row = headerRow + rowCount + 1
        guard row <= Self.lastRow else { throw .sheetFull(sheet: name, limit: Self.lastRow - headerRow) }
        setHeight(ofRow: row, values)
        for column in 0..<max(values.count, columns.count) {
            let value = column < values.count ? values[column] : .empty
            let isMarked = !comments.isEmpty && comments[column + 1] != nil
            try write(value, CellReference(row: row, column: column + 1), isBold: isTotal, isMarked: isMarked)
        }
        for (column, comment) in comments.sorted(by: { $0.key < $1.key }) where column > 0 {
            writeComment(comment, row: row, column: column)
        }
        rowCount += 1
    }

    private func setHeight(ofRow row: Int, _ values: [CellValue]) {
        guard !wrapping.isEmpty else { return }
        let texts = wrapping.filter { $0 < values.count }.map { (values[$0].plainText, widths[$0]) }
        let height = RowHeight.points(texts)
        if height > RowHeight.single { worksheet_set_row(sheet, lxw_row_t(row - 1), height, nil) }
    }

    private func write(_ value: CellValue, _ cell: CellReference, isBold: Bool, isMarked: Bool) throws(OfficeFormatError) {
        let column = cell.column <= columns.count ? columns[cell.column - 1] : nil
        let kind = column?.kind ?? .general
        var look = CellFormats.Look(isBold: isBold, isMarked: isMarked, wraps: column?.wraps ?? false)
        let (row, place) = (lxw_row_t(cell.row - 1), lxw_col_t(cell.column - 1))
        switch value {
        case .number(let text) where kind != .text:
            guard let number = Self.exactDouble(text) else { fallthrough }
            look.code = kind.numberCode
            worksheet_write_number(sheet, row, place, number, format(look))
        case .text(let text), .number(let text), .error(let text):
            look.code = "@"
            // The dash of a column of numbers, where there is none.
            look.isCentred = text == "\u{2014}"
            try book.write(text, to: sheet, named: name, at: cell, format(look))
        case .date(let year, let month, let day):
            guard let serial = SerialDay.number(year: year, month: month, day: day) else {
                return try writeAsText(value, cell, look)
            }
            look.code = dateCode
            worksheet_write_number(sheet, row, place, Double(serial), format(look))
        case .dateTime(let year, let month, let day, let hour, let minute, let second):
            guard let serial = SerialDay.number(year: year, month: month, day: day) else {
                return try writeAsText(value, cell, look)
            }
            look.code = dateTimeCode
            let fraction = Double(hour * 3600 + minute * 60 + second) / 86_400
            worksheet_write_number(sheet, row, place, Double(serial) + fraction, format(look))
        case .time(let hour, let minute, let second):
            look.code = timeCode
            worksheet_write_number(sheet, row, place, Double(hour * 3600 + minute * 60 + second) / 86_400, format(look))
        case .bool(let isTrue):
            worksheet_write_boolean(sheet, row, place, isTrue ? 1 : 0, format(look))
        case .empty:
            look.code = kind.emptyCode
            worksheet_write_blank(sheet, row, place, format(look))
        }
    }

    private func writeAsText(_ value: CellValue, _ cell: CellReference, _ look: CellFormats.Look) throws(OfficeFormatError) {
        var look = look
        look.code = "@"
        try book.write(value.plainText, to: sheet, named: name, at: cell, format(look))
    }

    /// The number if a spreadsheet keeps it whole: at most 15 significant digits. Longer ones are written as text.
    private static func exactDouble(_ text: String) -> Double? {
        var digits = 0
        var zeros = 0
        for byte in text.utf8 {
            switch byte {
            case 0x31...0x39:
                digits += zeros + 1
                zeros = 0
            case 0x30: if digits > 0 { zeros += 1 }
            case UInt8(ascii: "."), UInt8(ascii: "-"): break
            default: return nil
            }
        }
        return digits <= 15 && digits + zeros <= 300 ? Double(text) : nil
    }

    private func format(_ look: CellFormats.Look) -> Format? {
        if look == lastLook { return lastFormat }
        lastLook = look
        lastFormat = book.formats.format(look)
        return lastFormat
    }
    private var lastLook: CellFormats.Look?
    private var lastFormat: Format?

    private func writeComment(_ text: String, row: Int, column: Int) {
        var options = lxw_comment_options()
        options.width = 240
        options.height = UInt16(40 + 18 * min(text.count / 14, 12))
        worksheet_write_comment_opt(
            sheet, lxw_row_t(row - 1), lxw_col_t(column - 1), CellText.written(String(text.prefix(2000))), &options)
    }

    private func setUpColumns() {
        for (place, column) in columns.enumerated() {
            let look = CellFormats.Look(code: column.kind.emptyCode, hasBorder: false)
            let format = column.kind.emptyCode.isEmpty ? nil : book.formats.format(look)
            worksheet_set_column(sheet, lxw_col_t(place), lxw_col_t(place), Double(widths[place]), format)
        }
        worksheet_set_default_row(sheet, RowHeight.single, 0)
    }

    private var pagesAcross: Int { max((widths.reduce(0, +) + Self.widest - 1) / Self.widest, 1) }

    private func writeHead(_ layout: SheetLayout) throws(OfficeFormatError) {
        let title = CellFormats.Look(size: 16, isBold: true, isCentred: pagesAcross == 1, hasBorder: false)
        let caption = CellFormats.Look(wraps: true, hasBorder: false)
        var row = 1
        if let text = layout.title {
            try writeLine(text, row: row, book.formats.format(title))
            worksheet_set_row(sheet, lxw_row_t(row - 1), 32, nil)
            row += 1
        }
        for text in layout.captions {
            let height = RowHeight.points([(text, max(widths.reduce(0, +), 8))])
            worksheet_set_row(sheet, lxw_row_t(row - 1), height, nil)
            try writeLine(text, row: row, book.formats.format(caption))
            row += 1
        }
        let titles = zip(columns, widths).map { ($0.title, $1) }
        worksheet_set_row(sheet, lxw_row_t(row - 1), max(26, RowHeight.points(titles)), nil)
        for (place, column) in columns.enumerated() {
            let look = CellFormats.Look(isBold: true, isRed: column.isRequired, isHeader: true, isCentred: true, wraps: true)
            let cell = CellReference(row: row, column: place + 1)
            try book.write(column.title, to: sheet, named: name, at: cell, book.formats.format(look))
            if let note = column.note { writeComment(note, row: row, column: place + 1) }
        }
        worksheet_freeze_panes(sheet, lxw_row_t(row), 0)
    }

    /// A line across all columns.
    private func writeLine(_ text: String, row: Int, _ format: Format?) throws(OfficeFormatError) {
        if columns.count > 1 {
            worksheet_merge_range(
                sheet, lxw_row_t(row - 1), 0, lxw_row_t(row - 1), lxw_col_t(columns.count - 1), "", format)
        }
        try book.write(text, to: sheet, named: name, at: CellReference(row: row, column: 1), format)
    }

    private func setUpPrint(_ layout: SheetLayout) {
        worksheet_set_paper(sheet, 9)
        if layout.isLandscape { worksheet_set_landscape(sheet) }
        // A table that one page across would make too small to read goes on to the next ones, its first column on each.
        worksheet_fit_to_pages(sheet, UInt16(pagesAcross), 0)
        if pagesAcross > 1 { worksheet_repeat_columns(sheet, 0, 0) }
        worksheet_repeat_rows(sheet, lxw_row_t(headerRow - 1), lxw_row_t(headerRow - 1))
        worksheet_center_horizontally(sheet)
        worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.7)
        // The library takes at most 255 characters and & starts a code.
        let left = (layout.footer ?? "").prefix(180).replacing("&", with: "&&")
        let code = left.isEmpty ? "" : "&L&9\(left)"
        worksheet_set_footer(sheet, CellText.written(code + "&R&9\u{7B2C} &P \u{9875} \u{5171} &N \u{9875}"))
    }

    private func setUpChoices(_ layout: SheetLayout) {
        let rows = min(max(layout.choiceRows, 1), Self.lastRow - headerRow)
        for (place, column) in columns.enumerated() where !column.choices.isEmpty {
            let formula = strdup(book.listFormula(column.choices))
            defer { free(formula) }
            var validation = lxw_data_validation()
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            validation.value_formula = formula
            validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
            validation.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
            validation.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
            worksheet_data_validation_range(
                sheet, lxw_row_t(headerRow), lxw_col_t(place), lxw_row_t(headerRow + rows - 1), lxw_col_t(place), &validation)
        }
    }

    /// Sets the filter over the rows written; called once, before the file is.
    func close() {
        guard !columns.isEmpty else { return }
        let last = lxw_row_t(headerRow + rowCount - 1)
        worksheet_autofilter(sheet, lxw_row_t(headerRow - 1), 0, last, lxw_col_t(columns.count - 1))
    }
}
