import Wording

/// A form: registering, editing, a move, a correction, a password.
public struct FormPage: Page {
    public var heading: String
    public var sub: String?
    public var path: [Crumb]
    public var action: Address
    public var formToken: String
    public var hidden: [(name: String, value: String)]
    public var sections: [Section]
    public var problems: [ProblemLine]
    /// What there is to know before acting.
    public var notes: [(text: String, weight: NoteWeight)]
    public var conflict: ConflictNotice?
    public var submit: String
    public var cancel: (label: String, address: Address)?
    public var aside: [(title: String, items: [String])]
    public var sendsFiles: Bool
    /// Whether the form only asks for another page, and changes nothing.
    public var isQuestion = false
    /// The label of a field that no person sees and a machine fills in; for forms without log-in.
    public var decoy: String?
    public static let decoyName = "website"

    /// Fields that belong together; folded away where they come later in a matter's life.
    public struct Section: Sendable {
        public var title: String
        public var controls: [FieldControl]
        public var isFolded: Bool
        /// Beside the title of a folded section.
        public var remark: String?
        public init(title: String, controls: [FieldControl], isFolded: Bool = false, remark: String? = nil) {
            self.title = title
            self.controls = controls
            self.isFolded = isFolded
            self.remark = remark
        }
    }

    public init(
        heading: String, sub: String? = nil, path: [Crumb], action: Address, formToken: String,
        hidden: [(name: String, value: String)] = [],
        sections: [Section], problems: [ProblemLine] = [], notes: [(text: String, weight: NoteWeight)] = [],
        conflict: ConflictNotice? = nil,
        submit: String, cancel: (label: String, address: Address)? = nil, aside: [(title: String, items: [String])] = [],
        sendsFiles: Bool = false
    ) {
        self.heading = heading
        self.sub = sub
        self.path = path
        self.action = action
        self.formToken = formToken
        self.hidden = hidden
        self.sections = sections
        self.problems = problems
        self.notes = notes
        self.conflict = conflict
        self.submit = submit
        self.cancel = cancel
        self.aside = aside
        self.sendsFiles = sendsFiles
    }

    public func title(_ wording: Wording) -> String { heading }
    public func crumbs(_ wording: Wording) -> [Crumb] { path }
    public var hasProblems: Bool { !problems.isEmpty || conflict != nil }

    public func write(into html: inout HTML, _ wording: Wording) {
        guard !aside.isEmpty else { return main(&html, wording) }
        html.element("div", [.class("with-aside")]) { html in
            html.element("div") { html in main(&html, wording) }
            html.element("div", [.class("aside")]) { html in
                for section in aside {
                    html.asideSection(section.title) { html in
                        html.element("ul") { html in for item in section.items { html.element("li", text: item) } }
                    }
                }
            }
        }
    }

    private func main(_ html: inout HTML, _ wording: Wording) {
        html.errors(problems, wording: wording)
        conflict?.write(into: &html, wording)
        html.element("div", [.class(problems.isEmpty && conflict == nil ? "page-head" : "page-head gap-l")]) { html in
            html.element("div") { html in
                html.element("h1", text: heading)
                if let sub { html.element("p", [.class("sub")], text: sub) }
            }
        }
        for note in notes { html.note(note.text, note.weight) }
        let attributes: [Attribute] = [
            .class("form"), .named("method", isQuestion ? "get" : "post"), .action(action),
            .named("enctype", sendsFiles ? "multipart/form-data" : nil), .flag("novalidate"),
        ]
        html.element("form", attributes) { html in
            // Enter in a field presses the first button of a form: it has to be the one that submits, not one that removes a row.
            html.element("button", [.class("vh"), .named("tabindex", "-1"), .hidden], text: submit)
            if !isQuestion { FormToken(formToken).write(into: &html) }
            if let decoy { write(decoy: decoy, &html) }
            for item in hidden { html.void("input", [.type("hidden"), .name(item.name), .value(item.value)]) }
            for (index, section) in sections.enumerated() { write(section, index, &html, wording) }
            html.element("div", [.class("foot-acts")]) { html in
                html.element("button", [.class("btn main")], text: submit)
                if let cancel { html.element("a", [.class("btn text"), .href(cancel.address)], text: cancel.label) }
            }
        }
    }

    private func write(decoy label: String, _ html: inout HTML) {
        html.element("div", [.class("vh"), .hidden]) { html in
            html.element("label", [.named("for", Self.decoyName)], text: label)
            html.void(
                "input",
                [.id(Self.decoyName), .name(Self.decoyName), .named("tabindex", "-1"), .named("autocomplete", "off")])
        }
    }

    private func write(_ section: Section, _ index: Int, _ html: inout HTML, _ wording: Wording) {
        let id = "section-\(index)"
        func controls(_ html: inout HTML) {
            for control in section.controls { control.write(into: &html, wording) }
        }
        guard section.isFolded else {
            html.element("section", [.named("aria-labelledby", section.title.isEmpty ? nil : id)]) { html in
                if !section.title.isEmpty { html.sectionHead(section.title, id: id) }
                controls(&html)
            }
            return
        }
        html.element("section") { html in
            html.element("details") { html in
                html.element("summary") { html in
                    html.element("b", text: section.title)
                    if let remark = section.remark {
                        html.raw(" ")
                        html.element("span", [.class("opt quiet small")], text: remark)
                    }
                }
                controls(&html)
            }
        }
    }
}

/// Who changed the record while somebody had it before him.
public struct ConflictNotice: Sendable {
    /// One line a change: who, when, what.
    public var changes: [String]
    public var record: Address
    public init(changes: [String], record: Address) {
        self.changes = changes
        self.record = record
    }

    func write(into html: inout HTML, _ wording: Wording) {
        html.element(
            "div", [.class("errors"), .id("errors"), .named("role", "alert"), .named("tabindex", "-1"), .flag("autofocus")]
        ) { html in
            html.element("h2", text: wording.text(ProblemPageText.conflictTitle))
            html.element("p", text: wording.text(ProblemPageText.conflict))
            html.element("ul") { html in for change in changes { html.element("li", text: change) } }
            html.element("p") { html in
                html.element("a", [.href(record), .named("target", "_blank"), .named("rel", "noopener")]) { html in
                    html.text(wording.text(PageText.openCurrent) + "（" + wording.text(PageText.inCurrentTab) + "）")
                }
            }
        }
    }
}
