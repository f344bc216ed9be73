/// Print views.
public enum PrintText: InterfaceText {
    case backToList
    case backToRecord
    case howToPrint
    case conditions
    case noConditions
    case order
    case asOf
    case countingRule
    case preparedByUnit
    case preparedBy
    case checkedBy
    case printedAt

    public var texts: (chinese: String, english: String) {
        switch self {
        case .backToList: ("返回列表", "Back to the list")
        case .backToRecord: ("返回", "Back")
        case .howToPrint:
            (
                "按 Ctrl + P 打印。A4 横向，表头每页重复；只印勾选的案件请先在列表里勾选。",
                "Press Ctrl + P. A4 landscape, the head repeats on each page; to print some records only, tick them in the list first."
            )
        case .conditions: ("条件", "Conditions")
        case .noConditions: ("全部记录", "all records")
        case .order: ("排序", "Order")
        case .asOf: ("截止", "As of")
        case .countingRule: ("口径", "Counting rule")
        case .preparedByUnit: ("制表单位", "Unit")
        case .preparedBy: ("制表人", "Prepared by")
        case .checkedBy: ("审核人", "Checked by")
        case .printedAt: ("打印", "Printed")
        }
    }
}
