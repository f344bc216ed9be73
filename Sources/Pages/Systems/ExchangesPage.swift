import Wording

/// 对外交换: every exchange that somebody may take out or bring in.
public struct ExchangesPage: Page {
    public struct Line: Sendable {
        public var label: String
        public var address: Address
        public var summary: String
        public var system: String
        public var register: String
        public var direction: String
        public var isUnsure: Bool
        public init(
            label: String, address: Address, summary: String, system: String, register: String, direction: String, isUnsure: Bool
        ) {
            self.label = label
            self.address = address
            self.summary = summary
            self.system = system
            self.register = register
            self.direction = direction
            self.isUnsure = isUnsure
        }
    }
    public var lines: [Line]
    public init(lines: [Line]) { self.lines = lines }

    public func title(_ wording: Wording) -> String { wording.text(SystemText.title) }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: title(wording))
                html.element("p", [.class("sub")], text: wording.text(SystemText.sub))
            }
        }
        guard !lines.isEmpty else { return html.element("p", [.class("quiet")], text: wording.text(SystemText.nothing)) }
        html.element("table", [.class("table cards")]) { html in
            html.element("caption", [.class("vh")], text: title(wording))
            html.columnHeads(([.exchange, .system, .register, .direction] as [SystemText]).map { wording.text($0) })
            html.element("tbody") { html in
                for line in lines { write(line, &html, wording) }
            }
        }
    }

    private func write(_ line: Line, _ html: inout HTML, _ wording: Wording) {
        html.element("tr") { html in
            html.element("th", [.class("full"), .named("scope", "row")]) { html in
                html.element("a", [.href(line.address)], text: line.label)
                html.element("p", [.class("small quiet")], text: line.summary)
            }
            html.element("td", [.named("data-label", wording.text(SystemText.system))], text: line.system)
            html.element("td", [.named("data-label", wording.text(SystemText.register))], text: line.register)
            html.element("td", [.named("data-label", wording.text(SystemText.direction))]) { html in
                html.text(line.direction)
                if line.isUnsure {
                    html.raw(" ")
                    html.tag(wording.text(SystemText.unsure), on: false)
                }
            }
        }
    }
}

extension Address {
    public static let exchanges = Address(["exchange"])
    public static func exchange(_ name: String) -> Address { Address(["exchange", name]) }
    public static func exchangeOut(_ name: String) -> Address { Address(["exchange", name, "out"]) }
}
