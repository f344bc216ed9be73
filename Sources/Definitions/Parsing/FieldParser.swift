/// Reads `fields:` of a register, of a rows field and of an overlay.
struct FieldParser {
    /// The district whose overlay adds the fields.
    var overlay: String?
    /// Names that the overlay finds taken.
    var existing: Set<String> = []
    /// Fields of which only the name could be read.
    private(set) var broken: Set<String> = []

    private static let keys = [
        "name", "label", "type", "required", "hint", "max", "min", "decimals", "unit", "codes", "to", "kind", "personal",
        "not_before",
        "not_in_future", "unique", "since", "until", "was", "fields", "standard", "computed",
        "media", "day",
    ]

    init(overlay: String? = nil, existing: Set<String> = []) {
        self.overlay = overlay
        self.existing = existing
    }

    /// - Parameter rows: The rows field whose fields these are.
    mutating func fields(_ list: NodeReader, rows: String? = nil) -> [FieldDefinition] {
        var fields: [FieldDefinition] = []
        var names: Set<String> = []
        for item in list.items() {
            guard let mapping = item.mapping(Self.keys), let nameReader = mapping.required("name") else { continue }
            let raw = nameReader.scalar ?? ""
            let path = rows.map { "\($0).\(raw)" } ?? raw
            guard let name = nameReader.name() else {
                broken.insert(path)
                continue
            }
            if !NameRule.isFree(name, inRows: rows != nil) { nameReader.report(.badName(name)) }
            if rows == nil, existing.contains(name) {
                nameReader.report(.overlayLoosens("fields/\(name)"))
                continue
            }
            guard names.insert(name).inserted else {
                nameReader.report(.duplicate(kind: "field", name: path))
                continue
            }
            guard let field = field(mapping, name: name, path: path, isChild: rows != nil) else {
                broken.insert(path)
                continue
            }
            fields.append(field)
        }
        let current = Set(fields.map(\.name))
        for item in list.items() {
            guard let was = item.node.mapping?["was"]?.string, current.contains(was) else { continue }
            item.report(.duplicate(kind: "field", name: was))
        }
        return fields
    }

    private mutating func field(_ mapping: MappingReader, name: String, path: String, isChild: Bool) -> FieldDefinition? {
        let label = mapping.label(of: "fields/\(path)")
        guard let type = mapping.required("type")?.choice(FieldType.self) else { return nil }
        var field = FieldDefinition(name: name, label: label, type: type, place: mapping.place)
        field.isRequired = mapping.flag("required")
        field.hint = mapping.text("hint")
        field.validity = mapping.validity()
        field.was = mapping["was"]?.name()
        field.overlay = isChild ? nil : overlay
        let allows = KeyUse(mapping: mapping, type: type)
        field.max = allows("max", FieldType.measured)?.integer()
        field.min = allows("min", FieldType.measured)?.integer()
        if let min = field.min, let max = field.max, min > max {
            mapping.report(.wrongShape(key: "min", expected: "min<=max"), at: "min")
        }
        if type == .decimal {
            field.decimals = mapping.required("decimals")?.integer(0...6) ?? 0
        } else {
            _ = allows("decimals", [.decimal])
        }
        field.unit = allows("unit", FieldType.numbers)?.text()
        if FieldType.coded.contains(type) {
            field.codes = mapping.required("codes")?.name()
        } else {
            _ = allows("codes", FieldType.coded)
        }
        if type == .reference || type == .references {
            field.target = mapping.required("to")?.name()
        } else {
            _ = allows("to", [.reference, .references])
        }
        if type == .checklist {
            field.standard = mapping.required("standard")?.name()
        } else {
            _ = allows("standard", [.checklist])
        }
        _ = allows("computed", FieldType.computed)
        field.unitKind = allows("kind", [.unit, .units])?.choice(of: UnitDefinition.kinds)
        field.personal = allows(
            "personal", Set(FieldType.allCases).subtracting([.rows, .codes, .units, .references, .checklist]))?.choice(
                PersonalMark.self)
        if type == .idNumber { _ = mapping.required("personal") }
        field.isMedia = allows("media", [.attachment])?.flag() ?? false
        if field.isMedia, field.isRequired {
            mapping.report(.wrongShape(key: "required", expected: "optional_field"), at: "required")
        }
        field.notBefore = allows("not_before", FieldType.days)?.text()
        field.isNotInFuture = allows("not_in_future", FieldType.days)?.flag() ?? false
        field.isUnique = allows("unique", isChild ? [] : FieldType.unique)?.flag() ?? false
        if type == .rows {
            if isChild {
                mapping.report(.wrongShape(key: "type", expected: "no_rows_in_rows"), at: "type")
            } else if let rows = mapping.required("fields") {
                field.fields = fields(rows, rows: name)
                if field.fields.isEmpty { rows.reportShape("list") }
            }
        } else {
            _ = allows("fields", [.rows])
        }
        field.rowDay = allows("day", [.rows])?.text()
        return field
    }
}

/// Lets a key pass where the field's type knows it.
private struct KeyUse {
    let mapping: MappingReader
    let type: FieldType

    func callAsFunction(_ key: String, _ types: Set<FieldType>) -> NodeReader? {
        guard let reader = mapping[key] else { return nil }
        guard types.contains(type) else {
            mapping.report(.keyNotForType(key: key, type: type.rawValue), at: key)
            return nil
        }
        return reader
    }
}

extension FieldType {
    fileprivate static let measured: Set<FieldType> = [
        .text, .longText, .integer, .decimal, .money, .phone, .rows, .codes, .units, .references,
    ]
    fileprivate static let computed = Set(FieldType.allCases).subtracting([
        .rows, .codes, .units, .references, .attachment, .checklist,
    ])
    fileprivate static let unique: Set<FieldType> = [.text, .integer, .date, .code, .unit, .reference, .idNumber, .phone]
}
