/// The answer to a reckoning: a due point, or that the period stands still.
public enum Due: Hashable, Sendable {
    /// The period ends here.
    case due(DuePoint)
    /// The period stands still since a day and has no end until it is resumed; the steps tell what ran before.
    case paused(since: Day, steps: [Step])

    /// The due point, where there is one.
    public var point: DuePoint? {
        if case .due(let point) = self { point } else { nil }
    }

    /// The day of the due point, where there is one.
    public var day: Day? { point?.day }

    /// Whether the period stands still.
    public var isPaused: Bool { point == nil }

    /// How the answer came about; empty unless it was asked for with `explain`.
    public var steps: [Step] {
        switch self {
        case .due(let point): point.steps
        case .paused(_, let steps): steps
        }
    }
}

/// Where a period ends.
public struct DuePoint: Hashable, Sendable {
    /// The last day on which the act is in time; for `at_least` the first day on which it may be done.
    public var day: Day
    /// The minute of that day, where the length is in minutes or hours: whatever happens within the minute is in time.
    public var instant: Instant?
    /// Whether the answer leans on a year that has no edition yet and may still move.
    public var provisional: Bool
    /// How the day came about; empty unless it was asked for with `explain`.
    public var steps: [Step]

    /// A due point.
    public init(day: Day, instant: Instant? = nil, provisional: Bool = false, steps: [Step] = []) {
        self.day = day
        self.instant = instant
        self.provisional = provisional
        self.steps = steps
    }
}

/// One stretch of days on the way to a due point.
public struct Step: Hashable, Sendable {
    /// The first day of the stretch.
    public var from: Day
    /// The last day of the stretch.
    public var to: Day
    /// Whether the stretch adds to the count.
    public var counts: Bool
    /// Why the stretch counts or not, with the facts.
    public var reason: StepReason
    /// Days (minutes, for clock time) counted by the end of the stretch.
    public var total: Int

    /// A stretch.
    public init(from: Day, to: Day, counts: Bool, reason: StepReason, total: Int) {
        self.from = from
        self.to = to
        self.counts = counts
        self.reason = reason
        self.total = total
    }
}

/// Why a stretch of days counts or does not; the sentences are made elsewhere.
public enum StepReason: Hashable, Sendable {
    /// The day on which the period starts is not counted.
    case startNotCounted
    /// The day of the event from which the period is counted back is not counted.
    case eventNotCounted
    /// Calendar days, rest days among them.
    case counted(days: Int)
    /// Working days; so many rest days (weekends and arranged) passed over, so many make-up workdays among the counted.
    case countedWorkingDays(days: Int, restDays: Int, makeUpWorkdays: Int)
    /// Minutes of clock time, from the minute after `from` through the minute of `to`.
    case countedMinutes(from: Instant, to: Instant, minutes: Int)
    /// The months or years end on the same-numbered day, which is this.
    case sameNumberedDay(Length)
    /// The month has no day `missing`: its last day, which is this, stands for it.
    case monthEndClamped(Length, missing: Int)
    /// The days of a pause.
    case paused(days: Int, cause: String?)
    /// A pause that has not ended; `to` is its first day.
    case stillPaused(cause: String?)
    /// The period was extended; what follows counts towards the extension.
    case extended(Length)
    /// The law names the day of the year.
    case annualDay(AnnualDay)
    /// The expiry fell on rest days and moves to the first working day after them.
    case expiryOnRestDay(rolledTo: Day)
    /// The last day for an act before an event is a rest day and stays: the law does not say that it moves.
    case restDayKept
    /// From this year on only weekends are known.
    case provisionalFrom(year: Int)
    /// The last day on which the act is in time.
    case lastDay
    /// The first day on which the act may be done, the period having fully run.
    case fullyRun
}
