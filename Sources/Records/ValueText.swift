import Definitions

/// Writes values as people read them; names of units and records are looked up by the caller.
public struct ValueText: Sendable {
    public var register: RegisterDefinition
    public var labels: Labels
    public var language: Language
    public var unitLabel: @Sendable (String) -> String
    public var referenceLabel: @Sendable (_ register: String, _ id: String) -> String

    public init(
        register: RegisterDefinition, labels: Labels, language: Language, unitLabel: @escaping @Sendable (String) -> String,
        referenceLabel: @escaping @Sendable (_ register: String, _ id: String) -> String
    ) {
        self.register = register
        self.labels = labels
        self.language = language
        self.unitLabel = unitLabel
        self.referenceLabel = referenceLabel
    }

    /// The value as text; empty for nil. A date is ISO, money grouped in yuan, a rows field "n" rows joined by ；.
    public func text(_ value: Value?, of field: FieldDefinition) -> String {
        guard let value else { return "" }
        switch value {
        case .masked(let text): return text
        case .sealed: return "***"
        case .day(let day): return day.iso
        case .moment(let moment): return String(moment.iso.prefix(16)).replacing("T", with: " ")
        case .bool(let bool): return language == .english ? (bool ? "yes" : "no") : (bool ? "是" : "否")
        case .attachment(let file): return file.name
        case .integer(let number): return self.number(number, of: field)
        case .list(let ids): return ids.map { name($0, of: field) }.joined(separator: language == .english ? ", " : "、")
        case .text(let text): return name(text, of: field)
        case .rows(let rows):
            return rows.map { row in
                field.fields.compactMap { child in row.values[child.name].map { self.text($0, of: child) } }.filter {
                    !$0.isEmpty
                }.joined(separator: " ")
            }.joined(separator: "；")
        }
    }

    /// The value as it can be typed back in: labels for codes and units, plain decimals for numbers.
    public func input(_ value: Value?, of field: FieldDefinition) -> String {
        if case .integer(let number) = value {
            return NumberText.write(number, decimals: field.type == .money ? 2 : field.type == .decimal ? field.decimals : 0)
        }
        return text(value, of: field)
    }

    private func number(_ number: Int64, of field: FieldDefinition) -> String {
        switch field.type {
        case .money: NumberText.write(number, decimals: 2, grouped: true)
        case .decimal: NumberText.write(number, decimals: field.decimals, grouped: true)
        // Four digits without a unit may be a year.
        default: NumberText.write(number, decimals: 0, grouped: field.unit != nil || number >= 10_000)
        }
    }

    private func name(_ id: String, of field: FieldDefinition) -> String {
        switch field.type {
        case .code, .codes: codeLabel(id, list: field.codes ?? "")
        case .unit, .units: unitLabel(id)
        case .reference, .references: referenceLabel(field.target ?? "", id)
        case .checklist: checklist(id, of: field)
        default: id
        }
    }

    /// `一块标识牌：达标；一张桌：未达标`, `事实清楚：18；…`; what is not assessed is left out.
    private func checklist(_ encoded: String, of field: FieldDefinition) -> String {
        guard let standard = register.standard(of: field) else { return encoded }
        let result = ChecklistResult(encoded: encoded, standard: standard)
        let isEnglish = language == .english
        return standard.items.compactMap { item -> String? in
            guard let mark = result.mark(item, standard) else { return nil }
            let words = standard.mode == .met ? markLabel(isMet: mark == "met") : mark
            return "\(itemLabel(item, of: standard))\(isEnglish ? ": " : "：")\(words)"
        }.joined(separator: isEnglish ? "; " : "；")
    }

    public func itemLabel(_ item: StandardItem, of standard: StandardDefinition) -> String {
        labels.label("standards/\(standard.name)/items/\(item.name)", chinese: item.label, in: language)
    }

    public func markLabel(isMet: Bool) -> String {
        language == .english ? (isMet ? "met" : "not met") : (isMet ? "达标" : "未达标")
    }

    public func codeLabel(_ code: String, list: String) -> String {
        let chinese = register.codes[list]?.entry(code)?.label ?? code
        return labels.label("\(register.name)/codes/\(list)/\(code)", chinese: chinese, in: language)
    }
}
