import LegalTime

/// Addresses of the office's own gateways to which notices go out; the secret is sealed by the caller.
public enum WebhookTable {
    public struct Entry: Sendable, Hashable {
        public var id: String
        public var address: String
        public var secret: [UInt8]
        /// Kinds that it takes; empty takes all.
        public var kinds: Set<String>
        public var isPaused: Bool
        public var at: Instant
        public var by: String
        public init(id: String, address: String, secret: [UInt8], kinds: Set<String>, isPaused: Bool, at: Instant, by: String) {
            self.id = id
            self.address = address
            self.secret = secret
            self.kinds = kinds
            self.isPaused = isPaused
            self.at = at
            self.by = by
        }
    }

    public static func insert(_ entry: Entry, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                "INSERT INTO webhook (district, id, address, secret, kinds, is_paused, at, by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    .text(district), .text(entry.id), .text(entry.address), .blob(entry.secret),
                    .text(entry.kinds.sorted().joined(separator: ",")), SQLValue(entry.isPaused), .integer(entry.at.milliseconds),
                    .text(entry.by),
                ]))
    }

    public static func all(district: String, in session: any Session) throws -> [Entry] {
        try session.all(
            Statement(
                "SELECT id, address, secret, kinds, is_paused, at, by FROM webhook WHERE district = ? ORDER BY id",
                [.text(district)])
        ) { row in
            Entry(
                id: row.text(0) ?? "", address: row.text(1) ?? "", secret: row.blob(2) ?? [],
                kinds: Set((row.text(3) ?? "").split(separator: ",").map(String.init)), isPaused: row.integer(4) == 1,
                at: Instant(milliseconds: row.integer(5) ?? 0), by: row.text(6) ?? "")
        }
    }

    public static func pause(_ id: String, _ isPaused: Bool, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                "UPDATE webhook SET is_paused = ? WHERE district = ? AND id = ?",
                [SQLValue(isPaused), .text(district), .text(id)]))
    }

    /// The address with what waits for it; what was sent stays in the log.
    public static func remove(_ id: String, district: String, in session: any Session) throws {
        let key: [SQLValue] = [.text(district), .text(id)]
        try session.execute(Statement("DELETE FROM webhook_delivery WHERE district = ? AND webhook = ?", key))
        try session.execute(Statement("DELETE FROM webhook WHERE district = ? AND id = ?", key))
    }
}

/// Messages on their way to those addresses.
public enum DeliveryTable {
    public enum State: String, Sendable, CaseIterable {
        case waiting
        case sent
        case givenUp = "given_up"
    }

    public struct Entry: Sendable, Hashable {
        public var id: String
        public var webhook: String
        public var kind: String
        /// JSON, as it is signed and sent.
        public var body: String
        public var state: State
        public var tries: Int
        /// Not before this moment.
        public var nextAt: Instant
        /// Status of the last answer; nil where there was none.
        public var lastStatus: Int?
        /// Why there was no answer, in a word.
        public var lastFault: String?
        public var at: Instant
        public var doneAt: Instant?
        public init(id: String, webhook: String, kind: String, body: String, at: Instant) {
            self.id = id
            self.webhook = webhook
            self.kind = kind
            self.body = body
            self.state = .waiting
            self.tries = 0
            self.nextAt = at
            self.lastStatus = nil
            self.lastFault = nil
            self.at = at
            self.doneAt = nil
        }
    }

    private static let columns = "id, webhook, kind, body, state, tries, next_at, last_status, last_fault, at, done_at"

    public static func insert(_ entry: Entry, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                "INSERT INTO webhook_delivery (district, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [.text(district), .text(entry.id), .text(entry.webhook), .text(entry.kind), .text(entry.body)]
                    + standing(entry).prefix(5) + [.integer(entry.at.milliseconds), SQLValue(entry.doneAt?.milliseconds)]))
    }

    public static func update(_ entry: Entry, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                """
                UPDATE webhook_delivery SET state = ?, tries = ?, next_at = ?, last_status = ?, last_fault = ?, done_at = ?
                WHERE district = ? AND id = ?
                """, standing(entry) + [SQLValue(entry.doneAt?.milliseconds), .text(district), .text(entry.id)]))
    }

    private static func standing(_ entry: Entry) -> [SQLValue] {
        [
            .text(entry.state.rawValue), .integer(Int64(entry.tries)), .integer(entry.nextAt.milliseconds),
            SQLValue(entry.lastStatus), SQLValue(entry.lastFault),
        ]
    }

    /// What may go out now, the oldest first; nothing for an address that is paused.
    public static func due(at now: Instant, limit: Int, district: String, in session: any Session) throws -> [Entry] {
        try session.all(
            Statement(
                """
                SELECT \(columns) FROM webhook_delivery WHERE district = ? AND state = 'waiting' AND next_at <= ?
                AND webhook IN (SELECT w.id FROM webhook w WHERE w.district = ? AND w.is_paused = 0) ORDER BY next_at, id LIMIT ?
                """, [.text(district), .integer(now.milliseconds), .text(district), .integer(Int64(limit))]), entry)
    }

    /// The newest first.
    public static func entries(of webhook: String, limit: Int, district: String, in session: any Session) throws -> [Entry] {
        try session.all(
            Statement(
                "SELECT \(columns) FROM webhook_delivery WHERE district = ? AND webhook = ? ORDER BY id DESC LIMIT ?",
                [.text(district), .text(webhook), .integer(Int64(limit))]), entry)
    }

    /// Takes away what was sent before a moment.
    public static func prune(before: Instant, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                "DELETE FROM webhook_delivery WHERE district = ? AND state = 'sent' AND done_at < ?",
                [.text(district), .integer(before.milliseconds)]))
    }

    private static func entry(_ row: any ResultRow) throws -> Entry {
        guard let state = State(rawValue: row.text(4) ?? "") else {
            throw StoreError.unreadableRow(table: "webhook_delivery", column: "state")
        }
        var entry = Entry(
            id: row.text(0) ?? "", webhook: row.text(1) ?? "", kind: row.text(2) ?? "", body: row.text(3) ?? "",
            at: Instant(milliseconds: row.integer(9) ?? 0))
        entry.state = state
        entry.tries = Int(row.integer(5) ?? 0)
        entry.nextAt = Instant(milliseconds: row.integer(6) ?? 0)
        entry.lastStatus = row.integer(7).map(Int.init)
        entry.lastFault = row.text(8)
        entry.doneAt = row.integer(10).map(Instant.init(milliseconds:))
        return entry
    }
}

/// Secret addresses of calendar feeds, by the hash of the secret.
public enum CalendarAddressTable {
    public static func set(_ digest: String, for account: String, at: Instant, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                """
                INSERT INTO calendar_address (district, account, digest, at) VALUES (?, ?, ?, ?)
                ON CONFLICT (district, account) DO UPDATE SET digest = excluded.digest, at = excluded.at
                """, [.text(district), .text(account), .text(digest), .integer(at.milliseconds)]))
    }

    public static func remove(for account: String, district: String, in session: any Session) throws {
        try session.execute(
            Statement("DELETE FROM calendar_address WHERE district = ? AND account = ?", [.text(district), .text(account)]))
    }

    /// Whose feed a secret opens.
    public static func account(digest: String, district: String, in session: any Session) throws -> String? {
        try session.first(
            Statement("SELECT account FROM calendar_address WHERE district = ? AND digest = ?", [.text(district), .text(digest)])
        ) { $0.text(0) ?? "" }
    }

    /// Since when somebody has a feed; nil where he has none.
    public static func since(of account: String, district: String, in session: any Session) throws -> Instant? {
        try session.first(
            Statement("SELECT at FROM calendar_address WHERE district = ? AND account = ?", [.text(district), .text(account)])
        ) { Instant(milliseconds: $0.integer(0) ?? 0) }
    }
}
