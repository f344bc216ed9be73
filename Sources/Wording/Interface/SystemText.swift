import Definitions

/// 对外交换: what goes to other systems and comes from them, and statistics forms.
public enum SystemText: InterfaceText {
    case title
    case sub
    case nothing
    case exchange
    case system
    case register
    case direction
    case out
    case into
    case both
    case form
    case unsure
    case unsureNote
    case download
    case downloadCSV
    case bringIn
    case bringInHint
    case columns
    case heading
    case ours
    case theirWords
    case key
    case keyHint
    case only
    case outOnly
    case notRead
    case yesNo
    case constant
    case owner
    case tenThousands
    case total
    case others
    case notFilled
    case period
    case show
    case badPeriod
    case totalsHint
    case masked
    case notWhole
    case mayNotBringIn
    case noHeader

    public var texts: (chinese: String, english: String) {
        switch self {
        case .title: ("对外交换", "Exchange with other systems")
        case .sub:
            (
                "按对方的列名、代码和日期导出、导入；统计表的合计就是指标数。",
                "Out and in with the columns, codes and dates of the other system; a form’s total is the figure itself."
            )
        case .nothing: ("没有您可以导出或者导入的交换表。", "There is no exchange that you may take out or bring in.")
        case .exchange: ("交换表", "Exchange")
        case .system: ("对方系统", "Other system")
        case .register: ("台账", "Register")
        case .direction: ("方向", "Direction")
        case .out: ("导出", "out")
        case .into: ("导入", "in")
        case .both: ("导出、导入", "out and in")
        case .form: ("统计表", "statistics form")
        case .unsure: ("格式待核对", "layout to be confirmed")
        case .unsureNote:
            (
                "没有拿到对方的正式模板，列名按一般做法拟定。使用前请与对方的模板核对，改 exchanges 里的文件即可。",
                "The other side’s own template was not to be had. Compare before use; the layout is a file in exchanges."
            )
        case .download: ("导出 Excel", "Download as Excel")
        case .downloadCSV: ("导出 CSV", "Download as CSV")
        case .bringIn: ("导入对方的表", "Bring in their sheet")
        case .bringInHint:
            (
                "先预检，确认以前不写入任何内容；有错的行可以下载。",
                "It is checked first; nothing is written before you confirm, and rows with errors can be fetched."
            )
        case .columns: ("列的对照", "Columns")
        case .heading: ("对方的列名", "Their heading")
        case .ours: ("台账的内容", "In the register")
        case .theirWords: ("说法和格式", "Words and form")
        case .key: ("按什么认出同一件", "Met by")
        case .keyHint: ("相同的更新，没有的新增。", "A row that meets a record updates it; any other is added.")
        case .only: ("只导出", "Only records where")
        case .outOnly: ("只导出，导入时不看", "out only; not read on the way in")
        case .notRead: ("导入时不看", "not read on the way in")
        case .yesNo: ("按条件写", "by the condition")
        case .constant: ("固定内容", "the same text")
        case .owner: ("归属单位", "Owning unit")
        case .tenThousands: ("以万元计", "in ten thousand yuan")
        case .total: ("合计", "Total")
        case .others: ("其他", "Others")
        case .notFilled: ("未填", "Not filled in")
        case .period: ("统计期间", "Period")
        case .show: ("查看", "Show")
        case .badPeriod: ("看不出是哪个期间。请从下面选。", "No such period. Please choose one below.")
        case .totalsHint: ("合计行是指标数本身，与报告、指标页一致。", "The total is the figure itself, as in the report and on the page of figures.")
        case .notWhole: ("没有写全的件", "Records that did not fit whole")
        case .noHeader:
            (
                "没有找到表头。表头行至少要有两个与下面“对方的列名”相同的列名。",
                "There is no header: one row needs at least two of the headings listed below."
            )
        case .mayNotBringIn:
            (
                "您的账号不能在这本台账登记，所以不能导入；请由归属单位的经办人导入。",
                "Your account may not register in this register and so cannot bring anything in; a clerk of the unit can."
            )
        case .masked:
            (
                "您看不到明文的个人信息，导出的也是遮盖过的，遮盖过的导不回去。",
                "Personal values that you do not see in clear go out masked, and a mask cannot be brought in."
            )
        }
    }
}

extension Wording {
    public func label(_ exchange: ExchangeDefinition) -> String { say(exchange.label, exchange.english) }
    public func summary(_ exchange: ExchangeDefinition) -> String { say(exchange.summary, exchange.englishSummary) }
    public func system(of exchange: ExchangeDefinition) -> String { say(exchange.system, exchange.englishSystem) }

    /// 导出、导入; 统计表.
    public func direction(of exchange: ExchangeDefinition) -> String {
        switch exchange.rows?.direction {
        case .out: text(SystemText.out)
        case .in: text(SystemText.into)
        case .both: text(SystemText.both)
        case nil: text(SystemText.form)
        }
    }

    /// What a column holds, in our own names.
    public func content(of column: ExchangeColumn, in register: RegisterDefinition) -> String {
        switch column.source {
        case .field(let path):
            let whole = label(ofField: FieldPath(path.field.field), in: register)
            guard path.field.child != nil else { return whole }
            let child = label(ofField: path.field, in: register)
            if case .index(let index)? = path.row { return whole + " \(index + 1) " + child }
            return whole + " " + child
        case .number: return text(ExchangeText.number)
        case .state: return text(ExchangeText.state)
        case .owner: return text(SystemText.owner)
        case .test(let condition, _, _): return phrase(condition, in: register) ?? text(SystemText.yesNo)
        case .constant(let text): return text.isEmpty ? "—" : quoted(text)
        }
    }

    /// The words and forms in which a column differs: 赔付 = 已赔；yyyymmdd.
    public func form(of column: ExchangeColumn, in register: RegisterDefinition) -> String {
        var parts: [String] = []
        if let date = column.date { parts.append(date.rawValue) }
        if column.isTenThousands { parts.append(text(SystemText.tenThousands)) }
        if case .test(_, let yes, let no) = column.source {
            parts.append([yes, no].map { $0.isEmpty ? "—" : $0 }.joined(separator: " / "))
        }
        let field = column.path.flatMap { register.field(at: $0.field) }
        for word in column.words {
            let own: String =
                if column.source == .state {
                    label(ofState: word.code, in: register)
                } else if field?.type == .bool {
                    text(word.code == "true" ? CommonText.yes : .no)
                } else {
                    label(ofCode: word.code, list: field?.codes ?? "", in: register)
                }
            parts.append(own + " = " + word.texts.joined(separator: "、"))
        }
        return parts.joined(separator: say("；", "; "))
    }

    /// 当事人最多 2 行；多出的不导出.
    public func rowsWithColumns(_ label: String, _ count: Int) -> String {
        say(
            "\(label)有 \(count) 行的列，多出的行写不下。", "\(label): there are columns for \(plural(count, "row")); further ones do not fit."
        )
    }

    /// 现有 71 件。
    public func goingOut(_ records: Int) -> String {
        say("按现在的台账，导出 \(number(records)) 件。", "\(plural(records, "record")) as the register stands now.")
    }

    /// Records whose child rows the layout could not hold.
    public func recordsCut(_ numbers: [String]) -> String {
        let shown = list(Array(numbers.prefix(20))) + (numbers.count > 20 ? "…" : "")
        return say(
            "有 \(number(numbers.count)) 件的内容没有写全（多行或者顿号）：\(shown)",
            "\(plural(numbers.count, "record")) did not fit whole: \(shown)")
    }

    /// 2021年第三季度; 2021 Q3.
    public func formPeriod(chinese: String, text: String) -> String { say(chinese, text) }
}
