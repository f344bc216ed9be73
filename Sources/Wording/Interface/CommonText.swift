/// Words of no page in particular: buttons, column heads, short answers.
public enum CommonText: InterfaceText {
    case yes
    case no
    case none
    case noData
    case empty
    case all
    case total
    case serial
    case number
    case name
    case state
    case unit
    case owner
    case register
    case date
    case from
    case to
    case until
    case today
    case yesterday
    case optional
    case required
    case save
    case cancel
    case confirm
    case back
    case next
    case edit
    case delete
    case add
    case remove
    case close
    case `open`
    case view
    case download
    case upload
    case submit
    case search
    case more
    case details
    case print
    case exportExcel
    case exportCSV
    case previousPage
    case nextPage
    case paging
    case scrollable
    case select
    case choose
    case sortAscending
    case sortDescending
    case basis
    case note
    case reason
    case done
    case nothingHere
    case saved
    case error
    case errorMark
    case warning
    case hint
    case holds
    case demonstration

    public var texts: (chinese: String, english: String) {
        switch self {
        case .yes: ("是", "Yes")
        case .no: ("否", "No")
        case .none: ("无", "None")
        case .noData: ("—", "—")
        case .empty: ("（空）", "(empty)")
        case .all: ("全部", "All")
        case .total: ("合计", "Total")
        case .serial: ("序号", "No")
        case .number: ("编号", "Number")
        case .name: ("名称", "Name")
        case .state: ("状态", "State")
        case .unit: ("单位", "Unit")
        case .owner: ("归属单位", "Owning unit")
        case .register: ("台账", "Register")
        case .date: ("日期", "Date")
        case .from: ("起", "from")
        case .to: ("止", "to")
        case .until: ("至", "to")
        case .today: ("今天", "Today")
        case .yesterday: ("昨天", "Yesterday")
        case .optional: ("选填", "optional")
        case .required: ("必填", "required")
        case .save: ("保存", "Save")
        case .cancel: ("取消", "Cancel")
        case .confirm: ("确认", "Confirm")
        case .back: ("返回", "Back")
        case .next: ("下一步", "Next")
        case .edit: ("编辑", "Edit")
        case .delete: ("删除", "Delete")
        case .add: ("添加", "Add")
        case .remove: ("移除", "Remove")
        case .close: ("关闭", "Close")
        case .open: ("打开", "Open")
        case .view: ("查看", "View")
        case .download: ("下载", "Download")
        case .upload: ("上传", "Upload")
        case .submit: ("提交", "Submit")
        case .search: ("查找", "Search")
        case .more: ("更多", "More")
        case .details: ("详情", "Details")
        case .print: ("打印", "Print")
        case .exportExcel: ("导出 Excel", "Export to Excel")
        case .exportCSV: ("导出 CSV", "Export as CSV")
        case .previousPage: ("上一页", "Previous")
        case .nextPage: ("下一页", "Next")
        case .paging: ("翻页", "Pages")
        case .scrollable: ("可横向滚动", "scrolls sideways")
        case .select: ("选择", "Select")
        case .choose: ("请选择", "Choose")
        case .sortAscending: ("升序", "ascending")
        case .sortDescending: ("降序", "descending")
        case .basis: ("依据", "Basis")
        case .note: ("说明", "Note")
        case .reason: ("原因", "Reason")
        case .done: ("已完成", "Done")
        case .nothingHere: ("这里还没有内容。", "Nothing here yet.")
        case .saved: ("已保存。", "Saved.")
        case .error: ("错误", "Error")
        case .errorMark: ("错误：", "Error:")
        case .warning: ("警告", "Warning")
        case .hint: ("提示", "Hint")
        case .holds: ("成立", "Holds")
        case .demonstration: ("演示", "Demonstration")
        }
    }
}
