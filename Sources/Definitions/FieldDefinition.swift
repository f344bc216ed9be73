/// One field of a register or of a rows field.
public struct FieldDefinition: Sendable, Equatable {
    /// What it holds lies in a box, so that a copy costs one reference: definitions are read at every act and changed while the
    /// catalogue is read only.
    private struct Content: Sendable, Equatable {
        var name: String
        var label: String
        var type: FieldType
        var isRequired: Bool
        var hint: String?
        var max: Int?
        var min: Int?
        var decimals: Int
        var unit: String?
        var codes: String?
        var target: String?
        var unitKind: String?
        var standard: String?
        var computed: Computation?
        var personal: PersonalMark?
        var notBefore: String?
        var isNotInFuture: Bool
        var isUnique: Bool
        var validity: Validity
        var isMedia: Bool
        var fields: [FieldDefinition]
        var rowDay: String?
        var was: String?
        var overlay: String?
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
    public var type: FieldType {
        get { box.content.type }
        set { set(\.type, newValue) }
    }
    public var isRequired: Bool {
        get { box.content.isRequired }
        set { set(\.isRequired, newValue) }
    }
    public var hint: String? {
        get { box.content.hint }
        set { set(\.hint, newValue) }
    }
    /// Longest text, largest integer, or most rows.
    public var max: Int? {
        get { box.content.max }
        set { set(\.max, newValue) }
    }
    /// Smallest integer or fewest rows.
    public var min: Int? {
        get { box.content.min }
        set { set(\.min, newValue) }
    }
    /// Places of a decimal field.
    public var decimals: Int {
        get { box.content.decimals }
        set { set(\.decimals, newValue) }
    }
    /// Unit of measure shown beside the value: 元, 天, 份.
    public var unit: String? {
        get { box.content.unit }
        set { set(\.unit, newValue) }
    }
    /// Name of the code list of a code(s) field.
    public var codes: String? {
        get { box.content.codes }
        set { set(\.codes, newValue) }
    }
    /// Register a reference(s) field points to.
    public var target: String? {
        get { box.content.target }
        set { set(\.target, newValue) }
    }
    /// Kind of unit a unit(s) field takes; nil any.
    public var unitKind: String? {
        get { box.content.unitKind }
        set { set(\.unitKind, newValue) }
    }
    /// The standard of a checklist field.
    public var standard: String? {
        get { box.content.standard }
        set { set(\.standard, newValue) }
    }
    /// How the value follows from others; nil for a field that is entered.
    public var computed: Computation? {
        get { box.content.computed }
        set { set(\.computed, newValue) }
    }
    public var personal: PersonalMark? {
        get { box.content.personal }
        set { set(\.personal, newValue) }
    }
    /// A date field this date may not be earlier than.
    public var notBefore: String? {
        get { box.content.notBefore }
        set { set(\.notBefore, newValue) }
    }
    /// A date may not lie after the office's today.
    public var isNotInFuture: Bool {
        get { box.content.isNotInFuture }
        set { set(\.isNotInFuture, newValue) }
    }
    /// No two records of a district may share the value.
    public var isUnique: Bool {
        get { box.content.isUnique }
        set { set(\.isUnique, newValue) }
    }
    public var validity: Validity {
        get { box.content.validity }
        set { set(\.validity, newValue) }
    }
    /// An attachment that holds sound or pictures: kept in pieces and played, uploaded on a page of its own.
    public var isMedia: Bool {
        get { box.content.isMedia }
        set { set(\.isMedia, newValue) }
    }
    /// Fields of a rows field.
    public var fields: [FieldDefinition] {
        get { box.content.fields }
        set { set(\.fields, newValue) }
    }
    /// Of a rows field: its date on which a row came about; a figure of a period sees no row of a later day.
    public var rowDay: String? {
        get { box.content.rowDay }
        set { set(\.rowDay, newValue) }
    }
    /// The column's former name.
    public var was: String? {
        get { box.content.was }
        set { set(\.was, newValue) }
    }
    /// Set when an overlay of a district added the field: its column is `x_<district>_<name>`.
    public var overlay: String? {
        get { box.content.overlay }
        set { set(\.overlay, newValue) }
    }
    public var place: SourcePlace {
        get { box.content.place }
        set { set(\.place, newValue) }
    }

    public init(name: String, label: String, type: FieldType, place: SourcePlace) {
        box = Box(
            Content(
                name: name, label: label, type: type, isRequired: false, hint: nil, max: nil, min: nil, decimals: 0, unit: nil,
                codes: nil, target: nil, unitKind: nil, standard: nil, computed: nil, personal: nil, notBefore: nil,
                isNotInFuture: false, isUnique: false, validity: .always, isMedia: false, fields: [], rowDay: nil, was: nil,
                overlay: nil, place: place))
    }

    /// The column's name: fields that an overlay adds are prefixed by the district, whose hyphens are written as underscores.
    public var column: String { overlay.map { "x_\($0.replacing("-", with: "_"))_\(name)" } ?? name }
}
