import LegalTime

/// One line of a reckoning for people: which days, whether they count, why, and how far the count has come.
public struct ReckoningLine: Sendable, Hashable {
    public var step: Step
    /// 2021-11-12 星期五; 11-13 至 11-30.
    public var dates: String
    public var why: String
    /// 18 天, 6 个工作日, 顺延; empty where the line adds nothing to the count.
    public var sum: String
}

extension Wording {
    /// The lines of a reckoning from the start to the last day.
    public func lines(of due: Due, _ period: ReckonedPeriod) -> [ReckoningLine] {
        var year: Int?
        var walk = Reached(goal: period.goal)
        return due.steps.map { step in
            let dates = step.reason.isNamedDay ? dayAndWeekday(step.from) : shortDays(from: step.from, to: step.to, after: year)
            year = step.to.year
            walk.take(step)
            return ReckoningLine(step: step, dates: dates, why: why(step, period, walk), sum: sum(of: step, walk))
        }
    }

    /// Why a stretch of days counts or not, said of the stretch alone.
    public func why(step: Step, _ period: ReckonedPeriod) -> String {
        var walk = Reached(goal: period.goal)
        walk.take(step)
        return why(step, period, walk)
    }

    /// How far the count has come at the end of a stretch, said of the stretch alone.
    public func sum(of step: Step, _ period: ReckonedPeriod) -> String {
        var walk = Reached(goal: period.goal)
        walk.take(step)
        return sum(of: step, walk)
    }

    private func why(_ step: Step, _ period: ReckonedPeriod, _ walk: Reached) -> String {
        switch step.reason {
        case .startNotCounted: startSentence(period)
        case .eventNotCounted: eventSentence(period)
        case .counted(let days): counted(days, walk)
        case .countedWorkingDays(let days, let restDays, let makeUp): countedWorkingDays(days, restDays, makeUp, walk)
        case .countedMinutes(let from, let to, let minutes): countedMinutes(from, to, minutes, period.sense)
        case .sameNumberedDay(let length):
            say(
                "\(lengthInWords(length))算到同日：\(step.to.iso)。",
                "Counting \(self.length(length)) leads to the same day of the month: \(step.to.iso).")
        case .monthEndClamped(let length, let missing):
            say(
                "\(lengthInWords(length))算到的月份没有 \(missing) 日，以该月最后一天为准：\(step.to.iso)。",
                "Counting \(self.length(length)) leads to a month without day \(missing); its last day stands for it: \(step.to.iso)."
            )
        case .paused(let count, let cause):
            say(
                "\(pauseWord(period)) \(count) 天不计\(because(cause))。",
                "\(days(count)) of \(pauseWord(period)) \(count == 1 ? "does" : "do") not count\(because(cause)).")
        case .stillPaused(let cause):
            say(
                "\(pauseWord(period))尚未结束，期限停止计算\(because(cause))。",
                "The period has stood still since then (\(pauseWord(period)))\(because(cause)).")
        case .extended(let length):
            say("经批准延长 \(self.length(length))，接着计算。", "Extended by \(self.length(length)); the count goes on.")
        case .annualDay(let annual):
            say("法律定的日子：每年 \(annualDay(annual))。", "The law names the day: \(annualDay(annual)) each year.")
        case .expiryOnRestDay:
            say("届满日是休息日，顺延到休假后第一个工作日。", "The last day is a rest day and moves to the first working day after the rest.")
        case .restDayKept:
            say(
                "这一天是休息日，倒推的期限不顺延；最好提前到上一个工作日办理。",
                "This is a rest day, and a period counted back does not move; better act on the working day before.")
        case .provisionalFrom(let year):
            say(
                "\(year) 年休假日安排尚未公布，暂按周末推算。",
                "The rest days of \(year) are not yet published; only weekends are reckoned with for now.")
        case .lastDay: lastDaySentence(period)
        case .fullyRun: say("期间已满，从这一天起可以办理。", "The period has fully run; the act may be done from this day on.")
        }
    }

    private func startSentence(_ period: ReckonedPeriod) -> String {
        let event = period.startLabel.map(event) ?? say("从这一天", "this day")
        if period.isClockTime {
            return say("\(event)起算；从下一分钟计。", "The period starts (\(event)) and counts from the next minute.")
        }
        let chinese = period.startLabel == nil ? "从这一天起算；当日不计入。" : "\(event)，起算；当日不计入。"
        let english =
            period.startLabel == nil
            ? "The period starts; this day is not counted." : "The period starts (\(event)); this day is not counted."
        return say(chinese, english)
    }

    private func eventSentence(_ period: ReckonedPeriod) -> String {
        guard let label = period.startLabel else {
            return say("从这一天往前推；当日不计入。", "Counted back from this day, which is not counted itself.")
        }
        return say("\(event(label))，从这一天往前推；当日不计入。", "Counted back from here (\(event(label))); this day is not counted.")
    }

    private func counted(_ days: Int, _ walk: Reached) -> String {
        let beginning =
            walk.isResumed
            ? say("恢复后计 \(days) 天", "After the pause \(plural(days, "day"))") : say("计 \(days) 天", plural(days, "day"))
        if walk.isResumed || walk.isExtended, walk.isFull, let goal = walk.goal {
            return say("\(beginning)，满\(lengthInWords(goal))。", "\(beginning), which makes up the \(length(goal)).")
        }
        guard case .calendarDays? = walk.goal, let goal = walk.goal, !walk.isResumed else {
            return say("\(beginning)，休息日照算。", "\(beginning), rest days among them.")
        }
        return say(
            "\(beginning)，休息日照算：\(lengthInWords(goal))是自然日。",
            "\(beginning), rest days among them: the \(length(goal)) are calendar days.")
    }

    private func countedWorkingDays(_ days: Int, _ restDays: Int, _ makeUp: Int, _ walk: Reached) -> String {
        var parts = [
            walk.isResumed
                ? say("恢复后计 \(days) 个工作日", "After the pause \(plural(days, "working day"))")
                : say("计 \(days) 个工作日", plural(days, "working day"))
        ]
        if restDays > 0 { parts.append(say("跳过休息日 \(restDays) 天", "\(plural(restDays, "rest day")) passed over")) }
        if makeUp > 0 { parts.append(say("其中调休上班 \(makeUp) 天", "\(plural(makeUp, "make-up workday")) among them")) }
        if walk.isResumed || walk.isExtended, walk.isFull, let goal = walk.goal {
            parts.append(say("满" + lengthInWords(goal), "which makes up the \(length(goal))"))
        }
        return parts.joined(separator: say("，", ", ")) + say("。", ".")
    }

    private func countedMinutes(_ from: Instant, _ to: Instant, _ minutes: Int, _ sense: Sense) -> String {
        let isOneDay = from.day == to.day
        let (first, last) = (isOneDay ? time(from) : moment(from), isOneDay ? time(to) : moment(to))
        return say(
            "\(first) 至 \(last)，计 \(clockTime(minutes: minutes))，昼夜连续计算。",
            "\(first) to \(last): \(clockTime(minutes: minutes)), day and night.")
    }

    private func lastDaySentence(_ period: ReckonedPeriod) -> String {
        switch (period.sense, period.term) {
        case (.before, .length(let length)):
            say(
                "最迟这一天。再晚就不足\(lengthInWords(length))。",
                "The last day. Any later would be less than \(self.length(length)) before.")
        case _ where period.isClockTime:
            say("到这一分钟为止。当分钟办结仍为按期。", "The period ends with this minute. What is done within it is in time.")
        default: say("最后一天。当日办结仍为按期。", "The last day. What is done on it is in time.")
        }
    }

    private func sum(of step: Step, _ walk: Reached) -> String {
        switch step.reason {
        case .expiryOnRestDay: say("顺延", "rolled over")
        case .provisionalFrom: provisionalMark
        case .sameNumberedDay, .monthEndClamped, .annualDay, .restDayKept, .lastDay, .fullyRun, .eventNotCounted: ""
        case .startNotCounted, .counted, .countedWorkingDays, .countedMinutes, .paused, .stillPaused, .extended:
            switch walk.unit {
            case .workingDays: say("\(walk.count) 个工作日", plural(walk.count, "working day"))
            case .minutes, .hours: clockTime(minutes: walk.count)
            default: days(walk.count)
            }
        }
    }

    /// 收到申请 out of 收到申请日期: what happened on the day.
    private func event(_ label: String) -> String {
        guard language == .chinese else { return label }
        for ending in ["日期", "时间", "时刻"] where label.hasSuffix(ending) && label.count > ending.count {
            return String(label.dropLast(ending.count))
        }
        return label
    }

    private func pauseWord(_ period: ReckonedPeriod) -> String { period.pauseLabel ?? say("中止", "suspension") }

    private func because(_ cause: String?) -> String {
        guard let cause, !cause.isEmpty else { return "" }
        return say("：", ": ") + cause
    }
}

/// How far a reckoning has come when a line is written.
private struct Reached {
    /// What is being counted up to: the period's length, then the extension's.
    var goal: Length?
    /// What the count is in.
    var unit: LengthUnit
    /// Counted in this unit so far.
    var count = 0
    var isResumed = false
    var isExtended = false
    private var base = 0
    private var goalBase = 0
    private var afterPause = false

    init(goal: Length?) {
        self.goal = goal
        unit = goal?.unit ?? .calendarDays
    }

    /// Whether the count has reached its goal; of months that is not asked.
    var isFull: Bool {
        switch goal {
        case .calendarDays(let amount), .workingDays(let amount): count + base - goalBase == amount
        default: false
        }
    }

    mutating func take(_ step: Step) {
        isResumed = step.counts && afterPause
        switch step.reason {
        case .counted: change(to: .calendarDays, before: step)
        case .countedWorkingDays: change(to: .workingDays, before: step)
        case .countedMinutes: change(to: .minutes, before: step)
        case .paused, .stillPaused: afterPause = true
        case .extended(let length):
            (goal, goalBase, isExtended) = (length, step.total, true)
            afterPause = false
        default: break
        }
        if step.counts { afterPause = false }
        count = step.total - base
    }

    private mutating func change(to next: LengthUnit, before step: Step) {
        let isSame =
            next == unit || (next == .calendarDays && [.months, .years].contains(unit)) || (next == .minutes && unit == .hours)
        if !isSame { base = step.total - step.reason.amount }
        unit = next
    }
}

extension ReckonedPeriod {
    fileprivate var goal: Length? {
        if case .length(let length) = term { length } else { nil }
    }

    fileprivate var isClockTime: Bool { goal?.isClockTime ?? false }
}

extension StepReason {
    /// Whether the line stands for one day that is given with its weekday.
    fileprivate var isNamedDay: Bool {
        switch self {
        case .startNotCounted, .eventNotCounted, .annualDay, .lastDay, .fullyRun: true
        default: false
        }
    }

    fileprivate var amount: Int {
        switch self {
        case .counted(let days), .countedWorkingDays(let days, _, _): days
        case .countedMinutes(_, _, let minutes): minutes
        default: 0
        }
    }
}
