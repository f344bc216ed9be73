/// Reads `letters:` and `file:` of a register, when its fields, states and moves are known.
struct LetterDefinitionParser {
    let scope: RegisterScope

    private static let keys = [
        "name", "label", "english", "after", "roles", "number", "addressee", "basis", "remedy", "starts", "service",
    ]

    /// - Parameters:
    ///   - existing: Names of letters that the register has already; an overlay may not name one of them.
    ///   - overlay: The district whose overlay is read.
    func letters(_ reader: NodeReader, existing: Set<String> = [], overlay: String? = nil) -> [LetterDefinition] {
        var names: Set<String> = []
        return reader.items().compactMap { item in
            guard let mapping = item.mapping(Self.keys), let name = mapping.name() else { return nil }
            if existing.contains(name) {
                mapping["name"]?.report(.overlayLoosens("letters/\(name)"))
                return nil
            }
            guard names.insert(name).inserted else {
                mapping["name"]?.report(.duplicate(kind: "letter", name: name))
                return nil
            }
            var letter = letter(mapping, name: name)
            letter.overlay = overlay
            return letter
        }
    }

    private func letter(_ mapping: MappingReader, name: String) -> LetterDefinition {
        var letter = LetterDefinition(
            name: name, label: mapping.label(of: "letters/\(name)"),
            english: mapping.label("english", of: "letters/\(name)/english"),
            roles: mapping.required("roles")?.items().compactMap { $0.reference("role", in: scope.catalogue.roles) } ?? [],
            place: mapping.place)
        for reader in mapping["after"]?.itemsOrOne() ?? [] {
            guard let text = reader.text() else { continue }
            let isState = scope.states.contains(text)
            let isMove = scope.transitions.contains(text)
            if isState { letter.states.append(text) }
            if isMove { letter.moves.append(text) }
            if !isState, !isMove {
                let known = scope.states.names + scope.transitions.names
                reader.report(.unknown(kind: "state_or_move", name: text), suggestion: NearName.nearest(to: text, in: known))
            }
        }
        letter.number = mapping["number"].map { RegisterParser().pattern($0) }
        if let addressee = mapping["addressee"], let found = scope.field(addressee) {
            if [.attachment, .checklist].contains(found.field.type) { addressee.reportShape("name_of_somebody") }
            letter.addressee = found.path.description
        }
        letter.basis = mapping["basis"]?.itemsOrOne().compactMap { $0.basis() } ?? []
        letter.remedy = mapping.text("remedy")
        letter.starts = mapping["starts"]?.reference("deadline", in: scope.deadlines)
        letter.hasService = mapping.flag("service")
        return letter
    }

    // MARK: The bound file

    /// - Parameter letters: The letters that the register has.
    func file(_ reader: NodeReader, letters: [LetterDefinition]) -> FileDefinition {
        let names = NameSet(letters.map(\.name))
        guard reader.isMapping else { return FileDefinition(main: pieces(reader, names)) }
        guard let mapping = reader.mapping(["main", "side"]) else { return .none }
        return FileDefinition(
            main: mapping.required("main").map { pieces($0, names) } ?? [], side: mapping["side"].map { pieces($0, names) } ?? [])
    }

    private func pieces(_ reader: NodeReader, _ letters: NameSet) -> [FileDefinition.Piece] {
        var seen: Set<FileDefinition.Piece> = []
        return reader.items().compactMap { item in
            guard let piece = piece(item, letters) else { return nil }
            guard seen.insert(piece).inserted else {
                item.report(.duplicate(kind: "file_piece", name: piece.name))
                return nil
            }
            return piece
        }
    }

    private func piece(_ item: NodeReader, _ letters: NameSet) -> FileDefinition.Piece? {
        guard item.isMapping else {
            switch item.choice(of: ["cover", "catalogue"]) {
            case "cover": return .cover
            case "catalogue": return .catalogue
            default: return nil
            }
        }
        guard let mapping = item.mapping(["letter", "attachment"]) else { return nil }
        switch (mapping["letter"], mapping["attachment"]) {
        case (let letter?, nil): return letter.reference("letter", in: letters).map { .letter($0) }
        case (nil, let field?):
            guard let found = scope.field(field, of: [.attachment]) else { return nil }
            // A recording is played from the record; it is not bound.
            if found.field.isMedia { field.reportShape("attachment_without_media") }
            return .attachment(found.path.description)
        default:
            item.reportShape("letter|attachment")
            return nil
        }
    }
}

extension FileDefinition.Piece {
    /// As it is named in messages.
    var name: String {
        switch self {
        case .cover: "cover"
        case .catalogue: "catalogue"
        case .letter(let name), .attachment(let name): name
        }
    }
}
