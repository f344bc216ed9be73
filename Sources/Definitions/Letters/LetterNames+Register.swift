import Letters

extension LetterNames {
    /// The names that a template of a register's letter may use (docs/reference/letter-templates.md).
    init(_ register: RegisterDefinition) {
        self.init(values: Self.ofEngine)
        add(register.fields, of: register)
        values.formUnion(register.deadlines.map { "due.\($0.name)" })
        codes["state"] = Set(register.states.map(\.name))
        for field in register.fields where field.type == .rows {
            var row = LetterNames(values: [])
            row.add(field.fields, of: register)
            rows[field.name] = row
        }
    }

    private static let ofEngine: Set<String> = [
        "number", "state", "today", "unit", "district", "district.government", "letter.number", "letter.title", "by",
    ]

    private mutating func add(_ fields: [FieldDefinition], of register: RegisterDefinition) {
        for field in fields where field.type != .rows {
            values.insert(field.name)
            switch field.type {
            case .code, .codes: codes[field.name] = Set(field.codes.flatMap { register.codes[$0] }?.entries.map(\.code) ?? [])
            case .bool: codes[field.name] = ["true", "false"]
            case .reference, .references: values.insert("\(field.name).number")
            default: break
            }
        }
    }
}
