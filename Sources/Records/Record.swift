import LegalTime

/// One row of a register.
public struct Record: Sendable, Hashable {
    /// 26 characters, sortable by time of registration; says nothing about people.
    public var id: String
    public var district: String
    public var register: String
    public var number: String
    public var state: String
    /// The owning unit.
    public var owner: String
    /// Counts the acts on this record; an editor must name the one he started from.
    public var revision: Int64
    public var values: [String: Value]
    public var createdAt: Instant
    public var createdBy: String
    public var updatedAt: Instant
    public var updatedBy: String
    /// Every state it has stood in, in order of first entry.
    public var passed: [String]

    public init(
        id: String, district: String, register: String, number: String, state: String, owner: String, revision: Int64,
        values: [String: Value], createdAt: Instant, createdBy: String, updatedAt: Instant, updatedBy: String,
        passed: [String]? = nil
    ) {
        self.id = id
        self.district = district
        self.register = register
        self.number = number
        self.state = state
        self.owner = owner
        self.revision = revision
        self.values = values
        self.createdAt = createdAt
        self.createdBy = createdBy
        self.updatedAt = updatedAt
        self.updatedBy = updatedBy
        self.passed = passed ?? [state]
    }

    public func day(_ field: String) -> Day? {
        switch values[field] {
        case .day(let day): day
        case .moment(let moment): moment.day
        default: nil
        }
    }
}

/// The stamp of one move: from which state to which, on which day, at which instant, by whom.
public struct MoveStamp: Sendable, Hashable {
    public var transition: String
    /// nil for the registration itself.
    public var from: String?
    public var to: String
    /// The day on which it happened by the office's calendar.
    public var on: Day
    public var at: Instant
    public var by: String
    /// What its mover wrote, as far as the reader may see it; sealed in the store, and nil where conditions are judged.
    public var note: String?
    public init(transition: String, from: String?, to: String, on: Day, at: Instant, by: String, note: String?) {
        self.transition = transition
        self.from = from
        self.to = to
        self.on = on
        self.at = at
        self.by = by
        self.note = note
    }
}
