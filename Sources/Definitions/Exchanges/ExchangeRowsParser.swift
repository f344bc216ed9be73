/// Reads the key `rows` of an exchange against its register.
struct ExchangeRowsParser {
    let catalogue: CatalogueNames
    let scopes: [String: RegisterScope]

    private static let keys = ["register", "direction", "sheet", "title", "above", "where", "key", "columns", "set", "then"]

    func rows(_ reader: NodeReader) -> ExchangeRows? {
        guard let mapping = reader.mapping(Self.keys),
            let name = mapping.required("register")?.reference("register", in: catalogue.registers), let scope = scopes[name]
        else { return nil }
        let direction = mapping.required("direction")?.choice(ExchangeRows.Direction.self) ?? .out
        let sheet = mapping.exchangeSheet(placeholders: ExchangeSheet.placeholders)
        let columns = columns(mapping, scope, direction)
        if mapping["columns"]?.isList == true, columns.isEmpty { mapping["columns"]?.reportShape("list") }
        var rows = ExchangeRows(
            register: name, direction: direction, sheet: sheet,
            condition: mapping["where"].map { ConditionParser(scope: scope, use: .figure).condition($0) } ?? .always, key: [],
            columns: columns, settings: [], moves: .asFilled)
        guard direction.comesIn else {
            for key in ["key", "set", "then"] where mapping.has(key) { mapping.report(.unknownKey(key), at: key) }
            return rows
        }
        rows.key = mapping.required("key").map { key($0, scope, columns) } ?? []
        rows.settings = mapping["set"].map { settings($0, scope) } ?? []
        rows.moves = mapping["then"].map { moves($0, scope) } ?? .asFilled
        ExchangeCoverage(rows: rows, register: scope.register).report(at: mapping)
        return rows
    }

    private func columns(_ mapping: MappingReader, _ scope: RegisterScope, _ direction: ExchangeRows.Direction)
        -> [ExchangeColumn]
    {
        guard let list = mapping.required("columns") else { return [] }
        let parser = ExchangeColumnParser(scope: scope, comesIn: direction.comesIn)
        var headings: Set<String> = []
        var paths: Set<ExchangePath> = []
        return list.items().compactMap { item in
            guard let column = parser.column(item) else { return nil }
            if !headings.insert(column.heading).inserted { item.report(.duplicate(kind: "column", name: column.heading)) }
            // A value may go out twice; coming in, it would be said twice.
            if let path = column.path, !paths.insert(path).inserted, direction.comesIn {
                item.report(.duplicate(kind: "field", name: path.text))
            }
            return column
        }
    }

    /// Fields by which a row meets a record: among the columns, and the first one plain.
    private func key(_ reader: NodeReader, _ scope: RegisterScope, _ columns: [ExchangeColumn]) -> [String] {
        let types: Set<FieldType> = [.text, .code, .date, .integer, .unit, .phone, .idNumber]
        let names = reader.itemsOrOne()
        if names.isEmpty { reader.reportShape("list") }
        return names.compactMap { item in
            if item.scalar == ExchangeRows.numberKey, scope.register.field(ExchangeRows.numberKey) == nil {
                if names.count > 1 || !columns.contains(where: { $0.source == .number }) { item.reportShape("number_alone") }
                return ExchangeRows.numberKey
            }
            guard let (path, field) = scope.field(item, of: types) else { return nil }
            guard path.child == nil else {
                item.reportShape("field_of_the_record")
                return nil
            }
            // The first is looked for in the database, where a personal value is ciphertext.
            guard field.personal == nil || item.node != names.first?.node else {
                item.report(.personalInList(use: "exchange", field: field.name))
                return nil
            }
            guard columns.contains(where: { $0.path == ExchangePath(field: path) }) else {
                item.report(.unknown(kind: "column", name: field.name))
                return nil
            }
            return field.name
        }
    }

    private func settings(_ reader: NodeReader, _ scope: RegisterScope) -> [ExchangeSetting] {
        (reader.pairs() ?? []).compactMap { key, text, value in
            guard let path = ExchangePath(text, in: scope, at: key), let field = scope.register.field(at: path.field) else {
                return nil
            }
            guard field.computed == nil else {
                key.reportShape("entered_field")
                return nil
            }
            return source(value, field, scope).map { ExchangeSetting(target: path, source: $0) }
        }
    }

    private func source(_ value: NodeReader, _ field: FieldDefinition, _ scope: RegisterScope) -> ExchangeSetting.Source? {
        if value.isMapping {
            guard let constant = value.mapping(["value"])?.required("value") else { return nil }
            if let list = field.codes.flatMap({ scope.register.codes[$0] }) {
                return constant.reference("code", in: NameSet(list.entries.map(\.code))).map { .constant($0) }
            }
            if field.type == .bool { return constant.flag().map { .constant($0 ? "true" : "false") } }
            return constant.text().map { .constant($0) }
        }
        switch value.choice(of: field.type == .date ? ["today"] : field.type == .unit ? ["unit"] : []) {
        case "today": return .today
        case "unit": return .unit
        default: return nil
        }
    }

    private func moves(_ reader: NodeReader, _ scope: RegisterScope) -> ExchangeRows.Moves {
        guard reader.isList else { return reader.choice(of: ["as_filled", "none"]) == "none" ? .only([]) : .asFilled }
        return .only(reader.items().compactMap { $0.reference("transition", in: scope.transitions) })
    }
}

extension ExchangePath {
    /// Child rows that have columns of their own, at most.
    private static let mostRows = 50

    /// A path that the register has; another is reported.
    init?(_ text: String, in scope: RegisterScope, at reader: NodeReader) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3 else {
            guard let (path, field) = scope.field(named: text, reader) else { return nil }
            guard path.child == nil, ![.rows, .attachment].contains(field.type) else {
                reader.reportShape("field|rows.1.field|rows.*.field")
                return nil
            }
            self.init(field: path)
            return
        }
        guard let (path, field) = scope.field(named: "\(parts[0]).\(parts[2])", reader) else { return nil }
        let number = Int(parts[1]).flatMap { (1...Self.mostRows).contains($0) ? $0 : nil }
        guard parts[1] == "*" || number != nil, field.type != .attachment else {
            reader.reportShape("field|rows.1.field|rows.*.field")
            return nil
        }
        self.init(field: path, row: number.map { .index($0 - 1) } ?? .each)
    }
}
