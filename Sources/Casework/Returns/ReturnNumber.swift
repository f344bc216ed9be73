import Definitions
import Store

/// One number of a sheet: counted from the unit's own rows, entered, or both. All in the item's smallest unit.
public struct ReturnNumber: Sendable, Equatable {
    public var item: ReturnItem
    /// As it was counted when the sheet was submitted, or is counted now where it was not yet.
    public var counted: Int64?
    public var entered: Int64?
    public var remark: String?
    /// What is counted now; nil where nobody asked.
    public var now: Int64?

    public init(item: ReturnItem, counted: Int64?, entered: Int64?, remark: String? = nil, now: Int64? = nil) {
        self.item = item
        self.counted = counted
        self.entered = entered
        self.remark = remark
        self.now = now
    }

    init(item: ReturnItem, _ stored: ReturnSheetTable.Value?) {
        self.init(item: item, counted: stored?.counted, entered: stored?.entered, remark: stored?.remark)
    }

    /// The number that the return gives: where the unit keeps rows what is counted, else what it entered.
    public var value: Int64? {
        guard let counted, counted != 0 || entered == nil else { return entered }
        return counted
    }

    /// Whether no row stands behind the number.
    public var isOnlyEntered: Bool {
        guard let entered, let value, value == entered else { return false }
        return counted == nil || (counted == 0 && entered != 0)
    }

    /// Entered less counted, where the unit gives both and they are not the same; it needs a remark.
    public var difference: Int64? {
        guard let counted, counted != 0, let entered, entered != counted else { return nil }
        return entered - counted
    }

    /// Whether the registers have changed since the sheet was submitted.
    public var hasMoved: Bool { now != nil && counted != nil && now != counted }

    /// Whether there is nothing of it.
    public var isZero: Bool { (counted ?? 0) == 0 && (entered ?? 0) == 0 }
}
