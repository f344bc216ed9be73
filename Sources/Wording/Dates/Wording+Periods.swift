import LegalTime

extension Wording {
    /// The name of a period: 2021 年度, 2021 年 1—3 月, 2021 年 3 月; else its first and last day.
    public func period(_ period: ClosedRange<Day>) -> String {
        let (first, last) = (period.lowerBound, period.upperBound)
        guard first == first.firstOfMonth, last == last.lastOfMonth else { return days(from: first, to: last) }
        guard first.year == last.year else {
            if first == first.firstOfYear, last == last.lastOfYear {
                return say("\(first.year)—\(last.year) 年度", "\(first.year)–\(last.year)")
            }
            return say(
                "\(first.year) 年 \(first.month) 月—\(last.year) 年 \(last.month) 月",
                "\(Self.months[first.month - 1]) \(first.year) – \(Self.months[last.month - 1]) \(last.year)")
        }
        if first.month == 1, last.month == 12 { return year(first.year) }
        if first.month == last.month {
            return say("\(first.year) 年 \(first.month) 月", "\(Self.months[first.month - 1]) \(first.year)")
        }
        return say(
            "\(first.year) 年 \(first.month)—\(last.month) 月",
            "\(Self.months[first.month - 1])–\(Self.months[last.month - 1]) \(first.year)")
    }

    /// 2021 年度, in English 2021.
    public func year(_ year: Int) -> String { say("\(year) 年度", "\(year)") }

    /// 1 月, January: the head of a column of months.
    public func month(_ month: Int) -> String {
        guard (1...12).contains(month) else { return String(month) }
        return say("\(month) 月", Self.months[month - 1])
    }

    /// 一季度, Q1.
    public func quarter(_ quarter: Int) -> String { say(Self.chineseNumeral(quarter) + "季度", "Q\(quarter)") }

    /// 2021-12-01 至 2021-12-20.
    public func days(from: Day, to: Day) -> String {
        from == to ? from.iso : say("\(from.iso) 至 \(to.iso)", "\(from.iso) to \(to.iso)")
    }

    /// A stretch of days under another one: the year is left out where it is `year`, the year last shown.
    func shortDays(from: Day, to: Day, after year: Int?) -> String {
        let first = from.year == year ? String(from.iso.dropFirst(5)) : from.iso
        guard from != to else { return first }
        let second = to.year == from.year ? String(to.iso.dropFirst(5)) : to.iso
        return say("\(first) 至 \(second)", "\(first) to \(second)")
    }
}
