import Access
import Definitions
import LegalTime
import Records
import Store
import StoreSQLite
import TestSupport
import Testing

@testable import Indicators

/// What comes about after a period does not move its figures.
@Suite("Figures of a past period see it as it stood at its end")
struct KnownThroughTests {
    static let today = Day("2022-06-30")

    struct Yard {
        let folder: TemporaryFolder
        let engine: SQLiteEngine
        let statistics: Statistics

        init() async throws {
            let catalogue = OrchardCatalogue.catalogue
            folder = try TemporaryFolder()
            engine = try SQLiteEngine(path: folder.file("known.sqlite"))
            try await engine.apply(
                try await engine.plan(Schema.tables(catalogue.registers), search: Schema.search(catalogue.registers)))
            statistics = Statistics(engine: engine, catalogue: catalogue, district: "reed-bay")
        }

        func register(_ name: String) throws -> RegisterDefinition { try #require(OrchardCatalogue.catalogue.register(name)) }

        func keep(_ register: String, id: String, state: String, _ values: [String: Value], stamps: [(to: String, on: String)])
            async throws
        {
            let definition = try self.register(register)
            let at = Instant(milliseconds: 1)
            let record = Record(
                id: id, district: "reed-bay", register: register, number: id, state: state, owner: "east_one", revision: 1,
                values: ComputedFields(definition).applied(to: values), createdAt: at, createdBy: "a", updatedAt: at,
                updatedBy: "a", passed: stamps.map(\.to))
            let moves = stamps.map {
                MoveStamp(transition: "t", from: nil, to: $0.to, on: Day($0.on), at: at, by: "a", note: nil)
            }
            try await engine.keep([RandomRecord(record: record, stamps: moves, runs: [])], of: definition)
        }

        func version(of id: String, _ ordinal: Int, from: String, kind: String) async throws {
            let tree = try register("tree")
            try await engine.write { session in
                try VersionTable.append(
                    ItemVersion(
                        ordinal: ordinal, from: Day(from), transition: nil, at: Instant(milliseconds: 1), by: "a",
                        values: ["kind": .text(kind), "name": .text("树\n第二行")]),
                    of: id, register: tree, district: "reed-bay", in: session)
                return .commit(())
            }
        }

        func figure(_ name: String, _ year: Int, today: Day = KnownThroughTests.today) async throws -> String {
            let figure = try #require(FigureName(name))
            return try await statistics.figures(
                [figure], period: Period(year: year), scope: KnownThroughTests.whole, today: today
            ).first?.value.text ?? "nothing"
        }
    }

    static let whole = Scope.wholeDistrict("reed-bay", as: "t", on: today, registers: ["plot", "tree"], acts: [.read])

    private static func basket(_ day: String, _ kind: String, _ amount: Int64, _ weight: Int64) -> Row {
        Row(
            id: day,
            values: ["picked_on": .day(Day(day)), "kind": .text(kind), "amount": .integer(amount), "weight": .integer(weight)])
    }

    @Test("days, rows, states and what is reckoned from rows that come in the next year do not count in the year before")
    func nextYear() async throws {
        let yard = try await Yard()
        try await yard.keep(
            "plot", id: "one", state: "praised",
            [
                "opened_on": .day(Day("2021-03-01")), "pruned_on": .day(Day("2022-01-04")),
                "baskets": .rows([Self.basket("2021-09-01", "plum", 2, 150), Self.basket("2022-01-05", "pear", 3, 250)]),
            ], stamps: [("open", "2021-03-01"), ("praised", "2022-01-06")])
        let then = [
            ("pruned_plots", "0"), ("pruned_till_now", "1"), ("praised_plots", "0"), ("never_praised", "1"), ("pear_plots", "0"),
            ("weighed", "1.50"), ("picked_amount", "2"),
        ]
        for (name, expected) in then { #expect(try await yard.figure("plot.\(name)", 2021) == expected, "\(name)") }
        #expect(try await yard.figure("plot.never_praised", 2022) == "0")
    }

    @Test("what comes on the last day counts, and so does all while the year runs")
    func lastDay() async throws {
        let yard = try await Yard()
        try await yard.keep(
            "plot", id: "one", state: "praised",
            [
                "opened_on": .day(Day("2021-03-01")), "pruned_on": .day(Day("2021-12-31")),
                "baskets": .rows([Self.basket("2021-12-31", "pear", 3, 250)]),
            ], stamps: [("open", "2021-03-01"), ("praised", "2021-12-31")])
        for today in [Self.today, Day("2021-12-31")] {
            let now = [
                ("pruned_plots", "1"), ("praised_plots", "1"), ("never_praised", "0"), ("pear_plots", "1"), ("weighed", "2.50"),
            ]
            for (name, expected) in now {
                #expect(try await yard.figure("plot.\(name)", 2021, today: today) == expected, "\(name) \(today.iso)")
            }
        }
    }

    @Test("a share of a dated list reads each item as its version of the last day says, corrections included")
    func versions() async throws {
        let yard = try await Yard()
        let values: [String: Value] = ["name": .text("树"), "kind": .text("plum"), "listed_on": .day(Day("2021-01-01"))]
        for id in ["changed", "same", "mended", "postponed"] {
            try await yard.keep("tree", id: id, state: "listed", values, stamps: [("listed", "2021-01-01")])
        }
        try await yard.version(of: "changed", 1, from: "2021-01-01", kind: "pear")
        try await yard.version(of: "changed", 2, from: "2022-02-01", kind: "plum")
        try await yard.version(of: "same", 1, from: "2021-01-01", kind: "plum")
        // Entered wrongly, and mended under the same ordinal.
        try await yard.version(of: "mended", 1, from: "2021-01-01", kind: "plum")
        try await yard.version(of: "mended", 1, from: "2021-01-01", kind: "pear")
        try await yard.version(of: "mended", 2, from: "2022-02-01", kind: "plum")
        // The day of the change was mended to one after the period.
        try await yard.version(of: "postponed", 1, from: "2021-01-01", kind: "pear")
        try await yard.version(of: "postponed", 2, from: "2021-12-01", kind: "plum")
        try await yard.version(of: "postponed", 2, from: "2022-01-01", kind: "plum")
        #expect(try await yard.figure("tree.pear_trees", 2021) == "3")
        #expect(try await yard.figure("tree.pear_trees", 2022) == "0")
        #expect(try await yard.figure("tree.trees", 2021) == "4")
        let name = try #require(FigureName("tree.trees"))
        let cells = try await yard.statistics.breakdown(
            name, by: .field("kind"), period: Period(year: 2021), scope: Self.whole, today: Self.today)
        #expect(cells.map { "\($0.key) \($0.value.text)" } == ["pear 3", "plum 1"])
    }

    @Test(
        "the list behind a figure of a past year holds what the figure says",
        arguments: ["pruned_plots", "praised_plots", "pear_plots"])
    func behind(name: String) async throws {
        let yard = try await Yard()
        let plot = try yard.register("plot")
        var lot = RandomRecords(plot, units: FormTests.units, seed: 11)
        try await yard.engine.keep(lot.next(150), of: plot)
        let period = Period(year: 2020)
        let figure = FigureName(register: "plot", indicator: name)
        let parts = try await yard.statistics.parts(of: figure, period: period, scope: Self.whole, today: Self.today)
        let part = try #require(parts.first)
        var query = RecordQuery(district: "reed-bay", layout: RegisterLayout(plot), units: .all, asOf: period.through)
        query.condition = part.condition
        query.placed = .init(placement: part.measure.placement, from: period.from, through: period.through)
        let standing = query.count(yard.engine.dialect)
        query.knownThrough = period.through
        let then = query.count(yard.engine.dialect)
        let counts = try await yard.engine.read { session in
            try [then, standing].map { try session.first($0) { Int($0.integer(0) ?? 0) } ?? 0 }
        }
        #expect(counts[0] == part.count && counts[0] > 0)
        #expect(counts[1] != counts[0])
    }
}
