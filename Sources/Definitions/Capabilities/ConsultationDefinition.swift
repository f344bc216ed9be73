/// How drafts of a register are put out for opinions (征求意见).
public struct ConsultationDefinition: Sendable, Equatable {
    public init() {}
}

extension ConsultationDefinition {
    var canonical: CanonicalValue { .given([]) }
}
