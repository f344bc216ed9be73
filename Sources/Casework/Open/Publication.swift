import Deadlines
import Definitions
import LegalTime

/// How far a record is on its way to the public.
public enum PublicationState: String, Sendable, CaseIterable {
    case proposed
    case returned
    case published
    case withdrawn
}

/// Why something was taken back; the public sees the reason, not the thing.
public enum WithdrawalReason: String, Sendable, CaseIterable {
    /// The decision was changed, revoked or declared unlawful or void (行政处罚法#48).
    case overturned
    /// The time for which it is shown has passed.
    case expired
    /// The entry was repaired (信用修复).
    case repaired
    /// There was something personal in it.
    case personal
    /// It was published wrongly.
    case mistaken
    /// A new one has taken its place.
    case replaced
    /// It may not be public for another reason that the law gives.
    case other
}

/// What somebody inside sees of the publication of a record, and what he may do about it.
public struct PublicationStanding: Sendable {
    public var definition: PublicationDefinition
    public var state: PublicationState?
    /// Goes back with every act.
    public var revision: Int64
    public var by: String?
    public var at: Instant?
    public var checker: String?
    public var day: Day?
    public var until: Day?
    public var reason: WithdrawalReason?
    public var withdrawnOn: Day?
    /// The clock of the time within which it has to be made public, while it runs and the record is not public.
    public var within: DeadlineRun?
    /// The record stands where it may be public.
    public var isFit: Bool
    /// It is public now: by itself, or because it was published.
    public var isPublic: Bool
    /// With its marks, for those who may see what is hidden.
    public var marked: MarkedText?
    /// The document that belongs to it has been, or can be, made.
    public var hasCopy: Bool
    public var mayPublish: Bool
    /// May make or change the redacted copy.
    public var mayPropose: Bool
    public var mayRelease: Bool
    public var mayWithdraw: Bool
    /// Somebody proposed it himself and waits for another.
    public var isOwnProposal: Bool
}

/// A text from which a redacted copy is made.
public struct CopySource: Sendable, Hashable {
    /// Letter id or file hash.
    public var id: String
    /// The letter's or field's name.
    public var name: String
    public var number: String?
    public var isLetter: Bool
}

/// Why something does not go out, or is not taken back.
public enum PublicationRefusal: Sendable, Equatable {
    /// No such record, or not for this person to see.
    case notFound
    case notAllowed
    /// The record does not stand where it may be public.
    case notFit
    /// Whoever proposes does not release.
    case samePerson
    /// Somebody else has acted since the page was shown.
    case changedMeanwhile
    /// Personal values stand in it still.
    case stillPersonal([String])
    case textMissing
    case textTooLong(limit: Int)
    case alreadyPublic
    case notPublic
    case untilPassed
    case noteTooLong(limit: Int)
}

public enum PublicationOutcome: Sendable {
    case done(PublicationState)
    case refused(PublicationRefusal)
}
