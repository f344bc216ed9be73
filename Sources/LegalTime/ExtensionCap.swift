/// Why a period may not be extended as asked.
public enum ExtensionRefusal: Hashable, Sendable {
    /// The law does not foresee an extension.
    case notForeseen
    /// An extension of nothing, or backwards.
    case notPositive(Length)
    /// More than the law allows.
    case overCap(requested: Length, cap: Length)
    /// Asked for in a unit that cannot be measured against the law's (working days against months).
    case differentUnit(requested: Length, cap: Length)
}

/// Why an extension may not be granted under the law's `extend_at_most`; nil where it may.
///
/// Minutes and hours are measured against each other and against calendar days, months against years. Other units differ.
public func extensionRefusal(requested: Length, cap: Length?) -> ExtensionRefusal? {
    guard let cap else { return .notForeseen }
    guard requested.amount > 0 else { return .notPositive(requested) }
    for measure in [\Length.exactMinutes, \.wholeMonths, \.workingDayCount] {
        if let asked = requested[keyPath: measure], let allowed = cap[keyPath: measure] {
            return asked <= allowed ? nil : .overCap(requested: requested, cap: cap)
        }
    }
    return .differentUnit(requested: requested, cap: cap)
}

/// Whether an extension may be granted under the law's `extend_at_most`.
public func extensionWithinCap(requested: Length, cap: Length?) -> Bool {
    extensionRefusal(requested: requested, cap: cap) == nil
}

extension Length {
    fileprivate var exactMinutes: Int? {
        if case .calendarDays(let count) = self { count * 1440 } else { clockMinutes }
    }

    fileprivate var workingDayCount: Int? {
        if case .workingDays(let count) = self { count } else { nil }
    }
}
