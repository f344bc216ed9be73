/// A set of units as a condition of a query: all of the district, or exactly these.
public enum UnitSet: Hashable, Sendable {
    /// Every unit of the district, those that have ended included.
    case all
    case only(Set<String>)

    /// No unit.
    public static let none = UnitSet.only([])

    public var isEmpty: Bool { self == .none }

    /// The units in a stable order, or nil for all.
    public var sorted: [String]? {
        switch self {
        case .all: nil
        case .only(let units): units.sorted()
        }
    }

    public func contains(_ unit: String) -> Bool {
        switch self {
        case .all: true
        case .only(let units): units.contains(unit)
        }
    }

    public func intersection(_ units: Set<String>) -> UnitSet {
        switch self {
        case .all: .only(units)
        case .only(let own): .only(own.intersection(units))
        }
    }

    public func union(_ other: UnitSet) -> UnitSet {
        switch (self, other) {
        case (.only(let first), .only(let second)): .only(first.union(second))
        default: .all
        }
    }

    public func intersection(_ other: UnitSet) -> UnitSet {
        switch (self, other) {
        case (.all, let rest), (let rest, .all): rest
        case (.only(let first), .only(let second)): .only(first.intersection(second))
        }
    }

    public func isSubset(of other: UnitSet) -> Bool {
        switch (self, other) {
        case (_, .all): true
        case (.all, .only): false
        case (.only(let first), .only(let second)): first.isSubset(of: second)
        }
    }
}
