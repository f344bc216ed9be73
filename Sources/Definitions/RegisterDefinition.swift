import LegalTime

/// One register (台账): what is recorded, who may move it, by when under which article, and how it is counted.
///
/// The engine knows a register only through this value. `digest` is the SHA-256 of the merged definition (file plus overlays).
public struct RegisterDefinition: Sendable, Equatable {
    public var name: String
    public var label: String
    public var summary: String
    /// Folder under `registers/`, one of the catalogue's workstreams.
    public var workstream: String
    /// The field that holds the owning unit: of type unit, or a reference to a record whose owner then owns this one.
    public var owner: String
    /// The office in charge (主管科室); grants may be limited to offices.
    public var office: String
    /// The kinds of unit whose daily business the register is; empty: of every kind.
    public var business: [String]
    /// The field shown as the record's name beside its number; nil: the number alone.
    public var heading: String?
    public var number: NumberRule
    /// The first of these date fields that is set chooses the version of every clock and rule of the record.
    public var versionBy: [String]
    public var fields: [FieldDefinition]
    public var codes: [String: CodeList]
    /// The standards that its fields name, by name; the lists of their grades are among `codes`.
    public var standards: [String: StandardDefinition]
    /// Set where the records are items of a list whose changes are dated.
    public var dated: DatedRule?
    public var states: [StateDefinition]
    public var transitions: [TransitionDefinition]
    public var deadlines: [DeadlineDefinition]
    /// The letters that are printed from its records.
    public var letters: [LetterDefinition]
    /// The bound file; empty where its records have none.
    public var file: FileDefinition
    /// Set where its records have sound or picture recordings.
    public var recordings: RecordingsDefinition?
    /// Set where its records are exams.
    public var exam: ExamDefinition?
    /// Set where its records are put out for opinions.
    public var consultation: ConsultationDefinition?
    /// The random draws into its records.
    public var draws: [DrawDefinition]
    /// What the public may hand in.
    public var requests: [PublicRequestDefinition]
    public var indicators: [IndicatorDefinition]
    /// Fields by which figures may be broken down (code, unit or reference fields).
    public var breakdowns: [String]
    public var form: [FormSection]
    public var list: ListDefinition
    public var publication: PublicationDefinition
    public var retention: RetentionDefinition
    /// Hex SHA-256 of the merged definition, written into every log entry.
    public var digest: String
    /// The merged definition as text, kept by its digest.
    public var text: String
    public var place: SourcePlace

    public init(
        name: String, label: String, workstream: String, owner: String, office: String, number: NumberRule, place: SourcePlace
    ) {
        self.name = name
        self.label = label
        self.summary = ""
        self.workstream = workstream
        self.owner = owner
        self.office = office
        self.business = []
        self.heading = nil
        self.number = number
        self.versionBy = []
        self.fields = []
        self.codes = [:]
        self.standards = [:]
        self.dated = nil
        self.states = []
        self.transitions = []
        self.deadlines = []
        self.letters = []
        self.file = .none
        self.recordings = nil
        self.exam = nil
        self.consultation = nil
        self.draws = []
        self.requests = []
        self.indicators = []
        self.breakdowns = []
        self.form = []
        self.list = ListDefinition()
        self.publication = PublicationDefinition()
        self.retention = RetentionDefinition(years: nil, force: .local)
        self.digest = ""
        self.text = ""
        self.place = place
    }

    /// The field of that name; nil when there is none.
    public func field(_ name: String) -> FieldDefinition? { fields.first { $0.name == name } }

    /// A field by path: `amount`, or `parties.name` for a field of a rows field.
    public func field(at path: FieldPath) -> FieldDefinition? {
        guard let child = path.child else { return field(path.field) }
        return field(path.field)?.fields.first { $0.name == child }
    }

    /// The standard of a checklist field.
    public func standard(of field: FieldDefinition) -> StandardDefinition? { field.standard.flatMap { standards[$0] } }

    public func state(_ name: String) -> StateDefinition? { states.first { $0.name == name } }
    public func transition(_ name: String) -> TransitionDefinition? { transitions.first { $0.name == name } }
    public func deadline(_ name: String) -> DeadlineDefinition? { deadlines.first { $0.name == name } }
    public func letter(_ name: String) -> LetterDefinition? { letters.first { $0.name == name } }
    public func draw(_ name: String) -> DrawDefinition? { draws.first { $0.name == name } }
    public func indicator(_ name: String) -> IndicatorDefinition? { indicators.first { $0.name == name } }
    public var startState: StateDefinition? { states.first { $0.isStart } }
}

/// How records are numbered: `{prefix}民调〔{year}〕{serial}号`; serials run per district, register and year without gaps.
public struct NumberRule: Sendable, Equatable {
    public var pattern: String
    /// The date field whose year the number carries.
    public var yearOf: String
    public init(pattern: String, yearOf: String) {
        self.pattern = pattern
        self.yearOf = yearOf
    }
}

/// A file and line of the catalogue.
public struct SourcePlace: Sendable, Equatable, Hashable, CustomStringConvertible {
    /// Path below the catalogue folder.
    public var file: String
    public var line: Int
    public init(file: String, line: Int) {
        self.file = file
        self.line = line
    }
    public var description: String { "\(file):\(line)" }
}

/// `field` or `rows.field`.
public struct FieldPath: Sendable, Hashable, CustomStringConvertible {
    public var field: String
    public var child: String?
    public init(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 1)
        field = parts.first.map(String.init) ?? text
        child = parts.count > 1 ? String(parts[1]) : nil
    }
    public var description: String { child.map { "\(field).\($0)" } ?? field }
}

/// From when until when a rule, code or field is in force; both ends inclusive, nil is open.
public struct Validity: Sendable, Equatable, Hashable {
    public var since: Day?
    public var until: Day?
    public init(since: Day? = nil, until: Day? = nil) {
        self.since = since
        self.until = until
    }
    public func holds(on day: Day) -> Bool {
        if let since, day < since { return false }
        if let until, day > until { return false }
        return true
    }
    public static let always = Validity()
}
