/// Lays an overlay of a district over a finished register; an overlay adds and never changes what is there.
struct OverlayParser {
    let district: String
    /// The shared registers, for gates that look at their records.
    var registers: [String: RegisterScope] = [:]

    private static let keys = [
        "register", "fields", "codes", "deadlines", "indicators", "form", "list", "labels", "gates", "letters",
        "draws",
    ]

    /// The register as the overlay finds it, with the overlay's fields, codes and names.
    func draft(_ reader: NodeReader, over base: RegisterDraft, in catalogue: CatalogueNames) -> RegisterDraft? {
        let given = reader.isMapping ? reader.pairs() ?? [] : []
        for pair in given where isOfBase(pair.name) { pair.key.report(.overlayLoosens(pair.name)) }
        guard let root = reader.mapping(Self.keys + RegisterParser.keys.filter(isOfBase)) else { return nil }
        if let given = root.required("register"), let text = given.text(), text != base.scope.register.name {
            let name = base.scope.register.name
            given.report(.unknownValue(key: "register", value: text, allowed: [name]), suggestion: name)
        }
        var scope = base.scope
        scope.catalogue = catalogue
        var fields = FieldParser(overlay: district, existing: Set(scope.register.fields.map(\.name)))
        if let list = root["fields"] { scope.register.fields += fields.fields(list) }
        scope.brokenFields.formUnion(fields.broken)
        if let codes = root["codes"] { scope.register.codes = CodeParser().lists(codes, existing: scope.register.codes) }
        let own = scope.register.fields.filter { $0.overlay != nil }
        StandardUse(standards: catalogue.standardDefinitions).apply(to: &scope.register, fields: own, codes: root["codes"])
        for name in root.names(in: "deadlines").names { scope.deadlines.insert(name) }
        for name in root.names(in: "indicators").names { scope.indicators.insert(name) }
        return RegisterDraft(scope: scope, root: root, places: base.places)
    }

    private func isOfBase(_ key: String) -> Bool { RegisterParser.keys.contains(key) && !Self.keys.contains(key) }

    /// The overlay's rules and pages.
    func finish(_ draft: inout RegisterDraft) {
        let root = draft.root
        ComputedParser(scope: draft.scope).apply(root["fields"], to: &draft.scope.register.fields)
        let scope = draft.scope
        FieldReferenceCheck(scope: scope).check(in: root["fields"])
        if let list = root["deadlines"] {
            let existing = Set(scope.register.deadlines.map(\.name))
            let added = DeadlineParser(scope: scope).deadlines(list, existing: existing)
            for deadline in added where !isLocal(deadline, in: scope.catalogue) {
                list.problems.add(deadline.place, .overlayLoosens("deadlines/\(deadline.name)"))
            }
            draft.scope.register.deadlines += added
        }
        if let list = root["indicators"] {
            let existing = Set(scope.register.indicators.map(\.name))
            draft.scope.register.indicators += IndicatorParser(scope: scope).indicators(list, existing: existing)
        }
        if let gates = root["gates"] { addGates(gates, to: &draft) }
        if let letters = root["letters"] {
            let existing = Set(scope.register.letters.map(\.name))
            draft.scope.register.letters += LetterDefinitionParser(scope: scope).letters(
                letters, existing: existing, overlay: district)
        }
        if let draws = root["draws"] {
            let existing = Set(scope.register.draws.map(\.name))
            draft.scope.register.draws += DrawParser(scope: scope, registers: registers).draws(
                draws, existing: existing, overlay: district)
        }
        let pages = PageParser(scope: scope)
        if let form = root["form"] { draft.scope.register.form = pages.form(form, &draft.places, onto: scope.register.form) }
        if let list = root["list"] {
            draft.scope.register.list = pages.list(list, &draft.places, onto: scope.register.list, keys: ["columns", "filters"])
        }
    }

    /// `gates: { decide: [ … ] }`: further gates before moves that there are; a gate is never taken away.
    private func addGates(_ reader: NodeReader, to draft: inout RegisterDraft) {
        for (key, _, value) in reader.pairs() ?? [] {
            guard let name = key.reference("transition", in: draft.scope.transitions),
                let index = draft.scope.register.transitions.firstIndex(where: { $0.name == name })
            else { continue }
            let known = Set(draft.scope.register.transitions[index].gates.map(\.name))
            let added = LinkParser(scope: draft.scope, registers: registers).gates(value, known: known)
            draft.scope.register.transitions[index].gates += added.map { gate in
                var gate = gate
                gate.overlay = district
                return gate
            }
        }
    }

    /// The English labels that the overlay gives, by path.
    func labels(_ draft: RegisterDraft) -> [String: String] {
        draft.root["labels"].map { LocaleParser().labels($0, of: draft.scope) } ?? [:]
    }

    private func isLocal(_ deadline: DeadlineDefinition, in catalogue: CatalogueNames) -> Bool {
        catalogue.clockDefinitions[deadline.clock]?.versions.allSatisfy { $0.force == .local } ?? true
    }
}
