import Definitions
import LegalTime
import Records

/// Sentences of monthly returns.
extension Wording {
    public func label(_ definition: ReturnDefinition) -> String { say(definition.label, definition.english) }
    public func summary(_ definition: ReturnDefinition) -> String { say(definition.summary, definition.englishSummary) }
    public func label(_ item: ReturnItem) -> String { say(item.label, item.english) }

    /// 2021 年 3 月.
    public func month(_ month: Month) -> String { period(month.first...month.last) }

    /// A number of a return out of its smallest unit; — for none.
    public func number(_ value: Int64?, of item: ReturnItem) -> String {
        value.map { NumberText.write($0, decimals: item.decimals, trim: false, grouped: true) } ?? text(CommonText.noData)
    }

    /// 次月 5 日前报送，遇休息日顺延到下一个工作日；提前 3 个工作日提醒。
    public func dueRule(_ definition: ReturnDefinition) -> String {
        let day = definition.due.dayOfNextMonth
        let roll =
            switch definition.due.roll {
            case .nextWorkingDay: say("，遇休息日顺延到下一个工作日", ", on a rest day the next working day")
            case .previousWorkingDay: say("，遇休息日提前到上一个工作日", ", on a rest day the working day before")
            case .none: ""
            }
        let remind =
            definition.remind.map { say("；提前 \($0) 个工作日提醒", "; reminders \(plural($0, "working day")) before") } ?? ""
        return say("每月的次月 \(day) 日前报送", "Due by day \(day) of the next month") + roll + remind + say("。", ".")
    }

    /// 11 / 14.
    public func share(_ part: Int, of whole: Int) -> String {
        say("\(number(part)) / \(number(whole))", "\(number(part)) of \(number(whole))")
    }

    /// 现在 5: what is counted now beside what was frozen.
    public func countedNow(_ value: String) -> String { say("现在 \(value)", "now \(value)") }

    /// Who did it and when: 王五丙 · 2022-01-18 09:30.
    public func signed(_ person: String, _ moment: Instant) -> String { "\(person) · \(self.moment(moment))" }

    /// Why nothing can be changed, with the reason that was given.
    public func lockedSince(_ moment: Instant, by person: String, wholeMonth: Bool, reason: String) -> String {
        say(
            "\(wholeMonth ? "这个月" : "这一份")已由\(person)于 \(moment.day.iso) 锁定，不能再改。理由：\(reason)",
            "\(wholeMonth ? "The month" : "This sheet") was locked by \(person) on \(moment.day.iso) and cannot be changed. Reason: \(reason)"
        )
    }

    /// 这个单位 2021-03 至 2021-06 免报。理由：….
    public func exceptedFor(_ months: ClosedRange<Month>, reason: String) -> String {
        let span =
            months.lowerBound == months.upperBound
            ? months.lowerBound.iso : "\(months.lowerBound) \(text(CommonText.until)) \(months.upperBound)"
        return say("这个单位 \(span) 免报，不用报送。理由：\(reason)", "The unit is excepted for \(span) and owes nothing. Reason: \(reason)")
    }

    /// The month has not ended yet.
    public func openFrom(_ day: Day) -> String {
        say("这个月还没有结束，\(day.iso) 起可以报送。", "The month has not ended; it can be submitted from \(day.iso).")
    }

    public func sentBack(by person: String, on day: Day, reason: String) -> String {
        say("\(person)于 \(day.iso) 退回。理由：\(reason)", "Sent back by \(person) on \(day.iso). Reason: \(reason)")
    }

    public func reasonTooLong(_ limit: Int) -> String { say("至多 \(limit) 字，请写短些。", "At most \(limit) characters, please.") }
    public func tooManyPlaces(_ decimals: Int) -> String {
        decimals == 0
            ? say("请填整数。", "Please give a whole number.") : say("小数至多 \(decimals) 位。", "At most \(plural(decimals, "decimal")).")
    }

    /// 计数 5，填报 7，相差 2：请写明原因。
    public func differs(counted: String, entered: String) -> String {
        say(
            "台账计数 \(counted)，填报 \(entered)，不一样。请在说明里写明原因。",
            "Counted \(counted), entered \(entered). Please say in the remark why they differ.")
    }

    public func exceeds(_ parts: [String], total: String) -> String {
        say(
            "\(list(parts))\(parts.count > 1 ? "之和" : "")不能大于\(total)。请核对。",
            "\(list(parts)) cannot be more than \(total). Please check.")
    }

    public func isNotSum(_ parts: [String], total: String) -> String {
        say("\(list(parts))之和应当等于\(total)。请核对。", "\(list(parts)) have to make up \(total). Please check.")
    }

    /// The sheet is in a state in which the step is not open.
    public func notOpen(inState state: String) -> String {
        say("这份月报现在是“\(state)”，不能办理这一步。请刷新后再看。", "The sheet is “\(state)” now, so this step is not open. Please reload it.")
    }

    public var semicolon: String { say("；", "; ") }

    /// Who did what last, and when.
    public func changedBy(_ person: String, at moment: Instant, act: String) -> String {
        say("\(person)于 \(self.moment(moment)) \(act)。", "\(act) by \(person), \(self.moment(moment)).")
    }
}
