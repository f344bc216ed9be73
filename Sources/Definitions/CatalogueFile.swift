/// Which part of the catalogue a path holds.
enum CatalogueFile: Equatable {
    case workstreams
    case roles
    case parameters
    case law
    case calendar(year: String)
    case register(workstream: String, name: String)
    case standard(String)
    case outline(String)
    case monthlyReturn(String)
    case exchange(String)
    case clockLabels
    case locale(register: String)
    case district(String)
    case overlay(district: String, register: String)
    /// An outline of the district's own, in the place of the shared one of that name.
    case districtOutline(district: String, name: String)
    /// What the district has settled about values of the law.
    case localRules(district: String)
    /// Of the demo, or the mapping of a kept sheet; read elsewhere.
    case foreign

    /// The folders and files at the root that belong to the catalogue.
    static let folders = [
        "laws", "calendars", "standards", "registers", "outlines", "returns", "exchanges", "locales", "districts",
    ]
    static let rootFiles = ["workstreams.yaml", "roles.yaml", "parameters.yaml"]

    /// Nil for a path that is no part of the form.
    init?(path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let file = parts.last, file.hasSuffix(".yaml"), parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        let stem = String(file.dropLast(5))
        switch (parts.first, parts.count) {
        case ("workstreams.yaml", 1): self = .workstreams
        case ("roles.yaml", 1): self = .roles
        case ("parameters.yaml", 1): self = .parameters
        case ("laws", 2): self = .law
        case ("calendars", 2): self = .calendar(year: stem)
        case ("registers", 3): self = .register(workstream: parts[1], name: stem)
        case ("standards", 2): self = .standard(stem)
        case ("outlines", 2): self = .outline(stem)
        case ("returns", 2): self = .monthlyReturn(stem)
        case ("exchanges", 2): self = .exchange(stem)
        case ("locales", 3) where parts[1] == "en": self = stem == "_clocks" ? .clockLabels : .locale(register: stem)
        case ("districts", 3) where stem == "district": self = .district(parts[1])
        case ("districts", 3) where stem == "local": self = .localRules(district: parts[1])
        case ("districts", 3) where stem == "demo" || stem == "published": self = .foreign
        case ("districts", 4) where parts[2] == "sheets" || parts[2] == "demo": self = .foreign
        case ("districts", 4) where parts[2] == "outlines": self = .districtOutline(district: parts[1], name: stem)
        case ("districts", 4) where parts[2] == "registers":
            // `<register>.<anything>.yaml` is a further overlay of the register, laid on after the first.
            self = .overlay(district: parts[1], register: stem.split(separator: ".").first.map(String.init) ?? stem)
        default: return nil
        }
    }
}
