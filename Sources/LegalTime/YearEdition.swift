/// The rest days and make-up workdays of one year, as the State Council's notice arranges them.
///
/// A notice may also arrange the days around New Year in the years next to its own (2022-12-31 by the notice for 2023); those
/// belong to its edition. Plain weekends are not listed.
public struct YearEdition: Hashable, Sendable {
    /// The year that the notice is for; the calendar counts it as covered.
    public var year: Int
    /// The statutory and arranged rest days, on weekdays or weekends.
    public var restDays: Set<Day>
    /// The make-up workdays, 调休上班日.
    public var workDays: Set<Day>
    /// The notice, as it is cited.
    public var source: String
    /// Counts the corrections of the year's edition from 1.
    public var version: Int

    /// A year's arrangement.
    public init(year: Int, restDays: Set<Day>, workDays: Set<Day>, source: String, version: Int = 1) {
        self.year = year
        self.restDays = restDays
        self.workDays = workDays
        self.source = source
        self.version = version
    }

    /// What cannot be right in the edition, in the order of days.
    public var problems: [EditionProblem] {
        restDays.union(workDays).sorted().compactMap { day in
            if !YearEdition.reach(of: year).contains(day) { return .outsideYear(day) }
            if restDays.contains(day) && workDays.contains(day) { return .restAndWork(day) }
            if workDays.contains(day) && !day.isWeekend { return .workDayOnWeekday(day) }
            return nil
        }
    }

    /// The days that a notice for `year` can arrange: its own and a month on either side.
    static func reach(of year: Int) -> ClosedRange<Day> {
        let first = Day(daysSince1970: 0).adding(years: year - 1970)
        return first.adding(months: -1)...first.adding(months: 13).adding(days: -1)
    }
}

/// Something that cannot be right in a year's edition.
public enum EditionProblem: Hashable, Sendable {
    /// The day lies more than a month outside the year; the calendar leaves it out.
    case outsideYear(Day)
    /// The day is listed both as a rest day and as a workday; the calendar takes it for a workday.
    case restAndWork(Day)
    /// A make-up workday falls on a weekday, which is a working day anyhow.
    case workDayOnWeekday(Day)
}

/// What a day is in the calendar of working days.
public enum DayKind: String, Hashable, Sendable, CaseIterable, Codable {
    /// A weekday that no notice makes a rest day.
    case workday
    /// A Saturday or Sunday that no notice mentions.
    case weekend
    /// A statutory or arranged rest day.
    case restDay = "rest_day"
    /// A Saturday or Sunday that is worked, 调休上班日.
    case makeUpWorkday = "make_up_workday"

    /// Whether offices work on such a day.
    public var isWorking: Bool { self == .workday || self == .makeUpWorkday }
}
