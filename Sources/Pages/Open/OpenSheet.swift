import LegalTime
import Wording

/// A page of the open site: a heading and blocks below each other.
public struct OpenSheet: Page {
    public var heading: String
    public var lead: String?
    public var path: [Crumb]
    public var blocks: [Block]

    public enum Block: Sendable {
        case section(String, id: String)
        case note(String)
        case paragraph(String)
        case table(RowsTable)
        case facts([(label: String, text: String)])
        /// Lines of links, with a date or count at their end.
        case links([Link])
        /// A text as it was published: `# ` before a heading, `## ` before one below.
        case document(String)
        /// A command line to be copied.
        case command(String)
        case search(Search)
        case buttons([Crumb])
        case pager(shown: String, previous: Address?, next: Address?)
    }

    public struct Link: Sendable {
        public var label: String
        public var address: Address
        public var detail: String
        public var end: String
        public init(label: String, address: Address, detail: String = "", end: String = "") {
            self.label = label
            self.address = address
            self.detail = detail
            self.end = end
        }
    }

    /// Words and choices over a list.
    public struct Search: Sendable {
        public var action: Address
        public var words: String
        public var choices: [(name: String, label: String, options: [FieldControl.Option], chosen: String)]
        public init(
            action: Address, words: String,
            choices: [(name: String, label: String, options: [FieldControl.Option], chosen: String)]
        ) {
            self.action = action
            self.words = words
            self.choices = choices
        }
    }

    public init(heading: String, lead: String? = nil, path: [Crumb] = [], blocks: [Block]) {
        self.heading = heading
        self.lead = lead
        self.path = path
        self.blocks = blocks
    }

    public func title(_ wording: Wording) -> String { heading }
    public func crumbs(_ wording: Wording) -> [Crumb] { path }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: heading)
                if let lead { html.element("p", [.class("sub")], text: lead) }
            }
        }
        for block in blocks { write(block, &html, wording) }
    }

    private func write(_ block: Block, _ html: inout HTML, _ wording: Wording) {
        switch block {
        case .section(let title, let id): html.sectionHead(title, id: id)
        case .note(let text): html.note(text)
        case .paragraph(let text): html.element("p", text: text)
        case .table(let table): table.write(into: &html, wording)
        case .facts(let facts):
            html.element("dl", [.class("facts")]) { html in
                for fact in facts {
                    html.element("div") { html in
                        html.element("dt", text: fact.label)
                        html.element("dd") { html in Self.lines(fact.text, &html) }
                    }
                }
            }
        case .links(let links):
            html.element("ul", [.class("plain")]) { html in
                for link in links {
                    html.element("li") { html in
                        html.element("div") { html in
                            html.element("a", [.href(link.address)], text: link.label)
                            if !link.detail.isEmpty {
                                html.raw("<br>")
                                html.element("span", [.class("quiet small")], text: link.detail)
                            }
                        }
                        if !link.end.isEmpty { html.element("span", [.class("end")], text: link.end) }
                    }
                }
            }
        case .document(let text): document(text, &html)
        case .command(let line): html.element("pre", [.class("gap-s")]) { html in html.element("code", text: line) }
        case .search(let search): write(search, &html, wording)
        case .buttons(let links):
            html.element("p", [.class("acts gap-m")]) { html in
                for link in links {
                    guard let address = link.address else { continue }
                    html.element("a", [.class("btn"), .href(address)], text: link.label)
                    html.text(" ")
                }
            }
        case .pager(let shown, let previous, let next): html.pager(shown: shown, previous: previous, next: next, wording: wording)
        }
    }

    static func lines(_ text: String, _ html: inout HTML) {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { html.raw("<br>") }
            html.text(String(line))
        }
    }

    private func document(_ text: String, _ html: inout HTML) {
        html.element("div", [.class("doc")]) { html in
            for line in text.split(whereSeparator: \.isNewline).map(String.init) {
                if line.hasPrefix("## ") {
                    html.element("h3", [.class("gap-m")], text: String(line.dropFirst(3)))
                } else if line.hasPrefix("# ") {
                    html.element("h2", [.class("gap-m")], text: String(line.dropFirst(2)))
                } else {
                    html.element("p", text: line)
                }
            }
        }
    }

    private func write(_ search: Search, _ html: inout HTML, _ wording: Wording) {
        html.element(
            "form", [.class("filter"), .named("method", "get"), .action(Address(search.action.path)), .named("role", "search")]
        ) { html in
            for item in search.action.query { html.void("input", [.type("hidden"), .name(item.name), .value(item.value)]) }
            FieldControl(
                key: "q", label: wording.text(OpenText.words), isOptional: true, kind: .line(search.words, .init(width: "w-m"))
            )
            .write(into: &html, wording)
            for choice in search.choices {
                FieldControl(
                    key: choice.name, label: choice.label, isOptional: true,
                    kind: .select([.init(value: "", label: wording.text(OpenText.all))] + choice.options, chosen: choice.chosen)
                ).write(into: &html, wording)
            }
            html.element("p", [.class("acts")]) { html in
                html.element("button", [.class("btn main")], text: wording.text(OpenText.apply))
            }
        }
    }
}
