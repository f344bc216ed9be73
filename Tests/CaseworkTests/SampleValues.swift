import Casework
import Definitions
import LegalTime
import Records
import TestSupport

/// Values that fit the fields of any register, made from its definition: every date is the same day.
struct SampleValues {
    let register: RegisterDefinition
    let day: Day
    let units: [UnitDefinition]
    /// Ids of records that may be named, by register.
    let references: [String: String]
    /// Keeps unique values apart.
    let number: Int

    /// What is typed for a field; nil for rows and files.
    func text(_ field: FieldDefinition, constants: [Constant] = [], group: String? = nil) -> String? {
        if let first = constants.first { return text(first, field) }
        switch field.type {
        case .text, .longText: return "样例\(number)"
        case .integer: return String(field.min ?? 1)
        case .decimal, .money: return String(max(field.min ?? 1, 1))
        case .bool: return "是"
        case .date: return day.iso
        case .moment: return day.iso + " 10:00"
        case .code, .codes:
            let entries = register.codes[field.codes ?? ""]?.entries ?? []
            return entries.first { $0.validity.holds(on: day) && (group == nil || $0.group == group) }?.code
        case .unit, .units: return units.first { field.unitKind == nil || $0.kind == field.unitKind }?.id
        case .reference, .references: return references[field.target ?? ""]
        case .idNumber: return InventedPeople.id(number)
        case .phone: return InventedPeople.phone(number % 1000)
        case .checklist: return register.standard(of: field).map { Self.checklist($0, grade: $0.grades.first) }
        case .attachment, .rows: return nil
        }
    }

    /// A checklist that comes to a grade: as few points as it takes, those that must be met first.
    static func checklist(_ standard: StandardDefinition, grade: StandardGrade?) -> String {
        let bound = Int64(grade?.atLeast ?? 0)
        var left = standard.mode == .met ? bound * 10 : (bound * Int64(standard.fullMark) + 9) / 10
        var result = ChecklistResult()
        for item in standard.items.filter(\.isMust) + standard.items.filter({ !$0.isMust }) {
            let full = Int64(item.points) * 10
            let awarded = standard.mode == .met ? (left > 0 ? full : 0) : min(left, full)
            result.awarded[item.name] = awarded
            left -= awarded
        }
        return result.encoded(by: standard) ?? ""
    }

    private func text(_ constant: Constant, _ field: FieldDefinition) -> String {
        switch constant {
        case .text(let text): text
        case .bool(let bool): bool ? "是" : "否"
        case .day(let day): day.iso
        case .parameter(_, let number), .integer(let number):
            NumberText.write(number, decimals: field.type == .money ? 2 : field.decimals)
        }
    }

    /// Puts a value for a field into an input.
    func fill(_ input: inout RecordInput, _ uploads: inout [String: Upload], _ field: FieldDefinition) {
        switch field.type {
        case .attachment: uploads[field.name] = Upload(name: "样例.pdf", mediaType: "application/pdf", bytes: [1, 2, 3])
        case .rows:
            let texts = field.fields.filter { $0.computed == nil }.compactMap { child in text(child).map { (child.name, $0) } }
            let row = RowInput(texts: Dictionary(texts, uniquingKeysWith: { first, _ in first }))
            input.rows[field.name] = Array(repeating: row, count: max(1, field.min ?? 1))
        default: input.texts[field.name] = text(field)
        }
    }

    /// Ways to make a condition hold: of each, the fields to fill with a test each.
    func ways(_ condition: Condition) -> [[(FieldDefinition, String?)]] {
        switch condition {
        case .all(let parts):
            return parts.reduce([[]]) { ways, part in ways.flatMap { way in self.ways(part).map { way + $0 } } }
        case .any(let parts): return parts.flatMap(ways)
        case .field(let path, let test):
            guard let field = register.field(path.field) else { return [[]] }
            if case .grade(let name)? = field.computed, let checklist = register.field(name),
                let standard = register.standard(of: checklist), case .oneOf(let constants, false) = test,
                case .text(let code)? = constants.first
            {
                return [[(checklist, Self.checklist(standard, grade: standard.grades.first { $0.name == code }))]]
            }
            guard field.computed == nil else { return [[]] }
            return [way(field, test)]
        default: return [[]]
        }
    }

    private func way(_ field: FieldDefinition, _ test: FieldTest) -> [(FieldDefinition, String?)] {
        switch test {
        case .oneOf(let constants, let orUnset): orUnset ? [] : [(field, text(field, constants: constants))]
        case .group(let groups): [(field, text(field, group: groups.first))]
        case .atLeast(let constant), .atMost(let constant): [(field, text(field, constants: [constant]))]
        case .isSet: [(field, text(field))]
        default: []
        }
    }
}
