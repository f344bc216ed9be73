import Definitions
import LegalTime

/// One running (or run) clock of one record: which period under which article, from when, due when, stopped when.
public struct DeadlineRun: Sendable, Hashable {
    public enum Phase: String, Sendable {
        case running
        case paused
        case stopped
    }

    public var deadline: String
    /// Id of the child row a `for_each` run belongs to, else empty.
    public var row: String
    /// 0, or the count of the repetition.
    public var occurrence: Int
    public var clock: String
    public var law: String
    public var article: String
    /// First day in force of the version used.
    public var versionFrom: Day
    public var startsOn: Day
    public var dueOn: Day?
    /// Set where the length is in minutes or hours.
    public var dueAt: Instant?
    public var isProvisional: Bool
    public var stoppedOn: Day?
    public var stoppedAt: Instant?
    public var phase: Phase
    public var soonDays: Int
    /// Which way the period binds.
    public var sense: Sense

    public init(
        deadline: String, row: String, occurrence: Int, clock: String, law: String, article: String, versionFrom: Day,
        startsOn: Day,
        dueOn: Day?, dueAt: Instant?, isProvisional: Bool, stoppedOn: Day?, stoppedAt: Instant?, phase: Phase, soonDays: Int,
        sense: Sense = .atMost
    ) {
        self.deadline = deadline
        self.row = row
        self.occurrence = occurrence
        self.clock = clock
        self.law = law
        self.article = article
        self.versionFrom = versionFrom
        self.startsOn = startsOn
        self.dueOn = dueOn
        self.dueAt = dueAt
        self.isProvisional = isProvisional
        self.stoppedOn = stoppedOn
        self.stoppedAt = stoppedAt
        self.phase = phase
        self.soonDays = soonDays
        self.sense = sense
    }

    /// Where the clock stands. Due today is not overdue; instants are compared where the law counts minutes.
    ///
    /// - Parameter sense: the run's own unless told otherwise.
    public func status(today: Day, now: Instant, sense: Sense? = nil) -> ClockStatus {
        let sense = sense ?? self.sense
        if let dueAt {
            return ClockStatus.status(
                due: dueAt, stoppedAt: stoppedAt ?? stoppedOn.map { Instant(day: $0) }, paused: phase == .paused, now: now,
                soonMinutes: soonDays * 1440, sense: sense)
        }
        return ClockStatus.status(
            due: dueOn, stoppedOn: stoppedOn, paused: phase == .paused, today: today, soonDays: soonDays, sense: sense)
    }
}
