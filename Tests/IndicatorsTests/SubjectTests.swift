import Access
import Definitions
import LegalTime
import Records
import Store
import StoreSQLite
import TestSupport
import Testing

@testable import Indicators

@Suite("Figures over rows and over acts")
struct SubjectTests {
    static let today = Day("2021-11-15")
    static let registers = ["plot", "tree"]

    struct World {
        let folder: TemporaryFolder
        let engine: SQLiteEngine
        let statistics: Statistics
        let naive: Naive

        init(count: Int, seed: UInt64) async throws {
            let catalogue = OrchardCatalogue.catalogue
            folder = try TemporaryFolder()
            engine = try SQLiteEngine(path: folder.file("figures.sqlite"))
            try await engine.apply(
                try await engine.plan(Schema.tables(catalogue.registers), search: Schema.search(catalogue.registers)))
            var records: [String: [RandomRecord]] = [:]
            for register in catalogue.registers {
                var lot = RandomRecords(register, units: FormTests.units, seed: seed)
                let drawn = lot.next(count)
                try await engine.keep(drawn, of: register)
                records[register.name] = drawn
                var others = RandomRecords(register, units: FormTests.units, seed: seed + 100)
                others.district = "elsewhere"
                try await engine.keep(others.next(30), of: register)
            }
            naive = Naive(catalogue: catalogue, records: records, today: SubjectTests.today)
            statistics = Statistics(engine: engine, catalogue: catalogue, district: "reed-bay")
        }
    }

    static func scope(of units: Set<String>) -> Scope {
        let account = Account(id: "a", name: "a", displayName: "a", unit: "bay", passwordHash: PasswordHash(phc: ""))
        let entries = (["bay"] + FormTests.units).map {
            UnitEntry(id: $0, name: $0, parent: $0 == "bay" ? nil : "bay", kind: "x", from: Day("2000-01-01"))
        }
        guard let tree = try? UnitTree(district: "reed-bay", units: entries) else { return .none }
        let grants = units.map { Grant(account: "a", role: .clerk, unit: $0, from: Day("2000-01-01")) }
        let access = OrchardCatalogue.catalogue.registers.map { RegisterAccess(name: $0.name, office: $0.office) }
        return Policy.scope(for: account, grants: grants, units: tree, on: today, registers: access)
    }

    private static func whole() -> Scope { .wholeDistrict("reed-bay", as: "t", on: today, registers: registers, acts: [.read]) }

    @Test("a figure is what counting row by row and act by act gives", arguments: [1, 2])
    func oneByOne(seed: UInt64) async throws {
        let world = try await World(count: Repository.rounds(120, long: 2000), seed: seed)
        var narrow = world.naive
        narrow.records = world.naive.records.mapValues { $0.filter { ["east_one"].contains($0.record.owner) } }
        var defined = 0
        for (scope, naive) in [(Self.whole(), world.naive), (Self.scope(of: ["east_one"]), narrow)] {
            for period in FormTests.periods {
                let names = world.statistics.names(in: period)
                let figures = try await world.statistics.figures(names, period: period, scope: scope, today: Self.today)
                for figure in figures {
                    let home = try #require(OrchardCatalogue.catalogue.register(figure.name.register))
                    let expected = naive.value(figure.definition.measure, home, period)
                    #expect(
                        expected.isSame(as: figure.value), "\(figure.name) \(period) expected \(expected) got \(figure.value)")
                    if figure.value.isDefined, figure.value.numerator != 0 { defined += 1 }
                    if case .simple(let simple) = figure.definition.measure {
                        #expect(figure.rows == naive.simple(simple, home, period).1, "rows of \(figure.name) \(period)")
                    }
                }
            }
        }
        #expect(defined > 80)
    }

    @Test("months and units of such a figure add up to it")
    func breakdown() async throws {
        let world = try await World(count: 150, seed: 7)
        let period = Period(year: 2021)
        for name in ["rounds_held", "inspections", "pears_picked"].map({ FigureName(register: "plot", indicator: $0) }) {
            let figure = try #require(
                try await world.statistics.figures([name], period: period, scope: Self.whole(), today: Self.today).first)
            #expect(figure.value.numerator > 0)
            for group in [Breakdown.month, .owner, .field("fence_grade")] {
                let cells = try await world.statistics.breakdown(
                    name, by: group, period: period, scope: Self.whole(), today: Self.today)
                #expect(cells.map(\.value.numerator).reduce(0, +) == figure.value.numerator, "\(name) \(group)")
            }
        }
    }

    @Test("the records behind such a figure are listed once, each with how often it counts")
    func behind() async throws {
        let world = try await World(count: 120, seed: 5)
        let period = Period(year: 2021)
        var several = 0
        for name in world.statistics.names(in: period) {
            let home = try #require(OrchardCatalogue.catalogue.register(name.register))
            for part in try await world.statistics.parts(of: name, period: period, scope: Self.whole(), today: Self.today) {
                guard part.measure.subject != .records else { continue }
                if case .countDistinct = part.measure.aggregate { continue }
                var asked = part.measure
                asked.condition = part.condition
                let expected = world.naive.times(asked, home, period)
                var query = RecordQuery(
                    district: "reed-bay", layout: RegisterLayout(home), units: .all, asOf: min(period.through, Self.today))
                query.placed = RecordQuery.Placed(
                    subject: part.measure.subject, condition: part.condition, placement: part.measure.placement,
                    from: period.from, through: period.through)
                query.limit = 1000
                let listed = query
                let dialect = world.engine.dialect
                let times = try await world.engine.read { session in
                    let ids = try RecordTable(RegisterLayout(home)).page(listed, dialect: dialect, in: session).map(\.record.id)
                    if ids.isEmpty { return [(String, Int)]() }
                    let statement = try #require(listed.times(ofRecords: ids, dialect: dialect))
                    return try session.all(statement) { ($0.text(0) ?? "", Int($0.integer(1) ?? 0)) }
                }
                #expect(
                    Dictionary(uniqueKeysWithValues: times)
                        == Dictionary(uniqueKeysWithValues: expected.map { ($0.record.id, $0.times) }), "\(name)")
                let counted = times.map(\.1).reduce(0, +)
                if case .acts(_, isDistinct: true) = part.measure.subject {
                    #expect(times.count == part.count, "\(name)")
                } else {
                    #expect(counted == part.count, "\(name)")
                }
                several += times.count { $0.1 > 1 }
            }
        }
        #expect(several > 20)
    }

    @Test("figures over rows leave the one scan of the register as it is")
    func scan() async throws {
        let world = try await World(count: 5, seed: 4)
        let statement = try #require(
            world.statistics.scan(of: "plot", period: Period(year: 2021), scope: Self.whole(), today: Self.today))
        #expect(!statement.sql.contains("JOIN"))
        let plan = try await world.engine.explain(statement)
        #expect(plan.filter { $0.hasPrefix("SCAN") } == ["SCAN r"], "\(plan)")
    }
}
