import LegalTime

/// Reads conditions, which are mappings, and checks every name and value in them.
struct ConditionParser {
    enum Use {
        /// Evaluated on an opened record.
        case rule
        /// Evaluated over the tables, where a personal field is ciphertext and can only be set or unset.
        case figure
        /// Evaluated on one row, and names its fields only.
        case row
    }

    let scope: RegisterScope
    let use: Use
    /// The rows field whose fields come first: the condition is judged on each row, and a path `rows.x` is of that row.
    var row: FieldDefinition?

    /// The condition; `.always` where it could not be read.
    func condition(_ reader: NodeReader) -> Condition {
        guard let pairs = reader.pairs() else { return .always }
        var parts: [Condition] = []
        for (key, name, value) in pairs {
            switch name {
            case "state" where use == .row, "ever" where use == .row, "deadline" where use == .row:
                key.report(.unknown(kind: "field", name: name))
            case "state": parts.append(.state(scope.stateNames(value)))
            case "ever": parts.append(.ever(scope.stateNames(value)))
            case "deadline": parts += deadlines(value)
            case "any_of": parts.append(.any(members(value)))
            case "all_of": parts += members(value)
            case "not": parts.append(.not(condition(value)))
            default: parts += tests(of: name, key: key, value)
            }
        }
        return parts.count > 1 ? .all(parts) : parts.first ?? .always
    }

    private func members(_ reader: NodeReader) -> [Condition] {
        let items = reader.items()
        if items.isEmpty, reader.isList { reader.reportShape("list") }
        return items.map(condition)
    }

    private func deadlines(_ reader: NodeReader) -> [Condition] {
        guard let pairs = reader.pairs() else { return [] }
        if pairs.isEmpty { reader.reportShape("deadline: status") }
        return pairs.compactMap { key, name, value in
            guard scope.deadlines.contains(name) else {
                key.report(
                    .unknown(kind: "deadline", name: name), suggestion: NearName.nearest(to: name, in: scope.deadlines.names))
                return nil
            }
            return .deadline(name, value.clockStatuses())
        }
    }

    private func tests(of name: String, key: NodeReader, _ value: NodeReader) -> [Condition] {
        guard let (path, field) = subject(name, key: key) else { return [] }
        guard value.isMapping else { return values(value, field, path).map { [.field(path, $0)] } ?? [] }
        let tests = operators(value, field, path)
        if tests.count > 1, path.child != nil, path.field != row?.name { value.reportShape("one_test_of_a_row") }
        return tests.map { .field(path, $0) }
    }

    private func subject(_ name: String, key: NodeReader) -> (path: FieldPath, field: FieldDefinition)? {
        if let row {
            if let child = row.fields.first(where: { $0.name == name }) { return (FieldPath("\(row.name).\(name)"), child) }
            if use == .row, !scope.brokenFields.contains("\(row.name).\(name)") {
                let nearest = NearName.nearest(to: name, in: row.fields.map(\.name))
                key.report(.unknown(kind: "field", name: "\(row.name).\(name)"), suggestion: nearest)
                return nil
            }
        }
        let path = FieldPath(name)
        if scope.register.field(at: path) == nil, path.child == nil,
            let word = NearName.nearest(to: name, in: Self.words),
            NearName.nearest(to: name, in: scope.register.fields.map(\.name)) == nil
        {
            key.report(.unknown(kind: "field", name: name), suggestion: word)
            return nil
        }
        return scope.field(named: name, key)
    }

    private static let words = ["state", "ever", "deadline", "any_of", "all_of", "not"]

    /// A single value or a list of them, with the words `set` and `unset`.
    private func values(_ reader: NodeReader, _ field: FieldDefinition, _ path: FieldPath) -> FieldTest? {
        if reader.scalar == "set" { return .isSet }
        if reader.scalar == "unset" { return .isUnset }
        guard isOpen(reader, field, path) else { return nil }
        var constants: [Constant] = []
        var orUnset = false
        let items = reader.itemsOrOne()
        if items.isEmpty { reader.reportShape("list") }
        for item in items {
            if item.scalar == "unset" {
                orUnset = true
            } else if let constant = constant(item, field, path) {
                constants.append(constant)
            }
        }
        return .oneOf(constants, orUnset: orUnset)
    }

    /// Whether the value may be looked at here.
    private func isOpen(_ reader: NodeReader, _ field: FieldDefinition, _ path: FieldPath) -> Bool {
        guard use == .figure, field.personal != nil else { return true }
        reader.report(.personalInList(use: "indicators", field: path.description))
        return false
    }

    private func operators(_ reader: NodeReader, _ field: FieldDefinition, _ path: FieldPath) -> [FieldTest] {
        let known = ["group", "not", "before", "after", "at_least", "at_most"]
        guard let mapping = reader.mapping(known) else { return [] }
        let given = known.filter(mapping.has)
        if given.isEmpty, reader.node.mapping?.isEmpty == true { reader.reportShape(known.joined(separator: "|")) }
        return given.compactMap { word in
            guard let value = mapping[word] else { return nil }
            if word == "not" {
                guard value.isMapping else { return values(value, field, path).map { .not($0) } }
                let inner = operators(value, field, path)
                if inner.count > 1 { value.reportShape("one_test") }
                return inner.first.map { .not($0) }
            }
            guard isOpen(value, field, path) else { return nil }
            switch word {
            case "group": return groups(value, field, path).map { .group($0) }
            case "before": return bound(value, field, path).map { .before($0) }
            case "after": return bound(value, field, path).map { .after($0) }
            case "at_least": return number(value, field, path).map { .atLeast($0) }
            default: return number(value, field, path).map { .atMost($0) }
            }
        }
    }

    private func groups(_ reader: NodeReader, _ field: FieldDefinition, _ path: FieldPath) -> [String]? {
        guard FieldType.coded.contains(field.type) else {
            reader.reportType(field, path: path, expected: FieldType.coded)
            return nil
        }
        guard let list = field.codes.flatMap({ scope.register.codes[$0] }) else { return nil }
        let known = NameSet(list.entries.compactMap(\.group))
        return reader.itemsOrOne().compactMap { $0.reference("group", in: known) }
    }

    private func bound(_ reader: NodeReader, _ field: FieldDefinition, _ path: FieldPath) -> DayBound? {
        guard FieldType.days.contains(field.type) else {
            reader.reportType(field, path: path, expected: FieldType.days)
            return nil
        }
        guard let text = reader.text() else { return nil }
        if text.utf8.first.map({ (48...57).contains($0) }) ?? false { return reader.day().map { .day($0) } }
        if let row, let child = row.fields.first(where: { $0.name == text }) {
            let path = FieldPath("\(row.name).\(text)")
            guard FieldType.days.contains(child.type) else {
                reader.reportType(child, path: path, expected: FieldType.days)
                return nil
            }
            return isOpen(reader, child, path) ? .field(path.description) : nil
        }
        guard let other = scope.field(reader, of: FieldType.days), isOpen(reader, other.field, other.path) else { return nil }
        if other.path.child != nil || use == .row { reader.reportShape("field_of_the_record") }
        return .field(text)
    }

    private func number(_ reader: NodeReader, _ field: FieldDefinition, _ path: FieldPath) -> Constant? {
        guard FieldType.numbers.contains(field.type) else {
            reader.reportType(field, path: path, expected: FieldType.numbers)
            return nil
        }
        guard !reader.namesParameter else { return parameter(reader, field) }
        return constant(reader, field, path)
    }

    /// `{ parameter: name }`: of kind money for a field of money, of kind number for the others.
    private func parameter(_ reader: NodeReader, _ field: FieldDefinition) -> Constant? {
        guard let use = scope.catalogue.parameters.use(reader, of: field.type == .money ? .money : .number) else { return nil }
        guard let amount = use.value.amount(decimals: field.type == .decimal ? field.decimals : 0) else {
            reader.reportShape("no_more_decimals")
            return nil
        }
        return .parameter(use, amount: amount)
    }

    private func constant(_ reader: NodeReader, _ field: FieldDefinition, _ path: FieldPath) -> Constant? {
        switch field.type {
        case .code, .codes:
            guard let list = field.codes.flatMap({ scope.register.codes[$0] }) else { return nil }
            return reader.reference("code", in: NameSet(list.entries.map(\.code))).map { .text($0) }
        case .bool: return reader.flag().map { .bool($0) }
        case .date: return reader.day().map { .day($0) }
        case .integer, .money: return reader.integer(Int.min...Int.max).map { .integer(Int64($0)) }
        case .decimal:
            guard let value = reader.scalar.flatMap({ ScaledDecimal.units(of: $0, decimals: field.decimals) }) else {
                reader.reportShape("decimal")
                return nil
            }
            return .integer(value)
        case .text, .unit, .units, .reference, .references, .phone, .idNumber: return reader.text().map { .text($0) }
        case .longText, .moment, .attachment, .rows, .checklist:
            reader.reportType(field, path: path, expected: FieldType.comparable)
            return nil
        }
    }
}

extension FieldType {
    /// Types whose values a condition can name.
    fileprivate static let comparable = Set(FieldType.allCases).subtracting([.longText, .moment, .attachment, .rows, .checklist])
}

/// A decimal written with a point, as a whole number of its smallest unit.
enum ScaledDecimal {
    /// `2.5` with two decimals is 250; nil for more decimals than there are, and for anything that is no number.
    static func units(of text: String, decimals: Int) -> Int64? {
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        let fraction = parts.count == 2 ? String(parts[1]) : ""
        guard fraction.count <= decimals else { return nil }
        let digits = parts[0] + fraction + String(repeating: "0", count: decimals - fraction.count)
        return Int64((isNegative ? "-" : "") + digits)
    }

    /// The text of a whole number of units: 250 with two decimals is `2.50`.
    static func text(_ units: Int64, decimals: Int) -> String {
        guard decimals > 0 else { return String(units) }
        let digits = String(units.magnitude)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return (units < 0 ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }
}
