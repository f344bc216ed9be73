import Definitions

/// The words for the measure of one indicator.
struct MeasureWords {
    let wording: Wording
    let register: RegisterDefinition
    let indicator: IndicatorDefinition
    let catalogue: Catalogue

    private func say(_ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        wording.say(chinese(), english())
    }

    /// The indicator in one line, with its unit where the value is scaled.
    var formula: String {
        let body =
            switch indicator.measure {
            case .simple(let simple): noun(simple)
            default: expression(indicator.measure)
            }
        let scaled = indicator.scale > 1 ? say("，以\(indicator.unit)计", ", in units of \(wording.unit(indicator.unit))") : ""
        return wording.capitalised(body) + scaled
    }

    /// A measure inside a formula: the label of the indicator that counts the same, else its own words.
    func expression(_ measure: Measure) -> String {
        if let named = register.indicators.first(where: { $0.measure == measure && $0.name != indicator.name && $0.scale == 1 }) {
            return wording.label(named, in: register)
        }
        switch measure {
        case .simple(let simple): return noun(simple)
        case .total(let parts): return parts.map(operand).joined(separator: " + ")
        case .ratio(let of, let over): return "\(operand(of)) ÷ \(operand(over))"
        case .change(let of, let form): return change(of, form)
        case .indicator(let other, let name): return label(ofIndicator: name, register: other)
        }
    }

    /// A measure beside a sign: a sum, a fraction and a long description stand in brackets.
    private func operand(_ measure: Measure) -> String {
        let text = expression(measure)
        let isPlain = !text.contains(" ÷ ") && !text.contains(" + ") && !text.contains(" − ")
        return isPlain ? text : say("（\(text)）", "(\(text))")
    }

    private func change(_ measure: Measure, _ form: ChangeForm) -> String {
        let (now, before) = (say("本期", "this period’s "), say("上期", "the previous period’s "))
        let what = operand(measure)
        let inner = wording.language == .english ? lowered(what) : what
        switch form {
        case .difference: return "\(now)\(inner) − \(before)\(inner)"
        case .percent:
            return say(
                "（\(now)\(inner) − \(before)\(inner)）÷ \(before)\(inner)",
                "(\(now)\(inner) − \(before)\(inner)) ÷ \(before)\(inner)")
        case .points: return "\(now)\(inner) − \(before)\(inner)" + say("，单位为百分点", ", in percentage points")
        }
    }

    private func lowered(_ text: String) -> String {
        guard text.dropFirst().first?.isLowercase ?? false else { return text }
        return text.prefix(1).lowercased() + text.dropFirst()
    }

    private func label(ofIndicator name: String, register other: String?) -> String {
        guard let other, other != register.name else {
            return register.indicator(name).map { wording.label($0, in: register) } ?? say("另一项指标", "another figure")
        }
        guard let owner = catalogue.register(other), let found = owner.indicator(name) else {
            return say("另一项指标", "another figure")
        }
        let label = wording.label(found, in: owner)
        return say("\(wording.label(owner))的\(label)", "\(label) (\(wording.label(owner)))")
    }

    /// What one aggregate is, as a noun: 协议形式是“调解协议书”的件数.
    func noun(_ measure: SimpleMeasure) -> String {
        let phrase = wording.phrase(measure, measure.condition, in: register)
        if let noun = subjectNoun(measure, phrase) { return noun }
        let (of, whose) = (phrase.map { $0 + "的" } ?? "", phrase.map { " where " + $0 } ?? "")
        let ofThem = phrase.map { $0 + "的，" } ?? ""
        switch measure.aggregate {
        case .count:
            return say(
                phrase == nil ? "全部\(countNoun)" : of + countNoun, "number of \(phrase == nil ? "all " : "")records" + whose)
        case .countDistinct(let path):
            let what = label(path)
            return say("\(of)不同\(what)数，同一\(what)只计一次", "number of different values of \(what)\(whose), each counted once")
        case .sum(let path): return say("\(of)\(label(path))合计", "sum of \(label(path))" + whose)
        case .mean(let quantity): return say("\(ofThem)\(name(of: quantity, "平均"))", "mean \(name(of: quantity, ""))" + whose)
        case .max(let quantity): return say("\(ofThem)\(name(of: quantity, "最大"))", "largest \(name(of: quantity, ""))" + whose)
        }
    }

    func name(of quantity: Quantity, _ chinese: String) -> String {
        switch quantity {
        case .field(let path): say("\(label(path))\(chinese == "平均" ? "平均数" : "最大值")", "value of \(label(path))")
        case .daysBetween(let from, let to):
            say(
                "从\(label(FieldPath(from)))到\(label(FieldPath(to)))的\(chinese == "平均" ? "平均天数" : "最长天数")",
                "number of calendar days from \(label(FieldPath(from))) to \(label(FieldPath(to)))")
        }
    }

    func label(_ path: FieldPath) -> String {
        if path.field == "owner", register.field("owner") == nil { return say("归属单位", "the owning unit") }
        guard path.child != nil else { return wording.label(ofField: path, in: register) }
        let (rows, child) = (wording.label(ofField: path.field, in: register), wording.label(ofField: path, in: register))
        return say("\(rows)的\(child)", "\(child) (\(rows))")
    }

    /// 件数, 人数: the register's records under the measure word that its counts use.
    private var countNoun: String {
        if case .simple(let simple) = indicator.measure, simple.aggregate == .count, simple.subject == .records {
            return indicator.unit + "数"
        }
        let counts = register.indicators.first {
            if case .simple(let simple) = $0.measure { simple.aggregate == .count && simple.subject == .records } else { false }
        }
        return (counts?.unit ?? "件") + "数"
    }

    /// Numerator or denominator as a sentence: what is counted, and what places it in the period.
    func clause(_ measure: Measure) -> String {
        guard case .simple(let simple) = measure else {
            guard case .total(let parts) = measure else { return wording.ended(wording.capitalised(expression(measure))) }
            return parts.map(clause).map { String($0.dropLast()) }.joined(separator: say("；加上", "; plus ")) + say("。", ".")
        }
        let what =
            switch simple.aggregate {
            case .count where simple.subject == .records:
                wording.phrase(simple, simple.condition, in: register) ?? say("全部\(countNoun.dropLast())", "all records")
            default: noun(simple)
            }
        return wording.capitalised(what) + say("，", ", ") + placement(simple.placement) + say("。", ".")
    }

    /// 按审结日期计入; 截至期末在册（…）.
    func placement(_ placement: Placement) -> String {
        switch placement {
        case .act: return say("按办理该步骤的日期计入", "dated by the day of the step")
        case .event(.field(let name)): return say("按\(label(FieldPath(name)))计入", "dated by \(label(FieldPath(name)))")
        case .event(.entered(let states)):
            let names = wording.quotedList(states.map { wording.label(ofState: $0, in: register) }, .or)
            return say("按首次进入\(names)状态的日期计入", "dated by the day on which it first became \(names)")
        case .stock(let from, let until):
            let first = label(FieldPath(from))
            guard let until else {
                return say("截至期末在册（\(first)不晚于期末日）", "standing at the end of the period (\(first) not after its last day)")
            }
            let last = label(FieldPath(until))
            return say(
                "截至期末在册（\(first)不晚于、\(last)为空或晚于期末日）",
                "standing at the end of the period (\(first) not after its last day, \(last) empty or after it)")
        }
    }

    func placementSentence(_ placement: Placement) -> String {
        let beginning = wording.capitalised(self.placement(placement))
        guard case .event(.field(let name)) = placement else { return wording.ended(beginning) }
        if FieldPath(name).child != nil {
            return say("\(beginning)；没有填\(label(FieldPath(name)))的不计。", "\(beginning); rows without it are not counted.")
        }
        return say("\(beginning)；没有填\(label(FieldPath(name)))的不计。", "\(beginning); records without it are not counted.")
    }

    /// Every aggregate that the measure is made of; another indicator's are its own affair.
    func leaves(_ measure: Measure) -> [SimpleMeasure] {
        switch measure {
        case .simple(let simple): [simple]
        case .total(let parts): parts.flatMap(leaves)
        case .ratio(let of, let over): leaves(of) + leaves(over)
        case .change(let of, _): leaves(of)
        case .indicator: []
        }
    }

    /// Whether the measure leans on another indicator, whose rule then has to be looked at too.
    func isBorrowed(_ measure: Measure) -> Bool {
        switch measure {
        case .simple: false
        case .total(let parts): parts.contains(where: isBorrowed)
        case .ratio(let of, let over): isBorrowed(of) || isBorrowed(over)
        case .change(let of, _): isBorrowed(of)
        case .indicator: true
        }
    }
}
