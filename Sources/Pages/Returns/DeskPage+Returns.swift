import LegalTime
import Wording

extension DeskPage {
    /// A return that is to be filled in or looked at.
    public struct ReturnLine: Sendable {
        public var label: String
        public var month: String
        public var unit: String
        public var due: Day
        public var mark: ReturnMark
        public init(label: String, month: String, unit: String, due: Day, mark: ReturnMark) {
            self.label = label
            self.month = month
            self.unit = unit
            self.due = due
            self.mark = mark
        }
    }

    /// 本月月报: what the person's units owe, and what waits for approval.
    func returnBlock(_ html: inout HTML, _ wording: Wording) {
        guard !returns.isEmpty else { return }
        html.element("section", [.class("section"), .id("returns")]) { html in
            html.element("div", [.class("section-head")]) { html in
                html.element("h2", text: wording.text(ReturnText.thisMonth))
                html.element("span", [.class("more")]) { html in
                    html.element("a", [.href(.returns)], text: wording.text(ReturnText.title))
                }
            }
            html.element("table", [.class("table cards")]) { html in
                html.element("caption", [.class("vh")], text: wording.text(ReturnText.thisMonth))
                html.columnHeads(
                    [
                        wording.text(ReturnText.sheets), wording.text(CommonText.unit), wording.text(ReturnText.dueOn),
                        wording.text(CommonText.state),
                    ])
                html.element("tbody") { html in
                    for line in returns {
                        html.element("tr") { html in
                            html.element("th", [.scope("row"), .class("full")]) { html in
                                html.text(line.label)
                                html.raw("<br>")
                                html.element("span", [.class("ref")], text: line.month)
                            }
                            html.element("td", text: line.unit)
                            html.element("td", [.class("nowrap end")]) { html in html.time(line.due) }
                            html.element("td") { html in line.mark.write(into: &html) }
                        }
                    }
                }
            }
        }
    }
}
