/// What of a register the public may see, when, and who lets it out.
public struct PublicationDefinition: Sendable, Equatable {
    public var level: PublicationLevel
    /// The only fields of a record that leave the office; of a register of which only figures are public, what these are broken down by.
    public var fields: [String]
    public var indicators: [String]
    /// A cell below this count is shown as "<n".
    public var minCell: Int
    /// Two people check a redacted copy.
    public var isCheckedByTwo: Bool
    /// A record is public only while it stands in one of these states; empty: in any.
    public var states: [String]
    /// And only while this holds.
    public var when: Condition
    /// Public as soon as it stands so, without an act: the entries of published lists.
    public var isAutomatic: Bool
    /// The deadline by which it has to be made public.
    public var within: String?
    /// The date that stands beside it and by which the newest come first.
    public var day: String?
    /// A date after which it is public no longer (公示期届满).
    public var until: String?
    /// Whether the record's number is public.
    public var showsNumber: Bool
    /// The letters and files of which the redacted copy is made; empty: a record is published without one.
    public var copies: [String]

    public init(
        level: PublicationLevel = .none, fields: [String] = [], indicators: [String] = [], minCell: Int = 3,
        isCheckedByTwo: Bool = false
    ) {
        self.level = level
        self.fields = fields
        self.indicators = indicators
        self.minCell = minCell
        self.isCheckedByTwo = isCheckedByTwo
        states = []
        when = .always
        isAutomatic = false
        within = nil
        day = nil
        until = nil
        showsNumber = false
        copies = []
    }

    /// Whether single records are public, not figures alone.
    public var showsRecords: Bool { level >= .redactedCopy }

    /// Whether a second person releases what the first one proposes.
    public var needsRelease: Bool { level == .redactedCopy || isCheckedByTwo }
}

extension PublicationDefinition {
    func canonical(in register: RegisterDefinition) -> CanonicalValue {
        .given([
            ("level", .text(level.rawValue)), ("fields", .texts(fields)), ("indicators", .texts(indicators)),
            ("min_cell", .integer(Int64(minCell))), ("check", isCheckedByTwo ? .text("two_persons") : nil),
            ("after", states.isEmpty ? nil : .texts(states)), ("when", when == .always ? nil : when.canonical(in: register)),
            ("automatic", isAutomatic ? .bool(true) : nil), ("within", within.map { .text($0) }),
            ("day", day.map { .text($0) }), ("until", until.map { .text($0) }), ("number", showsNumber ? .bool(true) : nil),
            ("copies", copies.isEmpty ? nil : .texts(copies)),
        ])
    }
}
