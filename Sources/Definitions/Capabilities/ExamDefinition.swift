/// How the records of a register are exams.
public struct ExamDefinition: Sendable, Equatable {
    public init() {}
}

extension ExamDefinition {
    var canonical: CanonicalValue { .given([]) }
}
