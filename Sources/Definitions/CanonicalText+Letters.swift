extension LetterDefinition {
    var canonical: CanonicalValue {
        var after: [String] = []
        for name in states + moves where !after.contains(name) { after.append(name) }
        return .given([
            ("name", .text(name)), ("label", .text(label)), ("english", .text(english)),
            ("after", after.isEmpty ? nil : .texts(after)), ("roles", .texts(roles)), ("number", number.map { .text($0) }),
            ("addressee", addressee.map { .text($0) }),
            ("basis", basis.isEmpty ? nil : .texts(basis.map(\.description))), ("remedy", remedy.map { .text($0) }),
            ("starts", starts.map { .text($0) }), ("service", hasService ? .bool(true) : nil),
            ("overlay", overlay.map { .text($0) }),
        ])
    }
}

extension FileDefinition {
    /// Nil where the register has no bound file.
    var canonical: CanonicalValue? {
        if isEmpty { return nil }
        let pieces = CanonicalValue.list(main.map(\.canonical))
        return side.isEmpty ? pieces : .map([("main", pieces), ("side", .list(side.map(\.canonical)))])
    }
}

extension FileDefinition.Piece {
    fileprivate var canonical: CanonicalValue {
        switch self {
        case .cover, .catalogue: .text(name)
        case .letter(let name): .map([("letter", .text(name))])
        case .attachment(let field): .map([("attachment", .text(field))])
        }
    }
}
