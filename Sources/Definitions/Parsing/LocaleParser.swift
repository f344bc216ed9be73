/// Reads `locales/en/`: English labels by path.
struct LocaleParser {
    private static let keys = ["label", "summary", "fields", "codes", "states", "transitions", "deadlines", "indicators", "form"]

    /// The labels of one register; a name that it does not have is a mistake.
    func labels(_ reader: NodeReader, of scope: RegisterScope) -> [String: String] {
        let register = scope.register
        guard let root = reader.mapping(Self.keys) else { return [:] }
        var labels: [String: String] = [:]
        if let label = root["label"]?.label(of: register.name) { labels[register.name] = label }
        if let summary = root["summary"]?.label(of: "\(register.name)/summary") { labels["\(register.name)/summary"] = summary }
        let fields = register.fields.flatMap { field in [field.name] + field.fields.map { "\(field.name).\($0.name)" } }
        let families: [(key: String, kind: String, names: [String])] = [
            ("fields", "field", fields + scope.brokenFields), ("states", "state", scope.states.names),
            ("transitions", "transition", scope.transitions.names), ("deadlines", "deadline", scope.deadlines.names),
            ("indicators", "indicator", scope.indicators.names),
        ]
        for (key, kind, names) in families {
            texts(root[key], kind: kind, names: names, path: "\(register.name)/\(key)") {
                labels["\(register.name)/\(key)/\($0)"] = $1
            }
        }
        let titles = register.form.map(\.title)
        texts(root["form"], kind: "section", names: titles, path: "\(register.name)/form") { title, text in
            if let index = titles.firstIndex(of: title) { labels["\(register.name)/form/\(index)"] = text }
        }
        for (key, name, value) in root["codes"]?.pairs() ?? [] {
            guard let list = register.codes[name] else {
                if scope.catalogue.mayBeGrades(name) { continue }
                let nearest = NearName.nearest(to: name, in: register.codes.keys)
                key.report(.unknown(kind: "code_list", name: name), suggestion: nearest)
                continue
            }
            texts(value, kind: "code", names: list.entries.map(\.code), path: "\(register.name)/codes/\(name)") {
                labels["\(register.name)/codes/\(name)/\($0)"] = $1
            }
        }
        return labels
    }

    /// The labels of the clocks, `locales/en/_clocks.yaml`.
    func clocks(_ reader: NodeReader, known: NameSet) -> [String: String] {
        guard let root = reader.mapping(["clocks"]) else { return [:] }
        var labels: [String: String] = [:]
        guard let list = root.required("clocks") else { return [:] }
        texts(list, kind: "clock", names: known.names, isOpen: known.isOpen, path: "clocks") { labels["clocks/\($0)"] = $1 }
        return labels
    }

    private func texts(
        _ reader: NodeReader?, kind: String, names: [String], isOpen: Bool = false, path: String, take: (String, String) -> Void
    ) {
        let known = NameSet(names, isOpen: isOpen)
        for (key, name, value) in reader?.pairs() ?? [] {
            guard known.contains(name) else {
                key.report(.unknown(kind: kind, name: name), suggestion: NearName.nearest(to: name, in: known.names))
                continue
            }
            if let text = value.label(of: "\(path)/\(name)") { take(name, text) }
        }
    }
}
