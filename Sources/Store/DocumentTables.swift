import LegalTime

/// Files by the hash of their content; the content is sealed by the caller.
public enum AttachmentTable {
    public static func keep(
        hash: String, size: Int64, mediaType: String, sealed: [UInt8], at: Instant, district: String, in session: any Session
    ) throws {
        try session.execute(
            Statement(
                "INSERT INTO attachment (district, hash, size, media_type, content, at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (district, hash) DO NOTHING",
                [.text(district), .text(hash), .integer(size), .text(mediaType), .blob(sealed), .integer(at.milliseconds)]))
    }

    public static func content(hash: String, district: String, in session: any Session) throws -> [UInt8]? {
        try session.first(
            Statement("SELECT content FROM attachment WHERE district = ? AND hash = ?", [.text(district), .text(hash)])
        ) {
            $0.blob(0) ?? []
        }
    }
}

/// Each definition text by its digest, so that a log entry can be read against the definition of its day.
public enum DefinitionTable {
    public static func keep(
        digest: String, register: String, text: String, at: Instant, district: String, in session: any Session
    ) throws {
        try session.execute(
            Statement(
                "INSERT INTO definition_text (district, digest, register, body, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (district, digest) DO NOTHING",
                [.text(district), .text(digest), .text(register), .text(text), .integer(at.milliseconds)]))
    }
}

/// What the units write for a part of the report.
public enum ContributionTable {
    public struct Entry: Sendable, Hashable {
        public var part: String
        public var unit: String
        public var text: String
        public var revision: Int64
        public var by: String
        public var at: Instant
    }

    public static func all(year: Int, district: String, in session: any Session) throws -> [Entry] {
        try session.all(
            Statement(
                "SELECT part, unit, body, revision, by, at FROM contribution WHERE district = ? AND year = ? ORDER BY part, unit",
                [.text(district), .integer(Int64(year))])
        ) { row in
            Entry(
                part: row.text(0) ?? "", unit: row.text(1) ?? "", text: row.text(2) ?? "", revision: row.integer(3) ?? 0,
                by: row.text(4) ?? "",
                at: Instant(milliseconds: row.integer(5) ?? 0))
        }
    }

    /// Saves a text over the revision its writer started from (0 for none); false when somebody else has saved since.
    public static func save(
        _ text: String, year: Int, part: String, unit: String, over revision: Int64, by: String, at: Instant, district: String,
        in session: any Session
    ) throws -> Bool {
        let key: [SQLValue] = [.text(district), .integer(Int64(year)), .text(part), .text(unit)]
        let current =
            try session.first(
                Statement("SELECT revision FROM contribution WHERE district = ? AND year = ? AND part = ? AND unit = ?", key)
            ) {
                $0.integer(0) ?? 0
            } ?? 0
        guard current == revision else { return false }
        let values: [SQLValue] = [.text(text), .integer(revision + 1), .text(by), .integer(at.milliseconds)]
        if current == 0 {
            try session.execute(
                Statement(
                    "INSERT INTO contribution (district, year, part, unit, body, revision, by, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    key + values))
        } else {
            try session.execute(
                Statement(
                    "UPDATE contribution SET body = ?, revision = ?, by = ?, at = ? WHERE district = ? AND year = ? AND part = ? AND unit = ?",
                    values + key))
        }
        return true
    }
}

/// Small settings of a district: which calendar the stored runs were reckoned with, and the like.
public enum SettingTable {
    public static func value(_ name: String, district: String, in session: any Session) throws -> String? {
        try session.first(Statement("SELECT value FROM setting WHERE district = ? AND name = ?", [.text(district), .text(name)]))
        { $0.text(0) ?? "" }
    }

    public static func set(_ name: String, to value: String, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                "INSERT INTO setting (district, name, value) VALUES (?, ?, ?) ON CONFLICT (district, name) DO UPDATE SET value = excluded.value",
                [.text(district), .text(name), .text(value)]))
    }
}
