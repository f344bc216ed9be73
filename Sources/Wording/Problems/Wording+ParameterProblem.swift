import Definitions

extension Wording {
    /// What is wrong with a value that the law leaves to the place, and how to mend it.
    func ofParameters(_ reason: DefinitionProblem.Reason) -> (wrong: String, mend: String?) {
        switch reason {
        case .wrongParameterKind(let parameter, let kind, let expected):
            (
                say(
                    "本地参数\(quoted(parameter))是\(parameterKind(kind))，这里要用\(parameterKind(expected))。",
                    "The parameter \(quoted(parameter)) is \(parameterKind(kind)); here it takes \(parameterKind(expected))."),
                say("请换一个参数，或改它的 kind。", "Name another one, or change its kind.")
            )
        case .parameterNotLocal(let clock):
            (
                say(
                    "期限\(quoted(clock))的长度取自本地参数，force 应为 local。",
                    "The length of \(quoted(clock)) is a local parameter; its force is local."),
                say("法定的长度请直接写出。", "Write a statutory length out.")
            )
        case .parameterUnused(let name):
            (
                say("本地参数\(quoted(name))没有期限或条件使用。", "No clock and no condition uses the parameter \(quoted(name))."),
                say("请使用它，或删去。", "Use it, or remove it.")
            )
        default: ("", nil)
        }
    }

    private func parameterKind(_ kind: String) -> String {
        switch ParameterKind(rawValue: kind) {
        case .length: say("时长（length）", "a length")
        case .money: say("金额（money）", "an amount of money")
        case .number: say("数（number）", "a number")
        case nil: quoted(kind)
        }
    }
}
