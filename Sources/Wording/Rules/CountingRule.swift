import Definitions

/// How a figure is counted (口径), generated from the structure of its indicator; only the note is written by hand.
public struct CountingRule: Sendable, Hashable {
    /// The whole in one line: 书面调解件数 ÷ 调解达成协议件数.
    public var formula: String
    /// What the numerator counts; nil where nothing is divided.
    public var numerator: String?
    public var denominator: String?
    /// What places a record in the period; nil where the parts of the figure are placed differently and each says so.
    public var placement: String?
    /// What is left out: 不予调解、调解不成、尚无结果。
    public var excludes: String?
    /// Where what it asks for changes with time, up to when it is seen: 期末以后才办的不计。
    public var known: String?
    /// What is printed when nothing can be divided: 分母为零时写“—”。
    public var whenEmpty: String?
    /// The article, and since when the figure is counted so.
    public var basis: String?
    public var note: String?

    public init(
        formula: String, numerator: String? = nil, denominator: String? = nil, placement: String? = nil, excludes: String? = nil,
        known: String? = nil, whenEmpty: String? = nil, basis: String? = nil, note: String? = nil
    ) {
        self.formula = formula
        self.numerator = numerator
        self.denominator = denominator
        self.placement = placement
        self.excludes = excludes
        self.known = known
        self.whenEmpty = whenEmpty
        self.basis = basis
        self.note = note
    }
}

extension Wording {
    /// How an indicator is counted.
    ///
    /// - Parameter catalogue: Finds indicators of other registers that this one is made of.
    public func rule(of indicator: IndicatorDefinition, in register: RegisterDefinition, catalogue: Catalogue) -> CountingRule {
        let words = MeasureWords(wording: self, register: register, indicator: indicator, catalogue: catalogue)
        let measure = indicator.measure
        var rule = CountingRule(formula: words.formula)
        let placements = Set(words.leaves(measure).map { PlacedBy(register: register.name, placement: $0.placement) })
        let shared = placements.count == 1 && !words.isBorrowed(measure) ? placements.first?.placement : nil
        if case .ratio(let of, let over) = measure {
            rule.numerator = words.clause(of)
            rule.denominator = words.clause(over)
        }
        rule.placement = shared.map { words.placementSentence($0) }
        rule.excludes = words.excludes
        rule.known = words.known
        rule.whenEmpty = words.whenEmpty
        rule.basis = basisLine(of: indicator)
        rule.note = indicator.note
        return rule
    }

    /// The rule as one running text, kept with a frozen figure and printed in JSON.
    public func text(of rule: CountingRule) -> String {
        let parts: [(String, String?)] = [
            (say("公式", "Formula"), rule.formula), (say("分子", "Numerator"), rule.numerator),
            (say("分母", "Denominator"), rule.denominator),
            (say("计入", "Period"), rule.numerator == nil ? rule.placement : nil), (say("不含", "Left out"), rule.excludes),
            ("", rule.known), ("", rule.whenEmpty),
            (say("依据", "Basis"), rule.basis), (say("说明", "Note"), rule.note),
        ]
        return parts.compactMap { name, text in text.map { (name.isEmpty ? "" : name + say("：", ": ")) + ended($0) } }
            .joined(separator: say("", " "))
    }

    private func basisLine(of indicator: IndicatorDefinition) -> String? {
        var parts: [String] = []
        if let basis = indicator.basis { parts.append(ended(citation(basis))) }
        if let since = indicator.validity.since {
            parts.append(
                say("口径自 \(since.iso) 起用，此前年度不重算。", "Counted so since \(since.iso); earlier years are not counted again."))
        }
        if let until = indicator.validity.until { parts.append(say("口径用到 \(until.iso) 为止。", "Counted so until \(until.iso).")) }
        return parts.isEmpty ? nil : parts.joined(separator: say("", " "))
    }

    /// The text with a full stop at its end.
    func ended(_ text: String) -> String {
        guard let last = text.last, !"。？！.?!".contains(last) else { return text }
        return text + say("。", ".")
    }
}

private struct PlacedBy: Hashable {
    var register: String
    var placement: Placement

    static func == (a: Self, b: Self) -> Bool { a.register == b.register && a.placement == b.placement }

    func hash(into hasher: inout Hasher) {
        hasher.combine(register)
        switch placement {
        case .act: break
        case .event(let event): hasher.combine(event)
        case .stock(let from, let until):
            hasher.combine(from)
            hasher.combine(until)
        }
    }
}
