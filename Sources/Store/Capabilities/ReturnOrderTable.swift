import LegalTime

/// What the office in charge has ordered about returns, and the history of every sheet.
public enum ReturnOrderTable {
    /// A unit owes nothing from a month until a month.
    public struct Exception: Sendable, Hashable {
        public var id: String
        public var name: String
        public var unit: String
        public var from: Month
        public var until: Month
        public var reason: String
        public var by: String
        public var at: Instant
        public init(id: String, name: String, unit: String, from: Month, until: Month, reason: String, by: String, at: Instant) {
            self.id = id
            self.name = name
            self.unit = unit
            self.from = from
            self.until = until
            self.reason = reason
            self.by = by
            self.at = at
        }

        public func covers(_ month: Month) -> Bool { from <= month && month <= until }
    }

    /// A month that is closed, for one unit or, without one, for all.
    public struct Lock: Sendable, Hashable {
        public var name: String
        public var month: Month
        public var unit: String?
        public var reason: String
        public var by: String
        public var at: Instant
        public init(name: String, month: Month, unit: String?, reason: String, by: String, at: Instant) {
            self.name = name
            self.month = month
            self.unit = unit
            self.reason = reason
            self.by = by
            self.at = at
        }
    }

    /// One thing that was done.
    public struct Event: Sendable, Hashable {
        public var id: String
        public var name: String
        /// Of an exception its first month.
        public var month: Month
        /// Nil for what concerns all units.
        public var unit: String?
        public var act: String
        public var on: Day
        public var at: Instant
        public var by: String
        public var reason: String?
        public init(
            id: String, name: String, month: Month, unit: String?, act: String, on: Day, at: Instant, by: String, reason: String?
        ) {
            self.id = id
            self.name = name
            self.month = month
            self.unit = unit
            self.act = act
            self.on = on
            self.at = at
            self.by = by
            self.reason = reason
        }
    }

    private static let text = ReturnTables.text
    private static let integer = ReturnTables.integer

    static let layouts: [TableLayout] = [
        TableLayout(
            "return_exception", key: ["district", "id"],
            columns: ["district", "id", "name", "unit", "from_month", "until_month", "reason", "by"].map(text) + [integer("at")],
            indexes: [IndexLayout("return_exception_unit", ["district", "name", "unit", "from_month"])]),
        TableLayout(
            "return_lock", key: ["district", "name", "month", "unit"],
            columns: ["district", "name", "month", "unit", "reason", "by"].map(text) + [integer("at")]),
        TableLayout(
            "return_event", key: ["district", "id"],
            columns: ["district", "id", "name", "month", "unit", "act", "on_day", "by"].map(text) + [
                integer("at"), ColumnLayout("reason", .text),
            ], indexes: [IndexLayout("return_event_sheet", ["district", "name", "month", "unit", "id"])]),
    ]

    // MARK: Exceptions

    public static func add(_ exception: Exception, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                """
                INSERT INTO return_exception (district, id, name, unit, from_month, until_month, reason, by, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .text(district), .text(exception.id), .text(exception.name), .text(exception.unit),
                    .text(exception.from.iso), .text(exception.until.iso), .text(exception.reason), .text(exception.by),
                    .integer(exception.at.milliseconds),
                ]))
    }

    /// An exception that was given by mistake goes; the history keeps that it was there.
    public static func remove(exception id: String, district: String, in session: any Session) throws {
        try session.execute(
            Statement("DELETE FROM return_exception WHERE district = ? AND id = ?", [.text(district), .text(id)]))
    }

    public static func exceptions(_ name: String, district: String, in session: any Session) throws -> [Exception] {
        try session.all(
            Statement(
                """
                SELECT id, name, unit, from_month, until_month, reason, by, at FROM return_exception
                WHERE district = ? AND name = ? ORDER BY from_month, unit, id
                """, [.text(district), .text(name)])
        ) { row in
            Exception(
                id: row.text(0) ?? "", name: row.text(1) ?? "", unit: row.text(2) ?? "",
                from: try ReturnTables.month(row, 3, table: "return_exception"),
                until: try ReturnTables.month(row, 4, table: "return_exception"), reason: row.text(5) ?? "",
                by: row.text(6) ?? "", at: Instant(milliseconds: row.integer(7) ?? 0))
        }
    }

    // MARK: Locks

    public static func add(_ lock: Lock, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                "INSERT INTO return_lock (district, name, month, unit, reason, by, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    .text(district), .text(lock.name), .text(lock.month.iso), .text(lock.unit ?? ""), .text(lock.reason),
                    .text(lock.by), .integer(lock.at.milliseconds),
                ]))
    }

    /// Whether there was one to take away.
    public static func unlock(_ name: String, _ month: Month, unit: String?, district: String, in session: any Session) throws
        -> Bool
    {
        try session.execute(
            Statement(
                "DELETE FROM return_lock WHERE district = ? AND name = ? AND month = ? AND unit = ?",
                [.text(district), .text(name), .text(month.iso), .text(unit ?? "")])) > 0
    }

    /// The locks of some months, of all units first.
    public static func locks(_ name: String, _ months: ClosedRange<Month>, district: String, in session: any Session) throws
        -> [Lock]
    {
        try session.all(
            Statement(
                """
                SELECT name, month, unit, reason, by, at FROM return_lock
                WHERE district = ? AND name = ? AND month BETWEEN ? AND ? ORDER BY month, unit
                """, [.text(district), .text(name), .text(months.lowerBound.iso), .text(months.upperBound.iso)])
        ) { row in
            Lock(
                name: row.text(0) ?? "", month: try ReturnTables.month(row, 1, table: "return_lock"),
                unit: row.text(2).flatMap { $0.isEmpty ? nil : $0 }, reason: row.text(3) ?? "", by: row.text(4) ?? "",
                at: Instant(milliseconds: row.integer(5) ?? 0))
        }
    }

    // MARK: History

    public static func append(_ event: Event, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                """
                INSERT INTO return_event (district, id, name, month, unit, act, on_day, by, at, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .text(district), .text(event.id), .text(event.name), .text(event.month.iso), .text(event.unit ?? ""),
                    .text(event.act), .text(event.on.iso), .text(event.by), .integer(event.at.milliseconds),
                    SQLValue(event.reason),
                ]))
    }

    /// What was done to one sheet or to its whole month, in order of time.
    public static func events(_ name: String, _ month: Month, _ unit: String, district: String, in session: any Session) throws
        -> [Event]
    {
        try session.all(
            Statement(
                """
                SELECT id, name, month, unit, act, on_day, at, by, reason FROM return_event
                WHERE district = ? AND name = ? AND month = ? AND unit IN (?, '') ORDER BY id
                """, [.text(district), .text(name), .text(month.iso), .text(unit)])
        ) { row in
            guard let on = row.text(5).flatMap(Day.init(iso:)) else {
                throw StoreError.unreadableRow(table: "return_event", column: "on_day")
            }
            return Event(
                id: row.text(0) ?? "", name: row.text(1) ?? "", month: try ReturnTables.month(row, 2, table: "return_event"),
                unit: row.text(3).flatMap { $0.isEmpty ? nil : $0 }, act: row.text(4) ?? "", on: on,
                at: Instant(milliseconds: row.integer(6) ?? 0), by: row.text(7) ?? "", reason: row.text(8))
        }
    }
}
