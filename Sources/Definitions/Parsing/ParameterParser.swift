import LegalTime

/// Reads `parameters.yaml` and the values that a district gives.
struct ParameterParser {
    func parameters(_ reader: NodeReader) -> [ParameterDefinition] {
        guard let list = reader.mapping(["parameters"])?.required("parameters") else { return [] }
        var parameters: [ParameterDefinition] = []
        for item in list.items() {
            let keys = ["name", "label", "english", "kind", "default", "basis", "note", "confirm"]
            guard let mapping = item.mapping(keys), let name = mapping.name() else { continue }
            guard !parameters.contains(where: { $0.name == name }) else {
                mapping["name"]?.report(.duplicate(kind: "parameter", name: name))
                continue
            }
            let label = mapping.label(of: "parameters/\(name)")
            let english = mapping.label("english", of: "parameters/\(name)/english")
            let kind = mapping.required("kind")?.choice(ParameterKind.self)
            let standard = mapping.required("default")
            guard let kind, let value = standard?.parameterValue(kind) else { continue }
            parameters.append(
                ParameterDefinition(
                    name: name, label: label, english: english, standard: value, basis: mapping.basis(),
                    note: mapping.text("note"), isUnsure: mapping.flag("confirm"), place: mapping.place))
        }
        return parameters
    }

    /// `parameters: { name: { value, source } }` of a district.
    func values(_ reader: NodeReader, of known: ParameterNames) -> [String: LocalValue] {
        var values: [String: LocalValue] = [:]
        for (key, name, given) in reader.pairs() ?? [] {
            guard let mapping = given.mapping(["value", "source"]) else { continue }
            let source = mapping.required("source")?.text()
            let value = mapping.required("value")
            guard key.reference("parameter", in: known.names) != nil, let parameter = known[name],
                let value = value?.parameterValue(parameter.kind), let source
            else { continue }
            values[name] = LocalValue(value: value, source: source)
        }
        return values
    }
}

/// The parameters that clocks and conditions may name.
struct ParameterNames {
    private(set) var names = NameSet()
    private var definitions: [String: ParameterDefinition] = [:]

    init() {}

    /// - Parameter isOpen: The file could not be read, and no name in it is a mistake.
    init(_ parameters: [ParameterDefinition], isOpen: Bool) {
        names = NameSet(parameters.map(\.name), isOpen: isOpen)
        definitions = Dictionary(parameters.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(_ name: String) -> ParameterDefinition? { definitions[name] }

    /// `{ parameter: name }` of one of the kinds; what is not there, or of another kind, is reported.
    func use(_ reader: NodeReader, of kind: ParameterKind) -> ParameterUse? {
        guard let given = reader.mapping(["parameter"])?.required("parameter"), given.reference("parameter", in: names) != nil,
            let definition = given.scalar.flatMap({ definitions[$0] })
        else { return nil }
        guard definition.kind == kind else {
            given.report(
                .wrongParameterKind(
                    parameter: definition.name, kind: definition.kind.rawValue, expected: kind.rawValue))
            return nil
        }
        return definition.use(nil)
    }
}

extension NodeReader {
    /// Whether the value is `{ parameter: … }`.
    var namesParameter: Bool { node.mapping?["parameter"] != nil }

    /// A value of a parameter: a length, money in yuan, or a number.
    func parameterValue(_ kind: ParameterKind) -> ParameterValue? {
        switch kind {
        case .length:
            return length().map { .length($0) }
        case .money:
            guard let value = scalar.flatMap({ ParameterValue($0, kind: .money) }) else {
                reportShape("yuan")
                return nil
            }
            return value
        case .number:
            guard let value = scalar.flatMap({ ParameterValue($0, kind: .number) }) else {
                reportShape("decimal")
                return nil
            }
            return value
        }
    }
}

extension ParameterValue {
    /// Money in yuan with at most two decimals, or a number with at most six; nil for a length and for what cannot be read.
    public init?(_ text: String, kind: ParameterKind) {
        switch kind {
        case .length: return nil
        case .money:
            guard let fen = ScaledDecimal.units(of: text, decimals: 2), fen >= 0 else { return nil }
            self = .money(fen)
        case .number:
            let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
            guard decimals <= 6, let units = ScaledDecimal.units(of: text, decimals: decimals) else { return nil }
            self = .number(units, decimals: decimals)
        }
    }

    /// Money and numbers as they are typed; a length has none.
    public var text: String {
        switch self {
        case .length: ""
        case .money(let fen): ScaledDecimal.text(fen, decimals: 2)
        case .number(let units, let decimals): ScaledDecimal.text(units, decimals: decimals)
        }
    }
}
