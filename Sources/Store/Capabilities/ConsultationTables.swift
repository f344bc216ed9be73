import LegalTime

/// The tables of consultations and public requests. What strangers sent is sealed; a receipt code is kept as its keyed hash.
public enum ConsultationTables {
    static let layouts: [TableLayout] = [
        OpinionTable.layout, ConsultationSummaryTable.layout, PublicRequestTable.layout, PublicSupplementTable.layout,
    ]
}

/// Opinions on drafts that are put out.
public enum OpinionTable {
    public struct Entry: Sendable, Hashable {
        public var id: String
        public var register: String
        public var record: String
        public var codeHash: [UInt8]
        /// Of the form it was sent with, so that it cannot be sent twice.
        public var formHash: [UInt8]
        /// `person` or `unit`.
        public var kind: String
        public var name: [UInt8]?
        public var contact: [UInt8]?
        public var text: [UInt8]
        public var at: Instant
        /// `received`, `adopted`, `partly` or `not`.
        public var state: String
        public var answer: [UInt8]?
        public var answeredAt: Instant?
        public var answeredBy: String?
        public init(
            id: String, register: String, record: String, codeHash: [UInt8], formHash: [UInt8], kind: String, name: [UInt8]?,
            contact: [UInt8]?, text: [UInt8], at: Instant, state: String = "received", answer: [UInt8]? = nil,
            answeredAt: Instant? = nil, answeredBy: String? = nil
        ) {
            self.id = id
            self.register = register
            self.record = record
            self.codeHash = codeHash
            self.formHash = formHash
            self.kind = kind
            self.name = name
            self.contact = contact
            self.text = text
            self.at = at
            self.state = state
            self.answer = answer
            self.answeredAt = answeredAt
            self.answeredBy = answeredBy
        }
    }

    static let layout = TableLayout(
        "opinion", key: ["district", "id"],
        columns: [
            ColumnLayout("district", .text, required: true), ColumnLayout("id", .text, required: true),
            ColumnLayout("register", .text, required: true), ColumnLayout("record", .text, required: true),
            ColumnLayout("code_hash", .blob, required: true), ColumnLayout("form_hash", .blob, required: true),
            ColumnLayout("kind", .text, required: true), ColumnLayout("name", .blob), ColumnLayout("contact", .blob),
            ColumnLayout("text", .blob, required: true), ColumnLayout("at", .integer, required: true),
            ColumnLayout("state", .text, required: true), ColumnLayout("answer", .blob), ColumnLayout("answered_at", .integer),
            ColumnLayout("answered_by", .text),
        ],
        indexes: [
            IndexLayout("opinion_record", ["district", "record", "id"]),
            IndexLayout("opinion_code", ["district", "code_hash"], unique: true),
            IndexLayout("opinion_form", ["district", "form_hash"], unique: true),
        ])

    private static let columns =
        "id, register, record, code_hash, form_hash, kind, name, contact, text, at, state, answer, answered_at, answered_by"

    public static func insert(_ entry: Entry, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                "INSERT INTO opinion (district, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    .text(district), .text(entry.id), .text(entry.register), .text(entry.record), .blob(entry.codeHash),
                    .blob(entry.formHash), .text(entry.kind), blob(entry.name), blob(entry.contact), .blob(entry.text),
                    .integer(entry.at.milliseconds), .text(entry.state), blob(entry.answer),
                    SQLValue(entry.answeredAt?.milliseconds), SQLValue(entry.answeredBy),
                ]))
    }

    private static func blob(_ bytes: [UInt8]?) -> SQLValue { bytes.map(SQLValue.blob) ?? .null }

    /// Writes how an opinion was dealt with.
    public static func answer(
        _ id: String, state: String, answer: [UInt8]?, at: Instant, by: String, district: String, in session: any Session
    ) throws {
        try session.execute(
            Statement(
                "UPDATE opinion SET state = ?, answer = ?, answered_at = ?, answered_by = ? WHERE district = ? AND id = ?",
                [.text(state), blob(answer), .integer(at.milliseconds), .text(by), .text(district), .text(id)]))
    }

    /// The opinions on one draft, in the order in which they came in.
    public static func entries(of record: String, district: String, in session: any Session) throws -> [Entry] {
        try session.all(
            Statement(
                "SELECT \(columns) FROM opinion WHERE district = ? AND record = ? ORDER BY id", [.text(district), .text(record)]),
            entry)
    }

    public static func entry(_ id: String, district: String, in session: any Session) throws -> Entry? {
        try session.first(
            Statement("SELECT \(columns) FROM opinion WHERE district = ? AND id = ?", [.text(district), .text(id)]), entry)
    }

    /// The opinion whose code has one of these hashes.
    public static func entry(codeHashes: [[UInt8]], district: String, in session: any Session) throws -> Entry? {
        try session.first(
            Statement("SELECT \(columns) FROM opinion WHERE district = ? AND code_hash IN ", [.text(district)])
                + .list(codeHashes), entry)
    }

    public static func hasForm(_ hash: [UInt8], district: String, in session: any Session) throws -> Bool {
        try session.first(
            Statement("SELECT 1 FROM opinion WHERE district = ? AND form_hash = ?", [.text(district), .blob(hash)])
        ) { _ in true }
            ?? false
    }

    private static func entry(_ row: any ResultRow) throws -> Entry {
        Entry(
            id: row.text(0) ?? "", register: row.text(1) ?? "", record: row.text(2) ?? "", codeHash: row.blob(3) ?? [],
            formHash: row.blob(4) ?? [], kind: row.text(5) ?? "", name: row.blob(6), contact: row.blob(7),
            text: row.blob(8) ?? [],
            at: Instant(milliseconds: row.integer(9) ?? 0), state: row.text(10) ?? "", answer: row.blob(11),
            answeredAt: row.integer(12).map(Instant.init(milliseconds:)), answeredBy: row.text(13))
    }
}

/// What was made public about the opinions on a draft, once; everything in it is for the public.
public enum ConsultationSummaryTable {
    public struct Entry: Sendable, Hashable {
        public var record: String
        public var register: String
        public var received: Int
        public var adopted: Int
        public var text: String
        public var on: Day
        public var at: Instant
        public var by: String
        public init(record: String, register: String, received: Int, adopted: Int, text: String, on: Day, at: Instant, by: String)
        {
            self.record = record
            self.register = register
            self.received = received
            self.adopted = adopted
            self.text = text
            self.on = on
            self.at = at
            self.by = by
        }
    }

    static let layout = TableLayout(
        "consultation_summary", key: ["district", "record"],
        columns: [
            ColumnLayout("district", .text, required: true), ColumnLayout("record", .text, required: true),
            ColumnLayout("register", .text, required: true), ColumnLayout("received", .integer, required: true),
            ColumnLayout("adopted", .integer, required: true), ColumnLayout("body", .text, required: true),
            ColumnLayout("on_day", .text, required: true), ColumnLayout("at", .integer, required: true),
            ColumnLayout("by", .text, required: true),
        ])

    public static func insert(_ entry: Entry, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                """
                INSERT INTO consultation_summary (district, record, register, received, adopted, body, on_day, at, by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .text(district), .text(entry.record), .text(entry.register), SQLValue(entry.received),
                    SQLValue(entry.adopted), .text(entry.text), .text(entry.on.iso), .integer(entry.at.milliseconds),
                    .text(entry.by),
                ]))
    }

    public static func entry(of record: String, district: String, in session: any Session) throws -> Entry? {
        try session.first(
            Statement(
                """
                SELECT record, register, received, adopted, body, on_day, at, by FROM consultation_summary
                WHERE district = ? AND record = ?
                """, [.text(district), .text(record)])
        ) { row in
            guard let on = row.text(5).flatMap(Day.init(iso:)) else {
                throw StoreError.unreadableRow(table: "consultation_summary", column: "on_day")
            }
            return Entry(
                record: row.text(0) ?? "", register: row.text(1) ?? "", received: Int(row.integer(2) ?? 0),
                adopted: Int(row.integer(3) ?? 0), text: row.text(4) ?? "", on: on,
                at: Instant(milliseconds: row.integer(6) ?? 0), by: row.text(7) ?? "")
        }
    }
}

extension Statement {
    /// `(?, ?)` over hashes.
    static func list(_ hashes: [[UInt8]]) -> Statement {
        Statement("(" + Array(repeating: "?", count: hashes.count).joined(separator: ", ") + ")", hashes.map(SQLValue.blob))
    }
}
