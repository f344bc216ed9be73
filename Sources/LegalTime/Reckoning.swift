/// A statutory period to be reckoned: everything that decides on what day it ends.
///
/// What the rules are, and where the law is silent and this engine had to choose:
/// - The day (minute) of the start is not counted (民事诉讼法#85).
/// - Months and years end on the same-numbered day, or on the last day of a month that has no such day.
/// - Only days outside pauses count. For months and years the paused days within the running period are added after it, and
///   those that come in by the adding likewise, until nothing is left to add.
/// - An extension follows the last day of the period and is added before the roll over rest days. Months of an extension are
///   counted from the last day that the period would have without pauses.
/// - The roll passes over rest days, and over a pause that holds the working day it reaches.
/// - `at_least`: the due point is the first day on which the period has fully run, the day after its last day. No roll.
/// - `before`: `start` is the event; counted back from it, the event's day not counted. The due point is the last day in
///   time and stays where it is on a rest day. Pauses and extensions have no meaning there and are not looked at.
/// - A day of the year is the first after the start's day, whatever the sense and the pauses; an extension and the roll apply.
/// - Minutes and hours run day and night, on rest days too, without roll; a pause takes whole days out of them. A start known
///   only by its day is taken for its midnight. An extension in days moves the moment to the same time of a later day.
public struct Reckoning: Hashable, Sendable {
    /// What sets a period going, or the event it is counted back from.
    public enum Start: Hashable, Sendable {
        /// A day.
        case day(Day)
        /// A moment; a period in days goes by its day.
        case instant(Instant)

        /// The day of the start.
        public var day: Day {
            switch self {
            case .day(let day): day
            case .instant(let instant): instant.day
            }
        }

        var minuteNumber: Int {
            switch self {
            case .day(let day): Instant(day: day).minuteNumber
            case .instant(let instant): instant.minuteNumber
            }
        }
    }

    /// The start, or the event for `before`.
    public var start: Start
    /// How long, or which day of the year.
    public var term: Term
    /// Which way the period binds.
    public var sense: Sense
    /// What happens on a rest day.
    public var roll: RollRule
    /// The pauses, in any order.
    public var pauses: [Pause]
    /// By how much the period was extended.
    public var extendedBy: Length?

    /// A period from a start.
    public init(
        from start: Start, term: Term, sense: Sense = .atMost, roll: RollRule = .none, pauses: [Pause] = [],
        extendedBy: Length? = nil
    ) {
        self.start = start
        self.term = term
        self.sense = sense
        self.roll = roll
        self.pauses = pauses
        self.extendedBy = extendedBy
    }

    /// A period from a day.
    public init(
        from day: Day, _ length: Length, sense: Sense = .atMost, roll: RollRule = .none, pauses: [Pause] = [],
        extendedBy: Length? = nil
    ) {
        self.init(
            from: .day(day), term: .length(length), sense: sense, roll: roll, pauses: pauses, extendedBy: extendedBy)
    }

    /// The due point, without steps.
    public func due(by calendar: WorkCalendar) -> Due {
        var walk = Walk(calendar: calendar, steps: nil)
        return walk.reckon(self)
    }

    /// The due point with the steps that lead to it.
    public func explain(by calendar: WorkCalendar) -> Due {
        var walk = Walk(calendar: calendar, steps: [])
        return walk.reckon(self)
    }
}
