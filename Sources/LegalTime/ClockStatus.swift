/// How a clock stands.
public enum ClockStatus: String, Hashable, Sendable, CaseIterable, Codable {
    /// Nothing has set it going.
    case idle
    /// Running, with time left.
    case open
    /// Running, and due within the days of warning; a clock due today is due soon, not overdue.
    case dueSoon = "due_soon"
    /// Running past its last day.
    case overdue
    /// Standing still.
    case paused
    /// Stopped in time.
    case met
    /// Stopped after its last day; for `at_least`, before the period had fully run.
    case late

    /// How a clock of days stands.
    ///
    /// - Parameters:
    ///   - due: The due day; nil before the start and while paused.
    ///   - stoppedOn: The day of the act that stops the clock.
    ///   - paused: Whether the clock stands still; an act stops it all the same and is in time.
    ///   - soonDays: From how many calendar days before the due day on it is due soon.
    ///   - sense: For `at_least` the due day is the first allowed day: such a clock is open until then and met from then on.
    public static func status(
        due: Day?, stoppedOn: Day?, paused: Bool, today: Day, soonDays: Int, sense: Sense = .atMost
    ) -> ClockStatus {
        status(
            left: due.map { today.days(until: $0) }, margin: stoppedOn.map { stopped in due.map { stopped.days(until: $0) } },
            paused: paused, soon: soonDays, sense: sense)
    }

    /// How a clock of minutes or hours stands; it goes by whole minutes, so the due minute is still in time to its end.
    public static func status(
        due: Instant?, stoppedAt: Instant?, paused: Bool, now: Instant, soonMinutes: Int, sense: Sense = .atMost
    ) -> ClockStatus {
        status(
            left: due.map { now.minutes(until: $0) },
            margin: stoppedAt.map { stopped in due.map { stopped.minutes(until: $0) } },
            paused: paused, soon: soonMinutes, sense: sense)
    }

    /// - Parameters:
    ///   - left: From now to the due point.
    ///   - margin: From the stop to the due point; the outer nil is a clock not stopped, the inner one without a due point.
    private static func status(left: Int?, margin: Int??, paused: Bool, soon: Int, sense: Sense) -> ClockStatus {
        if let margin {
            guard let margin else { return .met }
            return (sense == .atLeast ? margin <= 0 : margin >= 0) ? .met : .late
        }
        if paused { return .paused }
        guard let left else { return .idle }
        if sense == .atLeast { return left > 0 ? .open : .met }
        if left < 0 { return .overdue }
        return left <= max(0, soon) ? .dueSoon : .open
    }
}
