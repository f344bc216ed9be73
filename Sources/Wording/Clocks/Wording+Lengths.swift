import Definitions
import LegalTime

extension Wording {
    /// A length as registers write it: 5 个工作日, 60 日, 1 个月; in English 5 working days.
    public func length(_ length: Length) -> String {
        language == .chinese ? "\(length.amount) " + lawUnit(length.unit) : englishLength(length)
    }

    /// A length as the law writes it, in numerals: 五个工作日, 六十日, 三个月.
    public func lengthInWords(_ length: Length) -> String {
        language == .chinese ? Self.chineseNumeral(length.amount) + lawUnit(length.unit) : englishLength(length)
    }

    /// What a period asks for: 60 日内, 不少于 30 日, 提前 5 个工作日, 每年 3 月 1 日前.
    public func term(_ term: Term, sense: Sense = .atMost) -> String {
        switch (term, sense) {
        case (.length(let length), .atMost): say(self.length(length) + "内", "within " + self.length(length))
        case (.length(let length), .atLeast): say("不少于 " + self.length(length), "at least " + self.length(length))
        case (.length(let length), .before): say("提前 " + self.length(length), self.length(length) + " before")
        case (.on(let annual), _): say("每年 " + annualDay(annual) + "前", "by \(annualDay(annual)) each year")
        }
    }

    /// Which way a period binds.
    public func name(of sense: Sense) -> String {
        switch sense {
        case .atMost: say("至迟", "at the latest")
        case .atLeast: say("不少于", "at least")
        case .before: say("提前", "in advance")
        }
    }

    /// By how much a period may be extended.
    public func extensionCap(_ cap: Length?) -> String {
        guard let cap else { return say("不得延长", "no extension") }
        return say("可以延长，至多 " + length(cap), "may be extended by at most " + length(cap))
    }

    /// A length of clock time out of minutes: 45 分钟, 2 小时, 2 小时 30 分钟; whole days from two days on.
    public func clockTime(minutes: Int) -> String {
        let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
        if hours >= 48 { return say("\(hours / 24) 天", plural(hours / 24, "day")) }
        let parts = [
            hours > 0 ? say("\(hours) 小时", plural(hours, "hour")) : nil,
            rest > 0 || hours == 0 ? say("\(rest) 分钟", plural(rest, "minute")) : nil,
        ]
        return parts.compactMap(\.self).joined(separator: " ")
    }

    /// So many days of the calendar, as a count: 4 天, 4 days.
    public func days(_ count: Int) -> String { say("\(count) 天", plural(count, "day")) }

    /// Whether the law or the office sets the value.
    public func name(of force: Force) -> String {
        switch force {
        case .mandatory: say("法定", "statutory")
        case .guidance: say("工作要求", "guidance")
        case .local: say("本地规定", "local rule")
        }
    }

    /// What happens to a period that expires on a rest day.
    public func name(of roll: RollRule) -> String {
        switch roll {
        case .none: say("届满日是休息日的，不顺延", "an expiry on a rest day stays")
        case .nextWorkingDay: say("届满日是休息日的，顺延到第一个工作日", "an expiry on a rest day moves to the next working day")
        }
    }

    private func lawUnit(_ unit: LengthUnit) -> String {
        switch unit {
        case .minutes: "分钟"
        case .hours: "小时"
        case .workingDays: "个工作日"
        case .calendarDays: "日"
        case .months: "个月"
        case .years: "年"
        }
    }

    private func englishLength(_ length: Length) -> String {
        switch length {
        case .minutes(let count): plural(count, "minute")
        case .hours(let count): plural(count, "hour")
        case .workingDays(let count): plural(count, "working day")
        case .calendarDays(let count): plural(count, "day")
        case .months(let count): plural(count, "month")
        case .years(let count): plural(count, "year")
        }
    }
}
