import Definitions
import Records
import Wording

/// Recognises the columns of a register by what their headers say, whatever the signs, widths and blanks between.
struct ColumnNames {
    /// Column groups of a rows field that are recognised.
    static let mostGroups = 50
    private var targets: [String: ColumnTarget] = [:]

    init(_ register: RegisterDefinition, labels: Labels, mapping: Mapping) {
        for (header, target) in mapping.columns { targets[Self.folded(header)] = target }
        for language in Language.allCases {
            let wording = Wording(language: language, labels: labels)
            for field in register.fields where field.type != .attachment {
                let label = wording.label(ofField: field.name, in: register)
                guard field.type == .rows else {
                    add(label, .field(field.name))
                    continue
                }
                if let first = field.fields.first(where: { $0.type == .text && $0.isRequired }) {
                    add(label, .eachChild(rows: field.name, child: first.name))
                }
                for child in field.fields {
                    let name = wording.label(ofField: FieldPath("\(field.name).\(child.name)"), in: register)
                    add(label + name, .eachChild(rows: field.name, child: child.name))
                    for index in 0..<Self.mostGroups {
                        add(label, name, .child(rows: field.name, index: index, child: child.name))
                    }
                }
            }
            add(wording.text(ExchangeText.number), .number)
            add(wording.text(ExchangeText.state), .ignored)
            for text in [ListText.dueOn, ListText.status] { add(wording.text(text), .ignored) }
            add(wording.text(ImportText.reasonColumn), .ignored)
        }
        for name in ["序号", "行号", "No"] { add(name, .ignored) }
    }

    private mutating func add(_ label: String, _ target: ColumnTarget) {
        let key = Self.folded(label)
        if targets[key] == nil { targets[key] = target }
    }

    /// 当事人1姓名, 当事人姓名1, 当事人一姓名.
    private mutating func add(_ label: String, _ name: String, _ target: ColumnTarget) {
        guard case .child(_, let index, _) = target else { return }
        add("\(label)\(index + 1)\(name)", target)
        add("\(label)\(name)\(index + 1)", target)
        if index < 10 {
            let numeral = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"][index]
            add("\(label)\(numeral)\(name)", target)
            add("\(label)\(name)\(numeral)", target)
        }
    }

    /// What a header means; a text in brackets, such as a unit of measure, is left out where the whole is not known.
    func target(_ header: String) -> ColumnTarget? {
        let key = Self.folded(header)
        guard !key.isEmpty else { return nil }
        return targets[key] ?? targets[Self.folded(Self.withoutBrackets(header))]
    }

    /// Letters and digits only, half-width, lower case.
    static func folded(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in PlainText.halfWidth(text).lowercased().unicodeScalars
        where scalar.properties.isAlphabetic || scalar.properties.numericType != nil { kept.append(scalar) }
        return String(kept)
    }

    private static func withoutBrackets(_ text: String) -> String {
        var depth = 0
        return String(
            PlainText.halfWidth(text).filter { character in
                if "([【〔".contains(character) { depth += 1 }
                defer { if ")]】〕".contains(character) { depth -= 1 } }
                return depth <= 0
            })
    }
}
