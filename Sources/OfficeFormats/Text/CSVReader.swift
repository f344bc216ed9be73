/// What stands between two fields.
public enum CSVSeparator: UInt8, Sendable, Hashable, CaseIterable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
}

/// One record of a CSV file.
public struct CSVRow: Sendable, Hashable {
    /// The line on which the record starts, from 1; a record may span several.
    public let line: Int
    public let fields: [String]

    public init(line: Int, fields: [String]) {
        self.line = line
        self.fields = fields
    }
}

/// Reads CSV as RFC 4180 has it and as WPS and Excel write it: any line ends, any of three separators, UTF-8, UTF-16 or
/// GB 18030. Blank lines are passed over. Not `Sendable`.
public final class CSVReader {
    public let encoding: TextEncoding
    public let separator: CSVSeparator
    private let bytes: [UInt8]
    private let restoresGuards: Bool
    private let limits: ReadingLimits
    private var place = 0
    private var line = 1
    private var rowCount = 0

    /// - Parameters:
    ///   - separator: nil to find out from the first records, or from a line `sep=;`.
    ///   - restoresGuards: takes away the apostrophe that `CSVWriter` puts before text that looks like a formula.
    /// - Throws: `tooLarge`, `undecodable`, `unsupported(.textEncoding)`.
    public init(
        bytes: some Collection<UInt8>, separator: CSVSeparator? = nil, restoresGuards: Bool = true,
        limits: ReadingLimits = .standard
    ) throws(OfficeFormatError) {
        guard UInt64(bytes.count) <= limits.fileBytes else {
            throw .tooLarge(entry: nil, bytes: UInt64(bytes.count), limit: limits.fileBytes)
        }
        let decoded = try DecodedText(bytes)
        encoding = decoded.encoding
        self.bytes = decoded.utf8
        self.restoresGuards = restoresGuards
        self.limits = limits
        var declared: CSVSeparator?
        if decoded.utf8.starts(with: "sep=".utf8), decoded.utf8.count > 4,
            decoded.utf8.count == 5 || [0x0A, 0x0D].contains(decoded.utf8[5])
        {
            declared = CSVSeparator(rawValue: decoded.utf8[4])
        }
        self.separator = separator ?? declared ?? Self.likelySeparator(decoded.utf8)
        if declared != nil {
            place = 5
            endLine()
        }
    }

    /// The next record; nil at the end. - Throws: `unterminatedQuote`, `tooManyRows`, `tooManyColumns` (sheet `""`).
    public func next() throws(OfficeFormatError) -> CSVRow? {
        while place < bytes.count, bytes[place] == 0x0A || bytes[place] == 0x0D { endLine() }
        guard place < bytes.count else { return nil }
        rowCount += 1
        guard rowCount <= limits.rows else { throw .tooManyRows(sheet: "", limit: limits.rows) }
        let start = line
        var fields: [String] = []
        while true {
            fields.append(try nextField())
            guard fields.count <= limits.columns else {
                throw .tooManyColumns(sheet: "", row: start, limit: limits.columns)
            }
            if place < bytes.count, bytes[place] == separator.rawValue {
                place += 1
                continue
            }
            endLine()
            return CSVRow(line: start, fields: fields)
        }
    }

    /// A field up to the separator or line end, which stays.
    private func nextField() throws(OfficeFormatError) -> String {
        if place < bytes.count, bytes[place] == UInt8(ascii: "\"") { return restored(try quotedField()) }
        let start = place
        skipToEnd()
        return restored(String(decoding: bytes[start..<place], as: UTF8.self))
    }

    private func skipToEnd() {
        let separator = separator.rawValue
        bytes.withUnsafeBufferPointer { bytes in
            while place < bytes.count, bytes[place] != separator, bytes[place] != 0x0A, bytes[place] != 0x0D { place += 1 }
        }
    }

    private func quotedField() throws(OfficeFormatError) -> String {
        let opening = line
        var content: [UInt8] = []
        place += 1
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\"") {
                place += 1
                guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
                    // Whatever stands between the closing quote and the separator belongs to the field, as in Excel.
                    let rest = place
                    skipToEnd()
                    content.append(contentsOf: bytes[rest..<place])
                    return String(decoding: content, as: UTF8.self)
                }
            } else if byte == 0x0A || byte == 0x0D && !(place + 1 < bytes.count && bytes[place + 1] == 0x0A) {
                line += 1
            }
            content.append(byte)
            place += 1
        }
        throw .unterminatedQuote(line: opening)
    }

    private func endLine() {
        guard place < bytes.count else { return }
        if bytes[place] == 0x0D, place + 1 < bytes.count, bytes[place + 1] == 0x0A { place += 1 }
        place += 1
        line += 1
    }

    private func restored(_ field: String) -> String {
        restoresGuards && FormulaGuard.isGuarded(field) ? String(field.dropFirst()) : field
    }

    /// The separator found in the most of the first twenty records, by the count in the first record when equal.
    private static func likelySeparator(_ bytes: [UInt8]) -> CSVSeparator {
        var counts = [CSVSeparator: [Int]]()
        var isQuoted = false
        var current = [UInt8: Int]()
        var lines = 0
        for byte in bytes.prefix(1 << 16) + [0x0A] {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A || byte == 0x0D {
                if current.isEmpty { continue }
                for separator in CSVSeparator.allCases { counts[separator, default: []].append(current[separator.rawValue] ?? 0) }
                current = [:]
                lines += 1
                if lines == 20 { break }
            } else {
                current[byte, default: 0] += 1
            }
        }
        let rank = { (separator: CSVSeparator) -> (Int, Int) in
            let found = counts[separator] ?? []
            return (found.filter { $0 > 0 }.count, found.first ?? 0)
        }
        return CSVSeparator.allCases.max { rank($0) < rank($1) && rank($0) != rank($1) } ?? .comma
    }
}
