/// Reads `computed:` of the fields, once all fields of a register are known.
struct ComputedParser {
    let scope: RegisterScope

    private static let forms = ["score_of", "grade_of", "failed_of", "latest", "count", "sum"]
    /// Keys that speak of what somebody enters.
    private static let ofEntry = ["required", "not_before", "not_in_future", "unique", "personal", "max", "min"]

    /// - Parameter list: The `fields:` whose definitions are among `fields`.
    func apply(_ list: NodeReader?, to fields: inout [FieldDefinition]) {
        guard let list, list.isList else { return }
        for item in list.items() where item.isMapping {
            guard let name = item.node.mapping?["name"]?.string, let index = fields.firstIndex(where: { $0.name == name }) else {
                continue
            }
            if let reader = item.value(of: "computed") {
                fields[index].computed = computation(reader, of: fields[index], in: item, beside: scope.register.fields, row: nil)
            }
            guard fields[index].type == .rows, let children = item.value(of: "fields"), children.isList else { continue }
            for child in children.items() where child.isMapping {
                guard let reader = child.value(of: "computed"), let name = child.node.mapping?["name"]?.string,
                    let place = fields[index].fields.firstIndex(where: { $0.name == name })
                else { continue }
                let row = fields[index]
                fields[index].fields[place].computed = computation(
                    reader, of: row.fields[place], in: child, beside: row.fields, row: row)
            }
        }
    }

    private func computation(
        _ reader: NodeReader, of field: FieldDefinition, in item: NodeReader, beside: [FieldDefinition], row: FieldDefinition?
    ) -> Computation? {
        for key in Self.ofEntry {
            guard let given = item.value(of: key), given.scalar != "false" else { continue }
            given.report(.keyNotForType(key: key, type: "computed"))
        }
        guard let mapping = reader.mapping(Self.forms + ["by", "where"]) else { return nil }
        let given = Self.forms.filter(mapping.has)
        guard let form = given.first, let value = mapping[form] else {
            reader.reportShape("one_of " + Self.forms.joined(separator: "|"))
            return nil
        }
        if given.count > 1 { mapping.report(.wrongShape(key: given[1], expected: "one_computation"), at: given[1]) }
        if form != "latest", mapping.has("by") { mapping.report(.unknownKey("by"), at: "by") }
        if form != "count", mapping.has("where") { mapping.report(.unknownKey("where"), at: "where") }
        switch form {
        case "score_of", "grade_of", "failed_of": return assessed(form, value, of: field, beside: beside)
        default:
            if row != nil {
                value.reportShape("no_rows_in_rows")
                return nil
            }
            switch form {
            case "latest": return latest(mapping, value, of: field)
            case "count": return count(mapping, value, of: field)
            default: return sum(value, of: field)
            }
        }
    }

    private func assessed(_ form: String, _ reader: NodeReader, of field: FieldDefinition, beside: [FieldDefinition])
        -> Computation?
    {
        guard let text = reader.text() else { return nil }
        guard let checklist = beside.first(where: { $0.name == text }) else {
            let known = beside.filter { $0.type == .checklist }.map(\.name)
            reader.report(.unknown(kind: "field", name: text), suggestion: NearName.nearest(to: text, in: known))
            return nil
        }
        guard checklist.type == .checklist else {
            reader.reportType(checklist, path: FieldPath(text), expected: [.checklist])
            return nil
        }
        switch form {
        case "score_of":
            guard has(field, [.decimal], reader) else { return nil }
            if field.decimals != 1 { reader.report(.wrongShape(key: "decimals", expected: "integer 1...1")) }
            return .score(of: text)
        case "failed_of": return has(field, [.integer], reader) ? .failed(of: text) : nil
        default:
            guard has(field, [.code], reader) else { return nil }
            let list = checklist.standard.map(StandardDefinition.gradeList)
            if let list, field.codes != list {
                reader.report(.unknownValue(key: "codes", value: field.codes ?? "", allowed: [list]), suggestion: list)
            }
            return .grade(of: text)
        }
    }

    private func latest(_ mapping: MappingReader, _ reader: NodeReader, of field: FieldDefinition) -> Computation? {
        let by = mapping.required("by")
        guard let (path, child, rows) = child(reader), let by else { return nil }
        let plain = Set(FieldType.allCases).subtracting([.rows, .codes, .units, .references, .attachment, .checklist])
        guard plain.contains(child.type) else {
            reader.reportType(child, path: path, expected: plain)
            return nil
        }
        if child.personal != nil { reader.report(.personalInList(use: "computed", field: path.description)) }
        guard has(field, [child.type], reader) else { return nil }
        if field.codes != child.codes, let codes = child.codes {
            reader.report(.unknownValue(key: "codes", value: field.codes ?? "", allowed: [codes]), suggestion: codes)
        }
        if field.decimals != child.decimals {
            reader.report(.wrongShape(key: "decimals", expected: "integer \(child.decimals)...\(child.decimals)"))
        }
        guard let date = scope.field(by, of: FieldType.days, row: rows) else { return nil }
        guard rows.fields.contains(where: { $0.name == date.path.description }) else {
            by.reportShape("field_of_the_row")
            return nil
        }
        if date.field.personal != nil { by.report(.personalInList(use: "computed", field: date.path.description)) }
        return .latest(path, by: date.field.name)
    }

    private func count(_ mapping: MappingReader, _ reader: NodeReader, of field: FieldDefinition) -> Computation? {
        guard let rows = scope.field(reader, of: [.rows])?.field, has(field, [.integer], reader) else { return nil }
        guard let tests = mapping["where"] else { return .count(rows: rows.name, .always) }
        return .count(rows: rows.name, ConditionParser(scope: scope, use: .row, row: rows).condition(tests))
    }

    private func sum(_ reader: NodeReader, of field: FieldDefinition) -> Computation? {
        guard let (path, child, _) = child(reader) else { return nil }
        guard FieldType.numbers.contains(child.type) else {
            reader.reportType(child, path: path, expected: FieldType.numbers)
            return nil
        }
        if child.personal != nil { reader.report(.personalInList(use: "computed", field: path.description)) }
        guard has(field, [child.type], reader) else { return nil }
        if field.decimals != child.decimals {
            reader.report(.wrongShape(key: "decimals", expected: "integer \(child.decimals)...\(child.decimals)"))
        }
        return .sum(path)
    }

    /// `rows.field`.
    private func child(_ reader: NodeReader) -> (path: FieldPath, child: FieldDefinition, rows: FieldDefinition)? {
        guard let (path, field) = scope.field(reader) else { return nil }
        guard path.child != nil, let rows = scope.register.field(path.field) else {
            reader.reportShape("rows.field")
            return nil
        }
        return (path, field, rows)
    }

    /// Whether the computed field has the type that its computation gives.
    private func has(_ field: FieldDefinition, _ types: Set<FieldType>, _ reader: NodeReader) -> Bool {
        if types.contains(field.type) { return true }
        reader.reportType(field, path: FieldPath(field.name), expected: types)
        return false
    }
}

extension NodeReader {
    /// The value of a key of a mapping whose keys are read elsewhere.
    func value(of key: String) -> NodeReader? {
        node.mapping?[key].map { NodeReader(node: $0, file: file, key: key, problems: problems) }
    }
}
