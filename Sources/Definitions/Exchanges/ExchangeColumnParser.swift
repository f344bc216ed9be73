/// Reads one column of an exchange.
struct ExchangeColumnParser {
    let scope: RegisterScope
    let comesIn: Bool

    private static let sources = ["field", "number", "state", "owner", "is", "constant"]

    func column(_ item: NodeReader) -> ExchangeColumn? {
        guard let mapping = item.mapping(["heading"] + Self.sources + ["yes", "no", "words", "date", "in"]) else { return nil }
        let heading = mapping.label("heading", of: "heading")
        guard Self.sources.filter(mapping.has).count == 1 else {
            item.reportShape(Self.sources.joined(separator: "|"))
            return nil
        }
        guard let source = source(mapping) else { return nil }
        var column = ExchangeColumn(
            heading: heading, source: source, words: [], date: nil, isTenThousands: false, place: mapping.place)
        let field = column.path.flatMap { scope.register.field(at: $0.field) }
        if let words = mapping["words"] { column.words = self.words(words, of: column, field) }
        if let date = mapping["date"] {
            if field?.type == .date {
                column.date = date.choice()
            } else {
                mapping.report(.keyNotForType(key: "date", type: field?.type.rawValue ?? "state"), at: "date")
            }
        }
        if let unit = mapping["in"] {
            if field?.type == .money {
                column.isTenThousands = unit.choice(of: ["元", "万元"]) == "万元"
            } else {
                mapping.report(.keyNotForType(key: "in", type: field?.type.rawValue ?? "state"), at: "in")
            }
        }
        return column
    }

    private func source(_ mapping: MappingReader) -> ExchangeColumn.Source? {
        if let reader = mapping["field"] {
            return reader.text().flatMap { ExchangePath($0, in: scope, at: reader) }.map { .field($0) }
        }
        if let reader = mapping["constant"] { return .constant(reader.scalar ?? "") }
        if let reader = mapping["is"] {
            let condition = ConditionParser(scope: scope, use: .rule).condition(reader)
            if condition.looksBack { reader.reportShape("test_of_fields_and_state") }
            return .test(condition, yes: mapping.text("yes") ?? "是", no: mapping["no"]?.scalar ?? "否")
        }
        for (key, source) in [("number", ExchangeColumn.Source.number), ("state", .state), ("owner", .owner)] {
            guard let reader = mapping[key] else { continue }
            if reader.flag() != true {
                reader.report(.unknownValue(key: key, value: reader.scalar ?? "", allowed: ["true"]))
            }
            return source
        }
        return nil
    }

    // MARK: Words

    /// `{ code: word }` or `{ code: [word written, further ones read] }`.
    private func words(_ reader: NodeReader, of column: ExchangeColumn, _ field: FieldDefinition?) -> [ExchangeWord] {
        guard let (kind, known) = codes(of: column, field) else {
            reader.report(.keyNotForType(key: "words", type: field?.type.rawValue ?? "number"))
            return []
        }
        var seen: [String: String] = [:]
        let words = (reader.pairs() ?? []).compactMap { key, code, value -> ExchangeWord? in
            guard key.reference(kind, in: NameSet(known.map(\.code))) != nil else { return nil }
            let texts = value.itemsOrOne().compactMap { $0.text() }
            guard !texts.isEmpty else { return nil }
            for text in texts where comesIn {
                // One word for two codes could not be read back.
                if let other = seen.updateValue(code, forKey: text), other != code {
                    value.report(.duplicate(kind: "word", name: text))
                }
            }
            return ExchangeWord(code: code, texts: texts)
        }
        guard comesIn else { return words }
        let named = Set(words.map(\.code))
        for (code, label) in known where !named.contains(code) && seen[label] != nil {
            reader.report(.duplicate(kind: "word", name: label))
        }
        return words
    }

    /// What has words: codes, yes and no, states; with what each is called here.
    private func codes(of column: ExchangeColumn, _ field: FieldDefinition?) -> (
        kind: String, known: [(code: String, label: String)]
    )? {
        if column.source == .state { return ("state", scope.register.states.map { ($0.name, $0.label) }) }
        switch field?.type {
        case .code, .codes:
            let entries = field?.codes.flatMap { scope.register.codes[$0]?.entries } ?? []
            return ("code", entries.map { ($0.code, $0.label) })
        case .bool: return ("code", [("true", "是"), ("false", "否")])
        default: return nil
        }
    }
}

extension Condition {
    /// Whether it asks for more than the record as it stands.
    fileprivate var looksBack: Bool {
        switch self {
        case .ever, .deadline: true
        case .all(let parts), .any(let parts): parts.contains(where: \.looksBack)
        case .not(let part): part.looksBack
        case .always, .field, .state: false
        }
    }
}
