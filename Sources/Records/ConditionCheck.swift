import Definitions
import LegalTime

/// What a condition is judged on: one record with its move stamps and the statuses of its deadlines.
public struct RecordFacts: Sendable {
    public var register: RegisterDefinition
    public var values: [String: Value]
    public var state: String
    public var stamps: [MoveStamp]
    /// The statuses of each deadline's runs; one that repeats or runs for each row has several.
    public var deadlines: [String: Set<ClockStatus>]
    /// The row that a condition is judged on, where one is: a path into its field is then of this row alone.
    public var row: (field: String, row: Row)?

    public init(
        register: RegisterDefinition, values: [String: Value], state: String, stamps: [MoveStamp],
        deadlines: [String: Set<ClockStatus>] = [:]
    ) {
        self.register = register
        self.values = values
        self.state = state
        self.stamps = stamps
        self.deadlines = deadlines
        self.row = nil
    }
}

extension Condition {
    /// Whether the condition holds of a record. A test on `rows.field` holds when some row passes.
    public func holds(for facts: RecordFacts) -> Bool {
        switch self {
        case .always: true
        case .all(let parts): parts.allSatisfy { $0.holds(for: facts) }
        case .any(let parts): parts.contains { $0.holds(for: facts) }
        case .not(let part): !part.holds(for: facts)
        case .state(let states): states.contains(facts.state)
        case .ever(let states): facts.stamps.contains { states.contains($0.to) } || states.contains(facts.state)
        case .deadline(let name, let statuses): facts.deadlines[name].map { !$0.isDisjoint(with: statuses) } ?? false
        case .field(let path, let test): Self.holds(path, test, facts)
        }
    }

    /// Whether the condition holds of one row of a record.
    public func holds(for facts: RecordFacts, row: Row, of field: String) -> Bool {
        var facts = facts
        facts.row = (field, row)
        return holds(for: facts)
    }

    private static func holds(_ path: FieldPath, _ test: FieldTest, _ facts: RecordFacts) -> Bool {
        guard let field = facts.register.field(at: path) else { return false }
        guard let child = path.child else { return test.passes(facts.values[path.field], field: field, facts: facts) }
        if let row = facts.row, row.field == path.field {
            return test.passes(row.row.values[child], field: field, facts: facts)
        }
        return (facts.values[path.field]?.rows ?? []).contains { test.passes($0.values[child], field: field, facts: facts) }
    }
}

extension FieldTest {
    func passes(_ value: Value?, field: FieldDefinition, facts: RecordFacts) -> Bool {
        switch self {
        case .isSet: return value != nil
        case .isUnset: return value == nil
        case .not(let test): return !test.passes(value, field: field, facts: facts)
        case .oneOf(let constants, let orUnset):
            guard let value else { return orUnset }
            return constants.contains { $0.equals(value) }
        case .group(let groups):
            guard let codes = value.map(Self.codes), let list = facts.register.codes[field.codes ?? ""] else { return false }
            return codes.contains { code in list.entry(code)?.group.map(groups.contains) ?? false }
        case .before(let bound): return Self.compare(value, bound, facts) { $0 < $1 }
        case .after(let bound): return Self.compare(value, bound, facts) { $0 > $1 }
        case .atLeast(.integer(let least)), .atLeast(.parameter(_, let least)):
            return value?.integer.map { $0 >= least } ?? false
        case .atMost(.integer(let most)), .atMost(.parameter(_, let most)): return value?.integer.map { $0 <= most } ?? false
        case .atLeast(.day(let least)): return value?.onDay.map { $0 >= least } ?? false
        case .atMost(.day(let most)): return value?.onDay.map { $0 <= most } ?? false
        case .atLeast, .atMost: return false
        }
    }

    private static func codes(_ value: Value) -> [String] { value.list ?? value.text.map { [$0] } ?? [] }

    private static func compare(_ value: Value?, _ bound: DayBound, _ facts: RecordFacts, _ holds: (Day, Day) -> Bool) -> Bool {
        guard let mine = value?.onDay else { return false }
        switch bound {
        case .day(let day): return holds(mine, day)
        case .field(let name): return facts.day(of: name).map { holds(mine, $0) } ?? false
        }
    }
}

extension Constant {
    func equals(_ value: Value) -> Bool {
        switch (self, value) {
        case (.text(let wanted), .text(let text)): wanted == text
        case (.text(let wanted), .list(let ids)): ids.contains(wanted)
        case (.integer(let wanted), .integer(let number)): wanted == number
        case (.bool(let wanted), .bool(let bool)): wanted == bool
        case (.day(let wanted), .day(let day)): wanted == day
        default: false
        }
    }
}

extension RecordFacts {
    /// The day of a date or moment field, or of one of the row at hand.
    fileprivate func day(of name: String) -> Day? {
        let path = FieldPath(name)
        guard let child = path.child else { return values[name]?.onDay }
        return row.flatMap { $0.field == path.field ? $0.row.values[child]?.onDay : nil }
    }
}
