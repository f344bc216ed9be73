/// What a linked figure has to reach, in the figure's own unit (a share in percent).
public struct FigureTarget: Sendable, Hashable {
    public enum Comparison: String, Sendable, CaseIterable {
        case atLeast = "at_least"
        case atMost = "at_most"
    }

    public var comparison: Comparison
    /// 95.5 is 955 with one decimal.
    public var units: Int64
    public var decimals: Int

    public init(_ comparison: Comparison, units: Int64, decimals: Int) {
        self.comparison = comparison
        self.units = units
        self.decimals = decimals
    }

    /// `100`, `95.5`, `100%`; nil for what is no such number.
    public init?(_ comparison: Comparison, text: String) {
        let text = EditionReader.trimmed(text)
        let digits = text.hasSuffix("%") || text.hasSuffix("％") ? String(text.dropLast()) : text
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }),
            parts[0].count <= 12, parts.count == 1 || parts[1].count <= 4, let units = Int64(parts.joined())
        else { return nil }
        self.init(comparison, units: units, decimals: parts.count == 2 ? parts[1].count : 0)
    }

    /// The number as it was typed, without the sign of a share.
    public var text: String {
        guard decimals > 0 else { return String(units) }
        let digits = String(units)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }

    /// Whether an exact value misses the target; nil where there is nothing to divide by, which is neither.
    ///
    /// - Parameter isShare: the fraction is a share, and the target counts in hundredths of it.
    public func isMissed(numerator: Int64, denominator: Int64, isShare: Bool) -> Bool? {
        guard denominator != 0 else { return nil }
        var scale: Int128 = isShare ? 100 : 1
        for _ in 0..<decimals { scale *= 10 }
        let sign: Int128 = denominator < 0 ? -1 : 1
        let value = Int128(numerator) * scale * sign
        let target = Int128(units) * Int128(denominator) * sign
        return comparison == .atLeast ? value < target : value > target
    }
}
