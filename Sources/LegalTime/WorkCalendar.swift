/// Working days over the rest days and make-up workdays of the years that have an edition.
///
/// Every question about working days is answered in constant time from a running count. Days of a year without an edition are
/// judged by the weekday alone; a due point that leans on such a day is provisional.
public struct WorkCalendar: Sendable {
    /// The editions, one a year, in the order of years.
    public let editions: [YearEdition]

    private let first: Int
    private let last: Int
    private let kinds: [DayKind]
    /// Working days from `first` through each day of the table.
    private let ranks: [Int32]
    /// The day number of each working day of the table, by its rank less one.
    private let workingDays: [Int32]
    private let coveredYears: Set<Int>
    /// The first unbroken run of covered years, as day numbers: the usual case is one comparison.
    private let coveredRun: ClosedRange<Int>?

    /// A calendar out of editions; where two are for one year the later in the list holds.
    public init(editions: [YearEdition]) {
        var byYear: [Int: YearEdition] = [:]
        for edition in editions { byYear[edition.year] = edition }
        self.editions = byYear.values.sorted { $0.year < $1.year }
        coveredYears = Set(byYear.keys)

        guard let oldest = self.editions.first, let newest = self.editions.last else {
            (first, last, kinds, ranks, workingDays, coveredRun) = (0, -1, [], [], [], nil)
            return
        }
        let first = YearEdition.reach(of: oldest.year).lowerBound.daysSince1970
        let last = YearEdition.reach(of: newest.year).upperBound.daysSince1970
        let kinds = WorkCalendar.kinds(first: first, last: last, editions: self.editions)
        var ranks: [Int32] = []
        var workingDays: [Int32] = []
        ranks.reserveCapacity(kinds.count)
        for (index, kind) in kinds.enumerated() {
            if kind.isWorking { workingDays.append(Int32(first + index)) }
            ranks.append(Int32(workingDays.count))
        }
        (self.first, self.last, self.kinds, self.ranks, self.workingDays) = (first, last, kinds, ranks, workingDays)

        var through = oldest.year
        while byYear[through + 1] != nil { through += 1 }
        let epoch = Day(daysSince1970: 0)
        coveredRun =
            epoch.adding(years: oldest.year - 1970).daysSince1970...epoch.adding(years: through - 1969).daysSince1970 - 1
    }

    /// The calendar that knows weekends only: nothing is covered.
    public static let weekdaysOnly = WorkCalendar(editions: [])

    /// This calendar with one more edition, which takes the place of the same year's.
    public func adding(_ edition: YearEdition) -> WorkCalendar {
        WorkCalendar(editions: editions + [edition])
    }

    /// Whether the day's year has an edition.
    public func covers(_ day: Day) -> Bool {
        coveredRun?.contains(day.daysSince1970) == true || coveredYears.contains(day.year)
    }

    /// What the day is; by its weekday alone where its year is not covered and no neighbouring notice mentions it.
    public func kind(of day: Day) -> DayKind {
        let number = day.daysSince1970
        guard number >= first, number <= last else { return day.isWeekend ? .weekend : .workday }
        return kinds[number - first]
    }

    /// The first year without an edition among the years of the days from `start` through `end`.
    public func firstUncoveredYear(from start: Day, through end: Day) -> Int? {
        guard start <= end else { return nil }
        if let coveredRun, coveredRun.contains(start.daysSince1970), coveredRun.contains(end.daysSince1970) { return nil }
        return (start.year...end.year).first { !coveredYears.contains($0) }
    }

    private static func kinds(first: Int, last: Int, editions: [YearEdition]) -> [DayKind] {
        var kinds = (first...last).map { Day(daysSince1970: $0).isWeekend ? DayKind.weekend : .workday }
        for edition in editions {
            let reach = YearEdition.reach(of: edition.year)
            for day in edition.restDays where reach.contains(day) { kinds[day.daysSince1970 - first] = .restDay }
            for day in edition.workDays where reach.contains(day) {
                kinds[day.daysSince1970 - first] = day.isWeekend ? .makeUpWorkday : .workday
            }
        }
        return kinds
    }
}

// The rank of a day counts the working days from the start of the table through that day; before the table it is zero or
// negative. Beyond the table five days of a week are working days, which needs no table.
extension WorkCalendar {
    func rank(_ day: Day) -> Int {
        let number = day.daysSince1970
        if number < first { return weekdays(through: number) - weekdays(through: first - 1) }
        if number > last { return workingDays.count + weekdays(through: number) - weekdays(through: last) }
        return Int(ranks[number - first])
    }

    /// The working day that has the rank.
    func workingDay(ranked rank: Int) -> Day {
        if rank < 1 { return weekday(ranked: rank + weekdays(through: first - 1)) }
        if rank > workingDays.count { return weekday(ranked: rank - workingDays.count + weekdays(through: last)) }
        return Day(daysSince1970: Int(workingDays[rank - 1]))
    }

    /// Mondays to Fridays from Monday 1969-12-29 through the day with the number.
    private func weekdays(through number: Int) -> Int {
        let days = number + 3
        return days.quotient(7) * 5 + Swift.min(days.modulo(7) + 1, 5)
    }

    private func weekday(ranked rank: Int) -> Day {
        Day(daysSince1970: (rank - 1).quotient(5) * 7 + (rank - 1).modulo(5) - 3)
    }
}
