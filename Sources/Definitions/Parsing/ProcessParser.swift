import LegalTime

/// Reads `states:`.
struct StateParser {
    func states(_ list: NodeReader, _ places: inout PlaceIndex) -> [StateDefinition] {
        var states: [StateDefinition] = []
        for item in list.items() {
            guard let mapping = item.mapping(["name", "label", "start", "outcome", "end"]), let name = mapping.name() else {
                continue
            }
            guard !states.contains(where: { $0.name == name }) else {
                mapping["name"]?.report(.duplicate(kind: "state", name: name))
                continue
            }
            places["states/\(name)"] = mapping.place
            states.append(
                StateDefinition(
                    name: name, label: mapping.label(of: "states/\(name)"), isStart: mapping.flag("start"),
                    isOutcome: mapping.flag("outcome"),
                    isEnd: mapping.flag("end")))
        }
        return states
    }
}

/// Reads `transitions:`.
struct TransitionParser {
    let scope: RegisterScope

    private static let keys =
        [
            "name", "label", "from", "to", "roles", "office", "require", "note", "only", "basis", "since", "until", "automatic",
            "hint",
        ] + LinkParser.keys

    func transitions(_ list: NodeReader) -> [TransitionDefinition] {
        var transitions: [TransitionDefinition] = []
        for item in list.items() {
            guard let mapping = item.mapping(Self.keys), let name = mapping.name() else { continue }
            guard !transitions.contains(where: { $0.name == name }) else {
                mapping["name"]?.report(.duplicate(kind: "transition", name: name))
                continue
            }
            transitions.append(transition(mapping, name: name))
        }
        return transitions
    }

    private func transition(_ mapping: MappingReader, name: String) -> TransitionDefinition {
        let from = mapping.required("from").map(scope.stateNames) ?? []
        let to = mapping.required("to")?.reference("state", in: scope.states) ?? ""
        var move = TransitionDefinition(
            name: name, label: mapping.label(of: "transitions/\(name)"), from: from, to: to, place: mapping.place)
        move.roles = mapping["roles"]?.itemsOrOne().compactMap { $0.reference("role", in: scope.catalogue.roles) } ?? []
        move.office = mapping["office"]?.name()
        move.require = mapping.items("require").compactMap(requirement)
        if let note = mapping["note"] { move.needsNote = note.choice(of: ["required"]) != nil }
        if let only = mapping["only"] { move.only = ConditionParser(scope: scope, use: .rule).condition(only) }
        move.basis = mapping.basis()
        move.validity = mapping.validity()
        move.isAutomatic = mapping.flag("automatic")
        move.hint = mapping.text("hint")
        if move.isAutomatic, mapping.has("roles") { mapping.report(.automaticMoveHasRoles(name), at: "roles") }
        if !move.isAutomatic, mapping["roles"].map({ $0.node.sequence?.isEmpty == true }) ?? true {
            mapping.reader.report(.moveWithoutRoles(name))
        }
        return move
    }

    /// A field, or `{ field: { since, until } }`.
    private func requirement(_ reader: NodeReader) -> FieldRequirement? {
        guard reader.isMapping else { return own(reader).map { FieldRequirement(field: $0) } }
        guard let pairs = reader.pairs() else { return nil }
        guard pairs.count == 1, let pair = pairs.first else {
            reader.reportShape("{ field: { since, until } }")
            return nil
        }
        let validity = pair.value.mapping(["since", "until"])?.validity() ?? .always
        return own(pair.key).map { FieldRequirement(field: $0, validity: validity) }
    }

    private func own(_ reader: NodeReader) -> String? {
        guard let found = scope.field(reader) else { return nil }
        if found.path.child != nil {
            reader.reportShape("field_of_the_record")
            return nil
        }
        if found.field.computed != nil {
            reader.reportShape("entered_field")
            return nil
        }
        return found.field.name
    }
}

/// Reads `deadlines:`. The scope's register has its transitions.
struct DeadlineParser {
    let scope: RegisterScope

    private static let keys = [
        "name", "label", "clock", "due", "starts", "stops", "applies", "extend", "pauses", "for_each", "every", "soon",
        "on_expiry",
        "since", "until",
    ]

    /// - Parameter existing: Deadlines that an overlay finds; it may name none of them.
    func deadlines(_ list: NodeReader, existing: Set<String> = []) -> [DeadlineDefinition] {
        var deadlines: [DeadlineDefinition] = []
        for item in list.items() {
            guard let mapping = item.mapping(Self.keys), let name = mapping.name() else { continue }
            if existing.contains(name) {
                mapping["name"]?.report(.overlayLoosens("deadlines/\(name)"))
                continue
            }
            guard !deadlines.contains(where: { $0.name == name }) else {
                mapping["name"]?.report(.duplicate(kind: "deadline", name: name))
                continue
            }
            if let deadline = deadline(mapping, name: name) { deadlines.append(deadline) }
        }
        return deadlines
    }

    private func deadline(_ mapping: MappingReader, name: String) -> DeadlineDefinition? {
        let label = mapping.label(of: "deadlines/\(name)")
        let row = mapping["for_each"].flatMap { rows($0) }
        if mapping.has("due") { return assigned(mapping, name: name, label: label, row: row) }
        let clock = mapping.required("clock")?.reference("clock", in: scope.catalogue.clocks)
        let versions = clock.flatMap { scope.catalogue.clockDefinitions[$0] }?.versions ?? []
        let starts = mapping.required("starts").flatMap { start($0, row: row, versions: versions) }
        let stops = mapping.required("stops")?.itemsOrOne().compactMap { scope.event($0, row: row) } ?? []
        let applies = mapping["applies"].map { ConditionParser(scope: scope, use: .rule).condition($0) } ?? .always
        let pauses = mapping["pauses"].flatMap { pausing($0) }
        let extendBy = mapping["extend"].flatMap { extending($0, row: row, clock: clock, versions: versions) }
        let every = mapping["every"]?.length()
        let soon = mapping.integer("soon", 0...3660)
        let expiry = mapping["on_expiry"].flatMap { expiring($0, row: row) }
        let validity = mapping.validity()
        guard let clock, let starts else { return nil }
        var deadline = DeadlineDefinition(
            name: name, label: label, clock: clock, starts: starts, stops: stops, place: mapping.place)
        deadline.applies = applies
        deadline.extendBy = extendBy
        deadline.pauses = pauses
        deadline.forEach = row?.name
        deadline.every = every
        if let soon { deadline.soonDays = soon }
        deadline.onExpiry = expiry
        deadline.validity = validity
        return deadline
    }

    /// A due day that the office sets itself, in a field.
    private func assigned(_ mapping: MappingReader, name: String, label: String, row: FieldDefinition?) -> DeadlineDefinition? {
        for key in ["clock", "starts", "extend", "pauses", "every", "on_expiry"] where mapping.has(key) {
            mapping[key]?.reportShape("clock|due")
        }
        let stops = mapping.required("stops")?.itemsOrOne().compactMap { scope.event($0, row: row) } ?? []
        let applies = mapping["applies"].map { ConditionParser(scope: scope, use: .rule).condition($0) } ?? .always
        let soon = mapping.integer("soon", 0...3660)
        let validity = mapping.validity()
        guard let field = mapping["due"].flatMap({ scope.field($0, of: [.date], row: row) })?.path.description else { return nil }
        var deadline = DeadlineDefinition(
            name: name, label: label, clock: "", starts: .field(field), stops: stops, place: mapping.place)
        deadline.due = field
        deadline.applies = applies
        deadline.forEach = row?.name
        if let soon { deadline.soonDays = soon }
        deadline.validity = validity
        return deadline
    }

    private func rows(_ reader: NodeReader) -> FieldDefinition? { scope.field(reader, of: [.rows])?.field }

    /// A clock of minutes or hours needs a moment to start from, or the stamp of a move.
    private func start(_ reader: NodeReader, row: FieldDefinition?, versions: [ClockVersion]) -> EventReference? {
        guard let event = scope.event(reader, row: row) else { return nil }
        if case .field = event, let found = scope.field(reader, row: row), found.field.type == .date,
            versions.contains(where: \.isClockTime)
        {
            reader.reportType(found.field, path: found.path, expected: [.moment])
        }
        return event
    }

    private func pausing(_ reader: NodeReader) -> String? {
        guard let rows = rows(reader) else { return nil }
        for name in ["from_on", "resumed_on"] {
            guard let child = rows.fields.first(where: { $0.name == name }) else {
                if !scope.brokenFields.contains("\(rows.name).\(name)") {
                    reader.report(.unknown(kind: "field", name: "\(rows.name).\(name)"))
                }
                continue
            }
            if !FieldType.days.contains(child.type) {
                reader.reportType(child, path: FieldPath("\(rows.name).\(name)"), expected: FieldType.days)
            }
        }
        return rows.name
    }

    private func extending(_ reader: NodeReader, row: FieldDefinition?, clock: String?, versions: [ClockVersion]) -> String? {
        guard let by = reader.mapping(["by"])?.required("by"), let found = scope.field(by, of: [.integer], row: row) else {
            return nil
        }
        if clock != nil, !versions.isEmpty, versions.allSatisfy({ $0.extendAtMost == nil }) {
            reader.reportShape("clock_with_extend_at_most")
        }
        return found.path.description
    }

    private func expiring(_ reader: NodeReader, row: FieldDefinition?) -> ExpiryAction? {
        guard let mapping = reader.mapping(["move", "set", "since", "until"]) else { return nil }
        let move = mapping.required("move")?.reference("transition", in: scope.transitions)
        if let move, let known = scope.register.transition(move), !known.isAutomatic {
            mapping["move"]?.reportShape("automatic_transition")
        }
        let set = mapping["set"].flatMap { reader -> String? in
            let found = scope.field(reader, of: FieldType.days, row: row)
            if found?.field.computed != nil { reader.reportShape("entered_field") }
            return found?.path.description
        }
        let validity = mapping.validity()
        return move.map { ExpiryAction(move: $0, set: set, validity: validity) }
    }
}

extension ClockVersion {
    fileprivate var isClockTime: Bool {
        if case .length(let length) = term { length.isClockTime } else { false }
    }
}
