/// Reads a file of `exchanges/`, when the registers are known.
struct ExchangeParser {
    let catalogue: CatalogueNames
    /// By register; none for one that could not be read.
    let scopes: [String: RegisterScope]
    /// The kinds of unit that there are; empty: not known.
    let unitKinds: [String]

    private static let keys = [
        "exchange", "label", "english", "summary", "english_summary", "system", "english_system", "confirm", "basis", "rows",
        "form",
    ]

    /// - Parameter name: The name of the file, which the exchange must have.
    func definition(_ reader: NodeReader, name: String) -> ExchangeDefinition? {
        guard let root = reader.mapping(Self.keys) else { return nil }
        if !NameRule.isName(name) { reader.report(.badName(name)) }
        if let given = root.required("exchange"), let text = given.text(), text != name {
            given.report(.unknownValue(key: "exchange", value: text, allowed: [name]), suggestion: name)
        }
        if root.has("rows") == root.has("form") { reader.reportShape("rows_or_form") }
        let content: ExchangeDefinition.Content?
        if let rows = root["rows"] {
            content = ExchangeRowsParser(catalogue: catalogue, scopes: scopes).rows(rows).map { .rows($0) }
        } else {
            content = root["form"].flatMap(form).map { .form($0) }
        }
        let label = root.label(of: "label")
        let system = root.label("system", of: "system")
        let definition = content.map { content in
            ExchangeDefinition(
                name: name, label: label, english: root.label("english", of: "english"),
                summary: root.label("summary", of: "summary"),
                englishSummary: root.label("english_summary", of: "english_summary"), system: system,
                englishSystem: root.label("english_system", of: "english_system"), isUnsure: root.flag("confirm"),
                basis: root.basis(), content: content, place: reader.place)
        }
        return definition
    }

    // MARK: Forms

    private func form(_ reader: NodeReader) -> ExchangeForm? {
        guard let mapping = reader.mapping(["spans", "sheet", "title", "above", "heading", "english", "rows", "columns"]) else {
            return nil
        }
        let spans = mapping.required("spans")?.itemsOrOne().compactMap { $0.choice(ExchangeForm.Span.self) } ?? []
        let columns = mapping.required("columns").map(columns) ?? []
        if mapping["columns"]?.isList == true, columns.isEmpty { mapping["columns"]?.reportShape("list") }
        return ExchangeForm(
            spans: spans, sheet: mapping.exchangeSheet(placeholders: ExchangeForm.placeholders),
            rowHeading: mapping.label("heading", of: "heading"), englishRowHeading: mapping.label("english", of: "english"),
            rows: mapping["rows"].flatMap { rows($0, columns) } ?? .none, columns: columns)
    }

    private func columns(_ list: NodeReader) -> [ExchangeForm.Column] {
        var seen: Set<String> = []
        return list.items().compactMap { item in
            guard let mapping = item.mapping(["heading", "english", "figure"]), let given = mapping.required("figure"),
                let figure = given.text().flatMap({ catalogue.figure(given, text: $0) })
            else { return nil }
            let heading = mapping.label("heading", of: "heading")
            if !seen.insert(heading).inserted { mapping["heading"]?.report(.duplicate(kind: "column", name: heading)) }
            return ExchangeForm.Column(
                heading: heading, english: mapping.label("english", of: "columns/\(heading)/english"), figure: figure,
                place: mapping.place)
        }
    }

    private func rows(_ reader: NodeReader, _ columns: [ExchangeForm.Column]) -> ExchangeForm.Rows? {
        guard let mapping = reader.mapping(["groups", "units", "by"]) else { return nil }
        guard ["groups", "units", "by"].filter(mapping.has).count == 1 else {
            reader.reportShape("groups|units|by")
            return nil
        }
        if let list = mapping["groups"] { return .groups(list.items().compactMap(group)) }
        if let list = mapping["units"] { return .units(list.itemsOrOne().compactMap(unitKind)) }
        return mapping["by"].flatMap { by($0, columns) }
    }

    private func group(_ item: NodeReader) -> ExchangeForm.Group? {
        guard let mapping = item.mapping(["label", "english", "kinds"]), let kinds = mapping.required("kinds") else { return nil }
        let label = mapping.label(of: "groups/label")
        return ExchangeForm.Group(
            label: label, english: mapping.label("english", of: "groups/\(label)/english"),
            kinds: kinds.itemsOrOne().compactMap(unitKind))
    }

    private func unitKind(_ reader: NodeReader) -> String? {
        reader.reference("unit_kind", in: NameSet(unitKinds, isOpen: unitKinds.isEmpty))
    }

    /// A field by which the figures' one register is broken down, or a code of the record that such a field names.
    private func by(_ reader: NodeReader, _ columns: [ExchangeForm.Column]) -> ExchangeForm.Rows? {
        guard let text = reader.text() else { return nil }
        guard let home = columns.first?.figure.register, let scope = scopes[home] else { return nil }
        let path = FieldPath(text)
        let known = NameSet(scope.register.breakdowns)
        guard known.contains(path.field) else {
            let nearest = NearName.nearest(to: path.field, in: known.names)
            reader.report(.unknown(kind: "breakdown", name: path.field), suggestion: nearest)
            return nil
        }
        for column in columns where column.figure.register != home {
            reader.problems.add(column.place, .wrongShape(key: "figure", expected: "figure_of_one_register"))
        }
        guard let child = path.child else { return .field(path.field) }
        guard let field = scope.register.field(path.field), field.type == .reference,
            let other = field.target.flatMap({ scopes[$0]?.register })
        else {
            reader.reportShape("reference.code_field")
            return nil
        }
        guard let code = other.field(child), code.type == .code else {
            let nearest = NearName.nearest(to: child, in: other.fields.filter { $0.type == .code }.map(\.name))
            reader.report(.unknown(kind: "field", name: text), suggestion: nearest.map { "\(path.field).\($0)" })
            return nil
        }
        // The cells of several records are put together here, not in the database.
        let sums = AdditiveMeasures(registers: scopes.values.map(\.register))
        for column in columns where !sums.mayBeAdded(column.figure) {
            reader.problems.add(column.place, .wrongShape(key: "figure", expected: "count|sum|percent"))
        }
        return .referred(field: path.field, code: child)
    }
}

extension MappingReader {
    /// `sheet`, `title` and `above`.
    func exchangeSheet(placeholders: [String]) -> ExchangeSheet {
        func text(_ reader: NodeReader?) -> String? {
            guard let reader, let text = reader.text() else { return nil }
            for part in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
                let name = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init) ?? ""
                if placeholders.contains(name) { continue }
                let nearest = NearName.nearest(to: name, in: placeholders)
                reader.report(.unknown(kind: "placeholder", name: name), suggestion: nearest)
            }
            return text
        }
        return ExchangeSheet(
            name: required("sheet")?.text() ?? "", title: text(self["title"]), above: items("above").compactMap { text($0) })
    }
}
