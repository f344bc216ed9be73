/// The append-only log as bytes: what an entry means is known above, that it is chained is known in the vault.
public enum LogTable {
    public struct Entry: Sendable, Hashable {
        public var sequence: Int64
        public var hash: [UInt8]
        public var body: [UInt8]
        public var register: String
        public var record: String
        public var actor: String
        public var act: String
        public var at: Int64
        public init(
            sequence: Int64, hash: [UInt8], body: [UInt8], register: String, record: String, actor: String, act: String, at: Int64
        ) {
            self.sequence = sequence
            self.hash = hash
            self.body = body
            self.register = register
            self.record = record
            self.actor = actor
            self.act = act
            self.at = at
        }
    }

    /// Sequence and hash of the last entry, read inside the write that will append the next.
    public static func head(district: String, in session: any Session) throws -> (sequence: Int64, hash: [UInt8])? {
        try session.first(
            Statement("SELECT sequence, hash FROM log_entry WHERE district = ? ORDER BY sequence DESC LIMIT 1", [.text(district)])
        ) { ($0.integer(0) ?? 0, $0.blob(1) ?? []) }
    }

    public static func append(_ entry: Entry, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                "INSERT INTO log_entry (district, sequence, hash, body, register, record, actor, act, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    .text(district), .integer(entry.sequence), .blob(entry.hash), .blob(entry.body), .text(entry.register),
                    .text(entry.record),
                    .text(entry.actor), .text(entry.act), .integer(entry.at),
                ]))
    }

    /// Entries in order of the chain, handed out one by one.
    public static func each(district: String, after sequence: Int64 = 0, in session: any Session, _ body: (Entry) throws -> Void)
        throws
    {
        try session.query(
            Statement("\(select) WHERE district = ? AND sequence > ? ORDER BY sequence", [.text(district), .integer(sequence)])
        ) { try body(entry($0)) }
    }

    public static func entries(ofRecord record: String, district: String, in session: any Session) throws -> [Entry] {
        try session.all(
            Statement("\(select) WHERE district = ? AND record = ? ORDER BY sequence", [.text(district), .text(record)])
        ) { entry($0) }
    }

    /// The latest entries, newest first, optionally of one actor.
    public static func latest(district: String, actor: String?, before: Int64?, limit: Int, in session: any Session) throws
        -> [Entry]
    {
        var statement = Statement("\(select) WHERE district = ?", [.text(district)])
        if let actor { statement += Statement(" AND actor = ?", [.text(actor)]) }
        if let before { statement += Statement(" AND sequence < ?", [.integer(before)]) }
        return try session.all(statement + Statement(" ORDER BY sequence DESC LIMIT ?", [.integer(Int64(limit))])) { entry($0) }
    }

    private static let select = "SELECT sequence, hash, body, register, record, actor, act, at FROM log_entry"

    private static func entry(_ row: any ResultRow) -> Entry {
        Entry(
            sequence: row.integer(0) ?? 0, hash: row.blob(1) ?? [], body: row.blob(2) ?? [], register: row.text(3) ?? "",
            record: row.text(4) ?? "",
            actor: row.text(5) ?? "", act: row.text(6) ?? "", at: row.integer(7) ?? 0)
    }

    // MARK: Personal values beside the log

    public static func keep(
        path: String, of sequence: Int64, record: String, salt: [UInt8], ciphertext: [UInt8], district: String,
        in session: any Session
    )
        throws
    {
        try session.execute(
            Statement(
                "INSERT INTO log_value (district, sequence, path, record, salt, ciphertext) VALUES (?, ?, ?, ?, ?, ?)",
                [.text(district), .integer(sequence), .text(path), .text(record), .blob(salt), .blob(ciphertext)]))
    }

    public static func values(of sequence: Int64, district: String, in session: any Session) throws -> [(
        path: String, salt: [UInt8], ciphertext: [UInt8]
    )] {
        try session.all(
            Statement(
                "SELECT path, salt, ciphertext FROM log_value WHERE district = ? AND sequence = ?",
                [.text(district), .integer(sequence)])
        ) { ($0.text(0) ?? "", $0.blob(1) ?? [], $0.blob(2) ?? []) }
    }

    public static func wrappedKey(of record: String, district: String, in session: any Session) throws -> [UInt8]? {
        try session.first(
            Statement("SELECT wrapped FROM record_key WHERE district = ? AND record = ?", [.text(district), .text(record)])
        ) {
            $0.blob(0) ?? []
        }
    }

    public static func keepKey(_ wrapped: [UInt8], of record: String, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                "INSERT INTO record_key (district, record, wrapped) VALUES (?, ?, ?)",
                [.text(district), .text(record), .blob(wrapped)]))
    }
}
