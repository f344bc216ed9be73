/// Forms: registering, editing and moving.
public enum FormText: InterfaceText {
    case register
    case registerOne
    case checkAndSubmit
    case saveDraft
    case discard
    case submit
    case saveChanges
    case needsCorrection
    case errorTitle
    case dateHint
    case momentHint
    case unitHint
    case referenceHint
    case moneyHint
    case addRow
    case removeRow
    case chooseFile
    case keepFile
    case removeFile
    case personalNote
    case whoSees
    case afterSubmitting
    case number
    case possibleDuplicate
    case sameMatter
    case otherMatter
    case draftSaved
    case chooseOne
    case reasonRequired
    case fieldsForMove
    case confirmMove
    case legalBasis

    public var texts: (chinese: String, english: String) {
        switch self {
        case .register: ("登记", "Register")
        case .registerOne: ("登记一件", "Register one")
        case .checkAndSubmit: ("核对并提交", "Check and submit")
        case .saveDraft: ("存草稿", "Save draft")
        case .discard: ("不登记了", "Discard")
        case .submit: ("提交", "Submit")
        case .saveChanges: ("保存修改", "Save changes")
        case .needsCorrection: ("请改正以下各处", "Please correct the following")
        case .errorTitle: ("错误：", "Error:")
        case .dateHint: ("如 2022-01-15、2022年1月15日、0115", "such as 2022-01-15 or 0115")
        case .momentHint: ("如 2022-01-15 10:42", "such as 2022-01-15 10:42")
        case .unitHint: ("填名称或拼音首字母", "Name of the unit")
        case .referenceHint: ("填编号或名称", "Number or title")
        case .moneyHint: ("单位：元", "in yuan")
        case .addRow: ("增加一项", "Add one")
        case .removeRow: ("移除", "Remove")
        case .chooseFile: ("选择文件", "Choose a file")
        case .keepFile: ("保留现有文件", "Keep the present file")
        case .removeFile: ("去掉文件", "Remove the file")
        case .personalNote: ("含个人信息，只给有权限的人看，不公开。", "Holds personal data; only those entitled see it, and it is not public.")
        case .whoSees: ("谁看得到", "Who sees it")
        case .afterSubmitting: ("提交以后", "After you submit")
        case .number: ("编号", "Number")
        case .possibleDuplicate: ("可能是同一件", "Perhaps the same matter")
        case .sameMatter: ("是同一件，并入该案", "It is the same; join it")
        case .otherMatter: ("不是，继续登记", "It is not; go on")
        case .draftSaved: ("草稿已存，退出后在“工作台 · 草稿”里接着填。", "The draft is saved; you find it on your desk under “Drafts”.")
        case .chooseOne: ("请选择", "Choose")
        case .reasonRequired: ("请写明原因", "Please give the reason")
        case .fieldsForMove: ("办理这一步要填的内容", "What this step asks for")
        case .confirmMove: ("确认办理", "Confirm")
        case .legalBasis: ("依据", "Basis")
        }
    }
}
