/// Reads `workstreams.yaml` and `roles.yaml`: lists of name, label and English label.
struct NamedListParser {
    func workstreams(_ reader: NodeReader) -> [Workstream] {
        entries(reader, key: "workstreams", kind: "workstream").map {
            Workstream(name: $0.name, label: $0.label, english: $0.english)
        }
    }

    func roles(_ reader: NodeReader) -> [RoleDefinition] {
        entries(reader, key: "roles", kind: "role").map { RoleDefinition(name: $0.name, label: $0.label, english: $0.english) }
    }

    private func entries(_ reader: NodeReader, key: String, kind: String) -> [(name: String, label: String, english: String)] {
        guard let list = reader.mapping([key])?.required(key) else { return [] }
        var entries: [(name: String, label: String, english: String)] = []
        for item in list.items() {
            guard let mapping = item.mapping(["name", "label", "english"]), let name = mapping.name() else { continue }
            guard !entries.contains(where: { $0.name == name }) else {
                mapping["name"]?.report(.duplicate(kind: kind, name: name))
                continue
            }
            entries.append((name, mapping.label(of: "\(key)/\(name)"), mapping.label("english", of: "\(key)/\(name)/english")))
        }
        return entries
    }
}
