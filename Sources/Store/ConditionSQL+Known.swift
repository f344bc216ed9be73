import Definitions
import LegalTime

// The records as they stood at the end of a day: what came about later is not seen.
extension ConditionSQL {
    /// The same without an end: the records as they stand.
    public var seeingAll: ConditionSQL {
        guard knownThrough != nil else { return self }
        var copy = ConditionSQL(layout: layout, dialect: dialect, asOf: asOf, now: now)
        copy.row = row
        return copy
    }

    /// The last day that is seen, as it stands in SQL.
    private var edge: String? { knownThrough.map { "'\($0.iso)'" } }

    // MARK: Fields

    /// The column of a field of the record, as it read on the last day that is seen.
    ///
    /// The day of something that cannot lie in the future is empty until it has come; a field reckoned from rows is reckoned from the rows of
    /// then; a field that makes up the versions of a dated list is that of the version of then. Every other field has no day of its own and
    /// reads as it stands.
    public func column(_ field: FieldDefinition) -> String {
        let plain = "r.\(field.column)"
        guard let edge else { return plain }
        if let computed = field.computed, let then = reckoned(computed) { return then }
        if layout.register.dated?.fields.contains(field.name) == true, field.personal == nil, !field.type.isMany {
            return version(of: field, plain, edge)
        }
        return seen(plain, field)
    }

    /// The same of a field of a row.
    func column(_ child: FieldDefinition, ofRow alias: String) -> String { seen("\(alias).\(child.column)", child) }

    private func seen(_ column: String, _ field: FieldDefinition) -> String {
        guard field.isNotInFuture, knownThrough != nil else { return column }
        return "(CASE WHEN \(isSeen(column, field)) THEN \(column) END)"
    }

    private func isSeen(_ column: String, _ field: FieldDefinition) -> String {
        guard let knownThrough else { return "1 = 1" }
        return field.type == .moment
            ? "\(column) < \(Instant(day: knownThrough.adding(days: 1)).milliseconds)" : "\(column) <= '\(knownThrough.iso)'"
    }

    /// What keeps rows that came about later out of a join or a search for rows; nothing where the rows have no day of their own.
    func notLater(_ rows: FieldDefinition, _ alias: String) -> String {
        guard knownThrough != nil, let name = rows.rowDay, let day = rows.fields.first(where: { $0.name == name }) else {
            return ""
        }
        let column = "\(alias).\(day.column)"
        return " AND (\(column) IS NULL OR \(isSeen(column, day)))"
    }

    /// The version in force on that day is looked up for the few items that have changed since. A correction has the ordinal of the version
    /// that it mends and stands after it.
    private func version(of field: FieldDefinition, _ plain: String, _ edge: String) -> String {
        let own = "FROM item_version v WHERE v.district = r.district AND v.record = r.id AND v.from_day"
        let isText = [.text, .longText, .date, .code, .unit, .reference, .phone, .idNumber].contains(field.type)
        let then = dialect.line(
            beginning: "\(field.name)\t\(isText ? "t" : "i")",
            of: "SELECT v.body \(own) <= \(edge) AND NOT EXISTS (SELECT 1 FROM item_version w WHERE w.district = v.district "
                + "AND w.record = v.record AND w.ordinal = v.ordinal AND w.sequence > v.sequence) ORDER BY v.ordinal DESC LIMIT 1"
        )
        let value = isText ? then : "CAST(\(then) AS INTEGER)"
        return "(CASE WHEN EXISTS (SELECT 1 \(own) > \(edge)) THEN \(value) ELSE \(plain) END)"
    }

    // MARK: Computed fields

    /// A computed field reckoned anew from the rows that are seen; nil for what follows from one checklist.
    private func reckoned(_ computation: Computation) -> String? {
        switch computation {
        case .score, .grade, .failed: return nil
        case .latest(let path, let by):
            guard let (rows, child) = child(path), let day = rows.fields.first(where: { $0.name == by }) else { return nil }
            let value = column(child, ofRow: "x")
            return "(SELECT \(value) \(rowsSeen(rows)) AND \(value) IS NOT NULL AND \(isSeen("x.\(day.column)", day)) "
                + "ORDER BY x.\(day.column) DESC, x.ordinal DESC LIMIT 1)"
        case .count(let name, let condition):
            guard let rows = layout.register.field(name) else { return nil }
            var compiler = self
            compiler.row = rows
            return "(SELECT count(*) \(rowsSeen(rows)) AND \(compiler.compile(condition).inlined))"
        case .sum(let path):
            guard let (rows, child) = child(path) else { return nil }
            return "(SELECT sum(x.\(child.column)) \(rowsSeen(rows)))"
        }
    }

    private func rowsSeen(_ rows: FieldDefinition) -> String {
        "FROM \(layout.childTable(rows)) x WHERE x.district = r.district AND x.parent = r.id\(notLater(rows, "x"))"
    }

    private func child(_ path: FieldPath) -> (rows: FieldDefinition, child: FieldDefinition)? {
        guard let rows = layout.register.field(path.field), let child = rows.fields.first(where: { $0.name == path.child }) else {
            return nil
        }
        return (rows, child)
    }

    // MARK: States and clocks

    /// The state that a record stood in: of those that have moved since, the one that the last move before led to.
    var state: String {
        guard let edge else { return "r.state" }
        let moves = "FROM move_stamp m WHERE m.district = r.district AND m.record = r.id AND m.on_day"
        let start = layout.register.startState?.name ?? ""
        return "(CASE WHEN EXISTS (SELECT 1 \(moves) > \(edge)) THEN "
            + "COALESCE((SELECT m.to_state \(moves) <= \(edge) ORDER BY m.on_day DESC, m.sequence DESC LIMIT 1), '\(start)') "
            + "ELSE r.state END)"
    }

    /// Whether it has entered one of the states, on that day at the latest.
    func ever(_ states: [String]) -> Statement {
        guard let edge, !states.isEmpty else { return passed(states) }
        return Statement("(") + passed(states)
            + Statement(
                " AND EXISTS (SELECT 1 FROM move_stamp m WHERE m.district = r.district AND m.record = r.id AND m.to_state IN ")
            + .list(states) + Statement(" AND m.on_day <= \(edge)))")
    }

    /// Whether it has entered one of the states at any time; the row itself says so.
    func passed(_ states: [String]) -> Statement {
        guard !states.isEmpty else { return Statement("1 = 0") }
        let tests = states.map { Statement(dialect.contains("r.passed", "?"), [.text(",\($0),")]) }
        return Statement("(") + tests.joined(" OR ") + Statement(")")
    }

    /// The day and the moment on which a run `d` stopped, and whether it is running: one that stopped later was running then.
    var seenStop: (on: String, at: String, running: String) {
        guard let edge else { return ("d.stopped_on", "d.stopped_at", "d.phase = 'running'") }
        return (
            "(CASE WHEN d.stopped_on <= \(edge) THEN d.stopped_on END)",
            "(CASE WHEN d.stopped_on <= \(edge) THEN d.stopped_at END)",
            "(d.phase = 'running' OR (d.phase = 'stopped' AND d.stopped_on > \(edge)))"
        )
    }
}

extension Statement {
    /// The text with its arguments written into it, where an expression has to be one text. The arguments are constants of the catalogue.
    var inlined: String {
        let parts = sql.split(separator: "?", omittingEmptySubsequences: false)
        let values: [String] = arguments.map(\.inlined) + [""]
        return zip(parts, values).map { part, value in String(part) + value }.joined(separator: "")
    }
}

extension SQLValue {
    fileprivate var inlined: String {
        switch self {
        case .null, .blob: "NULL"
        case .integer(let number): String(number)
        case .text(let text): "'\(text.replacing("'", with: "''"))'"
        }
    }
}
