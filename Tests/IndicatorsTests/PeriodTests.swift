import Definitions
import LegalTime
import Records
import TestSupport
import Testing

@testable import Indicators

@Suite("Periods and rules by date")
struct PeriodTests {
    @Test("the year before has the same days, the end of February to its end")
    func yearBefore() {
        #expect(Period(year: 2021).yearBefore == Period(year: 2020))
        let february = Period(from: Day("2021-02-01"), through: Day("2021-02-28")).yearBefore
        #expect(february == Period(from: Day("2020-02-01"), through: Day("2020-02-29")))
        #expect(february.yearBefore == Period(from: Day("2019-02-01"), through: Day("2019-02-28")))
        #expect(
            Period(from: Day("2021-03-07"), through: Day("2021-05-20")).yearBefore
                == Period(from: Day("2020-03-07"), through: Day("2020-05-20")))
    }

    @Test("the months of a period are cut to it")
    func months() {
        let months = Period(from: Day("2021-01-15"), through: Day("2021-03-02")).months
        #expect(months.map(\.from.iso) == ["2021-01-15", "2021-02-01", "2021-03-01"])
        #expect(months.map(\.through.iso) == ["2021-01-31", "2021-02-28", "2021-03-02"])
        #expect(Period(year: 2020).months.count == 12)
    }

    @Test("a figure goes by the rule in force on the period's last day, also where another figure names it")
    func ruleByDate() async throws {
        let world = try await FormTests.World(count: 60, seed: 21)
        var register = ParcelCatalogue.register("parcel")
        let placement = Placement.event(.field("sent_on"))
        func indicator(_ name: String, _ measure: Measure, _ validity: Validity = .always) -> IndicatorDefinition {
            var indicator = IndicatorDefinition(name: name, label: name, unit: "件", measure: measure, place: register.place)
            indicator.validity = validity
            return indicator
        }
        let all = Measure.simple(SimpleMeasure(aggregate: .count, condition: .always, placement: placement))
        let heavy = Measure.simple(
            SimpleMeasure(aggregate: .count, condition: .field(FieldPath("kind"), .group(["heavy"])), placement: placement))
        register.indicators = [
            indicator("ruled", all, Validity(until: Day("2020-12-31"))),
            indicator("ruled", heavy, Validity(since: Day("2021-01-01"))),
            indicator("named", .indicator(register: nil, name: "ruled")),
        ]
        let statistics = Statistics(
            engine: world.engine, catalogue: ParcelCatalogue.catalogue.forDistrict("reed-bay", overlays: ["parcel": register]),
            district: "reed-bay")
        for (year, measure) in [(2020, all), (2021, heavy)] {
            let names = ["ruled", "named"].map { FigureName(register: "parcel", indicator: $0) }
            let figures = try await statistics.figures(
                names, period: Period(year: year), scope: FormTests.whole(), today: FormTests.today)
            for figure in figures { #expect(world.naive.value(measure, register, Period(year: year)).isSame(as: figure.value)) }
            #expect(statistics.names(in: Period(year: year), registers: ["parcel"]).count == 2)
        }
    }
}
