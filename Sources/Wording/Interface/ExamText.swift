/// The pages of exams: the list, the paper, the results, the banks and the entrance.
public enum ExamText: InterfaceText {
    case title
    case sub
    case mine
    case mineNone
    case run
    case runNone
    case exam
    case standing
    case score
    case period
    case due
    case sat
    case passed
    case attendanceRate
    case passRate
    case runningNow
    case attendances
    case openTo
    case begin
    case goOn
    case beginAgain
    case seeResult
    case hasPassed
    case notPassed
    case notSat
    case isSitting
    case handedIn
    case endedByServer
    case quiz
    case rules
    case ruleOne
    case ruleEnd
    case ruleSame
    case ruleAnswers
    case questions
    case fullMark
    case passMark
    case minutes
    case tries
    case noLimit
    case used
    case single
    case multiple
    case judgement
    case save
    case submit
    case submitHint
    case unanswered
    case allAnswered
    case remaining
    case endsAt
    case savedState
    case allSaved
    case savedNote
    case sending
    case offline
    case lateAnswers
    case waitOnline
    case result
    case yourAnswer
    case rightAnswer
    case noAnswer
    case reason
    case right
    case wrong
    case part
    case answersLater
    case banks
    case banksSub
    case bank
    case edition
    case importedAt
    case retired
    case retire
    case retiredNote
    case importBank
    case bankTitle
    case bankTitleHint
    case sheetFile
    case sheetHint
    case template
    case failedRows
    case failedNote
    case nothingImported
    case row
    case column
    case why
    case kind
    case stem
    case topic
    case noBanks
    case chooseBank
    case bankChosen
    case candidates
    case addUnits
    case addUnitsDo
    case addPersons
    case addPersonsDo
    case addRetakers
    case addRetakersDo
    case codes
    case codesHint
    case entryCode
    case door
    case person
    case number
    case unit
    case hasAccount
    case byCode
    case guest
    case resit
    case best
    case count
    case countHint
    case counted
    case added
    case results
    case byUnit
    case total
    case exportResults
    case exportPassed
    case itemAnalysis
    case asked
    case rightShare
    case record
    case organise
    case doorTitle
    case doorSub
    case enter
    case wrongCode
    case tooManyTries
    case asGuest
    case ticketEnded
    case notFound
    case notAllowed
    case notOpen
    case over
    case noBank
    case noPaper
    case passedAlready
    case bankRetired
    case titleMissing
    case nothingToTake
    case begun
    case closed
    case countRefused
    case noFile
    case noHeader
    case unreadable
    case nameMissing
    case nameTooLong
    case unitMissing
    case onListAlready
    case stemMissing
    case answerMissing

    public var texts: (chinese: String, english: String) {
        switch self {
        case .title: ("考试", "Exams")
        case .sub: ("要考的、考过的，和自己组织的考试", "What you are to sit, what you have sat, and the exams you run")
        case .mine: ("我的考试", "My exams")
        case .mineNone: ("现在没有要参加的考试。", "There is no exam for you to sit now.")
        case .run: ("考试组织", "Exams you may see")
        case .runNone: ("还没有考试记录。先在台账里登记一场考试。", "There is no exam yet. Register one first.")
        case .exam: ("考试名称", "Exam")
        case .standing: ("情况", "Standing")
        case .score: ("成绩", "Score")
        case .period: ("时间", "Period")
        case .due: ("应考", "Due")
        case .sat: ("实考", "Sat")
        case .passed: ("合格", "Passed")
        case .attendanceRate: ("参考率", "Attendance")
        case .passRate: ("合格率", "Pass rate")
        case .runningNow: ("正在答题", "Sitting now")
        case .attendances: ("答题人次", "Papers handed in")
        case .openTo: ("进入", "Open")
        case .begin: ("开始答题", "Begin")
        case .goOn: ("继续答题", "Go on")
        case .beginAgain: ("再答一次", "Begin again")
        case .seeResult: ("看结果", "See the result")
        case .hasPassed: ("已合格", "Passed")
        case .notPassed: ("未合格", "Not passed")
        case .notSat: ("未参加", "Not sat")
        case .isSitting: ("答题中", "Sitting")
        case .handedIn: ("已交卷", "Handed in")
        case .endedByServer: ("到时自动交卷", "Closed at its end")
        case .quiz: ("练习答题，答完即看答案", "A quiz: answers are shown at once")
        case .rules: ("考前须知", "Before you begin")
        case .ruleOne:
            (
                "答案逐题自动保存；断网时留在本机，联网后自动补送。没有脚本的浏览器请按“保存”。",
                "Each answer is saved by itself; without a connection it stays in this browser and is sent when the connection is back. Without scripts, press Save."
            )
        case .ruleEnd:
            (
                "时间以服务器为准。到时服务器自动收卷，按已保存的答案评分；到时之后送到的答案不收。",
                "The server's clock counts. At the end the server closes the paper and marks what was saved; answers that arrive later are not taken."
            )
        case .ruleSame:
            (
                "关掉窗口、换一台电脑再进来，还是同一张卷子，时间不重新算。",
                "Another window or computer goes on with the same paper and the same time."
            )
        case .ruleAnswers:
            (
                "考试期间不显示答案；全部结束后可以看自己的对错和依据。",
                "No answers are shown while the exam is open; afterwards you can see yours with the reasons."
            )
        case .questions: ("题数", "Questions")
        case .fullMark: ("满分", "Full mark")
        case .passMark: ("合格线", "Pass mark")
        case .minutes: ("时长", "Minutes")
        case .tries: ("可考次数", "Tries")
        case .noLimit: ("不限", "No limit")
        case .used: ("已考次数", "Tries so far")
        case .single: ("单选题", "One choice")
        case .multiple: ("多选题", "Several choices")
        case .judgement: ("判断题", "True or false")
        case .save: ("保存", "Save")
        case .submit: ("交卷", "Hand in")
        case .submitHint: ("交卷以后不能再改。", "Nothing can be changed after that.")
        case .unanswered: ("还没有答的题", "Not answered yet")
        case .allAnswered: ("全部题目都已作答。", "Every question is answered.")
        case .remaining: ("剩余时间", "Time left")
        case .endsAt: ("收卷时间", "Ends at")
        case .savedState: ("保存情况", "Saved")
        case .allSaved: ("已保存", "Saved")
        case .savedNote: ("已保存。", "Saved.")
        case .sending: ("正在保存…", "Saving…")
        case .offline: ("没有连接，答案留在本机，联网后自动补送", "No connection: answers stay in this browser and will be sent")
        case .lateAnswers: ("已经到时，这次送来的答案没有收。", "Time is over: the answers just sent were not taken.")
        case .waitOnline:
            (
                "现在没有连接，还不能交卷；答案都在本机，联网后再按“交卷”。",
                "There is no connection, so the paper cannot be handed in yet; your answers are kept here."
            )
        case .result: ("结果", "Result")
        case .yourAnswer: ("你的答案", "Your answer")
        case .rightAnswer: ("正确答案", "Right answer")
        case .noAnswer: ("未作答", "No answer")
        case .reason: ("依据", "Reason")
        case .right: ("对", "Right")
        case .wrong: ("错", "Wrong")
        case .part: ("部分得分", "In part")
        case .answersLater:
            (
                "全部考试结束以后，这里显示每题的对错和依据。",
                "When the exam is over for everybody, right and wrong answers are shown here."
            )
        case .banks: ("题库", "Question banks")
        case .banksSub: ("每次导入成为一个新版；考过的卷子永远对着当时那一版", "Each import is a new edition; papers that were sat keep theirs")
        case .bank: ("题库", "Bank")
        case .edition: ("版次", "Edition")
        case .importedAt: ("导入", "Imported")
        case .retired: ("已停用", "Retired")
        case .retire: ("停用这一版", "Retire this edition")
        case .retiredNote: ("已停用。", "Retired.")
        case .importBank: ("导入题库", "Import a bank")
        case .bankTitle: ("题库名称", "Title of the bank")
        case .bankTitleHint: ("与已有题库同名的，成为它的新版", "The same title as a bank that is there makes its next edition")
        case .sheetFile: ("表格文件", "Sheet")
        case .sheetHint: ("XLSX 或 CSV，列名见模板", "XLSX or CSV, with the columns of the template")
        case .template: ("下载模板", "Template")
        case .failedRows: ("下载未导入的行", "Rows that were not taken")
        case .failedNote:
            (
                "下列行没有导入，其余已导入。改好后单独再导。",
                "These rows were not taken, the others were. Mend them and import them by themselves."
            )
        case .nothingImported: ("没有导入任何一行。", "No row was taken.")
        case .row: ("行", "Row")
        case .column: ("列", "Column")
        case .why: ("原因", "Reason")
        case .kind: ("题型", "Kind")
        case .stem: ("题干", "Question")
        case .topic: ("知识点", "Topic")
        case .noBanks: ("还没有题库。", "There is no bank yet.")
        case .chooseBank: ("选定题库", "Choose the bank")
        case .bankChosen: ("题库已选定。", "The bank is chosen.")
        case .candidates: ("考生", "Candidates")
        case .addUnits: ("按单位加入（各单位的全部账号）", "Add units (every account of each)")
        case .addUnitsDo: ("加入这些单位的账号", "Add the accounts")
        case .addPersons: ("没有账号的人员（单位、姓名、编号）", "People without an account (unit, name, number)")
        case .addPersonsDo: ("导入名单", "Import the list")
        case .addRetakers: ("补考：带入另一场考试未合格、未参加的人员", "Resit: bring in who failed or missed another exam")
        case .addRetakersDo: ("带入补考人员", "Bring them in")
        case .codes: ("发放入场码", "Issue entry codes")
        case .codesHint:
            (
                "给还没有开考的无账号人员重新发码；发过的旧码随即作废。下载的表里有姓名和入场码，请妥善保管。",
                "New codes for people without an account who have not begun; older codes end. The file names people and their codes: keep it safe."
            )
        case .entryCode: ("入场码", "Entry code")
        case .door: ("入场地址", "Address of the entrance")
        case .person: ("姓名", "Name")
        case .number: ("编号", "Number")
        case .unit: ("单位", "Unit")
        case .hasAccount: ("有账号", "Account")
        case .byCode: ("凭码", "By code")
        case .guest: ("自由参加", "Guest")
        case .resit: ("补考", "Resit")
        case .best: ("最好成绩", "Best")
        case .count: ("统计结果并写入台账", "Count and write into the register")
        case .countHint:
            (
                "各单位应考、实考、合格人数写入本场考试的记录，指标随之计算。",
                "The numbers of each unit are written into the record of the exam, and its figures count them."
            )
        case .counted: ("结果已写入台账。", "The results are written into the register.")
        case .added: ("考生已加入。", "Candidates are added.")
        case .results: ("成绩与统计", "Results")
        case .byUnit: ("各单位", "By unit")
        case .total: ("合计", "Total")
        case .exportResults: ("导出成绩", "Export the results")
        case .exportPassed: ("导出合格人员（执法证）", "Export who passed")
        case .itemAnalysis: ("逐题分析", "Question by question")
        case .asked: ("出题次数", "Asked")
        case .rightShare: ("答对率", "Share right")
        case .record: ("台账记录", "Record")
        case .organise: ("组织考试", "Run this exam")
        case .doorTitle: ("考试入场", "Entrance to the exam")
        case .doorSub: ("凭单位发给您的入场码进入", "Enter with the code your unit gave you")
        case .enter: ("进入", "Enter")
        case .wrongCode:
            (
                "入场码不对。请核对大小写以外的每一位；仍不行请联系单位考务。",
                "That code is not right. Check each letter and digit, or ask whoever runs the exam."
            )
        case .tooManyTries: ("尝试次数太多，请十分钟后再试。", "Too many tries; please wait ten minutes.")
        case .asGuest: ("直接答题", "Answer without a code")
        case .ticketEnded: ("请凭入场码重新进入。", "Please enter again with your code.")
        case .notFound: ("没有这场考试，或者您不在名单里。", "There is no such exam, or you are not on its list.")
        case .notAllowed:
            (
                "您不能这样做。入场码只由能看到姓名的经办人发放。",
                "You may not do this. Entry codes are issued by a clerk who sees names in full."
            )
        case .notOpen: ("这场考试现在不在考试状态。", "This exam is not open.")
        case .over: ("考试时间已过。", "The period of the exam is over.")
        case .noBank: ("还没有选定题库。", "No bank is chosen yet.")
        case .noPaper: ("考试记录里还没有填试卷组成（题型、题数、分值）。", "The record does not say yet how the paper is made up.")
        case .passedAlready: ("您已经合格，不用再考。", "You have passed already.")
        case .bankRetired: ("这一版题库已停用，请选别的版次。", "This edition is retired; please choose another.")
        case .titleMissing: ("请填题库名称。", "Please give the bank a title.")
        case .nothingToTake: ("没有可以加入或写入的内容。", "There is nothing to add or to write.")
        case .begun: ("已经有人开考，不能再换题库。", "Somebody has begun; the bank cannot be changed.")
        case .closed: ("这张卷子已经收了。", "This paper is closed.")
        case .countRefused:
            (
                "结果没有写入台账：这条记录现在不能改，或者内容没有通过检查。",
                "The results were not written: the record cannot be changed now, or did not pass its checks."
            )
        case .noFile: ("请选择 XLSX 或 CSV 文件。", "Please choose an XLSX or CSV file.")
        case .noHeader: ("表里没有找到表头。列名见模板。", "The sheet has no header row; see the template.")
        case .unreadable: ("文件读不出来，可能损坏或不是表格。", "The file cannot be read as a sheet.")
        case .nameMissing: ("没有填姓名", "The name is missing")
        case .nameTooLong: ("姓名太长", "The name is too long")
        case .unitMissing: ("没有填单位", "The unit is missing")
        case .onListAlready: ("已经在名单里", "On the list already")
        case .stemMissing: ("没有题干", "The question is missing")
        case .answerMissing: ("没有答案", "The answer is missing")
        }
    }
}
