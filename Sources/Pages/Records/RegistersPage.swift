import Wording

/// 全部台账: every register that the person may read, by workstream.
public struct RegistersPage: Page {
    public var groups: [Group]

    public struct Group: Sendable {
        public var label: String
        public var rows: [Row]
        public init(label: String, rows: [Row]) {
            self.label = label
            self.rows = rows
        }
    }

    public struct Row: Sendable {
        public var label: String
        public var address: Address
        public var summary: String
        public var records: Int
        public var open: Int
        public var overdue: Int
        public init(label: String, address: Address, summary: String, records: Int, open: Int, overdue: Int) {
            self.label = label
            self.address = address
            self.summary = summary
            self.records = records
            self.open = open
            self.overdue = overdue
        }
    }

    public init(groups: [Group]) { self.groups = groups }

    public func title(_ wording: Wording) -> String { wording.text(FrameText.allRegisters) }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: title(wording))
                html.element("p", [.class("sub")], text: wording.text(PeriodText.registersSub))
            }
        }
        for (index, group) in groups.enumerated() {
            html.element("section", [.class("section"), .named("aria-labelledby", "w-\(index)")]) { html in
                html.sectionHead(group.label, id: "w-\(index)")
                table(group, &html, wording)
            }
        }
    }

    private func table(_ group: Group, _ html: inout HTML, _ wording: Wording) {
        html.element("table", [.class("table cards")]) { html in
            html.element("caption", [.class("vh")], text: group.label)
            html.heads(
                [
                    (wording.text(CommonText.register), false), (wording.text(PeriodText.summary), false),
                    (wording.text(PeriodText.records), true), (wording.text(PeriodText.openMatters), true),
                    (wording.text(PeriodText.overdueMatters), true),
                ])
            html.element("tbody") { html in
                for row in group.rows {
                    html.element("tr") { html in
                        html.element("th", [.scope("row"), .class("full nowrap")]) { html in
                            html.element("a", [.class("what"), .href(row.address)], text: row.label)
                        }
                        html.element("td", [.class("full small quiet")], text: row.summary)
                        for (count, text) in [
                            (row.records, PeriodText.records), (row.open, .openMatters), (row.overdue, .overdueMatters),
                        ] {
                            html.element(
                                "td", [.class("num"), .label(data: wording.text(text))], text: wording.number(count))
                        }
                    }
                }
            }
        }
    }
}
