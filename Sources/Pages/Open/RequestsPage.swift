import Wording

/// What the public may hand in, with what each is for.
public struct RequestsPage: Page {
    public var requests: [Request]
    public var follow: Address
    public var path: [Crumb]

    public struct Request: Sendable {
        public var label: String
        public var intro: String
        public var address: Address
        public init(label: String, intro: String, address: Address) {
            self.label = label
            self.intro = intro
            self.address = address
        }
    }

    public init(requests: [Request], follow: Address, path: [Crumb]) {
        self.requests = requests
        self.follow = follow
        self.path = path
    }

    public func title(_ wording: Wording) -> String { wording.text(OutsideText.requests) }
    public func crumbs(_ wording: Wording) -> [Crumb] { path }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: title(wording))
                html.element("p", [.class("sub")], text: wording.text(OutsideText.requestsIntro))
            }
            html.element("p", [.class("acts")]) { html in
                html.element("a", [.class("btn"), .href(follow)], text: wording.text(OutsideText.goFollow))
            }
        }
        for request in requests {
            html.element("section", [.class("section")]) { html in
                html.element("div", [.class("section-head")]) { html in html.element("h2", text: request.label) }
                html.paragraphs(request.intro)
                html.element("p", [.class("acts gap-s")]) { html in
                    html.element("a", [.class("btn"), .href(request.address)]) { html in
                        html.text(wording.text(OutsideText.startForm))
                        html.element("span", [.class("vh")], text: " " + request.label)
                    }
                }
            }
        }
    }
}
