import Yams

/// The YAML of one file.
struct YAMLText {
    let file: String
    let problems: ProblemList

    /// The root node; nil, with a report, where the text is no single document of plain YAML.
    ///
    /// Anchors and aliases are not of the form: an alias would lend a mistake the line of another place.
    func root(of text: String) -> NodeReader? {
        let plain = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        do {
            guard let node = try Yams.compose(yaml: plain, Resolver.basic, .default, .utf8) else {
                add(1, .malformed("empty"))
                return nil
            }
            if plain.utf8.contains(UInt8(ascii: "&")), let anchor = firstAnchor(in: node) {
                add(anchor, .malformed("anchor"))
                return nil
            }
            return NodeReader(node: node, file: file, key: "", problems: problems)
        } catch {
            report(error)
            return nil
        }
    }

    private func add(_ line: Int, _ reason: DefinitionProblem.Reason) {
        problems.add(SourcePlace(file: file, line: max(1, line)), reason)
    }

    private func report(_ error: any Error) {
        guard let error = error as? YamlError else { return add(1, .unreadable(file)) }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            add(mark.line, .malformed(problem))
        case .duplicatedKeysInMapping(let names, let context):
            for name in names { add(context.mark.line, .duplicate(kind: "key", name: name)) }
        case .reader(let problem, let offset, _, let yaml):
            let before = yaml.utf8.prefix(max(0, offset ?? 0))
            add(1 + before.count { $0 == 10 }, .malformed(problem))
        default: add(1, .unreadable(file))
        }
    }

    private func firstAnchor(in node: Node) -> Int? {
        if node.anchor != nil { return node.mark?.line ?? 1 }
        switch node {
        case .mapping(let mapping):
            for (key, value) in mapping {
                if let line = firstAnchor(in: key) ?? firstAnchor(in: value) { return line }
            }
            return nil
        case .sequence(let sequence):
            for item in sequence {
                if let line = firstAnchor(in: item) { return line }
            }
            return nil
        default: return nil
        }
    }
}
