/// What the public may hand in (公众申请) into a register.
public struct PublicRequestDefinition: Sendable, Equatable {
    public init() {}
}

extension PublicRequestDefinition {
    var canonical: CanonicalValue { .given([]) }
}
