import LegalTime
import Records

/// Short texts of figures and reports with numbers or names in them.
extension Wording {
    /// 计入分子的 189 件; the heading over the rows.
    public func countedHeading(_ side: FigurePageText, _ count: Int, unit: String = "件") -> String {
        say("\(text(side))的 \(number(count)) \(unit)", "\(text(side)): \(plural(count, "record"))")
    }

    /// 锦州高新区 · 2021 年度 · 截止 2021-12-31，尚未锁定.
    public func figureSub(district: String, year: Int, cutOff: Day, isLocked: Bool) -> String {
        let state = text(isLocked ? FigureText.locked : FigureText.notLocked)
        return "\(district) · \(self.year(year)) · \(self.cutOff(cutOff))" + say("，", ", ") + state
    }

    /// 2020 年 .
    public func inYear(_ year: Int) -> String { say("\(year) 年", "\(year)") }

    /// （161 ÷ 498）.
    public func fraction(_ numerator: Int64, _ denominator: Int64) -> String {
        say("（\(numerator) ÷ \(denominator)）", " (\(numerator) ÷ \(denominator))")
    }

    /// Read to those who hear the page: 189 除以 526.
    public func divided(_ numerator: Int64, _ denominator: Int64) -> String {
        say("\(numerator) 除以 \(denominator)", "\(numerator) divided by \(denominator)")
    }

    /// 按月的数字; a table's caption.
    public func byCaption(_ figure: String, by group: String) -> String { say("\(figure)，按\(group)", "\(figure) by \(group)") }

    /// 2021 年度法治政府建设报告.
    public func reportOfYear(_ year: Int) -> String { say("\(year) 年度报告", "Annual report \(year)") }

    /// 2022-03-01 前.
    public func before(_ day: Day) -> String { say("\(day.iso) 前", "by \(day.iso)") }

    /// 余 42 天, 已过 3 天.
    public func daysLeft(_ days: Int) -> String {
        days >= 0 ? say("\(days) 天", plural(days, "day")) : say("已过 \(-days) 天", "\(plural(-days, "day")) ago")
    }

    /// 东一社区供稿.
    public func contribution(of unit: String) -> String { say("\(unit)供稿", "Contribution of \(unit)") }

    /// 第 3 稿 · 王五丙 · 2022-01-18 09:30.
    public func draft(_ revision: Int64, by person: String, at moment: Instant) -> String {
        say("第 \(revision) 稿 · \(person) · \(self.moment(moment))", "Draft \(revision) · \(person) · \(self.moment(moment))")
    }

    /// 有 2 件超期.
    public func overdueMatters(_ count: Int) -> String {
        say("有 \(number(count)) 件超期：", "\(plural(count, "matter")) overdue:")
    }

    /// 超期 1, 正常.
    public func lamp(_ status: ClockStatus, _ count: Int) -> String {
        status == .open || status == .met ? name(of: status) : "\(name(of: status)) \(number(count))"
    }

    /// 锦州高新区 2021 年度.
    public func districtYear(_ district: String, _ year: Int) -> String { "\(district) \(self.year(year))" }

    /// 与 2020 年相比.
    public func comparedWith(_ year: Int) -> String { say("与 \(year) 年相比", "compared with \(year)") }
}
