/// What the annual report says of itself: its appendix, its placeholders, its signature.
public enum ReportDocumentText: InterfaceText {
    case appendix
    case appendixTitle
    case figuresUsed
    case otherFigures
    case serial
    case figureAndID
    case value
    case rule
    case records
    case registerID
    case toBeWritten
    case unplaced
    case missingRequired
    case contents
    case characters
    case cutOff
    case noFigures

    public var texts: (chinese: String, english: String) {
        switch self {
        case .appendix: ("附件", "Appendix")
        case .appendixTitle: ("数字与口径", "Figures and counting rules")
        case .figuresUsed: ("正文所用的数字", "Figures in the text")
        case .otherFigures: ("同一台账的其他数字", "Other figures of the same registers")
        case .serial: ("序号", "No")
        case .figureAndID: ("指标与台账号", "Figure and id")
        case .value: ("数值", "Value")
        case .rule: ("口径", "Counting rule")
        case .records: ("记录数", "Records")
        case .registerID: ("台账号", "Id")
        case .toBeWritten: ("【待补】", "[To be written] ")
        case .unplaced: ("提纲中已没有这一部分的供稿", "Contributions to parts that the outline no longer has")
        case .missingRequired: ("这一部分必须写。", "This part is required.")
        case .contents: ("目录", "Contents")
        case .characters: ("字数", "Characters")
        case .cutOff: ("数据截止", "Data as of")
        case .noFigures: ("没有用到台账数字。", "No figures of the registers are used.")
        }
    }
}
