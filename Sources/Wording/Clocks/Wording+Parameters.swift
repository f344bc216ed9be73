import Definitions
import LegalTime
import Records

extension Wording {
    /// A parameter's name in the reader's language.
    public func label(_ use: ParameterUse) -> String { say(use.label, use.english) }

    public func label(_ parameter: ParameterDefinition) -> String { say(parameter.label, parameter.english) }

    /// A value of a parameter: 5 个工作日, 30,000 元, 2.5.
    public func value(_ value: ParameterValue) -> String {
        switch value {
        case .length(let length): self.length(length)
        case .money(let fen): money(fen)
        case .number(let units, let decimals): NumberText.write(units, decimals: decimals, grouped: true)
        }
    }

    private func money(_ fen: Int64) -> String {
        let text =
            fen % 100 == 0
            ? NumberText.write(fen / 100, decimals: 0, grouped: true) : NumberText.write(fen, decimals: 2, grouped: true)
        return text + " " + unit("元")
    }

    /// Beside a value that the law leaves to the place: （本地参数，默认 5 个工作日）.
    public func mark(of use: ParameterUse) -> String {
        let standard = value(use.standard)
        return say("（本地参数，默认 \(standard)）", " (local parameter, default \(standard))")
    }

    /// Where the value of a version comes from, if not from the law file alone: a local parameter, or the district's own source.
    public func localNote(_ version: ClockVersion) -> String? {
        if let use = version.parameter {
            let source = use.source.map { say("，依据：\($0)", "; source: \($0)") } ?? ""
            return say(
                "期限为 \(value(use.value))\(mark(of: use))\(source)。", "The period is \(value(use.value))\(mark(of: use))\(source)."
            )
        }
        guard let settled = version.settled else { return nil }
        let isReplaced = version.asWritten.term != version.term
        let day = settled.confirmedOn.map { say("\($0.iso) ", " on \($0.iso)") } ?? ""
        return say(
            "本地\(day)已\(isReplaced ? "改定" : "确认")，依据：\(settled.source)。",
            "\(isReplaced ? "Replaced" : "Confirmed") locally\(day); source: \(settled.source).")
    }

    /// What a version of a clock asks for, with the mark of its parameter where it has one.
    public func term(of version: ClockVersion) -> String {
        term(version.term, sense: version.sense) + (version.parameter.map(mark) ?? "")
    }
}
