import LegalTime

/// The tables of draws.
public enum DrawTables {
    static let layouts: [TableLayout] = [DrawTable.layout]
}

/// Random draws: what was frozen, what was drawn, what was called off. A row is never taken away, and goes from frozen to drawn once.
public enum DrawTable {
    public enum State: String, Sendable {
        case frozen
        case drawn
        case void
    }

    public struct Entry: Sendable, Hashable {
        public var id: String
        public var register: String
        public var record: String
        /// The draw's name in the definition.
        public var name: String
        public var number: String
        public var state: State
        /// The published file: list, rule and, once it is drawn, seed and outcome.
        public var file: String
        public var fingerprint: String
        public var frozenAt: Instant
        public var frozenBy: String
        /// The day from which a seed of another's making is known; nil where the system makes it.
        public var seedDay: Day?
        /// The seed that the system made when the list was frozen, sealed.
        public var secret: [UInt8]?
        /// Which record, row or unit stands behind each id of the lists, as JSON.
        public var sources: String
        public var drawnAt: Instant?
        public var drawnBy: String?
        /// The rows that were written into the record, as JSON: row id to its values.
        public var rows: String?
        public var voidAt: Instant?
        public var voidBy: String?
        /// Why it was called off, sealed.
        public var reason: [UInt8]?

        public init(
            id: String, register: String, record: String, name: String, number: String, file: String, fingerprint: String,
            frozenAt: Instant, frozenBy: String, seedDay: Day?, secret: [UInt8]?, sources: String
        ) {
            self.id = id
            self.register = register
            self.record = record
            self.name = name
            self.number = number
            self.state = .frozen
            self.file = file
            self.fingerprint = fingerprint
            self.frozenAt = frozenAt
            self.frozenBy = frozenBy
            self.seedDay = seedDay
            self.secret = secret
            self.sources = sources
        }
    }

    static let layout = TableLayout(
        "draw", key: ["district", "id"],
        columns: [
            ColumnLayout("district", .text, required: true), ColumnLayout("id", .text, required: true),
            ColumnLayout("register", .text, required: true), ColumnLayout("record", .text, required: true),
            ColumnLayout("name", .text, required: true), ColumnLayout("number", .text, required: true),
            ColumnLayout("state", .text, required: true), ColumnLayout("file", .text, required: true),
            ColumnLayout("fingerprint", .text, required: true), ColumnLayout("frozen_at", .integer, required: true),
            ColumnLayout("frozen_by", .text, required: true), ColumnLayout("seed_day", .text), ColumnLayout("secret", .blob),
            ColumnLayout("sources", .text, required: true), ColumnLayout("drawn_at", .integer), ColumnLayout("drawn_by", .text),
            ColumnLayout("drawn_rows", .text), ColumnLayout("void_at", .integer), ColumnLayout("void_by", .text),
            ColumnLayout("void_reason", .blob),
        ],
        indexes: [
            IndexLayout("draw_record", ["district", "record", "id"]),
            IndexLayout("draw_name", ["district", "register", "name", "id"]),
        ])

    private static let columns = """
        id, register, record, name, number, state, file, fingerprint, frozen_at, frozen_by, seed_day, secret, sources, drawn_at, \
        drawn_by, drawn_rows, void_at, void_by, void_reason
        """

    public static func insert(_ entry: Entry, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                """
                INSERT INTO draw (district, id, register, record, name, number, state, file, fingerprint, frozen_at, frozen_by,
                seed_day, secret, sources) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .text(district), .text(entry.id), .text(entry.register), .text(entry.record), .text(entry.name),
                    .text(entry.number), .text(entry.state.rawValue), .text(entry.file), .text(entry.fingerprint),
                    .integer(entry.frozenAt.milliseconds), .text(entry.frozenBy), SQLValue(entry.seedDay?.iso),
                    entry.secret.map { .blob($0) } ?? .null, .text(entry.sources),
                ]))
    }

    /// Writes the outcome of a draw that is still frozen; false where it is not, so that nobody draws twice.
    public static func draw(_ entry: Entry, district: String, in session: any Session) throws -> Bool {
        try session.execute(
            Statement(
                """
                UPDATE draw SET state = 'drawn', file = ?, drawn_at = ?, drawn_by = ?, drawn_rows = ?
                WHERE district = ? AND id = ? AND state = 'frozen'
                """,
                [
                    .text(entry.file), SQLValue(entry.drawnAt?.milliseconds), SQLValue(entry.drawnBy), SQLValue(entry.rows),
                    .text(district), .text(entry.id),
                ])) == 1
    }

    /// Calls a draw off that is frozen or drawn; false where it is called off already.
    public static func void(_ entry: Entry, district: String, in session: any Session) throws -> Bool {
        try session.execute(
            Statement(
                """
                UPDATE draw SET state = 'void', void_at = ?, void_by = ?, void_reason = ?
                WHERE district = ? AND id = ? AND state <> 'void'
                """,
                [
                    SQLValue(entry.voidAt?.milliseconds), SQLValue(entry.voidBy), entry.reason.map { .blob($0) } ?? .null,
                    .text(district), .text(entry.id),
                ])) == 1
    }

    public static func entry(_ id: String, district: String, in session: any Session) throws -> Entry? {
        try entries(Statement("id = ?", [.text(id)]), district: district, in: session).first
    }

    /// The draws of a record, the earliest first.
    public static func entries(of record: String, district: String, in session: any Session) throws -> [Entry] {
        try entries(Statement("record = ?", [.text(record)]), district: district, in: session)
    }

    /// All draws of one kind, the earliest first.
    public static func entries(of register: String, name: String, district: String, in session: any Session) throws -> [Entry] {
        try entries(Statement("register = ? AND name = ?", [.text(register), .text(name)]), district: district, in: session)
    }

    /// The draws whose records some units own, the latest first.
    ///
    /// - Parameters:
    ///   - table: The record table of the register.
    ///   - owners: A condition on the alias `r` of that table.
    public static func entries(
        of register: String, table: String, owners: Statement, limit: Int, district: String, in session: any Session
    ) throws -> [Entry] {
        let selected = columns.split(separator: ",").map { "d." + $0.drop { $0 == " " } }.joined(separator: ", ")
        let statement =
            Statement(
                "SELECT \(selected) FROM draw d JOIN \(table) r ON r.district = d.district AND r.id = d.record "
                    + "WHERE d.district = ? AND d.register = ? AND ",
                [.text(district), .text(register)])
            + owners + Statement(" ORDER BY d.id DESC LIMIT ?", [.integer(Int64(limit))])
        return try session.all(statement, read)
    }

    private static func entries(_ condition: Statement, district: String, in session: any Session) throws -> [Entry] {
        try session.all(
            Statement("SELECT \(columns) FROM draw WHERE district = ? AND ", [.text(district)]) + condition
                + Statement(" ORDER BY id"), read)
    }

    private static func read(_ row: any ResultRow) throws -> Entry {
        guard let state = row.text(5).flatMap(State.init(rawValue:)) else {
            throw StoreError.unreadableRow(table: "draw", column: "state")
        }
        var entry = Entry(
            id: row.text(0) ?? "", register: row.text(1) ?? "", record: row.text(2) ?? "", name: row.text(3) ?? "",
            number: row.text(4) ?? "", file: row.text(6) ?? "", fingerprint: row.text(7) ?? "",
            frozenAt: Instant(milliseconds: row.integer(8) ?? 0), frozenBy: row.text(9) ?? "",
            seedDay: row.text(10).flatMap(Day.init(iso:)), secret: row.blob(11), sources: row.text(12) ?? "{}")
        entry.state = state
        entry.drawnAt = row.integer(13).map { Instant(milliseconds: $0) }
        entry.drawnBy = row.text(14)
        entry.rows = row.text(15)
        entry.voidAt = row.integer(16).map { Instant(milliseconds: $0) }
        entry.voidBy = row.text(17)
        entry.reason = row.blob(18)
        return entry
    }
}
