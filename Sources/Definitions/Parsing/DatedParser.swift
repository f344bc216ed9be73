/// Reads `dated:` of a register, whose fields and moves are known.
struct DatedParser {
    let scope: RegisterScope

    func rule(_ reader: NodeReader) -> DatedRule? {
        guard let mapping = reader.mapping(["listed", "ended", "effective", "fields", "changes"]) else { return nil }
        let listed = mapping.required("listed").flatMap(date)
        let ended = mapping["ended"].flatMap(date)
        let effective = mapping.required("effective").flatMap(date)
        let fields =
            mapping.required("fields").map { versioned($0, besides: [listed, ended, effective].compactMap(\.self)) } ?? []
        let changes = mapping.required("changes").map(moves) ?? []
        guard let listed, let effective, !fields.isEmpty, !changes.isEmpty else { return nil }
        for (reader, name) in changes {
            guard let move = scope.register.transition(name) else { continue }
            if !move.require.contains(where: { $0.field == effective && $0.validity == .always }) {
                reader.report(.missingRequirement(transition: name, field: effective))
            }
        }
        return DatedRule(
            listed: listed, ended: ended, effective: effective, fields: fields, changes: changes.map(\.name), place: reader.place)
    }

    /// A plain date field of the record.
    private func date(_ reader: NodeReader) -> String? {
        guard let (path, field) = scope.field(reader, of: [.date]) else { return nil }
        if path.child != nil { reader.reportShape("field_of_the_record") }
        if field.personal != nil { reader.report(.personalInList(use: "dated", field: path.description)) }
        return field.name
    }

    private func versioned(_ list: NodeReader, besides dates: [String]) -> [String] {
        var names: [String] = []
        let types = Set(FieldType.allCases).subtracting([.rows, .attachment])
        for reader in list.items() {
            guard let (path, field) = scope.field(reader, of: types) else { continue }
            if path.child != nil || field.computed != nil || dates.contains(field.name) { reader.reportShape("entered_field") }
            if names.contains(field.name) { reader.report(.duplicate(kind: "field", name: field.name)) }
            names.append(field.name)
        }
        if names.isEmpty, list.isList { list.reportShape("list") }
        return names
    }

    private func moves(_ list: NodeReader) -> [(reader: NodeReader, name: String)] {
        let names = list.itemsOrOne().compactMap { reader in
            reader.reference("transition", in: scope.transitions).map { (reader: reader, name: $0) }
        }
        if names.isEmpty, list.isList, list.items().isEmpty { list.reportShape("list") }
        return names
    }
}
