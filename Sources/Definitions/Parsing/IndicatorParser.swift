/// Reads `indicators:`: name, label and one measure each.
struct IndicatorParser {
    let scope: RegisterScope

    private static let ownKeys = ["name", "label", "unit", "decimals", "scale", "note", "basis", "since", "until"]
    private static let forms = [
        "count", "count_distinct", "sum", "mean", "max", "ratio", "total", "change", "indicator", "moves",
    ]
    private static let placing = ["where", "period_by", "stock", "rows", "distinct", "later"]

    /// The rows field whose rows the measure at hand counts.
    private var row: FieldDefinition?

    init(scope: RegisterScope) { self.scope = scope }

    private var conditions: ConditionParser { ConditionParser(scope: scope, use: .figure, row: row) }

    /// - Parameter existing: Indicators that an overlay finds; it may name none of them.
    func indicators(_ list: NodeReader, existing: Set<String> = []) -> [IndicatorDefinition] {
        var indicators: [IndicatorDefinition] = []
        var names: Set<String> = []
        for item in list.items() {
            guard let mapping = item.mapping(Self.ownKeys + Self.forms + Self.placing), let name = mapping.name() else {
                continue
            }
            if existing.contains(name) {
                mapping["name"]?.report(.overlayLoosens("indicators/\(name)"))
                continue
            }
            guard names.insert(name).inserted else {
                mapping["name"]?.report(.duplicate(kind: "indicator", name: name))
                continue
            }
            let label = mapping.label(of: "indicators/\(name)")
            let unit = mapping.required("unit")?.text() ?? ""
            let decimals = mapping.integer("decimals", 0...6) ?? 0
            let scale = mapping.integer("scale", 1...1_000_000_000_000) ?? 1
            let note = mapping.text("note")
            let basis = mapping.basis()
            let validity = mapping.validity()
            guard let measure = measure(mapping) else { continue }
            var indicator = IndicatorDefinition(name: name, label: label, unit: unit, measure: measure, place: mapping.place)
            indicator.decimals = decimals
            indicator.scale = Int64(scale)
            indicator.note = note
            indicator.basis = basis
            indicator.validity = validity
            indicators.append(indicator)
        }
        return indicators
    }

    private func nested(_ reader: NodeReader) -> Measure? {
        guard let mapping = reader.mapping(Self.forms + Self.placing) else { return nil }
        return measure(mapping)
    }

    private func measure(_ mapping: MappingReader) -> Measure? {
        let given = Self.forms.filter(mapping.has)
        guard let form = given.first, let value = mapping[form] else {
            mapping.reader.report(.missingKey("measure"))
            return nil
        }
        if given.count > 1 { mapping.report(.wrongShape(key: given[1], expected: "one_measure"), at: given[1]) }
        switch form {
        case "ratio":
            refusePlacing(mapping)
            guard let parts = value.mapping(["of", "over"]) else { return nil }
            let of = parts.required("of").flatMap(nested)
            let over = parts.required("over").flatMap(nested)
            guard let of, let over else { return nil }
            return .ratio(of: of, over: over)
        case "total":
            return total(mapping, value)
        case "sum" where value.isList:
            return total(mapping, value)
        case "change":
            refusePlacing(mapping)
            guard let parts = value.mapping(["of", "as"]) else { return nil }
            let of = parts.required("of").flatMap(nested)
            let form = parts.required("as")?.choice(ChangeForm.self)
            guard let of, let form else { return nil }
            return .change(of: of, as: form)
        case "indicator":
            refusePlacing(mapping)
            return other(value)
        case "moves":
            return acts(mapping, value)
        default:
            if mapping.has("distinct") { mapping.report(.unknownKey("distinct"), at: "distinct") }
            guard let rows = mapping["rows"] else { return simple(mapping, form: form, value, subject: .records) }
            guard let counted = scope.field(rows, of: [.rows])?.field else { return nil }
            var inner = self
            inner.row = counted
            return inner.simple(mapping, form: form, value, subject: .rows(counted.name))
        }
    }

    /// `{ moves: [..], where: CONDITION, distinct: true, later: true }`: acts are placed by their own day.
    private func acts(_ mapping: MappingReader, _ value: NodeReader) -> Measure? {
        for key in ["period_by", "stock", "rows"] where mapping.has(key) { mapping.report(.unknownKey(key), at: key) }
        let items = value.itemsOrOne()
        let moves = items.compactMap { $0.reference("transition", in: scope.transitions) }
        if items.isEmpty { value.reportShape("list") }
        let condition = mapping["where"].map { conditions.condition($0) } ?? .always
        guard !moves.isEmpty else { return nil }
        var measure = SimpleMeasure(
            subject: .acts(moves, isDistinct: mapping.flag("distinct")), aggregate: .count, condition: condition, placement: .act)
        measure.seesLater = mapping.flag("later")
        return .simple(measure)
    }

    private func total(_ mapping: MappingReader, _ value: NodeReader) -> Measure? {
        refusePlacing(mapping)
        let items = value.items()
        if items.isEmpty, value.isList { value.reportShape("list") }
        let parts = items.map(nested)
        return parts.contains { $0 == nil } ? nil : .total(parts.compactMap(\.self))
    }

    private func other(_ reader: NodeReader) -> Measure? {
        guard let text = reader.text() else { return nil }
        if text.contains(".") {
            return scope.catalogue.figure(reader, text: text).map { figure in
                .indicator(register: figure.register == scope.register.name ? nil : figure.register, name: figure.indicator)
            }
        }
        return reader.reference("indicator", in: scope.indicators).map { .indicator(register: nil, name: $0) }
    }

    /// The measures inside a ratio, a total or a change are placed by themselves.
    private func refusePlacing(_ mapping: MappingReader) {
        for key in Self.placing where mapping.has(key) { mapping.report(.unknownKey(key), at: key) }
    }

    private func simple(_ mapping: MappingReader, form: String, _ value: NodeReader, subject: MeasureSubject) -> Measure? {
        var condition = Condition.always
        let aggregate: Aggregate?
        switch form {
        case "count":
            condition = conditions.condition(value)
            if mapping.has("where") { mapping.report(.unknownKey("where"), at: "where") }
            aggregate = .count
        case "count_distinct": aggregate = distinct(value).map { .countDistinct($0) }
        case "sum": aggregate = plainField(value, of: FieldType.numbers).flatMap { counted($0, value) }.map { .sum($0) }
        case "mean": aggregate = quantity(value).map { .mean($0) }
        default: aggregate = quantity(value).map { .max($0) }
        }
        if form != "count", let filter = mapping["where"] { condition = conditions.condition(filter) }
        let placement = placement(mapping)
        guard let aggregate, let placement else { return nil }
        var measure = SimpleMeasure(subject: subject, aggregate: aggregate, condition: condition, placement: placement)
        measure.seesLater = mapping.flag("later")
        return .simple(measure)
    }

    private func distinct(_ reader: NodeReader) -> FieldPath? {
        if reader.scalar == "owner" { return FieldPath("owner") }
        var types = Set(FieldType.allCases).subtracting([.longText, .attachment, .rows, .moment, .checklist])
        if row != nil { types.subtract([.codes, .units, .references]) }
        return plainField(reader, of: types, orLookedUp: true)
    }

    private func quantity(_ reader: NodeReader) -> Quantity? {
        guard reader.isMapping else {
            return plainField(reader, of: FieldType.numbers).flatMap { counted($0, reader) }.map { .field($0) }
        }
        guard let mapping = reader.mapping(["days"]), let days = mapping.required("days") else { return nil }
        let items = days.items()
        guard items.count == 2 else {
            if days.isList { days.reportShape("[from, to]") }
            return nil
        }
        let fields = items.map { plainField($0, of: FieldType.days, inRows: false) }
        guard let from = fields[0], let to = fields[1] else { return nil }
        return .daysBetween(from.description, to.description)
    }

    private func placement(_ mapping: MappingReader) -> Placement? {
        switch (mapping["period_by"], mapping["stock"]) {
        case (nil, nil):
            mapping.reader.report(.missingKey("period_by"))
            return nil
        case (.some, .some):
            mapping.report(.wrongShape(key: "stock", expected: "period_by_or_stock"), at: "stock")
            return nil
        case (let event?, nil):
            if event.isMapping {
                if row != nil { event.reportShape("date_field") }
                return scope.event(event).map { .event($0) }
            }
            return plainField(event, of: FieldType.days, inRows: false).map { .event(.field($0.description)) }
        case (nil, let stock?):
            guard let bounds = stock.mapping(["from", "until"]) else { return nil }
            let from = bounds.required("from").flatMap { plainField($0, of: FieldType.days, inRows: false) }
            let until = bounds["until"].flatMap { plainField($0, of: FieldType.days, inRows: false) }
            guard let from, bounds.has("until") == (until != nil) else { return nil }
            return .stock(from: from.description, until: until?.description)
        }
    }

    /// A field that can be computed with: of one of the types, and not personal.
    ///
    /// - Parameter orLookedUp: A personal field with a keyed hash passes: its values can be told apart.
    private func plainField(_ reader: NodeReader, of types: Set<FieldType>, inRows: Bool = true, orLookedUp: Bool = false)
        -> FieldPath?
    {
        guard let (path, field) = rowField(reader, of: types) ?? scope.field(reader, of: types) else { return nil }
        if let mark = field.personal, !(orLookedUp && mark.isLookedUp) {
            reader.report(.personalInList(use: "indicators", field: path.description))
            return nil
        }
        if path.child != nil, path.field != row?.name, !inRows || row != nil {
            reader.reportShape("field_of_the_record")
            return nil
        }
        return path
    }

    /// What is added up over rows is a number of the rows; the record's would be added once for each.
    private func counted(_ path: FieldPath, _ reader: NodeReader) -> FieldPath? {
        guard let row, path.field != row.name else { return path }
        reader.reportShape("field_of_the_counted_row")
        return nil
    }

    /// A field of the counted row, by its name alone; nil where the row has none of that name and type.
    private func rowField(_ reader: NodeReader, of types: Set<FieldType>) -> (path: FieldPath, field: FieldDefinition)? {
        guard let row, let text = reader.scalar, let child = row.fields.first(where: { $0.name == text }),
            types.contains(child.type)
        else { return nil }
        return (FieldPath("\(row.name).\(text)"), child)
    }
}
