extension DrawDefinition {
    func canonical(in register: RegisterDefinition) -> CanonicalValue {
        .given([
            ("name", .text(name)), ("label", .text(label)), ("english", .text(english)),
            ("after", states.isEmpty && moves.isEmpty ? nil : .texts(states + moves.filter { !states.contains($0) })),
            ("roles", .texts(roles)), ("when", when == .always ? nil : when.canonical(in: register)), ("into", .text(into)),
            ("from", .map(source.canonical)), ("count", size.canonical), ("strata", strata.map { .text($0) }),
            ("people", people.map { .map([("from", .map($0.source.canonical)), ("team", .integer(Int64($0.team)))]) }),
            ("set", set.isEmpty ? nil : .map(set.map { ($0.target, $0.value.canonical) })),
            ("fill", fill.isEmpty ? nil : .map(fill.map { ($0.target, .text($0.value.rawValue)) })),
            ("exclude", exclusions.isEmpty ? nil : .list(exclusions.map(\.canonical))),
            ("basis", basis.isEmpty ? nil : .texts(basis.map(\.description))), ("publish", isPublished ? .bool(true) : nil),
            ("overlay", overlay.map { .text($0) }),
        ])
    }
}

extension DrawDefinition.Source {
    fileprivate var canonical: [(String, CanonicalValue)] {
        switch self {
        case .units(let kinds): [("units", .texts(kinds))]
        case .rows(let field, let key, let label):
            [("rows", .text(field)), ("key", .text(key))] + (label.map { [("label", .text($0))] } ?? [])
        case .register(let source):
            [
                ("register", .text(source.register)), ("where", source.conditionText.map { .written($0) }),
                ("period", source.period.map { .text($0) }), ("since", source.since.map { .text($0) }),
                ("until", source.until.map { .text($0) }), ("label", source.label.map { .text($0) }),
                ("reach", source.reach == .scope ? nil : .text(source.reach.rawValue)),
            ].compactMap { key, value in value.map { (key, $0) } }
        }
    }
}

extension DrawDefinition.Size {
    fileprivate var canonical: CanonicalValue {
        switch self {
        case .fixed(let count): .integer(Int64(count))
        case .field(let name): .text(name)
        case .percent(let share): .map([("percent", .integer(Int64(share)))])
        }
    }
}

extension DrawDefinition.SettingValue {
    fileprivate var canonical: CanonicalValue {
        switch self {
        case .reference: .text("reference")
        case .number: .text("number")
        case .label: .text("label")
        case .unit: .text("unit")
        case .stratum: .text("stratum")
        case .person(let place): .text("person_\(place)")
        case .field(let name): .map([("field", .text(name))])
        case .constant(let text): .map([("value", .text(text))])
        }
    }
}

extension DrawDefinition.Exclusion {
    fileprivate var canonical: CanonicalValue {
        .given([
            ("code", .text(code)), ("label", .text(label)), ("english", .text(english)),
            ("of", target == .things ? nil : .text(target.rawValue)), ("drawn", drawn.map { .text($0.rawValue) }),
        ])
    }
}
