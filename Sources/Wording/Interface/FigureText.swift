/// One figure with its counting rule, months, breakdown and records.
public enum FigureText: InterfaceText {
    case countingRule
    case catalogueDefinition
    case formula
    case numerator
    case denominator
    case placement
    case excludes
    case basis
    case note
    case byMonth
    case monthlyFigures
    case month
    case quarter
    case wholeYear
    case breakdown
    case by
    case share
    case count
    case lastYear
    case change
    case live
    case frozen
    case notLocked
    case locked
    case cutOff
    case countedRecords
    case openInRegister
    case usedIn
    case chart
    case equation
    case chartTableSame
    case allFigures
    case figure
    case value
    case suppressed
    case differsFromFrozen
    case noFigures

    public var texts: (chinese: String, english: String) {
        switch self {
        case .countingRule: ("口径", "Counting rule")
        case .catalogueDefinition: ("台账定义", "Definition")
        case .formula: ("公式", "Formula")
        case .numerator: ("分子", "Numerator")
        case .denominator: ("分母", "Denominator")
        case .placement: ("计入", "Period")
        case .excludes: ("不含", "Left out")
        case .basis: ("依据", "Basis")
        case .note: ("说明", "Note")
        case .byMonth: ("逐月", "By month")
        case .monthlyFigures: ("逐月数字", "Month by month")
        case .month: ("月", "Month")
        case .quarter: ("季度", "Quarter")
        case .wholeYear: ("全年", "Whole year")
        case .breakdown: ("分类", "Breakdown")
        case .by: ("按", "By")
        case .share: ("占比", "Share")
        case .count: ("件数", "Count")
        case .lastYear: ("上年", "Last year")
        case .change: ("增减", "Change")
        case .live: ("实时", "live")
        case .frozen: ("已冻结", "frozen")
        case .notLocked: ("尚未锁定", "not yet locked")
        case .locked: ("已锁定", "locked")
        case .cutOff: ("截止", "As of")
        case .countedRecords: ("计入的记录", "Records counted")
        case .openInRegister: ("在台账中打开", "Open in the register")
        case .usedIn: ("用于", "Used in")
        case .chart: ("图", "Chart")
        case .equation: ("算式", "Equation")
        case .chartTableSame: ("旁边的表是同样的数字。", "The table beside it holds the same numbers.")
        case .allFigures: ("全部数字", "All figures")
        case .figure: ("指标", "Figure")
        case .value: ("数值", "Value")
        case .suppressed: ("少于公开下限的写“<n”。", "Cells below the limit are shown as “<n”.")
        case .differsFromFrozen: ("后来的更正使实时数与冻结数不同。", "Later corrections make the live figure differ from the frozen one.")
        case .noFigures: ("这个期间还没有可算的数字。", "There is nothing to count in this period.")
        }
    }
}
