import Wording

/// 日历订阅: the secret address of somebody's due days.
public struct CalendarPage: Page {
    /// When the address was made; nil where there is none.
    public var since: String?
    /// An address that was just made: shown this once.
    public var shown: String?
    public var formToken: String
    public var notice: String?

    public init(since: String?, shown: String? = nil, formToken: String, notice: String? = nil) {
        self.since = since
        self.shown = shown
        self.formToken = formToken
        self.notice = notice
    }

    public func title(_ wording: Wording) -> String { wording.text(NoticeText.calendar) }

    public func write(into html: inout HTML, _ wording: Wording) {
        if let notice { html.note(notice) }
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: wording.text(NoticeText.calendar))
                html.element("p", [.class("sub")], text: wording.text(NoticeText.calendarSub))
            }
        }
        if let shown {
            html.note(wording.text(NoticeText.calendarShown), .soon)
            html.element("p") { html in html.element("code", [.id("feed")], text: shown) }
        }
        let standing = since.map { wording.text(NoticeText.calendarOn) + " " + $0 } ?? wording.text(NoticeText.calendarOff)
        html.element("p", [.class("gap-s")], text: standing)
        html.element("form", [.class("acts gap-s"), .named("method", "post"), .action(.calendar)]) { html in
            FormToken(formToken).write(into: &html)
            let make = wording.text(since == nil ? NoticeText.calendarMake : .calendarRenew)
            html.element("button", [.class("btn main"), .name("act"), .value("renew")], text: make)
            if since != nil {
                html.text(" ")
                html.element(
                    "button", [.class("btn"), .name("act"), .value("withdraw")], text: wording.text(NoticeText.calendarWithdraw))
            }
        }
    }
}
