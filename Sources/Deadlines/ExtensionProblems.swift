import Definitions
import LegalTime
import Records

extension DeadlineReckoner {
    /// Extensions beyond what the law allows, by the field that holds them.
    public func extensionProblems(for facts: RecordFacts) -> [(field: String, refusal: ExtensionRefusal)] {
        facts.register.deadlines.compactMap { deadline in
            guard let field = deadline.extendBy, deadline.applies.holds(for: facts) else { return nil }
            let rows = deadline.forEach.map { facts.values[$0]?.rows ?? [] }
            guard let rows else { return problem(field, facts.values[field], version(of: deadline, for: facts)) }
            return rows.lazy.compactMap { row in
                problem(field, row.values[field] ?? facts.values[field], version(of: deadline, for: facts, row: row))
            }.first
        }
    }

    private func problem(_ field: String, _ value: Value?, _ version: ClockVersion?) -> (
        field: String, refusal: ExtensionRefusal
    )? {
        guard case .integer(let amount)? = value, amount > 0, let version else { return nil }
        guard let cap = version.extendAtMost else { return (field, .notForeseen) }
        return extensionRefusal(requested: Length(Int(amount), cap.unit), cap: cap).map { (field, $0) }
    }
}
