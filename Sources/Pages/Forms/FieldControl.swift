/// One field of a form as it stands on the page: label, hint, what is typed, and what is wrong with it.
public struct FieldControl: Sendable {
    /// Name of the control and id of what a problem links to: `title`, `parties.1.name`.
    public var key: String
    public var label: String
    public var hint: String?
    public var isOptional: Bool
    public var problems: [String]
    public var kind: Kind
    /// Whether the page opens with the cursor here; one control of a page at most.
    public var hasFocus = false

    public enum Kind: Sendable {
        case line(String, Line)
        case area(String)
        case select([Option], chosen: String)
        case radios([Option], chosen: String)
        case checks([Option], chosen: Set<String>)
        case file(present: FileLink?)
        case rows(RowsControl)
        case checklist(ChecklistControl)
        case password(autocomplete: String)
    }

    /// How a one-line field looks and what a phone offers for it.
    public struct Line: Sendable {
        /// One of the width classes: `w-date`, `w-s`, `w-m`.
        public var width: String?
        public var inputMode: String?
        public var isNumber: Bool
        /// Names to choose from while typing.
        public var suggestions: [String]
        public var autocomplete: String?
        public init(
            width: String? = nil, inputMode: String? = nil, isNumber: Bool = false, suggestions: [String] = [],
            autocomplete: String? = "off"
        ) {
            self.width = width
            self.inputMode = inputMode
            self.isNumber = isNumber
            self.suggestions = suggestions
            self.autocomplete = autocomplete
        }
    }

    public struct Option: Sendable, Hashable {
        public var value: String
        public var label: String
        public init(value: String, label: String) {
            self.value = value
            self.label = label
        }
    }

    public struct FileLink: Sendable {
        public var name: String
        public var address: Address?
        public init(name: String, address: Address?) {
            self.name = name
            self.address = address
        }
    }

    public init(key: String, label: String, hint: String? = nil, isOptional: Bool = false, problems: [String] = [], kind: Kind) {
        self.key = key
        self.label = label
        self.hint = hint
        self.isOptional = isOptional
        self.problems = problems
        self.kind = kind
    }
}

/// Child rows of a form; rows come and go by submit buttons, without a script.
public struct RowsControl: Sendable {
    public struct Row: Sendable {
        /// The stable id of a row that is already stored.
        public var id: String?
        public var controls: [FieldControl]
        public init(id: String?, controls: [FieldControl]) {
            self.id = id
            self.controls = controls
        }
    }
    public var rows: [Row]
    public var least: Int?
    public var unit: String?
    public init(rows: [Row], least: Int?, unit: String?) {
        self.rows = rows
        self.least = least
        self.unit = unit
    }
    /// The hidden control that carries a row's stable id: `parties.1.~id`.
    public static func idKey(_ field: String, _ index: Int) -> String { "\(field).\(index).~id" }
    /// Names of the submit buttons.
    public static let addName = "add_row"
    public static let removeName = "remove_row"
}
