import Definitions
import LegalTime
import Records
import TestSupport

@testable import Indicators

// Rows and acts counted one by one.
extension Naive {
    /// How often each record counts.
    func times(_ simple: SimpleMeasure, _ register: RegisterDefinition, _ period: Period) -> [(record: Record, times: Int)] {
        (records[register.name] ?? []).compactMap { drawn in
            let times: Int
            switch simple.subject {
            case .records: return nil
            case .rows: times = rows(of: drawn, simple, register, period).count
            case .acts(let moves, _): times = acts(of: drawn, moves, simple, register, period)
            }
            return times == 0 ? nil : (drawn.record, times)
        }
    }

    private func acts(
        of drawn: RandomRecord, _ moves: [String], _ simple: SimpleMeasure, _ register: RegisterDefinition, _ period: Period
    ) -> Int {
        let facts = known(drawn, simple, register, period).facts(register, asOf: min(period.through, today))
        guard simple.condition.holds(for: facts) else { return 0 }
        return drawn.stamps.count { moves.contains($0.transition) && period.from <= $0.on && $0.on <= period.through }
    }

    private func rows(of drawn: RandomRecord, _ simple: SimpleMeasure, _ register: RegisterDefinition, _ period: Period) -> [Row]
    {
        guard let name = simple.subject.rowsField else { return [] }
        let then = known(drawn, simple, register, period)
        let facts = then.facts(register, asOf: min(period.through, today))
        // Rows keep their ids: each is judged as it is seen and placed by its own day.
        let seen = Dictionary(uniqueKeysWithValues: (then.record.values[name]?.rows ?? []).map { ($0.id, $0) })
        return (drawn.record.values[name]?.rows ?? []).filter { row in
            guard let known = seen[row.id], simple.condition.holds(for: facts, row: known, of: name) else { return false }
            func day(_ field: String) -> Day? {
                let path = FieldPath(field)
                return path.child.map { row.values[$0]?.onDay } ?? drawn.record.day(field)
            }
            switch simple.placement {
            case .event(.field(let field)): return day(field).map { period.from <= $0 && $0 <= period.through } ?? false
            case .stock(let from, let until):
                guard let start = day(from), start <= period.through else { return false }
                return until.flatMap(day).map { $0 > period.through } ?? true
            case .event(.entered), .act: return false
            }
        }
    }

    func counted(_ simple: SimpleMeasure, _ register: RegisterDefinition, _ period: Period) -> (Result, Int) {
        if case .acts(_, let isDistinct) = simple.subject {
            let found = times(simple, register, period)
            let count = isDistinct ? found.count : found.map(\.times).reduce(0, +)
            return (Result(numerator: Int64(count), denominator: 1), count)
        }
        let rows = (records[register.name] ?? []).flatMap { drawn in
            self.rows(of: drawn, simple, register, period).map { (drawn.record, $0) }
        }
        func numbers(_ path: FieldPath) -> (values: [Int64], scale: Int64) {
            let scale: Int64 =
                switch register.field(at: path)?.type {
                case .money: 100
                case .decimal: (0..<(register.field(at: path)?.decimals ?? 0)).reduce(1) { power, _ in power * 10 }
                default: 1
                }
            return (rows.compactMap { $0.1.values[path.child ?? ""]?.integer }, scale)
        }
        switch simple.aggregate {
        case .count: return (Result(numerator: Int64(rows.count), denominator: 1), rows.count)
        case .countDistinct(let path):
            let things = rows.compactMap { record, row -> Value? in
                guard let child = path.child else { return record.values[path.field] }
                return row.values[register.field(at: path)?.personal == nil ? child : "\(child)__hash"]
            }
            return (Result(numerator: Int64(Set(things).count), denominator: 1), Set(things).count)
        case .sum(let path):
            let (values, scale) = numbers(path)
            return (Result(numerator: values.reduce(0, +), denominator: scale), values.count)
        case .mean(.field(let path)):
            let (values, scale) = numbers(path)
            return (Result(numerator: values.reduce(0, +), denominator: Int64(values.count) * scale), values.count)
        case .max(.field(let path)):
            let (values, scale) = numbers(path)
            return (
                values.max().map { Result(numerator: $0, denominator: scale) } ?? Result(numerator: 0, denominator: 0),
                values.count
            )
        case .mean(.daysBetween), .max(.daysBetween): return (Result(numerator: 0, denominator: 0), 0)
        }
    }
}
