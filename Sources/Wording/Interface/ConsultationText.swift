/// Drafts put out for opinions: on the open site and in the office.
public enum ConsultationText: InterfaceText {
    case consultations
    case intro
    case running
    case announced
    case ended
    case noneRunning
    case noneEnded
    case draftTitle
    case unit
    case from
    case until
    case phase
    case phaseRunning
    case phaseAnnounced
    case phaseClosed
    case phaseAnswered
    case explanation
    case draft
    case downloadDraft
    case shortened
    case giveOpinion
    case formTitle
    case kind
    case person
    case organisation
    case name
    case nameHint
    case organisationOrName
    case contact
    case contactHint
    case opinion
    case opinionHint
    case send
    case privacy
    case closedNow
    case notYet
    case feedback
    case releasedOn
    case received
    case adopted
    case opinionThanks
    case opinionNext
    case yourOpinion
    case stateReceived
    case stateAdopted
    case statePartly
    case stateNot
    case answer
    case toldLater
    case opinions
    case opinionsOf
    case export
    case noOpinions
    case decide
    case reason
    case reasonHint
    case save
    case release
    case releaseHint
    case summary
    case summaryHint
    case otherReceived
    case otherReceivedHint
    case otherAdopted
    case released
    case publicPage
    case maskedNote
    case notAllowed
    case releasedAlready
    case reasonMissing
    case summaryMissing
    case countsWrong
    case countsNotTaken
    case sentAlready
    case sentAlreadyTitle
    case textMissing
    case controlCharacter
    case receivedAt
    case waiting
    case saved
    case phaseFaulty
    case column

    public var texts: (chinese: String, english: String) {
        switch self {
        case .consultations: ("征求意见", "Consultations")
        case .intro:
            (
                "决策草案和文件草案在这里听取公众意见。提意见不用登录，可以不留姓名。",
                "Drafts of decisions and documents are put out here for opinions. No log-in is needed, and you need not give your name."
            )
        case .running: ("正在征求意见", "Open for opinions")
        case .announced: ("即将征求意见", "To be opened")
        case .ended: ("已经结束", "Ended")
        case .noneRunning: ("现在没有正在征求意见的草案。", "No draft is open for opinions now.")
        case .noneEnded: ("还没有结束的征求意见。", "No consultation has ended yet.")
        case .draftTitle: ("草案", "Draft")
        case .unit: ("承办单位", "Unit in charge")
        case .from: ("开始", "From")
        case .until: ("截止", "Until")
        case .phase: ("状态", "Stage")
        case .phaseRunning: ("征求意见中", "Open")
        case .phaseAnnounced: ("尚未开始", "Not yet open")
        case .phaseClosed: ("已截止，意见正在研究", "Closed; opinions are being studied")
        case .phaseAnswered: ("已公布采纳情况", "Adoption told")
        case .explanation: ("草案说明", "Explanation")
        case .draft: ("草案全文", "Text of the draft")
        case .downloadDraft: ("下载草案", "Download the draft")
        case .shortened: ("缩短期限的理由", "Why the period is shorter")
        case .giveOpinion: ("提意见", "Give an opinion")
        case .formTitle: ("对草案提意见", "Give an opinion on the draft")
        case .kind: ("提意见的是", "You write as")
        case .person: ("个人", "A person")
        case .organisation: ("单位", "An organisation")
        case .name: ("姓名或者单位名称", "Your name or your organisation’s")
        case .nameHint: ("可以不填。只有承办单位看得到，不公开。", "May be left empty. Only the unit in charge sees it; it is not published.")
        case .organisationOrName: ("姓名或单位", "Name")
        case .contact: ("联系方式", "How to reach you")
        case .contactHint: ("可以不填。需要进一步了解情况时用。", "May be left empty. Used only to ask back.")
        case .opinion: ("您的意见", "Your opinion")
        case .opinionHint:
            (
                "写明对哪一条、怎么改、为什么。至多 3000 字。不公开原文。",
                "Say which clause, what to change and why. At most 3,000 characters. The text is not published."
            )
        case .send: ("提交意见", "Send the opinion")
        case .privacy:
            (
                "意见原文、姓名和联系方式加密保存，只有承办单位看得到；采纳情况汇总后公布。",
                "What you write, your name and how to reach you are kept encrypted and seen by the unit in charge only; adoption is told in summary."
            )
        case .closedNow: ("征求意见已经截止，不再接收意见。", "The consultation has ended; no more opinions are taken.")
        case .notYet: ("征求意见还没有开始。", "The consultation has not begun.")
        case .feedback: ("意见采纳情况", "How opinions were dealt with")
        case .releasedOn: ("公布日期", "Told on")
        case .received: ("收到意见", "Received")
        case .adopted: ("采纳（含部分采纳）", "Adopted, wholly or in part")
        case .opinionThanks: ("意见已收到", "Your opinion has been received")
        case .opinionNext:
            (
                "征求意见结束、采纳情况公布以后，凭回执号可以查到您这条意见是否采纳和理由。",
                "Once the consultation has ended and adoption is told, the code shows whether your opinion was adopted, and why."
            )
        case .yourOpinion: ("您的意见", "Your opinion")
        case .stateReceived: ("已收到，正在研究", "Received, being studied")
        case .stateAdopted: ("已采纳", "Adopted")
        case .statePartly: ("部分采纳", "Adopted in part")
        case .stateNot: ("未采纳", "Not adopted")
        case .answer: ("理由", "Reason")
        case .toldLater: ("采纳情况公布后可以在这里看到。", "What came of it shows here once adoption is told.")
        case .opinions: ("公众意见", "Opinions")
        case .opinionsOf: ("公众意见", "Opinions")
        case .export: ("导出意见（XLSX）", "Export opinions (XLSX)")
        case .noOpinions: ("还没有人提意见。", "No opinion has come in yet.")
        case .decide: ("处理", "Decision")
        case .reason: ("理由", "Reason")
        case .reasonHint: ("部分采纳、未采纳的必须写。提意见的人凭回执号看得到。", "Needed unless adopted. The sender sees it with the code.")
        case .save: ("保存", "Save")
        case .release: ("公布采纳情况", "Tell how opinions were dealt with")
        case .releaseHint:
            (
                "公布以后不能再改。条数写进台账的“收到意见条数”“采纳意见条数”，计入数据。",
                "Cannot be changed afterwards. The counts are written into the record and counted in the figures."
            )
        case .summary: ("采纳情况说明", "Summary")
        case .summaryHint:
            ("写明主要意见、采纳了什么、未采纳的理由。不写提意见人的姓名。", "Main opinions, what was adopted, why others were not. No names.")
        case .otherReceived: ("其他方式收到的意见条数", "Received by other ways")
        case .otherReceivedHint: ("信函、座谈会等，没有的填 0", "By letter or by word of mouth; 0 if none")
        case .otherAdopted: ("其中采纳的条数", "Of these adopted")
        case .released: ("采纳情况已公布。", "Adoption has been told.")
        case .publicPage: ("公开页", "Public page")
        case .maskedNote: ("您没有查看意见原文的权限，这里只显示收到的条数和处理结果。", "You may not read the texts; only counts and results are shown.")
        case .notAllowed: ("您没有处理这件意见的权限。", "You may not decide on this opinion.")
        case .releasedAlready: ("采纳情况已经公布，不能再改。", "Adoption has been told already and cannot be changed.")
        case .reasonMissing: ("部分采纳、未采纳的，请写明理由。", "Please give the reason where an opinion is not wholly adopted.")
        case .summaryMissing: ("请填写采纳情况说明。", "Please write the summary.")
        case .countsWrong: ("其他方式收到的条数和采纳条数对不上：采纳的不能多于收到的。", "The other counts do not fit: more adopted than received.")
        case .countsNotTaken:
            (
                "台账不接受这些条数：请先打开这件事项，看它是否已经办结或者有别的必填项。",
                "The record does not take the counts: open it and see whether it has ended or lacks something."
            )
        case .sentAlreadyTitle: ("这份表已经提交过", "This form was sent already")
        case .sentAlready:
            (
                "同一份表只收一次。您的回执号在第一次提交后的页面上；要再提交，请重新打开表格。",
                "A form is taken once. Your code was shown after the first time; to send another, open the form anew."
            )
        case .textMissing: ("请写下您的意见。", "Please write your opinion.")
        case .controlCharacter:
            ("文字里有看不见的控制字符，请重新输入。", "There are invisible control characters in the text; please type it again.")
        case .receivedAt: ("收到时间", "Received at")
        case .waiting: ("待处理", "To be decided")
        case .saved: ("已保存。", "Saved.")
        case .phaseFaulty: ("没有公开：材料不全", "Not public: incomplete")
        case .column: ("征求意见", "Consultations")
        }
    }
}
