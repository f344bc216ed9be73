import Definitions
import LegalTime
import Records
import TestSupport

@testable import Indicators

/// Counts in memory, record by record, straight from the words of the definition.
struct Naive {
    struct Result: Equatable {
        var numerator: Int64
        /// 0: not defined.
        var denominator: Int64

        static func + (a: Result, b: Result) -> Result {
            Result(
                numerator: a.numerator * b.denominator + b.numerator * a.denominator, denominator: a.denominator * b.denominator)
        }
        func isSame(as value: FigureValue) -> Bool {
            guard denominator != 0, value.denominator != 0 else { return (denominator == 0) == (value.denominator == 0) }
            return Int128(numerator) * Int128(value.denominator) == Int128(value.numerator) * Int128(denominator)
        }
    }

    var catalogue: Catalogue
    var records: [String: [RandomRecord]]
    var today: Day

    func rows(_ simple: SimpleMeasure, _ register: RegisterDefinition, _ period: Period) -> [RandomRecord] {
        (records[register.name] ?? []).filter { drawn in
            isPlaced(placed(drawn, simple, register, period), simple.placement, period)
        }.map { known($0, simple, register, period) }.filter { drawn in
            simple.condition.holds(for: drawn.facts(register, asOf: min(period.through, today)))
        }
    }

    /// The record as a figure of the period sees it.
    func known(_ drawn: RandomRecord, _ simple: SimpleMeasure, _ register: RegisterDefinition, _ period: Period) -> RandomRecord {
        simple.seesLater || period.through >= today ? drawn : drawn.known(through: period.through, register)
    }

    /// What places it: its days whatever they are, and what is reckoned from the rows of then.
    private func placed(_ drawn: RandomRecord, _ simple: SimpleMeasure, _ register: RegisterDefinition, _ period: Period)
        -> RandomRecord
    {
        let then = known(drawn, simple, register, period)
        var placed = drawn
        for field in register.fields where field.computed != nil {
            placed.record.values[field.name] = then.record.values[field.name]
        }
        return placed
    }

    private func isPlaced(_ drawn: RandomRecord, _ placement: Placement, _ period: Period) -> Bool {
        switch placement {
        case .event(.field(let name)): return drawn.record.day(name).map { period.from <= $0 && $0 <= period.through } ?? false
        case .event(.entered(let states)):
            return drawn.stamps.filter { states.contains($0.to) }.map(\.on).min().map {
                period.from <= $0 && $0 <= period.through
            } ?? false
        case .act: return false
        case .stock(let from, let until):
            guard let start = drawn.record.day(from), start <= period.through else { return false }
            return until.flatMap { drawn.record.day($0) }.map { $0 > period.through } ?? true
        }
    }

    private func things(_ path: FieldPath, _ record: Record, _ register: RegisterDefinition) -> [Value] {
        if path.field == "owner" { return [.text(record.owner)] }
        if let child = path.child {
            let rows = record.values[path.field]?.rows ?? []
            let hashed = register.field(at: path)?.personal != nil
            return rows.compactMap { $0.values[hashed ? "\(child)__hash" : child] }
        }
        let name = register.field(path.field)?.personal != nil ? "\(path.field)__hash" : path.field
        guard let value = record.values[name] else { return [] }
        return value.list.map { $0.map(Value.text) } ?? [value]
    }

    private func numbers(_ path: FieldPath, _ record: Record) -> [Int64] {
        guard let child = path.child else { return record.values[path.field]?.integer.map { [$0] } ?? [] }
        return (record.values[path.field]?.rows ?? []).compactMap { $0.values[child]?.integer }
    }

    private func scale(_ path: FieldPath, _ register: RegisterDefinition) -> Int64 {
        switch register.field(at: path)?.type {
        case .money: 100
        case .decimal: (0..<(register.field(at: path)?.decimals ?? 0)).reduce(1) { power, _ in power * 10 }
        default: 1
        }
    }

    /// The value and the number of rows behind it.
    func simple(_ simple: SimpleMeasure, _ register: RegisterDefinition, _ period: Period) -> (Result, Int) {
        if simple.subject != .records { return counted(simple, register, period) }
        let rows = rows(simple, register, period).map(\.record)
        func quantity(_ quantity: Quantity) -> (values: [Int64], scale: Int64, rows: Int) {
            switch quantity {
            case .field(let path):
                return (
                    rows.flatMap { numbers(path, $0) }, scale(path, register), rows.filter { !numbers(path, $0).isEmpty }.count
                )
            case .daysBetween(let from, let to):
                let days = rows.compactMap { record in
                    record.day(from).flatMap { from in record.day(to).map { Int64(from.days(until: $0)) } }
                }
                return (days, 1, days.count)
            }
        }
        switch simple.aggregate {
        case .count: return (Result(numerator: Int64(rows.count), denominator: 1), rows.count)
        case .countDistinct(let path):
            let distinct = Set(rows.flatMap { things(path, $0, register) }).count
            return (Result(numerator: Int64(distinct), denominator: 1), distinct)
        case .sum(let path):
            let all = quantity(.field(path))
            return (Result(numerator: all.values.reduce(0, +), denominator: all.scale), all.rows)
        case .mean(let what):
            let all = quantity(what)
            return (Result(numerator: all.values.reduce(0, +), denominator: Int64(all.values.count) * all.scale), all.rows)
        case .max(let what):
            let all = quantity(what)
            return (
                all.values.max().map { Result(numerator: $0, denominator: all.scale) } ?? Result(numerator: 0, denominator: 0),
                all.rows
            )
        }
    }

    func value(_ measure: Measure, _ register: RegisterDefinition, _ period: Period) -> Result {
        switch measure {
        case .simple(let simple): return self.simple(simple, register, period).0
        case .total(let parts): return parts.map { value($0, register, period) }.reduce(Result(numerator: 0, denominator: 1), +)
        case .ratio(let of, let over): return Self.divided(value(of, register, period), value(over, register, period))
        case .change(let of, let form):
            let now = value(of, register, period)
            let then = value(of, register, period.yearBefore)
            let difference = now + Result(numerator: -then.numerator, denominator: then.denominator)
            switch form {
            case .difference: return difference
            case .points: return Result(numerator: difference.numerator * 100, denominator: difference.denominator)
            case .percent: return Self.divided(difference, then)
            }
        case .indicator(let other, let name):
            guard let home = catalogue.register(other ?? register.name), let indicator = home.indicator(name) else {
                return Result(numerator: 0, denominator: 0)
            }
            return value(indicator.measure, home, period)
        }
    }

    private static func divided(_ a: Result, _ b: Result) -> Result {
        guard a.denominator != 0, b.denominator != 0, b.numerator != 0 else { return Result(numerator: 0, denominator: 0) }
        return Result(numerator: a.numerator * b.denominator, denominator: a.denominator * b.numerator)
    }
}
