import Definitions
import Records

extension RegisterDefinition {
    /// What a move lets somebody fill in who may not edit the record: what it asks for, what its condition and its gates look at,
    /// and, where it makes a version of a dated list, the list's fields.
    public func fieldsAsked(by transition: TransitionDefinition) -> Set<String> {
        let tested = transition.only.fields
        return Set(transition.require.map(\.field)).union(tested).union(transition.gateFields).union(sources(of: tested))
            .union(dated.map { $0.changes.contains(transition.name) ? $0.fields : [] } ?? [])
    }
}
