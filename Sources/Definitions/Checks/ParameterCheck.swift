/// A parameter that no clock and no condition uses.
struct ParameterCheck {
    let problems: ProblemList

    func check(_ parameters: [ParameterDefinition], laws: [LawField], registers: [RegisterDefinition]) {
        var used = Set(laws.flatMap(\.clocks).flatMap(\.versions).compactMap { $0.parameter?.name })
        for register in registers { used.formUnion(register.parameterNames) }
        for parameter in parameters where !used.contains(parameter.name) {
            problems.add(parameter.place, .parameterUnused(parameter.name))
        }
    }
}
