/// What the public hands in without logging in, and follows by a receipt code.
public enum OutsideText: InterfaceText {
    case requests
    case requestsIntro
    case column
    case followColumn
    case send
    case consentLabel
    case consentMissing
    case filesHint
    case attachAgain
    case tooFast
    case formOld
    case decoy
    case done
    case codeIs
    case keepCode
    case number
    case unit
    case receivedOn
    case nextSteps
    case nextStepsText
    case goFollow
    case follow
    case followIntro
    case code
    case codeHint
    case lookUp
    case codeMissing
    case codeWrong
    case tooManyTries
    case stands
    case steps
    case dueDays
    case dueDay
    case basis
    case answers
    case noAnswers
    case fetch
    case asked
    case askedHint
    case supplementText
    case supplementFile
    case sendSupplement
    case supplementThanks
    case supplementSent
    case notAsked
    case textMissing
    case notReady
    case tooManyFiles
    case sentAlready
    case sentAlreadyTitle
    case personalInPlain
    case fileKind
    case desk
    case deskHint
    case mark
    case cameIn
    case supplements
    case visitor
    case submittedAct
    case opinionAct
    case answeredAct
    case releasedAct
    case supplementAct
    case controlCharacter
    case startForm
    case otherDays

    public var texts: (chinese: String, english: String) {
        switch self {
        case .requests: ("网上办事", "Hand in a request")
        case .requestsIntro:
            (
                "下面这些申请和投诉可以在网上提交，不用注册登录。提交后得到一个回执号，凭回执号查进度、取答复。",
                "These requests may be handed in here without an account. You get a receipt code, by which you follow the matter and fetch the answer."
            )
        case .column: ("网上办事", "Requests")
        case .followColumn: ("查进度", "Follow")
        case .send: ("提交", "Send")
        case .consentLabel: ("说明与同意", "Notice and consent")
        case .consentMissing: ("请阅读说明，并勾选同意。", "Please read the notice and tick to agree.")
        case .filesHint:
            (
                "PDF、JPG、PNG、DOCX、XLSX，每个不超过 8 MB。填错退回时要重新选择文件。",
                "PDF, JPG, PNG, DOCX or XLSX, at most 8 MB each. If something has to be mended, choose the file again."
            )
        case .attachAgain: ("请重新选择文件。", "Please choose the file again.")
        case .tooFast:
            ("提交得太快了。请核对一遍，再提交一次；填的内容还在。", "That was very quick. Please check and send again; what you typed is still here.")
        case .formOld:
            (
                "表格放得太久，已经换了新的。请核对一遍，再提交一次；填的内容还在。",
                "The form was too old and has been renewed. Please check and send again; what you typed is still here."
            )
        case .decoy: ("这一栏请不要填", "Please leave this empty")
        case .done: ("已收到", "Received")
        case .codeIs: ("回执号", "Receipt code")
        case .keepCode:
            (
                "请抄下或者打印本页。回执号只显示这一次，遗失后无法找回；知道它的人就能看到进度和答复。",
                "Write it down or print this page. The code is shown this once and cannot be recovered; whoever knows it sees progress and answer."
            )
        case .number: ("编号", "Number")
        case .unit: ("受理单位", "Unit")
        case .receivedOn: ("收到日期", "Received on")
        case .nextSteps: ("接下来", "What comes next")
        case .nextStepsText:
            (
                "单位会按法定期限办理。随时可以凭回执号在“查进度”里看办到哪一步、最迟哪一天答复，并取答复文书。",
                "The unit deals with it within the period of the law. At any time the code shows how far it is, by which day it is due, and the answer."
            )
        case .goFollow: ("查进度", "Follow a matter")
        case .follow: ("查进度、取答复", "Follow a matter")
        case .followIntro: ("输入提交时得到的回执号。", "Type the code you were given.")
        case .code: ("回执号", "Receipt code")
        case .codeHint:
            ("四组、每组五位字母数字；大小写、空格和横线都可以。", "Four groups of five letters and digits; case, blanks and dashes do not matter.")
        case .lookUp: ("查询", "Look up")
        case .codeMissing: ("请输入回执号。", "Please type the code.")
        case .codeWrong: ("没有查到。请核对回执号后再试。", "Nothing was found. Please check the code and try again.")
        case .tooManyTries: ("试的次数太多。请过十分钟再试。", "Too many tries. Please try again in ten minutes.")
        case .stands: ("办理情况", "Where it stands")
        case .steps: ("经过", "Steps")
        case .dueDays: ("期限", "Periods")
        case .dueDay: ("最迟", "Due by")
        case .basis: ("依据", "Basis")
        case .answers: ("答复文书", "Answers")
        case .noAnswers: ("还没有可以取的文书。", "No document can be fetched yet.")
        case .fetch: ("下载", "Download")
        case .asked: ("请补正", "Something has to be added")
        case .askedHint:
            ("单位请您补正。可以在这里补充一次说明和文件。", "The unit asks you to add something. You may add a text and a file here, once.")
        case .supplementText: ("补正内容", "What you add")
        case .supplementFile: ("文件", "File")
        case .sendSupplement: ("提交补正", "Send")
        case .supplementThanks: ("补正已收到。", "What you added has been received.")
        case .supplementSent: ("已补正", "Added on")
        case .notAsked: ("现在不需要补正，或者已经补正过了。", "Nothing is asked for now, or you have added it already.")
        case .textMissing: ("请写明补正的内容。", "Please write what you add.")
        case .notReady:
            ("这项申请现在不能在网上提交。请到受理单位的窗口办理。", "This request cannot be taken here at present. Please go to the unit’s counter.")
        case .tooManyFiles: ("文件太多，至多三个。", "Too many files; at most three.")
        case .sentAlreadyTitle: ("这份表已经提交过", "This form was sent already")
        case .sentAlready:
            (
                "同一份表只收一次。您的回执号在第一次提交后的页面上；要再提交，请重新打开表格。",
                "A form is taken once. Your code was shown after the first time; to send another, open the form anew."
            )
        case .personalInPlain:
            (
                "这一栏不要写证件号码或者电话号码，请写在专门的栏里。",
                "Please do not write identity card or telephone numbers here; there are fields for them."
            )
        case .fileKind:
            (
                "只收 PDF、JPG、PNG、DOCX、XLSX 文件，内容要与扩展名相符。",
                "Only PDF, JPG, PNG, DOCX and XLSX files are taken, and they have to be what their name says."
            )
        case .desk: ("网上新收到", "New from the open site")
        case .deskHint: ("公众在网上提交、还没有处理的事项", "Handed in by the public and not yet taken up")
        case .mark: ("网上", "online")
        case .cameIn: ("网上提交", "Handed in online")
        case .supplements: ("网上补正", "Added online")
        case .visitor: ("网上提交", "Open site")
        case .submittedAct: ("网上提交", "handed in online")
        case .opinionAct: ("收到公众意见", "opinion received")
        case .answeredAct: ("处理公众意见", "opinion decided on")
        case .releasedAct: ("公布采纳情况", "adoption told")
        case .supplementAct: ("网上补正", "added online")
        case .controlCharacter:
            ("文字里有看不见的控制字符，请重新输入。", "There are invisible control characters in the text; please type it again.")
        case .startForm: ("填写", "Fill in")
        case .otherDays: ("收到之日", "the day of receipt")
        }
    }
}
