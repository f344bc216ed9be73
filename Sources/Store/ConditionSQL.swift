import Definitions
import LegalTime

/// Turns a condition of the catalogue into SQL over the record table's alias `r`.
public struct ConditionSQL: Sendable {
    let layout: RegisterLayout
    let dialect: any Dialect
    /// The day on which statuses of deadlines are judged.
    let asOf: Day
    /// The moment on which clocks of minutes and hours are judged.
    let now: Instant
    /// What came about after this day is not seen: a figure of a past period reads the records as they stood at its end. nil sees all.
    let knownThrough: Day?
    /// The rows field whose row `x` the condition is judged on; nil where it is judged on the record.
    var row: FieldDefinition?

    /// - Parameters:
    ///   - now: nil is the end of the day.
    ///   - knownThrough: the last day that is seen; nil sees the records as they stand.
    public init(layout: RegisterLayout, dialect: any Dialect, asOf: Day, now: Instant? = nil, knownThrough: Day? = nil) {
        self.layout = layout
        self.dialect = dialect
        self.asOf = asOf
        self.knownThrough = knownThrough
        self.now = now ?? Instant(day: asOf, hour: 23, minute: 59)
    }

    public func compile(_ condition: Condition) -> Statement {
        switch condition {
        case .always: return Statement("1 = 1")
        case .all(let parts): return group(parts, " AND ", empty: "1 = 1")
        case .any(let parts): return group(parts, " OR ", empty: "1 = 0")
        case .not(let part): return Statement("NOT COALESCE(") + compile(part) + Statement(", 1 = 0)")
        case .state(let states): return states.isEmpty ? Statement("1 = 0") : Statement("\(state) IN ") + .list(states)
        case .ever(let states): return ever(states)
        case .deadline(let name, let statuses): return deadline(name, statuses)
        case .field(let path, let test): return field(path, test)
        }
    }

    private func group(_ parts: [Condition], _ separator: String, empty: String) -> Statement {
        guard !parts.isEmpty else { return Statement(empty) }
        return Statement("(") + parts.map(compile).joined(separator) + Statement(")")
    }

    private func deadline(_ name: String, _ statuses: [ClockStatus]) -> Statement {
        guard !statuses.isEmpty else { return Statement("1 = 0") }
        let tests = statuses.map(status)
        return Statement(
            "EXISTS (SELECT 1 FROM deadline_run d WHERE d.district = r.district AND d.record = r.id AND d.deadline = ? AND (",
            [.text(name)])
            + tests.joined(" OR ") + Statement("))")
    }

    /// One status of a run `d` as of the day: due on that very day is not overdue.
    func status(_ status: ClockStatus) -> Statement {
        let day = SQLValue.text(asOf.iso)
        let least = "d.sense = 'at_least'"
        let (stoppedOn, stoppedAt, running) = seenStop
        // A clock of minutes is compared by whole minutes; a stop known by its day alone counts from midnight, which the days decide.
        let beyond =
            "(CASE WHEN d.due_at IS NULL OR \(stoppedAt) IS NULL THEN \(stoppedOn) > d.due_on ELSE \(stoppedAt) / 60000 > d.due_at / 60000 END)"
        return switch status {
        case .met:
            Statement(
                "((\(stoppedOn) IS NOT NULL AND (d.due_on IS NULL OR CASE WHEN \(least) THEN \(stoppedOn) >= d.due_on ELSE NOT \(beyond) END))"
                    + " OR (\(running) AND \(least) AND d.due_on <= ?))", [day])
        case .late:
            Statement("(\(stoppedOn) IS NOT NULL AND CASE WHEN \(least) THEN \(stoppedOn) < d.due_on ELSE \(beyond) END)")
        case .overdue: Statement("(\(running) AND d.sense <> 'at_least' AND ") + past(day) + Statement(")")
        case .dueSoon:
            Statement("(\(running) AND d.sense <> 'at_least' AND NOT ") + past(day) + Statement(" AND ") + soon(day)
                + Statement(")")
        case .open:
            Statement("(\(running) AND ((\(least) AND d.due_on > ?) OR (d.sense <> 'at_least' AND NOT ", [day])
                + past(day)
                + Statement(" AND NOT ") + soon(day) + Statement(")))")
        case .paused: Statement("(d.phase = 'paused')")
        case .idle: Statement("1 = 0")
        }
    }

    private func past(_ day: SQLValue) -> Statement {
        Statement(
            "(CASE WHEN d.due_at IS NULL THEN d.due_on < ? ELSE d.due_at / 60000 < ? END)",
            [day, .integer(now.milliseconds / 60_000)])
    }

    private func soon(_ day: SQLValue) -> Statement {
        Statement(
            "(CASE WHEN d.due_at IS NULL THEN \(dialect.daysBetween("?", "d.due_on")) <= d.soon_days "
                + "ELSE d.due_at / 60000 - ? <= d.soon_days * 1440 END)", [day, .integer(now.milliseconds / 60_000)])
    }

    private func field(_ path: FieldPath, _ test: FieldTest) -> Statement {
        guard let field = layout.register.field(path.field) else { return Statement("1 = 0") }
        if let childName = path.child {
            guard let child = field.fields.first(where: { $0.name == childName }) else { return Statement("1 = 0") }
            if row?.name == field.name { return self.test(test, column: column(child, ofRow: "x"), field: child) }
            return Statement(
                "EXISTS (SELECT 1 FROM \(layout.childTable(field)) c WHERE c.district = r.district AND c.parent = r.id\(notLater(field, "c")) AND "
            )
                + self.test(test, column: column(child, ofRow: "c"), field: child) + Statement(")")
        }
        if field.type == .rows || field.type.isMany { return many(field, test) }
        return self.test(test, column: column(field), field: field)
    }

    private func many(_ field: FieldDefinition, _ test: FieldTest) -> Statement {
        let exists =
            "EXISTS (SELECT 1 FROM \(layout.childTable(field)) c WHERE c.district = r.district AND c.parent = r.id\(notLater(field, "c"))"
        switch test {
        case .isSet: return Statement(exists + ")")
        case .isUnset: return Statement("NOT " + exists + ")")
        case .not(let inner): return Statement("NOT ") + many(field, inner)
        case .oneOf, .group:
            // The rows themselves are no value; there can only be none of them.
            guard field.type != .rows else { return Statement(test.holdsUnset ? "NOT \(exists))" : "1 = 0") }
            var part =
                Statement(exists + " AND ") + self.test(test.withoutUnset, column: "c.value", field: field) + Statement(")")
            if case .oneOf(_, orUnset: true) = test { part = Statement("(") + part + Statement(" OR NOT \(exists)))") }
            return part
        default: return Statement("1 = 0")
        }
    }

    private func test(_ test: FieldTest, column: String, field: FieldDefinition) -> Statement {
        switch test {
        case .isSet: return Statement("\(column) IS NOT NULL")
        case .isUnset: return Statement("\(column) IS NULL")
        case .not(let inner):
            return Statement("NOT COALESCE(") + self.test(inner, column: column, field: field) + Statement(", 1 = 0)")
        case .oneOf(let constants, let orUnset):
            var part =
                constants.isEmpty
                ? Statement("1 = 0")
                : Statement(
                    "\(column) IN (" + Array(repeating: "?", count: constants.count).joined(separator: ", ") + ")",
                    constants.map(\.sqlValue))
            if orUnset { part = Statement("(") + part + Statement(" OR \(column) IS NULL)") }
            return part
        case .group(let groups):
            let list = layout.register.codes[field.codes ?? ""]
            let codes = groups.flatMap { list?.codes(inGroup: $0) ?? [] }
            return codes.isEmpty ? Statement("1 = 0") : Statement("\(column) IN ") + .list(codes)
        case .before(let bound): return compare(column, field, "<", bound)
        case .after(let bound): return compare(column, field, ">", bound)
        case .atLeast(.day(let day)): return compare(column, field, ">=", day)
        case .atMost(.day(let day)): return compare(column, field, "<=", day)
        case .atLeast(let constant): return Statement("\(column) >= ?", [constant.sqlValue])
        case .atMost(let constant): return Statement("\(column) <= ?", [constant.sqlValue])
        }
    }

    private func compare(_ column: String, _ field: FieldDefinition, _ sign: String, _ bound: DayBound) -> Statement {
        switch bound {
        case .day(let day): return compare(column, field, sign, day)
        case .field(let name):
            guard let other = dayField(name) else { return Statement("1 = 0") }
            return Statement("\(day(column, field)) \(sign) \(day(other.column, other.field))")
        }
    }

    private func compare(_ column: String, _ field: FieldDefinition, _ sign: String, _ day: Day) -> Statement {
        guard field.type == .moment else { return Statement("\(column) \(sign) ?", [.text(day.iso)]) }
        // After a day is from the next midnight on, before it until its own.
        let next = sign == ">" || sign == "<="
        let edge = Instant(day: next ? day.adding(days: 1) : day).milliseconds
        return Statement("\(column) \(sign == ">" || sign == ">=" ? ">=" : "<") ?", [.integer(edge)])
    }

    /// A date or the day of a moment as an expression that compares with both.
    private func day(_ column: String, _ field: FieldDefinition) -> String {
        field.type == .moment ? dialect.day(ofMilliseconds: column) : column
    }

    /// What places a record in a period: the event's day within it, or the stock as of its last day.
    public func compile(_ placement: Placement, from: Day, through: Day) -> Statement {
        switch placement {
        case .event(.field(let name)):
            guard let (column, field) = placingField(name) else { return Statement("1 = 0") }
            if field.type == .moment {
                let start = Instant(day: from).milliseconds
                let end = Instant(day: through.adding(days: 1)).milliseconds
                return Statement("\(column) >= ? AND \(column) < ?", [.integer(start), .integer(end)])
            }
            return Statement("\(column) BETWEEN ? AND ?", [.text(from.iso), .text(through.iso)])
        case .act: return Statement("a.on_day BETWEEN ? AND ?", [.text(from.iso), .text(through.iso)])
        case .event(.entered(let states)):
            // Most records never stood there: the row itself says so, and their moves need not be looked up.
            return Statement("(") + passed(states) + Statement(" AND (") + firstEntry(states)
                + Statement(") BETWEEN ? AND ?)", [.text(from.iso), .text(through.iso)])
        case .stock(let start, let end):
            guard let first = placingField(start) else { return Statement("1 = 0") }
            var part = compare(first.column, first.field, "<=", through)
            if let last = end.flatMap(placingField) {
                part +=
                    Statement(" AND (\(last.column) IS NULL OR ") + compare(last.column, last.field, ">", through)
                    + Statement(")")
            }
            return part
        }
    }

    private func firstEntry(_ states: [String]) -> Statement {
        Statement("SELECT min(m.on_day) FROM move_stamp m WHERE m.district = r.district AND m.record = r.id AND m.to_state IN ")
            + .list(states)
    }

    /// The day of a date field, or of a moment.
    public func day(of field: String) -> String { dayField(field).map { day($0.column, $0.field) } ?? "NULL" }

    /// A date or moment field of the record, or as `rows.field` of the row at hand, with its column as far as it is seen.
    func dayField(_ name: String) -> (column: String, field: FieldDefinition)? {
        let path = FieldPath(name)
        guard let child = path.child else { return layout.register.field(name).map { (column($0), $0) } }
        guard let row, row.name == path.field else { return nil }
        return row.fields.first { $0.name == child }.map { (column($0, ofRow: "x"), $0) }
    }

    /// The same for what places a record: a day in the period is seen anyway, and its bare column may come by an index.
    private func placingField(_ name: String) -> (column: String, field: FieldDefinition)? {
        let path = FieldPath(name)
        guard let child = path.child else {
            return layout.register.field(name).map { ($0.computed == nil ? "r.\($0.column)" : column($0), $0) }
        }
        guard let row, row.name == path.field else { return nil }
        return row.fields.first { $0.name == child }.map { ("x.\($0.column)", $0) }
    }

    /// The day expression of a placement, for months and for the column shown beside a row.
    public func day(of placement: Placement) -> Statement {
        switch placement {
        case .event(.entered(let states)): Statement("(") + firstEntry(states) + Statement(")")
        case .act: Statement("a.on_day")
        case .event(.field(let name)), .stock(let name, _):
            Statement(placingField(name).map { day($0.column, $0.field) } ?? "NULL")
        }
    }
}

extension FieldTest {
    fileprivate var holdsUnset: Bool { if case .oneOf(_, orUnset: true) = self { true } else { false } }
    fileprivate var withoutUnset: FieldTest {
        if case .oneOf(let constants, _) = self { .oneOf(constants, orUnset: false) } else { self }
    }
}

extension Constant {
    var sqlValue: SQLValue {
        switch self {
        case .text(let text): .text(text)
        case .integer(let number): .integer(number)
        case .bool(let bool): SQLValue(bool)
        case .day(let day): .text(day.iso)
        case .parameter(_, let amount): .integer(amount)
        }
    }
}
