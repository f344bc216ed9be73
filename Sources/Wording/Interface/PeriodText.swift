/// The page of statutory periods, of local parameters, and of all registers.
public enum PeriodText: InterfaceText {
    case title
    case sub
    case all
    case unsureOnly
    case parameters
    case parametersSub
    case period
    case basis
    case length
    case force
    case inForce
    case standing
    case standard
    case localValue
    case usedIn
    case confirm
    case change
    case set
    case article
    case amount
    case unit
    case annualDay
    case annualHint
    case source
    case sourceHint
    case value
    case yuanHint
    case preview
    case apply
    case back
    case withdraw
    case previewTitle
    case old
    case new
    case moves
    case movesNothing
    case deadline
    case number
    case settled
    case asFiled
    case unsure
    case sure
    case local
    case notAllowed
    case unknown
    case sourceMissing
    case articleMissing
    case otherKind
    case loosens
    case fromParameter
    case nothingChanged
    case conflict
    case notANumber
    case doesNotFit
    case exportFile
    case registersSub
    case records
    case openMatters
    case overdueMatters
    case summary

    public var texts: (chinese: String, english: String) {
        switch self {
        case .title: ("法定期限", "Statutory periods")
        case .sub: ("每个期限的每一版：法律、条文、长度、起止", "Every version of every period: law, article, length, from and until")
        case .all: ("全部", "All")
        case .unsureOnly: ("待确认", "To be confirmed")
        case .parameters: ("本地参数", "Local parameters")
        case .parametersSub: ("法律留给各地规定的值；没有设定的用默认值", "Values that the law leaves to the place; the default where none is set")
        case .period: ("期限", "Period")
        case .basis: ("依据", "Basis")
        case .length: ("长度", "Length")
        case .force: ("性质", "Force")
        case .inForce: ("适用", "Applies")
        case .standing: ("状态", "Standing")
        case .standard: ("默认", "Default")
        case .localValue: ("本地", "Here")
        case .usedIn: ("用于", "Used in")
        case .confirm: ("确认或改定", "Confirm or replace")
        case .change: ("改定", "Replace")
        case .set: ("设定", "Set")
        case .article: ("条文", "Article")
        case .amount: ("数量", "Amount")
        case .unit: ("单位", "Unit")
        case .annualDay: ("每年日期", "Day of the year")
        case .annualHint: ("写成 03-01 的样子", "Written like 03-01")
        case .source: ("书面依据", "Written source")
        case .sourceHint: ("文件名称、文号、条款", "Title, number and clause of the document")
        case .value: ("值", "Value")
        case .yuanHint: ("以元为单位，至多两位小数", "In yuan, with at most two decimals")
        case .preview: ("看哪些期限会动", "Show what moves")
        case .apply: ("确定，并重新计算", "Settle and reckon anew")
        case .back: ("返回修改", "Back")
        case .withdraw: ("撤回本地的值", "Withdraw the local value")
        case .previewTitle: ("确定之前", "Before it is settled")
        case .old: ("原到期日", "Due before")
        case .new: ("新到期日", "Due after")
        case .moves: ("会移动的在办期限", "Running deadlines that move")
        case .movesNothing: ("没有在办的期限会动。", "No running deadline moves.")
        case .deadline: ("期限", "Deadline")
        case .number: ("编号", "Number")
        case .settled: ("已确定，在办期限已重新计算。", "Settled; running deadlines have been reckoned anew.")
        case .asFiled: ("文件所写", "As in the file")
        case .unsure: ("待确认", "To be confirmed")
        case .sure: ("已核", "Checked")
        case .local: ("本地依据", "Local source")
        case .notAllowed: ("只有系统管理员能确定期限和参数。", "Only the system administrator settles periods and parameters.")
        case .unknown: ("没有这个期限或参数。请从列表里选。", "There is no such period or parameter. Please choose from the list.")
        case .sourceMissing: ("请写明书面依据。", "Please name the written source.")
        case .articleMissing: ("请写明条文。", "Please name the article.")
        case .otherKind:
            ("要与原来的同类：日数对日数，钟点对钟点，日期对日期。", "It has to be of the same kind as before: days, clock time, or a day of the year.")
        case .loosens: ("已核实的法定期限只能收紧，并用同一单位。", "A confirmed statutory period can only be tightened, in the same unit.")
        case .fromParameter: ("这个期限取自本地参数，请在本地参数里设定。", "This period is a local parameter; please set it there.")
        case .nothingChanged: ("与现在的一样，没有改动。", "Nothing differs from what is settled now.")
        case .conflict: ("别人刚确定过别的值。请核对后再提交一次。", "Somebody else has just settled a value. Please check and send it again.")
        case .notANumber: ("请填大于零的整数。", "Please give a whole number above zero.")
        case .doesNotFit: ("这个值读不出来，请按提示填写。", "This value cannot be read; please write it as the hint says.")
        case .exportFile: ("导出为文件", "Export as a file")
        case .registersSub: ("您可以查看的每一本台账", "Every register that you may read")
        case .records: ("件数", "Records")
        case .openMatters: ("在办期限", "Running")
        case .overdueMatters: ("超期", "Overdue")
        case .summary: ("内容", "What it holds")
        }
    }
}
