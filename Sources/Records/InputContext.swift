import Definitions
import LegalTime

/// A unit that may be chosen.
public struct UnitChoice: Sendable, Hashable {
    public var id: String
    public var label: String
    public var kind: String
    public init(id: String, label: String, kind: String) {
        self.id = id
        self.label = label
        self.kind = kind
    }
}

/// What a text that names another record leads to.
public enum ReferenceMatch: Sendable, Equatable {
    case one(String)
    case none(near: [String])
    case several
}

/// What has to be known to understand an input to a register: today, the units, the records that may be named.
public struct InputContext {
    public var register: RegisterDefinition
    public var today: Day
    public var lockedYears: Set<Int>
    public var units: [UnitChoice]
    /// Finds a record of a register by id, number or heading.
    public var findReference: (_ register: String, _ text: String) -> ReferenceMatch

    public init(
        register: RegisterDefinition, today: Day, lockedYears: Set<Int>, units: [UnitChoice],
        findReference: @escaping (_ register: String, _ text: String) -> ReferenceMatch
    ) {
        self.register = register
        self.today = today
        self.lockedYears = lockedYears
        self.units = units
        self.findReference = findReference
    }
}
