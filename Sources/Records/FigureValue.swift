/// The exact value of a figure: a whole number, or a share kept as numerator and denominator.
public struct FigureValue: Sendable, Hashable {
    public var numerator: Int64
    /// 1 for a plain number; 0 where nothing can be divided: the figure prints "—".
    public var denominator: Int64
    /// Places shown.
    public var decimals: Int
    public var isPercent: Bool

    public init(numerator: Int64, denominator: Int64 = 1, decimals: Int = 0, isPercent: Bool = false) {
        self.numerator = numerator
        self.denominator = denominator
        self.decimals = decimals
        self.isPercent = isPercent
    }

    public var isDefined: Bool { denominator != 0 }

    /// Plain decimal, rounded half up: "526", "28.2"; nil when undefined.
    public var decimal: String? {
        guard denominator != 0 else { return nil }
        var scaled = Int128(numerator) * (isPercent ? 100 : 1)
        for _ in 0..<decimals { scaled *= 10 }
        let divisor = Int128(denominator)
        let negative = (scaled < 0) != (divisor < 0)
        let magnitude = scaled.magnitude
        let by = divisor.magnitude
        let rounded = (magnitude * 2 + by) / (by * 2)
        guard let small = Int64(exactly: rounded) else { return nil }
        return NumberText.write(negative ? -small : small, decimals: decimals, trim: false)
    }

    /// The decimal, with % for a share; "—" when undefined.
    public var text: String { decimal.map { isPercent ? $0 + "%" : $0 } ?? "—" }
}
