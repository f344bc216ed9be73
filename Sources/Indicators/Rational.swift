/// An exact fraction; a zero denominator is "not defined" and stays so.
struct Rational: Sendable, Equatable {
    var numerator: Int128
    var denominator: Int128

    init(_ numerator: Int128, _ denominator: Int128 = 1) {
        let divisor = Self.gcd(numerator.magnitude, denominator.magnitude)
        let sign: Int128 = denominator < 0 ? -1 : 1
        self.numerator = divisor > 1 ? sign * numerator / Int128(divisor) : sign * numerator
        self.denominator = divisor > 1 ? sign * denominator / Int128(divisor) : sign * denominator
    }

    private static func gcd(_ a: UInt128, _ b: UInt128) -> UInt128 { b == 0 ? a : gcd(b, a % b) }

    static let undefined = Rational(0, 0)
    var isDefined: Bool { denominator != 0 }

    static func + (a: Rational, b: Rational) -> Rational {
        guard a.isDefined, b.isDefined else { return undefined }
        return Rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
    }
    static func - (a: Rational, b: Rational) -> Rational { a + Rational(-b.numerator, b.denominator) }
    static func / (a: Rational, b: Rational) -> Rational {
        guard a.isDefined, b.isDefined, b.numerator != 0 else { return undefined }
        return Rational(a.numerator * b.denominator, a.denominator * b.numerator)
    }
    static func * (a: Rational, factor: Int128) -> Rational { Rational(a.numerator * factor, a.denominator) }
}
