extension Instant: CustomStringConvertible {
    /// The moment written `2022-01-18T10:42`, with optional seconds and fraction, and `Z` or an offset such as `+08:00`.
    ///
    /// Without an offset the time is that of Asia/Shanghai. A space may stand for the T. nil for anything else.
    public init?(iso: String) {
        var scanner = DigitScanner(iso)
        guard let day = scanner.day(), scanner.mark("T", " ") != nil,
            let hour = scanner.number(digits: 2), hour < 24, scanner.mark(":") != nil,
            let minute = scanner.number(digits: 2), minute < 60
        else { return nil }
        var second = 0
        var fraction = 0
        if scanner.mark(":") != nil {
            guard let seconds = scanner.number(digits: 2), seconds < 60 else { return nil }
            second = seconds
            if scanner.mark(".") != nil {
                guard let value = scanner.milliseconds() else { return nil }
                fraction = value
            }
        }
        guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
        let local = Instant(day: day, hour: hour, minute: minute, second: second)
        self.init(
            milliseconds: local.milliseconds + Int64(fraction) + Instant.offset - Int64(offset) * Instant.millisecondsPerMinute)
    }

    /// The moment as `2022-01-18T10:42:05+08:00`; milliseconds are shown where there are any.
    public var iso: String {
        let ofDay = Int((milliseconds + Instant.offset).modulo(Instant.millisecondsPerDay))
        let fraction = ofDay % 1000
        let length = fraction == 0 ? 15 : 19
        let time = String(unsafeUninitializedCapacity: length) { bytes in
            bytes.initialize(repeating: UInt8(ascii: ":"))
            bytes[0] = UInt8(ascii: "T")
            bytes.write(ofDay / 3_600_000, digits: 2, at: 1)
            bytes.write(ofDay / 60_000 % 60, digits: 2, at: 4)
            bytes.write(ofDay / 1000 % 60, digits: 2, at: 7)
            if fraction != 0 {
                bytes[9] = UInt8(ascii: ".")
                bytes.write(fraction, digits: 3, at: 10)
            }
            bytes[length - 6] = UInt8(ascii: "+")
            bytes.write(8, digits: 2, at: length - 5)
            bytes.write(0, digits: 2, at: length - 2)
            return length
        }
        return day.iso + time
    }

    public var description: String { iso }
}

extension Instant: Codable {
    /// Reads the ISO string; anything else is a corrupted value.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let instant = Instant(iso: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not a moment of the form 2022-01-18T10:42:05+08:00")
        }
        self = instant
    }

    /// Writes the ISO string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}

extension DigitScanner {
    /// One to nine digits after the point; what lies below a millisecond is dropped.
    fileprivate mutating func milliseconds() -> Int? {
        var value = 0
        var digits = 0
        while digits < 9, let digit = number(digits: 1) {
            if digits < 3 { value = value * 10 + digit }
            digits += 1
        }
        guard digits > 0 else { return nil }
        for _ in min(digits, 3)..<3 { value *= 10 }
        return value
    }

    /// Minutes east of UTC; nothing written means Asia/Shanghai.
    fileprivate mutating func offset() -> Int? {
        if isAtEnd { return 480 }
        guard let sign = mark("Z", "+", "-") else { return nil }
        if sign == "Z" { return 0 }
        guard let hours = number(digits: 2), hours < 24 else { return nil }
        _ = mark(":")
        guard let minutes = number(digits: 2), minutes < 60 else { return nil }
        return (sign == "-" ? -1 : 1) * (hours * 60 + minutes)
    }
}
