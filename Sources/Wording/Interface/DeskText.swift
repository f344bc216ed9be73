/// The desk (工作台): what is due and to be done.
public enum DeskText: InterfaceText {
    case title
    case overview
    case views
    case registerOne
    case exportList
    case overdue
    case dueToday
    case dueThisWeek
    case awaitingApproval
    case returnedToMe
    case returnsMissing
    case toDo
    case doneItems
    case startedByMe
    case reminders
    case myWork
    case matter
    case handlingUnit
    case deadline
    case timeLeft
    case handle
    case remind
    case approve
    case thisWeek
    case later
    case pausedItems
    case drafts
    case nothingDue
    case dueSoonNote

    public var texts: (chinese: String, english: String) {
        switch self {
        case .title: ("工作台", "Desk")
        case .overview: ("待办概况", "Overview")
        case .views: ("事项视图", "Views")
        case .registerOne: ("登记一件", "Register a case")
        case .exportList: ("导出待办", "Export list")
        case .overdue: ("已超期", "Overdue")
        case .dueToday: ("今天到期", "Due today")
        case .dueThisWeek: ("本周到期", "Due this week")
        case .awaitingApproval: ("待我审批", "For my approval")
        case .returnedToMe: ("退回给我", "Returned to me")
        case .returnsMissing: ("单位未报月报", "Monthly returns missing")
        case .toDo: ("待办", "To do")
        case .doneItems: ("已办", "Done")
        case .startedByMe: ("我发起", "Started by me")
        case .reminders: ("催办", "Reminders")
        case .myWork: ("我的待办，按到期日由近到远", "My work, nearest due date first")
        case .matter: ("事项", "Matter")
        case .handlingUnit: ("经办单位", "Unit")
        case .deadline: ("期限", "Clock")
        case .timeLeft: ("剩余", "Left")
        case .handle: ("办理", "Act")
        case .remind: ("催办", "Remind")
        case .approve: ("审批", "Approve")
        case .thisWeek: ("本周", "This week")
        case .later: ("以后", "Later")
        case .pausedItems: ("已暂停", "Paused")
        case .drafts: ("草稿", "Drafts")
        case .nothingDue: ("没有待办事项。", "Nothing to do.")
        case .dueSoonNote:
            (
                "“临期”的提前量由各期限自己定，可在台账定义里改。",
                "“Due soon” has a threshold of its own for each clock, set in the catalogue."
            )
        }
    }
}
