import Access
import Assessment
import Definitions
import Indicators
import LegalTime
import Records
import Store

/// A linked figure as it stands for one person.
public struct FigureStanding: Sendable {
    public var link: FigureLink
    /// Of the link's year; nil where the catalogue has no such indicator in that year, or the person sees nothing of the register.
    public var figure: Figure?
    /// Of the year that runs today; nil where that is the link's year.
    public var today: Figure?
    /// Some of the records are hidden from this person: the value is that of his units.
    public var isPartial: Bool
    /// Whether the target is missed; nil without a target, where nothing can be divided, and for who does not see the whole.
    public var isMissed: Bool?
}

extension Office {
    /// How the linked figures of an edition stand now, by the link's id: one scan of each register and year.
    public func figureStandings(_ state: EditionState, by actor: Actor) async throws(StoreError) -> [String: FigureStanding] {
        try await figureStandings(state.items.flatMap(\.figures), by: actor)
    }

    public func figureStandings(_ links: [(id: String, figure: FigureLink)], by actor: Actor) async throws(StoreError)
        -> [String: FigureStanding]
    {
        let today = clock.today()
        var found: [FigureKey: Figure] = [:]
        for year in Set(links.map(\.figure.year) + [today.year]).sorted() {
            let own = links.map(\.figure).filter { $0.year == year || year == today.year }
            for figure in try await figures(own, year: year, by: actor) { found[figure.key] = figure.value }
        }
        var standings: [String: FigureStanding] = [:]
        for (id, link) in links {
            let isPartial = actor.scope.units(in: link.name.register) != .all
            let figure = found[FigureKey(link.name, link.unit, link.year)]
            var isMissed: Bool?
            if let target = link.target, let value = figure?.value, !isPartial {
                isMissed = target.isMissed(
                    numerator: value.numerator, denominator: value.denominator, isShare: value.isPercent)
            }
            standings[id] = FigureStanding(
                link: link, figure: figure,
                today: link.year == today.year ? nil : found[FigureKey(link.name, link.unit, today.year)],
                isPartial: isPartial, isMissed: isMissed)
        }
        return standings
    }

    private struct FigureKey: Hashable {
        var name: FigureName
        var unit: String?
        var year: Int
        init(_ name: FigureName, _ unit: String?, _ year: Int) {
            self.name = name
            self.unit = unit
            self.year = year
        }
    }

    private func figures(_ links: [FigureLink], year: Int, by actor: Actor) async throws(StoreError) -> [(
        key: FigureKey, value: Figure
    )] {
        let statistics = self.statistics
        let period = Period(year: year)
        let today = clock.today()
        let visible = links.filter { !actor.scope.units(in: $0.name.register).isEmpty }
        var names: [FigureName] = []
        for link in visible where link.unit == nil && !names.contains(link.name) { names.append(link.name) }
        var found = try await statistics.figures(names, period: period, scope: actor.scope, today: today).map {
            (FigureKey($0.name, nil, year), $0)
        }
        for link in Set(visible.filter { $0.unit != nil }) {
            guard let whole = try await statistics.figures([link.name], period: period, scope: actor.scope, today: today).first
            else { continue }
            let cells = try await statistics.breakdown(
                link.name, by: .owner, period: period, scope: actor.scope, today: today)
            let cell = cells.first { $0.key == link.unit }
            var figure = whole
            // A unit without records has none of them, and a share of nothing.
            figure.value =
                cell?.value
                ?? FigureValue(
                    numerator: 0, denominator: whole.denominator == nil ? 1 : 0, decimals: whole.value.decimals,
                    isPercent: whole.value.isPercent)
            figure.numerator = cell?.numerator ?? whole.numerator.map { _ in 0 }
            figure.denominator = cell?.denominator ?? whole.denominator.map { _ in 0 }
            figure.rows = cell?.rows ?? 0
            found.append((FigureKey(link.name, link.unit, year), figure))
        }
        return found.map { (key: $0.0, value: $0.1) }
    }
}

extension EditionState {
    /// Gaps and sums, with what the figures say.
    public func standing(_ figures: [String: FigureStanding]) -> Standing {
        Standing(
            edition,
            Dictionary(
                items.map { state in
                    (
                        state.item.number,
                        ItemStanding(
                            figures: state.figures.map { $0.figure.name.description }, evidence: state.evidence.count,
                            selfScore: state.selfScore?.score, reviewScore: state.reviewScore?.score,
                            isBelowTarget: state.figures.contains { figures[$0.id]?.isMissed == true },
                            isExempt: state.isExempt)
                    )
                }, uniquingKeysWith: { first, _ in first }))
    }
}
