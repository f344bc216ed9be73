/// What a return says about registers and districts, once all are read.
struct ReturnCheck {
    let problems: ProblemList
    let registers: [RegisterDefinition]
    let districts: [DistrictDefinition]

    /// The returns with the places of their counted items taken from the indicators.
    func checked(_ returns: [ReturnDefinition]) -> [ReturnDefinition] {
        returns.map { given in
            check(given)
            var copy = given
            for index in copy.items.indices {
                guard let indicator = indicator(copy.items[index]) else { continue }
                copy.items[index].decimals = indicator.decimals
            }
            return copy
        }
    }

    private func indicator(_ item: ReturnItem) -> IndicatorDefinition? {
        item.figure.flatMap { name in registers.first { $0.name == name.register }?.indicator(name.indicator) }
    }

    private func check(_ given: ReturnDefinition) {
        // A kind that no district has yet may be one that registers know.
        let kinds = Set(districts.flatMap(\.units).map(\.kind) + registers.flatMap(\.business)).sorted()
        for kind in given.kinds where !kinds.isEmpty && !kinds.contains(kind) {
            problems.add(
                given.place, .unknown(kind: "unit_kind", name: kind), suggestion: NearName.nearest(to: kind, in: kinds))
        }
        for (name, units) in given.except.sorted(by: { $0.key < $1.key }) {
            guard let district = districts.first(where: { $0.name == name }) else { continue }
            let known = district.units.map(\.id)
            for unit in units where !known.contains(unit) {
                problems.add(
                    given.place, .unknown(kind: "unit", name: unit), suggestion: NearName.nearest(to: unit, in: known))
            }
        }
        for item in given.items {
            // Shares, means and changes of units cannot be added up to the district's.
            if let figure = item.figure, !AdditiveMeasures(registers: registers).adds(figure) {
                problems.add(item.place, .wrongShape(key: "figure", expected: "count|sum"))
            }
        }
    }
}
