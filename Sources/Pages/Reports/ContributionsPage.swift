import Wording

/// What one unit has written for the report, part by part, for those who do not see the report itself.
public struct ContributionsPage: Page {
    public var year: Int
    public var unitLabel: String
    public var note: String?
    public var lines: [Line]

    public struct Line: Sendable {
        public var title: String
        public var placeholder: String?
        public var state: String?
        public var address: Address
        public init(title: String, placeholder: String?, state: String?, address: Address) {
            self.title = title
            self.placeholder = placeholder
            self.state = state
            self.address = address
        }
    }

    public init(year: Int, unitLabel: String, note: String?, lines: [Line]) {
        self.year = year
        self.unitLabel = unitLabel
        self.note = note
        self.lines = lines
    }

    public func title(_ wording: Wording) -> String { wording.contribution(of: unitLabel) + " " + wording.year(year) }
    public func crumbs(_ wording: Wording) -> [Crumb] {
        [Crumb(wording.text(FrameText.annualReport)), Crumb(wording.contribution(of: unitLabel))]
    }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in html.element("h1", text: title(wording)) }
        if let note { html.note(note) }
        html.element("table", [.class("table")]) { html in
            html.element("caption", [.class("vh")], text: title(wording))
            html.heads([(wording.text(ReportRoomText.part), false), (wording.text(ReportRoomText.by), false)])
            html.element("tbody") { html in
                for line in lines {
                    html.element("tr") { html in
                        html.element("th", [.scope("row")]) { html in
                            html.element("a", [.href(line.address)], text: line.title)
                            if let placeholder = line.placeholder { html.element("span", [.class("ref")], text: placeholder) }
                        }
                        html.element("td", text: line.state ?? wording.text(ReportText.notBegun))
                    }
                }
            }
        }
    }
}
