import Wording

/// The rules of an exam, and the button that begins it.
public struct ExamStartPage: Page {
    public var heading: String
    public var facts: [(label: String, text: String)]
    public var isQuiz: Bool
    /// Why it cannot be begun; nil: it can.
    public var refusal: String?
    public var button: String
    public var action: Address
    public var formToken: String
    public var results: [Crumb]
    public var hasMenu: Bool

    public init(
        heading: String, facts: [(label: String, text: String)], isQuiz: Bool, refusal: String?, button: String, action: Address,
        formToken: String, results: [Crumb], hasMenu: Bool
    ) {
        self.heading = heading
        self.facts = facts
        self.isQuiz = isQuiz
        self.refusal = refusal
        self.button = button
        self.action = action
        self.formToken = formToken
        self.results = results
        self.hasMenu = hasMenu
    }

    public func title(_ wording: Wording) -> String { heading }
    public func crumbs(_ wording: Wording) -> [Crumb] {
        hasMenu ? [Crumb(wording.text(ExamText.title), .exams), Crumb(heading)] : []
    }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in html.element("h1", text: heading) }
        if let refusal { html.note(refusal, .soon) }
        html.element("dl", [.class("facts")]) { html in
            for fact in facts {
                html.element("div") { html in
                    html.element("dt", text: fact.label)
                    html.element("dd", text: fact.text)
                    html.element("dd", [.class("act")]) { _ in }
                }
            }
        }
        html.element("section", [.class("section"), .named("aria-labelledby", "rules")]) { html in
            html.sectionHead(wording.text(ExamText.rules), id: "rules")
            html.element("ol", [.class("stack exam-rules")]) { html in
                for rule in [ExamText.ruleOne, .ruleEnd, .ruleSame, isQuiz ? .quiz : .ruleAnswers] {
                    html.element("li", text: wording.text(rule))
                }
            }
        }
        if refusal == nil {
            html.element("form", [.class("gap-l"), .named("method", "post"), .action(action)]) { html in
                FormToken(formToken).write(into: &html)
                html.element("button", [.class("btn main")], text: button)
            }
        }
        guard !results.isEmpty else { return }
        html.element("section", [.class("section"), .named("aria-labelledby", "results")]) { html in
            html.sectionHead(wording.text(ExamText.result), id: "results")
            html.element("ul", [.class("plain")]) { html in
                for result in results {
                    html.element("li") { html in
                        if let address = result.address { html.element("a", [.href(address)], text: result.label) }
                    }
                }
            }
        }
    }
}
