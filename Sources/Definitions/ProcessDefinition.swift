import LegalTime

/// One state of a record's life.
public struct StateDefinition: Sendable, Equatable {
    public var name: String
    public var label: String
    public var isStart: Bool
    public var isOutcome: Bool
    public var isEnd: Bool
    public init(name: String, label: String, isStart: Bool = false, isOutcome: Bool = false, isEnd: Bool = false) {
        self.name = name
        self.label = label
        self.isStart = isStart
        self.isOutcome = isOutcome
        self.isEnd = isEnd
    }
}

/// A field that a move needs, in the years in which it needs it.
public struct FieldRequirement: Sendable, Equatable {
    public var field: String
    public var validity: Validity
    public init(field: String, validity: Validity = .always) {
        self.field = field
        self.validity = validity
    }
}

/// One move: from which states to which, by whom, with what, under which article.
public struct TransitionDefinition: Sendable, Equatable {
    public var name: String
    public var label: String
    public var from: [String]
    public var to: String
    public var roles: [String]
    /// Office in which the role must be held; nil: the register's office.
    public var office: String?
    public var require: [FieldRequirement]
    /// A reason must be written.
    public var needsNote: Bool
    /// The move is open only to records for which this holds.
    public var only: Condition
    public var basis: LegalBasis?
    public var validity: Validity
    /// Made by the engine when a deadline expires, never by a person.
    public var isAutomatic: Bool
    public var hint: String?
    /// A record that the move opens in another register.
    public var opens: ReferralDefinition?
    /// The unit that the move hands the record to.
    public var owner: OwnerChange?
    /// What the move waits for.
    public var gates: [GateDefinition]
    public var place: SourcePlace

    public init(name: String, label: String, from: [String], to: String, place: SourcePlace) {
        self.name = name
        self.label = label
        self.from = from
        self.to = to
        self.roles = []
        self.office = nil
        self.require = []
        self.needsNote = false
        self.only = .always
        self.basis = nil
        self.validity = .always
        self.isAutomatic = false
        self.hint = nil
        self.opens = nil
        self.owner = nil
        self.gates = []
        self.place = place
    }
}

/// What happens on a day: a date field, a date field of a child row, or the entry into a state.
public enum EventReference: Sendable, Equatable, Hashable {
    /// `accepted_on`, or inside `for_each` a field of the row.
    case field(String)
    /// `{ entered: refused }`: the day of the move's stamp.
    case entered([String])
}

/// A clock of the law bound to a register: when it starts, what stops, pauses and extends it.
public struct DeadlineDefinition: Sendable, Equatable {
    public var name: String
    public var label: String
    /// Stable name of a clock in `laws/`, such as `行政复议/decide`; empty where the due day is set by the office itself.
    public var clock: String
    /// The date field in which the office has written the due day (交办期限): no period of the law, so that none is reckoned.
    public var due: String?
    /// Start of the period; for a clock of sense `before`, the event it is counted back from.
    public var starts: EventReference
    /// The first of these that has happened stops the clock.
    public var stops: [EventReference]
    public var applies: Condition
    /// Field with the number of days, months … (unit of the clock's `extend_at_most`) by which it was extended.
    public var extendBy: String?
    /// Rows field with `from_on`, `resumed_on` and optionally a cause.
    public var pauses: String?
    /// Rows field: one run per row.
    public var forEach: String?
    /// One run per period from the start until it is stopped (drills, monthly returns).
    public var every: Length?
    /// Days before the due day at which it counts as due soon.
    public var soonDays: Int
    /// Move made by the engine when the clock expires, and the date field that takes the day of expiry.
    public var onExpiry: ExpiryAction?
    public var validity: Validity
    public var place: SourcePlace

    public init(name: String, label: String, clock: String, starts: EventReference, stops: [EventReference], place: SourcePlace) {
        self.name = name
        self.label = label
        self.clock = clock
        self.due = nil
        self.starts = starts
        self.stops = stops
        self.applies = .always
        self.extendBy = nil
        self.pauses = nil
        self.forEach = nil
        self.every = nil
        self.soonDays = 3
        self.onExpiry = nil
        self.validity = .always
        self.place = place
    }
}

/// The consequence of silence: an automatic transition, with a date field set to the day of expiry.
public struct ExpiryAction: Sendable, Equatable {
    public var move: String
    public var set: String?
    public var validity: Validity
    public init(move: String, set: String?, validity: Validity = .always) {
        self.move = move
        self.set = set
        self.validity = validity
    }
}
