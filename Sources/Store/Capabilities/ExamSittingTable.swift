import LegalTime

/// Sittings: who has which paper, from when until when, and what it came to; and the answers, saved one by one.
public enum ExamSittingTable {
    public struct Entry: Sendable, Hashable {
        public enum State: String, Sendable {
            case running
            /// Handed in.
            case submitted
            /// Closed by the server at its end.
            case ended
        }
        public var id: String
        public var record: String
        public var candidate: String
        /// From 1.
        public var attempt: Int
        public var bank: String
        public var seed: String
        /// One item after the other: `question;points;order` with the order as places joined by commas, items joined by `|`.
        public var items: String
        public var passMark: Int
        public var givesHalf: Bool
        /// The day by the office's calendar.
        public var on: Day
        public var startedAt: Instant
        /// The server's instant after which nothing is taken.
        public var endsAt: Instant
        public var submittedAt: Instant?
        public var state: State
        public var points: Int?
        public var fullMark: Int
        public var isPassed: Bool?
        public init(
            id: String, record: String, candidate: String, attempt: Int, bank: String, seed: String, items: String, passMark: Int,
            givesHalf: Bool, on: Day, startedAt: Instant, endsAt: Instant, submittedAt: Instant? = nil,
            state: State = .running, points: Int? = nil, fullMark: Int, isPassed: Bool? = nil
        ) {
            self.id = id
            self.record = record
            self.candidate = candidate
            self.attempt = attempt
            self.bank = bank
            self.seed = seed
            self.items = items
            self.passMark = passMark
            self.givesHalf = givesHalf
            self.on = on
            self.startedAt = startedAt
            self.endsAt = endsAt
            self.submittedAt = submittedAt
            self.state = state
            self.points = points
            self.fullMark = fullMark
            self.isPassed = isPassed
        }
    }

    public struct Answer: Sendable, Hashable {
        public var question: String
        /// Places in the bank's order, joined by commas.
        public var chosen: Set<Int>
        /// Grows with each change; an older one never replaces a newer one.
        public var sequence: Int64
        public var savedAt: Instant
        public init(question: String, chosen: Set<Int>, sequence: Int64, savedAt: Instant) {
            self.question = question
            self.chosen = chosen
            self.sequence = sequence
            self.savedAt = savedAt
        }
    }

    static let layout = TableLayout(
        "exam_sitting", key: ["district", "id"],
        columns: [
            ExamTables.text("district"), ExamTables.text("id"), ExamTables.text("record"), ExamTables.text("candidate"),
            ExamTables.integer("attempt"), ExamTables.text("bank"), ExamTables.text("seed"), ExamTables.text("items"),
            ExamTables.integer("enough"), ExamTables.integer("half_points"), ExamTables.text("on_day"),
            ExamTables.integer("started_at"), ExamTables.integer("closes_at"), ExamTables.some("submitted_at", .integer),
            ExamTables.text("state"), ExamTables.some("points", .integer), ExamTables.integer("full_points"),
            ExamTables.some("is_passed", .integer),
        ],
        indexes: [
            IndexLayout("exam_sitting_attempt", ["district", "record", "candidate", "attempt"], unique: true),
            IndexLayout("exam_sitting_end", ["district", "state", "closes_at"]),
        ])

    static let answers = TableLayout(
        "exam_answer", key: ["district", "sitting", "question"],
        columns: [
            ExamTables.text("district"), ExamTables.text("sitting"), ExamTables.text("question"), ExamTables.text("chosen"),
            ExamTables.integer("sequence"), ExamTables.integer("saved_at"),
        ])

    private static let columns = """
        id, record, candidate, attempt, bank, seed, items, enough, half_points, on_day, started_at, closes_at, submitted_at, \
        state, points, full_points, is_passed
        """

    public static func insert(_ entry: Entry, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                """
                INSERT INTO exam_sitting (district, \(columns))
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .text(district), .text(entry.id), .text(entry.record), .text(entry.candidate), SQLValue(entry.attempt),
                    .text(entry.bank), .text(entry.seed), .text(entry.items), SQLValue(entry.passMark),
                    SQLValue(entry.givesHalf), .text(entry.on.iso), .integer(entry.startedAt.milliseconds),
                    .integer(entry.endsAt.milliseconds), SQLValue(entry.submittedAt?.milliseconds),
                    .text(entry.state.rawValue), SQLValue(entry.points), SQLValue(entry.fullMark),
                    entry.isPassed.map { SQLValue($0) } ?? .null,
                ]))
    }

    /// Closes a running sitting; false where it was closed already.
    public static func close(
        _ id: String, as state: Entry.State, at: Instant, points: Int, isPassed: Bool, district: String, in session: any Session
    ) throws -> Bool {
        try session.execute(
            Statement(
                """
                UPDATE exam_sitting SET state = ?, submitted_at = ?, points = ?, is_passed = ?
                WHERE district = ? AND id = ? AND state = 'running'
                """,
                [
                    .text(state.rawValue), .integer(at.milliseconds), SQLValue(points), SQLValue(isPassed), .text(district),
                    .text(id),
                ])) == 1
    }

    public static func entry(id: String, district: String, in session: any Session) throws -> Entry? {
        try session.first(
            Statement("SELECT \(columns) FROM exam_sitting WHERE district = ? AND id = ?", [.text(district), .text(id)]), entry)
    }

    /// Of one exam, in the order in which they were begun.
    public static func all(of record: String, district: String, in session: any Session) throws -> [Entry] {
        try session.all(
            Statement(
                "SELECT \(columns) FROM exam_sitting WHERE district = ? AND record = ? ORDER BY candidate, attempt",
                [.text(district), .text(record)]), entry)
    }

    public static func all(of record: String, candidate: String, district: String, in session: any Session) throws -> [Entry] {
        try session.all(
            Statement(
                "SELECT \(columns) FROM exam_sitting WHERE district = ? AND record = ? AND candidate = ? ORDER BY attempt",
                [.text(district), .text(record), .text(candidate)]), entry)
    }

    /// Sittings that run and whose end has come.
    public static func due(at now: Instant, district: String, in session: any Session) throws -> [Entry] {
        try session.all(
            Statement(
                """
                SELECT \(columns) FROM exam_sitting WHERE district = ? AND state = 'running' AND closes_at <= ? ORDER BY closes_at, id
                """, [.text(district), .integer(now.milliseconds)]), entry)
    }

    private static func entry(_ row: any ResultRow) throws -> Entry {
        guard let state = Entry.State(rawValue: row.text(13) ?? ""), let on = row.text(9).flatMap(Day.init(iso:)) else {
            throw StoreError.unreadableRow(table: "exam_sitting", column: "state")
        }
        return Entry(
            id: row.text(0) ?? "", record: row.text(1) ?? "", candidate: row.text(2) ?? "", attempt: Int(row.integer(3) ?? 0),
            bank: row.text(4) ?? "", seed: row.text(5) ?? "", items: row.text(6) ?? "", passMark: Int(row.integer(7) ?? 0),
            givesHalf: row.integer(8) == 1, on: on, startedAt: Instant(milliseconds: row.integer(10) ?? 0),
            endsAt: Instant(milliseconds: row.integer(11) ?? 0),
            submittedAt: row.integer(12).map(Instant.init(milliseconds:)), state: state,
            points: row.integer(14).map { Int($0) }, fullMark: Int(row.integer(15) ?? 0),
            isPassed: row.integer(16).map { $0 == 1 })
    }

    // MARK: Answers

    /// Keeps an answer unless a newer one is there; false where one was.
    @discardableResult
    public static func save(_ answer: Answer, sitting: String, district: String, in session: any Session) throws -> Bool {
        try session.execute(
            Statement(
                """
                INSERT INTO exam_answer (district, sitting, question, chosen, sequence, saved_at) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (district, sitting, question) DO UPDATE SET chosen = excluded.chosen, sequence = excluded.sequence,
                saved_at = excluded.saved_at WHERE excluded.sequence > exam_answer.sequence
                """,
                [
                    .text(district), .text(sitting), .text(answer.question),
                    .text(answer.chosen.sorted().map(String.init).joined(separator: ",")), .integer(answer.sequence),
                    .integer(answer.savedAt.milliseconds),
                ])) == 1
    }

    public static func answers(of sitting: String, district: String, in session: any Session) throws -> [Answer] {
        try session.all(
            Statement(
                "SELECT question, chosen, sequence, saved_at FROM exam_answer WHERE district = ? AND sitting = ?",
                [.text(district), .text(sitting)]), answer)
    }

    /// The answers of every sitting of an exam, by sitting.
    public static func answers(ofExam record: String, district: String, in session: any Session) throws -> [String: [Answer]] {
        var found: [String: [Answer]] = [:]
        try session.query(
            Statement(
                """
                SELECT a.question, a.chosen, a.sequence, a.saved_at, a.sitting FROM exam_answer a
                JOIN exam_sitting s ON s.district = a.district AND s.id = a.sitting WHERE s.district = ? AND s.record = ?
                """, [.text(district), .text(record)])
        ) { row in found[row.text(4) ?? "", default: []].append(answer(row)) }
        return found
    }

    private static func answer(_ row: any ResultRow) -> Answer {
        Answer(
            question: row.text(0) ?? "", chosen: Set((row.text(1) ?? "").split(separator: ",").compactMap { Int($0) }),
            sequence: row.integer(2) ?? 0, savedAt: Instant(milliseconds: row.integer(3) ?? 0))
    }
}
