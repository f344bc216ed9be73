import LegalTime

/// Documents that an office lays over the files of its catalogue, every revision kept.
public enum OverlayTable {
    public struct Entry: Sendable, Hashable {
        public var revision: Int64
        public var text: String
        public var by: String
        public var at: Instant
    }

    /// The last revision of a document; nil where there is none.
    public static func latest(_ name: String, district: String, in session: any Session) throws -> Entry? {
        try session.first(
            Statement(
                "SELECT revision, body, by, at FROM overlay_document WHERE district = ? AND name = ? ORDER BY revision DESC LIMIT 1",
                [.text(district), .text(name)]), entry)
    }

    /// Every revision, newest first.
    public static func all(_ name: String, district: String, in session: any Session) throws -> [Entry] {
        try session.all(
            Statement(
                "SELECT revision, body, by, at FROM overlay_document WHERE district = ? AND name = ? ORDER BY revision DESC",
                [.text(district), .text(name)]), entry)
    }

    /// Keeps the next revision; a revision that is there already throws.
    public static func keep(
        _ text: String, revision: Int64, of name: String, by: String, at: Instant, district: String, in session: any Session
    ) throws {
        try session.execute(
            Statement(
                "INSERT INTO overlay_document (district, name, revision, body, by, at) VALUES (?, ?, ?, ?, ?, ?)",
                [.text(district), .text(name), .integer(revision), .text(text), .text(by), .integer(at.milliseconds)]))
    }

    private static func entry(_ row: any ResultRow) -> Entry {
        Entry(
            revision: row.integer(0) ?? 0, text: row.text(1) ?? "", by: row.text(2) ?? "",
            at: Instant(milliseconds: row.integer(3) ?? 0))
    }
}
