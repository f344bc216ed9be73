/// What a period is: a length, or a fixed day of the year.
public enum Term: Hashable, Sendable {
    /// So long after the start (before the event, where the sense is `before`).
    case length(Length)
    /// The next such day of the year after the start.
    case on(AnnualDay)
}

/// Which way a period binds.
public enum Sense: String, Hashable, Sendable, CaseIterable, Codable {
    /// The act must be done by the last day: decide within 60 days.
    case atMost = "at_most"
    /// The act may be done only after the period has fully run: opinions stay open at least 30 days.
    case atLeast = "at_least"
    /// The act must be done so long before an event: notice at least 7 days before the hearing.
    case before
}

/// What happens to a period that expires on a rest day.
public enum RollRule: String, Hashable, Sendable, CaseIterable, Codable {
    /// It expires all the same.
    case none
    /// It expires on the first working day after (民事诉讼法#85).
    case nextWorkingDay = "next_working_day"
}
