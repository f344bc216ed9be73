/// One pass over a period; it notes its steps only where they were asked for.
struct Walk {
    let calendar: WorkCalendar
    var steps: [Step]?
    var total = 0
    /// The first year without an edition that the pass leaned on.
    var uncoveredYear: Int?

    init(calendar: WorkCalendar, steps: [Step]?) {
        self.calendar = calendar
        self.steps = steps
    }

    mutating func reckon(_ reckoning: Reckoning) -> Due {
        switch reckoning.term {
        case .on(let annual): onAnnualDay(annual, reckoning)
        case .length(let length) where length.isClockTime: onTheClock(length, reckoning)
        case .length(let length) where reckoning.sense == .before: backwards(length, reckoning)
        case .length(let length): forwards(length, reckoning)
        }
    }

    private mutating func forwards(_ length: Length, _ reckoning: Reckoning) -> Due {
        let start = reckoning.start.day
        let pauses = Pause.inOrder(reckoning.pauses, after: start)
        note(start, start, .startNotCounted)
        var cursor = Cursor(day: start, nominal: start)
        if let since = advance(&cursor, by: length, pauses) { return paused(since) }
        if let extendedBy = reckoning.extendedBy {
            note(cursor.day, cursor.day, .extended(extendedBy))
            if let since = advance(&cursor, by: extendedBy, pauses) { return paused(since) }
        }
        if reckoning.sense == .atLeast { return due(cursor.day.adding(days: 1), .fullyRun) }
        return rolled(cursor.day, reckoning.roll, pauses)
    }

    private mutating func onAnnualDay(_ annual: AnnualDay, _ reckoning: Reckoning) -> Due {
        let day = annual.first(after: reckoning.start.day)
        note(day, day, .annualDay(annual))
        var cursor = Cursor(day: day, nominal: day)
        if let extendedBy = reckoning.extendedBy {
            note(day, day, .extended(extendedBy))
            _ = advance(&cursor, by: extendedBy, [])
        }
        return rolled(cursor.day, reckoning.roll, [])
    }

    private mutating func backwards(_ length: Length, _ reckoning: Reckoning) -> Due {
        let event = reckoning.start.day
        note(event, event, .eventNotCounted)
        let amount = max(0, length.amount)
        let eve = event.adding(days: -1)
        let day: Day
        if case .workingDays = length {
            day = calendar.workingDay(amount, before: event)
            lean(from: day, through: eve)
            if day < event { count(amount, on: .workingDays, from: day, through: eve) }
        } else {
            if let months = length.wholeMonths {
                day = event.adding(months: -max(0, months))
                noteMonths(length, from: event, to: day)
            } else {
                day = event.adding(days: -amount)
            }
            if day < event { count(day.days(until: event), on: .days, from: day, through: eve) }
        }
        if steps != nil, !calendar.isWorkingDay(day) { note(day, day, .restDayKept) }
        return due(day, .lastDay)
    }

    private mutating func rolled(_ expiry: Day, _ roll: RollRule, _ pauses: [Pause]) -> Due {
        var day = expiry
        while roll == .nextWorkingDay {
            let next = calendar.nextWorkingDay(onOrAfter: day)
            lean(from: day, through: next)
            let pause = pauses.first { $0.contains(next) && $0.from > expiry }
            if next > day {
                let end = next.adding(days: -1)
                note(day, pause.map { max(day, min(end, $0.from.adding(days: -1))) } ?? end, .expiryOnRestDay(rolledTo: next))
            }
            day = next
            guard let pause else { break }
            notePause(pause, after: expiry)
            guard let resumed = pause.resumed else { return paused(pause.from) }
            day = resumed
        }
        return due(day, .lastDay)
    }

    func paused(_ since: Day) -> Due {
        .paused(since: since, steps: steps ?? [])
    }

    mutating func due(_ day: Day, instant: Instant? = nil, _ reason: StepReason) -> Due {
        if let uncoveredYear {
            let first = Day(daysSince1970: 0).adding(years: uncoveredYear - 1970)
            note(min(first, day), day, .provisionalFrom(year: uncoveredYear))
        }
        note(day, day, reason)
        return .due(DuePoint(day: day, instant: instant, provisional: uncoveredYear != nil, steps: steps ?? []))
    }

    /// Remembers that the answer depends on which of the days are working days.
    mutating func lean(from start: Day, through end: Day) {
        guard let year = calendar.firstUncoveredYear(from: start, through: end) else { return }
        uncoveredYear = min(uncoveredYear ?? year, year)
    }

    mutating func note(_ from: Day, _ to: Day, counts: Bool = false, _ reason: @autoclosure () -> StepReason) {
        guard steps != nil else { return }
        steps?.append(Step(from: from, to: to, counts: counts, reason: reason(), total: total))
    }

    mutating func notePause(_ pause: Pause, after day: Day) {
        let from = max(pause.from, day.adding(days: 1))
        if let resumed = pause.resumed {
            note(from, resumed.adding(days: -1), .paused(days: from.days(until: resumed), cause: pause.cause))
        } else {
            note(from, from, .stillPaused(cause: pause.cause))
        }
    }

    mutating func noteMonths(_ length: Length, from start: Day, to end: Day) {
        guard steps != nil else { return }
        note(end, end, start.day == end.day ? .sameNumberedDay(length) : .monthEndClamped(length, missing: start.day))
    }
}
