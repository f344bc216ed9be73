/// The leader’s page.
public enum LeaderText: InterfaceText {
    case mainFigures
    case lamps
    case lampsHint
    case coming
    case ifNothingDone
    case due
    case monthly
    case byUnit
    case noRanking
    case nothingOverdue
    case comparedWithLastYear

    public var texts: (chinese: String, english: String) {
        switch self {
        case .mainFigures: ("主要数字", "Main figures")
        case .lamps: ("亮灯", "Lamps")
        case .lampsHint: ("单位与业务线，取最重的一件", "Units by workstream, the gravest matter each")
        case .coming: ("今后八周到期", "Due in the next eight weeks")
        case .ifNothingDone: ("若无进展将超期", "Overdue if nothing is done")
        case .due: ("到期", "Due")
        case .monthly: ("逐月", "By month")
        case .byUnit: ("各单位", "By unit")
        case .noRanking: ("不排名次", "not a ranking")
        case .nothingOverdue: ("没有超期的事项。", "Nothing is overdue.")
        case .comparedWithLastYear: ("与上年相比", "Compared with last year")
        }
    }
}
