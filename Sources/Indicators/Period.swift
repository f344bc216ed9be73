import LegalTime

/// The days a figure is counted over; both ends inclusive.
public struct Period: Sendable, Hashable {
    public var from: Day
    public var through: Day

    public init(from: Day, through: Day) {
        self.from = from
        self.through = through
    }

    /// A calendar year.
    public init(year: Int) {
        let first = Day(year: year, month: 1, day: 1) ?? Day(daysSince1970: 0)
        self.init(from: first, through: first.lastOfYear)
    }

    /// The same days a year earlier.
    public var yearBefore: Period {
        Period(
            from: from.adding(years: -1),
            through: isWholeMonths ? through.adding(days: 1).adding(years: -1).adding(days: -1) : through.adding(years: -1))
    }

    private var isWholeMonths: Bool { from.day == 1 && through == through.lastOfMonth }

    /// The calendar months that the period touches, cut to it.
    public var months: [Period] {
        var months: [Period] = []
        var first = from
        while first <= through {
            let last = Swift.min(first.lastOfMonth, through)
            months.append(Period(from: first, through: last))
            first = last.adding(days: 1)
        }
        return months
    }
}
