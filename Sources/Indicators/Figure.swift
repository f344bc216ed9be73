import Definitions
import LegalTime
import Records

/// One figure of a period: its exact value and how many rows stand behind it.
public struct Figure: Sendable {
    public var name: FigureName
    public var definition: IndicatorDefinition
    public var value: FigureValue
    /// Counted above and below the line of a share, in their own units; nil for a plain figure.
    public var numerator: Int64?
    public var denominator: Int64?
    /// Records behind the figure (of a share: behind its numerator).
    public var rows: Int

    public init(
        name: FigureName, definition: IndicatorDefinition, value: FigureValue, numerator: Int64?, denominator: Int64?, rows: Int
    ) {
        self.name = name
        self.definition = definition
        self.value = value
        self.numerator = numerator
        self.denominator = denominator
        self.rows = rows
    }

    public var isPositive: Bool { value.isDefined && value.numerator > 0 }
}

/// A figure for one unit, month or code.
public struct BreakdownCell: Sendable {
    /// Id of the unit, code or record, or a month as `2021-03`; empty where the field is.
    public var key: String
    public var value: FigureValue
    public var numerator: Int64?
    public var denominator: Int64?
    public var rows: Int
}

/// By what a figure is broken down.
public enum Breakdown: Sendable, Hashable {
    case owner
    case month
    /// A code, unit or reference field of the register's `breakdowns`.
    case field(String)
}

/// Which records stand behind a figure or a part of it.
public struct FigurePart: Sendable {
    public enum Side: String, Sendable {
        case value
        case numerator
        case denominator
    }
    public var side: Side
    public var register: String
    public var measure: SimpleMeasure
    /// What the measure asks of a record, with "the summed field is filled in" where it sums.
    public var condition: Condition
    public var count: Int
}
