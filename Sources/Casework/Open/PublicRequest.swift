import Deadlines
import Definitions
import LegalTime
import Records

/// What somebody outside hands in: what he typed, by the fields of the request.
public struct PublicSubmission: Sendable {
    public var register: String
    public var request: String
    public var input: RecordInput
    public var uploads: [String: Upload]
    public var formToken: String
    public init(register: String, request: String, input: RecordInput, uploads: [String: Upload] = [:], formToken: String) {
        self.register = register
        self.request = request
        self.input = input
        self.uploads = uploads
        self.formToken = formToken
    }
}

public enum PublicOutcome: Sendable {
    /// Registered under a number; the code is shown now and never again.
    case done(Receipt, ReceiptCode)
    case problems([PublicProblem])
    case refused(PublicRefusal)
}

/// What is wrong with what somebody outside typed.
public enum PublicProblem: Sendable, Hashable {
    case input(InputProblem)
    /// A number of a person or a telephone in a field that is not kept as personal.
    case personalInPlain(InputPlace)
    case fileKind(InputPlace)
    case fileTooLarge(InputPlace)

    public var place: InputPlace {
        switch self {
        case .input(let problem): problem.place
        case .personalInPlain(let place), .fileKind(let place), .fileTooLarge(let place): place
        }
    }
}

public enum PublicRefusal: Sendable, Equatable {
    case notFound
    case tooManyFiles
    /// The same form was sent before.
    case sentAlready
    /// Something that the office itself has to see to is missing; nothing that the sender could mend.
    case notReady
    /// There is nothing to add now, or it was added already.
    case notAsked
    case textMissing
    case textTooLong(Int)
    case controlCharacter
    case fileKind
    case fileTooLarge
}

/// What may be chosen in the form of a request.
public struct PublicChoices: Sendable {
    /// Ids of units by field.
    public var units: [String: [String]] = [:]
    /// Records by field: id and heading, of registers that publish their heading.
    public var records: [String: [(id: String, label: String)]] = [:]
    /// The unit that gets it, where there is nothing to choose.
    public var owner: String?
}

/// Where a request stands, as its sender may see it.
public struct PublicStanding: Sendable {
    public var register: String
    public var request: String
    public var record: String
    public var number: String
    public var unit: String
    public var state: String
    public var receivedOn: Day
    public var steps: [Step]
    public var clocks: [Clock]
    public var answers: [Answer]
    /// The sender is asked to add something.
    public var isAsked: Bool
    /// The days on which he added something.
    public var supplements: [Day]

    /// A state that has words for the sender, and since when.
    public struct Step: Sendable {
        public var state: String
        public var on: Day
    }

    public struct Clock: Sendable {
        public var deadline: String
        public var version: ClockVersion?
        public var run: DeadlineRun
        public var status: ClockStatus
    }

    /// A document that the sender may fetch.
    public struct Answer: Sendable, Hashable {
        /// What asks for it: `letter:<id>` or `field:<name>`.
        public var key: String
        public var name: String
        public var number: String?
        public var on: Day?
        public var size: Int64
        public var hash: String
        public var mediaType: String
    }
}

/// Where an opinion stands, as its sender may see it.
public struct OpinionStanding: Sendable {
    public var opinion: Opinion
    public var consultation: Consultation?
}

/// What a receipt code leads to.
public enum Followed: Sendable {
    case request(PublicStanding)
    case opinion(OpinionStanding)
}

/// What a sender added, as the office sees it.
public struct PublicSupplement: Sendable {
    public var id: String
    public var text: String
    public var file: Attachment?
    public var at: Instant
    public static let longestText = 3000
}

/// That a record came in from outside.
public struct FromOutside: Sendable {
    public var request: String
    public var at: Instant
    public var supplements: [PublicSupplement]
}
