extension ReferralDefinition {
    func canonical(in register: RegisterDefinition) -> CanonicalValue {
        .given([
            ("register", .text(self.register)), ("link", .text(link)), ("back", back.map { .text($0) }),
            ("set", set.isEmpty ? nil : .map(set.map { ($0.target, $0.source.canonical) })),
            ("ask", ask.isEmpty ? nil : .texts(ask)), ("when", when == .always ? nil : when.canonical(in: register)),
        ])
    }
}

extension ReferralDefinition.Source {
    fileprivate var canonical: CanonicalValue {
        switch self {
        case .field(let name): .text(name)
        case .constant(let text): .map([("value", .text(text))])
        case .today: .text("today")
        }
    }
}

extension OwnerChange {
    var canonical: CanonicalValue {
        switch self {
        case .parent: .text("parent")
        case .previous: .text("previous")
        case .root: .text("root")
        case .field(let name): .map([("field", .text(name))])
        }
    }
}

extension GateDefinition {
    func canonical(in register: RegisterDefinition) -> CanonicalValue {
        .given([
            ("name", .text(name)), ("label", .text(label)), ("english", english.map { .text($0) }),
            ("basis", basis.map { .text($0.description) }),
            ("when", when == .always ? nil : when.canonical(in: register)), ("needs", need.canonical),
            ("overlay", overlay.map { .text($0) }),
        ])
    }
}

extension GateNeed {
    fileprivate var canonical: CanonicalValue {
        switch self {
        case .reference(let field, let states, let having):
            .given([("reference", .text(field)), ("state", .texts(states)), ("where", Self.canonical(having))])
        case .linked(let register, let by, let states, let having):
            .given([
                ("register", .text(register)), ("by", .text(by)), ("state", .texts(states)), ("where", Self.canonical(having)),
            ])
        case .moves(let moves, let persons): .given([("moves", .texts(moves)), ("persons", .integer(Int64(persons)))])
        case .rows(let field, let least): .given([("rows", .text(field)), ("at_least", .integer(Int64(least)))])
        case .fields(let names): .given([("fields", .texts(names))])
        }
    }

    private static func canonical(_ having: [String: [String]]) -> CanonicalValue? {
        having.isEmpty ? nil : .map(having.sorted { $0.key < $1.key }.map { ($0.key, .texts($0.value)) })
    }
}
