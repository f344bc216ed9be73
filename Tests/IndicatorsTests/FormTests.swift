import Access
import Definitions
import LegalTime
import Records
import Store
import StoreSQLite
import TestSupport
import Testing

@testable import Indicators

@Suite("Figures of every form")
struct FormTests {
    static let units = ["east_one", "east_two", "west_one", "bureau"]
    static let today = Day("2021-11-15")
    static let periods = [
        Period(year: 2021), Period(year: 2020), Period(from: Day("2021-01-01"), through: Day("2021-06-30")),
        Period(from: Day("2020-02-01"), through: Day("2020-02-29")), Period(from: Day("2021-03-07"), through: Day("2021-05-20")),
    ]

    struct World {
        let folder: TemporaryFolder
        let engine: SQLiteEngine
        let statistics: Statistics
        let records: [String: [RandomRecord]]
        let naive: Naive

        init(count: Int, seed: UInt64) async throws {
            let catalogue = ParcelCatalogue.catalogue
            folder = try TemporaryFolder()
            engine = try SQLiteEngine(path: folder.file("figures.sqlite"))
            try await engine.apply(
                try await engine.plan(Schema.tables(catalogue.registers), search: Schema.search(catalogue.registers)))
            var records: [String: [RandomRecord]] = [:]
            for register in catalogue.registers {
                var lot = RandomRecords(register, units: FormTests.units, seed: seed + UInt64(register.name.count))
                records[register.name] = lot.next(count)
                try await engine.keep(records[register.name] ?? [], of: register)
                // Another district's records lie in the same tables.
                var others = RandomRecords(register, units: FormTests.units, seed: seed + 100)
                others.district = "elsewhere"
                try await engine.keep(others.next(30), of: register)
            }
            self.records = records
            naive = Naive(catalogue: catalogue, records: records, today: FormTests.today)
            statistics = Statistics(engine: engine, catalogue: catalogue, district: "reed-bay")
        }

        func naive(of units: Set<String>) -> Naive {
            var naive = naive
            naive.records = records.mapValues { $0.filter { units.contains($0.record.owner) } }
            return naive
        }
    }

    static func whole() -> Scope {
        .wholeDistrict("reed-bay", as: "t", on: today, registers: ["parcel", "depot", "keeper"], acts: [.read])
    }

    /// A scope over some units, as a policy would give it.
    static func scope(of units: Set<String>) -> Scope {
        let account = Account(id: "a", name: "a", displayName: "a", unit: "bay", passwordHash: PasswordHash(phc: ""))
        let entries = (["bay"] + FormTests.units).map {
            UnitEntry(id: $0, name: $0, parent: $0 == "bay" ? nil : "bay", kind: "x", from: Day("2000-01-01"))
        }
        guard let tree = try? UnitTree(district: "reed-bay", units: entries) else { return .none }
        let grants = units.map { Grant(account: "a", role: .clerk, unit: $0, from: Day("2000-01-01")) }
        let registers = ParcelCatalogue.catalogue.registers.map { RegisterAccess(name: $0.name, office: $0.office) }
        return Policy.scope(for: account, grants: grants, units: tree, on: today, registers: registers)
    }

    @Test("a figure is what counting one by one gives, for every form, period and scope", arguments: [1, 2])
    func everyForm(seed: UInt64) async throws {
        let world = try await World(count: Repository.rounds(140, long: 2000), seed: seed)
        let register = ParcelCatalogue.register("parcel")
        let scopes: [(Scope, Naive)] = [
            (Self.whole(), world.naive), (Self.scope(of: ["east_one", "bureau"]), world.naive(of: ["east_one", "bureau"])),
            (Self.scope(of: []), world.naive(of: [])),
        ]
        var defined = 0
        for (scope, naive) in scopes {
            for period in Self.periods {
                let names = world.statistics.names(in: period)
                let figures = try await world.statistics.figures(names, period: period, scope: scope, today: Self.today)
                #expect(figures.map(\.name) == names)
                for figure in figures {
                    let home = ParcelCatalogue.register(figure.name.register)
                    let expected = naive.value(figure.definition.measure, home, period)
                    let scaled = Naive.Result(
                        numerator: expected.numerator, denominator: expected.denominator * figure.definition.scale)
                    #expect(scaled.isSame(as: figure.value), "\(figure.name) \(period) expected \(scaled) got \(figure.value)")
                    if figure.value.isDefined, figure.value.numerator != 0 { defined += 1 }
                    if case .simple(let simple) = figure.definition.measure {
                        #expect(figure.rows == naive.simple(simple, home, period).1, "rows of \(figure.name) \(period)")
                    }
                }
            }
        }
        #expect(defined > register.indicators.count * 5)
    }

    @Test("several figures in one scan are the same as each by itself")
    func together() async throws {
        let world = try await World(count: 80, seed: 3)
        let period = Period(year: 2021)
        let names = world.statistics.names(in: period)
        let together = try await world.statistics.figures(names, period: period, scope: Self.whole(), today: Self.today)
        for (name, figure) in zip(names, together) {
            let alone = try await world.statistics.figures([name], period: period, scope: Self.whole(), today: Self.today)
            #expect(alone.map(\.value) == [figure.value] && alone.map(\.rows) == [figure.rows], "\(name)")
        }
    }

    @Test("all figures of a register that need no rows joined in are one scan of its table")
    func oneScan() async throws {
        let world = try await World(count: 5, seed: 4)
        let statement = try #require(
            world.statistics.scan(of: "parcel", period: Period(year: 2021), scope: Self.whole(), today: Self.today))
        let plan = try await world.engine.explain(statement)
        #expect(plan.filter { $0.hasPrefix("SCAN") } == ["SCAN r"], "\(plan)")
        let own = try #require(
            world.statistics.scan(
                of: "parcel", period: Period(year: 2021), scope: Self.scope(of: ["east_one"]), today: Self.today))
        let narrow = try await world.engine.explain(own)
        #expect(
            narrow.contains { $0.hasPrefix("SEARCH r USING INDEX r_parcel_owner") } && !narrow.contains { $0.hasPrefix("SCAN") },
            "\(narrow)")
    }

    @Test("the lists behind a figure hold exactly as many records as it says")
    func rowsBehind() async throws {
        let world = try await World(count: 120, seed: 5)
        let period = Period(year: 2021)
        for name in world.statistics.names(in: period) {
            for part in try await world.statistics.parts(of: name, period: period, scope: Self.whole(), today: Self.today) {
                if case .countDistinct = part.measure.aggregate {
                    let things = try await world.statistics.distinct(
                        part, period: period, scope: Self.whole(), today: Self.today, limit: 1000)
                    #expect(things.count == part.count, "\(name)")
                    #expect(Set(things.map(\.key)).count == things.count)
                    continue
                }
                var query = RecordQuery(
                    district: "reed-bay", layout: RegisterLayout(ParcelCatalogue.register(part.register)), units: .all,
                    asOf: min(period.through, Self.today))
                query.condition = part.condition
                query.placed = .init(placement: part.measure.placement, from: period.from, through: period.through)
                let statement = query.count(world.engine.dialect)
                let count = try await world.engine.read { try $0.first(statement) { $0.integer(0) } }
                #expect(count == Int64(part.count), "\(name) \(part.side)")
            }
        }
    }

    @Test("a distinct person shows as a number in the list, never as what is kept of him")
    func distinctPeople() async throws {
        let world = try await World(count: 60, seed: 6)
        let period = Period(year: 2021)
        for indicator in ["senders", "receivers"] {
            let name = FigureName(register: "parcel", indicator: indicator)
            let part = try #require(
                try await world.statistics.parts(of: name, period: period, scope: Self.whole(), today: Self.today).first)
            let things = try await world.statistics.distinct(
                part, period: period, scope: Self.whole(), today: Self.today, limit: 100)
            #expect(things.map(\.key) == (1...things.count).map(String.init))
        }
    }
}
