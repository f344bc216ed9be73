/// Pages that say what did not work and what to do.
public enum ProblemPageText: InterfaceText {
    case notFoundTitle
    case notFound
    case forbiddenTitle
    case forbidden
    case refusedTitle
    case conflictTitle
    case conflict
    case tooLargeTitle
    case tooLarge
    case brokenTitle
    case broken
    case busyTitle
    case busy
    case formExpiredTitle
    case formExpired
    case unreadableFileTitle
    case unreadableFile

    public var texts: (chinese: String, english: String) {
        switch self {
        case .notFoundTitle: ("没有这一页", "There is no such page")
        case .notFound:
            (
                "地址可能写错，或者这一件已经移走。请从菜单或“查找”进入。",
                "The address may be mistyped, or the record may have moved. Please use the menu or the search."
            )
        case .forbiddenTitle: ("不在您的权限内", "Not within your rights")
        case .forbidden:
            (
                "这一页不在您的权限内。确有需要的，请找本单位管理员。",
                "You have no right to this page. If you need it, please ask your unit’s administrator."
            )
        case .refusedTitle: ("没有办成", "Not done")
        case .conflictTitle: ("别人刚改过", "Somebody has just changed it")
        case .conflict:
            (
                "您打开以后，别人改过这一件；您填的内容还在下面。请核对后再提交。",
                "The record was changed after you opened it; what you typed is still below. Please check it and submit again."
            )
        case .tooLargeTitle: ("文件太大", "The file is too large")
        case .tooLarge: ("文件超过上限。请压缩或拆开后再传。", "The file exceeds the limit. Please make it smaller or split it.")
        case .brokenTitle: ("系统出错", "Something went wrong")
        case .broken:
            (
                "系统没有办成，已经记入日志；没有写入任何内容。请稍后再试，仍不行请把下面的时间和编号告诉管理员。",
                "It did not work; the log has a note of it and nothing was written. Please try again later, and if it fails again, give the administrator the time and number below."
            )
        case .busyTitle: ("系统正忙", "The system is busy")
        case .busy: ("请稍等片刻，再试一次。", "Please wait a moment and try again.")
        case .formExpiredTitle: ("页面已过期", "The page has expired")
        case .formExpired:
            (
                "这一页打开太久。请返回刷新，再提交一次。",
                "This page was open too long. Please go back, reload it and submit again."
            )
        case .unreadableFileTitle: ("文件读不出来", "The file cannot be read")
        case .unreadableFile:
            (
                "这个文件读不出来。请确认没有加密、没有损坏，另存后再传。",
                "The file cannot be read. Make sure that it is neither encrypted nor damaged, save it anew and try again."
            )
        }
    }
}
