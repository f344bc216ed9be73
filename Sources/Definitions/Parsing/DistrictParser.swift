import LegalTime

/// Reads `districts/<name>/district.yaml`.
struct DistrictParser {
    var catalogue = CatalogueNames()

    /// - Parameter name: The name of the folder, which the district must have.
    func district(_ reader: NodeReader, name: String) -> DistrictDefinition? {
        let keys = [
            "district", "label", "government", "prefix", "code", "year", "today", "locked_years", "units", "parameters",
            "business",
        ]
        guard let root = reader.mapping(keys) else { return nil }
        if let given = root.required("district"), let text = given.text() {
            if !NameRule.isPlaceName(text) {
                given.report(.badName(text))
            } else if text != name {
                given.report(.unknownValue(key: "district", value: text, allowed: [name]), suggestion: name)
            }
        }
        let units = root.required("units").map(units) ?? []
        return DistrictDefinition(
            name: name, label: root.label(of: "label"), government: root.label("government", of: "government"),
            prefix: root.label("prefix", of: "prefix"), code: root.text("code"),
            year: root.required("year")?.integer(1949...2999) ?? 0,
            today: root.day("today"), lockedYears: root.items("locked_years").compactMap { $0.integer(1949...2999) },
            units: units, parameters: root["parameters"].map { ParameterParser().values($0, of: catalogue.parameters) } ?? [:],
            business: root["business"].map { business($0, units) } ?? [:], place: reader.place)
    }

    /// `business: { register: [unit ids] }`.
    private func business(_ reader: NodeReader, _ units: [UnitDefinition]) -> [String: [String]] {
        let ids = NameSet(units.map(\.id))
        var business: [String: [String]] = [:]
        for (key, name, value) in reader.pairs() ?? [] {
            _ = key.reference("register", in: catalogue.registers)
            let items = value.itemsOrOne()
            if items.isEmpty { value.reportShape("list") }
            business[name] = items.compactMap { $0.reference("unit", in: ids) }
        }
        return business
    }

    private func units(_ list: NodeReader) -> [UnitDefinition] {
        var units: [UnitDefinition] = []
        var places: [String: MappingReader] = [:]
        for item in list.items() {
            guard let mapping = item.mapping(["id", "label", "english", "kind", "parent", "from", "until"]),
                let idReader = mapping.required("id"), let id = idReader.text()
            else { continue }
            if !NameRule.isPlaceName(id) { idReader.report(.badName(id)) }
            guard places[id] == nil else {
                idReader.report(.duplicate(kind: "unit", name: id))
                continue
            }
            places[id] = mapping
            let from = mapping.day("from")
            let until = mapping.day("until")
            if let from, let until, until < from { mapping.report(.badDate("\(from)..\(until)"), at: "until") }
            units.append(
                UnitDefinition(
                    id: id, label: mapping.label(of: "units/\(id)"), english: mapping.text("english"),
                    parent: mapping.text("parent"),
                    kind: mapping.required("kind")?.choice(of: UnitDefinition.kinds) ?? "", from: from, until: until))
        }
        UnitTreeCheck(places: places).check(units, list)
        return units
    }
}

extension UnitDefinition {
    /// The closed list of kinds.
    public static let kinds = ["district", "department", "town", "community", "village", "station", "office"]
}
