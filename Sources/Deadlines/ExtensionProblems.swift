import Definitions
import LegalTime
import Records

extension DeadlineReckoner {
    /// Extensions beyond what the law allows, by the field that holds them.
    public func extensionProblems(for facts: RecordFacts) -> [(field: String, refusal: ExtensionRefusal)] {
        facts.register.deadlines.compactMap { deadline in
            guard let field = deadline.extendBy, case .integer(let amount)? = facts.values[field], amount > 0, deadline.applies.holds(for: facts),
                let version = version(of: deadline, for: facts)
            else { return nil }
            guard let cap = version.extendAtMost else { return (field, .notForeseen) }
            return extensionRefusal(requested: Length(Int(amount), cap.unit), cap: cap).map { (field, $0) }
        }
    }
}
