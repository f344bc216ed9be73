import LegalTime
import Wording

/// 消息: what somebody is told, unread first, with what he wants to be told of.
public struct NoticesPage: Page {
    public var rows: [Row]
    public var unread: Int
    public var kinds: [Kind]
    public var formToken: String
    public var notice: String?

    public struct Row: Sendable {
        public var id: String
        public var kind: String
        public var matter: String
        public var detail: String
        public var address: Address?
        public var due: Day?
        public var at: String
        public var isRead: Bool
        public init(
            id: String, kind: String, matter: String, detail: String, address: Address?, due: Day?, at: String, isRead: Bool
        ) {
            self.id = id
            self.kind = kind
            self.matter = matter
            self.detail = detail
            self.address = address
            self.due = due
            self.at = at
            self.isRead = isRead
        }
    }

    public struct Kind: Sendable {
        public var name: String
        public var label: String
        public var isOn: Bool
        public init(name: String, label: String, isOn: Bool) {
            self.name = name
            self.label = label
            self.isOn = isOn
        }
    }

    public init(rows: [Row], unread: Int, kinds: [Kind], formToken: String, notice: String?) {
        self.rows = rows
        self.unread = unread
        self.kinds = kinds
        self.formToken = formToken
        self.notice = notice
    }

    public func title(_ wording: Wording) -> String { wording.text(NoticeText.notices) }

    public func write(into html: inout HTML, _ wording: Wording) {
        if let notice { html.note(notice) }
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: wording.text(NoticeText.notices))
                html.element("p", [.class("sub")], text: wording.text(NoticeText.sub))
            }
            if unread > 0 {
                html.element("form", [.class("acts"), .named("method", "post"), .action(.notices)]) { html in
                    FormToken(formToken).write(into: &html)
                    html.element("button", [.class("btn"), .name("all"), .value("1")], text: wording.text(NoticeText.markAll))
                }
            }
        }
        if rows.isEmpty {
            html.element("p", [.class("gap-s")], text: wording.text(NoticeText.none))
        } else {
            table(&html, wording)
        }
        kindForm(&html, wording)
        html.element("p", [.class("gap-m")]) { html in
            html.element("a", [.href(.calendar)], text: wording.text(NoticeText.calendar))
        }
    }

    private func table(_ html: inout HTML, _ wording: Wording) {
        let heads = [NoticeText.notices, .what, .dueOn, .when].map { wording.text($0) }
        html.element("table", [.class("table cards"), .id("notices")]) { html in
            html.element("caption", [.class("vh")], text: wording.text(NoticeText.notices))
            html.columnHeads(heads + [wording.text(CommonText.state)])
            html.element("tbody") { html in
                for row in rows {
                    html.element("tr", [.named("data-read", row.isRead ? "yes" : "no")]) { html in
                        html.element("th", [.scope("row")]) { html in html.tag(row.kind, on: !row.isRead) }
                        html.element("td", [.label(data: heads[1])]) { html in
                            if let address = row.address {
                                html.element("a", [.href(address)], text: row.matter)
                            } else {
                                html.text(row.matter)
                            }
                            if !row.detail.isEmpty { html.element("p", [.class("small quiet")], text: row.detail) }
                        }
                        html.element("td", [.class("nowrap"), .label(data: heads[2])]) { html in
                            if let due = row.due { html.time(due) } else { html.text("—") }
                        }
                        html.element("td", [.class("nowrap"), .label(data: heads[3])], text: row.at)
                        html.element("td") { html in
                            guard !row.isRead else {
                                return html.element("span", [.class("quiet")], text: wording.text(NoticeText.read))
                            }
                            html.element("form", [.named("method", "post"), .action(.notices)]) { html in
                                FormToken(formToken).write(into: &html)
                                html.element("button", [.class("btn text small"), .name("id"), .value(row.id)]) { html in
                                    html.text(wording.text(NoticeText.markRead))
                                    html.element("span", [.class("vh")], text: " " + row.matter)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func kindForm(_ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section"), .named("aria-labelledby", "kinds")]) { html in
            html.sectionHead(wording.text(NoticeText.kinds), id: "kinds")
            html.element("p", [.class("small quiet")], text: wording.text(NoticeText.kindsSub))
            html.element("form", [.class("form"), .named("method", "post"), .action(.noticeKinds)]) { html in
                FormToken(formToken).write(into: &html)
                html.element("div", [.class("choices")]) { html in
                    for kind in kinds {
                        html.element("label", [.class("choice")]) { html in
                            html.void(
                                "input",
                                [.type("checkbox"), .name("kind"), .value(kind.name), .flag("checked", kind.isOn)])
                            html.text(" " + kind.label)
                        }
                    }
                }
                html.element("p", [.class("gap-s")]) { html in
                    html.element("button", [.class("btn")], text: wording.text(NoticeText.saveKinds))
                }
            }
        }
    }
}
