import Definitions
import LegalTime
import Records

/// The day on which a move was made, as far as its values tell.
struct MoveDay {
    let transition: TransitionDefinition
    let register: RegisterDefinition
    /// The values before and after.
    let plain: [String: Value]
    let values: [String: Value]
    let today: Day

    /// Of the dates and moments that the move asks for the first that this act brought, else one of a row that it added, else the first
    /// that was there before; nil where it asks for none. One still to come is a due day or the end of a term.
    var day: Day? {
        let asked = transition.require.map(\.field)
        let brought = asked.filter { values[$0] != plain[$0] }
        return brought.lazy.compactMap { past(values[$0]) }.first
            ?? brought.lazy.compactMap { dayOfRow(in: $0) }.first
            ?? asked.lazy.compactMap { past(values[$0]) }.first
    }

    private func past(_ value: Value?) -> Day? {
        guard let day = value?.onDay, day <= today else { return nil }
        return day
    }

    private func dayOfRow(in name: String) -> Day? {
        guard let field = register.field(name), let rows = values[name]?.rows else { return nil }
        let known = Set((plain[name]?.rows ?? []).map(\.id))
        for row in rows.reversed() where !known.contains(row.id) {
            if let day = field.fields.lazy.compactMap({ past(row.values[$0.name]) }).first { return day }
        }
        return nil
    }
}
