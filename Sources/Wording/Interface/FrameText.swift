/// The frame around every page: bar, menu, footer.
public enum FrameText: InterfaceText {
    case product
    case motto
    case registersOfRuleOfLaw
    case skipToContent
    case menu
    case mainMenu
    case closeMenu
    case location
    case findRecord
    case findHint
    case find
    case display
    case light
    case dark
    case largeType
    case ordinaryType
    case otherLanguage
    case settings
    case signInHistory
    case signOut
    case desk
    case leaderPage
    case registers
    case allRegisters
    case periods
    case shared
    case statistics
    case figures
    case annualReport
    case proofreading
    case importing
    case deadlines
    case catalogue
    case administration
    case accounts
    case grants
    case log
    case help
    case openSite
    case publicHome
    case demoNotice
    case accessibility

    public var texts: (chinese: String, english: String) {
        switch self {
        case .product: ("准绳", "Zhunsheng")
        case .motto: ("以事实为根据，以法律为准绳", "Facts as the basis, the law as the plumb line")
        case .registersOfRuleOfLaw: ("法治政府建设台账", "Rule-of-law registers")
        case .skipToContent: ("跳到正文", "Skip to content")
        case .menu: ("菜单", "Menu")
        case .mainMenu: ("主菜单", "Main menu")
        case .closeMenu: ("收起菜单", "Close menu")
        case .location: ("所在位置", "You are here")
        case .findRecord: ("查找台账", "Search registers")
        case .findHint: ("编号、名称、单位", "Number, title, unit")
        case .find: ("查找", "Search")
        case .display: ("显示", "Display")
        case .light: ("浅色", "Light")
        case .dark: ("深色", "Dark")
        case .largeType: ("大字版", "Large type")
        case .ordinaryType: ("标准字号", "Ordinary type")
        case .otherLanguage: ("English", "中文")
        case .settings: ("我的设置", "Settings")
        case .signInHistory: ("登录记录", "Sign-in history")
        case .signOut: ("退出", "Sign out")
        case .desk: ("工作台", "Desk")
        case .leaderPage: ("领导一页", "Leader’s page")
        case .registers: ("台账", "Registers")
        case .allRegisters: ("全部台账", "All registers")
        case .periods: ("法定期限", "Statutory periods")
        case .shared: ("协同工作", "Shared work")
        case .statistics: ("统计与报告", "Figures and reports")
        case .figures: ("数字", "Figures")
        case .annualReport: ("年度报告", "Annual report")
        case .proofreading: ("校对", "Proof-reading")
        case .importing: ("导入", "Import")
        case .deadlines: ("期限", "Deadlines")
        case .catalogue: ("台账定义", "Catalogue")
        case .administration: ("系统管理", "Administration")
        case .accounts: ("账号", "Accounts")
        case .grants: ("授权", "Grants")
        case .log: ("日志", "Log")
        case .help: ("帮助", "Help")
        case .openSite: ("公开网站", "Open site")
        case .publicHome: ("首页", "Home")
        case .demoNotice:
            (
                "演示数据：汇总数取自已公开的年度报告，逐件记录与人物均为虚构。",
                "Demonstration data: totals are from published annual reports; single records and all persons are invented."
            )
        case .accessibility: ("网站无障碍说明", "Accessibility")
        }
    }
}
