/// Reads what a draw is made from: `from` of the things and of the people.
struct DrawSourceParser {
    let scope: RegisterScope
    let registers: [String: RegisterScope]

    private static let keys = [
        "register", "where", "period", "since", "until", "label", "reach", "units", "rows", "key",
    ]

    func source(_ reader: NodeReader) -> DrawDefinition.Source? {
        guard let mapping = reader.mapping(Self.keys) else { return nil }
        let heads = ["register", "units", "rows"].filter(mapping.has)
        guard heads.count == 1, let head = heads.first, let value = mapping[head] else {
            reader.reportShape("register|units|rows")
            return nil
        }
        let allowed: Set<String> =
            switch head {
            case "register": ["where", "period", "since", "until", "label", "reach"]
            case "rows": ["key", "label"]
            default: []
            }
        for key in Self.keys where mapping.has(key) && key != head && !allowed.contains(key) {
            mapping.report(.unknownKey(key), at: key)
        }
        switch head {
        case "register": return register(mapping, value)
        case "rows": return rows(mapping, value)
        default:
            let kinds = value.itemsOrOne().compactMap { $0.choice(of: UnitDefinition.kinds) }
            return kinds.isEmpty ? nil : .units(kinds)
        }
    }

    private func register(_ mapping: MappingReader, _ value: NodeReader) -> DrawDefinition.Source? {
        guard let name = value.reference("register", in: scope.catalogue.registers), let other = registers[name] else {
            return nil
        }
        var source = DrawDefinition.RegisterSource(register: name)
        if let reader = mapping["where"] {
            source.condition = ConditionParser(scope: other, use: .figure).condition(reader)
            if source.condition != .always { source.conditionText = source.condition.canonical(in: other.register).line }
        }
        source.reach = mapping["reach"].flatMap { $0.choice() } ?? .scope
        source.label = mapping["label"].flatMap { shown($0, in: other) }
        source.period = mapping["period"].flatMap { day($0, in: other) }
        source.since = mapping["since"].flatMap { day($0, in: scope) }
        source.until = mapping["until"].flatMap { day($0, in: scope) }
        if mapping.has("since") || mapping.has("until") {
            _ = mapping.required("period")
        } else if mapping.has("period") {
            _ = mapping.required("since")
        }
        return .register(source)
    }

    private func rows(_ mapping: MappingReader, _ value: NodeReader) -> DrawDefinition.Source? {
        guard let rows = scope.field(value, of: [.rows])?.field else { return nil }
        guard let key = mapping.required("key").flatMap({ shown($0, in: scope, row: rows) }) else { return nil }
        return .rows(field: rows.name, key: key, label: mapping["label"].flatMap { shown($0, in: scope, row: rows) })
    }

    private func day(_ reader: NodeReader, in scope: RegisterScope) -> String? {
        guard let found = scope.field(reader, of: [.date]) else { return nil }
        guard found.path.child == nil, found.field.personal == nil else {
            reader.reportShape("field_of_the_record")
            return nil
        }
        return found.field.name
    }

    /// A text or code that is published with the list, so that it may be no personal one.
    private func shown(_ reader: NodeReader, in scope: RegisterScope, row: FieldDefinition? = nil) -> String? {
        guard let found = scope.field(reader, of: [.text, .code, .unit], row: row) else { return nil }
        guard found.field.personal == nil else {
            reader.report(.personalInList(use: "draws", field: found.path.description))
            return nil
        }
        let isInRow = row.map { row in row.fields.contains { $0.name == found.field.name } } ?? (found.path.child == nil)
        guard isInRow else {
            reader.reportShape(row == nil ? "field_of_the_record" : "field_of_the_row")
            return nil
        }
        return found.field.name
    }
}

/// Reads `set`: how a row is filled for each thing drawn.
struct DrawSettingParser {
    let scope: RegisterScope
    let registers: [String: RegisterScope]
    let rows: FieldDefinition
    let source: DrawDefinition.Source
    let people: DrawDefinition.People?

    private static let words = ["reference", "number", "label", "unit", "stratum"]

    func settings(_ reader: NodeReader) -> [DrawDefinition.Setting] {
        (reader.pairs() ?? []).compactMap { key, name, value in
            guard let target = rows.fields.first(where: { $0.name == name }) else {
                let nearest = NearName.nearest(to: name, in: rows.fields.map(\.name))
                key.report(.unknown(kind: "field", name: "\(rows.name).\(name)"), suggestion: nearest)
                return nil
            }
            guard target.computed == nil, ![.attachment, .checklist].contains(target.type) else {
                key.reportShape("entered_field")
                return nil
            }
            return self.value(value, into: target).map { DrawDefinition.Setting(target: name, value: $0) }
        }
    }

    private func value(_ reader: NodeReader, into target: FieldDefinition) -> DrawDefinition.SettingValue? {
        guard !reader.isMapping else { return mapped(reader, into: target) }
        guard let word = reader.text() else { return nil }
        if word.hasPrefix("person_") {
            guard let team = people?.team, let place = Int(word.dropFirst(7)), (1...team).contains(place) else {
                let team = people?.team ?? 0
                reader.report(.unknownValue(key: target.name, value: word, allowed: (0..<team).map { "person_\($0 + 1)" }))
                return nil
            }
            return fits(reader, target, [.text, .reference], register: people?.source.register) ? .person(place) : nil
        }
        let people = (0..<(people?.team ?? 0)).map { "person_\($0 + 1)" }
        guard let known = reader.choice(of: Self.words + people) else { return nil }
        switch known {
        case "reference": return fits(reader, target, [.reference], register: source.register) ? .reference : nil
        case "number": return fits(reader, target, [.text]) ? .number : nil
        case "label": return fits(reader, target, [.text]) ? .label : nil
        case "unit": return fits(reader, target, [.unit]) ? .unit : nil
        default: return fits(reader, target, [.text]) ? .stratum : nil
        }
    }

    private func fits(_ reader: NodeReader, _ target: FieldDefinition, _ types: Set<FieldType>, register: String? = nil) -> Bool {
        guard types.contains(target.type) else {
            reader.reportType(target, path: FieldPath("\(rows.name).\(target.name)"), expected: types)
            return false
        }
        if target.type == .reference, target.target != register {
            reader.reportShape("reference_to_\(register ?? "register")")
            return false
        }
        return true
    }

    private func mapped(_ reader: NodeReader, into target: FieldDefinition) -> DrawDefinition.SettingValue? {
        guard let mapping = reader.mapping(["field", "value"]) else { return nil }
        switch (mapping["field"], mapping["value"]) {
        case (let field?, nil): return self.field(field, into: target)
        case (nil, let value?):
            guard let text = value.text() else { return nil }
            if let list = target.codes.flatMap({ scope.register.codes[$0] }) {
                _ = value.reference("code", in: NameSet(list.entries.map(\.code)))
            }
            return .constant(text)
        default:
            reader.reportShape("field|value")
            return nil
        }
    }

    private func field(_ reader: NodeReader, into target: FieldDefinition) -> DrawDefinition.SettingValue? {
        let found: FieldDefinition?
        switch source {
        case .register(let source):
            let path = registers[source.register]?.field(reader)
            if path?.path.child != nil { reader.reportShape("field_of_the_record") }
            found = path?.field
        case .rows(let name, _, _):
            found = scope.register.field(name).flatMap { scope.field(reader, row: $0)?.field }
        case .units:
            reader.reportShape("unit|label")
            return nil
        }
        guard let found else { return nil }
        guard found.personal == nil else {
            reader.report(.personalInList(use: "draws", field: found.name))
            return nil
        }
        guard found.type == target.type, found.target == target.target else {
            reader.reportShape("field_of_the_same_type")
            return nil
        }
        return .field(found.name)
    }
}

extension DrawDefinition.Source {
    /// The register whose records are drawn; nil where none are.
    public var register: String? { if case .register(let source) = self { source.register } else { nil } }
}
