/// The report room: the annual report in the making.
public enum ReportText: InterfaceText {
    case outline
    case exportWord
    case recall
    case compare
    case sendForReview
    case figuresLive
    case partsFinal
    case fromRegisters
    case byHand
    case toSubmit
    case toPublish
    case finalText
    case drafting
    case awaitingText
    case returned
    case notBegun
    case editParagraph
    case insertFigure
    case contributions
    case proofNotes
    case useRegisterFigure
    case keepWithReason
    case schedule
    case remindUnits
    case agreesWithRegisters
    case liveMark
    case changedMark
    case missingPart
    case makeReport
    case year
    case version

    public var texts: (chinese: String, english: String) {
        switch self {
        case .outline: ("提纲", "Outline")
        case .exportWord: ("导出 Word", "Export to Word")
        case .recall: ("收回改稿", "Recall")
        case .compare: ("比较版本", "Compare versions")
        case .sendForReview: ("送审", "Send for review")
        case .figuresLive: ("数字为实时，定稿时冻结", "figures are live and frozen with the final text")
        case .partsFinal: ("部分已定稿", "parts are final")
        case .fromRegisters: ("来自台账", "from registers")
        case .byHand: ("手填", "by hand")
        case .toSubmit: ("前报送", "to be submitted by")
        case .toPublish: ("前公开", "to be published by")
        case .finalText: ("定稿", "Final")
        case .drafting: ("起草中", "In draft")
        case .awaitingText: ("待供稿", "Awaiting text")
        case .returned: ("退回", "Returned")
        case .notBegun: ("未开始", "Not begun")
        case .editParagraph: ("编辑这一段", "Edit this paragraph")
        case .insertFigure: ("插入数字", "Insert a figure")
        case .contributions: ("各单位供稿", "Contributions of units")
        case .proofNotes: ("校对意见", "Proof-reading notes")
        case .useRegisterFigure: ("改用台账数", "Use the register’s figure")
        case .keepWithReason: ("不改，写理由", "Keep it, with a reason")
        case .schedule: ("日程", "Schedule")
        case .remindUnits: ("催供稿", "Remind units")
        case .agreesWithRegisters: ("与台账一致", "agrees with the registers")
        case .liveMark: ("点线：来自台账的实时数字，点开看记录。", "Dotted: a live figure; open it to see its records.")
        case .changedMark: ("波线：自上一稿后变了。", "Wavy: changed since the last draft.")
        case .missingPart: ("这一部分还没有内容。", "This part is still empty.")
        case .makeReport: ("生成报告", "Make the report")
        case .year: ("年度", "Year")
        case .version: ("稿次", "Draft")
        }
    }
}
