import Access
import Definitions
import LegalTime
import Records
import Store

extension Statistics {
    /// A figure broken down; cells in the order of their keys, months all there. Measures of other registers are not broken down.
    public func breakdown(_ name: FigureName, by group: Breakdown, period: Period, scope: Scope, today: Day)
        async throws(StoreError) -> [BreakdownCell]
    {
        guard let indicator = definition(name, period: period) else { return [] }
        if group == .month { return try await months(name, indicator, period: period, scope: scope, today: today) }
        var set = MeasureSet(catalogue: catalogue, on: period.through)
        set.add(indicator.measure, register: name.register)
        let scan = set
        let tallies = try await engine.read { session in
            try self.tallies(
                scan, home: name.register, period: period, scope: scope, today: today, group: group, in: session)
        }
        return tallies.sorted { $0.key < $1.key }.compactMap { key, tallies in
            let figure = figure(name, indicator, set: scan, tallies: tallies)
            guard tallies.contains(where: { $0.rows > 0 }) else { return nil }
            return BreakdownCell(
                key: key, value: figure.value, numerator: figure.numerator, denominator: figure.denominator, rows: figure.rows)
        }
    }

    /// Each month is a period of its own, so that stocks are taken at its end; clocks are judged at the end of the whole, so that the
    /// months add up.
    private func months(_ name: FigureName, _ indicator: IndicatorDefinition, period: Period, scope: Scope, today: Day)
        async throws(StoreError)
        -> [BreakdownCell]
    {
        var set = MeasureSet(catalogue: catalogue, on: period.through)
        set.add(indicator.measure, register: name.register)
        let scan = set
        let months = period.months
        return try await engine.read { session in
            try months.map { month in
                let tallies =
                    try self.tallies(scan, period: month, of: period, scope: scope, today: today, group: nil, in: session)[""]
                    ?? []
                let figure = figure(name, indicator, set: scan, tallies: tallies)
                return BreakdownCell(
                    key: String(month.from.iso.prefix(7)), value: figure.value, numerator: figure.numerator,
                    denominator: figure.denominator,
                    rows: figure.rows)
            }
        }
    }

    /// The lists of records behind a figure, with how many each holds.
    public func parts(of name: FigureName, period: Period, scope: Scope, today: Day) async throws(StoreError) -> [FigurePart] {
        guard let indicator = definition(name, period: period) else { return [] }
        var set = MeasureSet(catalogue: catalogue, on: period.through)
        set.add(indicator.measure, register: name.register)
        let scan = set
        let tallies = try await engine.read { session in
            try self.tallies(scan, period: period, scope: scope, today: today, group: nil, in: session)[""] ?? []
        }
        return scan.parts(indicator.measure, register: name.register, tallies: tallies)
    }

    /// The distinct things a count_distinct counted, each with how many records name it.
    ///
    /// - Parameter whole: the period that this one is a part of.
    public func distinct(_ part: FigurePart, period: Period, of whole: Period? = nil, scope: Scope, today: Day, limit: Int)
        async throws(StoreError) -> [(key: String, records: Int)]
    {
        guard case .countDistinct(let path) = part.measure.aggregate, let layout = layouts[part.register] else { return [] }
        let sql = MeasureSQL(
            layout: layout, dialect: engine.dialect, period: period, cutOff: (whole ?? period).through, today: today)
        let column = sql.column(path)
        var statement = Statement("SELECT \(column), count(DISTINCT r.id) FROM \(layout.table) r\(sql.join(part.measure) ?? "")")
        statement +=
            Statement(" WHERE r.district = ? AND ", [.text(district)])
            + RecordQuery.scope(scope.units(in: part.register), column: "r.owner")
        statement +=
            Statement(" AND ") + sql.counts(part.measure)
            + Statement(" AND \(column) IS NOT NULL GROUP BY 1 ORDER BY 1 LIMIT ?", [.integer(Int64(limit))])
        let query = statement
        let isPersonal = layout.register.field(at: path)?.personal != nil
        return try await engine.read { session in
            var number = 0
            return try session.all(query) { row in
                number += 1
                return (isPersonal ? String(number) : row.text(0) ?? "", Int(row.integer(1) ?? 0))
            }
        }
    }

    /// The statement of all figures of one register, for tests that look at its plan.
    public func scan(of register: String, period: Period, scope: Scope, today: Day) -> Statement? {
        guard let layout = layouts[register] else { return nil }
        var set = MeasureSet(catalogue: catalogue, on: period.through)
        for indicator in layout.register.indicators { set.add(indicator.measure, register: register) }
        let sql = MeasureSQL(layout: layout, dialect: engine.dialect, period: period, cutOff: period.through, today: today)
        let own = set.measures.filter { $0.register == register && !$0.isYearBefore }.map(\.measure).filter {
            sql.join($0) == nil
        }
        let restriction = restriction(scope.units(in: register))
        return scanStatement(own, sql: sql, layout: layout, restriction: restriction, group: nil)
    }
}
