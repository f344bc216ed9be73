/// `xl/worksheets/sheet1.xml`: gathers rows until they are taken.
final class SheetListener: XMLListener {
    var rows: [SheetRow] = []
    private let sheet: String
    private let strings: [String]
    private let formats: [NumberFormat]
    private let is1904: Bool
    private let limits: ReadingLimits

    private var row = 0
    private var column = 0
    private var cells: [SheetCell] = []
    private var isAscending = true
    private var kind = Kind.number
    private var format = NumberFormat.number
    private var bytes: [UInt8] = []
    private var hasValue = false
    private var capture = Capture.nothing
    private var isInPhonetic = false

    private enum Kind { case number, shared, inline, formulaText, bool, error, isoDate }
    private enum Capture { case nothing, value }

    init(sheet: String, strings: [String], formats: [NumberFormat], is1904: Bool, limits: ReadingLimits) {
        self.sheet = sheet
        self.strings = strings
        self.formats = formats
        self.is1904 = is1904
        self.limits = limits
        bytes.reserveCapacity(256)
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "c" {
            startCell(attributes)
        } else if name == "v" {
            capture = .value
            hasValue = true
        } else if name == "t", kind == .inline {
            capture = isInPhonetic ? .nothing : .value
            hasValue = true
        } else if name == "rPh" {
            isInPhonetic = true
        } else if name == "row" {
            startRow(attributes)
        }
    }

    override func text(_ chunk: UnsafeBufferPointer<UInt8>) {
        if capture == .value { bytes.append(contentsOf: chunk) }
    }

    override func end(_ name: XMLName) {
        if name == "v" || name == "t" {
            capture = .nothing
        } else if name == "c" {
            endCell()
        } else if name == "row" {
            endRow()
        } else if name == "rPh" {
            isInPhonetic = false
        }
    }

    private func startRow(_ attributes: XMLAttributes) {
        row = attributes.bytes("r").flatMap(Self.integer) ?? row + 1
        column = 0
        if row > limits.rows { failure = .tooManyRows(sheet: sheet, limit: limits.rows) }
    }

    private func endRow() {
        guard !cells.isEmpty else { return }
        if !isAscending {
            var byColumn: [Int: SheetCell] = [:]
            for cell in cells { byColumn[cell.column] = cell }
            cells = byColumn.values.sorted { $0.column < $1.column }
            isAscending = true
        }
        let width = cells.count
        rows.append(SheetRow(number: row, cells: cells))
        cells = []
        cells.reserveCapacity(width)
    }

    private func startCell(_ attributes: XMLAttributes) {
        column += 1
        kind = .number
        format = formats.first ?? .number
        hasValue = false
        bytes.removeAll(keepingCapacity: true)
        if let reference = attributes.bytes("r"), let named = Self.column(reference) { column = named }
        if let style = attributes.bytes("s").flatMap(Self.integer) {
            format = style < formats.count ? formats[style] : .number
        }
        if let type = attributes.bytes("t") { kind = Self.kind(type) }
        if column > limits.columns { failure = .tooManyColumns(sheet: sheet, row: row, limit: limits.columns) }
    }

    private func endCell() {
        guard hasValue else { return }
        let value = bytes.withUnsafeBufferPointer(value)
        if value == .empty { return }
        if let last = cells.last, last.column >= column { isAscending = false }
        cells.append(SheetCell(column: column, value: value))
    }

    private func value(_ bytes: UnsafeBufferPointer<UInt8>) -> CellValue {
        switch kind {
        case .shared:
            guard let place = Self.integer(bytes), place < strings.count else {
                failure = .damaged(entry: sheet)
                return .empty
            }
            return strings[place].isEmpty ? .empty : .text(strings[place])
        case .inline, .formulaText:
            return bytes.isEmpty ? .empty : .text(EscapedText.decoded(bytes))
        case .number:
            return number(bytes)
        case .bool:
            return .bool(bytes.first == UInt8(ascii: "1") || bytes.first == UInt8(ascii: "t"))
        case .error:
            return .error(String(decoding: bytes, as: UTF8.self))
        case .isoDate:
            return ISODay.value(String(decoding: bytes, as: UTF8.self))
        }
    }

    private func number(_ bytes: UnsafeBufferPointer<UInt8>) -> CellValue {
        if bytes.isEmpty { return .empty }
        if DecimalText.isPlain(bytes) {
            let text = String(decoding: bytes, as: UTF8.self)
            return format == .number ? .number(text) : SerialDay.value(text, format, is1904: is1904)
        }
        let blanks: (UInt8) -> Bool = { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
        let inside = bytes.drop(while: blanks).reversed().drop(while: blanks).reversed()
        if inside.isEmpty { return .empty }
        guard let text = DecimalText.plain(Array(inside)) else { return .text(String(decoding: inside, as: UTF8.self)) }
        return SerialDay.value(text, format, is1904: is1904)
    }

    private static func kind(_ type: UnsafeBufferPointer<UInt8>) -> Kind {
        switch type.first {
        case UInt8(ascii: "s"): type.count == 1 ? .shared : .formulaText
        case UInt8(ascii: "i"): .inline
        case UInt8(ascii: "b"): .bool
        case UInt8(ascii: "e"): .error
        case UInt8(ascii: "d"): .isoDate
        default: .number
        }
    }

    private static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard !bytes.isEmpty, bytes.count <= 9 else { return bytes.isEmpty ? nil : Int.max / 2 }
        var result = 0
        for byte in bytes {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            result = result * 10 + Int(byte - 0x30)
        }
        return result
    }

    /// The letters of a cell reference; the digits repeat the row.
    private static func column(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var result = 0
        for byte in bytes {
            let letter = byte & 0xDF
            guard letter >= 0x41, letter <= 0x5A else { break }
            guard result < 100_000 else { return result }
            result = result * 26 + Int(letter - 0x40)
        }
        return result == 0 ? nil : result
    }
}

/// Cells of type `d`: ISO 8601 text.
private enum ISODay {
    static func value(_ text: String) -> CellValue {
        let halves = text.split(whereSeparator: { $0 == "T" || $0 == " " })
        let times = (halves.last ?? "").prefix { $0 != "." && $0 != "Z" && $0 != "+" }
        let clock = times.split(separator: ":").compactMap { Int($0) }
        if halves.count == 1, text.contains(":"), clock.count >= 2 {
            return .time(hour: clock[0], minute: clock[1], second: clock.count > 2 ? clock[2] : 0)
        }
        let day = (halves.first ?? "").split(separator: "-").compactMap { Int($0) }
        guard day.count == 3 else { return text.isEmpty ? .empty : .text(text) }
        guard halves.count == 2, clock.count >= 2 else { return .date(year: day[0], month: day[1], day: day[2]) }
        return .dateTime(
            year: day[0], month: day[1], day: day[2], hour: clock[0], minute: clock[1], second: clock.count > 2 ? clock[2] : 0)
    }
}
