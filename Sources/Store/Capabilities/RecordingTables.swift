import LegalTime

/// The tables of recordings: media kept in pieces, the uploads that bring them, and the records that show them.
public enum RecordingTables {
    static let layouts: [TableLayout] = [
        TableLayout(
            "recording", key: ["district", "hash"],
            columns: [
                ColumnLayout("district", .text, required: true), ColumnLayout("hash", .text, required: true),
                ColumnLayout("content", .text, required: true), ColumnLayout("size", .integer, required: true),
                ColumnLayout("media_type", .text, required: true), ColumnLayout("at", .integer, required: true),
                ColumnLayout("by", .text, required: true),
            ]),
        TableLayout(
            "recording_piece", key: ["district", "content", "piece"],
            columns: [
                ColumnLayout("district", .text, required: true), ColumnLayout("content", .text, required: true),
                ColumnLayout("piece", .integer, required: true), ColumnLayout("body", .blob, required: true),
            ]),
        TableLayout(
            "recording_upload", key: ["district", "id"],
            columns: [
                ColumnLayout("district", .text, required: true), ColumnLayout("id", .text, required: true),
                ColumnLayout("by", .text, required: true), ColumnLayout("at", .integer, required: true),
                ColumnLayout("name", .text, required: true), ColumnLayout("hash", .text),
                ColumnLayout("size", .integer), ColumnLayout("media_type", .text),
            ], indexes: [IndexLayout("recording_upload_at", ["district", "at"])]),
        TableLayout(
            "recording_use", key: ["district", "record", "hash"],
            columns: [
                ColumnLayout("district", .text, required: true), ColumnLayout("record", .text, required: true),
                ColumnLayout("hash", .text, required: true), ColumnLayout("register", .text, required: true),
                ColumnLayout("at", .integer, required: true), ColumnLayout("by", .text, required: true),
            ], indexes: [IndexLayout("recording_use_hash", ["district", "hash"])]),
    ]
}

/// Media by the SHA-256 of the whole; the pieces are sealed by the caller, each for its content and ordinal.
public enum RecordingTable {
    public struct Entry: Sendable, Hashable {
        /// Hex SHA-256 of the whole.
        public var hash: String
        /// The id under which its pieces lie: that of the upload that brought it first.
        public var content: String
        public var size: Int64
        public var mediaType: String
        public var at: Instant
        public var by: String
        public init(hash: String, content: String, size: Int64, mediaType: String, at: Instant, by: String) {
            self.hash = hash
            self.content = content
            self.size = size
            self.mediaType = mediaType
            self.at = at
            self.by = by
        }
    }

    public static func insert(_ entry: Entry, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                "INSERT INTO recording (district, hash, content, size, media_type, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    .text(district), .text(entry.hash), .text(entry.content), .integer(entry.size), .text(entry.mediaType),
                    .integer(entry.at.milliseconds), .text(entry.by),
                ]))
    }

    public static func entry(_ hash: String, district: String, in session: any Session) throws -> Entry? {
        try session.first(
            Statement(
                "SELECT hash, content, size, media_type, at, by FROM recording WHERE district = ? AND hash = ?",
                [.text(district), .text(hash)])
        ) { row in
            Entry(
                hash: row.text(0) ?? "", content: row.text(1) ?? "", size: row.integer(2) ?? 0, mediaType: row.text(3) ?? "",
                at: Instant(milliseconds: row.integer(4) ?? 0), by: row.text(5) ?? "")
        }
    }

    /// Takes away media that no record shows; a recording of a record stays for good.
    public static func remove(_ hash: String, district: String, in session: any Session) throws {
        let key: [SQLValue] = [.text(district), .text(hash)]
        let uses = try session.first(Statement("SELECT 1 FROM recording_use WHERE district = ? AND hash = ? LIMIT 1", key)) { _ in
            true
        }
        guard uses == nil, let entry = try entry(hash, district: district, in: session) else { return }
        try session.execute(Statement("DELETE FROM recording WHERE district = ? AND hash = ?", key))
        try removePieces(of: entry.content, district: district, in: session)
    }

    // MARK: Pieces

    public static func insert(_ sealed: [UInt8], piece: Int, of content: String, district: String, in session: any Session) throws
    {
        try session.execute(
            Statement(
                "INSERT INTO recording_piece (district, content, piece, body) VALUES (?, ?, ?, ?)",
                [.text(district), .text(content), .integer(Int64(piece)), .blob(sealed)]))
    }

    public static func piece(_ piece: Int, of content: String, district: String, in session: any Session) throws -> [UInt8]? {
        try session.first(
            Statement(
                "SELECT body FROM recording_piece WHERE district = ? AND content = ? AND piece = ?",
                [.text(district), .text(content), .integer(Int64(piece))])
        ) { $0.blob(0) ?? [] }
    }

    public static func removePieces(of content: String, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                "DELETE FROM recording_piece WHERE district = ? AND content = ?", [.text(district), .text(content)]))
    }
}

/// Uploads under way, and those that no record has taken yet.
public enum RecordingUploadTable {
    public struct Entry: Sendable, Hashable {
        public var id: String
        public var by: String
        /// The last time a piece came.
        public var at: Instant
        /// The file's name as it was sent.
        public var name: String
        /// nil while the upload is under way.
        public var hash: String?
        public var size: Int64?
        public var mediaType: String?
        public init(
            id: String, by: String, at: Instant, name: String, hash: String? = nil, size: Int64? = nil, mediaType: String? = nil
        ) {
            self.id = id
            self.by = by
            self.at = at
            self.name = name
            self.hash = hash
            self.size = size
            self.mediaType = mediaType
        }
    }

    private static let columns = "id, by, at, name, hash, size, media_type"

    public static func insert(_ entry: Entry, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                "INSERT INTO recording_upload (district, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    .text(district), .text(entry.id), .text(entry.by), .integer(entry.at.milliseconds), .text(entry.name),
                    SQLValue(entry.hash), SQLValue(entry.size), SQLValue(entry.mediaType),
                ]))
    }

    /// A piece came.
    public static func touch(_ id: String, at: Instant, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                "UPDATE recording_upload SET at = ? WHERE district = ? AND id = ?",
                [.integer(at.milliseconds), .text(district), .text(id)]))
    }

    /// The upload is whole.
    public static func finish(_ entry: Entry, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                "UPDATE recording_upload SET at = ?, hash = ?, size = ?, media_type = ? WHERE district = ? AND id = ?",
                [
                    .integer(entry.at.milliseconds), SQLValue(entry.hash), SQLValue(entry.size), SQLValue(entry.mediaType),
                    .text(district), .text(entry.id),
                ]))
    }

    public static func remove(_ id: String, district: String, in session: any Session) throws {
        try session.execute(
            Statement("DELETE FROM recording_upload WHERE district = ? AND id = ?", [.text(district), .text(id)]))
    }

    public static func entry(_ id: String, district: String, in session: any Session) throws -> Entry? {
        try session.first(
            Statement("SELECT \(columns) FROM recording_upload WHERE district = ? AND id = ?", [.text(district), .text(id)]),
            Self.entry)
    }

    /// Uploads that nobody has touched since a moment.
    public static func entries(before: Instant, district: String, in session: any Session) throws -> [Entry] {
        try session.all(
            Statement(
                "SELECT \(columns) FROM recording_upload WHERE district = ? AND at < ? ORDER BY id",
                [.text(district), .integer(before.milliseconds)]), Self.entry)
    }

    private static func entry(_ row: any ResultRow) -> Entry {
        Entry(
            id: row.text(0) ?? "", by: row.text(1) ?? "", at: Instant(milliseconds: row.integer(2) ?? 0), name: row.text(3) ?? "",
            hash: row.text(4), size: row.integer(5), mediaType: row.text(6))
    }
}

/// Which record took which media, when and by whom; never taken away.
public enum RecordingUseTable {
    public struct Entry: Sendable, Hashable {
        public var record: String
        public var hash: String
        public var register: String
        public var at: Instant
        public var by: String
        public init(record: String, hash: String, register: String, at: Instant, by: String) {
            self.record = record
            self.hash = hash
            self.register = register
            self.at = at
            self.by = by
        }
    }

    public static func insert(_ entry: Entry, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                """
                INSERT INTO recording_use (district, record, hash, register, at, by) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (district, record, hash) DO NOTHING
                """,
                [
                    .text(district), .text(entry.record), .text(entry.hash), .text(entry.register),
                    .integer(entry.at.milliseconds), .text(entry.by),
                ]))
    }

    public static func entries(of records: [String], district: String, in session: any Session) throws -> [Entry] {
        guard !records.isEmpty else { return [] }
        return try session.all(
            Statement(
                "SELECT record, hash, register, at, by FROM recording_use WHERE district = ? AND record IN ", [.text(district)])
                + .list(records)
        ) { row in
            Entry(
                record: row.text(0) ?? "", hash: row.text(1) ?? "", register: row.text(2) ?? "",
                at: Instant(milliseconds: row.integer(3) ?? 0), by: row.text(4) ?? "")
        }
    }
}

extension RecordQuery {
    /// How many records the query finds in each owning unit: unit, count.
    public func countByOwner(_ dialect: any Dialect) -> Statement {
        Statement("SELECT r.owner, count(*) FROM \(layout.table) r") + restriction(dialect) + Statement(" GROUP BY r.owner")
    }
}
