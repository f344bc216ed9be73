import Definitions
import LegalTime

/// Sentences of the open site.
extension Wording {
    public func label(_ request: PublicRequestDefinition) -> String { say(request.label, request.english) }
    public func intro(_ request: PublicRequestDefinition) -> String { say(request.intro, request.introEnglish ?? request.intro) }
    public func consent(_ request: PublicRequestDefinition) -> String? {
        request.consent.map { say($0, request.consentEnglish ?? $0) }
    }
    public func label(_ shown: PublicRequestDefinition.Shown) -> String { say(shown.label, shown.english) }
    public func hint(_ field: PublicRequestDefinition.Field) -> String? { language == .chinese ? field.hint : field.english }

    public func bracketed(_ text: String) -> String { say("（\(text)）", " (\(text))") }

    /// 到 2022-02-10 为止（含当日）。
    public func openUntil(_ day: Day) -> String { say("到 \(day.iso) 为止（含当日）", "until \(day.iso), that day included") }
    public func closedOn(_ day: Day) -> String {
        say("征求意见已于 \(day.iso) 截止，不再接收意见。", "The consultation ended on \(day.iso); no more opinions are taken.")
    }
    public func opensOn(_ day: Day) -> String { say("从 \(day.iso) 开始接收意见。", "Opinions are taken from \(day.iso).") }

    /// 依《重大行政决策程序暂行条例》第十五条，不少于 30 天，最早到 2022-01-31 截止。
    public func shortestPeriod(_ version: ClockVersion, earliest: Day) -> String {
        say(
            "依\(citation(version.basis))，\(term(of: version))，最早到 \(earliest.iso) 截止。",
            "By \(citation(version.basis)): \(term(of: version)), so not before \(earliest.iso).")
    }
    public func tooShort(until: Day, earliest: Day) -> String {
        say(
            "截止日期 \(until.iso) 早于法定最短期限的 \(earliest.iso)，又没有写明缩短的理由，所以没有公开。请改截止日期，或者填写缩短的理由。",
            "The last day \(until.iso) is earlier than \(earliest.iso), the shortest period by law, and no reason is given; so the draft is not public. Change the day or give the reason."
        )
    }
    public func notPublicYet(_ fields: [String]) -> String {
        say("没有公开：还缺\(list(fields))。", "Not public: \(list(fields)) missing.")
    }
    public func stillOpen(until: Day) -> String {
        say("征求意见到 \(until.iso) 才截止，截止以后才能公布采纳情况。", "The consultation runs until \(until.iso); adoption is told after that.")
    }
    public func unanswered(_ count: Int) -> String {
        say("还有 \(number(count)) 条意见没有处理，处理完才能公布。", "\(plural(count, "opinion")) still to be decided on first.")
    }
    public func opinionCount(_ count: Int, waiting: Int) -> String {
        say(
            "共 \(number(count)) 条" + (waiting > 0 ? "，\(number(waiting)) 条待处理" : ""),
            plural(count, "opinion") + (waiting > 0 ? ", \(number(waiting)) to be decided on" : ""))
    }
    public func textTooLong(_ count: Int, limit: Int) -> String {
        say("最多 \(number(limit)) 字，现在是 \(number(count)) 字。", "At most \(number(limit)) characters; there are \(number(count)).")
    }
    public func tooLong(limit: Int) -> String { say("最多 \(number(limit)) 字。", "At most \(number(limit)) characters.") }
    public func pieces(_ count: Int) -> String { say("\(number(count)) 条", number(count)) }
}
