/// Reads the key `requests` of a register, when its fields, states, deadlines and letters are known.
struct PublicRequestParser {
    let scope: RegisterScope

    private static let keys = [
        "name", "label", "english", "intro", "intro_english", "fields", "set", "unit", "consent", "consent_english", "shows",
        "clocks", "answers", "supplement",
    ]

    func requests(_ reader: NodeReader) -> [PublicRequestDefinition] {
        var names: Set<String> = []
        return reader.items().compactMap { item in
            guard let mapping = item.mapping(Self.keys), let name = mapping.name() else { return nil }
            guard names.insert(name).inserted else {
                mapping["name"]?.report(.duplicate(kind: "request", name: name))
                return nil
            }
            return request(mapping, name)
        }
    }

    private func request(_ mapping: MappingReader, _ name: String) -> PublicRequestDefinition {
        var request = PublicRequestDefinition(
            name: name, label: mapping.label(of: "requests/\(name)"),
            english: mapping.label("english", of: "requests/\(name)/english"),
            intro: mapping.label("intro", of: "requests/\(name)/intro"), introEnglish: mapping.text("intro_english"),
            fields: mapping.required("fields").map(fields) ?? [], set: mapping["set"].map(settings) ?? [],
            consent: mapping.text("consent"), consentEnglish: mapping.text("consent_english"),
            shows: mapping.required("shows").map(shows) ?? [],
            clocks: mapping["clocks"]?.itemsOrOne().compactMap { $0.reference("deadline", in: scope.deadlines) } ?? [],
            supplement: mapping["supplement"].map(scope.stateNames) ?? [], place: mapping.place)
        if let unit = mapping["unit"] { request.goesToOffice = unit.choice(of: ["office"]) != nil }
        if let answers = mapping["answers"] { request.answers = self.answers(answers) }
        check(request, mapping)
        return request
    }

    // MARK: What is filled in

    private func fields(_ reader: NodeReader) -> [PublicRequestDefinition.Field] {
        var seen: Set<FieldPath> = []
        return reader.items().compactMap { item in
            var field: PublicRequestDefinition.Field?
            if item.isMapping {
                guard let mapping = item.mapping(["field", "hint", "english", "required"]),
                    let path = mapping.required("field").flatMap(offered)
                else { return nil }
                field = .init(
                    path: path, hint: mapping.text("hint"), english: mapping.text("english"), isRequired: mapping.flag("required")
                )
            } else {
                field = offered(item).map { .init(path: $0) }
            }
            guard let field else { return nil }
            guard seen.insert(field.path).inserted else {
                item.report(.duplicate(kind: "form_field", name: field.path.description))
                return nil
            }
            return field
        }
    }

    /// A field that a stranger may fill in: nothing that would tell him what other records hold.
    private func offered(_ reader: NodeReader) -> FieldPath? {
        guard let found = scope.field(reader) else { return nil }
        let isChild = found.path.child != nil
        let types: Set<FieldType> = isChild ? [.rows, .attachment, .checklist, .reference] : [.rows, .checklist, .references]
        guard found.field.computed == nil, !found.field.isUnique, !types.contains(found.field.type) else {
            reader.reportShape("field_for_the_public")
            return nil
        }
        return found.path
    }

    private func settings(_ reader: NodeReader) -> [PublicRequestDefinition.Setting] {
        (reader.pairs() ?? []).compactMap { key, _, value in
            guard let found = scope.field(key), found.field.computed == nil else { return nil }
            guard let source = source(value, found.field) else { return nil }
            if case .rows = source, found.path.child == nil {
                value.reportShape("field_of_rows")
                return nil
            }
            return .init(target: found.path, source: source)
        }
    }

    private func source(_ value: NodeReader, _ target: FieldDefinition) -> PublicRequestDefinition.Source? {
        guard value.isMapping else {
            switch value.choice(of: target.type == .moment ? ["now"] : ["today"]) {
            case "today": return .today
            case "now": return .now
            default: return nil
            }
        }
        guard let mapping = value.mapping(["value", "rows", "field"]) else { return nil }
        func constant(_ reader: NodeReader) -> String? {
            guard let text = reader.text() else { return nil }
            if let list = target.codes.flatMap({ scope.register.codes[$0] }) {
                _ = reader.reference("code", in: NameSet(list.entries.map(\.code)))
            }
            return text
        }
        if let reader = mapping["value"] { return constant(reader).map { .constant($0) } }
        if let reader = mapping["rows"] {
            let texts = reader.itemsOrOne().compactMap(constant)
            return texts.isEmpty ? nil : .rows(texts)
        }
        guard let reader = mapping.required("field"), let found = scope.field(reader, of: [target.type]) else { return nil }
        guard found.path.child == nil else {
            reader.reportShape("field_of_the_record")
            return nil
        }
        return .field(found.field.name)
    }

    // MARK: What is shown

    private func shows(_ reader: NodeReader) -> [PublicRequestDefinition.Shown] {
        reader.items().compactMap { item in
            guard let mapping = item.mapping(["state", "label", "english"]), let states = mapping.required("state") else {
                return nil
            }
            let names = scope.stateNames(states)
            let path = names.first ?? ""
            return .init(
                states: names, label: mapping.label(of: "shows/\(path)"),
                english: mapping.label("english", of: "shows/\(path)/english"))
        }
    }

    private func answers(_ reader: NodeReader) -> PublicRequestDefinition.Answers {
        guard let mapping = reader.mapping(["letters", "fields", "after"]) else { return .init() }
        let letters = NameSet(scope.register.letters.map(\.name))
        return .init(
            letters: mapping["letters"]?.itemsOrOne().compactMap { $0.reference("letter", in: letters) } ?? [],
            fields: mapping["fields"]?.itemsOrOne().compactMap { item in
                guard let found = scope.field(item, of: [.attachment]) else { return nil }
                guard found.path.child == nil else {
                    item.reportShape("field_of_the_record")
                    return nil
                }
                return found.field.name
            } ?? [],
            after: mapping.required("after").map(scope.stateNames) ?? [])
    }

    // MARK: Whole

    /// What the register requires has to come from somewhere, and the start has words for the sender.
    private func check(_ request: PublicRequestDefinition, _ mapping: MappingReader) {
        let register = scope.register
        var given = Set(request.fields.map(\.path) + request.set.map(\.target))
        if request.goesToOffice { given.insert(FieldPath(register.owner)) }
        func miss(_ path: String) {
            mapping.reader.report(.missingRequirement(transition: "requests/\(request.name)", field: path))
        }
        for field in register.fields where field.computed == nil {
            let children = given.filter { $0.field == field.name && $0.child != nil }
            if field.type == .rows {
                guard (field.min ?? 0) > 0 || field.isRequired || !children.isEmpty else { continue }
                for child in field.fields
                where child.isRequired && !given.contains(FieldPath("\(field.name).\(child.name)")) {
                    miss("\(field.name).\(child.name)")
                }
            } else if field.isRequired, !given.contains(FieldPath(field.name)) {
                miss(field.name)
            }
        }
        if let start = register.startState, !request.shows.isEmpty, request.shown(start.name) == nil {
            mapping.report(.missingKey("shows/\(start.name)"), at: "shows")
        }

    }
}
