/// Reads what moves have to do with other records: `opens`, `owner` and `gates`. Run when all registers are read.
struct LinkParser {
    let scope: RegisterScope
    /// All registers by name, with their fields, codes and states.
    let registers: [String: RegisterScope]

    static let keys = ["opens", "owner", "gates"]

    /// Fills in the moves of the scope's register.
    ///
    /// - Parameter list: `transitions:`, read before; a move that could not be read is passed over.
    func apply(_ list: NodeReader, to moves: inout [TransitionDefinition]) {
        guard let items = list.node.sequence else { return }
        for node in items {
            guard let mapping = node.mapping, let name = mapping["name"]?.string,
                let index = moves.firstIndex(where: { $0.name == name })
            else { continue }
            func reader(_ key: String) -> NodeReader? {
                mapping[key].map { NodeReader(node: $0, file: list.file, key: key, problems: list.problems) }
            }
            if let opens = reader("opens") { moves[index].opens = referral(opens, from: moves[index]) }
            if let owner = reader("owner") { moves[index].owner = ownerChange(owner) }
            if let gates = reader("gates") { moves[index].gates = self.gates(gates, known: []) }
            if moves[index].isAutomatic, let wrong = reader("gates") ?? reader("opens") ?? reader("owner") {
                wrong.reportShape("move_of_a_person")
            }
        }
    }

    // MARK: Referral

    private func referral(_ reader: NodeReader, from move: TransitionDefinition) -> ReferralDefinition? {
        guard let mapping = reader.mapping(["register", "link", "back", "set", "ask", "when"]),
            let target = mapping.required("register")?.reference("register", in: scope.catalogue.registers),
            let other = registers[target]
        else { return nil }
        let link = mapping.required("link").flatMap { reference($0, in: scope, to: target, ofSeveral: true) }
        let back = mapping["back"].flatMap { reference($0, in: other, to: scope.register.name) }
        // Of several records each finds its way back by itself.
        if back == nil, !mapping.has("back"), scope.register.field(link ?? "")?.type == .references {
            reader.report(.missingKey("back"))
        }
        let set = mapping["set"].map { settings($0, other) } ?? []
        let ask = mapping.items("ask").compactMap { plain($0, in: other, orRows: true) }
        let when = mapping["when"].map { ConditionParser(scope: scope, use: .rule).condition($0) } ?? .always
        let given = Set(set.map(\.target) + ask + [back].compactMap { $0 })
        for field in other.register.fields
        where (field.isRequired || (field.type == .rows && (field.min ?? 0) > 0)) && field.computed == nil
            && !given.contains(field.name)
        {
            reader.report(.missingRequirement(transition: move.name, field: "\(target).\(field.name)"))
        }
        return link.map { ReferralDefinition(register: target, link: $0, back: back, set: set, ask: ask, when: when) }
    }

    /// A reference field of a register that leads to another.
    private func reference(_ reader: NodeReader, in scope: RegisterScope, to target: String, ofSeveral: Bool = false) -> String? {
        guard let found = scope.field(reader, of: ofSeveral ? [.reference, .references] : [.reference]) else { return nil }
        guard found.path.child == nil, found.field.target == target else {
            reader.reportShape("reference_to_\(target)")
            return nil
        }
        return found.field.name
    }

    private func plain(_ reader: NodeReader, in scope: RegisterScope, orRows: Bool = false) -> String? {
        guard let found = scope.field(reader) else { return nil }
        let isEntered = found.field.type != .attachment && (orRows || found.field.type != .rows)
        guard found.path.child == nil, found.field.computed == nil, isEntered else {
            reader.reportShape("entered_field")
            return nil
        }
        return found.field.name
    }

    private func settings(_ reader: NodeReader, _ other: RegisterScope) -> [ReferralDefinition.Setting] {
        (reader.pairs() ?? []).compactMap { key, _, value in
            guard let target = plain(key, in: other) else { return nil }
            if value.isMapping {
                guard let constant = value.mapping(["value"])?.required("value"), let text = constant.text() else { return nil }
                if let field = other.register.field(target), field.type == .code || field.type == .codes,
                    let list = field.codes.flatMap({ other.register.codes[$0] })
                {
                    _ = constant.reference("code", in: NameSet(list.entries.map(\.code)))
                }
                return .init(target: target, source: .constant(text))
            }
            if value.scalar == "today" { return .init(target: target, source: .today) }
            guard let source = scope.field(value) else { return nil }
            guard source.path.child == nil, let into = other.register.field(target), Self.fits(source.field, into) else {
                value.reportShape("field_of_the_same_type")
                return nil
            }
            // What is sealed here may not lie open there.
            if source.field.personal != nil, other.register.field(target)?.personal == nil {
                value.report(.personalInList(use: "opens", field: source.path.description))
                return nil
            }
            return .init(target: target, source: .field(source.field.name))
        }
    }

    private static func fits(_ source: FieldDefinition, _ target: FieldDefinition) -> Bool {
        let texts: Set<FieldType> = [.text, .longText]
        if texts.contains(source.type), texts.contains(target.type) { return true }
        if [.date, .moment].contains(source.type), target.type == .date { return true }
        return source.type == target.type && (source.target == target.target)
    }

    // MARK: Owner

    private func ownerChange(_ reader: NodeReader) -> OwnerChange? {
        if let field = scope.register.field(scope.register.owner), field.type != .unit {
            reader.reportShape("register_owned_by_unit")
            return nil
        }
        guard reader.isMapping else {
            switch reader.choice(of: ["parent", "previous", "root"]) {
            case "parent": return .parent
            case "previous": return .previous
            case "root": return .root
            default: return nil
            }
        }
        guard let field = reader.mapping(["field"])?.required("field"), let found = scope.field(field, of: [.unit]) else {
            return nil
        }
        if found.path.child != nil || found.field.name == scope.register.owner { field.reportShape("other_unit_field") }
        return .field(found.field.name)
    }

    // MARK: Gates

    /// - Parameter known: names of gates that the move has already.
    func gates(_ reader: NodeReader, known: Set<String>) -> [GateDefinition] {
        var names = known
        var gates: [GateDefinition] = []
        for item in reader.items() {
            guard let mapping = item.mapping(["name", "label", "english", "basis", "when", "needs"]), let name = mapping.name()
            else {
                continue
            }
            guard names.insert(name).inserted else {
                mapping["name"]?.report(.duplicate(kind: "gate", name: name))
                continue
            }
            let label = mapping.label(of: "gates/\(name)")
            let when = mapping["when"].map { ConditionParser(scope: scope, use: .rule).condition($0) } ?? .always
            guard let need = mapping.required("needs").flatMap(need) else { continue }
            gates.append(
                GateDefinition(
                    name: name, label: label, english: mapping["english"]?.text(), basis: mapping.basis(), when: when,
                    need: need, place: mapping.place))
        }
        return gates
    }

    private func need(_ reader: NodeReader) -> GateNeed? {
        let keys = ["reference", "register", "by", "state", "where", "moves", "persons", "rows", "at_least", "fields"]
        guard let mapping = reader.mapping(keys) else { return nil }
        let heads = ["reference", "register", "moves", "rows", "fields"].filter(mapping.has)
        guard heads.count == 1, let head = heads.first, let value = mapping[head] else {
            reader.reportShape("reference|register|moves|rows|fields")
            return nil
        }
        switch head {
        case "reference":
            guard let found = scope.field(value, of: [.reference]), let other = found.field.target.flatMap({ registers[$0] })
            else { return nil }
            return .reference(
                field: found.field.name, states: mapping["state"].map(other.stateNames) ?? [], having: having(mapping, other))
        case "register":
            guard let name = value.reference("register", in: scope.catalogue.registers), let other = registers[name],
                let by = mapping.required("by").flatMap({ reference($0, in: other, to: scope.register.name) })
            else { return nil }
            return .linked(
                register: name, by: by, states: mapping["state"].map(other.stateNames) ?? [], having: having(mapping, other))
        case "moves":
            let moves = value.itemsOrOne().compactMap { $0.reference("transition", in: scope.transitions) }
            return moves.isEmpty ? nil : .moves(moves, persons: mapping.integer("persons", 1...9) ?? 1)
        case "rows":
            guard let rows = scope.field(value, of: [.rows]) else { return nil }
            return .rows(field: rows.field.name, atLeast: mapping.integer("at_least", 1...1000) ?? 1)
        default:
            let fields = value.itemsOrOne().compactMap { scope.field($0)?.path.field }
            return fields.isEmpty ? nil : .fields(fields)
        }
    }

    /// `where: { outcome: [lawful, unset] }` on the other record: code and yes-or-no fields.
    private func having(_ mapping: MappingReader, _ other: RegisterScope) -> [String: [String]] {
        guard let reader = mapping["where"], let pairs = reader.pairs() else { return [:] }
        var having: [String: [String]] = [:]
        for (key, name, value) in pairs {
            guard let found = other.field(key, of: [.code, .bool]) else { continue }
            let codes = found.field.codes.flatMap { other.register.codes[$0] }?.entries.map(\.code) ?? ["true", "false"]
            having[name] = value.itemsOrOne().compactMap { $0.reference("code", in: NameSet(codes)) }
        }
        return having
    }
}
