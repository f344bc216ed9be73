import Access
import LegalTime

/// What people and units are told. No personal value stands in it: number, register, state and due day only.
public enum NoticeTable {
    public struct Entry: Sendable, Hashable {
        public var id: String
        /// The person, or else the unit, that is told.
        public var account: String?
        public var unit: String?
        public var kind: String
        public var register: String?
        public var record: String?
        public var number: String?
        public var state: String?
        public var deadline: String?
        public var dueOn: Day?
        /// What may be told once only.
        public var mark: String?
        /// Whose act it tells of: he is not told himself.
        public var by: String
        public var at: Instant
        public init(
            id: String, account: String?, unit: String?, kind: String, register: String?, record: String?, number: String?,
            state: String?, deadline: String?, dueOn: Day?, mark: String?, by: String, at: Instant
        ) {
            self.id = id
            self.account = account
            self.unit = unit
            self.kind = kind
            self.register = register
            self.record = record
            self.number = number
            self.state = state
            self.deadline = deadline
            self.dueOn = dueOn
            self.mark = mark
            self.by = by
            self.at = at
        }
    }

    /// Whom a person is told as: himself and the units where he serves.
    public struct Reader: Sendable {
        public var account: String
        public var units: Set<String>
        public init(account: String, units: Set<String>) {
            self.account = account
            self.units = units
        }
    }

    private static let columns =
        "n.id, n.account, n.unit, n.kind, n.register, n.record, n.number, n.state, n.deadline, n.due_on, n.mark, n.by, n.at"

    /// False where its mark has been told already.
    public static func insert(_ entry: Entry, district: String, in session: any Session) throws -> Bool {
        try session.execute(
            Statement(
                """
                INSERT INTO notice (district, id, account, unit, kind, register, record, number, state, deadline, due_on, mark, by, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
                [
                    .text(district), .text(entry.id), SQLValue(entry.account), SQLValue(entry.unit), .text(entry.kind),
                    SQLValue(entry.register), SQLValue(entry.record), SQLValue(entry.number), SQLValue(entry.state),
                    SQLValue(entry.deadline), SQLValue(entry.dueOn?.iso), SQLValue(entry.mark), .text(entry.by),
                    .integer(entry.at.milliseconds),
                ])) > 0
    }

    /// Notices for somebody with whether he has read them, unread ones first, then the newest; kinds that he silenced are left out.
    public static func entries(for reader: Reader, limit: Int, district: String, in session: any Session) throws -> [(
        entry: Entry, isRead: Bool
    )] {
        try session.all(
            Statement("SELECT \(columns), r.at FROM notice n") + join(reader) + restriction(reader, district)
                + Statement(" ORDER BY r.at IS NOT NULL, n.id DESC LIMIT ?", [.integer(Int64(limit))])
        ) { (entry($0), $0.integer(13) != nil) }
    }

    /// The unread ones among them, by register and unit: what the menu counts.
    public static func unread(for reader: Reader, district: String, in session: any Session) throws -> [(
        register: String?, unit: String?, count: Int
    )] {
        try session.all(
            Statement("SELECT n.register, n.unit, count(*) FROM notice n") + join(reader) + restriction(reader, district)
                + Statement(" AND r.at IS NULL GROUP BY n.register, n.unit")
        ) { ($0.text(0), $0.text(1), Int($0.integer(2) ?? 0)) }
    }

    /// Marks of a kind of telling that have been told.
    public static func marks(beginning prefix: String, district: String, in session: any Session) throws -> Set<String> {
        Set(
            try session.all(
                Statement(
                    "SELECT mark FROM notice WHERE district = ? AND mark >= ? AND mark < ?",
                    [.text(district), .text(prefix), .text(prefix + "\u{7F}")])
            ) { $0.text(0) ?? "" })
    }

    /// - Parameter ids: nil: all that are for this person.
    public static func markRead(_ ids: [String]?, by reader: Reader, at: Instant, district: String, in session: any Session)
        throws
    {
        var statement =
            Statement(
                "INSERT INTO notice_read (district, account, notice, at) SELECT n.district, ?, n.id, ? FROM notice n",
                [.text(reader.account), .integer(at.milliseconds)]) + restriction(reader, district)
        if let ids { statement += Statement(" AND n.id IN ") + .list(ids) }
        try session.execute(statement + Statement(" ON CONFLICT DO NOTHING"))
    }

    // MARK: Silenced kinds

    public static func silenced(by account: String, district: String, in session: any Session) throws -> Set<String> {
        Set(
            try session.all(
                Statement(
                    "SELECT kind FROM notice_silence WHERE district = ? AND account = ?", [.text(district), .text(account)])
            ) { $0.text(0) ?? "" })
    }

    public static func silence(_ kinds: Set<String>, by account: String, district: String, in session: any Session) throws {
        try session.execute(
            Statement("DELETE FROM notice_silence WHERE district = ? AND account = ?", [.text(district), .text(account)]))
        for kind in kinds.sorted() {
            try session.execute(
                Statement(
                    "INSERT INTO notice_silence (district, account, kind) VALUES (?, ?, ?)",
                    [.text(district), .text(account), .text(kind)]))
        }
    }

    private static func join(_ reader: Reader) -> Statement {
        Statement(
            " LEFT JOIN notice_read r ON r.district = n.district AND r.notice = n.id AND r.account = ?", [.text(reader.account)])
    }

    private static func restriction(_ reader: Reader, _ district: String) -> Statement {
        var ways = Statement("n.account = ?", [.text(reader.account)])
        if !reader.units.isEmpty { ways += Statement(" OR n.unit IN ") + .list(reader.units.sorted()) }
        return Statement(" WHERE n.district = ? AND (", [.text(district)]) + ways
            + Statement(
                """
                ) AND n.by <> ? AND NOT EXISTS (SELECT 1 FROM notice_silence s WHERE s.district = n.district AND s.account = ? \
                AND s.kind = n.kind)
                """, [.text(reader.account), .text(reader.account)])
    }

    private static func entry(_ row: any ResultRow) -> Entry {
        Entry(
            id: row.text(0) ?? "", account: row.text(1), unit: row.text(2), kind: row.text(3) ?? "", register: row.text(4),
            record: row.text(5), number: row.text(6), state: row.text(7), deadline: row.text(8),
            dueOn: row.text(9).flatMap(Day.init(iso:)), mark: row.text(10), by: row.text(11) ?? "",
            at: Instant(milliseconds: row.integer(12) ?? 0))
    }
}

extension RunTable {
    /// Running runs that are due from one day through another, the earliest first: what people may be told of.
    public static func running(dueFrom first: Day, through last: Day, limit: Int, district: String, in session: any Session)
        throws
        -> [Entry]
    {
        try session.all(
            Statement(
                """
                SELECT register, record, owner, \(columns) FROM deadline_run WHERE district = ? AND phase = 'running'
                AND due_on BETWEEN ? AND ? ORDER BY due_on, record LIMIT ?
                """, [.text(district), .text(first.iso), .text(last.iso), .integer(Int64(limit))])
        ) { row in
            Entry(register: row.text(0) ?? "", record: row.text(1) ?? "", owner: row.text(2) ?? "", run: try run(row, 3))
        }
    }
}
