import LegalTime

/// Reads a file of `laws/`: the clocks of one field of law.
struct LawParser {
    var parameters = ParameterNames()

    private static let versionKeys = [
        "law", "article", "from", "until", "length", "on", "sense", "extend_at_most", "force", "last_day_on_rest_day", "confirm",
        "note",
    ]

    func law(_ reader: NodeReader) -> LawField? {
        guard let root = reader.mapping(["field", "texts", "last_day_on_rest_day", "clocks"]) else { return nil }
        let roll = root["last_day_on_rest_day"]?.choice(RollRule.self) ?? .nextWorkingDay
        let field = root.required("field")?.text() ?? ""
        return LawField(
            field: field, texts: root.items("texts").compactMap(text),
            clocks: (root.required("clocks")?.items() ?? []).compactMap { clock($0, roll) })
    }

    private func text(_ reader: NodeReader) -> LawText? {
        guard let mapping = reader.mapping(["law", "version", "issued", "in_force", "until"]) else { return nil }
        let law = mapping.required("law")?.text()
        let version = mapping.required("version")?.text()
        let issued = mapping.day("issued")
        let inForce = mapping.required("in_force")?.day()
        let until = mapping.day("until")
        guard let law, let version, let inForce else { return nil }
        if let until, until < inForce { mapping.report(.badDate("\(inForce)..\(until)"), at: "until") }
        return LawText(law: law, version: version, issued: issued, inForce: inForce, until: until)
    }

    private func clock(_ reader: NodeReader, _ roll: RollRule) -> ClockDefinition? {
        guard let mapping = reader.mapping(["name", "label", "versions"]), let nameReader = mapping.required("name"),
            let name = nameReader.text()
        else { return nil }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count != 2 || parts[0].isEmpty || !NameRule.isName(String(parts[1])) { nameReader.report(.badName(name)) }
        let label = mapping.label(of: "clocks/\(name)")
        guard let list = mapping.required("versions") else { return nil }
        let items = list.items()
        if items.isEmpty, list.isList { list.reportShape("list") }
        let versions = items.compactMap { item in version(item, clock: name, roll).map { (item.place, $0) } }
        // Without versions nothing is said about the clock elsewhere; its own mistake is reported.
        let isWhole = versions.count == items.count
        let clock = ClockDefinition(
            name: name, label: label, versions: isWhole ? versions.map(\.1).sorted { $0.from < $1.from } : [],
            place: mapping.place)
        ClockCheck(problems: reader.problems).check(clock.name, versions)
        return clock
    }

    private func version(_ reader: NodeReader, clock: String, _ roll: RollRule) -> ClockVersion? {
        guard let mapping = reader.mapping(Self.versionKeys) else { return nil }
        let law = mapping.required("law")?.text()
        let article = mapping["article"]?.text()
        if !mapping.has("article") { reader.report(.periodWithoutArticle(clock: clock)) }
        let from = mapping.required("from")?.day()
        let until = mapping.day("until")
        let given = mapping["length"]
        let parameter =
            given?.namesParameter == true && !mapping.has("on") ? given.flatMap { parameters.use($0, of: .length) } : nil
        let term = parameter?.value.length.map { .length($0) } ?? (given?.namesParameter == true ? nil : term(mapping))
        let sense = mapping["sense"]?.choice(Sense.self) ?? .atMost
        let extendAtMost = mapping["extend_at_most"]?.length()
        let force = mapping.required("force")?.choice(Force.self) ?? .mandatory
        if given?.namesParameter == true, mapping.has("force"), force != .local {
            mapping.report(.parameterNotLocal(clock: clock), at: "force")
        }
        let ownRoll = mapping["last_day_on_rest_day"]?.choice(RollRule.self)
        let confirm = mapping.flag("confirm")
        let note = mapping.text("note")
        guard let law, let article, let from, let term else { return nil }
        if let until, until < from {
            mapping.report(.badDate("\(from)..\(until)"), at: "until")
            return nil
        }
        return ClockVersion(
            law: law, article: article, from: from, until: until, term: term, sense: sense, extendAtMost: extendAtMost,
            force: force,
            roll: ownRoll ?? roll, needsConfirmation: confirm, note: note, parameter: parameter)
    }

    func term(_ mapping: MappingReader) -> Term? {
        switch (mapping["length"], mapping["on"]) {
        case (nil, nil):
            mapping.reader.report(.missingKey("length"))
            return nil
        case (.some, .some):
            mapping.report(.wrongShape(key: "on", expected: "length_or_on"), at: "on")
            return nil
        case (let length?, nil): return length.length().map { .length($0) }
        case (nil, let on?): return on.annualDay().map { .on($0) }
        }
    }
}
