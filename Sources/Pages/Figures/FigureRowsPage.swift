import LegalTime
import Wording

/// The records behind a figure or a part of it, or the distinct things it counted.
public struct FigureRowsPage: Page {
    public var label: String
    public var register: Crumb
    public var figure: Address
    public var year: Int
    public var heading: String
    /// What is shown of it: 2021 年 3 月, 东一社区.
    public var filter: String?
    /// The conditions in words.
    public var rule: String?
    public var hint: String?
    public var views: [ViewLink]
    public var table: RowsTable
    public var shown: String
    public var previous: Address?
    public var next: Address?
    public var exports: [Crumb]
    public var asOf: Instant

    public init(
        label: String, register: Crumb, figure: Address, year: Int, heading: String, filter: String?, rule: String?,
        hint: String?,
        views: [ViewLink], table: RowsTable, shown: String, previous: Address?, next: Address?, exports: [Crumb], asOf: Instant
    ) {
        self.label = label
        self.register = register
        self.figure = figure
        self.year = year
        self.heading = heading
        self.filter = filter
        self.rule = rule
        self.hint = hint
        self.views = views
        self.table = table
        self.shown = shown
        self.previous = previous
        self.next = next
        self.exports = exports
        self.asOf = asOf
    }

    public func title(_ wording: Wording) -> String { "\(label)：\(heading)" }
    public func crumbs(_ wording: Wording) -> [Crumb] {
        [
            Crumb(wording.text(FigurePageText.title), .figures(year: year)), register, Crumb(label, figure),
            Crumb(wording.text(FigurePageText.rowsTitle)),
        ]
    }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: heading)
                html.element(
                    "p", [.class("sub")], text: [label, wording.year(year), filter].compactMap { $0 }.joined(separator: " · "))
            }
            html.element("div", [.class("acts")]) { html in
                html.element("a", [.class("btn"), .href(figure)], text: wording.text(FigurePageText.backToFigure))
                for export in exports {
                    html.element("a", [.class("btn"), .named("href", export.address?.text)]) { html in
                        html.mark(.down)
                        html.text(export.label)
                    }
                }
            }
        }
        if views.count > 1 { html.views(views, label: wording.text(FigurePageText.otherParts)) }
        if let rule { html.element("p", [.class("sumline")], text: rule) }
        if let hint { html.element("p", [.class("quiet small")], text: hint) }
        table.write(into: &html, wording)
        html.pager(shown: shown, previous: previous, next: next, wording: wording)
        html.element("p", [.class("cut")], text: wording.asOf(asOf))
    }
}
