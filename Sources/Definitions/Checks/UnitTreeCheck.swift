/// The units of a district: one tree under one root, which is the district.
struct UnitTreeCheck {
    let places: [String: MappingReader]

    func check(_ units: [UnitDefinition], _ list: NodeReader) {
        let ids = NameSet(units.map(\.id))
        let parents = Dictionary(uniqueKeysWithValues: units.map { ($0.id, $0.parent) })
        let roots = units.filter { $0.parent == nil }
        if roots.isEmpty, !units.isEmpty { list.reportShape("one_root") }
        for root in roots.dropFirst() { places[root.id]?.reader.report(.missingKey("parent")) }
        if let root = roots.first, root.kind != "district", !root.kind.isEmpty {
            places[root.id]?.report(.unknownValue(key: "kind", value: root.kind, allowed: ["district"]), at: "kind")
        }
        for unit in units {
            guard unit.parent != nil, places[unit.id]?["parent"]?.reference("unit", in: ids) != nil else { continue }
            var seen: Set<String> = [unit.id]
            var next = parents[unit.id] ?? nil
            while let current = next, seen.insert(current).inserted { next = parents[current] ?? nil }
            if next == unit.id { places[unit.id]?.report(.circular(unit.id), at: "parent") }
        }
    }
}
