/// A calendar month, written `2021-03`.
public struct Month: Hashable, Comparable, Sendable {
    public let year: Int
    /// From 1 to 12.
    public let month: Int

    /// The month in which a day lies.
    public init(of day: Day) {
        year = day.year
        month = day.month
    }

    /// Nil for what is not `yyyy-mm`.
    public init?(iso: String) {
        guard iso.utf8.count == 7, let day = Day(iso: iso + "-01") else { return nil }
        self.init(of: day)
    }

    /// The twelve months of a year.
    public static func all(of year: Int) -> [Month] {
        guard let first = Day(year: year, month: 1, day: 1) else { return [] }
        return (0..<12).map { Month(of: first.adding(months: $0)) }
    }

    public var first: Day { Day(year: year, month: month, day: 1) ?? Day(daysSince1970: 0) }
    public var last: Day { first.lastOfMonth }
    public var next: Month { Month(of: last.adding(days: 1)) }
    public var iso: String { String(first.iso.prefix(7)) }

    public static func < (left: Month, right: Month) -> Bool { (left.year, left.month) < (right.year, right.month) }
}

extension Month: CustomStringConvertible {
    public var description: String { iso }
}
