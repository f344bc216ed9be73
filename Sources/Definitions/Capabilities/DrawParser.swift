/// Reads the key `draws` of a register. Run when all registers are read: a draw looks into others.
struct DrawParser {
    let scope: RegisterScope
    /// All registers by name, with their fields, codes and states.
    let registers: [String: RegisterScope]

    private static let keys = [
        "name", "label", "english", "after", "roles", "when", "into", "from", "count", "strata", "people", "set", "fill",
        "exclude",
        "basis", "publish",
    ]

    /// - Parameters:
    ///   - existing: Names of draws that the register has already; an overlay may not name one of them.
    ///   - overlay: The district whose overlay is read.
    func draws(_ reader: NodeReader, existing: Set<String> = [], overlay: String? = nil) -> [DrawDefinition] {
        var names: Set<String> = []
        return reader.items().compactMap { item in
            guard let mapping = item.mapping(Self.keys), let name = mapping.name() else { return nil }
            if existing.contains(name) {
                mapping["name"]?.report(.overlayLoosens("draws/\(name)"))
                return nil
            }
            guard names.insert(name).inserted else {
                mapping["name"]?.report(.duplicate(kind: "draw", name: name))
                return nil
            }
            var draw = draw(mapping, name: name)
            draw?.overlay = overlay
            return draw
        }
    }

    private func draw(_ mapping: MappingReader, name: String) -> DrawDefinition? {
        let label = mapping.label(of: "draws/\(name)")
        let english = mapping.label("english", of: "draws/\(name)/english")
        let roles = mapping.required("roles")?.items().compactMap { $0.reference("role", in: scope.catalogue.roles) } ?? []
        let rows = mapping.required("into").flatMap { rowsField($0) }
        let sources = DrawSourceParser(scope: scope, registers: registers)
        let source = mapping.required("from").flatMap { sources.source($0) }
        let size = mapping.required("count").flatMap(size)
        let people = mapping["people"].flatMap { self.people($0, sources) }
        let exclusions = mapping["exclude"].map { self.exclusions($0, of: name) } ?? []
        let when = mapping["when"].map { ConditionParser(scope: scope, use: .rule).condition($0) } ?? .always
        let fill = mapping["fill"].map(filling) ?? []
        let basis = mapping["basis"]?.itemsOrOne().compactMap { $0.basis() } ?? []
        let (states, moves) = after(mapping)
        guard let rows, let source, let size else { return nil }
        var draw = DrawDefinition(
            name: name, label: label, english: english, roles: roles, into: rows.name, source: source, size: size,
            place: mapping.place)
        draw.states = states
        draw.moves = moves
        draw.when = when
        draw.people = people
        draw.exclusions = exclusions
        draw.fill = fill
        draw.basis = basis
        draw.isPublished = mapping.flag("publish")
        draw.strata = mapping["strata"].flatMap { strata($0, source) }
        if let set = mapping.required("set") {
            draw.set = DrawSettingParser(scope: scope, registers: registers, rows: rows, source: source, people: people)
                .settings(set)
        }
        let given = Set(draw.set.map(\.target))
        for field in rows.fields where field.isRequired && field.computed == nil && !given.contains(field.name) {
            mapping.report(.missingKey("\(rows.name).\(field.name)"), at: "set")
        }
        return draw
    }

    private func rowsField(_ reader: NodeReader) -> FieldDefinition? { scope.field(reader, of: [.rows])?.field }

    private func after(_ mapping: MappingReader) -> (states: [String], moves: [String]) {
        var states: [String] = []
        var moves: [String] = []
        for reader in mapping["after"]?.itemsOrOne() ?? [] {
            guard let text = reader.text() else { continue }
            let isState = scope.states.contains(text)
            let isMove = scope.transitions.contains(text)
            if isState { states.append(text) }
            if isMove { moves.append(text) }
            if !isState, !isMove {
                let known = scope.states.names + scope.transitions.names
                reader.report(.unknown(kind: "state_or_move", name: text), suggestion: NearName.nearest(to: text, in: known))
            }
        }
        return (states, moves)
    }

    /// A number, a whole-number field of the record, or `{ percent: 5 }`.
    private func size(_ reader: NodeReader) -> DrawDefinition.Size? {
        if reader.isMapping {
            return reader.mapping(["percent"])?.required("percent")?.integer(1...100).map { .percent($0) }
        }
        if let scalar = reader.scalar, scalar.utf8.first.map({ (48...57).contains($0) || $0 == 45 }) ?? false {
            return reader.integer(1...10_000).map { .fixed($0) }
        }
        guard let found = scope.field(reader, of: [.integer]) else { return nil }
        guard found.path.child == nil, found.field.personal == nil else {
            reader.reportShape("field_of_the_record")
            return nil
        }
        return .field(found.field.name)
    }

    private func people(_ reader: NodeReader, _ sources: DrawSourceParser) -> DrawDefinition.People? {
        guard let mapping = reader.mapping(["from", "team"]) else { return nil }
        let team = mapping.required("team")?.integer(1...9)
        guard let source = mapping.required("from").flatMap({ sources.source($0) }), let team else { return nil }
        return DrawDefinition.People(source: source, team: team)
    }

    /// A field of what is drawn from, whose value is published with the list.
    private func strata(_ reader: NodeReader, _ source: DrawDefinition.Source) -> String? {
        let found: (path: FieldPath, field: FieldDefinition)?
        let types: Set<FieldType> = [.unit, .code, .text]
        switch source {
        case .units:
            reader.reportShape("from_register_or_rows")
            return nil
        case .register(let source): found = registers[source.register]?.field(reader, of: types)
        case .rows(let field, _, _):
            let rows = scope.register.field(field)
            found = scope.field(reader, of: types, row: rows)
        }
        guard let found else { return nil }
        guard found.field.personal == nil else {
            reader.report(.personalInList(use: "draws", field: found.path.description))
            return nil
        }
        return found.field.name
    }

    private func filling(_ reader: NodeReader) -> [DrawDefinition.Filling] {
        (reader.pairs() ?? []).compactMap { key, _, value in
            guard let found = scope.field(key), let word: DrawDefinition.FillingValue = value.choice() else { return nil }
            let expected: Set<FieldType> =
                switch word {
                case .day: [.date]
                case .number: [.text]
                case .pool, .drawn: [.integer]
                }
            guard expected.contains(found.field.type) else {
                key.reportType(found.field, path: found.path, expected: expected)
                return nil
            }
            guard found.path.child == nil, found.field.computed == nil, found.field.personal == nil else {
                key.reportShape("entered_field")
                return nil
            }
            return DrawDefinition.Filling(target: found.field.name, value: word)
        }
    }

    private func exclusions(_ reader: NodeReader, of draw: String) -> [DrawDefinition.Exclusion] {
        var codes: Set<String> = []
        return reader.items().compactMap { item in
            guard let mapping = item.mapping(["code", "label", "english", "of", "drawn"]),
                let code = mapping.required("code")?.text()
            else { return nil }
            guard NameRule.isCode(code) else {
                mapping["code"]?.report(.badName(code))
                return nil
            }
            guard codes.insert(code).inserted else {
                mapping["code"]?.report(.duplicate(kind: "code", name: code))
                return nil
            }
            return DrawDefinition.Exclusion(
                code: code, label: mapping.label(of: "draws/\(draw)/exclude/\(code)"),
                english: mapping.label("english", of: "draws/\(draw)/exclude/\(code)/english"),
                target: mapping["of"].flatMap { $0.choice() } ?? .things, drawn: mapping["drawn"].flatMap { $0.choice() })
        }
    }
}
