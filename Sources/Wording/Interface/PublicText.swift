/// The open site.
public enum PublicText: InterfaceText {
    case title
    case lists
    case decisions
    case reports
    case publicLists
    case updated
    case newlyPublished
    case columns
    case figures
    case accessible
    case backHome
    case tooMany
    case tooManyTitle
    case notPublic

    public var texts: (chinese: String, english: String) {
        switch self {
        case .title: ("法治政府建设公开", "Rule-of-law government, in the open")
        case .lists: ("清单", "Lists")
        case .decisions: ("决定与文件", "Decisions and documents")
        case .reports: ("年度报告", "Annual reports")
        case .publicLists: ("公开的清单", "Published lists")
        case .updated: ("更新", "Updated")
        case .newlyPublished: ("新公布", "Newly published")
        case .columns: ("栏目", "Columns")
        case .figures: ("数据", "Figures")
        case .accessible:
            (
                "本网站不设登录，不使用 Cookie；不用脚本也能浏览，支持键盘、读屏软件和大字。",
                "This site has no log-in and sets no cookie. It works without script, by keyboard, with a screen reader and in large type."
            )
        case .backHome: ("回到公开首页", "Back to the open site")
        case .tooManyTitle: ("请稍候再试", "Please wait a moment")
        case .tooMany:
            (
                "来自您这个网络地址的访问太多。请过一分钟再打开本页；需要整份名单的，请用列表页上的下载。",
                "There were too many requests from your network address. Please open the page again in a minute; for a whole list, use the download on its page."
            )
        case .notPublic:
            ("没有这一页，或者它没有公开、已经撤下。", "There is no such page, or it is not public, or it was withdrawn.")
        }
    }
}
