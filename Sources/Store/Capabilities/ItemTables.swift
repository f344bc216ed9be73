import LegalTime

/// Who answers for an item of an edition, and whether it is 不涉及. Every assignment is kept; the last one holds.
public enum ItemDutyTable {
    public struct Entry: Sendable, Hashable {
        public var item: String
        /// nil: nobody yet.
        public var unit: String?
        public var isExempt: Bool
        public var by: String
        public var at: Instant
        public init(item: String, unit: String?, isExempt: Bool, by: String, at: Instant) {
            self.item = item
            self.unit = unit
            self.isExempt = isExempt
            self.by = by
            self.at = at
        }
    }

    static let layout = TableLayout(
        "item_duty", key: ["district", "edition", "item", "sequence"],
        columns: [
            AssessmentTables.text("district"), AssessmentTables.text("edition"), AssessmentTables.text("item"),
            AssessmentTables.integer("sequence"), AssessmentTables.some("unit"), AssessmentTables.integer("is_exempt"),
            AssessmentTables.text("by"), AssessmentTables.integer("at"),
        ])

    public static func append(_ entry: Entry, edition: String, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                """
                INSERT INTO item_duty (district, edition, item, sequence, unit, is_exempt, by, at)
                SELECT ?, ?, ?, coalesce(max(sequence), 0) + 1, ?, ?, ?, ? FROM item_duty
                WHERE district = ? AND edition = ? AND item = ?
                """,
                [
                    .text(district), .text(edition), .text(entry.item), SQLValue(entry.unit), SQLValue(entry.isExempt),
                    .text(entry.by), .integer(entry.at.milliseconds), .text(district), .text(edition), .text(entry.item),
                ]))
    }

    /// All assignments of an edition, each item's in order of time.
    public static func entries(of edition: String, district: String, in session: any Session) throws -> [Entry] {
        try session.all(
            Statement(
                "SELECT item, unit, is_exempt, by, at FROM item_duty WHERE district = ? AND edition = ? ORDER BY item, sequence",
                [.text(district), .text(edition)])
        ) { row in
            Entry(
                item: row.text(0) ?? "", unit: row.text(1), isExempt: row.integer(2) == 1, by: row.text(3) ?? "",
                at: Instant(milliseconds: row.integer(4) ?? 0))
        }
    }
}

/// What is put to an item: a figure of a register, one record, or a file. Taken away ones stay with who took them and when.
public enum ItemLinkTable {
    public struct Entry: Sendable, Hashable {
        /// `figure`, `record` or `file`.
        public var kind: String
        public var id: String
        public var item: String
        public var register: String?
        /// The indicator's name, or the record's id.
        public var target: String?
        public var year: Int?
        /// Only the records of this unit are counted.
        public var unit: String?
        public var comparison: String?
        public var targetUnits: Int64?
        public var targetDecimals: Int?
        /// The file, among the attachments.
        public var hash: String?
        public var fileName: String?
        public var size: Int64?
        public var mediaType: String?
        public var by: String
        public var at: Instant
        public var removedBy: String?
        public var removedAt: Instant?

        public init(kind: String, id: String, item: String, by: String, at: Instant) {
            self.kind = kind
            self.id = id
            self.item = item
            self.by = by
            self.at = at
        }
    }

    static let layout = TableLayout(
        "item_link", key: ["district", "id"],
        columns: [
            AssessmentTables.text("district"), AssessmentTables.text("id"), AssessmentTables.text("edition"),
            AssessmentTables.text("item"), AssessmentTables.text("kind"), AssessmentTables.some("register"),
            AssessmentTables.some("target"), AssessmentTables.some("year", .integer), AssessmentTables.some("unit"),
            AssessmentTables.some("comparison"), AssessmentTables.some("target_units", .integer),
            AssessmentTables.some("target_decimals", .integer), AssessmentTables.some("hash"),
            AssessmentTables.some("file_name"), AssessmentTables.some("size", .integer), AssessmentTables.some("media_type"),
            AssessmentTables.text("by"), AssessmentTables.integer("at"), AssessmentTables.some("removed_by"),
            AssessmentTables.some("removed_at", .integer),
        ], indexes: [IndexLayout("item_link_edition", ["district", "edition", "item", "id"])])

    private static let columns = """
        id, item, kind, register, target, year, unit, comparison, target_units, target_decimals, hash, file_name, size,
        media_type, by, at, removed_by, removed_at
        """

    public static func insert(_ entry: Entry, edition: String, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                """
                INSERT INTO item_link (district, edition, \(columns))
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)
                """,
                [
                    .text(district), .text(edition), .text(entry.id), .text(entry.item), .text(entry.kind),
                    SQLValue(entry.register), SQLValue(entry.target), SQLValue(entry.year), SQLValue(entry.unit),
                    SQLValue(entry.comparison), SQLValue(entry.targetUnits), SQLValue(entry.targetDecimals),
                    SQLValue(entry.hash), SQLValue(entry.fileName), SQLValue(entry.size), SQLValue(entry.mediaType),
                    .text(entry.by), .integer(entry.at.milliseconds),
                ]))
    }

    public static func remove(_ id: String, by: String, at: Instant, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                "UPDATE item_link SET removed_by = ?, removed_at = ? WHERE district = ? AND id = ?",
                [.text(by), .integer(at.milliseconds), .text(district), .text(id)]))
    }

    /// All that was ever put to the items of an edition, in order of time.
    public static func entries(of edition: String, district: String, in session: any Session) throws -> [Entry] {
        try session.all(
            Statement(
                "SELECT \(columns) FROM item_link WHERE district = ? AND edition = ? ORDER BY item, id",
                [.text(district), .text(edition)])
        ) { row in
            var entry = Entry(
                kind: row.text(2) ?? "", id: row.text(0) ?? "", item: row.text(1) ?? "", by: row.text(14) ?? "",
                at: Instant(milliseconds: row.integer(15) ?? 0))
            entry.register = row.text(3)
            entry.target = row.text(4)
            entry.year = row.integer(5).map { Int($0) }
            entry.unit = row.text(6)
            entry.comparison = row.text(7)
            entry.targetUnits = row.integer(8)
            entry.targetDecimals = row.integer(9).map { Int($0) }
            entry.hash = row.text(10)
            entry.fileName = row.text(11)
            entry.size = row.integer(12)
            entry.mediaType = row.text(13)
            entry.removedBy = row.text(16)
            entry.removedAt = row.integer(17).map { Instant(milliseconds: $0) }
            return entry
        }
    }
}

/// Scores of items in hundredths, a row for every act: the last one holds. Notes are sealed.
public enum ItemScoreTable {
    public struct Entry: Sendable, Hashable {
        public var item: String
        public var revision: Int64
        /// Whether this row is a review; else it is a self-score, after which the item waits for a review again.
        public var isReview: Bool
        public var score: Int
        public var note: [UInt8]?
        public var by: String
        public var at: Instant
        public init(item: String, revision: Int64, isReview: Bool, score: Int, note: [UInt8]?, by: String, at: Instant) {
            self.item = item
            self.revision = revision
            self.isReview = isReview
            self.score = score
            self.note = note
            self.by = by
            self.at = at
        }
    }

    static let layout = TableLayout(
        "item_score", key: ["district", "edition", "item", "revision"],
        columns: [
            AssessmentTables.text("district"), AssessmentTables.text("edition"), AssessmentTables.text("item"),
            AssessmentTables.integer("revision"), AssessmentTables.integer("is_review"), AssessmentTables.integer("score"),
            AssessmentTables.some("note", .blob), AssessmentTables.text("by"), AssessmentTables.integer("at"),
        ])

    public static func append(_ entry: Entry, edition: String, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                """
                INSERT INTO item_score (district, edition, item, revision, is_review, score, note, by, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .text(district), .text(edition), .text(entry.item), .integer(entry.revision), SQLValue(entry.isReview),
                    .integer(Int64(entry.score)), entry.note.map { .blob($0) } ?? .null, .text(entry.by),
                    .integer(entry.at.milliseconds),
                ]))
    }

    /// All scores of an edition, each item's in order.
    public static func entries(of edition: String, district: String, in session: any Session) throws -> [Entry] {
        try session.all(
            Statement(
                """
                SELECT item, revision, is_review, score, note, by, at FROM item_score WHERE district = ? AND edition = ?
                ORDER BY item, revision
                """, [.text(district), .text(edition)])
        ) { row in
            Entry(
                item: row.text(0) ?? "", revision: row.integer(1) ?? 0, isReview: row.integer(2) == 1,
                score: Int(row.integer(3) ?? 0), note: row.blob(4), by: row.text(5) ?? "",
                at: Instant(milliseconds: row.integer(6) ?? 0))
        }
    }
}
