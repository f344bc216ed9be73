/// Words of the report room and the leader's page that stand beside those of `ReportText` and `LeaderText`.
public enum ReportRoomText: InterfaceText {
    case notForYou
    case notForYouWhy
    case ownFigures
    case ownContributions
    case written
    case toWrite
    case parts
    case figuresInText
    case characters
    case downloads
    case markdown
    case json
    case html
    case word
    case editContribution
    case writeContribution
    case yourText
    case theirText
    case contributionHint
    case conflict
    case saved
    case unit
    case part
    case by
    case noContributions
    case confirmDay
    case passed
    case mayNotWrite
    case appendix
    case keyFigures
    case keyFiguresHint
    case overdueMatters
    case leaderTitle
    case tooLong
    case partGone

    public var texts: (chinese: String, english: String) {
        switch self {
        case .notForYou: ("年度报告由统筹单位汇总", "The annual report is drawn up by the coordinators")
        case .notForYouWhy:
            (
                "报告里的数字是全区的，您能看到的只是其中一部分单位，所以这里不显示。您可以看本单位的数字，写本单位的供稿。",
                "Its figures are those of the whole district, and you may see some of its units only, so it is not shown here. You can see the figures of your own units and write their contributions."
            )
        case .ownFigures: ("看本单位的数字", "Figures of your units")
        case .ownContributions: ("写本单位的供稿", "Write your unit’s contributions")
        case .written: ("已有内容", "written")
        case .toWrite: ("待补", "to be written")
        case .parts: ("部分已有内容", "parts have content")
        case .figuresInText: ("个数字来自台账", "figures from registers")
        case .characters: ("字", "characters")
        case .downloads: ("下载", "Downloads")
        case .markdown: ("Markdown", "Markdown")
        case .json: ("JSON", "JSON")
        case .html: ("HTML", "HTML")
        case .word: ("导出 Word", "Export to Word")
        case .editContribution: ("修改供稿", "Edit contribution")
        case .writeContribution: ("写供稿", "Write a contribution")
        case .yourText: ("您写的", "What you wrote")
        case .theirText: ("现在的内容", "What stands there now")
        case .contributionHint:
            (
                "一行一段。数字会自动从台账取，不必在这里重写。",
                "One paragraph a line. Figures are taken from the registers; there is no need to repeat them."
            )
        case .conflict:
            (
                "您写的时候，别人先存了一稿。请对照两稿；再按保存，就以您这一稿为准。",
                "While you wrote, somebody else saved a text. Please compare the two; if you save again, yours will stand."
            )
        case .saved: ("供稿已保存。", "The contribution is saved.")
        case .unit: ("供稿单位", "Unit")
        case .part: ("部分", "Part")
        case .by: ("最后修改", "Last change")
        case .noContributions: ("还没有供稿。", "No contributions yet.")
        case .confirmDay: ("条次待核", "article to be confirmed")
        case .passed: ("已过", "past")
        case .mayNotWrite:
            (
                "您不能替这个单位供稿。请用该单位经办人的账号，或请统筹单位代写。",
                "You may not write for this unit. Please use an account of the unit, or ask the coordinators."
            )
        case .appendix: ("附件：数字与口径", "Appendix: figures and counting rules")
        case .keyFigures: ("主要数字", "Main figures")
        case .keyFiguresHint: ("年度报告用到的数字，与上年并列", "the figures of the annual report, beside last year’s")
        case .overdueMatters: ("超期事项", "Overdue matters")
        case .leaderTitle: ("领导一页", "Leader’s page")
        case .tooLong: ("供稿太长，请分成几个部分写。", "The contribution is too long; please divide it among the parts.")
        case .partGone: ("提纲里没有这一部分。请从年度报告页重新进入。", "The outline has no such part. Please start again from the report’s page.")
        }
    }
}
