/// Reads `codes:`, a map from list name to entries.
struct CodeParser {
    private static let keys = ["code", "label", "group", "basis", "since", "until"]

    /// - Parameter existing: Lists that an overlay adds to; it may name none of their codes.
    func lists(_ reader: NodeReader, existing: [String: CodeList] = [:]) -> [String: CodeList] {
        var lists = existing
        for (key, name, value) in reader.pairs() ?? [] {
            guard NameRule.isName(name) else {
                key.report(.badName(name))
                continue
            }
            var list = existing[name] ?? CodeList(name: name, entries: [])
            var known = Set(list.entries.map(\.code))
            let taken = known
            for item in value.items() {
                guard let mapping = item.mapping(Self.keys), let codeReader = mapping.required("code"),
                    let code = codeReader.text()
                else { continue }
                guard NameRule.isCode(code) else {
                    codeReader.report(.badName(code))
                    continue
                }
                if taken.contains(code) {
                    codeReader.report(.overlayLoosens("codes/\(name)/\(code)"))
                    continue
                }
                guard known.insert(code).inserted else {
                    codeReader.report(.duplicate(kind: "code", name: "\(name)/\(code)"))
                    continue
                }
                list.entries.append(
                    CodeEntry(
                        code: code, label: mapping.label(of: "codes/\(name)/\(code)"), group: mapping["group"]?.name(),
                        basis: mapping.basis(), validity: mapping.validity()))
            }
            if list.entries.isEmpty, value.isList { value.reportShape("list") }
            lists[name] = list
        }
        return lists
    }
}
