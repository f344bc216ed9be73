import Wording

/// 月度核查: what each responsible unit lacks.
public struct EditionProgressPage: Page {
    public var edition: Crumb
    public var columns: [String]
    public var units: [Unit]
    public var export: Address

    public struct Unit: Sendable {
        public var label: String
        public var counts: [Int]
        public var open: [(number: String, text: String, gaps: [String], address: Address)]
        public init(label: String, counts: [Int], open: [(number: String, text: String, gaps: [String], address: Address)]) {
            self.label = label
            self.counts = counts
            self.open = open
        }
    }

    public init(edition: Crumb, columns: [String], units: [Unit], export: Address) {
        self.edition = edition
        self.columns = columns
        self.units = units
        self.export = export
    }

    public func title(_ wording: Wording) -> String { wording.text(AssessmentText.progress) }
    public func crumbs(_ wording: Wording) -> [Crumb] {
        [Crumb(wording.text(AssessmentText.title), .assessments), edition, Crumb(title(wording))]
    }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: title(wording))
                html.element("p", [.class("sub")], text: edition.label + " · " + wording.text(AssessmentText.progressSub))
            }
            html.element("div", [.class("acts")]) { html in
                html.element("a", [.class("btn"), .href(export)]) { html in
                    html.mark(.down)
                    html.text(wording.text(CommonText.exportExcel))
                }
            }
        }
        html.element("div", [.class("scroll"), .named("role", "region"), .aria(label: title(wording)), .named("tabindex", "0")]) {
            html in
            html.element("table", [.class("table")]) { html in
                html.element("caption", [.class("vh")], text: title(wording))
                html.heads([(wording.text(AssessmentText.unit), false)] + columns.map { ($0, true) })
                html.element("tbody") { html in
                    for (index, unit) in units.enumerated() {
                        html.element("tr") { html in
                            html.element("th", [.scope("row")]) { html in
                                if unit.open.isEmpty {
                                    html.text(unit.label)
                                } else {
                                    html.element("a", [.anchor("unit-\(index)")], text: unit.label)
                                }
                            }
                            for count in unit.counts { html.element("td", [.class("num")], text: String(count)) }
                        }
                    }
                }
            }
        }
        for (index, unit) in units.enumerated() where !unit.open.isEmpty {
            html.element("section", [.class("section"), .id("unit-\(index)")]) { html in
                html.sectionHead(unit.label)
                html.element("ul", [.class("plain")]) { html in
                    for item in unit.open {
                        html.element("li") { html in
                            html.element("div") { html in
                                html.element("a", [.href(item.address)], text: item.number + " " + item.text)
                                html.raw(" ")
                                for gap in item.gaps {
                                    html.tag(gap, on: true)
                                    html.raw(" ")
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
