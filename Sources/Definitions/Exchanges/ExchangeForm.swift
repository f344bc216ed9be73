/// A statistics form: columns are figures, rows narrow them; the total is the figure itself.
public struct ExchangeForm: Sendable, Equatable {
    public enum Span: String, Sendable, CaseIterable {
        case year
        case halfYear = "half_year"
        case quarter
        case month
    }
    public struct Column: Sendable, Equatable {
        public var heading: String
        public var english: String
        public var figure: FigureName
        public var place: SourcePlace
    }
    /// Units of some kinds as one row, with the units below them that have no row of their own.
    public struct Group: Sendable, Equatable {
        public var label: String
        public var english: String
        public var kinds: [String]
    }
    public enum Rows: Sendable, Equatable {
        /// The total alone.
        case none
        case groups([Group])
        /// A row for each unit of these kinds.
        case units([String])
        /// A row for each value of a field by which the register's figures are broken down.
        case field(String)
        /// The same by a code field of the record that a reference field names.
        case referred(field: String, code: String)
    }
    /// The first is offered first.
    public var spans: [Span]
    public var sheet: ExchangeSheet
    /// The heading of the first column.
    public var rowHeading: String
    public var englishRowHeading: String
    public var rows: Rows
    public var columns: [Column]

    public static let placeholders = ExchangeSheet.placeholders + ["period"]
}
