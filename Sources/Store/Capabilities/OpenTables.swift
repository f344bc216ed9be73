import LegalTime

/// The tables of the open site: what was let out of which record, and the reports that were released.
public enum OpenTables {
    static let layouts: [TableLayout] = [PublicationTable.layout, ReleasedReportTable.layout]
}

/// How the publication of each record stands; what went before is in the log.
public enum PublicationTable {
    public struct Entry: Sendable, Hashable {
        public var register: String
        public var record: String
        /// proposed, returned, published or withdrawn.
        public var state: String
        /// Goes up with every act, so that nobody releases what he did not see.
        public var revision: Int64
        /// Who proposed or published it, and when.
        public var by: String
        public var at: Instant
        /// Who released or sent it back.
        public var checker: String?
        /// Since when it is public.
        public var day: Day?
        /// The last day on which it is.
        public var until: Day?
        /// The text with its marks, sealed: what is hidden stands in it.
        public var marked: [UInt8]?
        /// The released copy as text and as a file, among the attachments.
        public var textHash: String?
        public var documentHash: String?
        /// Of one that was withdrawn.
        public var reason: String?
        public var withdrawnOn: Day?

        public init(register: String, record: String, state: String, by: String, at: Instant) {
            self.register = register
            self.record = record
            self.state = state
            revision = 1
            self.by = by
            self.at = at
        }
    }

    static let layout = TableLayout(
        "publication", key: ["district", "register", "record"],
        columns: [
            ColumnLayout("district", .text, required: true), ColumnLayout("register", .text, required: true),
            ColumnLayout("record", .text, required: true), ColumnLayout("state", .text, required: true),
            ColumnLayout("revision", .integer, required: true), ColumnLayout("by", .text, required: true),
            ColumnLayout("at", .integer, required: true), ColumnLayout("checker", .text), ColumnLayout("day", .text),
            ColumnLayout("until", .text), ColumnLayout("marked", .blob), ColumnLayout("text_hash", .text),
            ColumnLayout("document_hash", .text), ColumnLayout("reason", .text), ColumnLayout("taken_down_on", .text),
        ], indexes: [IndexLayout("publication_state", ["district", "state", "register", "day"])])

    private static let columns =
        "register, record, state, revision, by, at, checker, day, until, marked, text_hash, document_hash, reason, taken_down_on"

    public static func entry(_ register: String, _ record: String, district: String, in session: any Session) throws -> Entry? {
        try session.first(
            Statement(
                "SELECT \(columns) FROM publication WHERE district = ? AND register = ? AND record = ?",
                [.text(district), .text(register), .text(record)]), read)
    }

    /// Those of a register in a state, the newest first.
    public static func entries(
        _ state: String, register: String? = nil, district: String, limit: Int, in session: any Session
    ) throws -> [Entry] {
        var statement = Statement(
            "SELECT \(columns) FROM publication WHERE district = ? AND state = ?", [.text(district), .text(state)])
        if let register { statement += Statement(" AND register = ?", [.text(register)]) }
        statement += Statement(" ORDER BY day DESC, at DESC LIMIT ?", [.integer(Int64(limit))])
        return try session.all(statement, read)
    }

    /// Writes the entry as it now stands.
    public static func save(_ entry: Entry, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                "DELETE FROM publication WHERE district = ? AND register = ? AND record = ?",
                [.text(district), .text(entry.register), .text(entry.record)]))
        try session.execute(
            Statement(
                "INSERT INTO publication (district, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    .text(district), .text(entry.register), .text(entry.record), .text(entry.state), .integer(entry.revision),
                    .text(entry.by), .integer(entry.at.milliseconds), SQLValue(entry.checker), SQLValue(entry.day?.iso),
                    SQLValue(entry.until?.iso), entry.marked.map { .blob($0) } ?? .null, SQLValue(entry.textHash),
                    SQLValue(entry.documentHash), SQLValue(entry.reason), SQLValue(entry.withdrawnOn?.iso),
                ]))
    }

    private static func read(_ row: any ResultRow) throws -> Entry {
        var entry = Entry(
            register: row.text(0) ?? "", record: row.text(1) ?? "", state: row.text(2) ?? "", by: row.text(4) ?? "",
            at: Instant(milliseconds: row.integer(5) ?? 0))
        entry.revision = row.integer(3) ?? 0
        entry.checker = row.text(6)
        entry.day = row.text(7).flatMap(Day.init(iso:))
        entry.until = row.text(8).flatMap(Day.init(iso:))
        entry.marked = row.blob(9)
        entry.textHash = row.text(10)
        entry.documentHash = row.text(11)
        entry.reason = row.text(12)
        entry.withdrawnOn = row.text(13).flatMap(Day.init(iso:))
        return entry
    }
}

/// Annual reports that the office has released: the text as it was on that day, and its file.
public enum ReleasedReportTable {
    public struct Entry: Sendable, Hashable {
        public var year: Int
        public var title: String
        /// The text in our small text form, and the file, among the attachments.
        public var textHash: String
        public var documentHash: String
        public var on: Day
        public var at: Instant
        public var by: String
        /// Set when it was taken back.
        public var withdrawnOn: Day?
        public init(year: Int, title: String, textHash: String, documentHash: String, on: Day, at: Instant, by: String) {
            self.year = year
            self.title = title
            self.textHash = textHash
            self.documentHash = documentHash
            self.on = on
            self.at = at
            self.by = by
        }
    }

    static let layout = TableLayout(
        "released_report", key: ["district", "year"],
        columns: [
            ColumnLayout("district", .text, required: true), ColumnLayout("year", .integer, required: true),
            ColumnLayout("title", .text, required: true), ColumnLayout("text_hash", .text, required: true),
            ColumnLayout("document_hash", .text, required: true), ColumnLayout("on_day", .text, required: true),
            ColumnLayout("at", .integer, required: true), ColumnLayout("by", .text, required: true),
            ColumnLayout("taken_down_on", .text),
        ])

    private static let columns = "year, title, text_hash, document_hash, on_day, at, by, taken_down_on"

    /// The newest year first; those taken back too.
    public static func all(district: String, in session: any Session) throws -> [Entry] {
        try session.all(
            Statement("SELECT \(columns) FROM released_report WHERE district = ? ORDER BY year DESC", [.text(district)])
        ) { row in
            guard let on = row.text(4).flatMap(Day.init(iso:)) else {
                throw StoreError.unreadableRow(table: "released_report", column: "on_day")
            }
            var entry = Entry(
                year: Int(row.integer(0) ?? 0), title: row.text(1) ?? "", textHash: row.text(2) ?? "",
                documentHash: row.text(3) ?? "", on: on, at: Instant(milliseconds: row.integer(5) ?? 0), by: row.text(6) ?? "")
            entry.withdrawnOn = row.text(7).flatMap(Day.init(iso:))
            return entry
        }
    }

    public static func save(_ entry: Entry, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                "DELETE FROM released_report WHERE district = ? AND year = ?", [.text(district), .integer(Int64(entry.year))]))
        try session.execute(
            Statement(
                "INSERT INTO released_report (district, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    .text(district), .integer(Int64(entry.year)), .text(entry.title), .text(entry.textHash),
                    .text(entry.documentHash), .text(entry.on.iso), .integer(entry.at.milliseconds), .text(entry.by),
                    SQLValue(entry.withdrawnOn?.iso),
                ]))
    }
}
