import Definitions
import LegalTime
import Records
import Store

/// One draft that is or was put out for opinions, as anybody may see it.
public struct Consultation: Sendable {
    public enum Phase: Sendable, Hashable {
        /// The first day is still to come.
        case announced
        case running
        /// Opinions come in no more; how they were dealt with is still to be told.
        case closed
        case answered
    }

    public var register: String
    public var id: String
    public var number: String
    public var unit: String
    public var title: String
    public var explanation: String?
    public var draft: Draft
    public var from: Day
    public var until: Day
    public var shortenedReason: String?
    /// The version of law that says how long at least, and the earliest last day by it.
    public var minimum: ClockVersion?
    public var earliestEnd: Day?
    public var phase: Phase
    public var summary: ConsultationSummaryTable.Entry?

    public enum Draft: Sendable {
        case file(Attachment)
        case text(String)
    }
}

/// Why a record is not put out for opinions although it stands where it might be.
public enum ConsultationFault: Sendable, Hashable {
    /// Title, draft or days are missing: names of fields.
    case missing([String])
    /// Shorter than the law says, and no reason is stated.
    case tooShort(until: Day, earliest: Day)
}

/// Where a record stands with the public.
public enum ConsultationStanding: Sendable {
    /// Not, and not yet.
    case none
    case faulty([ConsultationFault])
    case open(Consultation)
}

/// An opinion, as far as whoever looks may see of it.
public struct Opinion: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        case person
        case unit
    }
    public enum State: String, Sendable, CaseIterable {
        case received
        case adopted
        case partly
        case not

        /// Counts as adopted, wholly or in part.
        public var isAdopted: Bool { self == .adopted || self == .partly }
    }

    public var id: String
    public var kind: Kind
    public var name: String?
    public var contact: String?
    public var text: String?
    public var at: Instant
    public var state: State
    public var answer: String?
    public var answeredAt: Instant?
    public var answeredBy: String?
}

/// What somebody outside wrote.
public struct OpinionInput: Sendable {
    public var kind: Opinion.Kind
    public var name: String
    public var contact: String
    public var text: String
    /// The token of the form it came with.
    public var formToken: String
    public init(kind: Opinion.Kind, name: String, contact: String, text: String, formToken: String) {
        self.kind = kind
        self.name = name
        self.contact = contact
        self.text = text
        self.formToken = formToken
    }
    public static let longestText = 3000
    public static let longestName = 60
}

public enum OpinionOutcome: Sendable {
    case done(ReceiptCode)
    case refused(OpinionRefusal)
}

public enum OpinionRefusal: Sendable, Equatable {
    /// There is no such draft before the public.
    case notFound
    /// Not on this day.
    case closed(Consultation.Phase, until: Day)
    case textMissing
    case textTooLong(Int)
    case nameTooLong
    case contactTooLong
    case controlCharacter
    /// The same form was sent before.
    case sentAlready
}

/// Why an act of the office on opinions is not done.
public enum ConsultationRefusal: Sendable, Equatable {
    case notFound
    case notAllowed
    /// The last day has not passed.
    case stillOpen(until: Day)
    /// So many opinions have no answer yet.
    case unanswered(Int)
    case releasedAlready
    case reasonMissing
    case summaryMissing
    case textTooLong(limit: Int)
    /// More adopted than received among those that came by other ways.
    case countsWrong
    /// The record does not take the counts.
    case record(ActOutcome)

    public static func == (a: ConsultationRefusal, b: ConsultationRefusal) -> Bool {
        switch (a, b) {
        case (.notFound, .notFound), (.notAllowed, .notAllowed), (.releasedAlready, .releasedAlready),
            (.reasonMissing, .reasonMissing), (.summaryMissing, .summaryMissing), (.countsWrong, .countsWrong):
            true
        case (.stillOpen(let a), .stillOpen(let b)): a == b
        case (.unanswered(let a), .unanswered(let b)): a == b
        case (.textTooLong(let a), .textTooLong(let b)): a == b
        default: false
        }
    }
}

/// Opinions of one draft with what the office may do about them.
public struct OpinionList: Sendable {
    public var standing: ConsultationStanding
    public var opinions: [Opinion]
    public var summary: ConsultationSummaryTable.Entry?
    public var mayAnswer: Bool
    public var mayRelease: Bool
    /// Names, contacts and texts show in clear.
    public var seesPersonal: Bool
}

/// What is told about the opinions on a draft.
public struct ConsultationSummary: Sendable {
    public var text: String
    /// Opinions that came by other ways than the open site, and how many of them were adopted.
    public var otherReceived: Int
    public var otherAdopted: Int
    public init(text: String, otherReceived: Int = 0, otherAdopted: Int = 0) {
        self.text = text
        self.otherReceived = otherReceived
        self.otherAdopted = otherAdopted
    }
    public static let longestText = 4000
}
