/// Words of the pages that stand beside those of `FrameText`, `FormText` and their like.
public enum PageText: InterfaceText {
    case notAllowed
    case ended
    case reasonMissing
    case nothingChanged
    case signedOut
    case district
    case save
    case registeredNote
    case savedNote
    case movedNote
    case correctedNote
    case fillLater
    case fieldsToCorrect
    case chooseFields
    case inCurrentTab
    case openCurrent
    case saveOver
    case whatChanged
    case tooManyTries
    case passwordsDiffer
    case passwordWrong
    case passwordCommon
    case passwordContainsLogin
    case passwordUnchanged
    case passwordChanged
    case changedTitle
    case open
    case doneView
    case nothingDone
    case findTitle
    case findNothing
    case findPrompt
    case numberMatch
    case personalHidden
    case masked
    case presentFile
    case maskedFieldsKept
    case mishap
    case goToDesk
    case act
    case when
    case change
    case item
    case system
    case expired
    case recomputed
    case removedRow
    case provisionalNote
    case confirmNote
    case badRequest
    case badRequestTitle
    case moveNeedsNothing
    case elapsed
    case rolledOver
    case newest
    case oldest
    case dueFirst
    case order
    case movedBy
    case notGiven
    case attachAgain
    case alsoHere
    case findText
    case findTextOrPerson

    public var texts: (chinese: String, english: String) {
        switch self {
        case .notAllowed: ("这一步不在您的权限内。请联系本单位管理员。", "You have no right to do this. Please ask your unit’s administrator.")
        case .ended:
            (
                "这一件已经结束，不能再修改；要改的请用“更正”并写明原因。",
                "This record has ended and cannot be edited; please use “Correct” and give the reason."
            )
        case .reasonMissing: ("请写明更正原因。", "Please give the reason for the correction.")
        case .nothingChanged: ("没有改动任何内容，所以没有保存。", "Nothing was changed, so nothing was saved.")
        case .signedOut: ("已退出。", "You have signed out.")
        case .district: ("地区", "District")
        case .save: ("保存", "Save")
        case .registeredNote: ("已登记。", "Registered.")
        case .savedNote: ("修改已保存。", "The changes are saved.")
        case .movedNote: ("已办理。", "Done.")
        case .correctedNote: ("已更正，原值留在日志里。", "Corrected; the old value stays in the log.")
        case .fillLater: ("以后再填", "to be filled in later")
        case .fieldsToCorrect: ("要更正的内容", "What to correct")
        case .chooseFields: ("请选择要更正哪几项。", "Choose the items to correct.")
        case .inCurrentTab: ("新窗口打开", "opens in a new tab")
        case .openCurrent: ("看现在的内容", "Look at the record as it is now")
        case .saveOver: ("以我填的为准，保存", "Save what I typed over it")
        case .whatChanged: ("改动", "What changed")
        case .tooManyTries:
            ("这个地址登录失败次数过多。请十分钟后再试。", "Too many failed sign-ins from this address. Please try again in ten minutes.")
        case .passwordsDiffer: ("两遍新密码不一样。请重新输入。", "The two new passwords differ. Please type them again.")
        case .passwordWrong: ("现在的密码不对。请核对后重试。", "The present password is wrong. Please check and try again.")
        case .passwordCommon: ("这个密码太常见。请换一个。", "This password is too common. Please choose another.")
        case .passwordContainsLogin:
            ("密码里不能有账号名。请换一个。", "The password may not contain the account’s name. Please choose another.")
        case .passwordUnchanged: ("新密码和现在的一样。请换一个。", "The new password is the present one. Please choose another.")
        case .passwordChanged: ("密码已修改，其他地方的登录已退出。", "The password is changed; other sessions have been signed out.")
        case .changedTitle: ("别人刚改过", "Somebody has just changed it")
        case .open: ("在办", "Open")
        case .doneView: ("已办", "Done")
        case .nothingDone: ("还没有办过的事项。", "Nothing done yet.")
        case .findTitle: ("查找", "Search")
        case .findNothing: ("没有找到。请换一个词，或填完整的编号。", "Nothing found. Try another word, or the whole number.")
        case .findPrompt:
            (
                "填编号、名称里的词；当事人须填完整的姓名、证件号码或电话。",
                "A number, words of a title; of a person the whole name, identity number or telephone."
            )
        case .numberMatch: ("编号", "Number")
        case .personalHidden: ("个人信息已遮盖", "personal data masked")
        case .masked: ("已遮盖", "masked")
        case .presentFile: ("现有文件", "Present file")
        case .maskedFieldsKept:
            ("您看不到的个人信息不在这一页，保存时原样保留。", "Personal data that you may not see is not on this page and stays as it is.")
        case .mishap: ("编号", "Incident")
        case .goToDesk: ("回工作台", "To the desk")
        case .act: ("动作", "Act")
        case .when: ("时间", "When")
        case .change: ("改动", "Change")
        case .item: ("内容", "Item")
        case .system: ("系统", "the system")
        case .expired: ("期满自动办理", "Moved by expiry")
        case .recomputed: ("重新计算期限", "Deadlines recomputed")
        case .removedRow: ("已移除", "removed")
        case .provisionalNote: ("暂定：休假日安排公布后可能变动。", "Provisional: it may move when the rest days are published.")
        case .confirmNote: ("这个期限还待法规人员确认，不据此单独报警。", "This period has still to be confirmed by the legal staff.")
        case .badRequestTitle: ("没有看懂这次请求", "The request was not understood")
        case .badRequest: ("提交的内容不完整。请返回，再试一次。", "What was sent is not complete. Please go back and try again.")
        case .moveNeedsNothing: ("这一步不需要再填内容，核对后确认即可。", "This step needs nothing more; check and confirm.")
        case .elapsed: ("已过", "elapsed")
        case .rolledOver: ("顺延", "moved on")
        case .newest: ("新登记的在前", "newest first")
        case .oldest: ("早登记的在前", "oldest first")
        case .dueFirst: ("按到期日", "by due day")
        case .order: ("排序", "Order")
        case .movedBy: ("办理", "done")
        case .notGiven: ("未填", "not given")
        case .findText: ("编号、名称", "Number, title")
        case .findTextOrPerson: ("编号、名称；姓名、证件、电话须完整", "Number, title; name, ID or phone in full")
        case .alsoHere: ("可以一并填写", "May be filled in as well")
        case .attachAgain: ("请再选一次文件：浏览器不保留上次选的文件。", "Please choose the file again: the browser does not keep it.")
        }
    }
}
