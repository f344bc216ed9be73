import Wording

/// 月报: every return that concerns somebody, units by months.
public struct ReturnsPage: Page {
    public struct Part: Sendable {
        public var label: String
        public var summary: String
        public var rule: String
        public var address: Address
        public var strip: ReturnStrip
        public var matrix: ReturnMatrix
        public init(
            label: String, summary: String, rule: String, address: Address, strip: ReturnStrip, matrix: ReturnMatrix
        ) {
            self.label = label
            self.summary = summary
            self.rule = rule
            self.address = address
            self.strip = strip
            self.matrix = matrix
        }
    }
    public var years: [ViewLink]
    public var parts: [Part]
    public init(years: [ViewLink], parts: [Part]) {
        self.years = years
        self.parts = parts
    }

    public func title(_ wording: Wording) -> String { wording.text(ReturnText.title) }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: title(wording))
                html.element("p", [.class("sub")], text: wording.text(ReturnText.sub))
            }
        }
        html.views(years, label: wording.text(ReturnText.year))
        if parts.isEmpty { html.element("p", [.class("quiet")], text: wording.text(ReturnText.nothing)) }
        for (index, part) in parts.enumerated() {
            html.element("section", [.class("section"), .named("aria-labelledby", "return-\(index)")]) { html in
                html.element("div", [.class("section-head")]) { html in
                    html.element("h2", [.id("return-\(index)")]) { html in
                        html.element("a", [.href(part.address)], text: part.label)
                    }
                }
                html.element("p", [.class("sumline")], text: part.summary)
                html.element("p", [.class("small quiet")], text: part.rule)
                part.strip.write(into: &html)
                part.matrix.write(into: &html, wording)
            }
        }
    }
}
