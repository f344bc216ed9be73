import LegalTime

/// A mapping of the form: its keys are known, and every other key is a mistake.
struct MappingReader {
    let reader: NodeReader
    private var values: [String: NodeReader] = [:]
    private var keys: [String: NodeReader] = [:]

    /// Nil, with a report, when the node is no mapping.
    init?(_ reader: NodeReader, keys known: [String]) {
        guard let pairs = reader.pairs() else { return nil }
        self.reader = reader
        for (key, name, value) in pairs {
            guard known.contains(name) else {
                key.report(.unknownKey(name), suggestion: NearName.nearest(to: name, in: known))
                continue
            }
            values[name] = value
            keys[name] = key
        }
    }

    var place: SourcePlace { reader.place }

    subscript(_ key: String) -> NodeReader? { values[key] }

    func has(_ key: String) -> Bool { values[key] != nil }

    /// The place of the key itself, else of the mapping.
    func place(of key: String) -> SourcePlace { (keys[key] ?? reader).place }

    func report(_ reason: DefinitionProblem.Reason, at key: String, suggestion: String? = nil) {
        reader.problems.add(place(of: key), reason, suggestion: suggestion)
    }

    /// The value of a key that must stand here.
    func required(_ key: String) -> NodeReader? {
        if let value = values[key] { return value }
        reader.report(.missingKey(key))
        return nil
    }

    func text(_ key: String) -> String? { values[key]?.text() }
    func flag(_ key: String) -> Bool { values[key]?.flag() ?? false }
    func integer(_ key: String, _ range: ClosedRange<Int> = 0...Int.max) -> Int? { values[key]?.integer(range) }
    func name() -> String? { required("name")?.name() }
    func items(_ key: String) -> [NodeReader] { values[key]?.items() ?? [] }
    func day(_ key: String) -> Day? { values[key]?.day() }
    func basis(_ key: String = "basis") -> LegalBasis? { values[key]?.basis() }

    func label(_ key: String = "label", of path: String) -> String { required(key)?.label(of: path) ?? "" }

    /// `since` and `until`.
    func validity() -> Validity {
        let validity = Validity(since: day("since"), until: day("until"))
        if let since = validity.since, let until = validity.until, until < since {
            report(.badDate("\(since)..\(until)"), at: "until")
        }
        return validity
    }
}
