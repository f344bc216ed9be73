import Wording

/// What somebody gets who has handed something in: the receipt code, once.
public struct ReceiptPage: Page {
    public var heading: String
    public var code: String
    public var path: [Crumb]
    public var facts: [(label: String, text: String)]
    public var next: String
    public var follow: Address

    public init(
        heading: String, code: String, path: [Crumb], facts: [(label: String, text: String)], next: String, follow: Address
    ) {
        self.heading = heading
        self.code = code
        self.path = path
        self.facts = facts
        self.next = next
        self.follow = follow
    }

    public func title(_ wording: Wording) -> String { heading }
    public func crumbs(_ wording: Wording) -> [Crumb] { path }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in html.element("h1", text: heading) }
        html.element("section", [.class("receipt"), .named("aria-labelledby", "receipt-title")]) { html in
            html.element("h2", [.id("receipt-title")], text: wording.text(OutsideText.codeIs))
            html.element("p", [.class("receipt-code"), .id("receipt-code")], text: code)
            html.element("p", [.class("small")], text: wording.text(OutsideText.keepCode))
        }
        html.factList(facts)
        html.element("section", [.class("section")]) { html in
            html.sectionHead(wording.text(OutsideText.nextSteps))
            html.element("p", text: next)
            html.element("p", [.class("acts gap-m")]) { html in
                html.element("a", [.class("btn"), .href(follow)], text: wording.text(OutsideText.goFollow))
            }
        }
    }
}
