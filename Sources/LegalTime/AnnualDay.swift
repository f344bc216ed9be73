/// A day that comes every year, such as 1 March.
public struct AnnualDay: Hashable, Sendable, Comparable {
    /// The month, 1...12.
    public let month: Int
    /// The day of the month.
    public let day: Int

    /// A month and a day of it; nil where no year has such a day.
    public init?(month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, year: 2000) else { return nil }
        self.month = month
        self.day = day
    }

    /// The day written `03-01`.
    public init?(text: String) {
        var scanner = DigitScanner(text)
        guard let month = scanner.number(digits: 2), scanner.mark("-") != nil, let day = scanner.number(digits: 2),
            scanner.isAtEnd
        else { return nil }
        self.init(month: month, day: day)
    }

    /// The day as `03-01`.
    public var text: String { "\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }

    /// This day in a year; 02-29 is 02-28 in a common year.
    public func day(in year: Int) -> Day {
        let first = Day(daysSince1970: 0).adding(months: (year - 1970) * 12 + month - 1)
        return first.adding(days: min(day, Day.length(ofMonth: month, year: year)) - 1)
    }

    /// The first such day strictly after `start`.
    public func first(after start: Day) -> Day {
        let sameYear = day(in: start.year)
        return sameYear > start ? sameYear : day(in: start.year + 1)
    }

    /// Every such day after `start` up to and including `end`.
    public func days(after start: Day, through end: Day) -> [Day] {
        Array(sequence(first: first(after: start)) { first(after: $0) }.prefix { $0 <= end })
    }

    public static func < (left: AnnualDay, right: AnnualDay) -> Bool {
        (left.month, left.day) < (right.month, right.day)
    }
}

extension AnnualDay: Codable {
    /// Reads `"03-01"`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let annual = AnnualDay(text: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day of the year of the form 03-01")
        }
        self = annual
    }

    /// Writes `"03-01"`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
