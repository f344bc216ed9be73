/// One record: facts, clocks, history, next steps.
public enum RecordText: InterfaceText {
    case summary
    case deadlines
    case history
    case links
    case letters
    case attachments
    case onThisPage
    case nextSteps
    case bindFile
    case log
    case allDeadlinesHow
    case basis
    case start
    case due
    case status
    case whyThisDay
    case reckoning
    case days
    case counted
    case calendarVersion
    case appliedLaw
    case onlyMoves
    case registered
    case edited
    case corrected
    case moved
    case viewedPersonal
    case by
    case at
    case showPersonal
    case hidden
    case correct
    case correctionReason
    case correctionHint
    case edit
    case noMoves
    case cannotUndo
    case moveReason
    case moveOn
    case addAttachment
    case noAttachments
    case delivered
    case draft
    case notStarted
    case inWords
    case before
    case after
    case revision
    case changedMeanwhile

    public var texts: (chinese: String, english: String) {
        switch self {
        case .summary: ("概要", "Summary")
        case .deadlines: ("期限", "Deadlines")
        case .history: ("经过", "History")
        case .links: ("关联", "Links")
        case .letters: ("文书", "Letters")
        case .attachments: ("附件", "Attachments")
        case .onThisPage: ("本页内容", "On this page")
        case .nextSteps: ("下一步", "Next steps")
        case .bindFile: ("卷宗", "Bound file")
        case .log: ("日志", "Log")
        case .allDeadlinesHow: ("全部期限怎样计算", "How all periods are reckoned")
        case .basis: ("依据", "Basis")
        case .start: ("起算", "Starts")
        case .due: ("到期", "Due")
        case .status: ("状态", "Status")
        case .whyThisDay: ("为什么是这一天", "Why this day")
        case .reckoning: ("计算过程", "Reckoning")
        case .days: ("日期", "Days")
        case .counted: ("累计", "Counted")
        case .calendarVersion: ("休假日表版本", "Rest-day calendar")
        case .appliedLaw: ("适用法律", "Law that applies")
        case .onlyMoves: ("只看流转", "Moves only")
        case .registered: ("登记", "Registered")
        case .edited: ("修改", "Edited")
        case .corrected: ("更正", "Corrected")
        case .moved: ("流转", "Moved")
        case .viewedPersonal: ("查看个人信息", "Personal data viewed")
        case .by: ("办理人", "By")
        case .at: ("时间", "At")
        case .showPersonal: ("查看（留痕）", "Show (logged)")
        case .hidden: ("无权查看", "Hidden")
        case .correct: ("更正已登记的内容", "Correct what is registered")
        case .correctionReason: ("更正原因", "Reason for the correction")
        case .correctionHint: ("原值留在日志里，注明谁在何时为何更正。", "The old value stays in the log, with who corrected it, when and why.")
        case .edit: ("修改", "Edit")
        case .noMoves: ("现在没有您可以办的步骤。", "There is no step for you to take now.")
        case .cannotUndo: ("办后不能撤销，先看确认页。", "This cannot be undone; a page asks you to confirm.")
        case .moveReason: ("事由", "Reason")
        case .moveOn: ("办理日期", "Day")
        case .addAttachment: ("添加附件", "Add an attachment")
        case .noAttachments: ("还没有附件。", "No attachments yet.")
        case .delivered: ("已送达", "served")
        case .draft: ("草稿", "draft")
        case .notStarted: ("还没有起算的期限。", "No period has started yet.")
        case .inWords: ("文字说明", "In words")
        case .before: ("原值", "Before")
        case .after: ("现值", "After")
        case .revision: ("第几次修改", "Revision")
        case .changedMeanwhile:
            (
                "您打开以后，别人改过这一件。请看改动，再决定。",
                "Somebody has changed this record since you opened it. Look at the changes, then decide."
            )
        }
    }
}
