/// Reads a file of `standards/`.
struct StandardParser {
    private static let keys = ["standard", "label", "english", "basis", "note", "mode", "items", "grades"]

    /// - Parameter name: The name of the file, which the standard must have.
    func standard(_ reader: NodeReader, name: String) -> StandardDefinition? {
        guard let root = reader.mapping(Self.keys) else { return nil }
        if let given = root.required("standard"), let text = given.name(), text != name {
            given.report(.unknownValue(key: "standard", value: text, allowed: [name]), suggestion: name)
        }
        let label = root.label(of: "label")
        let mode = root.required("mode")?.choice(StandardDefinition.Mode.self)
        let items = root.required("items").map { self.items($0, mode: mode) } ?? []
        let grades = root.required("grades").map { self.grades($0, mode: mode, items: items.count) } ?? []
        guard let mode, !items.isEmpty, !grades.isEmpty else { return nil }
        var standard = StandardDefinition(
            name: name, label: label, mode: mode, items: items, grades: grades, place: (root["standard"] ?? reader).place)
        standard.english = root["english"]?.label(of: "english")
        standard.basis = root.basis()
        standard.note = root.text("note")
        return standard
    }

    private func items(_ list: NodeReader, mode: StandardDefinition.Mode?) -> [StandardItem] {
        var items: [StandardItem] = []
        for reader in list.items() {
            guard let mapping = reader.mapping(["name", "label", "english", "points", "group", "basis", "must"]),
                let name = mapping.name()
            else { continue }
            guard !items.contains(where: { $0.name == name }) else {
                mapping["name"]?.report(.duplicate(kind: "item", name: name))
                continue
            }
            let label = mapping.label(of: "items/\(name)")
            if items.contains(where: { $0.label == label }) {
                mapping["label"]?.report(.duplicate(kind: "item", name: label))
            }
            var item = StandardItem(name: name, label: label)
            item.english = mapping["english"]?.label(of: "items/\(name)/english")
            switch mode {
            case .points: item.points = mapping.required("points")?.integer(1...100_000) ?? 1
            case .met: if mapping.has("points") { mapping.report(.keyNotForType(key: "points", type: "met"), at: "points") }
            case nil: break
            }
            item.group = mapping.text("group")
            item.basis = mapping.basis()
            item.isMust = mapping.flag("must")
            items.append(item)
        }
        if items.isEmpty, list.isList { list.reportShape("list") }
        return items
    }

    private func grades(_ list: NodeReader, mode: StandardDefinition.Mode?, items: Int) -> [StandardGrade] {
        var grades: [StandardGrade] = []
        let readers = list.items()
        for (index, reader) in readers.enumerated() {
            guard let mapping = reader.mapping(["name", "label", "english", "at_least"]),
                let nameReader = mapping.required("name"),
                let name = nameReader.text()
            else { continue }
            guard NameRule.isCode(name) else {
                nameReader.report(.badName(name))
                continue
            }
            guard !grades.contains(where: { $0.name == name }) else {
                nameReader.report(.duplicate(kind: "grade", name: name))
                continue
            }
            var grade = StandardGrade(name: name, label: mapping.label(of: "grades/\(name)"))
            grade.english = mapping["english"]?.label(of: "grades/\(name)/english")
            if index == readers.count - 1 {
                if mapping.has("at_least") {
                    mapping.report(.wrongShape(key: "at_least", expected: "last_grade"), at: "at_least")
                }
            } else if let bound = mapping.required("at_least"),
                let least = bound.integer(0...(mode == .met ? max(items, 1) : 100))
            {
                if let above = grades.last?.atLeast, least >= above { bound.reportShape("integer<above") }
                grade.atLeast = least
            }
            grades.append(grade)
        }
        if grades.isEmpty, list.isList { list.reportShape("list") }
        return grades
    }
}

extension StandardDefinition {
    /// English labels by path; one that is not given is made from the name.
    var englishLabels: [String: String] {
        var labels: [String: String] = [:]
        labels["standards/\(name)"] = english
        for item in items { labels["standards/\(name)/items/\(item.name)"] = item.english }
        return labels
    }

    /// English labels of the grades as codes of a register.
    func gradeLabels(in register: String) -> [String: String] {
        var labels: [String: String] = [:]
        for grade in grades { labels["\(register)/codes/\(gradeList)/\(grade.name)"] = grade.english }
        return labels
    }
}
