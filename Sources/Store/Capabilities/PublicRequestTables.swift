import Access
import LegalTime

/// Records that came in from outside, each with the keyed hash of its receipt code.
public enum PublicRequestTable {
    public struct Entry: Sendable, Hashable {
        public var id: String
        public var register: String
        /// The request's name in the definition.
        public var request: String
        public var record: String
        public var codeHash: [UInt8]
        public var formHash: [UInt8]
        public var at: Instant
        public init(
            id: String, register: String, request: String, record: String, codeHash: [UInt8], formHash: [UInt8], at: Instant
        ) {
            self.id = id
            self.register = register
            self.request = request
            self.record = record
            self.codeHash = codeHash
            self.formHash = formHash
            self.at = at
        }
    }

    static let layout = TableLayout(
        "public_request", key: ["district", "id"],
        columns: [
            ColumnLayout("district", .text, required: true), ColumnLayout("id", .text, required: true),
            ColumnLayout("register", .text, required: true), ColumnLayout("request", .text, required: true),
            ColumnLayout("record", .text, required: true), ColumnLayout("code_hash", .blob, required: true),
            ColumnLayout("form_hash", .blob, required: true), ColumnLayout("at", .integer, required: true),
        ],
        indexes: [
            IndexLayout("public_request_record", ["district", "record"]),
            IndexLayout("public_request_register", ["district", "register", "id"]),
            IndexLayout("public_request_code", ["district", "code_hash"], unique: true),
            IndexLayout("public_request_form", ["district", "form_hash"], unique: true),
        ])

    private static let columns = "id, register, request, record, code_hash, form_hash, at"

    public static func insert(_ entry: Entry, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                "INSERT INTO public_request (district, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    .text(district), .text(entry.id), .text(entry.register), .text(entry.request), .text(entry.record),
                    .blob(entry.codeHash), .blob(entry.formHash), .integer(entry.at.milliseconds),
                ]))
    }

    public static func entry(codeHashes: [[UInt8]], district: String, in session: any Session) throws -> Entry? {
        try session.first(
            Statement("SELECT \(columns) FROM public_request WHERE district = ? AND code_hash IN ", [.text(district)])
                + .list(codeHashes), entry)
    }

    public static func entry(of record: String, district: String, in session: any Session) throws -> Entry? {
        try session.first(
            Statement(
                "SELECT \(columns) FROM public_request WHERE district = ? AND record = ?", [.text(district), .text(record)]),
            entry
        )
    }

    public static func hasForm(_ hash: [UInt8], district: String, in session: any Session) throws -> Bool {
        try session.first(
            Statement("SELECT 1 FROM public_request WHERE district = ? AND form_hash = ?", [.text(district), .blob(hash)])
        ) { _ in true } ?? false
    }

    /// The latest records of a register that came in from outside and stand in a state, of units that may be shown.
    ///
    /// - Parameter table: the register's own table.
    public static func waiting(
        register: String, table: String, state: String, units: UnitSet, limit: Int, district: String, in session: any Session
    ) throws -> [(record: String, number: String, owner: String, at: Instant)] {
        let statement =
            Statement(
                """
                SELECT r.id, r.number, r.owner, p.at FROM public_request p JOIN \(table) r ON r.district = p.district AND r.id = p.record
                WHERE p.district = ? AND p.register = ? AND r.state = ? AND 
                """, [.text(district), .text(register), .text(state)])
            + RecordQuery.scope(units, column: "r.owner")
            + Statement(" ORDER BY p.id DESC LIMIT ?", [.integer(Int64(limit))])
        return try session.all(statement) { row in
            (row.text(0) ?? "", row.text(1) ?? "", row.text(2) ?? "", Instant(milliseconds: row.integer(3) ?? 0))
        }
    }

    private static func entry(_ row: any ResultRow) throws -> Entry {
        Entry(
            id: row.text(0) ?? "", register: row.text(1) ?? "", request: row.text(2) ?? "", record: row.text(3) ?? "",
            codeHash: row.blob(4) ?? [], formHash: row.blob(5) ?? [], at: Instant(milliseconds: row.integer(6) ?? 0))
    }
}

/// What the sender of a request added when asked for it (补正): a text and a file, sealed.
public enum PublicSupplementTable {
    public struct Entry: Sendable, Hashable {
        public var id: String
        public var record: String
        /// The number of moves the record had made by then: one supplement for each time it is asked for.
        public var moves: Int
        public var text: [UInt8]
        public var fileHash: String?
        public var fileName: [UInt8]?
        public var fileSize: Int64
        public var mediaType: String
        public var at: Instant
        public init(
            id: String, record: String, moves: Int, text: [UInt8], fileHash: String?, fileName: [UInt8]?, fileSize: Int64,
            mediaType: String, at: Instant
        ) {
            self.id = id
            self.record = record
            self.moves = moves
            self.text = text
            self.fileHash = fileHash
            self.fileName = fileName
            self.fileSize = fileSize
            self.mediaType = mediaType
            self.at = at
        }
    }

    static let layout = TableLayout(
        "public_supplement", key: ["district", "id"],
        columns: [
            ColumnLayout("district", .text, required: true), ColumnLayout("id", .text, required: true),
            ColumnLayout("record", .text, required: true), ColumnLayout("moves", .integer, required: true),
            ColumnLayout("body", .blob, required: true), ColumnLayout("file_hash", .text), ColumnLayout("file_name", .blob),
            ColumnLayout("file_size", .integer, required: true), ColumnLayout("media_type", .text, required: true),
            ColumnLayout("at", .integer, required: true),
        ], indexes: [IndexLayout("public_supplement_record", ["district", "record", "moves"], unique: true)])

    private static let columns = "id, record, moves, body, file_hash, file_name, file_size, media_type, at"

    public static func insert(_ entry: Entry, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                "INSERT INTO public_supplement (district, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    .text(district), .text(entry.id), .text(entry.record), SQLValue(entry.moves), .blob(entry.text),
                    SQLValue(entry.fileHash), entry.fileName.map(SQLValue.blob) ?? .null, .integer(entry.fileSize),
                    .text(entry.mediaType), .integer(entry.at.milliseconds),
                ]))
    }

    public static func entries(of record: String, district: String, in session: any Session) throws -> [Entry] {
        try session.all(
            Statement(
                "SELECT \(columns) FROM public_supplement WHERE district = ? AND record = ? ORDER BY id",
                [.text(district), .text(record)])
        ) { row in
            Entry(
                id: row.text(0) ?? "", record: row.text(1) ?? "", moves: Int(row.integer(2) ?? 0), text: row.blob(3) ?? [],
                fileHash: row.text(4), fileName: row.blob(5), fileSize: row.integer(6) ?? 0, mediaType: row.text(7) ?? "",
                at: Instant(milliseconds: row.integer(8) ?? 0))
        }
    }
}
