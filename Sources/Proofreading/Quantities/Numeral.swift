/// An exact decimal number: `units` × 10^-`decimals`. Never a binary fraction.
public struct Numeral: Sendable, Equatable, Comparable, Hashable, CustomStringConvertible {
    /// The digits as one whole number.
    public let units: Int
    /// How many of the digits stand behind the point.
    public let decimals: Int

    public init(units: Int, decimals: Int = 0) {
        self.units = units
        self.decimals = decimals
    }

    /// 1, 10, 100 … 10^18.
    static let powers: [Int] = (0..<18).reduce(into: [1]) { powers, place in powers.append(powers[place] * 10) }

    /// The value times a power of ten (万 is 4, 亿 is 8); nil when it is too large to reckon with.
    func shifted(by power: Int) -> Numeral? {
        if power <= decimals { return Numeral(units: units, decimals: decimals - power).trimmed }
        let (product, overflow) = units.multipliedReportingOverflow(by: Numeral.powers[min(power - decimals, 18)])
        return overflow || product > 1_000_000_000_000_000 ? nil : Numeral(units: product)
    }

    /// The same value without zeros at the end behind the point.
    var trimmed: Numeral {
        var result = self
        while result.decimals > 0, result.units % 10 == 0 {
            result = Numeral(units: result.units / 10, decimals: result.decimals - 1)
        }
        return result
    }

    var isWhole: Bool { trimmed.decimals == 0 }

    /// The value as a whole number, nil when it has a fraction.
    public var whole: Int? {
        let value = trimmed
        return value.decimals == 0 ? value.units : nil
    }

    /// The value scaled to a number of decimals, for exact comparison.
    func scaled(to places: Int) -> Int128 { Int128(units) * Int128(Numeral.powers[min(max(places - decimals, 0), 18)]) }

    public static func < (left: Numeral, right: Numeral) -> Bool {
        let places = max(left.decimals, right.decimals)
        return left.scaled(to: places) < right.scaled(to: places)
    }

    public static func == (left: Numeral, right: Numeral) -> Bool {
        let places = max(left.decimals, right.decimals)
        return left.scaled(to: places) == right.scaled(to: places)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(trimmed.units)
        hasher.combine(trimmed.decimals)
    }

    static func + (left: Numeral, right: Numeral) -> Numeral {
        let places = max(left.decimals, right.decimals)
        return Numeral(units: Int(truncatingIfNeeded: left.scaled(to: places) + right.scaled(to: places)), decimals: places)
            .trimmed
    }

    static func - (left: Numeral, right: Numeral) -> Numeral { left + Numeral(units: -right.units, decimals: right.decimals) }

    /// A plain decimal string: "526", "28.2".
    public var description: String {
        guard decimals > 0 else { return String(units) }
        let digits = String(units.magnitude)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let split = padded.index(padded.endIndex, offsetBy: -decimals)
        return (units < 0 ? "-" : "") + padded[..<split] + "." + padded[split...]
    }
}

/// How a printed share compares with the two counts behind it.
enum ShareComparison: Equatable, Sendable {
    /// The share is the quotient, rounded half up.
    case holds
    /// The quotient was cut off and not rounded.
    case truncated
    /// The quotient, at the printed number of decimals, is another one.
    case differs(Numeral)

    /// Compares `numerator` / `denominator` with a percentage; one unit of the last digit is allowed, but 100% means all.
    init(_ numerator: Numeral, over denominator: Numeral, percent: Numeral) {
        guard denominator.units > 0 else {
            self = .differs(Numeral(units: 0))
            return
        }
        let places = max(numerator.decimals, denominator.decimals)
        let power = Int128(Numeral.powers[min(percent.decimals, 9)])
        let dividend = numerator.scaled(to: places) * 100 * power
        let divisor = denominator.scaled(to: places)
        let floor = dividend / divisor
        let rounded = (dividend * 2 + divisor) / (divisor * 2)
        let printed = Int128(percent.units)
        let full = percent == Numeral(units: 100)
        if full && numerator != denominator {
            var shown = ShareComparison.quotient(dividend / power, divisor, decimals: max(percent.decimals, 1))
            if shown == percent { shown = ShareComparison.quotient(dividend / power, divisor, decimals: 3) }
            self = .differs(shown)
        } else if printed == rounded {
            self = .holds
        } else if printed == floor {
            self = .truncated
        } else if abs(printed - rounded) <= 1, percent.decimals > 0 {
            self = .holds
        } else {
            self = .differs(Numeral(units: Int(truncatingIfNeeded: rounded), decimals: percent.decimals))
        }
    }

    private static func quotient(_ hundredfold: Int128, _ divisor: Int128, decimals: Int) -> Numeral {
        let scaled = hundredfold * Int128(Numeral.powers[decimals])
        return Numeral(units: Int(truncatingIfNeeded: (scaled * 2 + divisor) / (divisor * 2)), decimals: decimals).trimmed
    }

    var isHeld: Bool {
        if case .differs = self { return false }
        return true
    }
}
