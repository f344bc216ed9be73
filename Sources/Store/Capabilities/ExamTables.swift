import LegalTime

/// The tables of exams: banks of questions in editions, who is to sit which exam, the sittings and what was answered.
public enum ExamTables {
    static let layouts: [TableLayout] = [
        ExamBankTable.layout, ExamBankTable.questions, ExamPlanTable.layout, ExamCandidateTable.layout,
        ExamTicketTable.layout, ExamSittingTable.layout, ExamSittingTable.answers,
    ]

    static func text(_ name: String) -> ColumnLayout { ColumnLayout(name, .text, required: true) }
    static func integer(_ name: String) -> ColumnLayout { ColumnLayout(name, .integer, required: true) }
    static func some(_ name: String, _ kind: ColumnKind = .text) -> ColumnLayout { ColumnLayout(name, kind) }
}

/// Banks of questions. An edition is written once; its questions are never changed.
public enum ExamBankTable {
    public struct Entry: Sendable, Hashable {
        public var id: String
        /// Whose bank it is: nobody else sees its answers.
        public var unit: String
        public var title: String
        /// From 1, of the unit's title.
        public var edition: Int
        /// SHA-256 of the workbook, hex.
        public var hash: String
        public var fileName: String
        public var count: Int
        public var by: String
        public var at: Instant
        public var isRetired: Bool
        public init(
            id: String, unit: String, title: String, edition: Int, hash: String, fileName: String, count: Int, by: String,
            at: Instant, isRetired: Bool = false
        ) {
            self.id = id
            self.unit = unit
            self.title = title
            self.edition = edition
            self.hash = hash
            self.fileName = fileName
            self.count = count
            self.by = by
            self.at = at
            self.isRetired = isRetired
        }
    }

    /// One question as it is kept; lists are texts joined by U+001F.
    public struct Question: Sendable, Hashable {
        public var id: String
        public var kind: String
        public var stem: String
        public var options: [String]
        public var right: [Int]
        public var topic: String
        public var explanation: String
        public init(
            id: String, kind: String, stem: String, options: [String], right: [Int], topic: String, explanation: String
        ) {
            self.id = id
            self.kind = kind
            self.stem = stem
            self.options = options
            self.right = right
            self.topic = topic
            self.explanation = explanation
        }
    }

    static let layout = TableLayout(
        "exam_bank", key: ["district", "id"],
        columns: [
            ExamTables.text("district"), ExamTables.text("id"), ExamTables.text("unit"), ExamTables.text("title"),
            ExamTables.integer("edition"),
            ExamTables.text("hash"), ExamTables.text("file_name"), ExamTables.integer("questions"), ExamTables.text("by"),
            ExamTables.integer("at"), ExamTables.integer("is_retired"),
        ], indexes: [IndexLayout("exam_bank_edition", ["district", "unit", "title", "edition"], unique: true)])

    static let questions = TableLayout(
        "exam_question", key: ["district", "bank", "ordinal"],
        columns: [
            ExamTables.text("district"), ExamTables.text("bank"), ExamTables.integer("ordinal"), ExamTables.text("id"),
            ExamTables.text("kind"), ExamTables.text("stem"), ExamTables.text("options"), ExamTables.text("right_options"),
            ExamTables.text("topic"), ExamTables.text("explanation"),
        ])

    private static let columns = "id, unit, title, edition, hash, file_name, questions, by, at, is_retired"

    public static func insert(
        _ entry: Entry, questions: [Question], district: String, in session: any Session
    ) throws {
        try session.execute(
            Statement(
                "INSERT INTO exam_bank (district, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    .text(district), .text(entry.id), .text(entry.unit), .text(entry.title), SQLValue(entry.edition),
                    .text(entry.hash),
                    .text(entry.fileName), SQLValue(entry.count), .text(entry.by), .integer(entry.at.milliseconds),
                    SQLValue(entry.isRetired),
                ]))
        for (place, question) in questions.enumerated() {
            try session.execute(
                Statement(
                    """
                    INSERT INTO exam_question
                    (district, bank, ordinal, id, kind, stem, options, right_options, topic, explanation)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    [
                        .text(district), .text(entry.id), SQLValue(place), .text(question.id), .text(question.kind),
                        .text(question.stem), .text(question.options.joined(separator: "\u{1F}")),
                        .text(question.right.map(String.init).joined(separator: "\u{1F}")), .text(question.topic),
                        .text(question.explanation),
                    ]))
        }
    }

    /// By title, the newest edition first.
    public static func all(district: String, in session: any Session) throws -> [Entry] {
        try session.all(
            Statement(
                "SELECT \(columns) FROM exam_bank WHERE district = ? ORDER BY title, edition DESC", [.text(district)]), entry)
    }

    public static func entry(id: String, district: String, in session: any Session) throws -> Entry? {
        try session.first(
            Statement("SELECT \(columns) FROM exam_bank WHERE district = ? AND id = ?", [.text(district), .text(id)]), entry)
    }

    public static func questions(of bank: String, district: String, in session: any Session) throws -> [Question] {
        try session.all(
            Statement(
                """
                SELECT id, kind, stem, options, right_options, topic, explanation FROM exam_question
                WHERE district = ? AND bank = ? ORDER BY ordinal
                """, [.text(district), .text(bank)])
        ) { row in
            Question(
                id: row.text(0) ?? "", kind: row.text(1) ?? "", stem: row.text(2) ?? "",
                options: (row.text(3) ?? "").split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init),
                right: (row.text(4) ?? "").split(separator: "\u{1F}").compactMap { Int($0) }, topic: row.text(5) ?? "",
                explanation: row.text(6) ?? "")
        }
    }

    public static func retire(_ id: String, district: String, in session: any Session) throws {
        try session.execute(
            Statement("UPDATE exam_bank SET is_retired = 1 WHERE district = ? AND id = ?", [.text(district), .text(id)]))
    }

    private static func entry(_ row: any ResultRow) -> Entry {
        Entry(
            id: row.text(0) ?? "", unit: row.text(1) ?? "", title: row.text(2) ?? "", edition: Int(row.integer(3) ?? 0),
            hash: row.text(4) ?? "", fileName: row.text(5) ?? "", count: Int(row.integer(6) ?? 0), by: row.text(7) ?? "",
            at: Instant(milliseconds: row.integer(8) ?? 0), isRetired: row.integer(9) == 1)
    }
}

/// What an exam's record does not hold: the bank it draws from and the address at which people without an account come in.
public enum ExamPlanTable {
    public struct Entry: Sendable, Hashable {
        public var record: String
        public var register: String
        public var bank: String?
        /// Part of the address of the entrance, no secret.
        public var door: String
        public var countedAt: Instant?
        public init(record: String, register: String, bank: String?, door: String, countedAt: Instant? = nil) {
            self.record = record
            self.register = register
            self.bank = bank
            self.door = door
            self.countedAt = countedAt
        }
    }

    static let layout = TableLayout(
        "exam_plan", key: ["district", "record"],
        columns: [
            ExamTables.text("district"), ExamTables.text("record"), ExamTables.text("register"), ExamTables.some("bank"),
            ExamTables.text("door"), ExamTables.some("counted_at", .integer),
        ], indexes: [IndexLayout("exam_plan_door", ["district", "door"], unique: true)])

    public static func save(_ entry: Entry, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                """
                INSERT INTO exam_plan (district, record, register, bank, door, counted_at) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (district, record) DO UPDATE SET bank = excluded.bank, counted_at = excluded.counted_at
                """,
                [
                    .text(district), .text(entry.record), .text(entry.register), SQLValue(entry.bank), .text(entry.door),
                    SQLValue(entry.countedAt?.milliseconds),
                ]))
    }

    public static func entry(record: String, district: String, in session: any Session) throws -> Entry? {
        try session.first(
            Statement(
                "SELECT record, register, bank, door, counted_at FROM exam_plan WHERE district = ? AND record = ?",
                [.text(district), .text(record)]), entry)
    }

    public static func entry(door: String, district: String, in session: any Session) throws -> Entry? {
        try session.first(
            Statement(
                "SELECT record, register, bank, door, counted_at FROM exam_plan WHERE district = ? AND door = ?",
                [.text(district), .text(door)]), entry)
    }

    public static func all(district: String, in session: any Session) throws -> [Entry] {
        try session.all(
            Statement(
                "SELECT record, register, bank, door, counted_at FROM exam_plan WHERE district = ? ORDER BY record DESC",
                [.text(district)]), entry)
    }

    private static func entry(_ row: any ResultRow) -> Entry {
        Entry(
            record: row.text(0) ?? "", register: row.text(1) ?? "", bank: row.text(2), door: row.text(3) ?? "",
            countedAt: row.integer(4).map(Instant.init(milliseconds:)))
    }
}
