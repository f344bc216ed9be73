extension WorkCalendar {
    /// Whether offices work on the day.
    public func isWorkingDay(_ day: Day) -> Bool {
        kind(of: day).isWorking
    }

    /// The day itself where it is a working day, else the first working day after it.
    public func nextWorkingDay(onOrAfter day: Day) -> Day {
        workingDay(ranked: rank(day.adding(days: -1)) + 1)
    }

    /// The day itself where it is a working day, else the last working day before it.
    public func previousWorkingDay(onOrBefore day: Day) -> Day {
        workingDay(ranked: rank(day))
    }

    /// The `count`-th working day after a day, which itself is not counted; the day itself for 0.
    public func workingDay(_ count: Int, after day: Day) -> Day {
        count > 0 ? workingDay(ranked: rank(day) + count) : day
    }

    /// The `count`-th working day before a day, which itself is not counted; the day itself for 0.
    public func workingDay(_ count: Int, before day: Day) -> Day {
        count > 0 ? workingDay(ranked: rank(day.adding(days: -1)) - count + 1) : day
    }

    /// How many working days lie after `start` up to and including `end`; negative where `end` lies before `start`.
    public func workingDays(after start: Day, through end: Day) -> Int {
        rank(end) - rank(start)
    }

    /// How often something is due that repeats every `length`, after `start` up to and including `end`.
    ///
    /// Months and years are counted from `start` each time, so that 31 January repeats on 28 February and then on 31 March.
    /// Minutes and hours are rounded up to whole days. A length that is not positive repeats never.
    public func occurrences(every length: Length, from start: Day, through end: Day) -> [Day] {
        guard length.amount > 0 else { return [] }
        var days: [Day] = []
        while true {
            let day = day(days.count + 1, times: length, after: start)
            guard day <= end else { return days }
            days.append(day)
        }
    }

    private func day(_ times: Int, times length: Length, after start: Day) -> Day {
        if let months = length.wholeMonths { return start.adding(months: months * times) }
        if case .workingDays(let count) = length { return workingDay(count * times, after: start) }
        return start.adding(days: length.wholeDays * times)
    }
}

extension Length {
    /// Calendar days, or clock time rounded up to whole days; not asked of working days, months or years.
    var wholeDays: Int {
        guard let minutes = clockMinutes else { return amount }
        return -(-minutes).quotient(1440)
    }
}
