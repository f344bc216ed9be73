import Wording

/// Everything that was done to a record: who, when, which values before and after.
public struct HistoryPage: Page {
    public var number: String
    public var register: String
    public var list: Address
    public var record: Address
    public var entries: [Entry]

    public struct Entry: Sendable {
        public var at: String
        public var who: String
        public var act: String
        public var facts: [String]
        public var changes: [(label: String, before: String, after: String)]
        public init(
            at: String, who: String, act: String, facts: [String], changes: [(label: String, before: String, after: String)]
        ) {
            self.at = at
            self.who = who
            self.act = act
            self.facts = facts
            self.changes = changes
        }
    }

    public init(number: String, register: String, list: Address, record: Address, entries: [Entry]) {
        self.number = number
        self.register = register
        self.list = list
        self.record = record
        self.entries = entries
    }

    public func title(_ wording: Wording) -> String { wording.historyOf(number) }
    public func crumbs(_ wording: Wording) -> [Crumb] {
        [Crumb(register, list), Crumb(number, record), Crumb(wording.text(RecordText.log))]
    }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in html.element("h1", text: wording.historyOf(number)) }
        for entry in entries {
            html.element("section", [.class("section")]) { html in
                html.element("div", [.class("section-head")]) { html in
                    html.element("h2", text: entry.act)
                    html.element("span", [.class("more quiet")], text: entry.who + " · " + entry.at)
                }
                for fact in entry.facts { html.element("p", [.class("small quiet")], text: fact) }
                if !entry.changes.isEmpty { table(entry, &html, wording) }
            }
        }
    }

    private func table(_ entry: Entry, _ html: inout HTML, _ wording: Wording) {
        html.element("table", [.class("table tight")]) { html in
            html.element("caption", [.class("vh")], text: entry.act + " " + entry.at)
            html.columnHeads([wording.text(PageText.item), wording.text(RecordText.before), wording.text(RecordText.after)])
            html.element("tbody") { html in
                for change in entry.changes {
                    html.element("tr") { html in
                        html.element("th", [.scope("row")], text: change.label)
                        html.element("td", [.class("quiet")], text: change.before)
                        html.element("td", text: change.after)
                    }
                }
            }
        }
    }
}
