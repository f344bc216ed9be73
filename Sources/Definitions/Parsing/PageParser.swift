/// Reads `form`, `list`, `breakdowns` and `retention`.
struct PageParser {
    let scope: RegisterScope

    /// Sections with their fields; a section that stands already is lengthened.
    func form(_ list: NodeReader, _ places: inout PlaceIndex, onto existing: [FormSection] = []) -> [FormSection] {
        var sections = existing
        var placed = Set(existing.flatMap(\.fields))
        var titles: Set<String> = []
        for item in list.items() {
            guard let mapping = item.mapping(["section", "fields"]) else { continue }
            let title = mapping.label("section", of: "form")
            if !title.isEmpty, !titles.insert(title).inserted {
                mapping["section"]?.report(.duplicate(kind: "section", name: title))
            }
            var fields: [String] = []
            for reader in mapping.required("fields")?.items() ?? [] {
                guard let field = own(reader) else { continue }
                guard placed.insert(field.name).inserted else {
                    reader.report(.duplicate(kind: "form_field", name: field.name))
                    continue
                }
                places["form/\(field.name)"] = reader.place
                fields.append(field.name)
            }
            if let index = sections.firstIndex(where: { $0.title == title }) {
                sections[index].fields += fields
            } else {
                sections.append(FormSection(title: title, fields: fields))
            }
        }
        return sections
    }

    /// - Parameter keys: An overlay adds columns and filters only.
    func list(
        _ reader: NodeReader, _ places: inout PlaceIndex, onto existing: ListDefinition = ListDefinition(),
        keys: [String] = ["columns", "filters", "search", "look_up"]
    ) -> ListDefinition {
        var list = existing
        guard let mapping = reader.mapping(keys) else { return list }
        list.columns = fields(mapping["columns"], use: "list/columns", &places, onto: list.columns)
        list.filters = fields(mapping["filters"], use: "list/filters", &places, onto: list.filters)
        list.search = fields(mapping["search"], use: "list/search", &places, onto: list.search)
        for reader in mapping["look_up"]?.items() ?? [] {
            guard let found = scope.field(reader) else { continue }
            guard !list.lookUp.contains(found.path) else {
                reader.report(.duplicate(kind: "list_field", name: found.path.description))
                continue
            }
            places["list/look_up/\(found.path)"] = reader.place
            list.lookUp.append(found.path)
        }
        return list
    }

    func breakdowns(_ reader: NodeReader?, _ places: inout PlaceIndex) -> [String] {
        fields(reader, use: "breakdowns", &places, onto: [])
    }

    func retention(_ reader: NodeReader) -> RetentionDefinition {
        var retention = RetentionDefinition(years: nil, force: .local)
        guard let mapping = reader.mapping(["years", "force"]) else { return retention }
        if let years = mapping.required("years"), years.scalar != "permanent" { retention.years = years.integer(1...1000) }
        if let force = mapping.required("force")?.choice(Force.self) { retention.force = force }
        return retention
    }

    func fields(_ reader: NodeReader?, use: String, _ places: inout PlaceIndex, onto existing: [String]) -> [String] {
        var names = existing
        for item in reader?.items() ?? [] {
            guard let field = own(item) else { continue }
            guard !names.contains(field.name) else {
                item.report(.duplicate(kind: "list_field", name: field.name))
                continue
            }
            places["\(use)/\(field.name)"] = item.place
            names.append(field.name)
        }
        return names
    }

    /// A field of the record itself.
    private func own(_ reader: NodeReader) -> FieldDefinition? {
        guard let found = scope.field(reader) else { return nil }
        guard found.path.child == nil else {
            reader.reportShape("field_of_the_record")
            return nil
        }
        return found.field
    }
}
