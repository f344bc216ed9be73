/// Importing a sheet.
public enum ImportText: InterfaceText {
    case title
    case steps
    case downloadTemplate
    case templateHint
    case upload
    case precheck
    case nothingWritten
    case confirmStep
    case confirmHint
    case precheckResult
    case toAdd
    case toUpdate
    case added
    case updated
    case unchanged
    case withErrors
    case badRows
    case downloadBadRows
    case reasonColumn
    case row
    case field
    case inSheet
    case inRegister
    case rowsToUpdate
    case checkedUpdates
    case confirmWriting
    case otherFile
    case abandon
    case chooseFile
    case fileHint
    case mayLeave
    case done
    case numberHint
    case instructions
    case allowedValues

    public var texts: (chinese: String, english: String) {
        switch self {
        case .title: ("导入", "Import")
        case .steps: ("导入步骤", "Steps")
        case .downloadTemplate: ("下载模板", "Download the template")
        case .templateHint: ("含填写说明与下拉选项", "with instructions and choices")
        case .upload: ("上传", "Upload")
        case .precheck: ("预检", "Check")
        case .nothingWritten: ("还没有写入任何内容", "nothing is written yet")
        case .confirmStep: ("确认", "Confirm")
        case .confirmHint: ("写入并记入日志", "writes, and logs it")
        case .precheckResult: ("预检结果", "Result of the check")
        case .toAdd: ("将新增", "to be added")
        case .toUpdate: ("将更新，可逐项看改动", "to be updated; see each change")
        case .added: ("已新增", "added")
        case .updated: ("已更新", "updated")
        case .unchanged: ("与台账相同，不动", "as in the register; left alone")
        case .withErrors: ("有错，不写入", "with errors; not written")
        case .badRows: ("有错的行", "Rows with errors")
        case .downloadBadRows:
            (
                "下载有错的行（原表格式，末列写明原因）",
                "Download the rows with errors (the sheet’s own form, reasons in the last column)"
            )
        case .reasonColumn: ("原因与改法", "What is wrong and how to mend it")
        case .row: ("行号", "Row")
        case .field: ("字段", "Field")
        case .inSheet: ("表中的内容", "In the sheet")
        case .inRegister: ("台账现有", "In the register")
        case .rowsToUpdate: ("将更新的行", "Rows to be updated")
        case .checkedUpdates: ("已核对将更新的行", "I have checked the rows to be updated")
        case .confirmWriting: ("确认写入", "Confirm")
        case .otherFile: ("换一个文件", "Another file")
        case .abandon: ("不导入了", "Do not import")
        case .chooseFile: ("选择 Excel、WPS 或 CSV 文件", "Choose an Excel, WPS or CSV file")
        case .fileHint:
            (
                "至多 100,000 行。日期写成文本或日期都认；证件号码请用文本格式。",
                "At most 100,000 rows. Dates may be text or dates; identity numbers should be text."
            )
        case .mayLeave: ("可以离开本页，完成后工作台会提醒。", "You may leave this page; your desk will tell you when it is done.")
        case .done: ("导入完成", "Import finished")
        case .numberHint: ("有编号的行更新该件，没有编号的新增。", "A row with a number updates that record; one without is added.")
        case .instructions: ("填写说明", "Instructions")
        case .allowedValues: ("可选的值", "Possible values")
        }
    }
}
