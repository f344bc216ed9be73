/// The kinds of notices. A person can switch each of them off; an address of the office takes those it asks for.
public enum NoticeKind: String, Sendable, CaseIterable {
    /// A record came to the unit by a change of owner.
    case handedOver = "handed_over"
    /// A move in another register opened a record here.
    case referred
    /// A record went back to the unit or to a state in which it had been before.
    case sentBack = "sent_back"
    case dueSoon = "due_soon"
    case overdue
    /// A gate before a move of the record is open now.
    case gateOpened = "gate_opened"
    /// Something of the person's or unit's own came in: a request, an entry, an answer to be looked at.
    case arrived
    /// What the person or unit asked for was answered or decided.
    case answered
    /// Something is to be handed in by a day: a monthly return, a form, an opinion.
    case asked
    /// Something was made known: an exam, a result, a round of opinions.
    case announced
    /// A message to try an address.
    case test

    /// What people can be told of.
    public static let personal = allCases.filter { $0 != .test }
}

/// Whom a notice is for.
public enum NoticeReader: Sendable, Hashable {
    case account(String)
    /// Everybody with a post at the unit who may read its records of the register.
    case unit(String)
}

/// A notice to be made. It names a record by its number, register and state, and never carries a value of it.
public struct NewNotice: Sendable, Hashable {
    public var kind: NoticeKind
    public var reader: NoticeReader
    /// The register by name; nil where it is about none.
    public var register: String?
    public var record: String?
    public var number: String?
    /// The state in which the record stands, by name.
    public var state: String?
    /// The deadline of the register, by name.
    public var deadline: String?
    public var dueOn: String?
    /// What may be told once only, such as `return:2022-01:north`; a second notice with the mark is not made.
    public var mark: String?
    /// Account of whose act it tells: he is not told himself.
    public var by: String

    public init(
        _ kind: NoticeKind, to reader: NoticeReader, register: String? = nil, record: String? = nil, number: String? = nil,
        state: String? = nil, deadline: String? = nil, dueOn: String? = nil, mark: String? = nil, by: String
    ) {
        self.kind = kind
        self.reader = reader
        self.register = register
        self.record = record
        self.number = number
        self.state = state
        self.deadline = deadline
        self.dueOn = dueOn
        self.mark = mark
        self.by = by
    }
}
