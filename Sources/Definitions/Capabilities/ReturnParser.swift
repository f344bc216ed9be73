import LegalTime

/// Reads a file of `returns/`.
struct ReturnParser {
    let catalogue: CatalogueNames

    private static let keys = [
        "return", "label", "english", "summary", "english_summary", "office", "fill", "units", "except", "since", "until",
        "every",
        "due", "remind", "items", "sums", "basis",
    ]

    /// - Parameter name: The name of the file, which the return must have.
    func definition(_ reader: NodeReader, name: String) -> ReturnDefinition? {
        guard let root = reader.mapping(Self.keys) else { return nil }
        if !NameRule.isName(name) { reader.report(.badName(name)) }
        if let given = root.required("return"), let text = given.text(), text != name {
            given.report(.unknownValue(key: "return", value: text, allowed: [name]), suggestion: name)
        }
        let label = root.label(of: "label")
        let english = root.label("english", of: "english")
        let summary = root.label("summary", of: "summary")
        let englishSummary = root.label("english_summary", of: "english_summary")
        let office = root.required("office")?.mapping(["name", "approve"])
        let fillers = root.required("fill").map(roles) ?? []
        let kinds = root.required("units").map { list in list.itemsOrOne().compactMap { $0.name() } } ?? []
        let except = root["except"].map(exceptions) ?? [:]
        let since = root["since"]?.month()
        let until = root["until"]?.month()
        if let since, let until, until < since { root.report(.badDate("\(since)..\(until)"), at: "until") }
        _ = root.required("every")?.choice(of: ["month"])
        let due = root.required("due").flatMap(due)
        let items = root.required("items").map(items) ?? []
        if root["items"]?.isList == true, items.isEmpty { root["items"]?.reportShape("list") }
        let sums = sums(root.items("sums"), of: items)
        return ReturnDefinition(
            name: name, label: label, english: english, summary: summary, englishSummary: englishSummary,
            office: office?.required("name")?.name() ?? "", approvers: office?.required("approve").map(roles) ?? [],
            fillers: fillers, kinds: kinds, except: except, since: since, until: until,
            due: due ?? ReturnDue(dayOfNextMonth: 1, roll: .none), remind: root.integer("remind", 1...20), items: items,
            sums: sums, basis: root.basis(), place: reader.place)
    }

    private func roles(_ list: NodeReader) -> [String] {
        let roles = list.itemsOrOne()
        if list.isList, roles.isEmpty { list.reportShape("list") }
        return roles.compactMap { $0.reference("role", in: catalogue.roles) }
    }

    /// `{ district: [unit ids] }`; whether the district has the units is asked once its file is read.
    private func exceptions(_ reader: NodeReader) -> [String: [String]] {
        var found: [String: [String]] = [:]
        for (key, name, value) in reader.pairs() ?? [] {
            guard key.reference("district", in: catalogue.districts) != nil else { continue }
            found[name] = value.itemsOrOne().compactMap { $0.text() }
        }
        return found
    }

    private func due(_ reader: NodeReader) -> ReturnDue? {
        guard let mapping = reader.mapping(["day_of_next_month", "roll"]),
            let day = mapping.required("day_of_next_month")?.integer(1...28)
        else { return nil }
        return ReturnDue(dayOfNextMonth: day, roll: mapping["roll"]?.choice(ReturnDue.Roll.self) ?? .nextWorkingDay)
    }

    private func items(_ list: NodeReader) -> [ReturnItem] {
        var items: [ReturnItem] = []
        for reader in list.items() {
            guard
                let mapping = reader.mapping(["name", "label", "english", "unit", "figure", "entered", "decimals", "note"]),
                let name = mapping.name()
            else { continue }
            guard !items.contains(where: { $0.name == name }) else {
                mapping["name"]?.report(.duplicate(kind: "item", name: name))
                continue
            }
            let figure = mapping["figure"].flatMap { given in given.text().flatMap { catalogue.figure(given, text: $0) } }
            let isEntered = mapping.flag("entered")
            if mapping["figure"] == nil, !isEntered { reader.report(.missingKey("figure")) }
            if mapping["figure"] != nil, mapping.has("decimals") { mapping.report(.unknownKey("decimals"), at: "decimals") }
            items.append(
                ReturnItem(
                    name: name, label: mapping.label(of: "items/\(name)"),
                    english: mapping.label("english", of: "items/\(name)/english"),
                    unit: mapping.required("unit")?.text() ?? "", figure: figure, isEntered: isEntered,
                    decimals: mapping.integer("decimals", 0...4) ?? 0, note: mapping["note"]?.choice(ReturnItem.Note.self),
                    place: mapping.place))
        }
        return items
    }

    private func sums(_ list: [NodeReader], of items: [ReturnItem]) -> [ReturnSum] {
        let names = NameSet(items.map(\.name))
        return list.compactMap { reader in
            guard let mapping = reader.mapping(["parts", "total", "as"]), let given = mapping.required("parts") else {
                return nil
            }
            let parts = given.itemsOrOne().compactMap { $0.reference("item", in: names) }
            guard let total = mapping.required("total")?.reference("item", in: names) else { return nil }
            if parts.contains(total) { mapping.report(.duplicate(kind: "item", name: total), at: "total") }
            return ReturnSum(parts: parts, total: total, relation: mapping["as"]?.choice(ReturnSum.Relation.self) ?? .atMost)
        }
    }
}

extension NodeReader {
    /// A month written `yyyy-mm`.
    func month() -> Month? {
        guard let text = text() else { return nil }
        guard let month = Month(iso: text) else {
            report(.badDate(text))
            return nil
        }
        return month
    }
}
