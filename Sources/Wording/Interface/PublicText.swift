/// The open site.
public enum PublicText: InterfaceText {
    case title
    case whatToDo
    case requestDisclosure
    case applyReconsideration
    case complainEnforcement
    case applyMediation
    case applyLegalAid
    case commentOnDraft
    case openForComment
    case lists
    case decisions
    case comments
    case reports
    case publicLists
    case publishedBy
    case items
    case updated
    case newlyPublished
    case subscribe
    case followUp
    case receiptCode
    case receiptHint
    case look
    case notFound
    case noPersonal
    case redacted
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
        case .whatToDo: ("您要办什么", "What would you like to do?")
        case .requestDisclosure: ("申请政府信息公开", "Ask for government information")
        case .applyReconsideration: ("申请行政复议", "Apply for reconsideration")
        case .complainEnforcement: ("投诉行政执法", "Complain about enforcement")
        case .applyMediation: ("申请人民调解", "Ask for mediation")
        case .applyLegalAid: ("申请法律援助", "Apply for legal aid")
        case .commentOnDraft: ("对草案提意见", "Comment on a draft")
        case .openForComment: ("正在征求意见", "Open for comment")
        case .lists: ("清单", "Lists")
        case .decisions: ("决定与文件", "Decisions and documents")
        case .comments: ("征求意见", "Consultations")
        case .reports: ("年度报告", "Annual reports")
        case .publicLists: ("公开的清单", "Published lists")
        case .publishedBy: ("发布单位", "Published by")
        case .items: ("事项", "Items")
        case .updated: ("更新", "Updated")
        case .newlyPublished: ("新公布", "Newly published")
        case .subscribe: ("订阅 RSS", "Subscribe (RSS)")
        case .followUp: ("查办理进度", "Follow a matter")
        case .receiptCode: ("回执号", "Receipt code")
        case .receiptHint: ("提交时给您的 12 位号码，可带空格。", "The 12 characters you were given; blanks do no harm.")
        case .look: ("查询", "Look up")
        case .notFound: ("没有这个回执号。请核对后再查。", "There is no such receipt code. Please check it and try again.")
        case .noPersonal: ("不公开任何个人信息。", "No personal data is published.")
        case .redacted: ("已隐去个人信息", "personal data removed")
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
