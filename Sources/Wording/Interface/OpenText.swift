/// The pages of the open site and the page on which a record is let out.
public enum OpenText: InterfaceText {
    case published
    case column
    case count
    case downloads
    case csv
    case json
    case search
    case words
    case apply
    case all
    case nothing
    case day
    case item
    case withdrawnTitle
    case withdrawnGone
    case withdrawnList
    case reason
    case copy
    case document
    case redactedNote
    case figuresTitle
    case figuresLead
    case figure
    case value
    case rule
    case year
    case reportsLead
    case released
    case noReports
    case noPersonalNote
    case publication
    case publicationNote
    case standing
    case within
    case publicFields
    case notFitNow
    case isPublicNow
    case isAutomatic
    case toPublicPage
    case handle
    case publish
    case until
    case untilHint
    case sources
    case sourcesNote
    case markedText
    case markedHint
    case preview
    case previewTitle
    case propose
    case ownProposal
    case check
    case checkNote
    case release
    case sendBack
    case withdraw
    case withdrawNote
    case note
    case proposedAct
    case releasedAct
    case returnedAct
    case publishedAct
    case withdrawnAct
    case reportReleasedAct
    case reportWithdrawnAct
    case releaseReport
    case releaseReportNote
    case withdrawReport
    case reportIsOpen
    case state
    case proposedBy
    case checkedBy
    case file
    case marked
    case statistics

    public var texts: (chinese: String, english: String) {
        switch self {
        case .published: ("公开事项", "What is published")
        case .column: ("栏目", "Column")
        case .count: ("件数", "Items")
        case .downloads: ("下载", "Download")
        case .csv: ("CSV 表格", "CSV")
        case .json: ("JSON 数据", "JSON")
        case .search: ("查找", "Search")
        case .words: ("关键词", "Words")
        case .apply: ("查询", "Search")
        case .all: ("全部", "All")
        case .nothing: ("没有符合条件的公开事项。", "Nothing public meets these conditions.")
        case .day: ("日期", "Date")
        case .item: ("事项", "Item")
        case .withdrawnTitle: ("已撤下", "Withdrawn")
        case .withdrawnGone: ("这一件曾经公开，现已撤下，内容不再提供。", "This was public and has been withdrawn; what it said is no longer here.")
        case .withdrawnList: ("已撤下的事项", "Withdrawn items")
        case .reason: ("撤下原因", "Reason")
        case .copy: ("公开文本（已隐去个人信息）", "Published text (personal data removed)")
        case .document: ("下载公开文本（Word）", "Download the text (Word)")
        case .redactedNote:
            ("姓名、证件号码、电话、住址等个人信息已经遮盖，并经两人核对。", "Names, numbers and addresses of persons were removed and checked by two people.")
        case .figuresTitle: ("公开数据", "Public figures")
        case .figuresLead:
            (
                "每个数字都附口径。过小的数字写“<n”，以免认出个人；由它推得出的比例也不写。",
                "Each figure stands with its counting rule. Small ones are written “<n”, so that nobody can be recognised; shares that would reveal them are left out."
            )
        case .figure: ("指标", "Figure")
        case .value: ("数值", "Value")
        case .rule: ("口径", "Counting rule")
        case .year: ("年度", "Year")
        case .reportsLead:
            ("法治政府建设年度报告每年四月一日前向社会公开。", "The annual report on building a law-based government is public by 1 April each year.")
        case .released: ("公开日期", "Published")
        case .noReports: ("还没有公开的年度报告。", "No annual report has been published yet.")
        case .noPersonalNote: ("只公开法律规定公开的内容，不公开任何个人信息。", "Only what the law makes public is here, and nothing personal.")
        case .publication: ("公开", "Publication")
        case .publicationNote: ("公开网站上只出现下列字段。", "Only these fields appear on the open site.")
        case .within: ("公开期限", "To be published by")
        case .standing: ("公开情况", "How it stands")
        case .publicFields: ("公开的字段", "Public fields")
        case .notFitNow: ("现在的状态不能公开。", "It cannot be public in its present state.")
        case .isPublicNow: ("正在公开", "Public now")
        case .isAutomatic: ("名单自动公开，不用逐件办理。", "Entries of this list are public by themselves.")
        case .toPublicPage: ("看公开页", "Public page")
        case .handle: ("办理公开", "Publish or withdraw")
        case .publish: ("公开", "Publish")
        case .until: ("公示至", "Shown until")
        case .untilHint: ("到这一天为止公示，以后自动撤出；没有期限的不填。", "It is shown up to this day; leave it empty where there is no end.")
        case .sources: ("从哪一份文本开始", "Start from")
        case .sourcesNote:
            (
                "系统在文本里标出本件的个人信息和像证件号、电话、住址的内容，标出的都要核对。",
                "The system marks the record’s personal values, and what looks like numbers and addresses; check every mark."
            )
        case .markedText: ("公开文本", "Text to be published")
        case .markedHint:
            (
                "[[原文|替换]] 公开时显示“替换”，[[原文]] 显示“×××”。可以修改、增加、去掉标记。",
                "[[original|shown]] is published as “shown”, [[original]] as “×××”. Marks can be changed, added and removed."
            )
        case .preview: ("预览", "Preview")
        case .previewTitle: ("公开后的样子", "As it will be published")
        case .propose: ("提交核对", "Hand to the checker")
        case .ownProposal: ("已提交，等另一个人核对；提交人不能自己放行。", "It waits for another person; whoever proposed it cannot release it.")
        case .check: ("核对公开文本", "Check the text")
        case .checkNote:
            ("请逐处核对：划去的是原文，旁边是公开的文字。", "Check every mark: what is struck out is hidden, beside it stands what is shown.")
        case .release: ("核对无误，公开", "Checked; publish")
        case .sendBack: ("退回修改", "Send back")
        case .withdraw: ("撤下", "Withdraw")
        case .withdrawNote: ("撤下后公开网站上只留“已撤下”和原因，内容不再提供。", "The open site then says “withdrawn” and why; the content is gone.")
        case .note: ("说明", "Note")
        case .proposedAct: ("提交公开核对", "Proposed for publication")
        case .releasedAct: ("核对并公开", "Checked and published")
        case .returnedAct: ("退回公开文本", "Text sent back")
        case .publishedAct: ("公开", "Published")
        case .withdrawnAct: ("撤下公开", "Withdrawn from the public")
        case .reportReleasedAct: ("公开年度报告", "Annual report published")
        case .reportWithdrawnAct: ("撤下年度报告", "Annual report withdrawn")
        case .releaseReport: ("向社会公开", "Publish")
        case .releaseReportNote:
            (
                "公开的是现在这一稿：以后数字变动，公开的文本不变。没有写的部分和附表不公开。",
                "The draft of this moment is published: later changes of figures do not alter it. Unwritten parts and the appendix stay out."
            )
        case .withdrawReport: ("撤下公开的报告", "Withdraw the report")
        case .reportIsOpen: ("本年度报告已经公开", "This year’s report is public")
        case .state: ("状态", "State")
        case .proposedBy: ("经办", "By")
        case .checkedBy: ("核对", "Checked by")
        case .file: ("附件", "File")
        case .marked: ("遮盖处数", "Marks")
        case .statistics: ("数据与报告", "Figures and reports")
        }
    }
}
