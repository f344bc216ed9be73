import Definitions
import LegalTime

/// Turns a condition of the catalogue into SQL over the record table's alias `r`.
public struct ConditionSQL: Sendable {
    let layout: RegisterLayout
    let dialect: any Dialect
    /// The day on which statuses of deadlines are judged.
    let asOf: Day

    public init(layout: RegisterLayout, dialect: any Dialect, asOf: Day) {
        self.layout = layout
        self.dialect = dialect
        self.asOf = asOf
    }

    public func compile(_ condition: Condition) -> Statement {
        switch condition {
        case .always: return Statement("1 = 1")
        case .all(let parts): return group(parts, " AND ", empty: "1 = 1")
        case .any(let parts): return group(parts, " OR ", empty: "1 = 0")
        case .not(let part): return Statement("NOT COALESCE(") + compile(part) + Statement(", 1 = 0)")
        case .state(let states): return Statement("r.state IN ") + .list(states)
        case .ever(let states):
            return Statement("(r.state IN ") + .list(states)
                + Statement(" OR EXISTS (SELECT 1 FROM move_stamp m WHERE m.district = r.district AND m.record = r.id AND m.to_state IN ")
                + .list(states) + Statement("))")
        case .deadline(let name, let statuses): return deadline(name, statuses)
        case .field(let path, let test): return field(path, test)
        }
    }

    private func group(_ parts: [Condition], _ separator: String, empty: String) -> Statement {
        guard !parts.isEmpty else { return Statement(empty) }
        return Statement("(") + parts.map(compile).joined(separator) + Statement(")")
    }

    private func deadline(_ name: String, _ statuses: [ClockStatus]) -> Statement {
        let tests = statuses.map(status)
        return Statement(
            "EXISTS (SELECT 1 FROM deadline_run d WHERE d.district = r.district AND d.record = r.id AND d.deadline = ? AND (", [.text(name)])
            + tests.joined(" OR ") + Statement("))")
    }

    /// One status of a run `d` as of the day: due on that very day is not overdue.
    func status(_ status: ClockStatus) -> Statement {
        let day = SQLValue.text(asOf.iso)
        return switch status {
        case .met: Statement("(d.stopped_on IS NOT NULL AND (d.due_on IS NULL OR d.stopped_on <= d.due_on))")
        case .late: Statement("(d.stopped_on IS NOT NULL AND d.stopped_on > d.due_on)")
        case .overdue: Statement("(d.phase = 'running' AND d.due_on < ?)", [day])
        case .dueSoon: Statement("(d.phase = 'running' AND d.due_on >= ? AND \(dialect.daysBetween("?", "d.due_on")) <= d.soon_days)", [day, day])
        case .open: Statement("(d.phase = 'running' AND d.due_on >= ? AND \(dialect.daysBetween("?", "d.due_on")) > d.soon_days)", [day, day])
        case .paused: Statement("(d.phase = 'paused')")
        case .idle: Statement("1 = 0")
        }
    }

    private func field(_ path: FieldPath, _ test: FieldTest) -> Statement {
        guard let field = layout.register.field(path.field) else { return Statement("1 = 0") }
        if let childName = path.child {
            guard let child = field.fields.first(where: { $0.name == childName }) else { return Statement("1 = 0") }
            return Statement("EXISTS (SELECT 1 FROM \(layout.childTable(field)) c WHERE c.district = r.district AND c.parent = r.id AND ")
                + self.test(test, column: "c.\(child.column)", field: child) + Statement(")")
        }
        if field.type == .rows || field.type.isMany { return many(field, test) }
        return self.test(test, column: "r.\(field.column)", field: field)
    }

    private func many(_ field: FieldDefinition, _ test: FieldTest) -> Statement {
        let exists = "EXISTS (SELECT 1 FROM \(layout.childTable(field)) c WHERE c.district = r.district AND c.parent = r.id"
        switch test {
        case .isSet: return Statement(exists + ")")
        case .isUnset: return Statement("NOT " + exists + ")")
        case .not(let inner): return Statement("NOT ") + many(field, inner)
        case .oneOf, .group:
            var part = Statement(exists + " AND ") + self.test(test.withoutUnset, column: "c.value", field: field) + Statement(")")
            if case .oneOf(_, orUnset: true) = test { part = Statement("(") + part + Statement(" OR NOT \(exists)))") }
            return part
        default: return Statement("1 = 0")
        }
    }

    private func test(_ test: FieldTest, column: String, field: FieldDefinition) -> Statement {
        switch test {
        case .isSet: return Statement("\(column) IS NOT NULL")
        case .isUnset: return Statement("\(column) IS NULL")
        case .not(let inner): return Statement("NOT COALESCE(") + self.test(inner, column: column, field: field) + Statement(", 1 = 0)")
        case .oneOf(let constants, let orUnset):
            var part =
                constants.isEmpty
                ? Statement("1 = 0")
                : Statement("\(column) IN (" + Array(repeating: "?", count: constants.count).joined(separator: ", ") + ")", constants.map(\.sqlValue))
            if orUnset { part = Statement("(") + part + Statement(" OR \(column) IS NULL)") }
            return part
        case .group(let groups):
            let list = layout.register.codes[field.codes ?? ""]
            let codes = groups.flatMap { list?.codes(inGroup: $0) ?? [] }
            return codes.isEmpty ? Statement("1 = 0") : Statement("\(column) IN ") + .list(codes)
        case .before(let bound): return compare(column, "<", bound)
        case .after(let bound): return compare(column, ">", bound)
        case .atLeast(let constant): return Statement("\(column) >= ?", [constant.sqlValue])
        case .atMost(let constant): return Statement("\(column) <= ?", [constant.sqlValue])
        }
    }

    private func compare(_ column: String, _ sign: String, _ bound: DayBound) -> Statement {
        switch bound {
        case .day(let day): Statement("\(column) \(sign) ?", [.text(day.iso)])
        case .field(let name): Statement("\(column) \(sign) r.\(layout.register.field(name)?.column ?? name)")
        }
    }

    /// What places a record in a period: the event's day within it, or the stock as of its last day.
    public func compile(_ placement: Placement, from: Day, through: Day) -> Statement {
        switch placement {
        case .event(.field(let name)):
            guard let field = layout.register.field(name) else { return Statement("1 = 0") }
            if field.type == .moment {
                let start = Instant(day: from).milliseconds
                let end = Instant(day: through.adding(days: 1)).milliseconds
                return Statement("r.\(field.column) >= ? AND r.\(field.column) < ?", [.integer(start), .integer(end)])
            }
            return Statement("r.\(field.column) BETWEEN ? AND ?", [.text(from.iso), .text(through.iso)])
        case .event(.entered(let states)):
            return Statement("(") + firstEntry(states) + Statement(") BETWEEN ? AND ?", [.text(from.iso), .text(through.iso)])
        case .stock(let start, let end):
            let startColumn = layout.register.field(start)?.column ?? start
            var part = Statement("r.\(startColumn) <= ?", [.text(through.iso)])
            if let end {
                let column = layout.register.field(end)?.column ?? end
                part += Statement(" AND (r.\(column) IS NULL OR r.\(column) > ?)", [.text(through.iso)])
            }
            return part
        }
    }

    private func firstEntry(_ states: [String]) -> Statement {
        Statement("SELECT min(m.on_day) FROM move_stamp m WHERE m.district = r.district AND m.record = r.id AND m.to_state IN ") + .list(states)
    }

    /// The day expression of a placement, for months and for the column shown beside a row.
    public func day(of placement: Placement) -> Statement {
        switch placement {
        case .event(.field(let name)): Statement("r.\(layout.register.field(name)?.column ?? name)")
        case .event(.entered(let states)): Statement("(") + firstEntry(states) + Statement(")")
        case .stock(let start, _): Statement("r.\(layout.register.field(start)?.column ?? start)")
        }
    }
}

extension FieldTest {
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
        }
    }
}
