import Wording

/// 示范指标自评: the editions that the office has loaded.
public struct EditionsPage: Page {
    public var rows: [Row]
    public var mayLoad: Bool
    public var mayCompare: Bool

    public struct Row: Sendable {
        public var title: String
        public var address: Address
        public var counts: String
        public var year: String
        public var source: String
        public var isLocked: Bool
        public var complete: String
        public var selfScore: String
        public var reviewScore: String
        public init(
            title: String, address: Address, counts: String, year: String, source: String, isLocked: Bool, complete: String,
            selfScore: String, reviewScore: String
        ) {
            self.title = title
            self.address = address
            self.counts = counts
            self.year = year
            self.source = source
            self.isLocked = isLocked
            self.complete = complete
            self.selfScore = selfScore
            self.reviewScore = reviewScore
        }
    }

    public init(rows: [Row], mayLoad: Bool, mayCompare: Bool) {
        self.rows = rows
        self.mayLoad = mayLoad
        self.mayCompare = mayCompare
    }

    public func title(_ wording: Wording) -> String { wording.text(AssessmentText.title) }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: title(wording))
                html.element("p", [.class("sub")], text: wording.text(AssessmentText.sub))
            }
            html.element("div", [.class("acts")]) { html in
                if mayCompare {
                    html.element("a", [.class("btn"), .href(.compareEditions)], text: wording.text(AssessmentText.compare))
                }
                if mayLoad {
                    html.element("a", [.class("btn main"), .href(.loadEdition)], text: wording.text(AssessmentText.load))
                }
            }
        }
        guard !rows.isEmpty else {
            return html.element("p", [.class("quiet")], text: wording.text(AssessmentText.noEditions))
        }
        html.element("table", [.class("table cards")]) { html in
            html.element("caption", [.class("vh")], text: title(wording))
            html.heads([
                (wording.text(AssessmentText.edition), false), (wording.text(AssessmentText.year), false),
                (wording.text(AssessmentText.complete), false), (wording.text(AssessmentText.selfScore), true),
                (wording.text(AssessmentText.reviewScore), true),
            ])
            html.element("tbody") { html in for row in rows { write(row, &html, wording) } }
        }
        html.element("p", [.class("cut")], text: wording.text(AssessmentText.notOfficial))
    }

    private func write(_ row: Row, _ html: inout HTML, _ wording: Wording) {
        html.element("tr") { html in
            html.element("th", [.scope("row"), .class("full")]) { html in
                html.element("a", [.href(row.address)], text: row.title)
                if row.isLocked {
                    html.raw(" ")
                    html.tag(wording.text(AssessmentText.locked), on: false)
                }
                html.raw("<br>")
                html.element("span", [.class("ref")], text: row.counts + " · " + row.source)
            }
            html.element("td", [.label(data: wording.text(AssessmentText.year))], text: row.year)
            html.element("td", [.label(data: wording.text(AssessmentText.complete))], text: row.complete)
            html.element("td", [.class("num"), .label(data: wording.text(AssessmentText.selfScore))], text: row.selfScore)
            html.element("td", [.class("num"), .label(data: wording.text(AssessmentText.reviewScore))], text: row.reviewScore)
        }
    }
}
