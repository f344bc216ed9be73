/// What one cell of a sheet holds.
///
/// Days and times are plain numbers of the calendar, without a time zone, as the sheet shows them.
public enum CellValue: Sendable, Hashable {
    case text(String)
    /// Exact decimal text without exponent: `-12.50`, `1200`.
    case number(String)
    case date(year: Int, month: Int, day: Int)
    indirect case dateTime(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int)
    /// A time of day, or an elapsed time whose hours may pass 23.
    case time(hour: Int, minute: Int, second: Int)
    case bool(Bool)
    /// An error a formula left, as the sheet shows it: `#N/A`, `#DIV/0!`.
    case error(String)
    case empty

    /// The value as plain text: `2021-12-31`, `2021-12-31 09:30:00`, `TRUE`.
    public var plainText: String {
        switch self {
        case .text(let text), .number(let text), .error(let text): text
        case .date(let year, let month, let day): Self.day(year, month, day)
        case .dateTime(let year, let month, let day, let hour, let minute, let second):
            Self.day(year, month, day) + " " + Self.time(hour, minute, second)
        case .time(let hour, let minute, let second): Self.time(hour, minute, second)
        case .bool(let value): value ? "TRUE" : "FALSE"
        case .empty: ""
        }
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> String {
        String(repeating: "0", count: max(0, 4 - String(year).count)) + "\(year)-\(padded(month))-\(padded(day))"
    }

    private static func time(_ hour: Int, _ minute: Int, _ second: Int) -> String {
        "\(padded(hour)):\(padded(minute)):\(padded(second))"
    }

    private static func padded(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
