import LegalTime

/// Reads `districts/<name>/local.yaml`, and the overlay document of an office, which has the same form.
struct LocalRulesParser {
    let clocks: NameSet
    let definitions: [String: ClockDefinition]
    let parameters: ParameterNames

    func rules(_ reader: NodeReader) -> LocalRules {
        guard let root = reader.mapping(["clocks", "parameters"]) else { return .none }
        var rules = LocalRules()
        for item in root.items("clocks") {
            guard let version = version(item) else { continue }
            guard rules.version(of: version.clock, from: version.from) == nil else {
                item.report(.duplicate(kind: "clock", name: "\(version.clock) \(version.from.iso)"))
                continue
            }
            rules = rules.setting(version)
        }
        if let values = root["parameters"] { rules.parameters = ParameterParser().values(values, of: parameters) }
        return rules
    }

    private func version(_ reader: NodeReader) -> LocalVersion? {
        let keys = ["clock", "from", "article", "length", "on", "source", "confirmed_on"]
        guard let mapping = reader.mapping(keys), let clock = mapping.required("clock"),
            let name = clock.reference("clock", in: clocks)
        else { return nil }
        let article = mapping["article"]?.text()
        if !mapping.has("article") { reader.report(.periodWithoutArticle(clock: name)) }
        let from = mapping.required("from")?.day()
        let source = mapping.required("source")?.text()
        let term = LawParser().term(mapping)
        let confirmedOn = mapping.day("confirmed_on")
        // Where the law file has mistakes of its own the clock has no versions, and nothing can be said here.
        guard let definition = definitions[name], !definition.versions.isEmpty, let from, let article, let source, let term
        else { return nil }
        guard let version = definition.versions.first(where: { $0.from == from }) else {
            let known = definition.versions.map(\.from.iso)
            mapping.report(
                .unknownValue(key: "from", value: from.iso, allowed: known), at: "from",
                suggestion: NearName.nearest(to: from.iso, in: known))
            return nil
        }
        switch version.verdict(on: term) {
        case .accepted: break
        case .loosens: mapping.report(.overlayLoosens("clocks/\(name)"), at: mapping.has("on") ? "on" : "length")
        case .otherKind:
            mapping.report(.wrongShape(key: "length", expected: "term_of_its_kind"), at: mapping.has("on") ? "on" : "length")
        case .fromParameter: mapping.report(.wrongShape(key: "clock", expected: "set_as_parameter"), at: "clock")
        }
        guard version.verdict(on: term) == .accepted else { return nil }
        return LocalVersion(clock: name, from: from, article: article, term: term, source: source, confirmedOn: confirmedOn)
    }
}

extension LocalRules {
    /// The rules of a document; what in it is not of the form, or does not fit the catalogue any more, is left out and reported.
    public static func read(_ text: String, file: String, in catalogue: Catalogue) -> (
        rules: LocalRules, problems: [DefinitionProblem]
    ) {
        let problems = ProblemList()
        guard let root = YAMLText(file: file, problems: problems).root(of: text) else { return (.none, problems.sorted) }
        let clocks = catalogue.laws.flatMap(\.clocks)
        let parser = LocalRulesParser(
            clocks: NameSet(clocks.map(\.name)),
            definitions: Dictionary(clocks.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }),
            parameters: ParameterNames(catalogue.parameters, isOpen: false))
        return (parser.rules(root), problems.sorted)
    }

    /// The document as a file of the catalogue, in one way only.
    public var text: String {
        var lines: [String] = []
        if !versions.isEmpty {
            lines.append("clocks:")
            for version in versions.sorted(by: { ($0.clock, $0.from) < ($1.clock, $1.from) }) {
                lines.append("  - \(version.canonicalLine())")
            }
        }
        if !parameters.isEmpty {
            lines.append("parameters:")
            for (name, value) in parameters.sorted(by: { $0.key < $1.key }) {
                lines.append("  \(name): \(value.canonicalLine())")
            }
        }
        return lines.isEmpty ? "{}\n" : lines.joined(separator: "\n") + "\n"
    }
}
