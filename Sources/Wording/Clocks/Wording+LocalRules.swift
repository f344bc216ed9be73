import Definitions
import LegalTime

extension Wording {
    /// What a length is counted in: 工作日, months.
    public func name(of unit: LengthUnit) -> String {
        switch unit {
        case .minutes: say("分钟", "minutes")
        case .hours: say("小时", "hours")
        case .workingDays: say("工作日", "working days")
        case .calendarDays: say("日（自然日）", "calendar days")
        case .months: say("个月", "months")
        case .years: say("年", "years")
        }
    }

    /// From when until when a version applies: 2024-01-01 起, 2018-01-01 至 2023-12-31.
    public func span(_ version: ClockVersion) -> String {
        guard let until = version.until else { return say("\(version.from.iso) 起", "from \(version.from.iso)") }
        return say("\(version.from.iso) 至 \(until.iso)", "\(version.from.iso) to \(until.iso)")
    }

    /// The value of the law file, beside one that the district has settled: 文件所写：第六十二条，60 日内.
    public func filed(_ version: ClockVersion) -> String? {
        guard version.settled != nil else { return nil }
        let own = version.asWritten
        guard own.term != version.term || own.article != version.article else { return nil }
        return say(
            "文件所写：\(article(own.article))，\(term(own.term, sense: version.sense))",
            "In the file: \(article(own.article)), \(term(own.term, sense: version.sense))")
    }

    /// 共 12 个在办期限会动。
    public func movedDeadlines(_ count: Int) -> String {
        say("共 \(number(count)) 个在办期限会动。", "\(plural(count, "running deadline")) \(count == 1 ? "moves" : "move").")
    }
}
