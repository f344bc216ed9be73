import Access
import Definitions
import LegalTime
import Records
import TestSupport
import Testing

@testable import Indicators

@Suite("Figures broken down")
struct BreakdownTests {
    private let period = Period(year: 2021)
    private let register = ParcelCatalogue.register("parcel")

    private func cells(_ world: FormTests.World, _ indicator: String, by group: Breakdown, scope: Scope = FormTests.whole())
        async throws -> [BreakdownCell]
    {
        try await world.statistics.breakdown(
            FigureName(register: "parcel", indicator: indicator), by: group, period: period, scope: scope, today: FormTests.today)
    }

    @Test(
        "the cells add up to the whole, records without a value among them",
        arguments: [
            Breakdown.owner, .month, .field("kind"), .field("town"), .field("depot"), .field("is_urgent"), .field("outcome"),
        ])
    func addUp(group: Breakdown) async throws {
        let world = try await FormTests.World(count: 120, seed: 11)
        for indicator in [
            "parcels", "heavy_parcels", "declined_parcels", "late_parcels", "fees", "values", "amounts", "lost_parcels",
        ] {
            let whole = try #require(
                try await world.statistics.figures(
                    [FigureName(register: "parcel", indicator: indicator)], period: period, scope: FormTests.whole(),
                    today: FormTests.today
                ).first)
            let cells = try await cells(world, indicator, by: group)
            #expect(cells.map(\.rows).reduce(0, +) == whole.rows, "\(indicator)")
            let sum = cells.map { Naive.Result(numerator: $0.value.numerator, denominator: $0.value.denominator) }
                .reduce(Naive.Result(numerator: 0, denominator: 1)) { total, cell in
                    let sum = total + cell
                    return sum.denominator == 1 ? sum : sum.reduced
                }
            #expect(sum.isSame(as: whole.value), "\(indicator): \(sum) and \(whole.value)")
            #expect(Set(cells.map(\.key)).count == cells.count)
        }
    }

    @Test("a cell is what counting its own records gives")
    func cellByCell() async throws {
        let world = try await FormTests.World(count: 120, seed: 12)
        for indicator in ["parcels", "towns", "mean_weight", "dearest", "settled_rate", "open_parcels", "growth"] {
            let measure = try #require(register.indicator(indicator)).measure
            for cell in try await cells(world, indicator, by: .field("kind")) {
                var naive = world.naive
                naive.records["parcel"] = naive.records["parcel"]?.filter { ($0.record.values["kind"]?.text ?? "") == cell.key }
                #expect(naive.value(measure, register, period).isSame(as: cell.value), "\(indicator) \(cell.key)")
            }
        }
    }

    @Test("a record with several codes counts in the cell of each")
    func manyCodes() async throws {
        let world = try await FormTests.World(count: 80, seed: 13)
        for cell in try await cells(world, "parcels", by: .field("marks")) {
            let expected = world.records["parcel"]?.filter { drawn in
                guard let day = drawn.record.day("sent_on"), day.year == 2021 else { return false }
                let codes = drawn.record.values["marks"]?.list ?? []
                return cell.key.isEmpty ? codes.isEmpty : codes.contains(cell.key)
            }
            #expect(cell.rows == expected?.count, "\(cell.key)")
        }
    }

    @Test("all twelve months are there, a stock taken at the end of each")
    func months() async throws {
        let world = try await FormTests.World(count: 80, seed: 14)
        let stock = try await cells(world, "open_parcels", by: .month)
        let keys = (1...12).map { $0 < 10 ? "2021-0\($0)" : "2021-\($0)" }
        #expect(stock.map(\.key) == keys)
        let measure = try #require(register.indicator("open_parcels")).measure
        for (month, cell) in zip(period.months, stock) {
            #expect(world.naive.value(measure, register, month).isSame(as: cell.value))
        }
    }

    @Test("units out of sight have no cell, and fields of another register divide nothing of it")
    func scopeAndOthers() async throws {
        let world = try await FormTests.World(count: 60, seed: 15)
        let own = try await cells(world, "parcels", by: .owner, scope: FormTests.scope(of: ["east_one"]))
        #expect(own.map(\.key) == ["east_one"])
        let others = try await cells(world, "per_depot", by: .field("kind"))
        #expect(others.allSatisfy { !$0.value.isDefined })
        #expect(!(try await cells(world, "per_depot", by: .owner)).isEmpty)
    }
}

extension Naive.Result {
    fileprivate var reduced: Naive.Result {
        var (a, b) = (numerator.magnitude, denominator.magnitude)
        while b != 0 { (a, b) = (b, a % b) }
        return a == 0 ? self : Naive.Result(numerator: numerator / Int64(a), denominator: denominator / Int64(a))
    }
}
