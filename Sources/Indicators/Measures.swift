import Definitions
import LegalTime
import Records

/// What one scan found for a simple measure.
struct Tally: Sendable, Equatable {
    var amount: Int64?
    var rows: Int64
    /// What a mean is divided by.
    var divisor: Int64 = 0

    static let nothing = Tally(amount: nil, rows: 0)

    func value(of aggregate: Aggregate) -> Rational {
        switch aggregate {
        case .count, .countDistinct, .sum: Rational(Int128(amount ?? 0))
        case .mean: divisor == 0 ? .undefined : Rational(Int128(amount ?? 0), Int128(divisor))
        case .max: amount.map { Rational(Int128($0)) } ?? .undefined
        }
    }
}

/// The simple measures of some indicators, each once, and the evaluation of an indicator from their tallies.
struct MeasureSet {
    let catalogue: Catalogue
    private(set) var measures: [(register: String, measure: SimpleMeasure, isYearBefore: Bool)] = []

    /// The period's last day: of several rules under one name the one in force on it counts.
    private let day: Day

    init(catalogue: Catalogue, on day: Day) {
        self.catalogue = catalogue
        self.day = day
    }

    private func indicator(_ register: String, _ name: String) -> IndicatorDefinition? {
        catalogue.register(register)?.indicator(name, on: day)
    }

    mutating func add(_ measure: Measure, register: String, isYearBefore: Bool = false) {
        switch measure {
        case .simple(let simple):
            if position(simple, register, isYearBefore) == nil { measures.append((register, simple, isYearBefore)) }
        case .total(let parts): parts.forEach { add($0, register: register, isYearBefore: isYearBefore) }
        case .ratio(let of, let over):
            add(of, register: register, isYearBefore: isYearBefore)
            add(over, register: register, isYearBefore: isYearBefore)
        case .change(let of, _):
            add(of, register: register, isYearBefore: isYearBefore)
            add(of, register: register, isYearBefore: true)
        case .indicator(let other, let name):
            let home = other ?? register
            if let indicator = indicator(home, name) {
                add(indicator.measure, register: home, isYearBefore: isYearBefore)
            }
        }
    }

    /// The measure that an indicator named by another stands for, and its register.
    func resolved(_ measure: Measure, register: String) -> (measure: Measure, register: String) {
        guard case .indicator(let other, let name) = measure, let indicator = indicator(other ?? register, name) else {
            return (measure, register)
        }
        return resolved(indicator.measure, register: other ?? register)
    }

    func position(_ measure: SimpleMeasure, _ register: String, _ isYearBefore: Bool) -> Int? {
        measures.firstIndex { $0.register == register && $0.isYearBefore == isYearBefore && $0.measure == measure }
    }

    func value(_ measure: Measure, register: String, tallies: [Tally], isYearBefore: Bool = false) -> Rational {
        switch measure {
        case .simple(let simple):
            guard let position = position(simple, register, isYearBefore) else { return .undefined }
            return tallies[position].value(of: simple.aggregate)
        case .total(let parts):
            return parts.reduce(Rational(0)) { $0 + value($1, register: register, tallies: tallies, isYearBefore: isYearBefore) }
        case .ratio(let of, let over):
            return value(of, register: register, tallies: tallies, isYearBefore: isYearBefore)
                / value(over, register: register, tallies: tallies, isYearBefore: isYearBefore)
        case .change(let of, let form):
            let now = value(of, register: register, tallies: tallies, isYearBefore: false)
            let then = value(of, register: register, tallies: tallies, isYearBefore: true)
            switch form {
            case .difference: return now - then
            case .points: return (now - then) * 100
            case .percent: return (now - then) / then
            }
        case .indicator(let other, let name):
            let home = other ?? register
            guard let indicator = indicator(home, name) else { return .undefined }
            return value(indicator.measure, register: home, tallies: tallies, isYearBefore: isYearBefore)
        }
    }

    /// Rows behind a measure: of a share those of its numerator, of a total all of its parts.
    func rows(_ measure: Measure, register: String, tallies: [Tally]) -> Int {
        switch measure {
        case .simple(let simple): position(simple, register, false).map { Int(tallies[$0].rows) } ?? 0
        case .total(let parts): parts.reduce(0) { $0 + rows($1, register: register, tallies: tallies) }
        case .ratio(let of, _): rows(of, register: register, tallies: tallies)
        case .change(let of, _): rows(of, register: register, tallies: tallies)
        case .indicator(let other, let name):
            indicator(other ?? register, name).map { rows($0.measure, register: other ?? register, tallies: tallies) } ?? 0
        }
    }

    /// The parts of a measure that are lists of records.
    func parts(_ measure: Measure, register: String, tallies: [Tally], side: FigurePart.Side = .value) -> [FigurePart] {
        switch measure {
        case .simple(let simple):
            let count = position(simple, register, false).map { Int(tallies[$0].rows) } ?? 0
            return [
                FigurePart(side: side, register: register, measure: simple, condition: simple.countingCondition, count: count)
            ]
        case .total(let parts): return parts.flatMap { self.parts($0, register: register, tallies: tallies, side: side) }
        case .ratio(let of, let over):
            return parts(of, register: register, tallies: tallies, side: .numerator)
                + parts(over, register: register, tallies: tallies, side: .denominator)
        case .change(let of, _): return parts(of, register: register, tallies: tallies, side: side)
        case .indicator(let other, let name):
            let home = other ?? register
            guard let indicator = indicator(home, name) else { return [] }
            return parts(indicator.measure, register: home, tallies: tallies, side: side)
        }
    }
}

extension RegisterDefinition {
    /// The rule under a name that is in force on a day, else the last there was.
    public func indicator(_ name: String, on day: Day) -> IndicatorDefinition? {
        let own = indicators.filter { $0.name == name }
        return own.last { $0.validity.holds(on: day) } ?? own.last
    }
}

extension SimpleMeasure {
    /// What a record must satisfy to stand among the rows: the condition, and a summed value that is there.
    var countingCondition: Condition {
        func with(_ path: FieldPath) -> Condition {
            let filled = Condition.field(path, .isSet)
            return condition == .always ? filled : .all([condition, filled])
        }
        switch aggregate {
        case .count: return condition
        case .countDistinct(let path): return path.field == "owner" ? condition : with(path)
        case .sum(let path), .mean(.field(let path)), .max(.field(let path)): return with(path)
        case .mean(.daysBetween(let from, let to)), .max(.daysBetween(let from, let to)):
            return .all([condition, .field(FieldPath(from), .isSet), .field(FieldPath(to), .isSet)])
        }
    }
}
