import Wording

/// One draw: what is published of it, how to repeat it, and the acts open to this person.
public struct DrawPage: Page {
    public var heading: String
    public var number: String
    public var state: String
    public var isOpen: Bool
    public var notice: String?
    public var record: (label: String, address: Address)
    public var facts: [Fact]
    public var results: [Result]
    public var lists: [DrawCandidateTable]
    public var file: Address
    /// The command that repeats it.
    public var command: String
    public var problems: [ProblemLine]
    public var draw: Act?
    public var callOff: Act?
    public var formToken: String

    public struct Fact: Sendable {
        public var label: String
        public var text: String
        public var note: String?
        public var isCode: Bool
        public init(label: String, text: String, note: String? = nil, isCode: Bool = false) {
            self.label = label
            self.text = text
            self.note = note
            self.isCode = isCode
        }
    }

    public struct Result: Sendable {
        public var id: String
        public var label: String
        public var part: String
        /// Who goes there.
        public var people: [String]
        public init(id: String, label: String, part: String, people: [String]) {
            self.id = id
            self.label = label
            self.part = part
            self.people = people
        }
    }

    /// A form of one field at most.
    public struct Act: Sendable {
        public var title: String
        public var note: String
        public var button: String
        public var control: FieldControl?
        public var action: Address
        public init(title: String, note: String, button: String, control: FieldControl?, action: Address) {
            self.title = title
            self.note = note
            self.button = button
            self.control = control
            self.action = action
        }
    }

    public init(
        heading: String, number: String, state: String, isOpen: Bool, notice: String?, record: (label: String, address: Address),
        facts: [Fact], results: [Result], lists: [DrawCandidateTable], file: Address, command: String, problems: [ProblemLine],
        draw: Act?, callOff: Act?, formToken: String
    ) {
        self.heading = heading
        self.number = number
        self.state = state
        self.isOpen = isOpen
        self.notice = notice
        self.record = record
        self.facts = facts
        self.results = results
        self.lists = lists
        self.file = file
        self.command = command
        self.problems = problems
        self.draw = draw
        self.callOff = callOff
        self.formToken = formToken
    }

    public func title(_ wording: Wording) -> String { number }
    public func crumbs(_ wording: Wording) -> [Crumb] { [Crumb(wording.text(DrawText.title), .draws), Crumb(number)] }
    public var hasProblems: Bool { !problems.isEmpty }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.errors(problems, wording: wording)
        if let notice { html.note(notice) }
        html.element("div", [.class(problems.isEmpty ? "page-head" : "page-head gap-l")]) { html in
            html.element("div") { html in
                html.element("p", [.class("eyebrow")]) { html in
                    html.element("span", text: number)
                    html.tag(state, on: isOpen)
                }
                html.element("h1", text: heading)
                html.element("p", [.class("sub")]) { html in
                    html.text(wording.text(DrawText.record) + wording.colon)
                    html.element("a", [.href(record.address)], text: record.label)
                }
            }
            html.element("div", [.class("acts")]) { html in
                html.element("a", [.class("btn"), .href(file)], text: wording.text(DrawText.download))
            }
        }
        factList(&html)
        if let draw { write(draw, main: true, &html, wording) }
        resultTable(&html, wording)
        html.element("section", [.class("section")]) { html in
            html.sectionHead(wording.text(DrawText.verifyTitle))
            html.element("p", [.class("small quiet")], text: wording.text(DrawText.verifyNote))
            html.element("pre", [.aria(label: wording.text(DrawText.command))]) { html in html.element("code", text: command) }
        }
        for list in lists {
            html.element("section", [.class("section")]) { html in
                html.sectionHead(list.caption)
                list.write(into: &html, wording)
            }
        }
        if let callOff { write(callOff, main: false, &html, wording) }
    }

    private func factList(_ html: inout HTML) {
        html.element("dl", [.class("facts")]) { html in
            for fact in facts {
                html.element("div") { html in
                    html.element("dt", text: fact.label)
                    html.element("dd") { html in
                        if fact.isCode { html.element("code", [.class("cut")], text: fact.text) } else { html.text(fact.text) }
                        if let note = fact.note { html.element("p", [.class("small quiet")], text: note) }
                    }
                }
            }
        }
    }

    private func resultTable(_ html: inout HTML, _ wording: Wording) {
        guard !results.isEmpty else { return }
        let hasParts = results.contains { !$0.part.isEmpty }
        let hasPeople = results.contains { !$0.people.isEmpty }
        let columns: [DrawText] =
            [.order, .candidate, .label] + (hasParts ? [.part] : []) + (hasPeople ? [.sent] : [])
        html.element("section", [.class("section"), .id("result")]) { html in
            html.sectionHead(wording.text(DrawText.result))
            html.element("div", [.class("scroll")]) { html in
                html.element("table", [.class("table cards tight")]) { html in
                    html.element("caption", [.class("vh")], text: wording.text(DrawText.result))
                    html.columnHeads(columns.map { wording.text($0) })
                    html.element("tbody") { html in
                        for (place, result) in results.enumerated() {
                            html.element("tr") { html in
                                html.element("td", [.class("num")], text: String(place + 1))
                                html.element("th", [.scope("row"), .class("nowrap")], text: result.id)
                                html.element("td", [.label(data: wording.text(DrawText.label))], text: result.label)
                                if hasParts {
                                    html.element("td", [.label(data: wording.text(DrawText.part))], text: result.part)
                                }
                                if hasPeople {
                                    html.element("td", [.label(data: wording.text(DrawText.sent))]) { html in
                                        for person in result.people { html.element("p", text: person) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func write(_ act: Act, main: Bool, _ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section")]) { html in
            html.sectionHead(act.title)
            html.element("p", [.class("small quiet")], text: act.note)
            html.element("form", [.class("form"), .named("method", "post"), .action(act.action), .flag("novalidate")]) { html in
                FormToken(formToken).write(into: &html)
                act.control?.write(into: &html, wording)
                html.element("div", [.class("foot-acts")]) { html in
                    html.element("button", [.class(main ? "btn main" : "btn low")], text: act.button)
                }
            }
        }
    }
}
