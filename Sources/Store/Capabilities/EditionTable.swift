import LegalTime

/// Editions of an assessment as they were loaded: each corrected workbook is a revision of its own, and none is changed.
public enum EditionTable {
    public struct Entry: Sendable, Hashable {
        public var name: String
        public var revision: Int64
        public var title: String
        /// The workbook, by the hash of its content.
        public var source: String
        public var sourceName: String
        /// The year that figures are counted for where a link names none.
        public var year: Int
        /// Nothing is put to a locked edition any more.
        public var isLocked: Bool
        public var by: String
        public var at: Instant
        public init(
            name: String, revision: Int64, title: String, source: String, sourceName: String, year: Int, isLocked: Bool,
            by: String, at: Instant
        ) {
            self.name = name
            self.revision = revision
            self.title = title
            self.source = source
            self.sourceName = sourceName
            self.year = year
            self.isLocked = isLocked
            self.by = by
            self.at = at
        }
    }

    static let layout = TableLayout(
        "edition", key: ["district", "name", "revision"],
        columns: [
            AssessmentTables.text("district"), AssessmentTables.text("name"), AssessmentTables.integer("revision"),
            AssessmentTables.text("title"), AssessmentTables.text("source"), AssessmentTables.text("source_name"),
            AssessmentTables.integer("year"), AssessmentTables.text("state"), AssessmentTables.text("by"),
            AssessmentTables.integer("at"),
        ])

    private static let columns = "name, revision, title, source, source_name, year, state, by, at"

    public static func insert(_ entry: Entry, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                "INSERT INTO edition (district, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    .text(district), .text(entry.name), .integer(entry.revision), .text(entry.title), .text(entry.source),
                    .text(entry.sourceName), .integer(Int64(entry.year)), .text(state(entry.isLocked)), .text(entry.by),
                    .integer(entry.at.milliseconds),
                ]))
    }

    /// Every revision, the newest first.
    public static func revisions(of name: String, district: String, in session: any Session) throws -> [Entry] {
        try session.all(
            Statement(
                "SELECT \(columns) FROM edition WHERE district = ? AND name = ? ORDER BY revision DESC",
                [.text(district), .text(name)]), entry)
    }

    public static func latest(_ name: String, district: String, in session: any Session) throws -> Entry? {
        try revisions(of: name, district: district, in: session).first
    }

    /// The latest revision of each edition, by name.
    public static func all(district: String, in session: any Session) throws -> [Entry] {
        try session.all(
            Statement(
                """
                SELECT \(columns) FROM edition e WHERE district = ? AND revision =
                (SELECT max(revision) FROM edition l WHERE l.district = e.district AND l.name = e.name) ORDER BY name
                """, [.text(district)]), entry)
    }

    public static func setLocked(_ isLocked: Bool, _ name: String, revision: Int64, district: String, in session: any Session)
        throws
    {
        try session.execute(
            Statement(
                "UPDATE edition SET state = ? WHERE district = ? AND name = ? AND revision = ?",
                [.text(state(isLocked)), .text(district), .text(name), .integer(revision)]))
    }

    private static func state(_ isLocked: Bool) -> String { isLocked ? "locked" : "open" }

    private static func entry(_ row: any ResultRow) -> Entry {
        Entry(
            name: row.text(0) ?? "", revision: row.integer(1) ?? 0, title: row.text(2) ?? "", source: row.text(3) ?? "",
            sourceName: row.text(4) ?? "", year: Int(row.integer(5) ?? 0), isLocked: row.text(6) == "locked",
            by: row.text(7) ?? "", at: Instant(milliseconds: row.integer(8) ?? 0))
    }
}

/// The items of each revision of an edition, in the order of its workbook.
public enum EditionItemTable {
    public struct Entry: Sendable, Hashable {
        public var first: String
        public var second: String
        public var number: String
        public var text: String
        public var mode: String?
        /// In hundredths of a point.
        public var weight: Int?
        public init(first: String, second: String, number: String, text: String, mode: String?, weight: Int?) {
            self.first = first
            self.second = second
            self.number = number
            self.text = text
            self.mode = mode
            self.weight = weight
        }
    }

    static let layout = TableLayout(
        "edition_item", key: ["district", "edition", "revision", "number"],
        columns: [
            AssessmentTables.text("district"), AssessmentTables.text("edition"), AssessmentTables.integer("revision"),
            AssessmentTables.integer("ordinal"), AssessmentTables.text("first"), AssessmentTables.text("second"),
            AssessmentTables.text("number"), AssessmentTables.text("body"), AssessmentTables.some("mode"),
            AssessmentTables.some("weight", .integer),
        ])

    public static func insert(
        _ entries: [Entry], edition: String, revision: Int64, district: String, in session: any Session
    ) throws {
        for (ordinal, entry) in entries.enumerated() {
            try session.execute(
                Statement(
                    """
                    INSERT INTO edition_item (district, edition, revision, ordinal, first, second, number, body, mode, weight)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    [
                        .text(district), .text(edition), .integer(revision), .integer(Int64(ordinal)), .text(entry.first),
                        .text(entry.second), .text(entry.number), .text(entry.text), SQLValue(entry.mode), SQLValue(entry.weight),
                    ]))
        }
    }

    public static func items(of edition: String, revision: Int64, district: String, in session: any Session) throws -> [Entry] {
        try session.all(
            Statement(
                """
                SELECT first, second, number, body, mode, weight FROM edition_item
                WHERE district = ? AND edition = ? AND revision = ? ORDER BY ordinal
                """, [.text(district), .text(edition), .integer(revision)])
        ) { row in
            Entry(
                first: row.text(0) ?? "", second: row.text(1) ?? "", number: row.text(2) ?? "", text: row.text(3) ?? "",
                mode: row.text(4), weight: row.integer(5).map { Int($0) })
        }
    }
}

/// Which items of one edition go on in which of another; only the pairs are kept, the rest falls away or is new.
public enum EditionMappingTable {
    static let layout = TableLayout(
        "edition_mapping", key: ["district", "from_edition", "to_edition", "from_item", "to_item"],
        columns: [
            AssessmentTables.text("district"), AssessmentTables.text("from_edition"), AssessmentTables.text("to_edition"),
            AssessmentTables.text("from_item"), AssessmentTables.text("to_item"), AssessmentTables.integer("ordinal"),
            AssessmentTables.text("by"), AssessmentTables.integer("at"),
        ])

    /// By the old item's number; nil where nobody has said anything yet.
    public static func mapping(from old: String, to new: String, district: String, in session: any Session) throws
        -> [String: [String]]?
    {
        var forward: [String: [String]] = [:]
        try session.query(
            Statement(
                """
                SELECT from_item, to_item FROM edition_mapping WHERE district = ? AND from_edition = ? AND to_edition = ?
                ORDER BY ordinal
                """, [.text(district), .text(old), .text(new)])
        ) { forward[$0.text(0) ?? "", default: []].append($0.text(1) ?? "") }
        return forward.isEmpty ? nil : forward
    }

    public static func replace(
        _ forward: [String: [String]], from old: String, to new: String, by: String, at: Instant, district: String,
        in session: any Session
    ) throws {
        try session.execute(
            Statement(
                "DELETE FROM edition_mapping WHERE district = ? AND from_edition = ? AND to_edition = ?",
                [.text(district), .text(old), .text(new)]))
        var ordinal: Int64 = 0
        for (from, targets) in forward.sorted(by: { $0.key < $1.key }) {
            for target in targets {
                ordinal += 1
                try session.execute(
                    Statement(
                        """
                        INSERT INTO edition_mapping (district, from_edition, to_edition, from_item, to_item, ordinal, by, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        [
                            .text(district), .text(old), .text(new), .text(from), .text(target), .integer(ordinal), .text(by),
                            .integer(at.milliseconds),
                        ]))
            }
        }
    }
}
