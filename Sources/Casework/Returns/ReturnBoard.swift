import Definitions
import LegalTime
import Store

/// How one unit stands with one month.
public struct ReturnCell: Sendable {
    public enum Standing: String, Sendable, CaseIterable {
        /// The month has not ended.
        case notYet
        case due
        /// Due soon: the reminder has gone out.
        case dueSoon
        /// The day has passed and nothing is in.
        case missing
        case submitted
        case approved
        case returned
        case excepted
    }
    public var unit: String
    public var month: Month
    public var dueOn: Day
    public var standing: Standing
    public var sheet: ReturnSheetTable.Sheet?
    public var exception: ReturnOrderTable.Exception?
    public var lock: ReturnOrderTable.Lock?

    public var isIn: Bool { sheet?.isIn ?? false }
    public var isZero: Bool { isIn && (sheet?.isZero ?? false) }
    public var isLate: Bool { sheet?.isLate ?? false }
    public var isOnTime: Bool { isIn && !isLate }
    /// Whether it belongs into the figures: owed, and the day it is due has come.
    public func counts(on today: Day) -> Bool { exception == nil && (dueOn <= today || isIn) }
}

/// Completeness as a figure, with the cells behind each number.
public struct ReturnCounts: Sendable, Hashable {
    /// The lists behind the numbers.
    public enum Part: String, Sendable, CaseIterable {
        case due
        case submitted
        case onTime = "on_time"
        case late
        case zero
        case missing
        case returned
        case excepted
    }
    public var due = 0
    public var submitted = 0
    public var onTime = 0
    public var late = 0
    public var zero = 0
    public var missing = 0
    public var returned = 0
    public var excepted = 0

    public init(_ cells: [ReturnCell], today: Day) {
        func count(_ part: Part) -> Int { cells.count { Self.holds(part, $0, today: today) } }
        due = count(.due)
        submitted = count(.submitted)
        onTime = count(.onTime)
        late = count(.late)
        zero = count(.zero)
        missing = count(.missing)
        returned = count(.returned)
        excepted = count(.excepted)
    }

    /// Whether a cell is in the list behind a number.
    public static func holds(_ part: Part, _ cell: ReturnCell, today: Day) -> Bool {
        if part == .excepted { return cell.exception != nil }
        guard cell.counts(on: today) else { return false }
        switch part {
        case .due: return true
        case .submitted: return cell.isIn
        case .onTime: return cell.isOnTime
        case .late: return cell.isLate
        case .zero: return cell.isZero
        case .missing: return !cell.isIn && cell.standing != .returned
        case .returned: return cell.standing == .returned
        case .excepted: return false
        }
    }

    public subscript(_ part: Part) -> Int {
        switch part {
        case .due: due
        case .submitted: submitted
        case .onTime: onTime
        case .late: late
        case .zero: zero
        case .missing: missing
        case .returned: returned
        case .excepted: excepted
        }
    }
}

/// Units by months of one return, as somebody may see it.
public struct ReturnBoard: Sendable {
    public var definition: ReturnDefinition
    public var months: [Month]
    public var rows: [Row]
    public var exceptions: [ReturnOrderTable.Exception]
    /// The locks of whole months.
    public var monthLocks: [ReturnOrderTable.Lock]
    public var today: Day
    /// Whether this person is the office in charge for all units.
    public var isInCharge: Bool
    /// The units for which this person fills in.
    public var ownUnits: Set<String>

    public struct Row: Sendable {
        public var unit: UnitDefinition
        /// In the order of the months; nil where the unit does not owe the month.
        public var cells: [ReturnCell?]
        public var mayApprove: Bool
    }

    public var cells: [ReturnCell] { rows.flatMap { $0.cells.compactMap(\.self) } }
    public func cells(of month: Month) -> [ReturnCell] { cells.filter { $0.month == month } }
    public func counts(of month: Month) -> ReturnCounts { ReturnCounts(cells(of: month), today: today) }
    public var counts: ReturnCounts { ReturnCounts(cells, today: today) }
}

/// One sheet as somebody may see it.
public struct ReturnSheetView: Sendable {
    public var definition: ReturnDefinition
    public var cell: ReturnCell
    public var unit: UnitDefinition
    public var numbers: [ReturnNumber]
    public var events: [ReturnOrderTable.Event]
    public var mayFill: Bool
    public var mayApprove: Bool
    /// Whether this person may lock a whole month.
    public var isInCharge: Bool
    public var today: Day

    public var revision: Int64 { cell.sheet?.revision ?? 0 }
    public var hasMoved: Bool { cell.sheet?.isIn == true && numbers.contains(where: \.hasMoved) }
    /// Whether the unit may submit now, if nothing else is wrong.
    public var isOpen: Bool { mayFill && cell.lock == nil && cell.exception == nil && cell.standing != .notYet }
}

/// The numbers of several sheets with what they add up to.
public struct ReturnTable: Sendable {
    public var definition: ReturnDefinition
    public var rows: [Row]
    public var totals: [Total]

    public struct Row: Sendable {
        public var cell: ReturnCell
        public var unit: UnitDefinition
        /// In the order of the items; all empty where nothing is in.
        public var numbers: [ReturnNumber]
    }

    /// What an item adds up to, and how much of it no row stands behind.
    public struct Total: Sendable, Hashable {
        public var value: Int64 = 0
        public var onlyEntered: Int64 = 0
        /// How many sheets gave a number that was only entered.
        public var enteringUnits = 0
    }

    init(definition: ReturnDefinition, rows: [Row]) {
        self.definition = definition
        self.rows = rows
        totals = definition.items.indices.map { index in
            rows.filter { $0.cell.isIn && $0.cell.exception == nil }.reduce(into: Total()) { total, row in
                let number = row.numbers[index]
                total.value += number.value ?? 0
                guard number.isOnlyEntered else { return }
                total.onlyEntered += number.value ?? 0
                total.enteringUnits += 1
            }
        }
    }
}
