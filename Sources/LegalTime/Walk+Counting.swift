/// How far a pass has come: the last day counted, and where that would be without pauses.
struct Cursor {
    var day: Day
    var nominal: Day
}

/// A line of numbered places, each on a day: every day has one, or every working day.
///
/// On both, the n-th place outside the pauses is found by going from pause to pause.
enum CountingLine {
    case days
    case workingDays

    /// The number of the last place on or before the day.
    func place(_ day: Day, _ calendar: WorkCalendar) -> Int {
        switch self {
        case .days: day.daysSince1970
        case .workingDays: calendar.rank(day)
        }
    }

    /// The day of a place.
    func day(_ place: Int, _ calendar: WorkCalendar) -> Day {
        switch self {
        case .days: Day(daysSince1970: place)
        case .workingDays: calendar.workingDay(ranked: place)
        }
    }
}

extension Walk {
    /// Moves the cursor by a length; the day since which the period stands still, where it does not get to the end.
    mutating func advance(_ cursor: inout Cursor, by length: Length, _ pauses: [Pause]) -> Day? {
        if case .workingDays(let count) = length {
            let start = cursor.day
            let since = advance(&cursor.day, by: count, on: .workingDays, pauses)
            if since == nil { lean(from: start.adding(days: 1), through: cursor.day) }
            cursor.nominal = cursor.day
            return since
        }
        let end: Day
        if let months = length.wholeMonths {
            end = cursor.nominal.adding(months: max(0, months))
            noteMonths(length, from: cursor.nominal, to: end)
        } else {
            end = cursor.nominal.adding(days: max(0, length.wholeDays))
        }
        let count = cursor.nominal.days(until: end)
        cursor.nominal = end
        return advance(&cursor.day, by: count, on: .days, pauses)
    }

    private mutating func advance(_ day: inout Day, by places: Int, on line: CountingLine, _ pauses: [Pause]) -> Day? {
        guard places > 0 else { return nil }
        var place = line.place(day, calendar)
        var left = places
        for pause in pauses {
            let eve = pause.from.adding(days: -1)
            let last = line.place(eve, calendar)
            let end = pause.resumed.map { line.place($0.adding(days: -1), calendar) }
            if let end, end <= max(place, last) { continue }
            let free = max(0, last - place)
            if free >= left { break }
            if free > 0 { count(free, on: line, from: day.adding(days: 1), through: eve) }
            notePause(pause, after: day)
            guard let end, let resumed = pause.resumed else { return pause.from }
            left -= free
            place = end
            day = resumed.adding(days: -1)
        }
        let end = line.day(place + left, calendar)
        count(left, on: line, from: day.adding(days: 1), through: end)
        day = end
        return nil
    }

    /// Adds the places on the days to the total.
    mutating func count(_ places: Int, on line: CountingLine, from: Day, through to: Day) {
        total += places
        guard steps != nil else { return }
        switch line {
        case .days:
            note(from, to, counts: true, .counted(days: places))
        case .workingDays:
            let makeUp = (from...to).count { calendar.kind(of: $0) == .makeUpWorkday }
            let restDays = from.days(until: to) + 1 - places
            note(from, to, counts: true, .countedWorkingDays(days: places, restDays: restDays, makeUpWorkdays: makeUp))
        }
    }
}
