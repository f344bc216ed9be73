import Wording

/// A draw in a list.
public struct DrawLine: Sendable {
    public var number: String
    public var label: String
    public var record: String
    public var state: String
    public var isOpen: Bool
    /// How many were on the list, left out and drawn.
    public var counts: String
    public var frozenAt: String
    public var drawnAt: String
    public var address: Address
    public init(
        number: String, label: String, record: String, state: String, isOpen: Bool, counts: String, frozenAt: String,
        drawnAt: String, address: Address
    ) {
        self.number = number
        self.label = label
        self.record = record
        self.state = state
        self.isOpen = isOpen
        self.counts = counts
        self.frozenAt = frozenAt
        self.drawnAt = drawnAt
        self.address = address
    }

    static func table(_ lines: [DrawLine], withRecord: Bool, _ html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("scroll")]) { html in
            html.element("table", [.class("table cards")]) { html in
                html.element("caption", [.class("vh")], text: wording.text(DrawText.title))
                html.columnHeads(
                    ([.number, .kind] + (withRecord ? [.record] : []) + [.state, .list, .frozenAt, .drawnAt] as [DrawText]).map {
                        wording.text($0)
                    })
                html.element("tbody") { html in
                    for line in lines {
                        html.element("tr") { html in
                            html.element("th", [.scope("row"), .class("nowrap")]) { html in
                                html.element("a", [.href(line.address)], text: line.number)
                            }
                            html.element("td", [.label(data: wording.text(DrawText.kind))], text: line.label)
                            if withRecord {
                                html.element("td", [.label(data: wording.text(DrawText.record))], text: line.record)
                            }
                            html.element("td", [.class("nowrap"), .label(data: wording.text(DrawText.state))]) {
                                $0.tag(line.state, on: line.isOpen)
                            }
                            html.element("td", [.label(data: wording.text(DrawText.list))], text: line.counts)
                            html.element(
                                "td", [.class("nowrap"), .label(data: wording.text(DrawText.frozenAt))], text: line.frozenAt)
                            html.element(
                                "td", [.class("nowrap"), .label(data: wording.text(DrawText.drawnAt))],
                                text: line.drawnAt.isEmpty ? "—" : line.drawnAt)
                        }
                    }
                }
            }
        }
    }
}

/// All draws that a person may see.
public struct DrawsPage: Page {
    public var lines: [DrawLine]
    public init(lines: [DrawLine]) { self.lines = lines }

    public func title(_ wording: Wording) -> String { wording.text(DrawText.title) }
    public func crumbs(_ wording: Wording) -> [Crumb] { [Crumb(wording.text(DrawText.title))] }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: wording.text(DrawText.title))
                html.element("p", [.class("sub")], text: wording.text(DrawText.intro))
            }
        }
        guard !lines.isEmpty else { return html.element("p", text: wording.text(DrawText.none)) }
        DrawLine.table(lines, withRecord: true, &html, wording)
    }
}

extension OneRecordPage {
    /// The draws of a record, and those that may be begun.
    public struct Draws: Sendable {
        public var made: [DrawLine]
        public var open: [(label: String, address: Address)]
        public init(made: [DrawLine], open: [(label: String, address: Address)]) {
            self.made = made
            self.open = open
        }
    }

    func drawsSection(_ html: inout HTML, _ wording: Wording) {
        guard let draws else { return }
        html.element("section", [.class("section"), .id("draws")]) { html in
            html.sectionHead(wording.text(DrawText.title))
            html.element("p", [.class("small quiet")], text: wording.text(DrawText.panelNote))
            if draws.made.isEmpty {
                html.element("p", [.class("small quiet gap-s")], text: wording.text(DrawText.panelNone))
            } else {
                DrawLine.table(draws.made, withRecord: false, &html, wording)
            }
            guard !draws.open.isEmpty else { return }
            html.element("ul", [.class("moves gap-s")]) { html in
                for open in draws.open {
                    html.element("li") { html in
                        html.element(
                            "a", [.class("btn"), .href(open.address)],
                            text: wording.text(DrawText.freeze) + wording.colon + open.label)
                    }
                }
            }
        }
    }
}
