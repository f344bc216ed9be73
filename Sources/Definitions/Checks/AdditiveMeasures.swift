/// Which figures of parts add up to the figure of the whole.
struct AdditiveMeasures {
    let registers: [RegisterDefinition]

    func indicator(_ name: FigureName) -> IndicatorDefinition? {
        registers.first { $0.name == name.register }?.indicator(name.indicator)
    }

    /// Counts and sums; shares, means and changes do not.
    func adds(_ name: FigureName) -> Bool { indicator(name).map { adds($0.measure, in: name.register) } ?? true }

    /// The same, or a percentage whose two sides do.
    func mayBeAdded(_ name: FigureName) -> Bool {
        guard let indicator = indicator(name), case .ratio(let of, let over) = indicator.measure else { return adds(name) }
        return indicator.unit == "%" && adds(of, in: name.register) && adds(over, in: name.register)
    }

    func adds(_ measure: Measure, in register: String, depth: Int = 0) -> Bool {
        switch measure {
        case .simple(let simple):
            switch simple.aggregate {
            case .count, .countDistinct, .sum: return true
            case .mean, .max: return false
            }
        case .total(let parts): return parts.allSatisfy { adds($0, in: register, depth: depth) }
        case .indicator(let other, let name):
            let home = other ?? register
            guard depth < 20, let found = registers.first(where: { $0.name == home })?.indicator(name) else { return true }
            return adds(found.measure, in: home, depth: depth + 1)
        case .ratio, .change: return false
        }
    }
}
