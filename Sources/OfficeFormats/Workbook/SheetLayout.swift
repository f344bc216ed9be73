/// One column of a sheet to be written.
public struct SheetColumn: Sendable, Hashable {
    /// How a column shows its values, and how empty cells below will take what a person types.
    public enum Kind: Sendable, Hashable {
        /// As the value is.
        case general
        /// Always text, so that long numbers such as identity numbers keep every digit.
        case text
        case whole
        case decimal(places: Int)
        /// Two places and thousands separators.
        case money
        /// A fraction shown as a percentage: 0.282 as 28.2%.
        case percent(places: Int)
        case date
        case dateTime
        case time
    }

    public var title: String
    public var kind: Kind
    /// In characters, a Chinese one counting two; nil for a width that suits title and kind.
    public var width: Int?
    /// Breaks long texts into lines.
    public var wraps: Bool
    /// Offered in a drop-down list below the header; anything else is refused on typing.
    public var choices: [String]
    /// Shown when the pointer is on the header.
    public var note: String?
    /// Shows the title in red.
    public var isRequired: Bool

    public init(
        _ title: String, kind: Kind = .general, width: Int? = nil, wraps: Bool = false, choices: [String] = [],
        note: String? = nil, isRequired: Bool = false
    ) {
        self.title = title
        self.kind = kind
        self.width = width
        self.wraps = wraps
        self.choices = choices
        self.note = note
        self.isRequired = isRequired
    }
}

/// What stands above and around the rows of a sheet.
public struct SheetLayout: Sendable, Hashable {
    /// The tab; brought to what Excel allows (31 characters, none of `[]:*?/\`, no two alike).
    public var name: String
    /// A merged line above the header; nil for none, as in sheets that are read back by programs.
    public var title: String?
    /// Further merged lines between title and header: counting rule, closing time, who made it.
    public var captions: [String]
    public var columns: [SheetColumn]
    /// How many rows below the header carry drop-down lists when fewer are written.
    public var choiceRows: Int
    /// A4 across instead of upright.
    public var isLandscape: Bool
    /// Printed at the foot of each page before the page number.
    public var footer: String?

    public init(
        name: String, title: String? = nil, captions: [String] = [], columns: [SheetColumn], choiceRows: Int = 2000,
        isLandscape: Bool = true, footer: String? = nil
    ) {
        self.name = name
        self.title = title
        self.captions = captions
        self.columns = columns
        self.choiceRows = choiceRows
        self.isLandscape = isLandscape
        self.footer = footer
    }
}
