extension Day: CustomStringConvertible {
    /// The day written `2022-01-18`; nil for any other form and for a day that the calendar does not have.
    public init?(iso: String) {
        var scanner = DigitScanner(iso)
        guard let day = scanner.day(), scanner.isAtEnd else { return nil }
        self = day
    }

    /// The day as `2022-01-18`.
    public var iso: String {
        let (year, month, day) = civil
        guard (0...9999).contains(year) else {
            return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
        }
        return String(unsafeUninitializedCapacity: 10) { bytes in
            bytes.initialize(repeating: UInt8(ascii: "-"))
            bytes.write(year, digits: 4, at: 0)
            bytes.write(month, digits: 2, at: 5)
            bytes.write(day, digits: 2, at: 8)
            return 10
        }
    }

    public var description: String { iso }
}

extension Day: Codable {
    /// Reads the ISO string; anything else is a corrupted value.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let day = Day(iso: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day of the form 2022-01-18")
        }
        self = day
    }

    /// Writes the ISO string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}

extension UnsafeMutableBufferPointer<UInt8> {
    func write(_ value: Int, digits: Int, at offset: Int) {
        var rest = value
        for index in stride(from: offset + digits - 1, through: offset, by: -1) {
            self[index] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
    }
}

/// Reads fixed-width numbers and single marks off the front of a text.
struct DigitScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { position == bytes.count }

    mutating func number(digits: Int) -> Int? {
        guard position + digits <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[position..<position + digits] {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        position += digits
        return value
    }

    /// The next byte, where it is one of `marks`.
    mutating func mark(_ marks: Unicode.Scalar...) -> Unicode.Scalar? {
        guard position < bytes.count else { return nil }
        let next = Unicode.Scalar(bytes[position])
        guard marks.contains(next) else { return nil }
        position += 1
        return next
    }

    mutating func day() -> Day? {
        guard let year = number(digits: 4), mark("-") != nil,
            let month = number(digits: 2), mark("-") != nil,
            let day = number(digits: 2)
        else { return nil }
        return Day(year: year, month: month, day: day)
    }
}
