import LegalTime
import Wording

/// One item of an edition: what is put to it, its scores, and how it came to them.
public struct EditionItemPage: Page {
    public var edition: Crumb
    public var heading: String
    public var text: String
    public var facts: [(label: String, text: String)]
    public var gaps: [String]
    public var figures: [(figure: EditionPage.FigureCell, by: String)]
    public var evidence: [Evidence]
    public var history: [Event]
    public var notices: [(text: String, weight: NoteWeight)]
    public var problems: [ProblemLine]
    public var here: Address
    public var formToken: String
    /// Forms of what this person may do, each with its own button.
    public var forms: [Form]
    public var mayUnlink: Bool
    public var addFigure: Address?
    public var neighbours: [Crumb]

    /// A record or file.
    public struct Evidence: Sendable {
        public var id: String
        public var label: String
        public var address: Address?
        public var remark: String
        public var by: String
        public init(id: String, label: String, address: Address?, remark: String, by: String) {
            self.id = id
            self.label = label
            self.address = address
            self.remark = remark
            self.by = by
        }
    }

    public struct Event: Sendable {
        public var day: Day
        public var what: String
        public var note: String?
        public var who: String
        public init(day: Day, what: String, note: String?, who: String) {
            self.day = day
            self.what = what
            self.note = note
            self.who = who
        }
    }

    public struct Form: Sendable {
        public var id: String
        public var title: String
        public var hint: String?
        public var action: Address
        public var hidden: [(name: String, value: String)]
        public var controls: [FieldControl]
        public var submit: String
        public var sendsFiles: Bool
        public init(
            id: String, title: String, hint: String? = nil, action: Address, hidden: [(name: String, value: String)] = [],
            controls: [FieldControl], submit: String, sendsFiles: Bool = false
        ) {
            self.id = id
            self.title = title
            self.hint = hint
            self.action = action
            self.hidden = hidden
            self.controls = controls
            self.submit = submit
            self.sendsFiles = sendsFiles
        }
    }

    public init(
        edition: Crumb, heading: String, text: String, facts: [(label: String, text: String)], gaps: [String],
        figures: [(figure: EditionPage.FigureCell, by: String)], evidence: [Evidence], history: [Event],
        notices: [(text: String, weight: NoteWeight)], problems: [ProblemLine], here: Address, formToken: String, forms: [Form],
        mayUnlink: Bool, addFigure: Address?, neighbours: [Crumb]
    ) {
        self.edition = edition
        self.heading = heading
        self.text = text
        self.facts = facts
        self.gaps = gaps
        self.figures = figures
        self.evidence = evidence
        self.history = history
        self.notices = notices
        self.problems = problems
        self.here = here
        self.formToken = formToken
        self.forms = forms
        self.mayUnlink = mayUnlink
        self.addFigure = addFigure
        self.neighbours = neighbours
    }

    public var hasProblems: Bool { !problems.isEmpty }
    public func title(_ wording: Wording) -> String { heading + " " + edition.label }
    public func crumbs(_ wording: Wording) -> [Crumb] {
        [Crumb(wording.text(AssessmentText.title), .assessments), edition, Crumb(heading)]
    }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.errors(problems, wording: wording)
        html.element("div", [.class(problems.isEmpty ? "page-head" : "page-head gap-l")]) { html in
            html.element("div") { html in
                html.element("p", [.class("eyebrow")], text: heading)
                html.element("h1", text: text)
            }
            html.element("div", [.class("acts")]) { html in
                for neighbour in neighbours {
                    if let address = neighbour.address {
                        html.element("a", [.class("btn"), .href(address)], text: neighbour.label)
                    }
                }
            }
        }
        for notice in notices { html.note(notice.text, notice.weight) }
        html.element("dl", [.class("facts two")]) { html in
            for fact in facts {
                html.element("div") { html in
                    html.element("dt", text: fact.label)
                    html.element("dd", text: fact.text)
                }
            }
            html.element("div") { html in
                html.element("dt", text: wording.text(AssessmentText.gaps))
                html.element("dd") { html in
                    if gaps.isEmpty { html.text(wording.text(AssessmentText.lacksNothing)) }
                    for gap in gaps {
                        html.tag(gap, on: true)
                        html.raw(" ")
                    }
                }
            }
        }
        figureSection(&html, wording)
        evidenceSection(&html, wording)
        for form in forms { write(form, &html, wording) }
        historySection(&html, wording)
    }

    private func figureSection(_ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section"), .id("figures")]) { html in
            html.element("div", [.class("section-head")]) { html in
                html.element("h2", text: wording.text(AssessmentText.figures))
                if let addFigure {
                    html.element("span", [.class("more")]) { html in
                        html.element("a", [.href(addFigure)], text: wording.text(AssessmentText.addFigure))
                    }
                }
            }
            if figures.isEmpty { html.element("p", [.class("quiet")], text: wording.text(CommonText.none)) }
            html.element("ul", [.class("plain")]) { html in
                for (figure, by) in figures {
                    html.element("li") { html in
                        html.figureCell(figure, wording)
                        html.element("p", [.class("small quiet")], text: by)
                        if mayUnlink { unlink(figure.id, figure.label, &html, wording) }
                    }
                }
            }
        }
    }

    private func evidenceSection(_ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section"), .id("evidence")]) { html in
            html.sectionHead(wording.text(AssessmentText.evidence))
            if evidence.isEmpty { html.element("p", [.class("quiet")], text: wording.text(CommonText.none)) }
            html.element("ul", [.class("plain")]) { html in
                for one in evidence {
                    html.element("li") { html in
                        html.element("div") { html in
                            if let address = one.address {
                                html.element("a", [.href(address)], text: one.label)
                            } else {
                                html.text(one.label)
                            }
                            html.raw(" ")
                            html.element("span", [.class("quiet small")], text: one.remark)
                            html.element("p", [.class("small quiet")], text: one.by)
                        }
                        if mayUnlink { unlink(one.id, one.label, &html, wording) }
                    }
                }
            }
        }
    }

    private func unlink(_ id: String, _ label: String, _ html: inout HTML, _ wording: Wording) {
        html.element("form", [.named("method", "post"), .action(here.below("unlink"))]) { html in
            FormToken(formToken).write(into: &html)
            html.void("input", [.type("hidden"), .name("link"), .value(id)])
            html.element("button", [.class("btn low")]) { html in
                html.text(wording.text(AssessmentText.unlink))
                html.element("span", [.class("vh")], text: " " + label)
            }
        }
    }

    private func write(_ form: Form, _ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section"), .id(form.id), .named("aria-labelledby", form.id + "-h")]) { html in
            html.sectionHead(form.title, id: form.id + "-h")
            if let hint = form.hint { html.element("p", [.class("small quiet")], text: hint) }
            let attributes: [Attribute] = [
                .class("form"), .named("method", "post"), .action(form.action),
                .named("enctype", form.sendsFiles ? "multipart/form-data" : nil), .flag("novalidate"),
            ]
            html.element("form", attributes) { html in
                FormToken(formToken).write(into: &html)
                for item in form.hidden { html.void("input", [.type("hidden"), .name(item.name), .value(item.value)]) }
                for control in form.controls { control.write(into: &html, wording) }
                html.element("p", [.class("acts gap-m")]) { html in html.element("button", [.class("btn")], text: form.submit) }
            }
        }
    }

    private func historySection(_ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section"), .id("history")]) { html in
            html.sectionHead(wording.text(AssessmentText.history))
            guard !history.isEmpty else {
                return html.element("p", [.class("quiet")], text: wording.text(AssessmentText.historyEmpty))
            }
            html.element("ol", [.class("line")]) { html in
                for event in history {
                    html.element("li") { html in
                        html.time(event.day)
                        html.element("div") { html in
                            html.text(event.what)
                            html.raw("<br>")
                            if let note = event.note {
                                html.text(note)
                                html.raw("<br>")
                            }
                            html.element("span", [.class("who")], text: event.who)
                        }
                    }
                }
            }
        }
    }
}
