/// Words of the pages of figures that stand beside those of `FigureText`.
public enum FigurePageText: InterfaceText {
    case title
    case years
    case ownOnly
    case rowsTitle
    case distinctTitle
    case distinctHint
    case thing
    case recordsOfIt
    case times
    case timesHint
    case ofNumerator
    case ofDenominator
    case ofValue
    case otherParts
    case wholeList
    case backToFigure
    case notThere
    case notThereHint
    case noRows
    case barsTitle
    case numeratorShare
    case withoutValue
    case notBrokenDown
    case jsonHint

    public var texts: (chinese: String, english: String) {
        switch self {
        case .title: ("数字", "Figures")
        case .years: ("年度", "Year")
        case .ownOnly: ("只算您能看到的单位。", "Only the units that you may see are counted.")
        case .rowsTitle: ("计入的记录", "Records counted")
        case .distinctTitle: ("计入的不同项", "Distinct items counted")
        case .distinctHint: ("同一项只计一次；右边是提到它的记录数。", "Each item is counted once; on the right is how many records name it.")
        case .thing: ("项", "Item")
        case .times: ("计入次数", "Times counted")
        case .timesHint:
            (
                "这项指标逐项（次）计数，一件可以计入几次；右边是各件计入的次数。",
                "Rows or steps are counted, so one record may count several times; on the right is how often."
            )
        case .recordsOfIt: ("记录数", "Records")
        case .ofNumerator: ("计入分子", "In the numerator")
        case .ofDenominator: ("计入分母", "In the denominator")
        case .ofValue: ("计入", "Counted")
        case .otherParts: ("组成", "Parts")
        case .wholeList: ("看全部", "See all")
        case .backToFigure: ("回到这个数字", "Back to the figure")
        case .notThere: ("没有这个数字", "There is no such figure")
        case .notThereHint:
            (
                "可能改过名，或者不在您能看的台账里。请从数字目录里找。",
                "It may have a new name, or stand in a register that you may not see. Please look for it among all figures."
            )
        case .noRows: ("没有计入的记录。", "No record is counted.")
        case .barsTitle: ("图", "Chart")
        case .numeratorShare: ("分子", "numerator")
        case .withoutValue: ("未填", "not filled in")
        case .notBrokenDown: ("没有可分的。", "Nothing to break down.")
        case .jsonHint: ("JSON", "JSON")
        }
    }
}
