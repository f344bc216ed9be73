import CXlsxWriter
import Foundation

/// libxlsxwriter's workbook, shared by the writer and its sheets.
final class OpenWorkbook {
    let handle: UnsafeMutablePointer<lxw_workbook>
    let formats: CellFormats
    private var names: Set<String> = []
    private var lists: [[String]] = []
    private let listSheetName: String
    private(set) var isOpen = true

    init(path: String, properties: WorkbookProperties) throws(OfficeFormatError) {
        var options = lxw_workbook_options()
        options.constant_memory = 1
        guard let handle = workbook_new_opt(path, &options) else {
            throw .writingFailed(code: Int(LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue))
        }
        self.handle = handle
        formats = CellFormats(workbook: handle)
        listSheetName = "_lists"
        names.insert(listSheetName)
        let strings = [properties.title, properties.author].map { strdup(XMLText.allowed($0)) }
        defer { strings.forEach { free($0) } }
        var described = lxw_doc_properties()
        described.title = strings[0]
        described.author = strings[1]
        described.created = time_t(properties.created.timeIntervalSince1970)
        workbook_set_properties(handle, &described)
    }

    deinit {
        if isOpen { lxw_workbook_free(handle) }
    }

    func addWorksheet(_ name: String) throws(OfficeFormatError) -> (UnsafeMutablePointer<lxw_worksheet>, name: String) {
        guard isOpen else { throw .writingFailed(code: Int(LXW_ERROR_PARAMETER_VALIDATION.rawValue)) }
        let shown = SheetName.allowed(name, besides: names)
        names.insert(shown.lowercased())
        guard let sheet = workbook_add_worksheet(handle, shown) else {
            throw .writingFailed(code: Int(LXW_ERROR_SHEETNAME_ALREADY_USED.rawValue))
        }
        return (sheet, shown)
    }

    func write(
        _ text: String, to sheet: UnsafeMutablePointer<lxw_worksheet>, named name: String, at cell: CellReference,
        _ format: Format?
    ) throws(OfficeFormatError) {
        if text.isEmpty {
            worksheet_write_blank(sheet, lxw_row_t(cell.row - 1), lxw_col_t(cell.column - 1), format)
            return
        }
        let limit = 32_767
        if text.utf8.count > limit, text.utf16.count > limit {
            throw .textTooLong(sheet: name, cell: cell, length: text.utf16.count, limit: limit)
        }
        let code = worksheet_write_string(
            sheet, lxw_row_t(cell.row - 1), lxw_col_t(cell.column - 1), CellText.written(text), format)
        guard code == LXW_NO_ERROR else { throw .writingFailed(code: Int(code.rawValue)) }
    }

    /// Keeps a list for drop-downs on a hidden sheet; returns the formula that names it.
    func listFormula(_ choices: [String]) -> String {
        let place = lists.firstIndex(of: choices) ?? lists.count
        if place == lists.count { lists.append(choices) }
        let column = CellReference.columnName(place + 1)
        return "='\(listSheetName)'!$\(column)$1:$\(column)$\(choices.count)"
    }

    func finish() throws(OfficeFormatError) {
        if !lists.isEmpty { try writeLists() }
        isOpen = false
        let code = workbook_close(handle)
        guard code == LXW_NO_ERROR else { throw .writingFailed(code: Int(code.rawValue)) }
    }

    private func writeLists() throws(OfficeFormatError) {
        guard let sheet = workbook_add_worksheet(handle, listSheetName) else {
            throw .writingFailed(code: Int(LXW_ERROR_SHEETNAME_ALREADY_USED.rawValue))
        }
        worksheet_hide(sheet)
        for row in 0..<(lists.map(\.count).max() ?? 0) {
            for (column, list) in lists.enumerated() where row < list.count {
                let cell = CellReference(row: row + 1, column: column + 1)
                try write(list[row], to: sheet, named: listSheetName, at: cell, nil)
            }
        }
    }
}

/// Text as libxlsxwriter may be handed it.
enum CellText {
    /// Without NUL, which would end the C string, and without what XML cannot carry and the library does not escape.
    static func written(_ text: String) -> String {
        // Nearly all texts have none of the bytes in question: NUL, the underscore, the first of U+FFFE.
        guard text.utf8.contains(where: { $0 == 0 || $0 == 0x5F || $0 == 0xEF }) else { return text }
        var result = EscapedText.protected(text)
        result.unicodeScalars.removeAll { $0.value == 0 || $0.value == 0xFFFE || $0.value == 0xFFFF }
        return result
    }
}
