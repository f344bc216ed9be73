import Definitions

/// Why a move is not made. A value, not an error: the record is as it was.
public enum TransitionRefusal: Sendable, Equatable {
    case unknown(String)
    case wrongState(current: String, needs: [String])
    case roleMissing(needs: [String])
    case fieldsMissing([String])
    case noteMissing
    /// The move is open only to records for which the condition holds.
    case conditionFails(Condition)
    case notInForce(Validity)
    /// Only the expiry of a deadline makes this move.
    case automaticOnly
}

/// A move that stands open to somebody, and the fields it will ask for.
public struct OpenMove: Sendable, Equatable {
    public var transition: TransitionDefinition
    /// Fields required in the version of law that applies to the record.
    public var requires: [String]
    /// Of these the ones still empty.
    public var missing: [String]
}
