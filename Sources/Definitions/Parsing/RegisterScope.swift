import LegalTime

/// What the files of the catalogue declare, as far as one register may name another's things.
struct CatalogueNames {
    var workstreams = NameSet()
    var roles = NameSet()
    var clocks = NameSet()
    var clockDefinitions: [String: ClockDefinition] = [:]
    var registers = NameSet()
    var standards = NameSet()
    var standardDefinitions: [String: StandardDefinition] = [:]

    /// Whether a code list may be the grades of a standard that could not be read.
    func mayBeGrades(_ list: String) -> Bool { standards.isOpen && list.hasSuffix("_grade") }
    /// The indicators of each register; none for a register that could not be read.
    var indicators: [String: NameSet] = [:]
    var districts = NameSet()
    var parameters = ParameterNames()

    /// Resolves `register.indicator`, reporting what is not there.
    ///
    /// - Parameter units: Names of units and kinds of unit that may stand after `@`; nil where none may.
    func figure(_ reader: NodeReader, text: String, units: [String]? = nil) -> FigureName? {
        guard let figure = FigureName(text), units != nil || figure.units.isEmpty else {
            reader.report(.wrongShape(key: reader.key, expected: "register.indicator"))
            return nil
        }
        guard registers.contains(figure.register) else {
            let nearest = NearName.nearest(to: figure.register, in: registers.names)
            reader.report(.unknown(kind: "register", name: figure.register), suggestion: nearest)
            return nil
        }
        for unit in figure.units where units?.contains(unit) == false {
            reader.report(.unknown(kind: "unit", name: unit), suggestion: NearName.nearest(to: unit, in: units ?? []))
        }
        guard let known = indicators[figure.register] else { return figure }
        guard known.contains(figure.indicator) else {
            let nearest = NearName.nearest(to: figure.indicator, in: known.names).map { "\(figure.register).\($0)" }
            reader.report(.unknown(kind: "indicator", name: text), suggestion: nearest)
            return nil
        }
        return figure
    }
}

/// The names that the rules of one register may use.
struct RegisterScope {
    /// With fields, codes and states read; the rest may still be missing.
    var register: RegisterDefinition
    /// The names of the rules, as the file lists them.
    var states = NameSet()
    var transitions = NameSet()
    var deadlines = NameSet()
    var indicators = NameSet()
    var catalogue = CatalogueNames()
    /// Fields whose definition could not be read; naming one is no further mistake.
    var brokenFields: Set<String> = []

    /// The field that a reader names, by `field` or `rows.field`; with a row, its fields come first.
    func field(_ reader: NodeReader, row: FieldDefinition? = nil) -> (path: FieldPath, field: FieldDefinition)? {
        guard let text = reader.text() else { return nil }
        return field(named: text, reader, row: row)
    }

    func field(named text: String, _ reader: NodeReader, row: FieldDefinition? = nil) -> (
        path: FieldPath, field: FieldDefinition
    )? {
        let path = FieldPath(text)
        if let row, let child = row.fields.first(where: { $0.name == text }) { return (path, child) }
        if let field = register.field(at: path) { return (path, field) }
        guard !brokenFields.contains(text), !brokenFields.contains(path.field) else { return nil }
        let nearest = NearName.nearest(to: text, in: fieldNames(path, row: row))
        reader.report(.unknown(kind: "field", name: text), suggestion: nearest)
        return nil
    }

    private func fieldNames(_ path: FieldPath, row: FieldDefinition?) -> [String] {
        var names = (row?.fields ?? []).map(\.name) + register.fields.map(\.name)
        if path.child != nil { names += register.fields.flatMap { rows in rows.fields.map { "\(rows.name).\($0.name)" } } }
        return names
    }

    /// A field of certain types; another type is reported.
    func field(_ reader: NodeReader, of types: Set<FieldType>, row: FieldDefinition? = nil) -> (
        path: FieldPath, field: FieldDefinition
    )? {
        guard let found = field(reader, row: row) else { return nil }
        guard types.contains(found.field.type) else {
            reader.reportType(found.field, path: found.path, expected: types)
            return nil
        }
        return found
    }

    /// A date or moment field, or `{ entered: state }`.
    func event(_ reader: NodeReader, row: FieldDefinition? = nil) -> EventReference? {
        guard reader.isMapping else { return field(reader, of: FieldType.days, row: row).map { .field($0.path.description) } }
        guard let mapping = reader.mapping(["entered"]), let entered = mapping.required("entered") else { return nil }
        let states = stateNames(entered)
        return states.isEmpty ? nil : .entered(states)
    }

    /// One state or a list of them.
    func stateNames(_ reader: NodeReader) -> [String] {
        let items = reader.itemsOrOne()
        if items.isEmpty, reader.isList { reader.reportShape("list") }
        return items.compactMap { $0.reference("state", in: states) }
    }
}

extension NodeReader {
    func reportType(_ field: FieldDefinition, path: FieldPath, expected: Set<FieldType>) {
        let names = FieldType.allCases.filter(expected.contains).map(\.rawValue)
        report(.wrongFieldType(field: path.description, type: field.type.rawValue, expected: names.joined(separator: "|")))
    }
}

extension FieldType {
    /// Types that hold a day.
    static let days: Set<FieldType> = [.date, .moment]
    static let numbers: Set<FieldType> = [.integer, .decimal, .money]
    static let coded: Set<FieldType> = [.code, .codes]
}
