import Casework
import Definitions
import LegalTime
import Records

/// Values that fit the fields of any register, made from its definition: every date is the same day.
public struct SampleValues: Sendable {
    public let register: RegisterDefinition
    public let day: Day
    public let units: [UnitDefinition]
    /// Ids of records that may be named, by register.
    public let references: [String: String]
    /// Keeps unique values apart.
    public let number: Int

    public init(register: RegisterDefinition, day: Day, units: [UnitDefinition], references: [String: String], number: Int) {
        self.register = register
        self.day = day
        self.units = units
        self.references = references
        self.number = number
    }

    /// What is typed for a field; nil for rows and files.
    public func text(_ field: FieldDefinition, constants: [Constant] = [], group: String? = nil) -> String? {
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
    public static func checklist(_ standard: StandardDefinition, grade: StandardGrade?) -> String {
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

    /// The unit that a fresh record belongs to.
    public var ownerSample: String? { register.field(register.owner).flatMap { text($0) } }

    /// Puts a value for a field into an input.
    public func fill(_ input: inout RecordInput, _ uploads: inout [String: Upload], _ field: FieldDefinition) {
        switch field.type {
        case .attachment: uploads[field.name] = Upload(name: "样例.pdf", mediaType: "application/pdf", bytes: [1, 2, 3])
        case .rows:
            let texts = field.fields.filter { $0.computed == nil }.compactMap { child in text(child).map { (child.name, $0) } }
            let row = RowInput(texts: Dictionary(texts, uniquingKeysWith: { first, _ in first }))
            input.rows[field.name] = Array(repeating: row, count: max(1, field.min ?? 1))
        default: input.texts[field.name] = text(field)
        }
    }

    /// What it takes to register a record: the fields that are required, the owner, and rows of which there has to be one.
    public func registration() -> (input: RecordInput, uploads: [String: Upload]) {
        var input = RecordInput()
        var uploads: [String: Upload] = [:]
        for field in register.fields
        where field.isRequired || field.name == register.owner || (field.type == .rows && (field.min ?? 0) > 0) {
            fill(&input, &uploads, field)
        }
        return (input, uploads)
    }

    /// What is put into one field to make a condition hold.
    public struct Filling: Sendable {
        public enum Content: Sendable {
            /// Whatever fits the field.
            case sample
            case text(String)
            /// One child row: what is typed in some of its fields, the others as they fit.
            case row([String: String])
            /// So many sample rows.
            case rows(Int)
        }
        public var field: FieldDefinition
        public var content: Content

        public init(field: FieldDefinition, content: Content) {
            self.field = field
            self.content = content
        }
    }

    public func fill(_ input: inout RecordInput, _ uploads: inout [String: Upload], _ filling: Filling) {
        switch filling.content {
        case .sample: fill(&input, &uploads, filling.field)
        case .text(let text):
            input.texts[filling.field.name] = text
            input.many[filling.field.name] = nil
        case .rows(let count):
            fill(&input, &uploads, filling.field)
            let row = input.rows[filling.field.name]?.first ?? RowInput(texts: [:])
            input.rows[filling.field.name] = Array(repeating: row, count: count)
        case .row(let texts):
            if input.rows[filling.field.name]?.isEmpty ?? true { fill(&input, &uploads, filling.field) }
            input.rows[filling.field.name] = input.rows[filling.field.name]?.map { row in
                var row = row
                row.texts.merge(texts) { _, new in new }
                return row
            }
        }
    }

    /// Ways to make a condition hold, or to make it fail: of each, what to fill in.
    public func ways(_ condition: Condition, holds: Bool = true) -> [[Filling]] {
        switch condition {
        case .all(let parts): holds ? product(parts, holds: true) : parts.flatMap { ways($0, holds: false) }
        case .any(let parts): holds ? parts.flatMap { ways($0, holds: true) } : product(parts, holds: false)
        case .not(let part): ways(part, holds: !holds)
        case .field(let path, let test): [filling(path, test, holds: holds).map { [$0] } ?? []]
        default: [[]]
        }
    }

    private func product(_ parts: [Condition], holds: Bool) -> [[Filling]] {
        parts.reduce([[]]) { ways, part in ways.flatMap { way in self.ways(part, holds: holds).map { way + $0 } } }
    }

    private func filling(_ path: FieldPath, _ test: FieldTest, holds: Bool) -> Filling? {
        guard let field = register.field(path.field) else { return nil }
        guard field.computed == nil else { return computed(field, test, holds: holds) }
        if let name = path.child {
            guard let child = field.fields.first(where: { $0.name == name }) else { return nil }
            guard child.computed == nil else { return inRow(field, child, test) }
            return text(child, test, holds: holds).map { Filling(field: field, content: .row([name: $0])) }
        }
        if field.type == .rows || field.type == .attachment {
            if case .isSet = test, holds { return Filling(field: field, content: .sample) }
            return nil
        }
        return text(field, test, holds: holds).map { Filling(field: field, content: .text($0)) }
    }

    /// What is typed so that a test passes, or fails; nil where nothing need be typed.
    private func text(_ field: FieldDefinition, _ test: FieldTest, holds: Bool) -> String? {
        switch (test, holds) {
        case (.not(let inner), _): return text(field, inner, holds: !holds)
        case (.isSet, true), (.isUnset, false): return text(field)
        case (.isSet, false), (.isUnset, true): return ""
        case (.oneOf(_, true), true): return ""
        case (.oneOf(let constants, _), true): return text(field, constants: constants)
        case (.oneOf(let constants, _), false): return other(field) { !constants.contains($0) }
        case (.group(let groups), true): return text(field, group: groups.first)
        case (.group(let groups), false):
            let list = register.codes[field.codes ?? ""]?.entries ?? []
            return list.first { $0.validity.holds(on: day) && !($0.group.map(groups.contains) ?? false) }?.code
        case (.atLeast(let constant), true), (.atMost(let constant), true): return text(field, constants: [constant])
        case (.atLeast, false), (.atMost, false): return nil
        case (.before(.day(let bound)), true), (.after(.day(let bound)), false): return bound.adding(days: -1).iso
        case (.after(.day(let bound)), true), (.before(.day(let bound)), false): return bound.adding(days: 1).iso
        case (.before(.field), true): return day.adding(days: -1).iso
        case (.after(.field), true): return day.adding(days: 1).iso
        case (.before(.field), false), (.after(.field), false): return day.iso
        }
    }

    private func other(_ field: FieldDefinition, _ fits: (Constant) -> Bool) -> String? {
        switch field.type {
        case .bool: return [true, false].first { fits(.bool($0)) }.map { $0 ? "是" : "否" }
        case .code, .codes:
            return register.codes[field.codes ?? ""]?.entries.first { $0.validity.holds(on: day) && fits(.text($0.code)) }?.code
        default: return ""
        }
    }

    /// A computed field holds what it is computed from.
    private func computed(_ field: FieldDefinition, _ test: FieldTest, holds: Bool) -> Filling? {
        switch field.computed {
        case .grade(let name):
            guard let checklist = register.field(name), let text = checklistText(checklist, test) else { return nil }
            return Filling(field: checklist, content: .text(text))
        case .latest(let path, _):
            guard let rows = register.field(path.field), let child = rows.fields.first(where: { $0.name == path.child }) else {
                return nil
            }
            guard child.computed == nil else { return inRow(rows, child, test) }
            return text(child, test, holds: holds).map { Filling(field: rows, content: .row([child.name: $0])) }
        case .count(let rows, _):
            guard case .atLeast(.integer(let least)) = test, let field = register.field(rows) else { return nil }
            return Filling(field: field, content: .rows(Int(least)))
        default: return nil
        }
    }

    private func inRow(_ rows: FieldDefinition, _ child: FieldDefinition, _ test: FieldTest) -> Filling? {
        guard case .grade(let name)? = child.computed, let checklist = rows.fields.first(where: { $0.name == name }),
            let text = checklistText(checklist, test)
        else { return nil }
        return Filling(field: rows, content: .row([name: text]))
    }

    private func checklistText(_ checklist: FieldDefinition, _ test: FieldTest) -> String? {
        guard let standard = register.standard(of: checklist) else { return nil }
        if case .oneOf(let constants, _) = test, case .text(let code)? = constants.first {
            return Self.checklist(standard, grade: standard.grades.first { $0.name == code })
        }
        return Self.checklist(standard, grade: standard.grades.first)
    }
}
