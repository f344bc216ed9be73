import LegalTime

/// Which unit had a record when: a row for each change of its owner by a move.
public enum OwnerTable {
    public struct Entry: Sendable, Hashable {
        public var from: String
        public var to: String
        public var on: Day
        public var at: Instant
        public var by: String
        /// The record went back to the unit it came from.
        public var isBack: Bool
        public init(from: String, to: String, on: Day, at: Instant, by: String, isBack: Bool) {
            self.from = from
            self.to = to
            self.on = on
            self.at = at
            self.by = by
            self.isBack = isBack
        }
    }

    static let layout = TableLayout(
        "owner_change", key: ["district", "record", "sequence"],
        columns: [
            ColumnLayout("district", .text, required: true), ColumnLayout("record", .text, required: true),
            ColumnLayout("sequence", .integer, required: true), ColumnLayout("register", .text, required: true),
            ColumnLayout("unit_before", .text, required: true), ColumnLayout("unit_after", .text, required: true),
            ColumnLayout("on_day", .text, required: true), ColumnLayout("at", .integer, required: true),
            ColumnLayout("by", .text, required: true), ColumnLayout("is_back", .integer, required: true),
        ], indexes: [IndexLayout("owner_change_from", ["district", "register", "unit_before", "record"])])

    public static func append(_ entry: Entry, record: String, register: String, district: String, in session: any Session) throws
    {
        try session.execute(
            Statement(
                """
                INSERT INTO owner_change (district, record, sequence, register, unit_before, unit_after, on_day, at, by, is_back)
                VALUES (?, ?, (SELECT COALESCE(max(o.sequence), 0) + 1 FROM owner_change o WHERE o.district = ? AND o.record = ?), ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .text(district), .text(record), .text(district), .text(record), .text(register), .text(entry.from),
                    .text(entry.to), .text(entry.on.iso), .integer(entry.at.milliseconds), .text(entry.by),
                    SQLValue(entry.isBack),
                ]))
    }

    /// In order of time.
    public static func entries(of record: String, district: String, in session: any Session) throws -> [Entry] {
        try session.all(
            Statement(
                "SELECT unit_before, unit_after, on_day, at, by, is_back FROM owner_change WHERE district = ? AND record = ? ORDER BY sequence",
                [.text(district), .text(record)])
        ) { row in
            guard let on = row.text(2).flatMap(Day.init(iso:)) else {
                throw StoreError.unreadableRow(table: "owner_change", column: "on_day")
            }
            return Entry(
                from: row.text(0) ?? "", to: row.text(1) ?? "", on: on, at: Instant(milliseconds: row.integer(3) ?? 0),
                by: row.text(4) ?? "", isBack: row.integer(5) == 1)
        }
    }

    /// Ids of the records of a register that these units had and have no more, the latest first.
    public static func handedOn(
        register: String, units: Statement, limit: Int, district: String, in session: any Session
    ) throws -> [String] {
        try session.all(
            Statement(
                "SELECT record, max(at) FROM owner_change WHERE district = ? AND register = ? AND ",
                [.text(district), .text(register)]) + units
                + Statement(" GROUP BY record ORDER BY 2 DESC LIMIT ?", [.integer(Int64(limit))])
        ) { $0.text(0) ?? "" }
    }
}
