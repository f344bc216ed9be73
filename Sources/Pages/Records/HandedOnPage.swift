import LegalTime
import Wording

/// Records that a unit has handed on: number, unit and state are what it still sees of them.
public struct HandedOnPage: Page {
    public struct Line: Sendable {
        public var number: String
        public var unit: String
        public var state: String
        public var handedOn: Day
        public init(number: String, unit: String, state: String, handedOn: Day) {
            self.number = number
            self.unit = unit
            self.state = state
            self.handedOn = handedOn
        }
    }

    public var register: String
    public var list: Address
    public var lines: [Line]

    public init(register: String, list: Address, lines: [Line]) {
        self.register = register
        self.list = list
        self.lines = lines
    }

    public func title(_ wording: Wording) -> String { wording.text(LinkText.handedOnTitle) }
    public func crumbs(_ wording: Wording) -> [Crumb] {
        [Crumb(wording.text(FrameText.registers), .desk), Crumb(register, list), Crumb(wording.text(LinkText.handedOnList))]
    }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: wording.text(LinkText.handedOnTitle))
                html.element("p", [.class("sub")], text: wording.text(LinkText.handedOnNote))
            }
        }
        guard !lines.isEmpty else { return html.element("p", text: wording.text(LinkText.nothingHandedOn)) }
        html.element("table", [.class("table cards")]) { html in
            html.element("caption", [.class("vh")], text: wording.text(LinkText.handedOnTitle))
            html.columnHeads([
                wording.text(CommonText.number), wording.text(CommonText.owner), wording.text(CommonText.state),
                wording.text(LinkText.handedOn),
            ])
            html.element("tbody") { html in
                for line in lines {
                    html.element("tr") { html in
                        html.element("th", [.scope("row")], text: line.number)
                        html.element("td", text: line.unit)
                        html.element("td", text: line.state)
                        html.element("td", [.class("nowrap")]) { html in html.time(line.handedOn) }
                    }
                }
            }
        }
    }
}
