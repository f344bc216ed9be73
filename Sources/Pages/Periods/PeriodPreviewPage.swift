import LegalTime
import Wording

/// What settling a value would move, before it is done.
public struct PeriodPreviewPage: Page {
    public var heading: String
    /// What is settled: old and new value, source.
    public var facts: [(label: String, text: String)]
    public var rows: [Row]
    public var count: Int
    public var action: Address
    public var formToken: String
    public var hidden: [(name: String, value: String)]
    public var back: Address

    public struct Row: Sendable {
        public var number: String
        public var register: String
        public var deadline: String
        public var old: Day?
        public var new: Day?
        public init(number: String, register: String, deadline: String, old: Day?, new: Day?) {
            self.number = number
            self.register = register
            self.deadline = deadline
            self.old = old
            self.new = new
        }
    }

    public init(
        heading: String, facts: [(label: String, text: String)], rows: [Row], count: Int, action: Address, formToken: String,
        hidden: [(name: String, value: String)], back: Address
    ) {
        self.heading = heading
        self.facts = facts
        self.rows = rows
        self.count = count
        self.action = action
        self.formToken = formToken
        self.hidden = hidden
        self.back = back
    }

    public func title(_ wording: Wording) -> String { wording.text(PeriodText.previewTitle) + wording.colon + heading }
    public func crumbs(_ wording: Wording) -> [Crumb] {
        [Crumb(wording.text(PeriodText.title), .periods), Crumb(heading, back), Crumb(wording.text(PeriodText.previewTitle))]
    }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in html.element("h1", text: title(wording)) }
        html.element("table", [.class("table tight")]) { html in
            html.element("caption", [.class("vh")], text: heading)
            html.element("tbody") { html in
                for fact in facts {
                    html.element("tr") { html in
                        html.element("th", [.scope("row")], text: fact.label)
                        html.element("td", text: fact.text)
                    }
                }
            }
        }
        html.element("section", [.class("section")]) { html in
            html.sectionHead(wording.text(PeriodText.moves))
            if rows.isEmpty {
                html.element("p", [.class("quiet")], text: wording.text(PeriodText.movesNothing))
            } else {
                html.element("p", text: wording.movedDeadlines(count))
                table(&html, wording)
            }
        }
        html.element("form", [.class("form"), .named("method", "post"), .action(action)]) { html in
            FormToken(formToken).write(into: &html)
            for item in hidden { html.void("input", [.type("hidden"), .name(item.name), .value(item.value)]) }
            html.element("div", [.class("foot-acts")]) { html in
                html.element("button", [.class("btn main")], text: wording.text(PeriodText.apply))
                html.element("a", [.class("btn text"), .href(back)], text: wording.text(PeriodText.back))
            }
        }
    }

    private func table(_ html: inout HTML, _ wording: Wording) {
        html.element("table", [.class("table cards")]) { html in
            html.element("caption", [.class("vh")], text: wording.text(PeriodText.moves))
            html.columnHeads(
                [wording.text(PeriodText.number), wording.text(CommonText.register)]
                    + ([.deadline, .old, .new] as [PeriodText]).map { wording.text($0) })
            html.element("tbody") { html in
                for row in rows {
                    html.element("tr") { html in
                        html.element("th", [.scope("row"), .class("full")], text: row.number)
                        html.element("td", text: row.register)
                        html.element("td", text: row.deadline)
                        for (day, text) in [(row.old, PeriodText.old), (row.new, .new)] {
                            html.element("td", [.class("nowrap"), .label(data: wording.text(text))]) { html in
                                if let day { html.time(day) } else { html.text("—") }
                            }
                        }
                    }
                }
            }
        }
    }
}
