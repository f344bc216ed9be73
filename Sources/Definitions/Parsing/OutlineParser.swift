/// Reads a file of `outlines/`.
struct OutlineParser {
    let catalogue: CatalogueNames
    /// What may stand after the `@` of a figure: kinds of unit, and a district's own units in an outline of its own.
    var units = UnitDefinition.kinds

    private static let partKeys = [
        "name", "title", "required", "basis", "placeholder", "contributions", "paragraphs", "sections",
    ]

    /// - Parameter name: The name of the file, which the outline must have.
    func outline(_ reader: NodeReader, name: String) -> OutlineDefinition? {
        guard let root = reader.mapping(["outline", "title", "addressee", "parts"]) else { return nil }
        if let given = root.required("outline"), let text = given.name(), text != name {
            given.report(.unknownValue(key: "outline", value: text, allowed: [name]), suggestion: name)
        }
        let title = root.label("title", of: "title")
        if let titleReader = root["title"] { check(titleReader, allowed: ["district", "year"]) }
        let addressee = root.text("addressee")
        let parts = root.required("parts").map { self.parts($0, isSection: false) } ?? []
        let outline = OutlineDefinition(name: name, title: title, addressee: addressee, parts: parts, place: reader.place)
        OutlineCheck(problems: reader.problems).check(outline)
        return outline
    }

    private func check(_ reader: NodeReader, allowed: [String]) {
        guard let text = reader.scalar else { return }
        guard let pieces = Braces.pieces(of: text) else { return reader.report(.malformed(text)) }
        for case .name(let name) in pieces where !allowed.contains(name) {
            reader.report(
                .unknownValue(key: reader.key, value: "{\(name)}", allowed: allowed),
                suggestion: NearName.nearest(to: name, in: allowed))
        }
    }

    private func parts(_ list: NodeReader, isSection: Bool) -> [OutlinePart] {
        let keys = isSection ? Self.partKeys.filter { $0 != "sections" && $0 != "required" } : Self.partKeys
        var parts: [OutlinePart] = []
        for item in list.items() {
            guard let mapping = item.mapping(keys), let name = mapping.name() else { continue }
            if parts.contains(where: { $0.name == name }) { mapping["name"]?.report(.duplicate(kind: "part", name: name)) }
            parts.append(
                OutlinePart(
                    name: name, title: mapping.label("title", of: "parts/\(name)"), basis: mapping.basis(),
                    isRequired: mapping.flag("required"),
                    paragraphs: mapping.items("paragraphs").map { OutlineParagraph(sentences: $0.items().compactMap(sentence)) },
                    sections: mapping["sections"].map { self.parts($0, isSection: true) } ?? [],
                    takesContributions: mapping.flag("contributions"), placeholder: mapping.text("placeholder")))
        }
        return parts
    }

    /// A string, or `{ say, when, at_zero }`.
    private func sentence(_ reader: NodeReader) -> OutlineSentence? {
        guard reader.isMapping else { return pieces(reader).map { OutlineSentence(pieces: $0) } }
        guard let mapping = reader.mapping(["say", "when", "at_zero"]), let say = mapping.required("say") else { return nil }
        let pieces = pieces(say)
        let when = mapping["when"]?.itemsOrOne().compactMap { item in item.text().flatMap { figure(item, $0) } }
        if when?.isEmpty == true, mapping["when"]?.isList == true { mapping["when"]?.reportShape("list") }
        let isShownAtZero = mapping.flag("at_zero")
        return pieces.map { OutlineSentence(pieces: $0, whenPositive: when, isShownAtZero: isShownAtZero) }
    }

    private func figure(_ reader: NodeReader, _ text: String) -> FigureName? {
        catalogue.figure(reader, text: text, units: units)
    }

    private func pieces(_ reader: NodeReader) -> [OutlinePiece]? {
        guard let text = reader.text() else { return nil }
        guard let pieces = Braces.pieces(of: text) else {
            reader.report(.malformed(text))
            return nil
        }
        return pieces.compactMap { piece in
            switch piece {
            case .text(let text): .text(text)
            case .name(let name): figure(reader, name).map { .figure($0) }
            }
        }
    }
}
