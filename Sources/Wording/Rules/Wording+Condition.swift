import Definitions
import LegalTime
import Records

extension Wording {
    /// A condition as a clause: 协议形式是“调解协议书”，且曾到过“达成协议”状态. nil where everything is meant.
    ///
    /// - Parameters:
    ///   - subject: Of counted rows the fields are named without "some row of".
    ///   - atEnd: Whether the state is that at the end of a period, and not the present one.
    public func phrase(
        _ condition: Condition, in register: RegisterDefinition, of subject: MeasureSubject = .records, atEnd: Bool = false
    ) -> String? {
        ConditionWords(wording: self, register: register, rows: subject.rowsField, isAtEnd: atEnd)
            .phrase(condition, negated: false)?.text
    }

    /// The condition of a measure, as its figure is counted.
    public func phrase(_ measure: SimpleMeasure, _ condition: Condition, in register: RegisterDefinition) -> String? {
        phrase(condition, in: register, of: measure.subject, atEnd: !measure.seesLater)
    }
}

private struct ConditionWords {
    let wording: Wording
    let register: RegisterDefinition
    /// The rows field whose rows are spoken of.
    let rows: String?
    /// Whether a state is that at the end of the period.
    let isAtEnd: Bool

    /// A clause, and whether it has to stand in brackets inside a larger one.
    struct Clause {
        var text: String
        var joint: Joint?
    }

    private func say(_ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        wording.say(chinese(), english())
    }

    func phrase(_ condition: Condition, negated: Bool) -> Clause? {
        switch condition {
        case .always: negated ? Clause(text: say("没有任何记录", "there is no record")) : nil
        case .all(let parts): joined(parts, negated: negated, negated ? .or : .and)
        case .any(let parts): joined(parts, negated: negated, negated ? .and : .or)
        case .not(let part): phrase(part, negated: !negated)
        case .state(let states): Clause(text: state(states, negated))
        case .ever(let states): Clause(text: ever(states, negated))
        case .deadline(let name, let statuses): Clause(text: deadline(name, statuses, negated))
        case .field(let path, let test): Clause(text: field(path, test, negated))
        }
    }

    private func joined(_ parts: [Condition], negated: Bool, _ joint: Joint) -> Clause? {
        let clauses = parts.compactMap { phrase($0, negated: negated) }
        guard clauses.count > 1 else { return clauses.first }
        let texts = clauses.map { clause in
            clause.joint == nil || clause.joint == joint ? clause.text : say("（\(clause.text)）", "(\(clause.text))")
        }
        return Clause(text: wording.clauses(texts, joint), joint: joint)
    }

    private func names(_ states: [String]) -> String {
        wording.quotedList(states.map { wording.label(ofState: $0, in: register) }, .or)
    }

    private func state(_ states: [String], _ negated: Bool) -> String {
        let names = names(states)
        if isAtEnd {
            return negated
                ? say("期末不是\(names)状态", "it is not \(names) at the end of the period")
                : say("期末是\(names)状态", "it is \(names) at the end of the period")
        }
        return negated ? say("现在不是\(names)状态", "it is not now \(names)") : say("现在是\(names)状态", "it is now \(names)")
    }

    private func ever(_ states: [String], _ negated: Bool) -> String {
        negated
            ? say("没有到过\(names(states))状态", "it has never been \(names(states))")
            : say("曾到过\(names(states))状态", "it has at some time been \(names(states))")
    }

    private func deadline(_ name: String, _ statuses: [ClockStatus], _ negated: Bool) -> String {
        let label = wording.label(ofDeadline: name, in: register)
        let words = wording.quotedList(statuses.map { wording.name(of: $0) }, .or)
        return negated ? say("\(label)不是\(words)", "\(label) is not \(words)") : say("\(label)是\(words)", "\(label) is \(words)")
    }

    private func field(_ path: FieldPath, _ test: FieldTest, _ negated: Bool) -> String {
        guard let field = register.field(at: path) else { return say("另有条件", "a further condition holds") }
        let label = wording.label(ofField: path, in: register)
        guard path.child != nil, path.field != rows else {
            return TestWords(wording: wording, register: register, field: field, label: label).phrase(test, negated: negated)
        }
        let rows = wording.label(ofField: path.field, in: register)
        let test = TestWords(wording: wording, register: register, field: field, label: label).phrase(test, negated: false)
        return negated
            ? say("\(rows)中没有一项\(test)", "no row of \(rows) has it that \(test)")
            : say("\(rows)中有一项\(test)", "in some row of \(rows) \(test)")
    }
}

/// The words for a test on one field.
private struct TestWords {
    let wording: Wording
    let register: RegisterDefinition
    let field: FieldDefinition
    let label: String

    private func say(_ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        wording.say(chinese(), english())
    }

    func phrase(_ test: FieldTest, negated: Bool) -> String {
        switch test {
        case .not(let inner): return phrase(inner, negated: !negated)
        case .isSet: return negated ? isEmpty : isFilled
        case .isUnset: return negated ? isFilled : isEmpty
        case .oneOf(let constants, let orUnset): return oneOf(constants.map(name), orUnset: orUnset, negated: negated)
        case .group(let groups):
            let list = register.codes[field.codes ?? ""]
            let codes = groups.flatMap { list?.codes(inGroup: $0) ?? [] }
            return oneOf(
                codes.map { wording.label(ofCode: $0, list: field.codes ?? "", in: register) }, orUnset: false, negated: negated)
        case .before(let bound): return compared(say("早于", "is before"), say("不早于", "is not before"), other(bound), negated)
        case .after(let bound): return compared(say("晚于", "is after"), say("不晚于", "is not after"), other(bound), negated)
        case .atLeast(.day(let day)): return compared(say("不早于", "is not before"), say("早于", "is before"), " \(day.iso)", negated)
        case .atMost(.day(let day)): return compared(say("不晚于", "is not after"), say("晚于", "is after"), " \(day.iso)", negated)
        case .atLeast(let least):
            return compared(say("不少于", "is at least"), say("少于", "is less than"), " " + name(least), negated)
        case .atMost(let most): return compared(say("不多于", "is at most"), say("多于", "is more than"), " " + name(most), negated)
        }
    }

    private var isFilled: String { say("已填\(label)", "\(label) is filled in") }
    private var isEmpty: String { say("未填\(label)", "\(label) is empty") }

    /// A test fails on an empty field, so its contrary holds there; that is said where the field may be empty.
    private var orEmpty: String { field.isRequired ? "" : say("（含未填的）", " (or is empty)") }

    private func oneOf(_ names: [String], orUnset: Bool, negated: Bool) -> String {
        guard !names.isEmpty else {
            if orUnset { return negated ? isFilled : isEmpty }
            return negated ? say("\(label)不限", "\(label) is anything") : say("\(label)没有可选的值", "\(label) has no such value")
        }
        // A unit or record that cannot be named is no quotation.
        let isNamed = ![.unit, .units, .reference, .references].contains(field.type)
        let listed = isNamed ? wording.quotedList(names, .or) : names[0]
        let verb = field.type == .bool ? "填" : "是"
        let isMany = field.type.isMany
        if negated {
            let no =
                isMany
                ? say("\(label)不含\(listed)", "\(label) does not include \(listed)")
                : say("\(label)不\(verb)\(listed)", "\(label) is not \(listed)")
            return orUnset ? say("\(isFilled)，且\(no)", "\(isFilled) and \(no)") : no + orEmpty
        }
        let yes =
            isMany
            ? say("\(label)包含\(listed)", "\(label) includes \(listed)") : say("\(label)\(verb)\(listed)", "\(label) is \(listed)")
        return orUnset ? say("\(yes)或未填", "\(yes) or is empty") : yes
    }

    private func compared(_ yes: String, _ no: String, _ other: String, _ negated: Bool) -> String {
        label + say("", " ") + (negated ? no : yes) + (wording.language == .english && !other.hasPrefix(" ") ? " " : "") + other
            + (negated ? orEmpty : "")
    }

    private func other(_ bound: DayBound) -> String {
        switch bound {
        case .day(let day): " \(day.iso)"
        case .field(let name): wording.label(ofField: name, in: register)
        }
    }

    private func name(_ constant: Constant) -> String {
        switch constant {
        case .bool(let bool): bool ? say("是", "yes") : say("否", "no")
        case .day(let day): day.iso
        case .integer(let number): amount(number)
        case .text(let text): name(ofText: text)
        case .parameter(let use, let number): amount(number) + wording.mark(of: use)
        }
    }

    /// Units and records are named by ids, which mean nothing to a reader and whose labels a register does not hold.
    private func name(ofText text: String) -> String {
        switch field.type {
        case .code, .codes: wording.label(ofCode: text, list: field.codes ?? "", in: register)
        case .unit, .units: say("指定的单位", "a given unit")
        case .reference, .references: say("指定的记录", "a given record")
        default: text
        }
    }

    private func amount(_ number: Int64) -> String {
        let decimals = field.type == .money ? 2 : field.type == .decimal ? field.decimals : 0
        let text = NumberText.write(number, decimals: decimals, grouped: true)
        let unit = wording.unit(field.unit ?? (field.type == .money ? "元" : ""))
        return unit.isEmpty ? text : "\(text) \(unit)"
    }
}
