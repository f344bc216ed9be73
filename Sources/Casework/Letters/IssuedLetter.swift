import Access
import Definitions
import LegalTime
import Records
import Workflow

/// A letter that was issued, as far as somebody may see it.
public struct IssuedLetter: Sendable, Hashable {
    public var id: String
    /// The letter's name in the definition.
    public var name: String
    public var number: String?
    public var on: Day
    public var at: Instant
    public var by: String
    /// Of the file that this person gets.
    public var hash: String
    public var size: Int64
    /// Personal values are masked in the file that this person gets.
    public var isMasked: Bool
    /// A later one of the same kind has taken its place.
    public var isReplaced: Bool
    public var services: [LetterService]
    /// This person may write down how it was served.
    public var mayServe: Bool
    /// Made from the office's own Word template.
    public var isForeign: Bool

    public var fileName: String { "\(number ?? name).docx" }
}

/// One record of service (送达回证).
public struct LetterService: Sendable, Hashable {
    public var mode: ServiceMode
    public var on: Day
    public var by: String
    public var at: Instant
    /// Who took it, and a remark, as this person may see them.
    public var receiver: String?
    public var note: String?
}

/// What somebody writes down about a service.
public struct ServiceInput: Sendable {
    public var mode: ServiceMode
    public var on: Day?
    public var receiver: String?
    public var note: String?
    public init(mode: ServiceMode, on: Day?, receiver: String? = nil, note: String? = nil) {
        self.mode = mode
        self.on = on
        self.receiver = receiver
        self.note = note
    }

    static let longestReceiver = 100
    static let longestNote = 500
}

/// The letters of a record: those issued, and those that this person may issue now.
public struct RecordLetters: Sendable {
    public var open: [Open]
    public var issued: [IssuedLetter]
    /// The register has a bound file.
    public var hasFile: Bool

    public struct Open: Sendable {
        public var letter: LetterDefinition
        /// How often it was issued already; to be given back when it is issued.
        public var issued: Int
    }

    public var isEmpty: Bool { open.isEmpty && issued.isEmpty && !hasFile }
    public static let none = RecordLetters(open: [], issued: [], hasFile: false)
}

/// What came of issuing or serving a letter.
public enum LetterOutcome: Sendable {
    case done(IssuedLetter)
    case refused(LetterRefusal)
}
