import LegalTime
import TestSupport
import Testing

@testable import Definitions

@Suite("Monthly returns in the catalogue")
struct ReturnDefinitionTests {
    private static func load(_ old: String = "", _ new: String = "") -> CatalogueLoad {
        let text = old.isEmpty ? ParcelReturns.text : ParcelReturns.text.replacing(old, with: new)
        return CatalogueLoader.load(files: ParcelCatalogue.files.merging([ParcelReturns.path: text]) { $1 })
    }

    @Test("a return is read whole, and its digest changes with it")
    func read() throws {
        let catalogue = try #require(Self.load().catalogue)
        let tally = try #require(catalogue.monthlyReturn("tally"))
        #expect(
            tally.kinds == ["village", "town"] && tally.except == ["reed-bay": ["west_one"]] && tally.approvers == ["coordinator"]
        )
        #expect(tally.items.map(\.decimals) == [0, 0, 2, 1] && tally.figures.count == 3)
        #expect(tally.sums == [ReturnSum(parts: ["heavy"], total: "parcels", relation: .atMost)])
        #expect(tally.covers(Month(of: Day("2021-09-01"))) && !tally.covers(Month(of: Day("2021-08-01"))))
        let other = try #require(Self.load("remind: 3", "remind: 4").catalogue?.monthlyReturn("tally"))
        #expect(other.digest != tally.digest && tally.text.contains("\"remind\": 3"))
    }

    @Test("it is due on a working day of the calendar, and reminded of working days before")
    func due() throws {
        let catalogue = try #require(Self.load().catalogue)
        let tally = try #require(catalogue.monthlyReturn("tally"))
        let days = [
            ("2021-09-01", "2021-10-06", "2021-09-28"), ("2021-10-01", "2021-11-05", "2021-11-02"),
            ("2021-11-01", "2021-12-06", "2021-12-01"),
        ]
        for (month, due, reminder) in days {
            let month = Month(of: Day(month))
            #expect(tally.dueDay(of: month, calendar: catalogue.calendar).iso == due)
            #expect(tally.reminderDay(of: month, calendar: catalogue.calendar)?.iso == reminder)
        }
        let earlier = try #require(Self.load("next_working_day", "previous_working_day").catalogue?.monthlyReturn("tally"))
        #expect(earlier.dueDay(of: Month(of: Day("2021-11-01")), calendar: catalogue.calendar).iso == "2021-12-03")
    }

    @Test(
        "each mistake is found with the nearest name",
        arguments: [
            (
                "return: tally", "return: tallly",
                DefinitionProblem.Reason.unknownValue(key: "return", value: "tallly", allowed: ["tally"]), "tally"
            ),
            ("approve: [coordinator]", "approve: [coordinater]", .unknown(kind: "role", name: "coordinater"), "coordinator"),
            (
                "figure: parcel.parcels", "figure: parcel.parcel", .unknown(kind: "indicator", name: "parcel.parcel"),
                "parcel.parcels"
            ),
            ("figure: parcel.parcels", "figure: parcels.parcels", .unknown(kind: "register", name: "parcels"), "parcel"),
            ("figure: parcel.parcels", "figure: parcel.settled_rate", .wrongShape(key: "figure", expected: "count|sum"), nil),
            ("units: [village, town]", "units: [vilage, town]", .unknown(kind: "unit_kind", name: "vilage"), "village"),
            ("[west_one]", "[west_on]", .unknown(kind: "unit", name: "west_on"), "west_one"),
            ("reed-bay:", "reed-bey:", .unknown(kind: "district", name: "reed-bey"), "reed-bay"),
            ("since: 2021-09", "since: 2021-9", .badDate("2021-9"), nil),
            ("until: 2022-06", "until: 2021-06", .badDate("2021-09..2021-06"), nil),
            ("every: month", "every: week", .unknownValue(key: "every", value: "week", allowed: ["month"]), nil),
            (
                "day_of_next_month: 5", "day_of_next_month: 31",
                .wrongShape(key: "day_of_next_month", expected: "integer 1...28"), nil
            ),
            ("total: parcels", "total: parcel", .unknown(kind: "item", name: "parcel"), "parcels"),
            ("parts: [heavy]", "parts: [parcels]", .duplicate(kind: "item", name: "parcels"), nil),
            ("entered: true, decimals: 1", "decimals: 1", .missingKey("figure"), nil),
            ("remind: 3", "reminds: 3", .unknownKey("reminds"), "remind"),
        ] as [(String, String, DefinitionProblem.Reason, String?)])
    func mistakes(_ old: String, _ new: String, _ reason: DefinitionProblem.Reason, _ suggestion: String?) {
        let problems = Self.load(old, new).problems
        #expect(
            problems.contains { $0.reason == reason && $0.suggestion == suggestion && $0.place.file == ParcelReturns.path },
            "\(problems)")
    }
}
