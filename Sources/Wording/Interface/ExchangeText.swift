/// Sheets that go out and come in: templates, exports, what is set aside.
public enum ExchangeText: InterfaceText {
    case number
    case state
    case column
    case required
    case optional
    case form
    case choices
    case example
    case instructions
    case allRecords
    case conditions
    case madeBy
    case empty
    case totalLine
    case noteLine
    case headerAgain
    case setAside
    case hints
    case columnsLeftOut
    case crossroadsHint
    case tenfold
    case mappingFile
    case mappingHint
    case noHeader
    case unreadable
    case oldFormat
    case protected
    case tooLarge
    case expired
    case beingWritten
    case sentBy
    case tickUpdates
    case noFile
    case digitsLost
    case changedMeanwhile
    case ended
    case notAllowed
    case notFound
    case movesMade
    case row
    case problem
    case sheetAfter
    case formText
    case formDate
    case formMoment
    case formWhole
    case formMoney
    case formDecimal
    case formBool
    case formCode
    case formSeveral
    case formUnit
    case formReference
    case formIDNumber
    case formPhone
    case formChecklist

    public var texts: (chinese: String, english: String) {
        switch self {
        case .number: ("编号", "Number")
        case .state: ("状态", "State")
        case .column: ("列名", "Column")
        case .required: ("必填", "required")
        case .optional: ("可空", "optional")
        case .form: ("写法", "How to write it")
        case .choices: ("可选的值", "Possible values")
        case .example: ("示例", "Example")
        case .instructions: ("填写说明", "Instructions")
        case .allRecords: ("全部记录", "all records")
        case .conditions: ("条件", "Conditions")
        case .madeBy: ("制表", "Made by")
        case .empty: ("（空）", "(empty)")
        case .totalLine: ("合计行，不导入", "a total; not imported")
        case .noteLine: ("说明文字，不导入", "a note; not imported")
        case .headerAgain: ("重复的表头，不导入", "the header again; not imported")
        case .setAside: ("未当作记录的行", "Rows not taken as records")
        case .hints: ("提示", "Hints")
        case .columnsLeftOut: ("没有用到的列", "Columns not used")
        case .crossroadsHint:
            ("请只填其中一种结果的各列，或先登记，再逐件办理。", "Fill in the columns of one outcome only, or register it and move it by hand.")
        case .tenfold: ("变了十倍，请核对", "ten times as much or as little; please check")
        case .mappingFile: ("对照表（YAML，可不选）", "Mapping file (YAML, optional)")
        case .mappingHint: ("表头与台账不同名时，说明哪一列是哪一项。", "Says which column is which field where the names differ.")
        case .noHeader:
            (
                "没有找到表头。表头行至少要有两个与台账相同的列名；可以下载模板对照。",
                "No header was found: it needs at least two of the register’s column names. Compare with the template."
            )
        case .unreadable:
            (
                "这个文件读不出来，可能已损坏。请用 WPS 或 Excel 打开后另存为 .xlsx 再传。",
                "The file cannot be read and may be damaged. Open it, save it as .xlsx and send that."
            )
        case .oldFormat:
            ("这是旧格式的文件。请用 WPS 或 Excel 打开，另存为 .xlsx 再传。", "The file is in an old format. Open it, save it as .xlsx and send that.")
        case .protected: ("这个文件设了打开密码。请去掉密码后再传。", "The file needs a password. Remove it and send the file again.")
        case .tooLarge: ("这个文件太大。一次至多 100,000 行，请分开传。", "The file is too large. At most 100,000 rows at a time; please split it.")
        case .expired: ("预检的结果已过期，没有写入任何内容。请重新上传。", "The check has expired and nothing was written. Please send the file again.")
        case .beingWritten: ("正在写入。请稍后刷新本页看结果。", "The rows are being written. Reload this page in a moment for the result.")
        case .sentBy: ("上传于", "sent at")
        case .tickUpdates: ("请先核对将更新的行，并勾选“已核对”。", "Please look through the rows to be updated and tick the box.")
        case .noFile: ("请选择一个 .xlsx、.csv 或 .jsonl 文件。", "Please choose a file: .xlsx, .csv or .jsonl.")
        case .digitsLost:
            (
                "表里按数值存了，末几位已经丢失。请把这一列设为文本格式，重新填写。",
                "it was stored as a number and its last digits are lost. Make the column text and type it again."
            )
        case .changedMeanwhile:
            ("预检以后这一件有人改过。请重新导入这一行，核对改动。", "Somebody changed the record after the check. Import the row again and compare.")
        case .ended: ("这一件已经办完，不能再改，只能更正。请在记录页面办理更正。", "The record has ended and can only be corrected, on its own page.")
        case .notAllowed:
            ("您没有办理这一行的权限。请交给负责这个单位的人导入。", "You may not enter this row. Please pass it to the person in charge of the unit.")
        case .notFound: ("没有这一件，或者不在您可以看到的范围。", "There is no such record, or you may not see it.")
        case .movesMade: ("随后办理", "Moves made")
        case .row: ("行", "row")
        case .problem: ("原因", "Reason")
        case .sheetAfter: ("截止时间", "As of")
        case .formText: ("文字", "text")
        case .formDate: ("日期，如 2022-01-15、2022年1月15日或 2022.1.15", "a date such as 2022-01-15")
        case .formMoment: ("日期和时间，如 2022-01-15 10:42", "a date and time such as 2022-01-15 10:42")
        case .formWhole: ("整数", "a whole number")
        case .formMoney: ("金额，单位元，至多两位小数；可写 1.2万", "an amount in yuan, two decimals at most")
        case .formDecimal: ("数", "a number")
        case .formBool: ("是或否", "yes or no")
        case .formCode: ("从可选的值里选一个", "one of the possible values")
        case .formSeveral: ("可以填几个，用顿号隔开", "several are separated by 、")
        case .formUnit: ("单位全称", "the unit’s full name")
        case .formReference: ("名称或编号，须已登记", "the name or number of a record in")
        case .formIDNumber: ("18 位，请用文本格式", "18 characters, as text")
        case .formChecklist:
            ("逐项写“条目：达标”或“条目：分值”，各项用分号隔开", "each item as “item: met” or “item: points”, separated by semicolons")
        case .formPhone: ("7 至 13 位数字，请用文本格式", "7 to 13 digits, as text")
        }
    }
}

/// Sentences about rows of a sheet.
extension Wording {
    /// 至多 60 字.
    public func atMost(characters: Int) -> String { say("至多 \(characters) 字", "at most \(plural(characters, "character"))") }

    /// 第 17 行.
    public func row(_ number: Int) -> String { say("第 \(number) 行", "row \(number)") }

    /// The row says too much: 第…行同时够办“达成协议”和“终止调解”.
    public func crossroads(_ moves: [String]) -> String {
        say(
            "这一行同时够办\(quotedList(moves, .and))，看不出是哪一种。",
            "The row would allow \(quotedList(moves, .and)) and does not say which. ")
            + text(ExchangeText.crossroadsHint)
    }

    /// 与第 12 行完全相同.
    public func sameAsRow(_ number: Int) -> String { say("与第 \(number) 行完全相同，只算一行", "the same as row \(number); counted once") }

    public func numberTwice(_ number: String, row: Int) -> String {
        say("编号\(quoted(number))在第 \(row) 行已经有了。请并成一行。", "Number \(quoted(number)) is in row \(row) too. Please make it one row.")
    }

    /// Two rows of a file have the same 决定书文号.
    public func keyTwice(_ key: [String], row: Int) -> String {
        say(
            "第 \(row) 行的\(quotedList(key, .and))与这一行相同。请并成一行。",
            "Row \(row) has the same \(quotedList(key, .and)). Please make it one row.")
    }

    /// The 决定书文号 of a row is that of several records.
    public func severalRecords(_ key: [String], _ numbers: [String]) -> String {
        say(
            "\(quotedList(key, .and))相同的已有几件：\(list(numbers))。请先在台账里更正。",
            "Several records have this \(quotedList(key, .and)): \(list(numbers)). Please correct them first.")
    }

    /// 与第 12 行的名称、日期相同，请核对是不是同一件。
    public func likeRow(_ number: Int) -> String {
        say("与第 \(number) 行的名称、日期相同，请核对是不是同一件。", "Row \(number) has the same name and date: is it the same matter?")
    }

    public func likeRecord(_ number: String) -> String {
        say("与\(number)的名称、日期相同，请核对是不是同一件。", "\(number) has the same name and date: is it the same matter?")
    }

    /// A cell holds what a broken formula left.
    public func cellError(_ text: String) -> String {
        say("单元格里是公式错误\(quoted(text))。请改成值。", "The cell holds the formula error \(quoted(text)). Please put a value there.")
    }

    /// 办到“已归档”.
    public func walkedTo(_ state: String) -> String { say("办到\(quoted(state))", "moved on to \(quoted(state))") }

    /// 未用到的列：序号、备注。
    public func columnsLeftOut(_ names: [String]) -> String {
        text(ExchangeText.columnsLeftOut) + say("：\(list(names))。", ": \(list(names)).")
    }

    /// 未当作记录的 2 行.
    public func setAside(_ rows: Int) -> String { say("未当作记录的 \(number(rows)) 行", "\(plural(rows, "row")) not taken as records") }

    /// 导入人民调解案件.
    public func importing(_ register: String) -> String { say("导入\(register)", "Import: \(register)") }

    /// 新增的各行办到：已归档 6、达成协议 2.
    public func newRows(_ parts: [String]) -> String { say("新增的各行办到：\(list(parts))。", "The new rows go on to: \(list(parts)).") }

    /// 152 行.
    public func rows(_ count: Int) -> String { say("\(number(count)) 行", plural(count, "row")) }

    public func mappingUnknown(_ text: String, line: Int) -> String {
        say("对照表第 \(line) 行：台账里没有\(quoted(text))。", "Mapping file, line \(line): the register has no \(quoted(text)).")
    }

    public func mappingUnreadable(line: Int) -> String {
        say("对照表第 \(line) 行读不出来。请核对缩进和冒号。", "Mapping file, line \(line): it cannot be read. Please check indentation and colons.")
    }

    /// 已读 61,000 行 / 已写 300 行，共 1,000 行.
    public func progress(_ done: Int, of total: Int) -> String {
        say("\(number(done)) / \(number(total)) 行", "\(number(done)) of \(plural(total, "row"))")
    }
}
