import Definitions
import LegalTime
import Records

/// Short texts with numbers in them.
extension Wording {
    /// 共 38 件.
    public func total(_ count: Int, unit: String = "件") -> String { say("共 \(number(count)) \(unit)", plural(count, "record")) }

    /// 第 1–14 件; with a total 第 1–5 件，共 189 件.
    public func shown(_ rows: ClosedRange<Int>, of total: Int? = nil, unit: String = "件") -> String {
        let range = rows.count == 1 ? number(rows.lowerBound) : "\(number(rows.lowerBound))–\(number(rows.upperBound))"
        guard let total else { return say("第 \(range) \(unit)", "\(range)") }
        return say("第 \(range) \(unit)，共 \(number(total)) \(unit)", "\(range) of \(number(total))")
    }

    /// 数据截止 2022-01-18 09:30。
    public func asOf(_ moment: Instant) -> String { say("数据截止 \(self.moment(moment))。", "As of \(self.moment(moment)).") }

    /// 截止 2021-12-31.
    public func cutOff(_ day: Day) -> String { say("截止 \(day.iso)", "as of \(day.iso)") }

    /// A condition in force that removes itself: 受理日期 2021-12-10 起，去掉这一条件.
    public func removing(_ condition: String) -> String { say("\(condition)，去掉这一条件", "\(condition): remove this condition") }

    /// One bound or both of a filter on days: 受理日期 2021-12-10 起.
    public func filter(_ label: String, from: Day?, to: Day?) -> String {
        switch (from, to) {
        case (let from?, let to?): "\(label) \(days(from: from, to: to))"
        case (let from?, nil): say("\(label) \(from.iso) 起", "\(label) from \(from.iso)")
        case (nil, let to?): say("\(label) \(to.iso) 止", "\(label) until \(to.iso)")
        case (nil, nil): label
        }
    }

    /// How a figure has changed: 增 28 件, 降 3.6 个百分点, 持平.
    public func change(_ value: FigureValue, as form: ChangeForm, unit: String) -> String {
        guard let decimal = value.decimal else { return "—" }
        let isDown = decimal.hasPrefix("-")
        let amount = isDown ? String(decimal.dropFirst()) : decimal
        guard amount.contains(where: { $0 != "0" && $0 != "." }) else { return say("持平", "no change") }
        switch form {
        case .points: return say("\(isDown ? "降" : "升") \(amount) 个百分点", "\(isDown ? "down" : "up") \(amount) percentage points")
        case .percent: return say("\(isDown ? "降" : "增") \(amount)%", "\(isDown ? "down" : "up") \(amount)%")
        case .difference:
            let word = self.unit(unit)
            return say("\(isDown ? "减" : "增")", "\(isDown ? "down" : "up")") + " \(amount)" + (word.isEmpty ? "" : " \(word)")
        }
    }

    /// A figure with its unit: 526 件, 35.9%, 3.2 万元.
    public func figure(_ value: FigureValue, unit: String) -> String {
        let word = self.unit(unit)
        guard value.isDefined, !value.isPercent, !word.isEmpty, word != "%" else { return value.text }
        return "\(value.text) \(word)"
    }

    /// 确认后写入 140 行：新增 126，更新 14。有错的 4 行留在外面，改好再传，不会重复。
    public func importPlan(adds: Int, updates: Int, bad: Int) -> String {
        let plan = say(
            "确认后写入 \(number(adds + updates)) 行：新增 \(number(adds))，更新 \(number(updates))。",
            "\(plural(adds + updates, "row")) will be written: \(number(adds)) new, \(number(updates)) updated.")
        guard bad > 0 else { return plan }
        return plan
            + say(
                "有错的 \(number(bad)) 行留在外面，改好再传，不会重复。",
                " \(plural(bad, "row")) with errors stay outside; mend and send them again, nothing is written twice.")
    }

    /// 已写入 140 行：新增 126，更新 14。
    public func importDone(adds: Int, updates: Int) -> String {
        say(
            "已写入 \(number(adds + updates)) 行：新增 \(number(adds))，更新 \(number(updates))。",
            "\(plural(adds + updates, "row")) written: \(number(adds)) new, \(number(updates)) updated.")
    }

    /// 确认写入 140 行.
    public func confirmWriting(_ rows: Int) -> String { say("确认写入 \(number(rows)) 行", "Write \(plural(rows, "row"))") }

    /// 有错的 4 行, 将更新的 14 行.
    public func badRows(_ rows: Int) -> String { say("有错的 \(number(rows)) 行", "\(plural(rows, "row")) with errors") }
    public func rowsToUpdate(_ rows: Int) -> String { say("将更新的 \(number(rows)) 行", "\(plural(rows, "row")) to be updated") }

    /// The last line of a check of the catalogue.
    public func checked(files: Int, errors: Int, warnings: Int) -> String {
        say(
            "已检查 \(number(files)) 个文件：错误 \(number(errors))，警告 \(number(warnings))。",
            "\(plural(files, "file")) checked: \(plural(errors, "error")), \(plural(warnings, "warning")).")
    }

    /// Why a deadline falls on its day, as the heading of its reckoning: 审理期限为什么到 2022-02-07.
    public func whyHeading(_ deadline: String, due: Day?) -> String {
        guard let due else { return say("\(deadline)为什么没有到期日", "Why \(deadline) has no due day") }
        return say("\(deadline)为什么到 \(due.iso)", "Why \(deadline) ends on \(due.iso)")
    }

    /// Which law and which calendar a reckoning rests on: 按受理日期适用行政复议法（2017）；休假日表版本 2022。
    public func reckonedBy(law: String, version: String?, versionField: String?, calendarYear: Int?) -> String {
        let text = lawTitle(law) + (version.map { say("（\($0)）", " (\($0))") } ?? "")
        let first = versionField.map { say("按\($0)适用\(text)", "\(text) applies by \($0)") } ?? say("适用\(text)", "\(text) applies")
        let second = calendarYear.map { say("；休假日表到 \($0) 年", "; rest days are known to \($0)") } ?? ""
        return first + second + say("。", ".")
    }
}
