import Definitions

/// The addresses of figures and reports.
extension Address {
    public static func figures(year: Int) -> Address { Address(["figures"], query: [Item("year", String(year))]) }

    public static func figure(_ name: FigureName, year: Int) -> Address {
        Address(["figures", name.register, name.local], query: [Item("year", String(year))])
    }

    /// The records behind a figure, or behind one cell of a breakdown.
    ///
    /// - Parameters:
    ///   - side: `value`, `numerator` or `denominator`.
    ///   - part: which list of that side, from 0.
    ///   - by: `month`, `owner` or a field; nil for the whole.
    public static func figureRows(
        _ name: FigureName, year: Int, side: String = "value", part: Int = 0, by: String? = nil, key: String? = nil
    ) -> Address {
        var query = [Item("year", String(year)), Item("side", side)]
        if part > 0 { query.append(Item("part", String(part))) }
        if let by, let key { query += [Item("by", by), Item("key", key)] }
        return Address(["figures", name.register, name.local, "rows"], query: query)
    }

    public static let leader = Address(["leader"])
    public static func leader(year: Int) -> Address { Address(["leader"], query: [Item("year", String(year))]) }
    public static func report(year: Int) -> Address { Address(["reports", String(year)]) }
    public static func reportFile(year: Int, _ format: String) -> Address {
        Address(["reports", String(year), "annual.\(format)"])
    }
    public static func contributions(year: Int) -> Address { Address(["reports", String(year), "contributions"]) }

    public static func contribution(year: Int, part: String, unit: String) -> Address {
        Address(["reports", String(year), "contribution"], query: [Item("part", part), Item("unit", unit)])
    }
}
