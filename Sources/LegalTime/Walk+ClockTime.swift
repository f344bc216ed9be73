// Minutes and hours. A pause takes whole days out: from the midnight that begins its first day to the midnight that ends its last.
extension Walk {
    mutating func onTheClock(_ length: Length, _ reckoning: Reckoning) -> Due {
        let start = reckoning.start.minuteNumber
        let minutes = max(0, length.clockMinutes ?? 0)
        let startDay = Instant(minuteNumber: start).day
        if reckoning.sense == .before {
            note(startDay, startDay, .eventNotCounted)
            let end = Instant(minuteNumber: start - minutes)
            total += minutes
            noteMinutes(from: end, to: Instant(minuteNumber: start), minutes)
            return due(end.day, instant: end, .lastDay)
        }

        let pauses = Pause.inOrder(reckoning.pauses, after: startDay.adding(days: -1))
        note(startDay, startDay, .startNotCounted)
        var minute = start
        if let since = advance(&minute, by: minutes, pauses) { return paused(since) }
        if let extendedBy = reckoning.extendedBy {
            let day = Instant(minuteNumber: minute).day
            note(day, day, .extended(extendedBy))
            if let since = advance(&minute, by: self.minutes(of: extendedBy, after: day), pauses) { return paused(since) }
        }
        let atLeast = reckoning.sense == .atLeast
        let end = Instant(minuteNumber: minute + (atLeast ? 1 : 0))
        return due(end.day, instant: end, atLeast ? .fullyRun : .lastDay)
    }

    private mutating func advance(_ minute: inout Int, by minutes: Int, _ pauses: [Pause]) -> Day? {
        var left = minutes
        for pause in pauses where left > 0 {
            let last = Instant(day: pause.from).minuteNumber - 1
            let end = pause.resumed.map { Instant(day: $0).minuteNumber - 1 }
            if let end, end <= minute { continue }
            let free = max(0, last - minute)
            if free >= left { break }
            count(free, after: minute)
            // The pause begins before the day is over on which the clock started or last stood.
            notePause(pause, after: pause.from.adding(days: -1))
            guard let end else { return pause.from }
            left -= free
            minute = end
        }
        count(left, after: minute)
        minute += left
        return nil
    }

    private mutating func count(_ minutes: Int, after minute: Int) {
        guard minutes > 0 else { return }
        total += minutes
        noteMinutes(from: Instant(minuteNumber: minute), to: Instant(minuteNumber: minute + minutes), minutes)
    }

    private mutating func noteMinutes(from: Instant, to: Instant, _ minutes: Int) {
        note(from.day, to.day, counts: true, .countedMinutes(from: from, to: to, minutes: minutes))
    }

    /// An extension in minutes: days and months move the moment to the same time of a later day.
    private mutating func minutes(of length: Length, after day: Day) -> Int {
        if let minutes = length.clockMinutes { return max(0, minutes) }
        let end: Day
        if let months = length.wholeMonths {
            end = day.adding(months: max(0, months))
        } else if case .workingDays(let count) = length {
            end = calendar.workingDay(count, after: day)
            lean(from: day.adding(days: 1), through: end)
        } else {
            end = day.adding(days: max(0, length.amount))
        }
        return day.days(until: end) * 1440
    }
}
