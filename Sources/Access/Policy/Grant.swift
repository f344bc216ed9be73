import LegalTime

/// A role given to an account for a unit and what lies under it, from a day to a day.
///
/// Grants are ended, not deleted, so that "who had which right on that day" is answered by the same rows.
public struct Grant: Hashable, Sendable {
    /// The id of the account.
    public var account: String
    public var role: Role
    /// The id of the unit.
    public var unit: String
    public var registers: RegisterLimit
    /// The first day.
    public var from: Day
    /// The last day, or nil for an open end.
    public var until: Day?

    public init(account: String, role: Role, unit: String, registers: RegisterLimit = .all, from: Day, until: Day? = nil) {
        self.account = account
        self.role = role
        self.unit = unit
        self.registers = registers
        self.from = from
        self.until = until
    }

    /// Whether the grant gives anything on the day.
    public func isInForce(on day: Day) -> Bool { from <= day && day <= (until ?? day) }

    func overlaps(_ other: Grant) -> Bool {
        let endsBefore = until.map { $0 < other.from } ?? false
        let startsAfter = other.until.map { $0 < from } ?? false
        return !endsBefore && !startsAfter
    }
}

/// The registers for which a grant counts.
public enum RegisterLimit: Hashable, Sendable {
    case all
    /// Only the named ones.
    case registers(Set<String>)
    /// Only those which the named offices (主管科室, `office:` of a register) keep.
    case offices(Set<String>)

    func covers(_ register: RegisterAccess) -> Bool {
        switch self {
        case .all: true
        case .registers(let names): names.contains(register.name)
        case .offices(let names): register.offices.contains { names.contains($0) }
        }
    }

    /// Whether a role that was granted within this limit is held in the office.
    func counts(in office: String) -> Bool {
        guard case .offices(let names) = self else { return true }
        return names.contains(office)
    }
}

extension RegisterLimit: CustomStringConvertible {
    /// The form that is stored: `*`, `registers:a,b` or `offices:a,b`, names ascending.
    public var description: String {
        switch self {
        case .all: "*"
        case .registers(let names): "registers:" + names.sorted().joined(separator: ",")
        case .offices(let names): "offices:" + names.sorted().joined(separator: ",")
        }
    }

    /// The limit of a stored form, or nil where it is none.
    public init?(_ text: String) {
        if text == "*" {
            self = .all
            return
        }
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let names = Set(parts[1].split(separator: ",").map(String.init))
        switch parts[0] {
        case "registers": self = .registers(names)
        case "offices": self = .offices(names)
        default: return nil
        }
    }
}
