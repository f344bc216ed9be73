/// A figure that is known from elsewhere: the registers, or a table that the office keeps.
public struct KnownFigure: Sendable, Hashable {
    public let label: String
    /// A plain decimal string.
    public let value: String
    public let unit: String
    /// What the figure is about when its label does not say: 行政复议案件 for 审结件数; empty when it is not known.
    public let context: String

    public init(label: String, value: String, unit: String, context: String = "") {
        self.label = label
        self.value = value
        self.unit = unit
        self.context = context
    }
}
