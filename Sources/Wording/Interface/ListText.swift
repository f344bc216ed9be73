/// The list of a register.
public enum ListText: InterfaceText {
    case registerOne
    case importRows
    case savedViews
    case openAndRecent
    case dueSoon
    case overdue
    case allRecords
    case filter
    case clear
    case moreConditions
    case removeCondition
    case deadlineStatus
    case recordState
    case period
    case findText
    case findPerson
    case columnsAndOrder
    case shownColumns
    case remember
    case selectRow
    case selected
    case titleAndNumber
    case dueOn
    case status
    case forSelected
    case batchHint
    case perPage
    case sameContent
    case noRecords
    case noRecordsYet
    case byDueDate
    case newestFirst

    public var texts: (chinese: String, english: String) {
        switch self {
        case .registerOne: ("登记一件", "Register one")
        case .importRows: ("导入", "Import")
        case .savedViews: ("保存的视图", "Saved views")
        case .openAndRecent: ("在办与新结", "Open and newly done")
        case .dueSoon: ("即将到期", "Due soon")
        case .overdue: ("已超期", "Overdue")
        case .allRecords: ("全部", "All")
        case .filter: ("筛选", "Filter")
        case .clear: ("清除", "Clear")
        case .moreConditions: ("更多条件", "More conditions")
        case .removeCondition: ("去掉这一条件", "Remove this condition")
        case .deadlineStatus: ("期限状态", "Clock status")
        case .recordState: ("状态", "State")
        case .period: ("期间", "Period")
        case .findText: ("名称、事实", "Title, facts")
        case .findPerson: ("姓名、证件号码、电话（须完整）", "Name, identity number or telephone, in full")
        case .columnsAndOrder: ("列与排序", "Columns and order")
        case .shownColumns: ("显示的列", "Columns shown")
        case .remember: ("记住", "Remember")
        case .selectRow: ("选择", "Select")
        case .selected: ("选中", "Selected")
        case .titleAndNumber: ("名称与编号", "Title and number")
        case .dueOn: ("到期日", "Due")
        case .status: ("期限状态", "Clock")
        case .forSelected: ("对勾选的案件", "With the records ticked")
        case .batchHint: ("先列出每件能否办理，再确认。", "First a page says for each whether it can be done; then you confirm.")
        case .perPage: ("每页", "Per page")
        case .sameContent:
            (
                "导出与打印的内容与本页相同：同样的条件、列和排序。",
                "Export and print hold what this page holds: the same conditions, columns and order."
            )
        case .noRecords: ("没有符合条件的记录。请放宽条件，或清除筛选。", "No record meets these conditions. Relax them, or clear the filter.")
        case .noRecordsYet:
            (
                "还没有登记。可以登记一件，或导入现有的表格。",
                "Nothing is registered yet. Register a first record, or import the sheet you keep."
            )
        case .byDueDate: ("按到期日由近到远", "nearest due date first")
        case .newestFirst: ("新登记的在前", "newest first")
        }
    }
}
