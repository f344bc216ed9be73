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

    /// What a version of a clock asks for, with the mark of its parameter where it has one.
    public func term(of version: ClockVersion) -> String {
        term(version.term, sense: version.sense) + (version.parameter.map(mark) ?? "")
    }
}
