import LegalTime

/// The clocks of one field of law (行政复议, 行政处罚 …), one file in `laws/`.
public struct LawField: Sendable, Equatable {
    public var field: String
    public var texts: [LawText]
    public var clocks: [ClockDefinition]
    public init(field: String, texts: [LawText], clocks: [ClockDefinition]) {
        self.field = field
        self.texts = texts
        self.clocks = clocks
    }
}

/// One edition of a law: its title, when issued, when in force.
public struct LawText: Sendable, Equatable {
    public var law: String
    public var version: String
    public var issued: Day?
    public var inForce: Day
    public var until: Day?
    public init(law: String, version: String, issued: Day?, inForce: Day, until: Day?) {
        self.law = law
        self.version = version
        self.issued = issued
        self.inForce = inForce
        self.until = until
    }
}

/// A statutory period under a stable name, `行政复议/decide`, with its versions by date.
public struct ClockDefinition: Sendable, Equatable {
    public var name: String
    public var label: String
    public var versions: [ClockVersion]
    public var place: SourcePlace
    public init(name: String, label: String, versions: [ClockVersion], place: SourcePlace) {
        self.name = name
        self.label = label
        self.versions = versions
        self.place = place
    }
    /// The version in force on a day; nil when the clock did not exist then.
    public func version(on day: Day) -> ClockVersion? {
        versions.last { $0.from <= day && ($0.until.map { day <= $0 } ?? true) }
    }
}

/// One version of a period: law, article, length or day of the year, and how sure the value is.
public struct ClockVersion: Sendable, Equatable {
    public var law: String
    public var article: String
    public var from: Day
    public var until: Day?
    public var term: Term
    public var sense: Sense
    public var extendAtMost: Length?
    public var force: Force
    public var roll: RollRule
    /// The law file marks the value with `confirm: true`.
    public var isUnsure: Bool
    /// The parameter that the length comes from; `term` is then its value.
    public var parameter: ParameterUse?
    public var note: String?
    /// What the district has settled about it, where it has.
    public var settled: LocalVersion?
    /// The value of the law file in its place.
    public var written: WrittenValue?
    public init(
        law: String, article: String, from: Day, until: Day?, term: Term, sense: Sense = .atMost, extendAtMost: Length? = nil,
        force: Force = .mandatory, roll: RollRule = .nextWorkingDay, needsConfirmation: Bool = false, note: String? = nil,
        parameter: ParameterUse? = nil
    ) {
        self.law = law
        self.article = article
        self.from = from
        self.until = until
        self.term = term
        self.sense = sense
        self.extendAtMost = extendAtMost
        self.force = force
        self.roll = roll
        self.isUnsure = needsConfirmation
        self.note = note
        self.parameter = parameter
    }
    public var basis: LegalBasis { LegalBasis(law: law, article: article) }
    /// The value has still to be confirmed by the office's lawyer; shown so, and it drives no alarm of its own authority.
    public var needsConfirmation: Bool { isUnsure || parameter?.needsConfirmation == true }
}
