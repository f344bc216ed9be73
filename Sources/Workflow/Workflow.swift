import Definitions
import LegalTime
import Records

/// Which moves are open to whom. Pure: storage and the clock are handed in.
public enum Workflow {
    /// The moves open to somebody with these roles, in the order of the definition; fields may still be missing.
    public static func openMoves(for facts: RecordFacts, roles: Set<String>, on day: Day) -> [OpenMove] {
        openMoves(for: facts, on: day) { _ in roles }
    }

    /// The same where a role counts only in the office that a transition names.
    ///
    /// - Parameter roles: the roles held in an office; nil is the register's own.
    public static func openMoves(for facts: RecordFacts, on day: Day, roles: (_ office: String?) -> Set<String>) -> [OpenMove] {
        facts.register.transitions.compactMap { transition in
            let held = roles(transition.office)
            var facts = facts
            var refusal = refusal(of: transition, for: facts, roles: held, note: "-", on: day, checksFields: false)
            // A move may ask for the very date that chooses the version of law: a matter of December that is taken in hand in January.
            if case .notInForce? = refusal, let asked = transition.versionField(unsetIn: facts.values, of: facts.register) {
                facts.values[asked] = .day(day)
                refusal = self.refusal(of: transition, for: facts, roles: held, note: "-", on: day, checksFields: false)
                let requires = requirements(of: transition, for: facts, on: day)
                facts.values[asked] = nil
                guard refusal == nil else { return nil }
                return OpenMove(transition: transition, requires: requires, missing: requires.filter { facts.values[$0] == nil })
            }
            guard refusal == nil else { return nil }
            let requires = requirements(of: transition, for: facts, on: day)
            return OpenMove(transition: transition, requires: requires, missing: requires.filter { facts.values[$0] == nil })
        }
    }

    /// Why the move may not be made with these values; nil when it may.
    ///
    /// `facts.values` are the values after the input of the move.
    public static func refusal(
        of transition: TransitionDefinition, for facts: RecordFacts, roles: Set<String>, note: String?, on day: Day,
        isAutomatic: Bool = false, checksFields: Bool = true
    ) -> TransitionRefusal? {
        guard transition.from.contains(facts.state) else { return .wrongState(current: facts.state, needs: transition.from) }
        guard transition.isAutomatic == isAutomatic else { return .automaticOnly }
        if !isAutomatic, roles.isDisjoint(with: transition.roles) { return .roleMissing(needs: transition.roles) }
        let versionDay = facts.register.versionDay(of: facts.values) ?? day
        guard transition.validity.holds(on: versionDay) else { return .notInForce(transition.validity) }
        guard checksFields else {
            // A condition on a field that this move asks for cannot be judged before it is filled in, and rows are never full.
            let required = Set(requirements(of: transition, for: facts, on: day))
            let asked = required.filter { facts.values[$0] == nil || facts.register.field($0)?.type == .rows }
            let tested = transition.only.fields
            let isAsked = !tested.isDisjoint(with: asked) || !facts.register.sources(of: tested).isDisjoint(with: required)
            let isOpen = isAsked || transition.only.holds(for: facts)
            return isOpen ? nil : .conditionFails(transition.only)
        }
        let missing = requirements(of: transition, for: facts, on: day).filter { facts.values[$0] == nil }
        if !missing.isEmpty { return .fieldsMissing(missing) }
        guard transition.only.holds(for: facts) else { return .conditionFails(transition.only) }
        if transition.needsNote, (note ?? "").allSatisfy(\.isWhitespace) { return .noteMissing }
        return nil
    }

    /// The fields a move needs in the version of law that applies to the record.
    public static func requirements(of transition: TransitionDefinition, for facts: RecordFacts, on day: Day) -> [String] {
        let versionDay = facts.register.versionDay(of: facts.values) ?? day
        return transition.require.filter { requirement in
            let field = facts.register.field(requirement.field)
            return requirement.validity.holds(on: versionDay) && (field?.validity.holds(on: versionDay) ?? true)
        }.map(\.field)
    }
}

extension TransitionDefinition {
    /// The date that this move asks for and that would choose the version of law before any date that is set.
    fileprivate func versionField(unsetIn values: [String: Value], of register: RegisterDefinition) -> String? {
        let before = register.versionBy.prefix { values[$0]?.onDay == nil }
        return before.first { name in require.contains { $0.field == name } }
    }
}

extension Condition {
    /// Names of the fields the condition looks at.
    public var fields: Set<String> {
        switch self {
        case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.fields) }
        case .not(let part): part.fields
        case .field(let path, _): [path.field]
        default: []
        }
    }
}
