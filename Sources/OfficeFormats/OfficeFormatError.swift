/// Why a file could not be read or written. The cases carry facts; sentences for people are made elsewhere.
public enum OfficeFormatError: Error, Sendable, Hashable {
    /// The file could not be opened or read; `code` is the system's `errno`.
    case unreadable(path: String, code: Int32)
    /// The bytes are no ZIP archive, so no DOCX or XLSX.
    case notAZip
    /// The archive, or one entry of it, is cut off or contradicts itself.
    case damaged(entry: String?)
    /// The file is protected by a password.
    case encrypted
    /// A format this target does not read.
    case unsupported(UnsupportedFormat)
    /// More bytes, once unpacked, than `limit` allows; `entry` is nil for the whole file.
    case tooLarge(entry: String?, bytes: UInt64, limit: UInt64)
    /// An entry unpacks to more than `limit` times its packed size.
    case tooCompressed(entry: String, ratio: UInt64, limit: UInt64)
    case tooManyEntries(count: Int, limit: Int)
    case missingPart(String)
    case malformedXML(part: String, line: Int)
    /// A document type declaration, which office files never have and attacks need.
    case declaresDocumentType(part: String)
    case tooDeep(part: String, limit: Int)
    case tooManyRows(sheet: String, limit: Int)
    case tooManyColumns(sheet: String, row: Int, limit: Int)
    /// Bytes that are text in none of the known encodings; `byte` is where GB 18030 decoding stopped, counted from 0.
    case undecodable(byte: Int)
    /// A quoted CSV field that opens on `line` (from 1) and never closes.
    case unterminatedQuote(line: Int)
    /// A text longer than a spreadsheet cell holds, counted in UTF-16 units.
    case textTooLong(sheet: String, cell: CellReference, length: Int, limit: Int)
    /// A row beyond the last one a sheet can hold.
    case sheetFull(sheet: String, limit: Int)
    /// The library or the disk refused; `code` is libxlsxwriter's or libzip's.
    case writingFailed(code: Int)
}

/// A format that is recognised but not read.
public enum UnsupportedFormat: String, Sendable, Hashable {
    /// `.doc`, `.xls`, `.wps`, `.et`: the binary formats from before 2007.
    case legacyBinary
    /// `.xlsb`
    case binaryWorkbook
    /// `.odt`, `.ods`
    case openDocument
    /// An office file, but not a workbook.
    case notAWorkbook
    /// An office file, but not a text document.
    case notADocument
    /// The system has no converter for the encoding.
    case textEncoding
}
