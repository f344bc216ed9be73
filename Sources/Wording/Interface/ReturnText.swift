/// Monthly returns (月报): sheets, the month's table, the board of units and months.
public enum ReturnText: InterfaceText {
    case title
    case sub
    case nothing
    case thisMonth
    case setByOffice
    case month
    case sheets
    case units
    case matrix
    case figures
    case partDue
    case partSubmitted
    case partOnTime
    case partLate
    case partZero
    case partMissing
    case partReturned
    case partExcepted
    case notYet
    case due
    case dueSoon
    case missing
    case submitted
    case approved
    case returned
    case excepted
    case late
    case zero
    case locked
    case item
    case counted
    case entered
    case difference
    case remark
    case value
    case mark
    case countedMark
    case enteredMark
    case zeroDeclaration
    case zeroHint
    case submitSheet
    case resubmit
    case saveDraft
    case approve
    case sendBack
    case lock
    case unlock
    case lockMonth
    case unlockMonth
    case reason
    case reasonHint
    case judge
    case history
    case dueOn
    case submittedBy
    case approvedBy
    case declaredBy
    case onTime
    case total
    case onlyEntered
    case ofIt
    case monthTable
    case exportMonth
    case exportYear
    case exceptions
    case exceptionsHint
    case addException
    case except
    case endException
    case firstMonth
    case lastMonth
    case monthHint
    case unit
    case list
    case nothingInList
    case listRemarks
    case done
    case doneSave
    case moved
    case actSave
    case actSubmit
    case actApprove
    case actSendBack
    case actLock
    case actUnlock
    case actExcept
    case actEndException
    case notAllowed
    case notLocked
    case ownSubmission
    case nothingChanged
    case monthsReversed
    case monthUnreadable
    case unitMissing
    case notOwed
    case reasonMissing
    case numberMissing
    case notANumber
    case belowZero
    case remarkMissing
    case zeroNotDeclared
    case notZero
    case conflict
    case year
    case whole
    case enterHint
    case reminders

    public var texts: (chinese: String, english: String) {
        switch self {
        case .title: ("月报", "Monthly returns")
        case .sub: ("每月由各单位报送的数字：谁报了、谁没报、报了多少", "The numbers that units return each month: who has, who has not, and how much")
        case .nothing: ("没有要您报送或审核的月报。", "There is no return for you to fill in or approve.")
        case .thisMonth: ("本月月报", "Returns of this month")
        case .setByOffice:
            ("报送日期由受理科室设定，不是法定期限。", "The day is set by the receiving office; it is no statutory period.")
        case .month: ("月份", "Month")
        case .sheets: ("报表", "Sheets")
        case .units: ("单位", "Units")
        case .matrix: ("各单位各月报送情况", "Units by months")
        case .figures: ("报送情况", "Completeness")
        case .partDue: ("应报", "Due")
        case .partSubmitted: ("已报", "In")
        case .partOnTime: ("按时", "On time")
        case .partLate: ("逾期报送", "Late")
        case .partZero: ("零报告", "Zero reports")
        case .partMissing: ("未报", "Missing")
        case .partReturned: ("退回未再报", "Sent back")
        case .partExcepted: ("免报", "Excepted")
        case .notYet: ("未到报送期", "Not yet open")
        case .due: ("待报送", "To be returned")
        case .dueSoon: ("快到期", "Due soon")
        case .missing: ("未报送", "Missing")
        case .submitted: ("已报送", "Submitted")
        case .approved: ("已审核", "Approved")
        case .returned: ("已退回", "Sent back")
        case .excepted: ("免报", "Excepted")
        case .late: ("逾期", "Late")
        case .zero: ("零报告", "Zero report")
        case .locked: ("已锁定", "Locked")
        case .item: ("项目", "Item")
        case .counted: ("计数", "Counted")
        case .entered: ("填报", "Entered")
        case .difference: ("相差", "Difference")
        case .remark: ("说明", "Remark")
        case .value: ("上报数", "Number")
        case .mark: ("来源", "From")
        case .countedMark: ("计数", "counted")
        case .enteredMark: ("填报", "entered")
        case .zeroDeclaration: ("本月无此类事项", "There was nothing of the kind this month")
        case .zeroHint:
            (
                "各项都是零时，勾选后以您的名义签报；不勾选就不算报送。",
                "If every number is zero, tick this: you sign for it. Without it the sheet does not count as returned."
            )
        case .submitSheet: ("报送", "Submit")
        case .resubmit: ("重新报送", "Submit again")
        case .saveDraft: ("暂存", "Save without submitting")
        case .approve: ("审核通过", "Approve")
        case .sendBack: ("退回", "Send back")
        case .lock: ("锁定这一份", "Lock this sheet")
        case .unlock: ("解除锁定", "Unlock")
        case .lockMonth: ("锁定这个月", "Lock the month")
        case .unlockMonth: ("解除这个月的锁定", "Unlock the month")
        case .reason: ("理由", "Reason")
        case .reasonHint: ("退回、锁定、解除锁定要写明理由，报送单位看得到", "Sending back, locking and unlocking need a reason, which the unit sees")
        case .judge: ("受理科室", "Receiving office")
        case .history: ("经过", "History")
        case .dueOn: ("报送截止", "Due")
        case .submittedBy: ("报送", "Submitted")
        case .approvedBy: ("审核", "Approved")
        case .declaredBy: ("零报告签报", "Zero report signed")
        case .onTime: ("按时报送", "On time")
        case .total: ("合计", "Total")
        case .onlyEntered: ("其中仅有填报", "Only entered")
        case .ofIt: ("其中填报", "entered")
        case .monthTable: ("本月汇总", "The month’s table")
        case .exportMonth: ("导出本月汇总", "Export the month")
        case .exportYear: ("导出全年", "Export the year")
        case .exceptions: ("免报", "Exceptions")
        case .exceptionsHint:
            (
                "免报要写明起止月份和理由，期满自动恢复报送。",
                "An exception names its first and last month and a reason; afterwards the return is due again."
            )
        case .addException: ("设定免报", "Except a unit")
        case .except: ("设定", "Except")
        case .endException: ("撤销免报", "Take back")
        case .firstMonth: ("起始月份", "First month")
        case .lastMonth: ("截止月份", "Last month")
        case .monthHint: ("写成 2021-03 的样子", "Written like 2021-03")
        case .unit: ("报送单位", "Unit")
        case .list: ("名单", "List")
        case .nothingInList: ("没有。", "None.")
        case .listRemarks: ("各单位的说明", "The units’ remarks")
        case .done: ("已办好。", "Done.")
        case .doneSave: ("已暂存，还没有报送。", "Kept; not submitted yet.")
        case .moved:
            (
                "报送以后台账有变动：现在的数字写在旁边。要以现在的数字为准，请重新报送。",
                "The registers have changed since this was submitted: the present numbers stand beside. Submit again to return them."
            )
        case .actSave: ("暂存", "Kept")
        case .actSubmit: ("报送", "Submitted")
        case .actApprove: ("审核通过", "Approved")
        case .actSendBack: ("退回", "Sent back")
        case .actLock: ("锁定", "Locked")
        case .actUnlock: ("解除锁定", "Unlocked")
        case .actExcept: ("设定免报", "Excepted")
        case .actEndException: ("撤销免报", "Exception taken back")
        case .notAllowed:
            ("您没有办理这一步的权限。请联系本单位填报人或受理科室。", "This step is not yours. Ask your unit’s reporter or the receiving office.")
        case .notLocked: ("已经没有锁定了。请刷新页面。", "It is no longer locked. Please reload the page.")
        case .ownSubmission: ("这份月报是您报送的，请由另一人审核。", "You submitted this sheet; somebody else has to approve it.")
        case .nothingChanged: ("与已报送的一样，没有改动。", "Nothing differs from what is stored.")
        case .monthsReversed: ("截止月份不能早于起始月份。", "The last month cannot lie before the first.")
        case .monthUnreadable: ("请把月份写成 2021-03 的样子。", "Please write the month like 2021-03.")
        case .unitMissing: ("请选择单位。", "Please choose a unit.")
        case .notOwed: ("这个单位这个月不用报送这份月报。", "This unit does not owe this return for this month.")
        case .reasonMissing: ("请写明理由。", "Please give a reason.")
        case .numberMissing: ("请填写数字；没有就填 0。", "Please give a number; 0 if there was none.")
        case .notANumber: ("请只填数字，例如 12。", "Please give digits only, such as 12.")
        case .belowZero: ("数字不能小于零。", "The number cannot be below zero.")
        case .remarkMissing: ("这一项要写说明。", "This number needs a remark.")
        case .zeroNotDeclared:
            (
                "各项都是零。如果本月确实没有，请勾选“本月无此类事项”再报送；不勾选就不算报送。",
                "Every number is zero. If there was nothing this month, tick the declaration and submit again; without it the sheet is not returned."
            )
        case .notZero:
            (
                "这一项不是零，不能作零报告。请核对数字，或去掉“本月无此类事项”。",
                "This number is not zero, so this is no zero report. Check it, or remove the declaration."
            )
        case .conflict:
            (
                "别人在您打开以后改过这份月报，您填的还在下面。请核对后再报送一次。",
                "Somebody has changed this sheet since you opened it; what you typed is still below. Please check and submit again."
            )
        case .year: ("年度", "Year")
        case .whole: ("全年", "The whole year")
        case .enterHint:
            (
                "台账里没有记录的单位在“填报”栏填总数；两样都有而不一样的，要写说明。",
                "A unit that keeps no rows enters totals. Where both are given and differ, a remark is needed."
            )
        case .reminders: ("催报", "Reminders")
        }
    }
}
