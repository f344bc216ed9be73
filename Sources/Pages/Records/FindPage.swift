import Wording

/// What a search found, register by register.
public struct FindPage: Page {
    public var text: String
    public var groups: [Group]

    public struct Group: Sendable {
        public var register: String
        public var total: Int
        public var all: Address
        public var rows: [ListPage.Row]
        public init(register: String, total: Int, all: Address, rows: [ListPage.Row]) {
            self.register = register
            self.total = total
            self.all = all
            self.rows = rows
        }
    }

    public init(text: String, groups: [Group]) {
        self.text = text
        self.groups = groups
    }

    public func title(_ wording: Wording) -> String { wording.text(PageText.findTitle) + (text.isEmpty ? "" : " " + text) }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: text.isEmpty ? wording.text(PageText.findTitle) : wording.quoted(text))
                html.element("p", [.class("sub")], text: wording.text(PageText.findPrompt))
            }
        }
        html.element("form", [.class("filter"), .named("role", "search"), .action(.find)]) { html in
            html.element("p", [.class("wide keep")]) { html in
                html.element("label", [.named("for", "find-q")], text: wording.text(FrameText.findRecord))
                html.void("input", [.class("input"), .id("find-q"), .name("q"), .value(text)])
            }
            html.element("p", [.class("acts keep")]) { html in
                html.element("button", [.class("btn main")], text: wording.text(FrameText.find))
            }
        }
        if groups.isEmpty, !text.isEmpty { html.element("p", [.class("quiet gap-m")], text: wording.text(PageText.findNothing)) }
        for group in groups {
            html.element("section", [.class("section")]) { html in
                html.element("div", [.class("section-head")]) { html in
                    html.element("h2", text: wording.found(group.total, in: group.register))
                    if group.total > group.rows.count {
                        html.element("span", [.class("more")]) { html in
                            html.element("a", [.href(group.all)], text: wording.text(CommonText.all))
                        }
                    }
                }
                html.element("ul", [.class("plain")]) { html in
                    for row in group.rows {
                        html.element("li") { html in
                            html.element("span") { html in
                                html.element("a", [.href(row.address)], text: row.title.isEmpty ? row.number : row.title)
                                if !row.title.isEmpty { html.text(" " + row.number) }
                            }
                            html.element("span", [.class("end")]) { html in
                                if let clock = row.clock { html.clock(clock) } else { html.text(row.state) }
                            }
                        }
                    }
                }
            }
        }
    }
}
