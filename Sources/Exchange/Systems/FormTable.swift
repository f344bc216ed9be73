import Definitions
import Indicators
import Records

/// A statistics form filled in.
public struct FormTable: Sendable {
    public struct Row: Sendable {
        public var label: String
        /// One for each column; nil for a figure that does not exist in the period.
        public var cells: [FigureValue?]

        /// Whether anything stands in it.
        var isEmpty: Bool { cells.allSatisfy { $0.map { !$0.isDefined || $0.numerator == 0 } ?? true } }
    }
    public var exchange: ExchangeDefinition
    public var form: ExchangeForm
    public var period: FormPeriod
    /// The figures' units of measure, by column.
    public var units: [String]
    public var rows: [Row]
    /// The figures themselves.
    public var total: Row
}
