/// Reads a file of `registers/`.
struct RegisterParser {
    static let keys = [
        "register", "label", "summary", "owner", "office", "business", "heading", "number", "version_by", "fields", "codes",
        "states",
        "transitions",
        "deadlines", "indicators", "breakdowns", "form", "list", "publication", "retention", "dated", "letters", "file",
        "recordings", "draws", "exam", "consultation", "requests",
    ]

    /// Fields, codes and states, and the names of everything that a rule of any register may name.
    ///
    /// - Parameters:
    ///   - name: The name of the file, which the register must have.
    ///   - workstream: The name of its folder.
    ///   - catalogue: The standards of the catalogue, whose grades are code lists.
    func draft(_ reader: NodeReader, name: String, workstream: String, in catalogue: CatalogueNames = CatalogueNames())
        -> RegisterDraft?
    {
        guard let root = reader.mapping(Self.keys) else { return nil }
        if let given = root.required("register"), let text = given.name(), text != name {
            given.report(.unknownValue(key: "register", value: text, allowed: [name]), suggestion: name)
        }
        var register = RegisterDefinition(
            name: name, label: root.label(of: "label"), workstream: workstream, owner: "", office: "",
            number: NumberRule(pattern: "", yearOf: ""), place: (root["register"] ?? reader).place)
        register.summary = root.required("summary")?.label(of: "summary") ?? ""
        register.office = root.required("office")?.name() ?? ""
        if let business = root["business"] {
            let kinds = business.itemsOrOne()
            if kinds.isEmpty { business.reportShape("list") }
            register.business = kinds.compactMap { $0.choice(of: UnitDefinition.kinds) }
        }
        var places = PlaceIndex(whole: register.place)
        var fields = FieldParser()
        if let list = root.required("fields") { register.fields = fields.fields(list) }
        if let codes = root["codes"] { register.codes = CodeParser().lists(codes) }
        StandardUse(standards: catalogue.standardDefinitions).apply(to: &register, fields: register.fields, codes: root["codes"])
        if let states = root.required("states") { register.states = StateParser().states(states, &places) }
        var scope = RegisterScope(register: register)
        scope.states = root.names(in: "states")
        scope.transitions = root.names(in: "transitions")
        scope.deadlines = root.names(in: "deadlines")
        scope.indicators = root.names(in: "indicators")
        scope.brokenFields = fields.broken
        return RegisterDraft(scope: scope, root: root, places: places)
    }

    /// The rules: everything that names fields, states, roles, clocks and other registers.
    func finish(_ draft: inout RegisterDraft, in catalogue: CatalogueNames) {
        draft.scope.catalogue = catalogue
        let root = draft.root
        ComputedParser(scope: draft.scope).apply(root["fields"], to: &draft.scope.register.fields)
        let scope = draft.scope
        FieldReferenceCheck(scope: scope).check(in: root["fields"])
        head(&draft)
        if let list = root["transitions"] { draft.scope.register.transitions = TransitionParser(scope: scope).transitions(list) }
        if let dated = root["dated"] { draft.scope.register.dated = DatedParser(scope: draft.scope).rule(dated) }
        if let list = root["deadlines"] {
            draft.scope.register.deadlines = DeadlineParser(scope: draft.scope).deadlines(list)
            if draft.scope.register.deadlines.contains(where: { $0.due == nil }) { _ = root.required("version_by") }
        }
        if let list = root["indicators"] { draft.scope.register.indicators = IndicatorParser(scope: scope).indicators(list) }
        let pages = PageParser(scope: scope)
        if let form = root.required("form") { draft.scope.register.form = pages.form(form, &draft.places) }
        if let list = root["list"] { draft.scope.register.list = pages.list(list, &draft.places) }
        draft.scope.register.breakdowns = pages.breakdowns(root["breakdowns"], &draft.places)
        if let retention = root.required("retention") { draft.scope.register.retention = pages.retention(retention) }
        let letters = LetterDefinitionParser(scope: draft.scope)
        if let list = root["letters"] { draft.scope.register.letters = letters.letters(list) }
        if let file = root["file"] { draft.scope.register.file = letters.file(file, letters: draft.scope.register.letters) }
        if let publication = root["publication"] {
            draft.scope.register.publication = PublicationParser(scope: draft.scope).publication(
                publication, &draft.places, letters: draft.scope.register.letters)
        }
        capabilities(&draft)
    }

    /// What the register shares with others: each key has a parser of its own.
    private func capabilities(_ draft: inout RegisterDraft) {
        let root = draft.root
        let scope = draft.scope
        if let reader = root["recordings"] { draft.scope.register.recordings = RecordingsParser(scope: scope).recordings(reader) }
        if let reader = root["exam"] { draft.scope.register.exam = ExamParser(scope: scope).exam(reader) }
        if let reader = root["consultation"] {
            draft.scope.register.consultation = ConsultationParser(scope: scope).consultation(reader)
        }
        if let reader = root["requests"] { draft.scope.register.requests = PublicRequestParser(scope: scope).requests(reader) }
    }

    /// Owner, heading, number and the dates that choose the version.
    private func head(_ draft: inout RegisterDraft) {
        let root = draft.root
        let scope = draft.scope
        if let reader = root.required("owner"), let owner = scope.field(reader, of: [.unit, .reference]) {
            draft.places["owner"] = reader.place
            draft.scope.register.owner = owner.path.description
            if !owner.field.isRequired || owner.path.child != nil { reader.reportShape("required_field") }
        }
        if let reader = root["heading"],
            let heading = scope.field(reader, of: Set(FieldType.allCases).subtracting([.rows, .attachment, .checklist]))
        {
            draft.scope.register.heading = heading.path.description
        }
        if let number = root.required("number")?.mapping(["pattern", "year_of"]) {
            if let pattern = number.required("pattern") { draft.scope.register.number.pattern = self.pattern(pattern) }
            if let reader = number.required("year_of"), let date = scope.field(reader, of: FieldType.days) {
                draft.scope.register.number.yearOf = date.path.description
                if !date.field.isRequired || date.field.personal != nil || date.path.child != nil {
                    reader.reportShape("required_field")
                }
            }
        }
        for reader in root["version_by"]?.itemsOrOne() ?? [] {
            guard let date = scope.field(reader, of: FieldType.days) else { continue }
            if date.path.child != nil { reader.reportShape("field_of_the_record") }
            draft.scope.register.versionBy.append(date.path.description)
        }
    }

    /// The pattern of a number: `{year}` and `{serial}` must stand in it, `{prefix}` may.
    func pattern(_ reader: NodeReader) -> String {
        guard let text = reader.text() else { return "" }
        let allowed = ["{prefix}", "{year}", "{serial}"]
        guard let pieces = Braces.pieces(of: text) else {
            reader.report(.malformed(text))
            return text
        }
        for case .name(let name) in pieces where !allowed.contains("{\(name)}") {
            let nearest = NearName.nearest(to: "{\(name)}", in: allowed)
            reader.report(.unknownValue(key: "pattern", value: "{\(name)}", allowed: allowed), suggestion: nearest)
        }
        for needed in ["{year}", "{serial}"] where !text.contains(needed) { reader.reportShape(needed) }
        return text
    }
}

/// Texts with names in braces.
enum Braces {
    enum Piece: Equatable {
        case text(String)
        case name(String)
    }

    /// Nil where a brace has no partner or encloses nothing.
    static func pieces(of text: String) -> [Piece]? {
        var pieces: [Piece] = []
        var current = ""
        var isInside = false
        for character in text {
            switch (character, isInside) {
            case ("{", false):
                if !current.isEmpty { pieces.append(.text(current)) }
                (current, isInside) = ("", true)
            case ("}", true):
                if current.isEmpty { return nil }
                pieces.append(.name(current))
                (current, isInside) = ("", false)
            case ("{", true), ("}", false): return nil
            default: current.append(character)
            }
        }
        if isInside { return nil }
        if !current.isEmpty { pieces.append(.text(current)) }
        return pieces
    }
}
