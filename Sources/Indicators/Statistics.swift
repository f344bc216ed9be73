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

    /// - Parameter layouts: The tables of the catalogue's registers by their names, where they are known already.
    public init(
        engine: any Engine, catalogue: Catalogue, layouts: [String: RegisterLayout]? = nil, district: String
    ) {
        self.engine = engine
        self.catalogue = catalogue
        self.district = district
        self.layouts =
            layouts
            ?? Dictionary(catalogue.registers.map { ($0.name, RegisterLayout($0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// The indicators in force on the last day of the period, in the order of the catalogue.
    public func names(in period: Period, registers: Set<String>? = nil) -> [FigureName] {
        catalogue.registers.filter { registers?.contains($0.name) ?? true }.flatMap { register in
            register.indicators.filter { $0.validity.holds(on: period.through) }.map {
                FigureName(register: register.name, indicator: $0.name)
            }
        }
    }

    /// The figures named, in that order; names that are not in the catalogue are left out.
    ///
    /// What came about after the period's last day is not seen, and running clocks are judged on it (on `today` where it has not come).
    public func figures(_ names: [FigureName], period: Period, scope: Scope, today: Day) async throws(StoreError) -> [Figure] {
        try await engine.read { session in
            try self.figures(names, period: period, scope: scope, today: today, in: session)
        }
    }

    /// The same inside a transaction, for an act that keeps what it counts.
    public func figures(_ names: [FigureName], period: Period, scope: Scope, today: Day, in session: any Transaction) throws
        -> [Figure]
    {
        guard names.allSatisfy(\.units.isEmpty) else {
            return try narrowed(names, period: period, scope: scope, today: today, in: session)
        }
        var set = MeasureSet(catalogue: catalogue, on: period.through)
        let known = names.compactMap { name in definition(name, period: period).map { (name, $0) } }
        for (name, indicator) in known { set.add(indicator.measure, register: name.register) }
        let tallies = try tallies(set, period: period, scope: scope, today: today, group: nil, in: session)
        let whole = tallies[""] ?? set.measures.map { _ in .nothing }
        return known.map { figure($0, $1, set: set, tallies: whole) }
    }

    /// Figures of which some are those of a few units alone: one count for each choice of units.
    private func narrowed(_ names: [FigureName], period: Period, scope: Scope, today: Day, in session: any Transaction) throws
        -> [Figure]
    {
        let directory = try UnitTable.all(district: district, in: session)
        var found: [FigureName: Figure] = [:]
        for (units, few) in Dictionary(grouping: Set(names), by: \.units) {
            let whole = few.sorted().map { FigureName(register: $0.register, indicator: $0.indicator) }
            let reach = units.isEmpty ? scope : scope.narrowed(to: directory.ids(named: units))
            for var figure in try figures(whole, period: period, scope: reach, today: today, in: session) {
                figure.name.units = units
                found[figure.name] = figure
            }
        }
        return names.compactMap { found[$0] }
    }

    /// The definition of an indicator that is in force on the period's last day: when a rule changes, the old one has ended.
    func definition(_ name: FigureName, period: Period) -> IndicatorDefinition? {
        catalogue.register(name.register)?.indicator(name.indicator, on: period.through)
    }

    func figure(_ name: FigureName, _ indicator: IndicatorDefinition, set: MeasureSet, tallies: [Tally]) -> Figure {
        let (value, numerator, denominator) = shown(indicator, register: name.register, set: set, tallies: tallies)
        return Figure(
            name: name, definition: indicator, value: value, numerator: numerator, denominator: denominator,
            rows: set.rows(indicator.measure, register: name.register, tallies: tallies))
    }

    /// The value brought to the indicator's unit: fen to yuan, then divided by its scale; a share stays a fraction.
    private func shown(_ indicator: IndicatorDefinition, register: String, set: MeasureSet, tallies: [Tally]) -> (
        FigureValue, Int64?, Int64?
    ) {
        let value = set.value(indicator.measure, register: register, tallies: tallies)
        let unit = shownUnit(indicator.measure, register: register, on: set) * Int128(indicator.scale)
        let scaled = value / unit
        let isPercent = indicator.unit == "%"
        var numerator: Int64?
        var denominator: Int64?
        if case .ratio(let of, let over) = set.resolved(indicator.measure, register: register).measure {
            let home = set.resolved(indicator.measure, register: register).register
            numerator = Int64(exactly: set.value(of, register: home, tallies: tallies).numerator)
            denominator = Int64(exactly: set.value(over, register: home, tallies: tallies).numerator)
        }
        let shown = value.isDefined ? scaled : .undefined
        return (
            FigureValue(
                numerator: Int64(clamping: shown.numerator), denominator: Int64(clamping: shown.denominator),
                decimals: indicator.decimals,
                isPercent: isPercent), numerator, denominator
        )
    }

    /// How many stored units make one that is shown: 100 fen a yuan, a decimal's places; a share has that of its parts.
    private func shownUnit(_ measure: Measure, register: String, on set: MeasureSet) -> Rational {
        let (measure, home) = set.resolved(measure, register: register)
        switch measure {
        case .simple(let simple):
            switch simple.aggregate {
            case .sum(let path), .mean(.field(let path)), .max(.field(let path)):
                let field = catalogue.register(home)?.field(at: path)
                let places = field?.type == .money ? 2 : field?.type == .decimal ? field?.decimals ?? 0 : 0
                return Rational((0..<places).reduce(1) { power, _ in power * 10 })
            default: return Rational(1)
            }
        case .total(let parts): return parts.first.map { shownUnit($0, register: home, on: set) } ?? Rational(1)
        case .ratio(let of, let over): return shownUnit(of, register: home, on: set) / shownUnit(over, register: home, on: set)
        case .change(let of, .difference): return shownUnit(of, register: home, on: set)
        case .change, .indicator: return Rational(1)
        }
    }

    // MARK: Scans

    /// Tallies by group key ("" for the whole), in the order of the set's measures.
    ///
    /// - Parameters:
    ///   - home: the register whose fields a breakdown names.
    ///   - whole: the period that this one is a part of; its last day is the one on which running clocks are judged.
    func tallies(
        _ set: MeasureSet, home: String = "", period: Period, of whole: Period? = nil, scope: Scope, today: Day,
        group: Breakdown?,
        in session: any Transaction
    ) throws
        -> [String: [Tally]]
    {
        var found: [String: [Tally]] = group == nil ? ["": set.measures.map { _ in .nothing }] : [:]
        func put(_ key: String, _ position: Int, _ tally: Tally) {
            found[key, default: set.measures.map { _ in .nothing }][position] = tally
        }
        let places = set.measures.indices.map { index in (index, set.measures[index]) }
        let scans = Dictionary(grouping: places) { ScanKey(register: $0.1.register, isYearBefore: $0.1.isYearBefore) }
        for (scan, members) in scans.sorted(by: { $0.key < $1.key }) {
            guard let layout = layouts[scan.register], group.map({ Self.divides($0, layout, home: home) }) ?? true else {
                continue
            }
            let days = scan.isYearBefore ? period.yearBefore : period
            let cutOff = scan.isYearBefore ? (whole ?? period).yearBefore.through : (whole ?? period).through
            let sql = MeasureSQL(layout: layout, dialect: engine.dialect, period: days, cutOff: cutOff, today: today)
            let restriction = restriction(scope.units(in: scan.register))
            for (join, batch) in batches(members, sql: sql) {
                let statement = scanStatement(
                    batch.map(\.1.measure), join: join, sql: sql, layout: layout, restriction: restriction, group: group)
                try session.query(statement) { row in
                    let key = group == nil ? "" : row.text(0) ?? ""
                    var column = group == nil ? 0 : 1
                    for member in batch {
                        let tally = Self.tally(member.1.measure.aggregate, row, &column)
                        put(key, member.0, tally)
                    }
                }
            }
            for (position, member) in members where Self.standsAlone(member.measure) {
                guard let join = sql.join(member.measure) else { continue }
                let statement = joinedStatement(
                    member.measure, join: join, sql: sql, layout: layout, restriction: restriction, group: group)
                try session.query(statement) { row in
                    let key = group == nil ? "" : row.text(0) ?? ""
                    let count = row.integer(group == nil ? 0 : 1) ?? 0
                    put(key, position, Tally(amount: count, rows: count))
                }
            }
        }
        return found
    }

    /// Measures that are counted in one reading, by what is joined to the records for them.
    private func batches(_ members: [Member], sql: MeasureSQL) -> [(join: String?, members: [Member])] {
        var batches: [(join: String?, members: [Member])] = []
        for member in members {
            let join = sql.join(member.1.measure)
            guard join == nil || !Self.standsAlone(member.1.measure) else { continue }
            if let index = batches.firstIndex(where: { $0.join == join }) {
                batches[index].members.append(member)
            } else {
                batches.append((join, [member]))
            }
        }
        return batches
    }

    /// A distinct count over a record's own rows or codes: its join would count the record again for every other measure.
    static func standsAlone(_ measure: SimpleMeasure) -> Bool {
        guard measure.subject == .records, case .countDistinct = measure.aggregate else { return false }
        return true
    }

    private typealias Member = (Int, (register: String, measure: SimpleMeasure, isYearBefore: Bool))

    /// Reads the columns that `MeasureSQL.columns` made for one measure and moves past them.
    private static func tally(_ aggregate: Aggregate, _ row: any ResultRow, _ column: inout Int) -> Tally {
        let amount = row.integer(column)
        column += 1
        switch aggregate {
        case .count, .countDistinct: return Tally(amount: amount, rows: amount ?? 0)
        case .sum, .max:
            column += 1
            return Tally(amount: amount, rows: row.integer(column - 1) ?? 0)
        case .mean:
            column += 2
            var tally = Tally(amount: amount, rows: row.integer(column - 2) ?? 0)
            tally.divisor = row.integer(column - 1) ?? 0
            return tally
        }
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

    func scanStatement(
        _ measures: [SimpleMeasure], join: String? = nil, sql: MeasureSQL, layout: RegisterLayout, restriction: Statement,
        group: Breakdown?
    ) -> Statement {
        let columns = measures.flatMap(sql.columns).joined(", ")
        var statement = Statement("SELECT ")
        if let group { statement += key(group, sql: sql) + Statement(", ") }
        statement += columns + Statement(" FROM \(layout.table) r\(join ?? "")") + keyTable(group, layout: layout) + restriction
        if group != nil { statement += " GROUP BY 1" }
        return statement
    }

    private func joinedStatement(
        _ measure: SimpleMeasure, join: String, sql: MeasureSQL, layout: RegisterLayout, restriction: Statement,
        group: Breakdown?
    )
        -> Statement
    {
        guard case .countDistinct(let path) = measure.aggregate else { return Statement("SELECT 0") }
        var statement = Statement("SELECT ")
        if let group { statement += key(group, sql: sql) + Statement(", ") }
        statement += Statement(
            "count(DISTINCT \(sql.column(path))) FROM \(layout.table) r\(join)"
        )
        statement += keyTable(group, layout: layout) + restriction + Statement(" AND ") + sql.counts(measure)
        if group != nil { statement += " GROUP BY 1" }
        return statement
    }

    /// Whether a register can be broken down so: by a field only where it is its own.
    private static func divides(_ group: Breakdown, _ layout: RegisterLayout, home: String) -> Bool {
        switch group {
        case .owner: return true
        case .month: return false
        case .field(let name):
            guard layout.register.name == home else { return false }
            return layout.register.field(name).map { $0.personal == nil && $0.type != .rows } ?? false
        }
    }

    private func key(_ group: Breakdown, sql: MeasureSQL) -> Statement {
        guard case .field(let name) = group, let field = sql.layout.register.field(name) else { return Statement("r.owner") }
        if field.type.isMany { return Statement("k.value") }
        let column = sql.compiler.column(field)
        return Statement(field.type == .bool ? "CASE \(column) WHEN 1 THEN 'true' WHEN 0 THEN 'false' END" : column)
    }

    /// A record with several codes counts in the cell of each, so those cells may add up to more than the whole.
    private func keyTable(_ group: Breakdown?, layout: RegisterLayout) -> Statement {
        guard case .field(let name)? = group, let field = layout.register.field(name), field.type.isMany else {
            return Statement("")
        }
        return Statement(" LEFT JOIN \(layout.childTable(field)) k ON k.district = r.district AND k.parent = r.id")
    }
}
