/// Chains that come back to where they began: indicators made of indicators, owners found through owners.
struct CircularCheck {
    let problems: ProblemList
    /// Registers by name.
    let registers: [String: RegisterDefinition]

    func check(_ register: RegisterDefinition) {
        for indicator in register.indicators {
            let start = FigureName(register: register.name, indicator: indicator.name)
            if leads(from: start, to: start) { problems.add(indicator.place, .circular(start.description)) }
        }
        var seen: Set<String> = []
        var next = ownerRegister(of: register.name)
        while let current = next, current != register.name, seen.insert(current).inserted { next = ownerRegister(of: current) }
        if next == register.name { problems.add(register.place, .circular("\(register.name).\(register.owner)")) }
    }

    private func ownerRegister(of name: String) -> String? {
        guard let register = registers[name], let field = register.field(register.owner), field.type == .reference else {
            return nil
        }
        return field.target
    }

    private func leads(from start: FigureName, to goal: FigureName) -> Bool {
        var seen: Set<FigureName> = []
        var open = parts(of: start)
        while let figure = open.popLast() {
            if figure == goal { return true }
            if seen.insert(figure).inserted { open += parts(of: figure) }
        }
        return false
    }

    private func parts(of figure: FigureName) -> [FigureName] {
        guard let measure = registers[figure.register]?.indicator(figure.indicator)?.measure else { return [] }
        return parts(of: measure, in: figure.register)
    }

    private func parts(of measure: Measure, in register: String) -> [FigureName] {
        switch measure {
        case .simple: []
        case .total(let measures): measures.flatMap { parts(of: $0, in: register) }
        case .ratio(let of, let over): parts(of: of, in: register) + parts(of: over, in: register)
        case .change(let of, _): parts(of: of, in: register)
        case .indicator(let other, let name): [FigureName(register: other ?? register, indicator: name)]
        }
    }
}
