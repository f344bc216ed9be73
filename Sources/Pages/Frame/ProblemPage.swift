import Wording

/// A page that says what did not work and what to do next.
public struct ProblemPage: Page {
    public var heading: String
    public var sentences: [String]
    /// Where to go on from here.
    public var links: [Crumb]

    public init(heading: String, sentences: [String], links: [Crumb] = []) {
        self.heading = heading
        self.sentences = sentences
        self.links = links
    }

    public func title(_ wording: Wording) -> String { heading }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in html.element("h1", text: heading) }
        html.element("div", [.class("stack")]) { html in
            for sentence in sentences { html.element("p", text: sentence) }
            html.element("p", [.class("acts")]) { html in
                for link in links {
                    guard let address = link.address else { continue }
                    html.element("a", [.class("btn"), .href(address)], text: link.label)
                }
            }
        }
    }
}
