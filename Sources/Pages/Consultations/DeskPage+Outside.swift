import Wording

extension DeskPage {
    /// A matter that somebody handed in on the open site.
    public struct OutsideLine: Sendable {
        public var number: String
        public var register: String
        public var request: String
        public var unit: String
        public var at: String
        public var address: Address
        public init(number: String, register: String, request: String, unit: String, at: String, address: Address) {
            self.number = number
            self.register = register
            self.request = request
            self.unit = unit
            self.at = at
            self.address = address
        }
    }

    func outsideTable(_ html: inout HTML, _ wording: Wording) {
        guard !outside.isEmpty else { return }
        html.element("section", [.class("section"), .id("from-outside")]) { html in
            html.element("div", [.class("section-head")]) { html in
                html.element("h2", text: wording.text(OutsideText.desk))
                html.element("span", [.class("more quiet")], text: wording.text(OutsideText.deskHint))
            }
            html.element("table", [.class("table cards")]) { html in
                html.element("caption", [.class("vh")], text: wording.text(OutsideText.desk))
                html.columnHeads([
                    wording.text(OutsideText.number), wording.text(CommonText.register), wording.text(OutsideText.unit),
                    wording.text(PageText.when),
                ])
                html.element("tbody") { html in
                    for line in outside {
                        html.element("tr") { html in
                            html.element("th", [.scope("row"), .class("full")]) { html in
                                html.element("a", [.class("what"), .href(line.address)], text: line.request)
                                html.element("span", [.class("ref")], text: line.number)
                                html.raw(" ")
                                html.tag(wording.text(OutsideText.mark), on: true)
                            }
                            html.element("td", text: line.register)
                            html.element("td", text: line.unit)
                            html.element("td", [.class("nowrap end")], text: line.at)
                        }
                    }
                }
            }
        }
    }
}
