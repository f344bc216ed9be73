import LegalTime

/// The closed list of field types (each has one column form in the store and one control in a form).
public enum FieldType: String, Sendable, CaseIterable {
    case text
    case longText = "long_text"
    case integer
    /// A decimal with `decimals` places, kept as a scaled integer.
    case decimal
    /// An amount of money in fen; written and shown in yuan.
    case money
    case bool
    case date
    /// A day and time to the minute, Asia/Shanghai.
    case moment
    case code
    case codes
    case unit
    case units
    case reference
    case references
    case attachment
    case idNumber = "id_number"
    case phone
    /// What was found on each item of a standard.
    case checklist
    /// Repeated child rows with stable row ids.
    case rows

    /// Several values in one field, kept in a child table.
    public var isMany: Bool { self == .codes || self == .units || self == .references }
}

/// Why a field is personal; a personal field is encrypted at rest and masked by role on every way out.
public enum PersonalMark: String, Sendable, CaseIterable {
    case name
    case idNumber = "id_number"
    case contact
    case address
    /// Running text that may name people.
    case freeText = "free_text"
    case sensitive

    /// Whether an exact keyed hash is kept for look-up.
    public var isLookedUp: Bool { self == .name || self == .idNumber || self == .contact }
}

/// One field of a register or of a rows field.
public struct FieldDefinition: Sendable, Equatable {
    public var name: String
    public var label: String
    public var type: FieldType
    public var isRequired: Bool
    public var hint: String?
    /// Longest text, largest integer, or most rows.
    public var max: Int?
    /// Smallest integer or fewest rows.
    public var min: Int?
    /// Places of a decimal field.
    public var decimals: Int
    /// Unit of measure shown beside the value: 元, 天, 份.
    public var unit: String?
    /// Name of the code list of a code(s) field.
    public var codes: String?
    /// Register a reference(s) field points to.
    public var target: String?
    /// Kind of unit a unit(s) field takes; nil any.
    public var unitKind: String?
    /// The standard of a checklist field.
    public var standard: String?
    /// How the value follows from others; nil for a field that is entered.
    public var computed: Computation?
    public var personal: PersonalMark?
    /// A date field this date may not be earlier than.
    public var notBefore: String?
    /// A date may not lie after the office's today.
    public var isNotInFuture: Bool
    /// No two records of a district may share the value.
    public var isUnique: Bool
    public var validity: Validity
    /// An attachment that holds sound or pictures: kept in pieces and played, uploaded on a page of its own.
    public var isMedia: Bool
    /// Fields of a rows field.
    public var fields: [FieldDefinition]
    /// The column's former name.
    public var was: String?
    /// Set when an overlay of a district added the field: its column is `x_<district>_<name>`.
    public var overlay: String?
    public var place: SourcePlace

    public init(name: String, label: String, type: FieldType, place: SourcePlace) {
        self.name = name
        self.label = label
        self.type = type
        self.isRequired = false
        self.hint = nil
        self.max = nil
        self.min = nil
        self.decimals = 0
        self.unit = nil
        self.codes = nil
        self.target = nil
        self.unitKind = nil
        self.standard = nil
        self.computed = nil
        self.personal = nil
        self.notBefore = nil
        self.isNotInFuture = false
        self.isUnique = false
        self.validity = .always
        self.isMedia = false
        self.fields = []
        self.was = nil
        self.overlay = nil
        self.place = place
    }

    /// The column's name: fields that an overlay adds are prefixed by the district, whose hyphens are written as underscores.
    public var column: String { overlay.map { "x_\($0.replacing("-", with: "_"))_\(name)" } ?? name }
}

/// A list of codes: the code is stored, the label is shown; a retired code gets `until`, none is deleted.
public struct CodeList: Sendable, Equatable {
    public var name: String
    public var entries: [CodeEntry]
    public init(name: String, entries: [CodeEntry]) {
        self.name = name
        self.entries = entries
    }
    public func entry(_ code: String) -> CodeEntry? { entries.first { $0.code == code } }
    /// The codes of a group, in order.
    public func codes(inGroup group: String) -> [String] { entries.filter { $0.group == group }.map(\.code) }
}

/// One code with its label, group and legal basis.
public struct CodeEntry: Sendable, Equatable {
    public var code: String
    public var label: String
    public var group: String?
    public var basis: LegalBasis?
    public var validity: Validity
    public init(code: String, label: String, group: String? = nil, basis: LegalBasis? = nil, validity: Validity = .always) {
        self.code = code
        self.label = label
        self.group = group
        self.basis = basis
        self.validity = validity
    }
}

/// A law and an article: written `行政复议法#30`.
public struct LegalBasis: Sendable, Equatable, Hashable, CustomStringConvertible {
    public var law: String
    /// Article number, `64(1)` where a paragraph matters; nil cites the whole text.
    public var article: String?
    public init(law: String, article: String?) {
        self.law = law
        self.article = article
    }
    public init(_ text: String) {
        let parts = text.split(separator: "#", maxSplits: 1).map(String.init)
        law = parts.first ?? text
        article = parts.count > 1 ? parts[1] : nil
    }
    public var description: String { article.map { "\(law)#\($0)" } ?? law }
}
