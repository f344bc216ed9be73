/// One sheet of a workbook.
public struct SheetEntry: Sendable, Hashable {
    public let name: String
    public let isHidden: Bool
    let part: String
}

/// Reads an XLSX workbook made by Excel, WPS, LibreOffice or openpyxl.
///
/// The shared texts and the formats are read at once, the sheets row by row. Not `Sendable`.
public final class SheetReader {
    /// The worksheets in the order of their tabs, hidden ones among them; charts have no rows and are left out.
    public let sheets: [SheetEntry]
    /// Whether days count from 1904, as in workbooks begun on old Macs.
    public let usesDateSystem1904: Bool
    private let archive: ZipArchive
    private let strings: [String]
    private let formats: [NumberFormat]

    /// - Throws: as `ZipArchive`, and `missingPart`, `malformedXML`, `tooDeep`, `declaresDocumentType`, `unsupported`.
    public convenience init(bytes: some Collection<UInt8>, limits: ReadingLimits = .standard) throws(OfficeFormatError) {
        try self.init(archive: ZipArchive(bytes: bytes, limits: limits))
    }

    public convenience init(path: String, limits: ReadingLimits = .standard) throws(OfficeFormatError) {
        try self.init(archive: ZipArchive(path: path, limits: limits))
    }

    public init(archive: ZipArchive) throws(OfficeFormatError) {
        let package = OfficePackage(archive: archive)
        let main = try package.mainPart()
        let workbook = WorkbookListener()
        try archive.parse(main, workbook)
        let relationships = try package.relationships(of: main)

        var sheets: [SheetEntry] = []
        for sheet in workbook.sheets {
            guard let link = relationships.first(where: { $0.id == sheet.relationship }) else {
                throw .missingPart(sheet.relationship)
            }
            guard link.kind == "worksheet" else { continue }
            sheets.append(SheetEntry(name: sheet.name, isHidden: sheet.isHidden, part: link.target))
        }
        let strings = SharedStringsListener()
        if let part = relationships.first(where: { $0.kind == "sharedStrings" })?.target, archive.entry(named: part) != nil {
            try archive.parse(part, strings)
        }
        let styles = StylesListener()
        if let part = relationships.first(where: { $0.kind == "styles" })?.target, archive.entry(named: part) != nil {
            try archive.parse(part, styles)
        }
        self.archive = archive
        self.sheets = sheets
        self.strings = strings.strings
        formats = styles.formats
        usesDateSystem1904 = workbook.is1904
    }

    public func sheet(named name: String) -> SheetEntry? {
        sheets.first { $0.name == name }
    }

    /// The rows of a sheet from the top, read as they are asked for.
    public func rows(of sheet: SheetEntry) throws(OfficeFormatError) -> SheetRows {
        let listener = SheetListener(
            sheet: sheet.name, strings: strings, formats: formats, is1904: usesDateSystem1904, limits: archive.limits)
        return SheetRows(stream: try archive.stream(sheet.part), part: sheet.part, listener: listener, limits: archive.limits)
    }

    /// The merged ranges of a sheet. Reads the sheet through, as they stand behind its rows.
    public func mergedRanges(of sheet: SheetEntry) throws(OfficeFormatError) -> [CellRange] {
        let listener = MergesListener()
        try archive.parse(sheet.part, listener)
        return listener.ranges
    }
}
