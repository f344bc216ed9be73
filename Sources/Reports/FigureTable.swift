import Definitions
import Foundation
import Indicators
import LegalTime
import OfficeFormats
import Records
import Wording

/// All figures of a year in one table, each beside that of the year before.
public struct FigureTable: Sendable {
    public var district: String
    public var districtLabel: String
    public var year: Int
    public var cutOff: Instant
    public var lines: [Line]

    public struct Line: Sendable {
        public var figure: Figure
        /// The same figure a year earlier; nil where none was counted.
        public var lastYear: Figure?
        public var registerLabel: String
        public var label: String
        /// The counting rule in words.
        public var rule: String
    }

    /// - Parameters:
    ///   - figures: in the order of the table.
    ///   - lastYear: found by name; a figure that is not among them has no last year.
    public init(
        district: String, districtLabel: String, year: Int, cutOff: Instant, figures: [Figure], lastYear: [Figure] = [],
        catalogue: Catalogue, wording: Wording
    ) {
        self.district = district
        self.districtLabel = districtLabel
        self.year = year
        self.cutOff = cutOff
        let earlier = Dictionary(lastYear.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        lines = figures.map { figure in
            let register = catalogue.register(figure.name.register)
            return Line(
                figure: figure, lastYear: earlier[figure.name],
                registerLabel: register.map { wording.label($0) } ?? figure.name.register,
                label: (register.map { wording.label(figure.definition, in: $0) } ?? figure.definition.label)
                    + wording.suffix(ofUnits: figure.name.units, among: catalogue.district(district)?.units ?? []),
                rule: register.map { wording.text(of: wording.rule(of: figure.definition, in: $0, catalogue: catalogue)) } ?? "")
        }
    }
}

extension Figure {
    /// How the figure has changed against an earlier one: shares in percentage points, all others as a difference.
    public func change(since earlier: Figure) -> (value: FigureValue, form: ChangeForm) {
        let (now, then) = (value, earlier.value)
        let factor: Int128 = now.isPercent ? 100 : 1
        let above = (Int128(now.numerator) * Int128(then.denominator) - Int128(then.numerator) * Int128(now.denominator)) * factor
        let below = now.isDefined && then.isDefined ? Int128(now.denominator) * Int128(then.denominator) : 0
        let divisor = Int128(Self.gcd(above.magnitude, below.magnitude))
        let change = FigureValue(
            numerator: Int64(clamping: divisor > 0 ? above / divisor : 0),
            denominator: Int64(clamping: divisor > 0 ? below / divisor : 0),
            decimals: now.decimals)
        return (change, now.isPercent ? .points : .difference)
    }

    private static func gcd(_ first: UInt128, _ second: UInt128) -> UInt128 {
        second == 0 ? first : gcd(second, first % second)
    }
}
