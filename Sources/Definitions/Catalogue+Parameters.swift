extension Catalogue {
    public func parameter(_ name: String) -> ParameterDefinition? { parameters.first { $0.name == name } }

    /// The parameter as this catalogue sees it: with the district's value after `forDistrict`, else with its default.
    public func use(ofParameter name: String) -> ParameterUse? { parameter(name)?.use(localValues[name]) }

    /// The catalogue with the values of a district in every clock and condition that uses a parameter.
    func resolved(with values: [String: LocalValue]) -> Catalogue {
        var copy = self
        copy.localValues = values
        guard !parameters.isEmpty else { return copy }
        let uses = Dictionary(
            parameters.map { ($0.name, $0.use(values[$0.name])) }, uniquingKeysWith: { first, _ in first })
        copy.laws = laws.map { law in
            var law = law
            law.clocks = law.clocks.map { $0.resolved(with: uses) }
            return law
        }
        copy.registers = registers.map { $0.resolved(with: uses) }
        copy.overlays = overlays.mapValues { $0.mapValues { $0.resolved(with: uses) } }
        return copy
    }
}

extension ClockDefinition {
    func resolved(with uses: [String: ParameterUse]) -> ClockDefinition {
        guard versions.contains(where: { $0.parameter != nil }) else { return self }
        var copy = self
        copy.versions = versions.map { version in
            guard let use = version.parameter.flatMap({ uses[$0.name] }), let length = use.value.length else { return version }
            var version = version
            version.parameter = use
            version.term = .length(length)
            return version
        }
        return copy
    }
}

extension RegisterDefinition {
    /// Digest and text stay: they name the parameter, whose value is recorded with the district.
    func resolved(with uses: [String: ParameterUse]) -> RegisterDefinition {
        mappingConditions { condition, register in
            condition.mappingTests { path, test in
                test.mappingConstants { constant in
                    guard case .parameter(let used, _) = constant, let use = uses[used.name],
                        let field = register.field(at: path),
                        let amount = use.value.amount(decimals: field.type == .decimal ? field.decimals : 0)
                    else { return constant }
                    return .parameter(use, amount: amount)
                }
            }
        }
    }

    /// The names of the parameters that its conditions use.
    var parameterNames: Set<String> {
        var names: Set<String> = []
        _ = mappingConditions { condition, _ in
            condition.mappingTests { _, test in
                test.mappingConstants { constant in
                    if case .parameter(let use, _) = constant { names.insert(use.name) }
                    return constant
                }
            }
        }
        return names
    }

    /// Every condition of the register in its place: of moves and their gates, computed fields, deadlines, indicators.
    private func mappingConditions(_ change: (Condition, RegisterDefinition) -> Condition) -> RegisterDefinition {
        var copy = self
        for index in copy.transitions.indices {
            copy.transitions[index].only = change(transitions[index].only, self)
            if let opens = transitions[index].opens { copy.transitions[index].opens?.when = change(opens.when, self) }
            for gate in transitions[index].gates.indices {
                copy.transitions[index].gates[gate].when = change(transitions[index].gates[gate].when, self)
            }
        }
        for index in copy.fields.indices {
            guard case .count(let rows, let condition)? = fields[index].computed else { continue }
            copy.fields[index].computed = .count(rows: rows, change(condition, self))
        }
        for index in copy.deadlines.indices { copy.deadlines[index].applies = change(deadlines[index].applies, self) }
        for index in copy.indicators.indices {
            copy.indicators[index].measure = indicators[index].measure.mappingConditions { change($0, self) }
        }
        return copy
    }
}

extension Measure {
    fileprivate func mappingConditions(_ change: (Condition) -> Condition) -> Measure {
        switch self {
        case .simple(var simple):
            simple.condition = change(simple.condition)
            return .simple(simple)
        case .total(let measures): return .total(measures.map { $0.mappingConditions(change) })
        case .ratio(let of, let over): return .ratio(of: of.mappingConditions(change), over: over.mappingConditions(change))
        case .change(let of, let form): return .change(of: of.mappingConditions(change), as: form)
        case .indicator: return self
        }
    }
}

extension Condition {
    fileprivate func mappingTests(_ change: (FieldPath, FieldTest) -> FieldTest) -> Condition {
        switch self {
        case .always, .state, .ever, .deadline: self
        case .all(let parts): .all(parts.map { $0.mappingTests(change) })
        case .any(let parts): .any(parts.map { $0.mappingTests(change) })
        case .not(let part): .not(part.mappingTests(change))
        case .field(let path, let test): .field(path, change(path, test))
        }
    }
}

extension FieldTest {
    fileprivate func mappingConstants(_ change: (Constant) -> Constant) -> FieldTest {
        switch self {
        case .atLeast(let constant): .atLeast(change(constant))
        case .atMost(let constant): .atMost(change(constant))
        case .not(let test): .not(test.mappingConstants(change))
        case .oneOf, .group, .isSet, .isUnset, .before, .after: self
        }
    }
}
