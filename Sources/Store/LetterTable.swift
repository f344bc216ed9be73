import LegalTime

/// Letters that were issued: each with its number and the hash of the file that was printed; none is changed or taken away.
public enum LetterTable {
    public struct Entry: Sendable, Hashable {
        public var id: String
        public var record: String
        public var register: String
        /// The letter's name in the definition.
        public var name: String
        public var number: String?
        /// The file as it was printed, among the attachments.
        public var hash: String
        public var size: Int64
        /// The same with personal values masked, for those who do not see them.
        public var maskedHash: String
        public var maskedSize: Int64
        /// Whoever printed it did not see personal values: both files are the masked one.
        public var isMasked: Bool
        /// The file was made from the office's own Word template.
        public var isForeign: Bool
        public var on: Day
        public var at: Instant
        public var by: String
        public init(
            id: String, record: String, register: String, name: String, number: String?, hash: String,
            size: Int64,
            maskedHash: String, maskedSize: Int64, isMasked: Bool, isForeign: Bool, on: Day, at: Instant,
            by: String
        ) {
            self.id = id
            self.record = record
            self.register = register
            self.name = name
            self.number = number
            self.hash = hash
            self.size = size
            self.maskedHash = maskedHash
            self.maskedSize = maskedSize
            self.isMasked = isMasked
            self.isForeign = isForeign
            self.on = on
            self.at = at
            self.by = by
        }
    }

    static let layout = TableLayout(
        "letter", key: ["district", "id"],
        columns: [
            ColumnLayout("district", .text, required: true), ColumnLayout("id", .text, required: true),
            ColumnLayout("record", .text, required: true),
            ColumnLayout("register", .text, required: true),
            ColumnLayout("name", .text, required: true), ColumnLayout("number", .text),
            ColumnLayout("hash", .text, required: true), ColumnLayout("size", .integer, required: true),
            ColumnLayout("masked_hash", .text, required: true),
            ColumnLayout("masked_size", .integer, required: true),
            ColumnLayout("is_masked", .integer, required: true),
            ColumnLayout("is_foreign", .integer, required: true),
            ColumnLayout("on_day", .text, required: true), ColumnLayout("at", .integer, required: true),
            ColumnLayout("by", .text, required: true),
        ], indexes: [IndexLayout("letter_record", ["district", "record", "id"])])

    private static let columns =
        "id, record, register, name, number, hash, size, masked_hash, masked_size, is_masked, is_foreign, on_day, at, by"

    public static func insert(_ entry: Entry, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                "INSERT INTO letter (district, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    .text(district), .text(entry.id), .text(entry.record), .text(entry.register),
                    .text(entry.name),
                    SQLValue(entry.number), .text(entry.hash), .integer(entry.size), .text(entry.maskedHash),
                    .integer(entry.maskedSize), SQLValue(entry.isMasked), SQLValue(entry.isForeign),
                    .text(entry.on.iso),
                    .integer(entry.at.milliseconds), .text(entry.by),
                ]))
    }

    /// In the order in which they were issued.
    public static func entries(of record: String, district: String, in session: any Session) throws
        -> [Entry]
    {
        try session.all(
            Statement(
                "SELECT \(columns) FROM letter WHERE district = ? AND record = ? ORDER BY id",
                [.text(district), .text(record)])
        ) { row in
            guard let on = row.text(11).flatMap(Day.init(iso:)) else {
                throw StoreError.unreadableRow(table: "letter", column: "on_day")
            }
            return Entry(
                id: row.text(0) ?? "", record: row.text(1) ?? "", register: row.text(2) ?? "",
                name: row.text(3) ?? "",
                number: row.text(4), hash: row.text(5) ?? "", size: row.integer(6) ?? 0,
                maskedHash: row.text(7) ?? "",
                maskedSize: row.integer(8) ?? 0, isMasked: row.integer(9) == 1,
                isForeign: row.integer(10) == 1, on: on,
                at: Instant(milliseconds: row.integer(12) ?? 0), by: row.text(13) ?? "")
        }
    }
}

/// Records of service (送达回证): how, when and by whom a letter was handed over; who took it and the remark are sealed.
public enum LetterServiceTable {
    public struct Entry: Sendable, Hashable {
        public var id: String
        public var letter: String
        public var record: String
        public var mode: String
        public var on: Day
        public var by: String
        public var at: Instant
        public var receiver: [UInt8]?
        public var note: [UInt8]?
        public init(
            id: String, letter: String, record: String, mode: String, on: Day, by: String, at: Instant,
            receiver: [UInt8]?,
            note: [UInt8]?
        ) {
            self.id = id
            self.letter = letter
            self.record = record
            self.mode = mode
            self.on = on
            self.by = by
            self.at = at
            self.receiver = receiver
            self.note = note
        }
    }

    static let layout = TableLayout(
        "letter_service", key: ["district", "id"],
        columns: [
            ColumnLayout("district", .text, required: true), ColumnLayout("id", .text, required: true),
            ColumnLayout("letter", .text, required: true), ColumnLayout("record", .text, required: true),
            ColumnLayout("mode", .text, required: true), ColumnLayout("on_day", .text, required: true),
            ColumnLayout("by", .text, required: true), ColumnLayout("at", .integer, required: true),
            ColumnLayout("receiver", .blob), ColumnLayout("note", .blob),
        ], indexes: [IndexLayout("letter_service_record", ["district", "record", "id"])])

    public static func insert(_ entry: Entry, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                """
                INSERT INTO letter_service (district, id, letter, record, mode, on_day, by, at, receiver, note)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .text(district), .text(entry.id), .text(entry.letter), .text(entry.record),
                    .text(entry.mode),
                    .text(entry.on.iso), .text(entry.by), .integer(entry.at.milliseconds),
                    entry.receiver.map { .blob($0) } ?? .null, entry.note.map { .blob($0) } ?? .null,
                ]))
    }

    /// In the order in which they were written down.
    public static func entries(of record: String, district: String, in session: any Session) throws
        -> [Entry]
    {
        try session.all(
            Statement(
                """
                SELECT id, letter, record, mode, on_day, by, at, receiver, note FROM letter_service
                WHERE district = ? AND record = ? ORDER BY id
                """, [.text(district), .text(record)])
        ) { row in
            guard let on = row.text(4).flatMap(Day.init(iso:)) else {
                throw StoreError.unreadableRow(table: "letter_service", column: "on_day")
            }
            return Entry(
                id: row.text(0) ?? "", letter: row.text(1) ?? "", record: row.text(2) ?? "",
                mode: row.text(3) ?? "", on: on,
                by: row.text(5) ?? "", at: Instant(milliseconds: row.integer(6) ?? 0),
                receiver: row.blob(7), note: row.blob(8))
        }
    }
}
