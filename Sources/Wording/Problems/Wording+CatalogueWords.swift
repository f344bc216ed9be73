import Definitions

/// The words for the parts of a catalogue file, which its checker and the data dictionary speak of.
extension Wording {
    public func name(of type: FieldType) -> String {
        switch type {
        case .text: say("文字", "text")
        case .longText: say("长文字", "long text")
        case .integer: say("整数", "whole number")
        case .decimal: say("小数", "decimal")
        case .money: say("金额", "amount of money")
        case .bool: say("是否", "yes or no")
        case .date: say("日期", "date")
        case .moment: say("日期和时间", "date and time")
        case .code: say("单选", "one code")
        case .codes: say("多选", "several codes")
        case .unit: say("单位", "unit")
        case .units: say("多个单位", "several units")
        case .reference: say("关联", "link to a record")
        case .references: say("多个关联", "links to records")
        case .attachment: say("附件", "attachment")
        case .idNumber: say("证件号码", "identity number")
        case .phone: say("电话", "telephone number")
        case .checklist: say("逐项评定", "checklist")
        case .rows: say("多行", "rows")
        }
    }

    public func name(of mark: PersonalMark) -> String {
        switch mark {
        case .name: say("姓名", "name")
        case .idNumber: say("证件号码", "identity number")
        case .contact: say("联系方式", "contact")
        case .address: say("住址", "address")
        case .freeText: say("可能写到个人的文字", "text that may name people")
        case .sensitive: say("敏感个人信息", "sensitive personal data")
        }
    }

    public func name(of level: PublicationLevel) -> String {
        switch level {
        case .none: say("不公开", "not public")
        case .aggregate: say("只公开汇总数", "totals only")
        case .redactedCopy: say("隐去个人信息后公开", "public after redaction")
        case .full: say("公开", "public")
        }
    }

    public func name(of form: ChangeForm) -> String {
        switch form {
        case .difference: say("增减数", "difference")
        case .percent: say("增减百分比", "change in per cent")
        case .points: say("升降百分点", "change in percentage points")
        }
    }

    /// What the checker calls the things that have names; `kind` is its own word for them.
    func kind(_ kind: String) -> String {
        switch kind {
        case "field": say("字段", "field")
        case "code": say("代码", "code")
        case "code_list": say("代码表", "code list")
        case "group": say("代码分组", "group of codes")
        case "state": say("状态", "state")
        case "transition": say("步骤", "step")
        case "deadline": say("期限", "deadline")
        case "clock": say("法定期限", "clock")
        case "law": say("法律", "law")
        case "indicator": say("指标", "indicator")
        case "number_pattern": say("编号格式", "number pattern")
        case "register": say("台账", "register")
        case "role": say("角色", "role")
        case "unit": say("单位", "unit")
        case "unit_kind": say("单位类型", "kind of unit")
        case "workstream": say("工作板块", "workstream")
        case "district": say("地区", "district")
        case "outline": say("提纲", "outline")
        case "part": say("提纲部分", "part of the outline")
        case "section": say("表单的节", "section")
        case "calendar_day": say("休假表的日期", "day of the calendar")
        case "form_field": say("表单里的字段", "field in the form")
        case "list_field": say("列表里的字段", "field in the list")
        case "parameter": say("本地参数", "parameter")
        case "key": say("键", "key")
        case "standard": say("考评标准", "standard")
        case "item": say("条目", "item")
        case "grade": say("等次", "grade")
        case "file": say("文件", "file")
        case "draw": say("随机抽取", "random draw")
        case "gate": say("关口", "gate")
        case "request": say("网上申请", "public request")
        case "letter": say("文书", "letter")
        case "letter_name": say("模板里可用的名称", "name that a template may use")
        case "state_or_move": say("状态或步骤", "state or step")
        case "file_piece": say("卷宗材料", "piece of the file")
        case "column": say("列", "column")
        case "word": say("对方的说法", "word of the other system")
        case "placeholder": say("花括号里的名称", "name in braces")
        case "breakdown": say("分类字段（breakdowns）", "field of breakdowns")
        default: say("名称", "name")
        }
    }

    /// What a personal field may not be used for.
    func use(_ use: String) -> String {
        switch use {
        case "list/columns": say("列表的列", "list columns")
        case "list/filters": say("筛选", "filters")
        case "list/search": say("全文查找", "full-text search")
        case "list/look_up": say("按全称查找", "look-up")
        case "publication/fields": say("公开", "publication")
        case "breakdowns": say("分类", "breakdowns")
        case "indicators": say("指标", "indicators")
        case "computed": say("自动计算", "computed fields")
        case "draws": say("随机抽取的名单", "the list of a draw")
        case "exam": say("考试", "exams")
        case "exchange": say("对照记录", "finding the record of a row")
        case "opens": say("转出时填写别的台账", "filling in another register")
        case "dated": say("清单的日期", "the dates of a list")
        case "day": say("各行从哪天起有", "the day of a row")
        default: say("这里", "this purpose")
        }
    }

    /// How something has to be written, out of the checker's own shorthand.
    func shape(_ expected: String) -> String {
        switch expected {
        case "text": return say("文字", "a text")
        case "list": return say("非空的列表，如 [a, b]", "a list that is not empty, such as [a, b]")
        case "mapping": return say("一组键和值，如 { a: b }", "a mapping, such as { a: b }")
        case "true|false": return say("true 或 false", "true or false")
        case "decimal": return say("十进制数", "a decimal number")
        case "yuan": return say("以元为单位的数，至多两位小数", "an amount in yuan with at most two decimals")
        case "term_of_its_kind": return say("与原版本同类的值（长度对长度，时刻对时刻）", "a value of the kind that the version has")
        case "set_as_parameter":
            return say("长度不取自本地参数的期限；本地参数写在 parameters", "a clock whose length is no parameter; that is set under parameters")
        case "no_more_decimals":
            return say("小数位数不多于该字段的参数", "a parameter with no more decimals than the field")
        case "min<=max": return say("不大于 max 的数", "no more than max")
        case "law#article": return say("“法律#条”，如 行政复议法#30", "law#article, such as 行政复议法#30")
        case "register.indicator": return say("“台账.指标”", "register.indicator")
        case "[from, to]": return say("两个日期字段 [起, 止]", "two date fields, [from, to]")
        case "deadline: status": return say("{ 期限: 状态 }", "{ deadline: status }")
        case "one_measure": return say("唯一的一种算法", "the only measure of its indicator")
        case "one_test": return say("唯一的一个条件", "a single test")
        case "one_test_of_a_row": return say("对子行的唯一一个条件", "a single test of a row")
        case "field_of_the_record": return say("本件的字段，不能是子行的字段", "a field of the record itself, not of its rows")
        case "period_by_or_stock": return say("period_by 和 stock 中的一个", "either period_by or stock, not both")
        case "length_or_on": return say("length 和 on 中的一个", "either length or on, not both")
        case "automatic_transition": return say("自动办理的步骤（automatic: true）", "a step that is automatic (automatic: true)")
        case "clock_with_extend_at_most":
            return say("法律允许延长的期限（extend_at_most）", "a clock that the law lets be extended (extend_at_most)")
        case "attachment_without_media": return say("不是音像的附件字段", "an attachment that is no recording")
        case "clock_at_least": return say("规定最短长度的期限", "a clock that sets a least length")
        case "field_for_the_public": return say("公众可以填写的字段", "a field that the public can fill in")
        case "field_of_rows": return say("多行字段里的字段", "a field of a rows field")
        case "from_register_or_rows": return say("from 写 register 或 rows", "from with register or rows")
        case "one_media_attachment": return say("唯一一个音像附件（media: true）", "the only recording (media: true)")
        case "optional_field": return say("选填的字段", "a field that is not required")
        case "required_field": return say("本件的必填字段，不含个人信息", "a required, not personal field of the record itself")
        case "one_root": return say("唯一一个没有上级的单位", "the only unit without a parent")
        case "{ field: { since, until } }": return say("{ 字段: { since, until } }", "{ field: { since, until } }")
        case "no_rows_in_rows": return say("rows 以外的类型：多行里不能再有多行", "a type other than rows, for rows do not nest")
        case "entered_field": return say("由人填写的字段，不能是自动计算的", "a field that is entered, not a computed one")
        case "field_of_the_row": return say("同一行的字段", "a field of the same row")
        case "field_of_the_counted_row": return say("所数各行里的字段", "a field of the rows that are counted")
        case "date_field": return say("日期字段", "a date field")
        case "rows.field": return say("“多行字段.字段”", "rows.field")
        case "last_grade": return say("不写：最后一个等次没有下限", "left out: the last grade has no bound")
        case "integer<above": return say("比上一个等次小的数", "less than that of the grade above")
        case "move_of_a_person": return say("不用在自动办理的步骤上", "a step that is not automatic")
        case "field_of_the_same_type": return say("同一类型的字段", "a field of the same type")
        case "register_owned_by_unit": return say("不写：只有归属字段是单位的台账才能移交", "left out: only a record owned by a unit is handed on")
        case "other_unit_field": return say("归属字段以外的单位字段", "a field of units that is not the owner’s")
        case "name_of_somebody": return say("写着收件人的字段", "a field that says who gets the letter")
        case "rows_or_form": return say("rows 和 form 中的一个", "either rows or form")
        case "number_alone":
            return say("单独一个 number，并且有 number: true 的列", "number by itself, with a column that has number: true")
        case "field|rows.1.field|rows.*.field":
            return say("“字段”、“多行字段.1.字段”或“多行字段.*.字段”，不能是附件", "field, rows.1.field or rows.*.field, and no attachment")
        case "test_of_fields_and_state": return say("只问字段和状态的条件", "a condition on fields and states only")
        case "figure_of_one_register": return say("同一个台账的指标", "a figure of the same register")
        case "reference.code_field": return say("“关联字段.单选字段”", "reference.code_field")
        case "one_computation": return say("唯一的一种算法", "the only computation of its field")
        default: break
        }
        if let least = expected.wholeMatch(of: /integer>=(-?\d+)/)?.output.1 {
            return say("不小于 \(least) 的整数", "a whole number of at least \(least)")
        }
        if let range = expected.wholeMatch(of: /integer (-?\d+)\.\.\.(-?\d+)/)?.output {
            return say("\(range.1) 到 \(range.2) 的整数", "a whole number from \(range.1) to \(range.2)")
        }
        let isOneOf = expected.hasPrefix("one_of ")
        let names = (isOneOf ? String(expected.dropFirst(7)) : expected).split(separator: "|").map(String.init)
        return isOneOf || names.count > 1 ? say("其中一项：\(list(names))", "one of \(list(names))") : quoted(expected)
    }
}
