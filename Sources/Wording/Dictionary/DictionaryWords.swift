import Definitions
import LegalTime

/// The words of the data dictionary that stand in both languages or in none.
struct DictionaryWords {
    let catalogue: Catalogue
    let chinese: Wording
    let english: Wording

    init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
        chinese = Wording(language: .chinese, labels: catalogue.labels)
        english = Wording(language: .english, labels: catalogue.labels)
    }

    func code(_ name: String) -> String { "`\(name)`" }
    func codes(_ names: [String]) -> String { names.map(code).joined(separator: "、") }
    func mark(_ isSet: Bool) -> String { isSet ? "是" : "" }

    func span(_ validity: Validity) -> String {
        switch (validity.since, validity.until) {
        case (nil, nil): ""
        case (let since?, nil): "\(since.iso) 起"
        case (nil, let until?): "至 \(until.iso)"
        case (let since?, let until?): "\(since.iso) 至 \(until.iso)"
        }
    }

    func basis(_ basis: LegalBasis?) -> String { basis.map { chinese.citation($0) } ?? "" }

    /// 经办 Clerk.
    func role(_ name: String) -> String {
        guard let role = catalogue.roles.first(where: { $0.name == name }) else { return code(name) }
        return "\(role.label) \(role.english)"
    }

    func event(_ event: EventReference, in register: RegisterDefinition, row: String? = nil) -> String {
        switch event {
        case .field(let name):
            if let row, let child = register.field(row)?.fields.first(where: { $0.name == name }) {
                return "\(child.label) \(code("\(row).\(name)"))"
            }
            return "\(chinese.label(ofField: name, in: register)) \(code(name))"
        case .entered(let states):
            return "进入" + states.map { chinese.quoted(chinese.label(ofState: $0, in: register)) }.joined(separator: "或")
        }
    }

    func condition(_ condition: Condition, in register: RegisterDefinition) -> String {
        chinese.phrase(condition, in: register) ?? ""
    }

    /// The type with what belongs to it: 单选 `outcome`, 小数（2 位）, 关联 → [人民调解员](mediator.md).
    func type(_ field: FieldDefinition) -> String {
        var text = chinese.name(of: field.type)
        if let list = field.codes { text += " \(code(list))" }
        if let target = field.target {
            text += " → " + (catalogue.register(target).map { "[\($0.label)](\(target).md)" } ?? code(target))
        }
        if let standard = field.standard { text += " \(code(standard))" }
        if field.type == .decimal { text += "（\(field.decimals) 位小数）" }
        if let kind = field.unitKind { text += " \(code(kind))" }
        if let unit = field.unit { text += "，\(unit)" }
        return text
    }

    /// Limits and rules of a field in a few words.
    func rules(_ field: FieldDefinition, in register: RegisterDefinition) -> String {
        var parts: [String] = []
        if let min = field.min { parts.append("不少于 \(min)") }
        if let max = field.max { parts.append("不多于 \(max)") }
        if let other = field.notBefore { parts.append("不早于 \(code(other))") }
        if field.isNotInFuture { parts.append("不晚于当日") }
        if let day = field.rowDay { parts.append("每行从 \(code(day)) 起有") }
        if field.isUnique { parts.append("不重复") }
        if let computed = field.computed { parts.append("自动计算：" + computation(computed, in: register)) }
        let span = span(field.validity)
        if !span.isEmpty { parts.append(span) }
        if let hint = field.hint { parts.append(hint) }
        return parts.joined(separator: "；")
    }

    private func computation(_ computation: Computation, in register: RegisterDefinition) -> String {
        switch computation {
        case .score(let field): "\(code(field)) 的得分"
        case .grade(let field): "\(code(field)) 的等次"
        case .failed(let field): "\(code(field)) 未达到的项数"
        case .latest(let path, let by): "\(code(by)) 最近一行的 \(code(path.description))"
        case .count(let rows, let condition):
            "\(code(rows)) 的行数" + (condition == .always ? "" : "（\(self.condition(condition, in: register))）")
        case .sum(let path): "\(code(path.description)) 之和"
        }
    }
}
