import Access
import Definitions
import Indicators
import LegalTime
import Records
import Store

/// A published figure beside what the registers say.
public struct Reproduction: Sendable {
    public enum Status: String, Sendable {
        case reproduced
        case explained
        case notCounted = "not_counted"
        case missing
    }
    public var figure: PublishedFigure
    public var indicator: FigureName?
    /// Our value as a plain decimal; nil where nothing was counted.
    public var ours: String?
    public var status: Status
    public var why: String?
}

public enum Reproducer {
    /// Each published figure judged against the registers' own figures; a status is earned, never declared.
    public static func judge(_ published: [PublishedFigure], statistics: Statistics, year: Int, scope: Scope, today: Day)
        async throws(StoreError)
        -> [Reproduction]
    {
        let period = Period(year: year)
        var values: [Set<String>: [FigureName: FigureValue]] = [:]
        for units in Set(published.map(\.units)) {
            let names = published.filter { $0.units == units }.compactMap { figure -> FigureName? in
                if case .indicator(let name) = figure.answer { name } else { nil }
            }
            let counted = try await statistics.figures(
                Array(Set(names)).sorted(), period: period, scope: units.isEmpty ? scope : scope.narrowed(to: units), today: today
            )
            values[units] = Dictionary(counted.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        }
        return published.map { figure in
            switch figure.answer {
            case .notCounted(let why):
                return Reproduction(figure: figure, indicator: nil, ours: nil, status: .notCounted, why: why)
            case .explained(let why): return Reproduction(figure: figure, indicator: nil, ours: nil, status: .explained, why: why)
            case .open: return Reproduction(figure: figure, indicator: nil, ours: nil, status: .missing, why: nil)
            case .indicator(let name):
                let ours = values[figure.units]?[name]
                let agrees = ours.map { self.agrees($0, with: figure) } ?? false
                return Reproduction(
                    figure: figure, indicator: name, ours: ours?.decimal, status: agrees ? .reproduced : .missing, why: nil)
            }
        }
    }

    /// Exact figures must be equal; 2,000 余 holds from 2,000 to below the next unit of its last non-zero digit.
    static func agrees(_ ours: FigureValue, with figure: PublishedFigure) -> Bool {
        guard let decimal = ours.decimal, case .scaled(let mine) = NumberText.read(decimal, decimals: 6),
            case .scaled(let theirs) = NumberText.read(figure.value, decimals: 6)
        else { return false }
        switch figure.bound {
        case .exact: return mine == theirs
        case .atLeast: return mine >= theirs && mine < theirs + step(theirs)
        case .atMost: return mine <= theirs
        case .about: return mine > theirs - step(theirs) && mine < theirs + step(theirs)
        }
    }

    private static func step(_ scaled: Int64) -> Int64 {
        var step: Int64 = 1
        while scaled != 0, scaled % (step * 10) == 0 { step *= 10 }
        return step
    }
}
