/// Writes CSV for Excel and WPS: UTF-8 with a byte order mark, CRLF, fields quoted where RFC 4180 asks for it.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe in front, which `CSVReader` takes away again;
/// numbers, dates and booleans are written as they are.
public struct CSVWriter: Sendable {
    private var bytes: [UInt8] = []
    private let separator: CSVSeparator

    public init(separator: CSVSeparator = .comma, hasByteOrderMark: Bool = true) {
        self.separator = separator
        if hasByteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
    }

    /// Appends a record of texts, all of them guarded.
    public mutating func append(_ fields: [String]) {
        append(fields.map { CellValue.text($0) })
    }

    public mutating func append(_ values: [CellValue]) {
        for (place, value) in values.enumerated() {
            if place > 0 { bytes.append(separator.rawValue) }
            switch value {
            case .text(let text), .error(let text): appendField(FormulaGuard.guarded(text))
            case .number, .date, .dateTime, .time, .bool, .empty: appendField(value.plainText)
            }
        }
        // A record of one empty field would read as a blank line.
        if values.count == 1, values[0].plainText.isEmpty { bytes.append(contentsOf: "\"\"".utf8) }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    /// The bytes written since the last call, for sending them on piece by piece.
    public mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func appendField(_ text: String) {
        let needsQuotes =
            text.utf8.contains { $0 == separator.rawValue || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
            || text.utf8.first == 0x20 || text.utf8.last == 0x20
        guard needsQuotes else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        bytes.append(0x22)
        for byte in text.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }
}

/// The apostrophe before texts that start with `= + - @`, their full-width forms, tab or a line break.
enum FormulaGuard {
    static func guarded(_ text: String) -> String {
        startsLikeFormula(text.unicodeScalars.drop { $0 == "'" }) ? "'" + text : text
    }

    static func isGuarded(_ text: String) -> Bool {
        text.utf8.first == UInt8(ascii: "'") && startsLikeFormula(text.unicodeScalars.drop { $0 == "'" })
    }

    private static func startsLikeFormula(_ rest: Substring.UnicodeScalarView) -> Bool {
        switch rest.first {
        case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
        default: false
        }
    }
}
