/// Checklists: their form and their page.
public enum ChecklistWords: InterfaceText {
    case item
    case fullMark
    case awarded
    case result
    case met
    case notMet
    case notAssessed
    case must
    case score
    case failedItems
    case allPassed
    case computed

    public var texts: (chinese: String, english: String) {
        switch self {
        case .item: ("条目", "Item")
        case .fullMark: ("满分", "Full mark")
        case .awarded: ("得分", "Awarded")
        case .result: ("结果", "Result")
        case .met: ("达标", "Met")
        case .notMet: ("未达标", "Not met")
        case .notAssessed: ("未评", "Not assessed")
        case .must: ("必须达标", "Must be met")
        case .score: ("合计", "Total")
        case .failedItems: ("未达标条目", "Items failed")
        case .allPassed: ("各项都达标", "No item failed")
        case .computed: ("自动计算", "Computed")
        }
    }
}
