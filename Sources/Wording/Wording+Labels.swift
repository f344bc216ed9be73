import Definitions

/// What the things of the catalogue are called. A name that the definition does not know gets a word of no special meaning.
extension Wording {
    public func label(_ register: RegisterDefinition) -> String {
        labels.label(register.name, chinese: register.label, in: language)
    }

    /// The label of a field; of a child field its own label, without that of the rows.
    public func label(ofField path: FieldPath, in register: RegisterDefinition) -> String {
        guard let field = register.field(at: path) else { return say("该项", "this item") }
        return labels.label("\(register.name)/fields/\(path)", chinese: field.label, in: language)
    }

    public func label(ofField name: String, in register: RegisterDefinition) -> String {
        label(ofField: FieldPath(name), in: register)
    }

    public func label(ofState name: String, in register: RegisterDefinition) -> String {
        guard let state = register.state(name) else { return say("其他状态", "another state") }
        return labels.label("\(register.name)/states/\(name)", chinese: state.label, in: language)
    }

    public func label(_ transition: TransitionDefinition, in register: RegisterDefinition) -> String {
        labels.label("\(register.name)/transitions/\(transition.name)", chinese: transition.label, in: language)
    }

    public func label(_ deadline: DeadlineDefinition, in register: RegisterDefinition) -> String {
        labels.label("\(register.name)/deadlines/\(deadline.name)", chinese: deadline.label, in: language)
    }

    public func label(ofDeadline name: String, in register: RegisterDefinition) -> String {
        register.deadline(name).map { label($0, in: register) } ?? say("期限", "deadline")
    }

    public func label(_ indicator: IndicatorDefinition, in register: RegisterDefinition) -> String {
        labels.label("\(register.name)/indicators/\(indicator.name)", chinese: indicator.label, in: language)
    }

    public func label(_ standard: StandardDefinition) -> String {
        labels.label("standards/\(standard.name)", chinese: standard.label, in: language)
    }

    public func label(ofItem item: StandardItem, of standard: StandardDefinition) -> String {
        labels.label("standards/\(standard.name)/items/\(item.name)", chinese: item.label, in: language)
    }

    public func label(ofCode code: String, list: String, in register: RegisterDefinition) -> String {
        guard let entry = register.codes[list]?.entry(code) else { return say("其他", "other") }
        return label(entry, list: list, in: register)
    }

    func label(_ entry: CodeEntry, list: String, in register: RegisterDefinition) -> String {
        labels.label("\(register.name)/codes/\(list)/\(entry.code)", chinese: entry.label, in: language)
    }

    /// The title of a section of the form. Where no English title is given the Chinese one stands, for there is no name to make one of.
    public func label(ofSection index: Int, in register: RegisterDefinition) -> String {
        guard register.form.indices.contains(index) else { return "" }
        let title = register.form[index].title
        return language == .english ? labels.english["\(register.name)/form/\(index)"] ?? title : title
    }

    public func label(_ clock: ClockDefinition) -> String {
        labels.label("clocks/\(clock.name)", chinese: clock.label, in: language)
    }

    public func label(_ role: RoleDefinition) -> String { say(role.label, role.english) }
    public func label(_ workstream: Workstream) -> String { say(workstream.label, workstream.english) }
    public func label(_ unit: UnitDefinition) -> String { say(unit.label, unit.english ?? unit.label) }

    /// The labels of roles by their names, in the order of the closed list.
    func labels(ofRoles names: [String], among roles: [RoleDefinition]) -> [String] {
        roles.filter { names.contains($0.name) }.map { label($0) }
    }

    /// （镇街、执法局） after a figure that is of some units alone; empty for one of the whole district.
    public func suffix(ofUnits names: [String], among units: [UnitDefinition]) -> String {
        guard !names.isEmpty else { return "" }
        let labels = names.map { name in units.first { $0.id == name }.map { label($0) } ?? label(ofUnitKind: name) ?? name }
        return say("（\(labels.joined(separator: "、"))）", " (\(labels.joined(separator: ", ")))")
    }

    /// What a kind of unit is called; nil for a kind that a district made up.
    public func label(ofUnitKind kind: String) -> String? {
        switch kind {
        case "district": say("区", "district")
        case "department": say("部门", "department")
        case "town": say("镇街", "town or sub-district")
        case "community": say("社区", "community")
        case "village": say("村", "village")
        case "station": say("站所", "station")
        case "office": say("科室", "office")
        default: nil
        }
    }
}
