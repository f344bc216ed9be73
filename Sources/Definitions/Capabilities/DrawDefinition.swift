/// A random draw (随机抽取) into the rows of a record.
public struct DrawDefinition: Sendable, Equatable {
    public init() {}
}

extension DrawDefinition {
    var canonical: CanonicalValue { .given([]) }
}
