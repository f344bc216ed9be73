import LegalTime
import Wording

/// A matter followed by its receipt code: a form, and below it what was found.
public struct FollowPage: Page {
    public var path: [Crumb]
    public var action: Address
    public var formToken: String
    public var problem: String?
    public var notice: String?
    public var found: Found?

    public struct Found: Sendable {
        public var heading: String
        /// In public words.
        public var state: String
        public var facts: [(label: String, text: String)]
        public var steps: [(day: Day, label: String)]
        public var clocks: [Clock]
        public var answers: [Answer]
        /// Whether there are documents at all for such a matter.
        public var hasAnswers: Bool
        /// Running text: an opinion, and what was said to it.
        public var texts: [(title: String, text: String)]
        public var supplement: Supplement?
        /// Goes back with every button of the page.
        public var code: String
        public init(
            heading: String, state: String, facts: [(label: String, text: String)], steps: [(day: Day, label: String)] = [],
            clocks: [Clock] = [], answers: [Answer] = [], hasAnswers: Bool = false, texts: [(title: String, text: String)] = [],
            supplement: Supplement? = nil, code: String
        ) {
            self.heading = heading
            self.state = state
            self.facts = facts
            self.steps = steps
            self.clocks = clocks
            self.answers = answers
            self.hasAnswers = hasAnswers
            self.texts = texts
            self.supplement = supplement
            self.code = code
        }
    }

    public struct Clock: Sendable {
        public var label: String
        public var due: Day?
        public var basis: String
        public var text: ClockText
        public init(label: String, due: Day?, basis: String, text: ClockText) {
            self.label = label
            self.due = due
            self.basis = basis
            self.text = text
        }
    }

    public struct Answer: Sendable {
        public var label: String
        public var detail: String
        public var key: String
        public init(label: String, detail: String, key: String) {
            self.label = label
            self.detail = detail
            self.key = key
        }
    }

    /// The form with which the sender adds something.
    public struct Supplement: Sendable {
        public var action: Address
        public var text: String
        public var problem: String?
        public init(action: Address, text: String = "", problem: String? = nil) {
            self.action = action
            self.text = text
            self.problem = problem
        }
    }

    public init(
        path: [Crumb], action: Address, formToken: String, problem: String? = nil, notice: String? = nil, found: Found? = nil
    ) {
        self.path = path
        self.action = action
        self.formToken = formToken
        self.problem = problem
        self.notice = notice
        self.found = found
    }

    public func title(_ wording: Wording) -> String { wording.text(OutsideText.follow) }
    public func crumbs(_ wording: Wording) -> [Crumb] { path }
    public var hasProblems: Bool { problem != nil || found?.supplement?.problem != nil }

    public func write(into html: inout HTML, _ wording: Wording) {
        if let problem { html.errors([ProblemLine(key: "code", sentence: problem)], wording: wording) }
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: title(wording))
                if found == nil { html.element("p", [.class("sub")], text: wording.text(OutsideText.followIntro)) }
            }
        }
        if let notice { html.note(notice) }
        if let found { return write(found, &html, wording) }
        html.element("form", [.class("form"), .named("method", "post"), .action(action), .flag("novalidate")]) { html in
            FormToken(formToken).write(into: &html)
            FieldControl(
                key: "code", label: wording.text(OutsideText.code), hint: wording.text(OutsideText.codeHint),
                problems: problem.map { [$0] } ?? [], kind: .line("", .init(width: "w-m"))
            ).write(into: &html, wording)
            html.element("div", [.class("foot-acts")]) { html in
                html.element("button", [.class("btn main")], text: wording.text(OutsideText.lookUp))
            }
        }
    }

    private func write(_ found: Found, _ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section"), .id("found")]) { html in
            html.element("div", [.class("section-head")]) { html in
                html.element("h2", text: found.heading)
                html.tag(found.state, on: true)
            }
            html.factList(found.facts)
        }
        if let supplement = found.supplement { write(supplement, found, &html, wording) }
        if !found.clocks.isEmpty { clocks(found, &html, wording) }
        if found.hasAnswers { answers(found, &html, wording) }
        for text in found.texts {
            html.element("section", [.class("section")]) { html in
                html.sectionHead(text.title)
                html.paragraphs(text.text)
            }
        }
        guard !found.steps.isEmpty else { return }
        html.element("section", [.class("section")]) { html in
            html.sectionHead(wording.text(OutsideText.steps))
            html.element("ol", [.class("line")]) { html in
                for step in found.steps {
                    html.element("li") { html in
                        html.time(step.day)
                        html.element("div", text: step.label)
                    }
                }
            }
        }
    }

    private func clocks(_ found: Found, _ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section"), .id("clocks")]) { html in
            html.sectionHead(wording.text(OutsideText.dueDays))
            html.element("table", [.class("table cards")]) { html in
                html.element("caption", [.class("vh")], text: wording.text(OutsideText.dueDays))
                html.columnHeads([
                    wording.text(OutsideText.dueDays), wording.text(OutsideText.dueDay), wording.text(OutsideText.basis),
                    wording.text(ConsultationText.phase),
                ])
                html.element("tbody") { html in
                    for clock in found.clocks {
                        html.element("tr") { html in
                            html.element("th", [.scope("row")], text: clock.label)
                            html.element("td", [.class("nowrap")]) { html in
                                if let due = clock.due { html.time(due) } else { html.text("—") }
                            }
                            html.element("td", text: clock.basis)
                            html.element("td") { html in html.clock(clock.text) }
                        }
                    }
                }
            }
        }
    }

    private func answers(_ found: Found, _ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section"), .id("answers")]) { html in
            html.sectionHead(wording.text(OutsideText.answers))
            guard !found.answers.isEmpty else {
                return html.element("p", [.class("quiet")], text: wording.text(OutsideText.noAnswers))
            }
            for answer in found.answers {
                html.element("form", [.class("acts gap-s"), .named("method", "post"), .action(action.below("answer"))]) { html in
                    FormToken(formToken).write(into: &html)
                    html.void("input", [.type("hidden"), .name("code"), .value(found.code)])
                    html.void("input", [.type("hidden"), .name("answer"), .value(answer.key)])
                    html.element("span") { html in
                        html.element("b", text: answer.label)
                        html.element("span", [.class("quiet small")], text: " " + answer.detail)
                    }
                    html.element("button", [.class("btn")]) { html in
                        html.text(wording.text(OutsideText.fetch))
                        html.element("span", [.class("vh")], text: " " + answer.label)
                    }
                }
            }
        }
    }

    private func write(_ supplement: Supplement, _ found: Found, _ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section"), .id("supplement")]) { html in
            html.sectionHead(wording.text(OutsideText.asked))
            html.element("p", text: wording.text(OutsideText.askedHint))
            let attributes: [Attribute] = [
                .class("form gap-m"), .named("method", "post"), .action(supplement.action),
                .named("enctype", "multipart/form-data"), .flag("novalidate"),
            ]
            html.element("form", attributes) { html in
                FormToken(formToken).write(into: &html)
                html.void("input", [.type("hidden"), .name("code"), .value(found.code)])
                FieldControl(
                    key: "text", label: wording.text(OutsideText.supplementText),
                    problems: supplement.problem.map { [$0] } ?? [], kind: .area(supplement.text)
                ).write(into: &html, wording)
                FieldControl(
                    key: "file", label: wording.text(OutsideText.supplementFile), hint: wording.text(OutsideText.filesHint),
                    isOptional: true, kind: .file(present: nil)
                ).write(into: &html, wording)
                html.element("div", [.class("foot-acts")]) { html in
                    html.element("button", [.class("btn main")], text: wording.text(OutsideText.sendSupplement))
                }
            }
        }
    }
}
