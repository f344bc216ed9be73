import LegalTime

/// A unit at one place in the tree for a time. A unit that moved or was renamed has several of these with one id and days that
/// do not overlap.
public struct UnitEntry: Hashable, Sendable {
    public var id: String
    public var name: String
    /// The id of the unit above, or nil for the district itself.
    public var parent: String?
    /// `district`, `town`, `agency`, `community`, `committee`…, as the catalogue names it.
    public var kind: String
    /// The first day.
    public var from: Day
    /// The last day, or nil for an open end.
    public var until: Day?

    public init(id: String, name: String, parent: String?, kind: String, from: Day, until: Day? = nil) {
        self.id = id
        self.name = name
        self.parent = parent
        self.kind = kind
        self.from = from
        self.until = until
    }

    /// Whether the unit stands here on the day.
    public func isInForce(on day: Day) -> Bool { from <= day && day <= (until ?? day) }
}

/// What is wrong with a list of units.
public enum UnitProblem: Hashable, Sendable {
    case idEmpty(name: String)
    case endsBeforeStart(unit: String, from: Day, until: Day)
    /// Two entries of one unit hold on the same day.
    case overlapping(unit: String, on: Day)
    case parentUnknown(unit: String, parent: String)
    /// The unit would lie under itself on the day.
    case cycle(unit: String, on: Day)
}

/// Why a list of units is no tree: every problem of it.
public struct UnitTreeRefusal: Error, Hashable {
    public let problems: [UnitProblem]
}
