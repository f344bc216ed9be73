import Access
import Definitions
import LegalTime
import Records
import Store

/// Counts the declared figures of a period within what somebody may see: one scan of each register for all of its figures.
public struct Statistics: Sendable {
    let engine: any Engine
    let catalogue: Catalogue
    let district: String
    let layouts: [String: RegisterLayout]

    public init(engine: any Engine, catalogue: Catalogue, district: String) {
        self.engine = engine
        self.catalogue = catalogue
        self.district = district
        layouts = Dictionary(catalogue.registers.map { ($0.name, RegisterLayout($0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// The indicators in force on the last day of the period, in the order of the catalogue.
    public func names(in period: Period, registers: Set<String>? = nil) -> [FigureName] {
        catalogue.registers.filter { registers?.contains($0.name) ?? true }.flatMap { register in
            register.indicators.filter { $0.validity.holds(on: period.through) }.map { FigureName(register: register.name, indicator: $0.name) }
        }
    }

    /// The figures named, in that order; names that are not in the catalogue are left out.
    ///
    /// - Parameter asOf: the day on which running clocks are judged, at the latest the period's last day.
    public func figures(_ names: [FigureName], period: Period, scope: Scope, today: Day) async throws(StoreError) -> [Figure] {
        var set = MeasureSet(catalogue: catalogue)
        let known = names.compactMap { name in definition(name, period: period).map { (name, $0) } }
        for (name, indicator) in known { set.add(indicator.measure, register: name.register) }
        let scan = set
        let tallies = try await engine.read { session in try self.tallies(scan, period: period, scope: scope, today: today, group: nil, in: session) }
        let whole = tallies[""] ?? scan.measures.map { _ in .nothing }
        return known.map { figure($0, $1, set: scan, tallies: whole) }
    }

    /// The definition of an indicator that is in force on the period's last day: when a rule changes, the old one has ended.
    func definition(_ name: FigureName, period: Period) -> IndicatorDefinition? {
        let own = catalogue.register(name.register)?.indicators.filter { $0.name == name.indicator } ?? []
        return own.last { $0.validity.holds(on: period.through) } ?? own.last
    }

    func figure(_ name: FigureName, _ indicator: IndicatorDefinition, set: MeasureSet, tallies: [Tally]) -> Figure {
        let (value, numerator, denominator) = shown(indicator, register: name.register, set: set, tallies: tallies)
        return Figure(
            name: name, definition: indicator, value: value, numerator: numerator, denominator: denominator,
            rows: set.rows(indicator.measure, register: name.register, tallies: tallies))
    }

    /// The value brought to the indicator's unit: fen to yuan, then divided by its scale; a share stays a fraction.
    private func shown(_ indicator: IndicatorDefinition, register: String, set: MeasureSet, tallies: [Tally]) -> (FigureValue, Int64?, Int64?) {
        let value = set.value(indicator.measure, register: register, tallies: tallies)
        let scaled = Rational(value.numerator, value.denominator * Int128(indicator.scale) * moneyFactor(indicator.measure, register: register))
        let isPercent = indicator.unit == "%"
        var numerator: Int64?
        var denominator: Int64?
        if case .ratio(let of, let over) = resolved(indicator.measure, register: register).measure {
            let home = resolved(indicator.measure, register: register).register
            numerator = Int64(exactly: set.value(of, register: home, tallies: tallies).numerator)
            denominator = Int64(exactly: set.value(over, register: home, tallies: tallies).numerator)
        }
        let shown = value.isDefined ? scaled : .undefined
        return (
            FigureValue(
                numerator: Int64(clamping: shown.numerator), denominator: Int64(clamping: shown.denominator), decimals: indicator.decimals,
                isPercent: isPercent), numerator, denominator
        )
    }

    private func resolved(_ measure: Measure, register: String) -> (measure: Measure, register: String) {
        guard case .indicator(let other, let name) = measure,
            let indicator = catalogue.indicator(FigureName(register: other ?? register, indicator: name))
        else { return (measure, register) }
        return resolved(indicator.measure, register: other ?? register)
    }

    /// 100 where the measure adds up money, which is kept in fen.
    private func moneyFactor(_ measure: Measure, register: String) -> Int128 {
        let (measure, home) = resolved(measure, register: register)
        switch measure {
        case .simple(let simple):
            switch simple.aggregate {
            case .sum(let path), .mean(.field(let path)), .max(.field(let path)):
                let field = catalogue.register(home)?.field(at: path)
                return field?.type == .money ? 100 : field?.type == .decimal ? (0..<(field?.decimals ?? 0)).reduce(1) { power, _ in power * 10 } : 1
            default: return 1
            }
        case .total(let parts): return parts.first.map { moneyFactor($0, register: home) } ?? 1
        case .change(let of, .difference): return moneyFactor(of, register: home)
        default: return 1
        }
    }

    // MARK: Scans

    /// Tallies by group key ("" for the whole), in the order of the set's measures.
    func tallies(_ set: MeasureSet, period: Period, scope: Scope, today: Day, group: Breakdown?, in session: any Transaction) throws -> [String: [Tally]] {
        var found: [String: [Tally]] = group == nil ? ["": set.measures.map { _ in .nothing }] : [:]
        func put(_ key: String, _ position: Int, _ tally: Tally) {
            found[key, default: set.measures.map { _ in .nothing }][position] = tally
        }
        let places = set.measures.indices.map { index in (index, set.measures[index]) }
        let scans = Dictionary(grouping: places) { ScanKey(register: $0.1.register, isYearBefore: $0.1.isYearBefore) }
        for (scan, members) in scans.sorted(by: { $0.key < $1.key }) {
            guard let layout = layouts[scan.register] else { continue }
            let days = scan.isYearBefore ? period.yearBefore : period
            let sql = MeasureSQL(layout: layout, dialect: engine.dialect, period: days, asOf: min(days.through, today))
            let restriction = restriction(scope.units(in: scan.register))
            let together = members.filter { sql.joinedTable($0.1.measure) == nil }
            // Months group by each measure's own day, so each runs by itself; everything else shares one scan.
            let groups = group == .month ? together.map { [$0] } : together.isEmpty ? [] : [together]
            for batch in groups {
                let statement = scanStatement(batch.map(\.1.measure), sql: sql, layout: layout, restriction: restriction, group: group)
                try session.query(statement) { row in
                    let key = group == nil ? "" : row.text(0) ?? ""
                    let first = group == nil ? 0 : 1
                    for (offset, member) in batch.enumerated() {
                        put(key, member.0, Tally(amount: row.integer(first + offset * 2), rows: row.integer(first + offset * 2 + 1) ?? 0))
                    }
                }
            }
            for (position, member) in members {
                guard let table = sql.joinedTable(member.measure) else { continue }
                let statement = joinedStatement(member.measure, table: table, sql: sql, layout: layout, restriction: restriction, group: group)
                try session.query(statement) { row in
                    let key = group == nil ? "" : row.text(0) ?? ""
                    let count = row.integer(group == nil ? 0 : 1) ?? 0
                    put(key, position, Tally(amount: count, rows: count))
                }
            }
        }
        return found
    }

    /// Whoever sees the whole district reads the table once through; everybody else comes by the index of his units.
    func restriction(_ units: UnitSet) -> Statement {
        let column = units == .all ? engine.dialect.unindexed("r.district") : "r.district"
        return Statement(" WHERE \(column) = ? AND ", [.text(district)]) + RecordQuery.scope(units, column: "r.owner")
    }

    private struct ScanKey: Hashable, Comparable {
        var register: String
        var isYearBefore: Bool
        static func < (a: Self, b: Self) -> Bool { (a.register, a.isYearBefore ? 1 : 0) < (b.register, b.isYearBefore ? 1 : 0) }
    }

    func scanStatement(_ measures: [SimpleMeasure], sql: MeasureSQL, layout: RegisterLayout, restriction: Statement, group: Breakdown?) -> Statement {
        let columns = measures.flatMap(sql.columns).joined(", ")
        var statement = Statement("SELECT ")
        if let group, let first = measures.first { statement += key(group, measure: first, sql: sql, layout: layout) + Statement(", ") }
        statement += columns + Statement(" FROM \(layout.table) r") + restriction
        if let group, case .month = group, let first = measures.first { statement += Statement(" AND ") + sql.counts(first) }
        if group != nil { statement += " GROUP BY 1" }
        return statement
    }

    private func joinedStatement(_ measure: SimpleMeasure, table: String, sql: MeasureSQL, layout: RegisterLayout, restriction: Statement, group: Breakdown?)
        -> Statement
    {
        guard case .countDistinct(let path) = measure.aggregate else { return Statement("SELECT 0") }
        var statement = Statement("SELECT ")
        if let group { statement += key(group, measure: measure, sql: sql, layout: layout) + Statement(", ") }
        statement += Statement("count(DISTINCT \(sql.column(path))) FROM \(layout.table) r JOIN \(table) x ON x.district = r.district AND x.parent = r.id")
        statement += restriction + Statement(" AND ") + sql.counts(measure)
        if group != nil { statement += " GROUP BY 1" }
        return statement
    }

    private func key(_ group: Breakdown, measure: SimpleMeasure, sql: MeasureSQL, layout: RegisterLayout) -> Statement {
        switch group {
        case .owner: return Statement("r.owner")
        case .month: return Statement("substr(") + sql.compiler.day(of: measure.placement) + Statement(", 1, 7)")
        case .field(let name): return Statement("r.\(layout.register.field(name)?.column ?? name)")
        }
    }
}
