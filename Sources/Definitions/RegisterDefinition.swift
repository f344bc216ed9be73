/// One register (台账): what is recorded, who may move it, by when under which article, and how it is counted.
///
/// The engine knows a register only through this value. `digest` is the SHA-256 of the merged definition (file plus overlays).
public struct RegisterDefinition: Sendable, Equatable {
    /// What it holds lies in a box, so that a copy costs one reference: definitions are read at every act and changed while the
    /// catalogue is read only.
    private struct Content: Sendable, Equatable {
        var name: String
        var label: String
        var summary: String
        var workstream: String
        var owner: String
        var office: String
        var business: [String]
        var heading: String?
        var number: NumberRule
        var versionBy: [String]
        var fields: [FieldDefinition]
        var codes: [String: CodeList]
        var standards: [String: StandardDefinition]
        var dated: DatedRule?
        var states: [StateDefinition]
        var transitions: [TransitionDefinition]
        var deadlines: [DeadlineDefinition]
        var letters: [LetterDefinition]
        var file: FileDefinition
        var recordings: RecordingsDefinition?
        var exam: ExamDefinition?
        var consultation: ConsultationDefinition?
        var draws: [DrawDefinition]
        var requests: [PublicRequestDefinition]
        var indicators: [IndicatorDefinition]
        var breakdowns: [String]
        var form: [FormSection]
        var list: ListDefinition
        var publication: PublicationDefinition
        var retention: RetentionDefinition
        var digest: String
        var text: String
        var place: SourcePlace
    }

    private final class Box: Sendable {
        let content: Content
        init(_ content: Content) { self.content = content }
    }

    private var box: Box

    private mutating func set<Member>(_ member: WritableKeyPath<Content, Member>, _ value: Member) {
        var content = box.content
        content[keyPath: member] = value
        box = Box(content)
    }

    public static func == (one: Self, other: Self) -> Bool { one.box === other.box || one.box.content == other.box.content }

    public var name: String {
        get { box.content.name }
        set { set(\.name, newValue) }
    }
    public var label: String {
        get { box.content.label }
        set { set(\.label, newValue) }
    }
    public var summary: String {
        get { box.content.summary }
        set { set(\.summary, newValue) }
    }
    /// Folder under `registers/`, one of the catalogue's workstreams.
    public var workstream: String {
        get { box.content.workstream }
        set { set(\.workstream, newValue) }
    }
    /// The field that holds the owning unit: of type unit, or a reference to a record whose owner then owns this one.
    public var owner: String {
        get { box.content.owner }
        set { set(\.owner, newValue) }
    }
    /// The office in charge (主管科室); grants may be limited to offices.
    public var office: String {
        get { box.content.office }
        set { set(\.office, newValue) }
    }
    /// The kinds of unit whose daily business the register is; empty: of every kind.
    public var business: [String] {
        get { box.content.business }
        set { set(\.business, newValue) }
    }
    /// The field shown as the record's name beside its number; nil: the number alone.
    public var heading: String? {
        get { box.content.heading }
        set { set(\.heading, newValue) }
    }
    public var number: NumberRule {
        get { box.content.number }
        set { set(\.number, newValue) }
    }
    /// The first of these date fields that is set chooses the version of every clock and rule of the record.
    public var versionBy: [String] {
        get { box.content.versionBy }
        set { set(\.versionBy, newValue) }
    }
    public var fields: [FieldDefinition] {
        get { box.content.fields }
        set { set(\.fields, newValue) }
    }
    public var codes: [String: CodeList] {
        get { box.content.codes }
        set { set(\.codes, newValue) }
    }
    /// The standards that its fields name, by name; the lists of their grades are among `codes`.
    public var standards: [String: StandardDefinition] {
        get { box.content.standards }
        set { set(\.standards, newValue) }
    }
    /// Set where the records are items of a list whose changes are dated.
    public var dated: DatedRule? {
        get { box.content.dated }
        set { set(\.dated, newValue) }
    }
    public var states: [StateDefinition] {
        get { box.content.states }
        set { set(\.states, newValue) }
    }
    public var transitions: [TransitionDefinition] {
        get { box.content.transitions }
        set { set(\.transitions, newValue) }
    }
    public var deadlines: [DeadlineDefinition] {
        get { box.content.deadlines }
        set { set(\.deadlines, newValue) }
    }
    /// The letters that are printed from its records.
    public var letters: [LetterDefinition] {
        get { box.content.letters }
        set { set(\.letters, newValue) }
    }
    /// The bound file; empty where its records have none.
    public var file: FileDefinition {
        get { box.content.file }
        set { set(\.file, newValue) }
    }
    /// Set where its records have sound or picture recordings.
    public var recordings: RecordingsDefinition? {
        get { box.content.recordings }
        set { set(\.recordings, newValue) }
    }
    /// Set where its records are exams.
    public var exam: ExamDefinition? {
        get { box.content.exam }
        set { set(\.exam, newValue) }
    }
    /// Set where its records are put out for opinions.
    public var consultation: ConsultationDefinition? {
        get { box.content.consultation }
        set { set(\.consultation, newValue) }
    }
    /// The random draws into its records.
    public var draws: [DrawDefinition] {
        get { box.content.draws }
        set { set(\.draws, newValue) }
    }
    /// What the public may hand in.
    public var requests: [PublicRequestDefinition] {
        get { box.content.requests }
        set { set(\.requests, newValue) }
    }
    public var indicators: [IndicatorDefinition] {
        get { box.content.indicators }
        set { set(\.indicators, newValue) }
    }
    /// Fields by which figures may be broken down (code, unit or reference fields).
    public var breakdowns: [String] {
        get { box.content.breakdowns }
        set { set(\.breakdowns, newValue) }
    }
    public var form: [FormSection] {
        get { box.content.form }
        set { set(\.form, newValue) }
    }
    public var list: ListDefinition {
        get { box.content.list }
        set { set(\.list, newValue) }
    }
    public var publication: PublicationDefinition {
        get { box.content.publication }
        set { set(\.publication, newValue) }
    }
    public var retention: RetentionDefinition {
        get { box.content.retention }
        set { set(\.retention, newValue) }
    }
    /// Hex SHA-256 of the merged definition, written into every log entry.
    public var digest: String {
        get { box.content.digest }
        set { set(\.digest, newValue) }
    }
    /// The merged definition as text, kept by its digest.
    public var text: String {
        get { box.content.text }
        set { set(\.text, newValue) }
    }
    public var place: SourcePlace {
        get { box.content.place }
        set { set(\.place, newValue) }
    }

    public init(
        name: String, label: String, workstream: String, owner: String, office: String, number: NumberRule, place: SourcePlace
    ) {
        box = Box(
            Content(
                name: name, label: label, summary: "", workstream: workstream, owner: owner, office: office, business: [],
                heading: nil, number: number, versionBy: [], fields: [], codes: [:], standards: [:], dated: nil, states: [],
                transitions: [], deadlines: [], letters: [], file: .none, recordings: nil, exam: nil, consultation: nil,
                draws: [], requests: [], indicators: [], breakdowns: [], form: [], list: ListDefinition(),
                publication: PublicationDefinition(), retention: RetentionDefinition(years: nil, force: .local), digest: "",
                text: "", place: place))
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
