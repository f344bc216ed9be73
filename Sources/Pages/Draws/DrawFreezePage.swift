import Wording

/// The form that freezes a list: who is left out and why, and where the seed will come from.
public struct DrawFreezePage: Page {
    public var heading: String
    public var record: (label: String, address: Address)
    public var register: (label: String, address: Address)
    /// Rule and basis.
    public var facts: [(label: String, text: String)]
    public var lists: [DrawCandidateTable]
    public var seed: [FieldControl]
    public var problems: [ProblemLine]
    public var action: Address
    public var formToken: String
    /// The fingerprint of the lists shown.
    public var seen: String

    public init(
        heading: String, record: (label: String, address: Address), register: (label: String, address: Address),
        facts: [(label: String, text: String)], lists: [DrawCandidateTable], seed: [FieldControl], problems: [ProblemLine],
        action: Address, formToken: String, seen: String
    ) {
        self.heading = heading
        self.record = record
        self.register = register
        self.facts = facts
        self.lists = lists
        self.seed = seed
        self.problems = problems
        self.action = action
        self.formToken = formToken
        self.seen = seen
    }

    public func title(_ wording: Wording) -> String { wording.text(DrawText.freezeTitle) + wording.colon + heading }
    public func crumbs(_ wording: Wording) -> [Crumb] {
        [Crumb(register.label, register.address), Crumb(record.label, record.address), Crumb(wording.text(DrawText.freezeTitle))]
    }
    public var hasProblems: Bool { !problems.isEmpty }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.errors(problems, wording: wording)
        html.element("div", [.class(problems.isEmpty ? "page-head" : "page-head gap-l")]) { html in
            html.element("div") { html in
                html.element("h1", text: title(wording))
                html.element("p", [.class("sub")], text: record.label)
            }
        }
        html.note(wording.text(DrawText.freezeNote))
        html.element("dl", [.class("facts")]) { html in
            for fact in facts {
                html.element("div") { html in
                    html.element("dt", text: fact.label)
                    html.element("dd", text: fact.text)
                }
            }
        }
        html.element("form", [.class("form"), .named("method", "post"), .action(action), .flag("novalidate")]) { html in
            FormToken(formToken).write(into: &html)
            html.void("input", [.type("hidden"), .name("seen"), .value(seen)])
            for list in lists {
                html.element("section", [.class("section")]) { html in
                    html.sectionHead(list.caption)
                    list.write(into: &html, wording)
                }
            }
            html.element("section", [.class("section")]) { html in
                html.sectionHead(wording.text(DrawText.seed))
                for control in seed { control.write(into: &html, wording) }
            }
            html.element("div", [.class("foot-acts")]) { html in
                html.element("button", [.class("btn main")], text: wording.text(DrawText.freeze))
                html.element("a", [.class("btn text"), .href(record.address)], text: wording.text(CommonText.cancel))
            }
        }
    }
}
