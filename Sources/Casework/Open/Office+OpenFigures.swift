import Access
import Definitions
import Indicators
import LegalTime
import Records
import Store

/// One public figure: its value, or that it is too small to be shown.
public struct OpenFigure: Sendable {
    public enum Shown: Sendable, Hashable {
        case value(FigureValue)
        /// There are some, but fewer than this.
        case below(Int)
    }
    public var name: FigureName
    public var definition: IndicatorDefinition
    public var shown: Shown
}

extension Office {
    /// The indicators that the registers publish, for a year; small ones hidden, and shares of which a side is small.
    public func openFigures(year: Int) async throws(StoreError) -> [(register: RegisterDefinition, figures: [OpenFigure])] {
        let registers = catalogue.registers.filter { $0.publication.level > .none && !$0.publication.indicators.isEmpty }
        let period = Period(year: year)
        let statistics = self.statistics
        let names = registers.flatMap { register in
            register.publication.indicators.map { FigureName(register: register.name, indicator: $0) }
        }
        let all = catalogue.registers.map(\.name)
        let scope = Scope.wholeDistrict(district.name, as: "public", on: clock.today(), registers: all, acts: [.read])
        let figures = try await statistics.figures(names, period: period, scope: scope, today: clock.today())
        return registers.map { register in
            (
                register,
                figures.filter { $0.name.register == register.name }.map { figure in
                    OpenFigure(
                        name: figure.name, definition: figure.definition,
                        shown: Self.isSmall(figure, below: register.publication.minCell)
                            ? .below(register.publication.minCell) : .value(figure.value))
                }
            )
        }.filter { !$0.1.isEmpty }
    }

    /// A count is small by the records behind it; of a share each side counts, and what is left between them.
    static func isSmall(_ figure: Figure, below least: Int) -> Bool {
        func isSmall(_ count: Int64) -> Bool { count > 0 && count < Int64(least) }
        if let over = figure.denominator {
            let of = figure.numerator ?? 0
            return isSmall(over) || isSmall(of) || isSmall(over - of)
        }
        return isSmall(Int64(figure.rows))
    }
}
