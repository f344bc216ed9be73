import LegalTime
import Records
import Workflow

/// What became of an act. Nothing but `done` leaves a trace in the record.
public enum ActOutcome: Sendable {
    case done(Receipt)
    /// The input is not right yet; every problem has its place.
    case problems([InputProblem])
    /// The record that the act would open in another register is not right yet.
    case problemsElsewhere(register: String, [InputProblem])
    case refused(ActRefusal)
    /// Somebody else changed the record since it was read.
    case conflict(Conflict)

    public var receipt: Receipt? { if case .done(let receipt) = self { receipt } else { nil } }
}

/// The record that an act left behind.
public struct Receipt: Sendable, Hashable {
    public var id: String
    public var number: String
    public var revision: Int64
    public var state: String
}

/// Why an act is not done.
public enum ActRefusal: Sendable, Equatable {
    /// Not there, or not for this person to see: the two are not told apart.
    case notFound
    case notAllowed
    case transition(TransitionRefusal)
    /// The move waits for other records or steps: its gates that are closed.
    case gatesClosed([GateStanding])
    /// There is no unit that the move could hand the record to.
    case noUnitToHandTo
    case extensionTooLong(field: String, ExtensionRefusal)
    /// The record has ended; only a correction with a reason is open.
    case ended
    case reasonMissing
    case nothingChanged
    case fileTooLarge(limit: Int64)
    case lockedYear(Int)
}

/// What happened to a record since a revision.
public struct Conflict: Sendable, Hashable {
    public var current: Int64
    public var changes: [Change]
    public struct Change: Sendable, Hashable {
        public var by: String
        public var at: Instant
        public var act: String
        /// Names of the fields it touched.
        public var fields: [String]
    }
}
