/// Reads `publication`, when the letters of the register are known.
struct PublicationParser {
    let scope: RegisterScope

    private static let keys = [
        "level", "fields", "indicators", "min_cell", "check", "after", "when", "automatic", "within", "day", "until", "number",
        "copies",
    ]

    func publication(_ reader: NodeReader, _ places: inout PlaceIndex, letters: [LetterDefinition]) -> PublicationDefinition {
        var publication = PublicationDefinition()
        guard let mapping = reader.mapping(Self.keys) else { return publication }
        if let level = mapping.required("level")?.choice(PublicationLevel.self) { publication.level = level }
        publication.fields = PageParser(scope: scope).fields(mapping["fields"], use: "publication/fields", &places, onto: [])
        publication.indicators = mapping.items("indicators").compactMap { $0.reference("indicator", in: scope.indicators) }
        if let minCell = mapping.integer("min_cell", 1...1000) { publication.minCell = minCell }
        if let check = mapping["check"] { publication.isCheckedByTwo = check.choice(of: ["two_persons"]) != nil }
        if let states = mapping["after"] { publication.states = scope.stateNames(states) }
        if let when = mapping["when"] { publication.when = ConditionParser(scope: scope, use: .figure).condition(when) }
        publication.isAutomatic = mapping.flag("automatic")
        publication.within = mapping["within"]?.reference("deadline", in: scope.deadlines)
        publication.day = mapping["day"].flatMap { day($0) }
        publication.until = mapping["until"].flatMap { day($0) }
        publication.showsNumber = mapping.flag("number")
        publication.copies = copies(mapping["copies"], letters)
        checkLevel(publication, mapping)
        return publication
    }

    /// A date of the record itself that is not personal.
    private func day(_ reader: NodeReader) -> String? {
        guard let found = scope.field(reader, of: [.date]) else { return nil }
        guard found.path.child == nil, found.field.personal == nil else {
            reader.reportShape("field_of_the_record")
            return nil
        }
        return found.field.name
    }

    /// Letters of the register, or fields with a file.
    private func copies(_ reader: NodeReader?, _ letters: [LetterDefinition]) -> [String] {
        let names = letters.map(\.name)
        return (reader?.items() ?? []).compactMap { item in
            guard let name = item.text() else { return nil }
            if names.contains(name) { return name }
            let files = scope.register.fields.filter { $0.type == .attachment }.map(\.name)
            if files.contains(name) { return name }
            item.report(.unknown(kind: "letter", name: name), suggestion: NearName.nearest(to: name, in: names + files))
            return nil
        }
    }

    /// What lets single records out has no place where only figures are public; a redacted copy is never let out by itself.
    private func checkLevel(_ publication: PublicationDefinition, _ mapping: MappingReader) {
        let ofRecords = ["after", "when", "automatic", "within", "day", "until", "number", "copies"]
        if !publication.showsRecords, let first = ofRecords.first(where: mapping.has) {
            mapping.report(
                .unknownValue(key: "level", value: publication.level.rawValue, allowed: ["redacted_copy", "full"]), at: first)
        }
        // The date stands on public pages.
        if let day = publication.day, !publication.fields.contains(day) {
            mapping.report(.unknownValue(key: "day", value: day, allowed: publication.fields), at: "day")
        }
        if publication.isAutomatic, publication.needsRelease {
            mapping.report(.unknownValue(key: "automatic", value: "true", allowed: ["false"]), at: "automatic")
        }
    }
}
