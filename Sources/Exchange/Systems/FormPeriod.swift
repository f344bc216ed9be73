import Definitions
import Indicators
import LegalTime

/// The span of a statistics form: `2021`, `2021H1`, `2021Q3`, `2021-11`.
public struct FormPeriod: Sendable, Hashable {
    public var year: Int
    public var span: ExchangeForm.Span
    /// Which half, quarter or month, from 1.
    public var part: Int

    public init(year: Int, span: ExchangeForm.Span = .year, part: Int = 1) {
        self.year = year
        self.span = span
        self.part = part
    }

    /// nil for another text.
    public init?(text: String) {
        guard let year = Int(text.prefix(4)), text.prefix(4).count == 4, (1990...2199).contains(year) else { return nil }
        let rest = text.dropFirst(4)
        if rest.isEmpty {
            self.init(year: year)
            return
        }
        let spans: [(mark: Character, span: ExchangeForm.Span, most: Int)] = [
            ("H", .halfYear, 2), ("Q", .quarter, 4), ("-", .month, 12),
        ]
        guard let found = spans.first(where: { $0.mark == rest.first }), let part = Int(rest.dropFirst()),
            (1...found.most).contains(part)
        else { return nil }
        self.init(year: year, span: found.span, part: part)
    }

    public var text: String {
        switch span {
        case .year: String(year)
        case .halfYear: "\(year)H\(part)"
        case .quarter: "\(year)Q\(part)"
        case .month: "\(year)-\(part < 10 ? "0" : "")\(part)"
        }
    }

    /// The spans of a kind in a year, in order.
    public static func all(of span: ExchangeForm.Span, in year: Int) -> [FormPeriod] {
        let count = [.year: 1, .halfYear: 2, .quarter: 4, .month: 12][span] ?? 1
        return (1...count).map { FormPeriod(year: year, span: span, part: $0) }
    }

    public var period: Period {
        let months = [ExchangeForm.Span.year: 12, .halfYear: 6, .quarter: 3, .month: 1][span] ?? 12
        let first = Day(year: year, month: (part - 1) * months + 1, day: 1) ?? Period(year: year).from
        let last = Day(year: year, month: part * months, day: 1)?.lastOfMonth ?? Period(year: year).through
        return Period(from: first, through: last)
    }

    /// What it is called within its year: 全年, 第三季度.
    public var chineseInYear: String { span == .year ? "全年" : String(chinese.dropFirst(5)) }

    /// The same in English: Year, Q3, 11.
    public var textInYear: String { span == .year ? "Year" : String(text.dropFirst(4)).replacing("-", with: "") }

    /// 2021年第三季度
    public var chinese: String {
        switch span {
        case .year: "\(year)年度"
        case .halfYear: "\(year)年" + (part == 1 ? "上半年" : "下半年")
        case .quarter: "\(year)年第" + ["一", "二", "三", "四"][part - 1] + "季度"
        case .month: "\(year)年\(part)月"
        }
    }
}
