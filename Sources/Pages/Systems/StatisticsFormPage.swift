import Wording

/// A statistics form filled in for a period, as it will be printed.
public struct StatisticsFormPage: Page {
    public var label: String
    public var summary: String
    public var facts: [(name: String, value: String)]
    public var isUnsure: Bool
    public var problem: String?
    /// The periods of the year, by kind.
    public var periods: [ViewLink]
    public var years: [ViewLink]
    public var downloads: [Crumb]
    public var caption: String
    public var heads: [String]
    public var rows: [[String]]
    public var total: [String]

    public init(
        label: String, summary: String, facts: [(name: String, value: String)], isUnsure: Bool, problem: String?,
        periods: [ViewLink], years: [ViewLink], downloads: [Crumb], caption: String, heads: [String], rows: [[String]],
        total: [String]
    ) {
        self.label = label
        self.summary = summary
        self.facts = facts
        self.isUnsure = isUnsure
        self.problem = problem
        self.periods = periods
        self.years = years
        self.downloads = downloads
        self.caption = caption
        self.heads = heads
        self.rows = rows
        self.total = total
    }

    public var hasProblems: Bool { problem != nil }
    public func title(_ wording: Wording) -> String { label }
    public func crumbs(_ wording: Wording) -> [Crumb] { [Crumb(wording.text(SystemText.title), .exchanges), Crumb(label)] }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.errors(problem.map { [ProblemLine(key: nil, sentence: $0)] } ?? [], wording: wording)
        html.exchangeHead(label: label, summary: summary, facts: facts, isUnsure: isUnsure, wording)
        html.views(years, label: wording.text(SystemText.period))
        if periods.count > 1 { html.views(periods, label: wording.text(SystemText.period)) }
        html.element("section", [.class("section")]) { html in
            html.sectionHead(caption)
            html.element("p", [.class("small quiet")], text: wording.text(SystemText.totalsHint))
            html.downloads(downloads)
            html.element(
                "div", [.class("scroll gap-m"), .named("role", "region"), .aria(label: caption), .named("tabindex", "0")]
            ) {
                html in
                html.element("table", [.class("table sums")]) { html in
                    html.element("caption", [.class("vh")], text: caption)
                    html.columnHeads(heads)
                    html.element("tbody") { html in
                        for row in rows { write(row, &html) }
                    }
                    html.element("tfoot") { html in write(total, &html) }
                }
            }
        }
    }

    private func write(_ row: [String], _ html: inout HTML) {
        html.element("tr") { html in
            html.element("th", [.named("scope", "row")], text: row.first ?? "")
            for cell in row.dropFirst() { html.element("td", [.class("num")], text: cell) }
        }
    }
}
