import Definitions
import LegalTime
import Records

/// One record as anybody may see it: its public fields and nothing else.
public struct OpenRecord: Sendable {
    public var id: String
    /// Where the register publishes its numbers.
    public var number: String?
    /// What it is called: its heading where that is public, else the first public text.
    public var title: String?
    /// The public fields that are filled.
    public var values: [String: Value]
    public var day: Day?
    /// The redacted copy.
    public var text: String?
    public var hasDocument: Bool
}

/// A page of an open list.
public struct OpenPage: Sendable {
    public var items: [OpenRecord]
    public var total: Int
    public var next: String?
    public var previous: String?
    /// Names of the records that the public fields refer to, by id; only of those that are public themselves.
    public var references: [String: String]
}

/// What somebody asks of an open list.
public struct OpenRequest: Sendable {
    public var register: String
    /// Values of public fields by which the list is filtered.
    public var filters: [(field: String, value: String)]
    public var words: String
    /// Where the page begins, as the page before said.
    public var cursor: String?
    public var limit: Int
    public init(
        register: String, filters: [(field: String, value: String)] = [], words: String = "", cursor: String? = nil,
        limit: Int = 30
    ) {
        self.register = register
        self.filters = filters
        self.words = words
        self.cursor = cursor
        self.limit = limit
    }
}

/// What there is at a public address.
public enum OpenFinding: Sendable {
    case open(OpenRecord, references: [String: String])
    /// It was public and was taken back; what it said is gone.
    case withdrawn(WithdrawalReason, on: Day?)
}
