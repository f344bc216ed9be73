import Access
import Deadlines
import LegalTime

/// The stored runs of deadlines, so that "overdue" is one indexed query.
public enum RunTable {
    static let columns = """
        deadline, row, occurrence, clock, law, article, version_from, starts_on, due_on, due_at, is_provisional, stopped_on, stopped_at, phase, soon_days,
        sense
        """

    /// Replaces the runs of one record.
    ///
    /// - Parameter old: the runs that are there for the same owner, where they are known: what stays is not written again.
    public static func replace(
        _ runs: [DeadlineRun], over old: [DeadlineRun]? = nil, of record: String, register: String, owner: String,
        district: String, in session: any Session
    )
        throws
    {
        let key: [SQLValue] = [.text(district), .text(record)]
        if let old {
            for run in old where !runs.contains(run) {
                try session.execute(
                    Statement(
                        "DELETE FROM deadline_run WHERE district = ? AND record = ? AND deadline = ? AND row = ? AND occurrence = ?",
                        key + [.text(run.deadline), .text(run.row), .integer(Int64(run.occurrence))]))
            }
        } else {
            try session.execute(Statement("DELETE FROM deadline_run WHERE district = ? AND record = ?", key))
        }
        for run in runs where old?.contains(run) != true {
            try session.execute(
                Statement(
                    "INSERT INTO deadline_run (district, record, register, owner, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    [.text(district), .text(record), .text(register), .text(owner)] + arguments(run)))
        }
    }

    private static func arguments(_ run: DeadlineRun) -> [SQLValue] {
        [
            .text(run.deadline), .text(run.row), .integer(Int64(run.occurrence)), .text(run.clock), .text(run.law),
            .text(run.article),
            .text(run.versionFrom.iso), .text(run.startsOn.iso), SQLValue(run.dueOn?.iso), SQLValue(run.dueAt?.milliseconds),
            SQLValue(run.isProvisional),
            SQLValue(run.stoppedOn?.iso), SQLValue(run.stoppedAt?.milliseconds), .text(run.phase.rawValue),
            .integer(Int64(run.soonDays)),
            .text(run.sense.rawValue),
        ]
    }

    public static func runs(of record: String, district: String, in session: any Session) throws -> [DeadlineRun] {
        try session.all(
            Statement(
                "SELECT \(columns) FROM deadline_run WHERE district = ? AND record = ? ORDER BY starts_on, deadline, occurrence",
                [.text(district), .text(record)])
        ) { try run($0, 0) }
    }

    static func run(_ row: any ResultRow, _ first: Int) throws -> DeadlineRun {
        func day(_ column: Int) -> Day? { row.text(first + column).flatMap(Day.init(iso:)) }
        guard let versionFrom = day(6), let startsOn = day(7), let phase = DeadlineRun.Phase(rawValue: row.text(first + 13) ?? "")
        else {
            throw StoreError.unreadableRow(table: "deadline_run", column: "phase")
        }
        return DeadlineRun(
            deadline: row.text(first) ?? "", row: row.text(first + 1) ?? "", occurrence: Int(row.integer(first + 2) ?? 0),
            clock: row.text(first + 3) ?? "", law: row.text(first + 4) ?? "", article: row.text(first + 5) ?? "",
            versionFrom: versionFrom,
            startsOn: startsOn, dueOn: day(8), dueAt: row.integer(first + 9).map(Instant.init(milliseconds:)),
            isProvisional: row.integer(first + 10) == 1, stoppedOn: day(11),
            stoppedAt: row.integer(first + 12).map(Instant.init(milliseconds:)),
            phase: phase, soonDays: Int(row.integer(first + 14) ?? 0),
            sense: row.text(first + 15).flatMap(Sense.init(rawValue:)) ?? .atMost)
    }

    /// A run with the record it belongs to.
    public struct Entry: Sendable, Hashable {
        public var register: String
        public var record: String
        public var owner: String
        public var run: DeadlineRun
    }

    /// Open runs (running or paused) due up to a day, of the units each register may show; earliest first.
    ///
    /// - Parameter scopes: the units visible per register; a register not named is not searched.
    public static func open(
        district: String, scopes: [(register: String, units: UnitSet)], dueThrough: Day?, limit: Int, in session: any Session
    ) throws
        -> [Entry]
    {
        guard let statement = openStatement(district: district, scopes: scopes, dueThrough: dueThrough, limit: limit) else {
            return []
        }
        return try session.all(statement) { row in
            Entry(register: row.text(0) ?? "", record: row.text(1) ?? "", owner: row.text(2) ?? "", run: try run(row, 3))
        }
    }

    static func openStatement(district: String, scopes: [(register: String, units: UnitSet)], dueThrough: Day?, limit: Int)
        -> Statement?
    {
        restriction(district: district, scopes: scopes, dueThrough: dueThrough).map {
            Statement("SELECT register, record, owner, \(columns) FROM deadline_run") + $0
                + Statement(" ORDER BY due_on IS NULL, due_on, record LIMIT ?", [.integer(Int64(limit))])
        }
    }

    private static func restriction(district: String, scopes: [(register: String, units: UnitSet)], dueThrough: Day?)
        -> Statement?
    {
        let visible = scopes.filter { !$0.units.isEmpty }
        guard !visible.isEmpty else { return nil }
        var statement = Statement(" WHERE district = ? AND phase IN ('running', 'paused')", [.text(district)])
        if let dueThrough { statement += Statement(" AND due_on <= ?", [.text(dueThrough.iso)]) }
        let everywhere = visible.filter { $0.units == .all }.map(\.register)
        var ways = everywhere.isEmpty ? [] : [Statement("register IN ") + .list(everywhere)]
        for (register, units) in visible where units != .all {
            ways.append(
                Statement("(register = ? AND ", [.text(register)]) + RecordQuery.scope(units, column: "owner") + Statement(")"))
        }
        return statement + Statement(" AND (") + ways.joined(" OR ") + Statement(")")
    }

    /// How many open runs each register has, and how many of them are overdue on a day.
    public static func counts(
        district: String, scopes: [(register: String, units: UnitSet)], on day: Day, now: Instant, in session: any Session
    )
        throws -> [String: (open: Int, overdue: Int)]
    {
        guard let restriction = restriction(district: district, scopes: scopes, dueThrough: nil) else { return [:] }
        var counts: [String: (open: Int, overdue: Int)] = [:]
        let head = Statement(
            """
            SELECT register, count(DISTINCT record), count(DISTINCT CASE WHEN phase = 'running' AND sense <> 'at_least'
            AND CASE WHEN due_at IS NULL THEN due_on < ? ELSE due_at / 60000 < ? END THEN record END) FROM deadline_run
            """, [.text(day.iso), .integer(now.milliseconds / 60_000)])
        try session.query(head + restriction + Statement(" GROUP BY register")) { row in
            counts[row.text(0) ?? ""] = (Int(row.integer(1) ?? 0), Int(row.integer(2) ?? 0))
        }
        return counts
    }

    /// Running runs of some deadlines that were due before a day: the silences that have a consequence.
    public static func expired(district: String, register: String, deadline: String, before day: Day, in session: any Session)
        throws -> [(String, Day)]
    {
        try session.all(
            Statement(
                """
                SELECT record, due_on FROM deadline_run WHERE district = ? AND register = ? AND deadline = ? AND phase = 'running' AND due_on < ?
                AND sense <> 'at_least'
                ORDER BY due_on, record
                """, [.text(district), .text(register), .text(deadline), .text(day.iso)])
        ) { ($0.text(0) ?? "", $0.text(1).flatMap(Day.init(iso:)) ?? day) }
    }

    /// Records of a district that have a run which has not stopped, with their registers: what a new calendar may move.
    public static func recordsWithOpenRuns(district: String, in session: any Session) throws -> [(
        register: String, record: String
    )] {
        try session.all(
            Statement(
                "SELECT DISTINCT register, record FROM deadline_run WHERE district = ? AND phase IN ('running', 'paused') ORDER BY register, record",
                [.text(district)])
        ) { ($0.text(0) ?? "", $0.text(1) ?? "") }
    }
}

extension RunTable {
    /// The runs of several records, for a list.
    public static func runs(ofRecords ids: [String], district: String, in session: any Session) throws -> [Entry] {
        let statement =
            Statement(
                "SELECT register, record, owner, \(columns) FROM deadline_run WHERE district = ? AND record IN ",
                [.text(district)]) + .list(ids)
        return try session.all(statement) { row in
            Entry(register: row.text(0) ?? "", record: row.text(1) ?? "", owner: row.text(2) ?? "", run: try run(row, 3))
        }
    }
}
