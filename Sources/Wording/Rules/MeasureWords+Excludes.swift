import Definitions

// What a figure leaves out, told from what its population asks for: the outcomes and the codes that are not among those named.
extension MeasureWords {
    var excludes: String? {
        let parts = population(indicator.measure).map { leftOut($0.condition, of: $0.subject) } ?? []
        return parts.isEmpty ? nil : wording.ended(wording.capitalised(parts.joined(separator: wording.say("；", "; "))))
    }

    var whenEmpty: String? { printedWhenEmpty(indicator.measure).map(wording.ended) }

    /// The records that the figure is about: the denominator of a ratio.
    private func population(_ measure: Measure) -> SimpleMeasure? {
        switch measure {
        case .simple(let simple): simple
        case .ratio(_, let over): population(over)
        case .change(let of, _): population(of)
        case .total, .indicator: nil
        }
    }

    private func printedWhenEmpty(_ measure: Measure) -> String? {
        switch measure {
        case .ratio: wording.say("分母为零时写“—”", "“—” is printed where the denominator is zero")
        case .simple(let simple):
            switch simple.aggregate {
            case .mean, .max: wording.say("没有可算的记录时写“—”", "“—” is printed where there is no record to reckon with")
            default: nil
            }
        case .change(_, .percent): wording.say("上期为零时写“—”", "“—” is printed where the previous period’s is zero")
        case .change(let of, _): printedWhenEmpty(of)
        case .total, .indicator: nil
        }
    }

    private func leftOut(_ condition: Condition, of subject: MeasureSubject) -> [String] {
        switch condition {
        case .all(let parts): parts.flatMap { leftOut($0, of: subject) }
        case .ever(let states): otherOutcomes(states)
        case .field(let path, .oneOf(let constants, false)) where path.child == nil || path.field == subject.rowsField:
            otherCodes(path, than: constants.compactMap { if case .text(let code) = $0 { code } else { nil } })
        case .field(let path, .group(let groups)) where path.child == nil || path.field == subject.rowsField:
            codeList(path).map { list in otherCodes(path, than: groups.flatMap(list.codes(inGroup:))) } ?? []
        default: []
        }
    }

    private func otherOutcomes(_ states: [String]) -> [String] {
        let outcomes = register.states.filter(\.isOutcome)
        guard !states.isEmpty, states.allSatisfy({ name in outcomes.contains { $0.name == name } }) else { return [] }
        let others = outcomes.filter { !states.contains($0.name) }.map { wording.label(ofState: $0.name, in: register) }
        return [wording.list(others + [wording.say("尚无结果", "without an outcome yet")])]
    }

    private func codeList(_ path: FieldPath) -> CodeList? {
        guard let field = register.field(at: path), field.type == .code else { return nil }
        return register.codes[field.codes ?? ""]
    }

    private func otherCodes(_ path: FieldPath, than codes: [String]) -> [String] {
        guard let list = codeList(path), !codes.isEmpty else { return [] }
        let others = list.entries.filter { !codes.contains($0.code) }
        guard !others.isEmpty else { return [] }
        let shown = others.prefix(Self.mostCodes).map { wording.label($0, list: list.name, in: register) }
        let isAll = shown.count == others.count
        let label = wording.label(ofField: path, in: register)
        let names = wording.quotedList(shown, isAll ? .or : .plain) + (isAll ? "" : wording.say("等", " and others"))
        return [wording.say("\(label)是\(names)的", "\(label) \(names)")]
    }

    private static let mostCodes = 8
}
