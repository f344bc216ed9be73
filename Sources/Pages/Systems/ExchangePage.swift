import Wording

/// One exchange of records: what goes where, the file to fetch, the file to send.
public struct ExchangePage: Page {
    public struct Column: Sendable {
        public var heading: String
        public var content: String
        public var form: String
        public init(heading: String, content: String, form: String) {
            self.heading = heading
            self.content = content
            self.form = form
        }
    }
    public var label: String
    public var summary: String
    /// Name and value: the system, the register, by what rows meet records.
    public var facts: [(name: String, value: String)]
    public var notes: [String]
    public var isUnsure: Bool
    public var columns: [Column]
    /// Files to fetch; none for somebody who may not.
    public var downloads: [Crumb]
    /// Where the form goes; nil for somebody who may not bring anything in.
    public var action: Address?
    /// Why a layout that comes in does not for this person.
    public var closed: String?
    public var formToken: String
    public var problems: [ProblemLine]

    public init(
        label: String, summary: String, facts: [(name: String, value: String)], notes: [String], isUnsure: Bool,
        columns: [Column],
        downloads: [Crumb], action: Address?, closed: String? = nil, formToken: String, problems: [ProblemLine] = []
    ) {
        self.label = label
        self.summary = summary
        self.facts = facts
        self.notes = notes
        self.isUnsure = isUnsure
        self.columns = columns
        self.downloads = downloads
        self.action = action
        self.closed = closed
        self.formToken = formToken
        self.problems = problems
    }

    public var hasProblems: Bool { !problems.isEmpty }
    public func title(_ wording: Wording) -> String { label }
    public func crumbs(_ wording: Wording) -> [Crumb] { [Crumb(wording.text(SystemText.title), .exchanges), Crumb(label)] }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.errors(problems, wording: wording)
        html.exchangeHead(label: label, summary: summary, facts: facts, isUnsure: isUnsure, wording)
        if !downloads.isEmpty {
            html.element("section", [.class("section")]) { html in
                html.sectionHead(wording.text(SystemText.out))
                for note in notes { html.element("p", [.class("small quiet")], text: note) }
                html.downloads(downloads)
            }
        }
        if let action { upload(&html, action, wording) }
        if let closed { html.element("p", [.class("section small quiet")], text: closed) }
        html.element("section", [.class("section")]) { html in
            html.sectionHead(wording.text(SystemText.columns))
            html.element("table", [.class("table cards")]) { html in
                html.element("caption", [.class("vh")], text: wording.text(SystemText.columns))
                let heads: [SystemText] = [.heading, .ours, .theirWords]
                html.columnHeads(heads.map { wording.text($0) })
                html.element("tbody") { html in
                    for column in columns {
                        html.element("tr") { html in
                            html.element("th", [.named("scope", "row")], text: column.heading)
                            html.element("td", [.named("data-label", wording.text(SystemText.ours))], text: column.content)
                            html.element("td", [.named("data-label", wording.text(SystemText.theirWords))], text: column.form)
                        }
                    }
                }
            }
        }
    }

    private func upload(_ html: inout HTML, _ action: Address, _ wording: Wording) {
        let attributes: [Attribute] = [
            .class("ask"), .named("method", "post"), .named("enctype", "multipart/form-data"), .action(action),
        ]
        let isBad = problems.contains { $0.key == "file" }
        html.element("section", [.class("section")]) { html in
            html.sectionHead(wording.text(SystemText.bringIn))
            html.element("p", [.class("small quiet")], text: wording.text(SystemText.bringInHint))
            html.element("form", attributes) { html in
                FormToken(formToken).write(into: &html)
                html.element("div", [.class(isBad ? "field bad" : "field")]) { html in
                    html.element("label", [.named("for", "file")], text: wording.text(ImportText.chooseFile))
                    html.element("p", [.class("hint"), .id("file-h")], text: wording.text(ImportText.fileHint))
                    html.void(
                        "input",
                        [
                            .class("file"), .type("file"), .id("file"), .name("file"), .named("accept", ".xlsx,.csv"),
                            .named("aria-describedby", "file-h"), .named("aria-invalid", isBad ? "true" : nil),
                            .flag("required", true),
                        ])
                }
                html.element("p", [.class("acts gap-m")]) { html in
                    html.element("button", [.class("btn main")], text: wording.text(ImportText.precheck))
                }
            }
        }
    }
}

extension HTML {
    /// Name, what it is, to and from where.
    mutating func exchangeHead(
        label: String, summary: String, facts: [(name: String, value: String)], isUnsure: Bool, _ wording: Wording
    ) {
        element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: label)
                html.element("p", [.class("sub")], text: summary)
            }
        }
        if isUnsure { note(wording.text(SystemText.unsureNote), .soon) }
        element("dl", [.class("facts gap-m")]) { html in
            for fact in facts {
                html.element("div") { html in
                    html.element("dt", text: fact.name)
                    html.element("dd", text: fact.value)
                }
            }
        }
    }

    mutating func downloads(_ links: [Crumb]) {
        element("p", [.class("acts gap-s")]) { html in
            for link in links {
                html.element("a", [.class("btn"), .named("href", link.address?.text)]) { html in
                    html.mark(.down)
                    html.text(link.label)
                }
            }
        }
    }
}
