import Casework
import Definitions
import LegalTime
import Pages
import Wording

/// A change of a period or parameter as its form sends it: the texts as typed, and what they mean.
struct PeriodChange {
    /// The controls of the forms, in their order.
    static let names = ["clock", "from", "name", "article", "amount", "unit", "on", "value", "source", "withdraw"]

    let texts: [String: String]
    let catalogue: Catalogue
    let today: Day

    init(_ given: (String) -> String?, catalogue: Catalogue, today: Day) {
        texts = Dictionary(uniqueKeysWithValues: Self.names.map { ($0, (given($0) ?? "").trimmed) })
        self.catalogue = catalogue
        self.today = today
    }

    func text(_ name: String) -> String { texts[name] ?? "" }

    var clock: ClockDefinition? { catalogue.clock(text("clock")) }
    var version: ClockVersion? { Day(iso: text("from")).flatMap { from in clock?.versions.first { $0.from == from } } }
    var parameter: ParameterDefinition? { catalogue.parameter(text("name")) }
    var isWithdrawal: Bool { text("withdraw") == "1" }

    /// What the texts mean; problems have the name of their control.
    func reading() throws(PeriodProblem) -> LocalRuleChange {
        if let version {
            if isWithdrawal { return .withdrawVersion(clock: text("clock"), from: version.from) }
            return .version(
                LocalVersion(
                    clock: text("clock"), from: version.from, article: text("article"), term: try term(like: version.term),
                    source: text("source"), confirmedOn: today))
        }
        guard let parameter else { throw PeriodProblem(nil, .unknown) }
        if isWithdrawal { return .withdrawParameter(parameter.name) }
        return .parameter(parameter.name, LocalValue(value: try value(of: parameter.kind), source: text("source")))
    }

    private func term(like term: Term) throws(PeriodProblem) -> Term {
        switch term {
        case .length: return .length(try length())
        case .on:
            guard let day = AnnualDay(text: text("on")) else { throw PeriodProblem("on", .doesNotFit) }
            return .on(day)
        }
    }

    private func length() throws(PeriodProblem) -> Length {
        guard let amount = Int(text("amount")), (1...100_000).contains(amount) else { throw PeriodProblem("amount", .notANumber) }
        guard let unit = LengthUnit(rawValue: text("unit")) else { throw PeriodProblem("unit", .otherKind) }
        return Length(amount, unit)
    }

    private func value(of kind: ParameterKind) throws(PeriodProblem) -> ParameterValue {
        if kind == .length { return .length(try length()) }
        guard let value = ParameterValue(text("value"), kind: kind) else { throw PeriodProblem("value", .doesNotFit) }
        return value
    }

    /// The form's controls, filled with what was typed or with what holds now.
    func controls(_ wording: Wording, isFresh: Bool, problems: [ProblemLine]) -> [FieldControl] {
        func line(_ key: String, _ label: PeriodText, _ now: String, hint: PeriodText? = nil, width: String? = nil)
            -> FieldControl
        {
            FieldControl(
                key: key, label: wording.text(label), hint: hint.map { wording.text($0) },
                problems: problems.filter { $0.key == key }.map(\.sentence),
                kind: .line(isFresh ? now : text(key), FieldControl.Line(width: width)))
        }
        func lengthControls(_ length: Length) -> [FieldControl] {
            let units = LengthUnit.allCases.filter { Length(1, $0).isClockTime == length.isClockTime }
            return [
                line("amount", .amount, String(length.amount), width: "w-s"),
                FieldControl(
                    key: "unit", label: wording.text(PeriodText.unit),
                    problems: problems.filter { $0.key == "unit" }.map(\.sentence),
                    kind: .select(
                        units.map { FieldControl.Option(value: $0.rawValue, label: wording.name(of: $0)) },
                        chosen: isFresh ? length.unit.rawValue : text("unit"))),
            ]
        }
        var controls: [FieldControl] = []
        if let version {
            controls.append(line("article", .article, version.article, width: "w-m"))
            switch version.term {
            case .length(let length): controls += lengthControls(length)
            case .on(let day): controls.append(line("on", .annualDay, day.text, hint: .annualHint, width: "w-date"))
            }
        } else if let use = catalogue.use(ofParameter: text("name")) {
            switch use.value {
            case .length(let length): controls += lengthControls(length)
            case .money: controls.append(line("value", .value, use.value.text, hint: .yuanHint, width: "w-m"))
            case .number: controls.append(line("value", .value, use.value.text, width: "w-m"))
            }
        }
        let source = version?.settled?.source ?? catalogue.use(ofParameter: text("name"))?.source ?? ""
        controls.append(
            FieldControl(
                key: "source", label: wording.text(PeriodText.source), hint: wording.text(PeriodText.sourceHint),
                problems: problems.filter { $0.key == "source" }.map(\.sentence), kind: .area(isFresh ? source : text("source"))))
        return controls
    }
}

/// What is wrong with what was typed, and in which control.
struct PeriodProblem: Error {
    var key: String?
    var text: PeriodText
    init(_ key: String?, _ text: PeriodText) {
        self.key = key
        self.text = text
    }

    init(_ refusal: LocalRuleRefusal) {
        switch refusal {
        case .notAllowed: self.init(nil, .notAllowed)
        case .unknown: self.init(nil, .unknown)
        case .sourceMissing: self.init("source", .sourceMissing)
        case .articleMissing: self.init("article", .articleMissing)
        case .otherKind: self.init("unit", .otherKind)
        case .loosens: self.init("amount", .loosens)
        case .fromParameter: self.init(nil, .fromParameter)
        case .nothingChanged: self.init(nil, .nothingChanged)
        case .conflict: self.init(nil, .conflict)
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        var part = self[...]
        while part.first?.isWhitespace ?? false { part.removeFirst() }
        while part.last?.isWhitespace ?? false { part.removeLast() }
        return String(part)
    }
}
