import Definitions
import LegalTime
import Records

/// Short texts of the pages with numbers or names in them.
extension Wording {
    /// Read out after an open count: ，其中超期 2.
    public func overdueOf(_ count: Int) -> String { say("，其中超期 \(number(count))", ", \(number(count)) overdue") }

    /// 登记人民调解案件.
    public func registering(_ register: String) -> String { say("登记\(register)", "Register: \(register)") }
    public func editing(_ number: String) -> String { say("修改 \(number)", "Edit \(number)") }
    public func correcting(_ number: String) -> String { say("更正 \(number)", "Correct \(number)") }
    public func historyOf(_ number: String) -> String { say("\(number) 日志", "Log of \(number)") }

    /// 当事人 2.
    public func rowTitle(_ label: String, _ ordinal: Int) -> String { "\(label) \(ordinal)" }
    public func addRow(_ label: String) -> String { say("增加一项\(label)", "Add: \(label)") }
    public func atLeast(_ rows: Int, unit: String?) -> String { say("至少 \(rows) \(unit ?? "项")", "at least \(number(rows))") }

    /// 至多 80 字, beside a field.
    public func longest(_ characters: Int) -> String { say("至多 \(characters) 字", "at most \(plural(characters, "character"))") }
    public func inUnit(_ unit: String) -> String { say("单位：\(unit)", "in \(self.unit(unit))") }

    /// A column head with its unit: 金额（元）.
    public func label(_ label: String, unit: String?) -> String {
        guard let unit, !unit.isEmpty, !self.unit(unit).isEmpty else { return label }
        return say("\(label)（\(unit)）", "\(label) (\(self.unit(unit)))")
    }

    /// 中止 20 天; 18 天.
    public func shortDays(_ count: Int) -> String { days(count) }
    public func pausedDays(_ count: Int) -> String { say("暂停 \(number(count)) 天", "\(days(count)) paused") }
    /// Short remarks one after the other, each ended.
    public func sentences(_ parts: [String]) -> String {
        guard parts.count > 1 else { return parts.first ?? "" }
        return parts.map { "。.！!？?；;".contains($0.last ?? " ") ? $0 : $0 + say("。", ".") }.joined(separator: say("", " "))
    }
    public func startsOn(_ day: Day) -> String { say("\(day.iso.dropFirst(5)) 起算", "starts \(day.iso.dropFirst(5))") }
    public func endsOn(_ day: Day) -> String { say("\(day.iso.dropFirst(5)) 到期", "due \(day.iso.dropFirst(5))") }
    public func todayIs(_ day: Day) -> String { say("今天 \(day.iso.dropFirst(5))", "today \(day.iso.dropFirst(5))") }
    public func latestOn(_ deadline: String) -> String { say("\(deadline)最迟到这一天", "last day: \(deadline)") }

    /// 王五丙 · 2022-01-18 09:30 · 修改：受理日期、金额.
    public func changed(by person: String, at moment: Instant, act: String, fields: [String]) -> String {
        let what = fields.isEmpty ? act : act + say("：", ": ") + list(fields)
        return "\(person) · \(self.moment(moment)) · \(what)"
    }

    public func fileSize(_ bytes: Int64) -> String {
        if bytes < 1024 { return "\(bytes) B" }
        if bytes < 1024 * 1024 { return "\(bytes / 1024) kB" }
        return "\(NumberText.write(bytes * 10 / (1024 * 1024), decimals: 1)) MB"
    }

    public func largestFile(_ bytes: Int64) -> String { say("至多 \(fileSize(bytes))", "at most \(fileSize(bytes))") }
    public func fileTooLarge(_ bytes: Int64) -> String {
        say(
            "文件不能大于 \(fileSize(bytes))。请压缩或拆开后再传。",
            "A file may have at most \(fileSize(bytes)). Please make it smaller or split it.")
    }

    public func passwordTooShort(_ minimum: Int) -> String {
        say("密码至少 \(minimum) 位。请加长。", "A password has at least \(minimum) characters. Please lengthen it.")
    }
    public func passwordTooLong(_ maximum: Int) -> String {
        say("密码至多 \(maximum) 位。请缩短。", "A password has at most \(maximum) characters. Please shorten it.")
    }
    public func passwordKinds(_ kinds: Int) -> String {
        say(
            "密码要有大写字母、小写字母、数字、符号中的至少\(Self.chineseNumeral(kinds))种。",
            "A password needs at least \(kinds) of: small letters, capital letters, digits, signs.")
    }
    public func passwordDifferent(_ minimum: Int) -> String {
        say("密码里至少要有 \(minimum) 个不同的字符。", "A password needs at least \(minimum) different characters.")
    }

    /// 编号 0195-3A7F · 2022-01-18 09:30.
    public func mishap(_ id: String, at moment: Instant) -> String {
        say("编号 \(id) · \(self.moment(moment))", "Incident \(id) · \(self.moment(moment))")
    }

    /// 本页 50 件.
    public func onThisPage(_ count: Int) -> String { say("本页 \(number(count)) 件", plural(count, "record") + " on this page") }

    public var comma: String { say("，", ", ") }
    public var colon: String { say("：", ": ") }

    /// 某台账 3 件.
    public func found(_ count: Int, in register: String) -> String {
        say("\(register) \(number(count)) 件", "\(register): \(number(count))")
    }

    /// A code that is no longer chosen.
    public func retired(_ label: String, until: Day) -> String {
        say("\(label)（用到 \(until.iso)）", "\(label) (until \(until.iso))")
    }
}

extension Labels {
    /// What one row of a register is; in English only where a label gives it.
    public func summary(of register: RegisterDefinition, in language: Language) -> String {
        language == .english ? english["\(register.name)/summary"] ?? "" : register.summary
    }
}
