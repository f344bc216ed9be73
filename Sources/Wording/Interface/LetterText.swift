/// Letters of a record, their service, and the bound file.
public enum LetterText: InterfaceText {
    case letters
    case issuedOnes
    case mayIssue
    case issue
    case issueAgain
    case numberOnIssue
    case noNumber
    case none
    case letter
    case issuedOn
    case issuedBy
    case replaced
    case masked
    case maskedNote
    case download
    case serve
    case service
    case notServedYet
    case serviceMode
    case servedOn
    case receiver
    case receiverHint
    case remark
    case servedBy
    case issuedNote
    case servedNote
    case issuedAct
    case servedAct
    case boundFile
    case boundArchive
    case boundDocument
    case boundNote
    case catalogueOfFile
    case mainPart
    case sidePart
    case cover
    case order
    case title
    case page
    case missing
    case withheld
    case attached
    case name
    case unit
    case opened
    case closed
    case kept
    case permanent
    case startsOnService

    public var texts: (chinese: String, english: String) {
        switch self {
        case .letters: ("文书", "Letters")
        case .issuedOnes: ("已制发的文书", "Letters issued")
        case .mayIssue: ("现在可以制发", "May be issued now")
        case .issue: ("制发", "Issue")
        case .issueAgain: ("重新制发", "Issue again")
        case .numberOnIssue: ("制发时取号", "numbered when issued")
        case .noNumber: ("不编文号", "without a number")
        case .none: ("还没有制发文书。", "No letters have been issued.")
        case .letter: ("文书名称", "Letter")
        case .issuedOn: ("制发日期", "Issued on")
        case .issuedBy: ("制发人", "Issued by")
        case .replaced: ("已另行制发", "issued anew")
        case .masked: ("已隐去个人信息", "masked")
        case .maskedNote:
            ("您看不到个人信息，制发和下载的文书也是隐去个人信息的。", "You do not see personal data; letters that you issue or download are masked.")
        case .download: ("下载", "Download")
        case .serve: ("登记送达", "Record service")
        case .service: ("送达回证", "Service")
        case .notServedYet: ("未登记送达", "no service recorded")
        case .serviceMode: ("送达方式", "How it was served")
        case .servedOn: ("送达日期", "Served on")
        case .receiver: ("签收人", "Taken by")
        case .receiverHint: ("谁收下的；公告送达的可以不填", "Who took it; leave empty for public notice")
        case .remark: ("备注", "Remark")
        case .servedBy: ("送达人", "Served by")
        case .issuedNote: ("文书已制发，可以下载打印。", "The letter is issued and can be downloaded.")
        case .servedNote: ("送达情况已登记。", "The service is recorded.")
        case .issuedAct: ("制发文书", "Letter issued")
        case .servedAct: ("登记送达", "Service recorded")
        case .boundFile: ("卷宗", "Bound file")
        case .boundArchive: ("下载全卷（ZIP）", "Whole file (ZIP)")
        case .boundDocument: ("打印卷宗（DOCX）", "Printable file (DOCX)")
        case .boundNote:
            ("按归档顺序装入文书和附件；缺的材料在卷内目录里标明。", "Letters and attachments in filing order; the catalogue says what is missing.")
        case .catalogueOfFile: ("卷内目录", "Catalogue of the file")
        case .mainPart: ("正卷", "Main part")
        case .sidePart: ("副卷", "Side part")
        case .cover: ("卷宗封面", "Cover")
        case .order: ("序号", "Item")
        case .title: ("题名", "Title")
        case .page: ("页号", "Page")
        case .missing: ("缺", "missing")
        case .withheld: ("无权查看，未装入", "not yours to see, left out")
        case .attached: ("附件", "Attachment")
        case .name: ("案卷题名", "Name of the file")
        case .unit: ("立卷单位", "Unit")
        case .opened: ("立案日期", "Opened on")
        case .closed: ("结案日期", "Closed on")
        case .kept: ("保管期限", "To be kept")
        case .permanent: ("永久", "for ever")
        case .startsOnService: ("送达后起算", "Its service starts")
        }
    }
}
