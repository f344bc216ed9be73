/// The pages of assessments.
public enum AssessmentText: InterfaceText {
    case title
    case sub
    case notOfficial
    case noEditions
    case edition
    case editionName
    case editionNameHint
    case editionTitle
    case editionTitleHint
    case year
    case yearHint
    case workbook
    case workbookHint
    case load
    case loadSub
    case template
    case precheck
    case precheckTitle
    case nothingWritten
    case rowsGood
    case rowsBad
    case row
    case column
    case reason
    case downloadBad
    case loadWithout
    case otherFile
    case difference
    case differenceSub
    case added
    case removed
    case changed
    case before
    case after
    case part
    case revision
    case revisions
    case items
    case item
    case firstLevel
    case secondLevel
    case number
    case text
    case mode
    case weight
    case unit
    case figure
    case figures
    case figureNow
    case ofToday
    case target
    case atLeast
    case atMost
    case targetValue
    case targetHint
    case evidence
    case evidenceCount
    case selfScore
    case reviewScore
    case gaps
    case complete
    case fullMark
    case exempt
    case exemptMark
    case allItems
    case ownItems
    case gapNothing
    case gapBelow
    case gapUnscored
    case gapUnreviewed
    case noFigure
    case noEvidence
    case belowTarget
    case noSelfScore
    case aboveWeight
    case notReviewed
    case reviewedLower
    case lacksNothing
    case partial
    case modeFigure
    case modeEvidence
    case modeBoth
    case modeOpen
    case addFigure
    case chooseRegister
    case chooseFigure
    case onlyUnit
    case onlyUnitHint
    case addRecord
    case recordNumber
    case recordNumberHint
    case register
    case addFile
    case file
    case fileHint
    case hiddenFile
    case unlink
    case assign
    case score
    case scoreHint
    case scoreNote
    case giveScore
    case giveReview
    case reviewHint
    case reviewNote
    case history
    case historyEmpty
    case nothingLinked
    case nobody
    case actAssigned
    case actExempt
    case actLinked
    case actUnlinked
    case actScored
    case actReviewed
    case lock
    case unlock
    case locked
    case lockedNote
    case pack
    case packIndex
    case packHint
    case packRecordSheet
    case packBoundFile
    case packPage
    case packRule
    case packRows
    case packWithheld
    case progress
    case progressSub
    case progressCount
    case progressDone
    case compare
    case compareSub
    case compareFrom
    case compareTo
    case compareShow
    case mappingSet
    case mappingSuggested
    case mappingByHand
    case mappingSave
    case mappingSheet
    case mappingSheetHint
    case mappingHint
    case carry
    case carryHint
    case carriedOver
    case fellAway
    case newItem
    case way
    case wayOld
    case itemBefore
    case itemAfter
    case wayNew
    case linksKept
    case leftBehind
    case sheetOf
    case saved
    case carried
    case refusedTitle
    case refusedNotAllowed
    case refusedLocked
    case refusedNoItems
    case refusedName
    case refusedTitleMissing
    case refusedNothingChanged
    case refusedExempt
    case refusedUnit
    case refusedFigure
    case refusedTarget
    case refusedLinked
    case refusedNoFile
    case refusedNotScored
    case refusedSamePerson
    case refusedNoteMissing
    case refusedSameEdition
    case refusedConflict
    case refusedNotFound
    case refusedGone
    case refusedKind

    public var texts: (chinese: String, english: String) {
        switch self {
        case .title: ("示范指标自评", "Self-assessment")
        case .sub:
            (
                "指标由本单位从工作簿载入；数据来自台账，佐证可上传，分值由人自评、另一人复核。",
                "Items are loaded from the office's own workbook; figures come from the registers, evidence is uploaded, one person scores and another reviews."
            )
        case .notOfficial:
            (
                "这里的合计是本地自查用的工作数字，不是评估机关的评分。",
                "The sums are the office's working figures for its own check, not a score of the assessing authority."
            )
        case .noEditions: ("还没有载入指标版本。请先载入一份工作簿。", "No edition has been loaded yet. Load a workbook first.")
        case .edition: ("版本", "Edition")
        case .editionName: ("简称", "Short name")
        case .editionNameHint:
            (
                "字母、数字、- 和 _，如 2021；同一简称再次载入，成为新的修订稿",
                "Letters, digits, - and _, such as 2021; loaded again, it becomes the next revision"
            )
        case .editionTitle: ("版本名称", "Title")
        case .editionTitleHint: ("显示在页首和材料包上", "Shown on the pages and in the pack")
        case .year: ("数据年度", "Year of the figures")
        case .yearHint: ("新关联的数据按这一年度计算", "Figures that are linked are counted for this year")
        case .workbook: ("工作簿", "Workbook")
        case .workbookHint:
            (
                ".xlsx 或 .csv；列：一级指标、二级指标、序号、三级指标、方式（可空）、分值（可空）",
                ".xlsx or .csv; columns 一级指标, 二级指标, 序号, 三级指标, 方式 (may be blank), 分值 (may be blank)"
            )
        case .load: ("载入版本", "Load an edition")
        case .loadSub: ("先核对，确认后才写入。", "It is checked first and written when you confirm.")
        case .template: ("下载模板", "Download the template")
        case .precheck: ("核对", "Check")
        case .precheckTitle: ("载入前核对", "Check before loading")
        case .nothingWritten: ("还没有写入。", "Nothing has been written yet.")
        case .rowsGood: ("可载入的指标", "Items that can be loaded")
        case .rowsBad: ("有错的行", "Rows with errors")
        case .row: ("行", "Row")
        case .column: ("列", "Column")
        case .reason: ("原因", "Reason")
        case .downloadBad: ("下载有错的行", "Download the rows with errors")
        case .loadWithout:
            ("有错的行先不载入，改好后整份再传，成为修订稿", "Leave the rows with errors out for now; the mended workbook becomes the next revision")
        case .otherFile: ("换一份工作簿", "Another workbook")
        case .difference: ("与现行稿的差别", "Differences from the present revision")
        case .differenceSub: ("已关联的数据、佐证和分数按序号保留。", "Links and scores stay with their numbers.")
        case .added: ("新增", "Added")
        case .removed: ("删去", "Removed")
        case .changed: ("改动", "Changed")
        case .before: ("原为", "Before")
        case .after: ("改为", "After")
        case .part: ("内容", "Part")
        case .revision: ("修订稿", "Revision")
        case .revisions: ("各次修订", "Revisions")
        case .items: ("指标", "Items")
        case .item: ("指标", "Item")
        case .firstLevel: ("一级指标", "Level 1")
        case .secondLevel: ("二级指标", "Level 2")
        case .number: ("序号", "No.")
        case .text: ("三级指标", "Item")
        case .mode: ("方式", "Mode")
        case .weight: ("分值", "Weight")
        case .unit: ("责任单位", "Responsible unit")
        case .figure: ("数据", "Figure")
        case .figures: ("数据", "Figures")
        case .figureNow: ("现在的数", "Value now")
        case .ofToday: ("今年至今", "This year so far")
        case .target: ("目标", "Target")
        case .atLeast: ("不低于", "At least")
        case .atMost: ("不高于", "At most")
        case .targetValue: ("目标值", "Target value")
        case .targetHint: ("如 100 或 95.5，单位与数据相同，百分比按百分数填", "Such as 100 or 95.5, in the figure's unit, a share in percent")
        case .evidence: ("佐证", "Evidence")
        case .evidenceCount: ("佐证数", "Pieces of evidence")
        case .selfScore: ("自评分", "Self-score")
        case .reviewScore: ("复核分", "Review")
        case .gaps: ("缺项", "Gaps")
        case .complete: ("已齐备", "Complete")
        case .fullMark: ("满分", "Full mark")
        case .exempt: ("本地不涉及", "Not applicable here")
        case .exemptMark: ("不涉及", "Not applicable")
        case .allItems: ("全部", "All")
        case .ownItems: ("本单位负责", "Of my unit")
        case .gapNothing: ("缺数据或佐证", "No figure or evidence")
        case .gapBelow: ("未达目标", "Below target")
        case .gapUnscored: ("未自评", "Not scored")
        case .gapUnreviewed: ("待复核", "Not reviewed")
        case .noFigure: ("缺数据", "No figure")
        case .noEvidence: ("缺佐证", "No evidence")
        case .belowTarget: ("未达目标", "Below target")
        case .noSelfScore: ("未自评", "Not scored")
        case .aboveWeight: ("自评超过分值", "Self-score above weight")
        case .notReviewed: ("待复核", "Not reviewed")
        case .reviewedLower: ("复核扣分", "Reviewed lower")
        case .lacksNothing: ("齐备", "Complete")
        case .partial:
            ("你只看得到本单位的数据，达标与否以全区数据为准。", "You see the figures of your own units; targets are judged on those of the district.")
        case .modeFigure: ("台账数据", "Figure")
        case .modeEvidence: ("佐证材料", "Evidence")
        case .modeBoth: ("数据加佐证", "Figure and evidence")
        case .modeOpen: ("未定", "Open")
        case .addFigure: ("关联数据", "Link a figure")
        case .chooseRegister: ("选择台账", "Choose the register")
        case .chooseFigure: ("选择数据", "Choose the figure")
        case .onlyUnit: ("只算一个单位", "One unit only")
        case .onlyUnitHint: ("不选即为全区", "Leave blank for the whole district")
        case .addRecord: ("关联台账记录", "Link a record")
        case .recordNumber: ("编号", "Number")
        case .recordNumberHint: ("按记录的编号填写", "The number of the record")
        case .register: ("台账", "Register")
        case .addFile: ("上传佐证", "Upload evidence")
        case .file: ("文件", "File")
        case .fileHint:
            ("加密保存，只有责任单位、统筹、复核和区领导能打开", "Kept sealed; opened by the responsible unit, coordinator, reviewer and leaders only")
        case .hiddenFile: ("一份文件（你无权查看）", "A file (not shown to you)")
        case .unlink: ("撤下", "Take away")
        case .assign: ("指定责任单位", "Assign")
        case .score: ("得分", "Score")
        case .scoreHint: ("至多两位小数，不超过分值", "At most two decimals, not above the weight")
        case .scoreNote: ("自评说明", "Note")
        case .giveScore: ("保存自评", "Save the self-score")
        case .giveReview: ("保存复核", "Save the review")
        case .reviewHint: ("由自评人以外的人复核；扣分须写明理由", "By another person than the one who scored; points taken off need a reason")
        case .reviewNote: ("复核意见", "Review note")
        case .history: ("经过", "History")
        case .historyEmpty: ("还没有经过。", "Nothing has happened yet.")
        case .nothingLinked: ("还没有关联数据或佐证。", "Nothing is linked yet.")
        case .nobody: ("未指定", "Nobody")
        case .actAssigned: ("指定责任单位", "Assigned")
        case .actExempt: ("标为不涉及", "Marked not applicable")
        case .actLinked: ("关联", "Linked")
        case .actUnlinked: ("撤下", "Taken away")
        case .actScored: ("自评", "Self-score")
        case .actReviewed: ("复核", "Review")
        case .lock: ("锁定本版", "Lock this edition")
        case .unlock: ("解除锁定", "Unlock")
        case .locked: ("已锁定", "Locked")
        case .lockedNote: ("本版已锁定：不能再改动关联、分数和责任单位。", "This edition is locked: links, scores and units cannot be changed.")
        case .pack: ("下载材料包", "Download the evidence pack")
        case .packIndex: ("材料目录", "Index")
        case .packHint:
            (
                "按指标序号分文件夹，数据附计算口径；按下载人的权限遮盖。",
                "A folder for each item, figures with their counting rule; masked by the rights of whoever downloads."
            )
        case .packRecordSheet: ("登记表", "Record sheet")
        case .packBoundFile: ("卷宗", "Bound file")
        case .packPage: ("位置", "Place")
        case .packRule: ("口径", "Counting rule")
        case .packRows: ("记录数", "Records")
        case .packWithheld: ("无权查看，未放入", "Not yours to see, left out")
        case .progress: ("月度核查", "Monthly check")
        case .progressSub: ("各责任单位的缺项，逐项列出。", "The gaps of each responsible unit, item by item.")
        case .progressCount: ("负责指标", "Items")
        case .progressDone: ("齐备", "Complete")
        case .compare: ("两版对照", "Two editions side by side")
        case .compareSub: ("旧版各项在新版何处，哪些新增，哪些不再列入。", "Where each old item goes on, what is new and what fell away.")
        case .compareFrom: ("旧版", "Old edition")
        case .compareTo: ("新版", "New edition")
        case .compareShow: ("对照", "Compare")
        case .mappingSet: ("对应关系已由人确认。", "The mapping has been set by a person.")
        case .mappingSuggested: ("对应关系按序号和文字推定，尚未确认。", "The mapping is suggested by numbers and texts and has not been set yet.")
        case .mappingByHand: ("对应的新序号", "New numbers")
        case .mappingSave: ("保存对应关系", "Save the mapping")
        case .mappingSheet: ("上传对应表", "Upload a mapping")
        case .mappingSheetHint: (".xlsx 或 .csv；列：原序号、新序号，空着即不再列入", ".xlsx or .csv; columns 原序号, 新序号; blank: falls away")
        case .mappingHint: ("几个序号之间用、隔开；空着即不再列入", "Several numbers with 、 between; blank: falls away")
        case .carry: ("沿用关联", "Carry links over")
        case .carryHint:
            ("把旧版的数据、记录、文件和责任单位带到对应的新指标；分数不带。", "Figures, records, files and units go to the new items; scores do not.")
        case .carriedOver: ("沿用", "Carried over")
        case .fellAway: ("不再列入", "Fell away")
        case .newItem: ("新增", "New")
        case .way: ("去向", "What became of it")
        case .itemBefore: ("上一项", "Item before")
        case .itemAfter: ("下一项", "Next item")
        case .wayOld: ("旧版指标", "Old item")
        case .wayNew: ("新版指标", "New item")
        case .linksKept: ("关联数", "Links")
        case .leftBehind: ("现行稿已没有的序号，原有材料仍保留：", "Numbers that are no longer in the edition; what was put to them is kept:")
        case .sheetOf: ("指标一览", "Items")
        case .saved: ("已保存。", "Saved.")
        case .carried: ("已沿用。", "Carried over.")
        case .refusedTitle: ("没有办成", "Not done")
        case .refusedNotAllowed:
            (
                "你没有这项权限。载入、对照和指定由统筹办理，填报由责任单位办理。",
                "You may not do this. Loading, mapping and assigning are the coordinator's, entering is the responsible unit's."
            )
        case .refusedLocked: ("本版已锁定。请先由统筹解除锁定。", "The edition is locked. The coordinator has to unlock it first.")
        case .refusedNoItems:
            ("工作簿里没有可载入的指标。请对照模板核对各列。", "There is no item to load in the workbook. Check the columns against the template.")
        case .refusedName: ("简称请用字母、数字、- 和 _，如 2021。", "Use letters, digits, - and _ for the short name, such as 2021.")
        case .refusedTitleMissing: ("请填写版本名称。", "Give the edition a title.")
        case .refusedNothingChanged: ("与现在的内容一样，没有改动。", "Nothing would change.")
        case .refusedExempt: ("该指标已标为不涉及。请先取消。", "The item is marked as not applicable. Take the mark away first.")
        case .refusedUnit: ("没有这个单位。请从列表中选择。", "There is no such unit. Choose one of the list.")
        case .refusedFigure:
            ("没有这项数据，或不在你的权限内。请从列表中选择。", "There is no such figure, or it is not yours to see. Choose one of the list.")
        case .refusedTarget: ("目标值应为数字，如 100 或 95.5。", "The target has to be a number, such as 100 or 95.5.")
        case .refusedLinked: ("该指标已经关联了这一项。", "The item has this already.")
        case .refusedNoFile: ("请选择一个文件。", "Choose a file.")
        case .refusedNotScored: ("还没有自评，不能复核。", "There is no self-score to review yet.")
        case .refusedSamePerson: ("自评人不能复核自己的评分。请由另一人复核。", "Whoever gave the self-score cannot review it. Ask another person.")
        case .refusedNoteMissing: ("复核分低于自评分，请写明理由。", "The review is lower than the self-score: say why.")
        case .refusedSameEdition: ("请选择两个不同的版本。", "Choose two different editions.")
        case .refusedConflict: ("别人刚刚改过。请核对现在的内容后再保存。", "Somebody else has just changed it. Look at it again and save once more.")
        case .refusedNotFound: ("没有这个版本或指标。", "There is no such edition or item.")
        case .refusedGone: ("核对结果已过期，请重新上传工作簿。", "The check has expired. Upload the workbook again.")
        case .refusedKind: ("请上传 .xlsx 或 .csv 文件。", "Upload an .xlsx or .csv file.")
        }
    }
}
