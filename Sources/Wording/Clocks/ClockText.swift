import Deadlines
import LegalTime

/// How a clock stands, in a word and what is left of it: 临期 + 余 2 天.
public struct ClockText: Sendable, Hashable {
    public var status: ClockStatus
    public var word: String
    /// 余 2 天, 今天, 4 天; nil where nothing is left to say.
    public var rest: String?
    /// 待确认, where the period has still to be confirmed.
    public var mark: String?

    public init(status: ClockStatus, word: String, rest: String?, mark: String? = nil) {
        self.status = status
        self.word = word
        self.rest = rest
        self.mark = mark
    }

    /// 超期 4 天.
    public var text: String { rest.map { "\(word) \($0)" } ?? word }
}

extension Wording {
    /// The word of a status. For a period of sense `at_least` an open clock is not yet full, and late means too early.
    public func name(of status: ClockStatus, sense: Sense = .atMost) -> String {
        switch (status, sense) {
        case (.open, .atLeast), (.dueSoon, .atLeast), (.overdue, .atLeast): say("期间未满", "still running")
        case (.met, .atLeast): say("期间已满", "fully run")
        case (.late, .atLeast): say("未满期", "too early")
        case (.idle, _): say("未起算", "not started")
        case (.open, _): say("正常", "on time")
        case (.dueSoon, _): say("临期", "due soon")
        case (.overdue, _): say("超期", "overdue")
        case (.paused, _): say("已暂停", "paused")
        case (.met, _): say("按期办结", "done in time")
        case (.late, _): say("逾期办结", "done late")
        }
    }

    /// How one run stands today.
    ///
    /// - Parameters:
    ///   - pausedSince: The first day of the pause it stands in, which the run does not know.
    ///   - needsConfirmation: Whether the version it was reckoned by is unsure.
    public func clock(
        of run: DeadlineRun, today: Day, now: Instant, sense: Sense = .atMost, pausedSince: Day? = nil,
        needsConfirmation: Bool = false
    ) -> ClockText {
        var text = plainClock(of: run, today: today, now: now, sense: sense, pausedSince: pausedSince)
        if needsConfirmation { text.mark = confirmMark }
        return text
    }

    private func plainClock(of run: DeadlineRun, today: Day, now: Instant, sense: Sense, pausedSince: Day?) -> ClockText {
        let status = run.status(today: today, now: now, sense: sense)
        let word = name(of: status, sense: sense)
        if let dueAt = run.dueAt {
            let stop = run.stoppedAt ?? run.stoppedOn.map { Instant(day: $0) }
            let left = now.minutes(until: dueAt)
            let off = stop.map { abs($0.minutes(until: dueAt)) }
            return ClockText(
                status: status, word: word,
                rest: rest(status, left: left, off: off, sense: sense, pausedSince: pausedSince) { clockTime(minutes: $0) })
        }
        let left = run.dueOn.map { today.days(until: $0) }
        let off = run.stoppedOn.flatMap { stop in run.dueOn.map { abs(stop.days(until: $0)) } }
        return ClockText(
            status: status, word: word,
            rest: rest(status, left: left, off: off, sense: sense, pausedSince: pausedSince) { days($0) })
    }

    /// How a clock of days stands where only its status and its due day are known, as in a row of a list.
    public func clock(_ status: ClockStatus, due: Day?, today: Day, stoppedOn: Day? = nil, sense: Sense = .atMost) -> ClockText {
        let left = due.map { today.days(until: $0) }
        let off = stoppedOn.flatMap { stop in due.map { abs(stop.days(until: $0)) } }
        return ClockText(
            status: status, word: name(of: status, sense: sense),
            rest: rest(status, left: left, off: off, sense: sense, pausedSince: nil) { days($0) })
    }

    private func rest(
        _ status: ClockStatus, left: Int?, off: Int?, sense: Sense, pausedSince: Day?, amount: (Int) -> String
    ) -> String? {
        switch status {
        case .open, .dueSoon:
            guard let left else { return nil }
            if sense == .atLeast { return say("还差 \(amount(left))", "\(amount(left)) to go") }
            return left == 0 ? say("今天", "today") : say("余 \(amount(left))", "\(amount(left)) left")
        case .overdue: return left.map { amount(-$0) }
        case .late: return off.map { say(amount($0), "by \(amount($0))") }
        case .paused: return pausedSince.map { say("自 \($0.iso.dropFirst(5))", "since \($0.iso.dropFirst(5))") }
        case .idle, .met: return nil
        }
    }
}
