import LegalTime

/// The tables of monthly returns: sheets with their numbers, exceptions, locks, and what was done to each and why.
public enum ReturnTables {
    static let layouts: [TableLayout] = [ReturnSheetTable.sheets, ReturnSheetTable.values] + ReturnOrderTable.layouts

    static func text(_ name: String) -> ColumnLayout { ColumnLayout(name, .text, required: true) }
    static func integer(_ name: String) -> ColumnLayout { ColumnLayout(name, .integer, required: true) }

    static func month(_ row: any ResultRow, _ column: Int, table: String) throws -> Month {
        guard let month = row.text(column).flatMap(Month.init(iso:)) else {
            throw StoreError.unreadableRow(table: table, column: "month")
        }
        return month
    }
}

/// What one unit returns for one month.
public enum ReturnSheetTable {
    public struct Sheet: Sendable, Hashable {
        public enum State: String, Sendable {
            /// Begun, not submitted.
            case due
            case submitted
            case approved
            /// Sent back with a reason.
            case returned
        }
        /// The return's name.
        public var name: String
        public var month: Month
        public var unit: String
        public var state: State
        public var revision: Int64
        /// The last day in time, as it was when the sheet was submitted first.
        public var dueOn: Day?
        /// The day on which it was submitted first; a later one does not make it timely.
        public var firstOn: Day?
        public var submittedBy: String?
        public var submittedAt: Instant?
        public var approvedBy: String?
        public var approvedAt: Instant?
        /// Who declared that there was nothing to report, and when; nil where it is no zero report.
        public var zeroBy: String?
        public var zeroAt: Instant?
        public init(name: String, month: Month, unit: String) {
            self.name = name
            self.month = month
            self.unit = unit
            state = .due
            revision = 0
        }

        public var isIn: Bool { state == .submitted || state == .approved }
        public var isZero: Bool { zeroBy != nil }
        /// Whether it came after the day it was due; that stays so.
        public var isLate: Bool {
            guard let firstOn, let dueOn else { return false }
            return firstOn > dueOn
        }
    }

    /// One number of a sheet, in the item's smallest unit.
    public struct Value: Sendable, Hashable {
        public var item: String
        /// As it was counted when the sheet was submitted.
        public var counted: Int64?
        public var entered: Int64?
        public var remark: String?
        public init(item: String, counted: Int64?, entered: Int64?, remark: String?) {
            self.item = item
            self.counted = counted
            self.entered = entered
            self.remark = remark
        }
    }

    private static let key = ["district", "name", "month", "unit"]

    static let sheets = TableLayout(
        "return_sheet", key: key,
        columns: key.map(ReturnTables.text) + [
            ReturnTables.text("state"), ReturnTables.integer("revision"), ColumnLayout("due_on", .text),
            ColumnLayout("first_on", .text),
            ColumnLayout("submitted_by", .text), ColumnLayout("submitted_at", .integer), ColumnLayout("cleared_by", .text),
            ColumnLayout("cleared_at", .integer), ColumnLayout("zero_by", .text), ColumnLayout("zero_at", .integer),
        ])

    static let values = TableLayout(
        "return_value", key: key + ["item"],
        columns: (key + ["item"]).map(ReturnTables.text) + [
            ColumnLayout("counted", .integer), ColumnLayout("entered", .integer), ColumnLayout("remark", .text),
        ])

    private static let columns =
        "name, month, unit, state, revision, due_on, first_on, submitted_by, submitted_at, cleared_by, cleared_at, zero_by, zero_at"

    public static func sheet(_ name: String, _ month: Month, _ unit: String, district: String, in session: any Session) throws
        -> Sheet?
    {
        try session.first(
            Statement(
                "SELECT \(columns) FROM return_sheet WHERE district = ? AND name = ? AND month = ? AND unit = ?",
                [.text(district), .text(name), .text(month.iso), .text(unit)]), sheet)
    }

    /// The sheets of some months, both included, by month and unit.
    public static func sheets(
        _ name: String, _ months: ClosedRange<Month>, district: String, in session: any Session
    ) throws -> [Sheet] {
        try session.all(
            Statement(
                "SELECT \(columns) FROM return_sheet WHERE district = ? AND name = ? AND month BETWEEN ? AND ? ORDER BY month, unit",
                [.text(district), .text(name), .text(months.lowerBound.iso), .text(months.upperBound.iso)]), sheet)
    }

    public static func values(_ name: String, _ month: Month, _ unit: String, district: String, in session: any Session) throws
        -> [Value]
    {
        try session.all(
            Statement(
                "SELECT item, counted, entered, remark FROM return_value WHERE district = ? AND name = ? AND month = ? AND unit = ?",
                [.text(district), .text(name), .text(month.iso), .text(unit)])
        ) { row in Value(item: row.text(0) ?? "", counted: row.integer(1), entered: row.integer(2), remark: row.text(3)) }
    }

    /// The numbers of some months by month and unit.
    public static func values(
        _ name: String, _ months: ClosedRange<Month>, district: String, in session: any Session
    ) throws -> [(month: Month, unit: String, value: Value)] {
        try session.all(
            Statement(
                """
                SELECT month, unit, item, counted, entered, remark FROM return_value
                WHERE district = ? AND name = ? AND month BETWEEN ? AND ? ORDER BY month, unit
                """, [.text(district), .text(name), .text(months.lowerBound.iso), .text(months.upperBound.iso)])
        ) { row in
            (
                try ReturnTables.month(row, 0, table: "return_value"), row.text(1) ?? "",
                Value(item: row.text(2) ?? "", counted: row.integer(3), entered: row.integer(4), remark: row.text(5))
            )
        }
    }

    /// Stores a sheet with its numbers in the place of what was there.
    public static func save(_ sheet: Sheet, _ values: [Value]?, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                """
                INSERT INTO return_sheet (district, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (district, name, month, unit) DO UPDATE SET state = excluded.state, revision = excluded.revision,
                due_on = excluded.due_on, first_on = excluded.first_on, submitted_by = excluded.submitted_by,
                submitted_at = excluded.submitted_at, cleared_by = excluded.cleared_by, cleared_at = excluded.cleared_at,
                zero_by = excluded.zero_by, zero_at = excluded.zero_at
                """,
                [
                    .text(district), .text(sheet.name), .text(sheet.month.iso), .text(sheet.unit), .text(sheet.state.rawValue),
                    .integer(sheet.revision), SQLValue(sheet.dueOn?.iso), SQLValue(sheet.firstOn?.iso),
                    SQLValue(sheet.submittedBy), SQLValue(sheet.submittedAt?.milliseconds), SQLValue(sheet.approvedBy),
                    SQLValue(sheet.approvedAt?.milliseconds), SQLValue(sheet.zeroBy), SQLValue(sheet.zeroAt?.milliseconds),
                ]))
        for value in values ?? [] {
            try session.execute(
                Statement(
                    """
                    INSERT INTO return_value (district, name, month, unit, item, counted, entered, remark) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (district, name, month, unit, item) DO UPDATE SET counted = excluded.counted,
                    entered = excluded.entered, remark = excluded.remark
                    """,
                    [
                        .text(district), .text(sheet.name), .text(sheet.month.iso), .text(sheet.unit), .text(value.item),
                        SQLValue(value.counted), SQLValue(value.entered), SQLValue(value.remark),
                    ]))
        }
    }

    private static func sheet(_ row: any ResultRow) throws -> Sheet {
        var sheet = Sheet(
            name: row.text(0) ?? "", month: try ReturnTables.month(row, 1, table: "return_sheet"), unit: row.text(2) ?? "")
        guard let state = Sheet.State(rawValue: row.text(3) ?? "") else {
            throw StoreError.unreadableRow(table: "return_sheet", column: "state")
        }
        sheet.state = state
        sheet.revision = row.integer(4) ?? 0
        sheet.dueOn = row.text(5).flatMap(Day.init(iso:))
        sheet.firstOn = row.text(6).flatMap(Day.init(iso:))
        sheet.submittedBy = row.text(7)
        sheet.submittedAt = row.integer(8).map(Instant.init(milliseconds:))
        sheet.approvedBy = row.text(9)
        sheet.approvedAt = row.integer(10).map(Instant.init(milliseconds:))
        sheet.zeroBy = row.text(11)
        sheet.zeroAt = row.integer(12).map(Instant.init(milliseconds:))
        return sheet
    }
}
