/// Proof-reading a report.
public enum ProofText: InterfaceText {
    case title
    case result
    case another
    case exportAnnotated
    case errors
    case warnings
    case hints
    case figuresFound
    case relationsHold
    case holdingRelations
    case suggestion
    case bySeverity
    case notKept
    case howJudged
    case choose
    case clean
    case quote
    case finding
    case position

    public var texts: (chinese: String, english: String) {
        switch self {
        case .title: ("校对", "Proof-reading")
        case .result: ("校对结果", "Result")
        case .another: ("校对另一份", "Proof-read another")
        case .exportAnnotated: ("导出批注 Word", "Export Word with comments")
        case .errors: ("错误", "Errors")
        case .warnings: ("警告", "Warnings")
        case .hints: ("提示", "Hints")
        case .figuresFound: ("个数字已识别", "figures recognised")
        case .relationsHold: ("组关系成立", "relations hold")
        case .holdingRelations: ("成立的关系", "Relations that hold")
        case .suggestion: ("建议", "Suggestion")
        case .bySeverity: ("按轻重看", "By severity")
        case .notKept: ("没有保存原文。", "The text was not kept.")
        case .howJudged: ("这些规则怎样判断", "How these rules judge")
        case .choose: ("选择 Word、PDF、网页或文本文件", "Choose a Word, PDF, HTML or text file")
        case .clean: ("没有发现问题。", "No findings.")
        case .quote: ("原文", "Text")
        case .finding: ("意见", "Finding")
        case .position: ("位置", "Place")
        }
    }
}
