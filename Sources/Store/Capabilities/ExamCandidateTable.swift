import LegalTime

/// Who is to sit an exam: an account of the office, or a person without one, whose name is sealed.
public enum ExamCandidateTable {
    public struct Entry: Sendable, Hashable {
        public var id: String
        /// The exam's record.
        public var record: String
        public var account: String?
        public var unit: String
        /// Sealed; nil for an account, whose name the directory has, and for a guest of a quiz.
        public var name: [UInt8]?
        public var nameHash: [UInt8]?
        /// SHA-256 of the code with which a person without an account comes in.
        public var codeHash: [UInt8]?
        /// The exam that he failed or missed, where this one is its resit.
        public var resitOf: String?
        public init(
            id: String, record: String, account: String? = nil, unit: String, name: [UInt8]? = nil, nameHash: [UInt8]? = nil,
            codeHash: [UInt8]? = nil, resitOf: String? = nil
        ) {
            self.id = id
            self.record = record
            self.account = account
            self.unit = unit
            self.name = name
            self.nameHash = nameHash
            self.codeHash = codeHash
            self.resitOf = resitOf
        }
    }

    static let layout = TableLayout(
        "exam_candidate", key: ["district", "id"],
        columns: [
            ExamTables.text("district"), ExamTables.text("id"), ExamTables.text("record"), ExamTables.some("account"),
            ExamTables.text("unit"), ExamTables.some("name", .blob), ExamTables.some("name_hash", .blob),
            ExamTables.some("code_hash", .blob), ExamTables.some("resit_of"),
        ],
        indexes: [
            IndexLayout("exam_candidate_account", ["district", "record", "account"], unique: true),
            IndexLayout("exam_candidate_own", ["district", "account", "record"]),
            IndexLayout("exam_candidate_code", ["district", "record", "code_hash"]),
        ])

    private static let columns = "id, record, account, unit, name, name_hash, code_hash, resit_of"

    public static func insert(_ entry: Entry, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                "INSERT INTO exam_candidate (district, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    .text(district), .text(entry.id), .text(entry.record), SQLValue(entry.account), .text(entry.unit),
                    entry.name.map { .blob($0) } ?? .null, entry.nameHash.map { .blob($0) } ?? .null,
                    entry.codeHash.map { .blob($0) } ?? .null, SQLValue(entry.resitOf),
                ]))
    }

    /// By unit, then in the order in which they were added.
    public static func all(of record: String, district: String, in session: any Session) throws -> [Entry] {
        try session.all(
            Statement(
                "SELECT \(columns) FROM exam_candidate WHERE district = ? AND record = ? ORDER BY unit, id",
                [.text(district), .text(record)]), entry)
    }

    public static func entry(id: String, district: String, in session: any Session) throws -> Entry? {
        try session.first(
            Statement("SELECT \(columns) FROM exam_candidate WHERE district = ? AND id = ?", [.text(district), .text(id)]),
            entry)
    }

    public static func entry(account: String, of record: String, district: String, in session: any Session) throws -> Entry? {
        try session.first(
            Statement(
                "SELECT \(columns) FROM exam_candidate WHERE district = ? AND record = ? AND account = ?",
                [.text(district), .text(record), .text(account)]), entry)
    }

    public static func entry(code: [UInt8], of record: String, district: String, in session: any Session) throws -> Entry? {
        try session.first(
            Statement(
                "SELECT \(columns) FROM exam_candidate WHERE district = ? AND record = ? AND code_hash = ?",
                [.text(district), .text(record), .blob(code)]), entry)
    }

    public static func own(account: String, district: String, in session: any Session) throws -> [Entry] {
        try session.all(
            Statement(
                "SELECT \(columns) FROM exam_candidate WHERE district = ? AND account = ? ORDER BY record DESC",
                [.text(district), .text(account)]), entry)
    }

    public static func setCode(_ hash: [UInt8], of id: String, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                "UPDATE exam_candidate SET code_hash = ? WHERE district = ? AND id = ?",
                [.blob(hash), .text(district), .text(id)]))
    }

    private static func entry(_ row: any ResultRow) -> Entry {
        Entry(
            id: row.text(0) ?? "", record: row.text(1) ?? "", account: row.text(2), unit: row.text(3) ?? "",
            name: row.blob(4), nameHash: row.blob(5), codeHash: row.blob(6), resitOf: row.text(7))
    }
}

/// Who has come in by a code: the hash of what his browser keeps.
public enum ExamTicketTable {
    static let layout = TableLayout(
        "exam_ticket", key: ["district", "token_hash"],
        columns: [
            ExamTables.text("district"), ColumnLayout("token_hash", .blob, required: true), ExamTables.text("candidate"),
            ExamTables.integer("at"),
        ])

    public static func insert(
        _ hash: [UInt8], candidate: String, at: Instant, district: String, in session: any Session
    ) throws {
        try session.execute(
            Statement(
                "INSERT INTO exam_ticket (district, token_hash, candidate, at) VALUES (?, ?, ?, ?)",
                [.text(district), .blob(hash), .text(candidate), .integer(at.milliseconds)]))
    }

    /// The candidate, and when the ticket was given.
    public static func candidate(_ hash: [UInt8], district: String, in session: any Session) throws -> (id: String, at: Instant)?
    {
        try session.first(
            Statement(
                "SELECT candidate, at FROM exam_ticket WHERE district = ? AND token_hash = ?", [.text(district), .blob(hash)])
        ) { ($0.text(0) ?? "", Instant(milliseconds: $0.integer(1) ?? 0)) }
    }
}
