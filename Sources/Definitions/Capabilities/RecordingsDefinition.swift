/// Which records of a register must have a recording (一案一刻录), and where it stands.
public struct RecordingsDefinition: Sendable, Equatable {
    public init() {}
}

extension RecordingsDefinition {
    var canonical: CanonicalValue { .given([]) }
}
