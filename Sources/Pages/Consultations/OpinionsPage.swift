import LegalTime
import Wording

/// The opinions on one draft, as the office deals with them.
public struct OpinionsPage: Page {
    public var heading: String
    public var sub: String
    public var path: [Crumb]
    public var phase: String
    public var formToken: String
    public var notices: [(text: String, weight: NoteWeight)]
    public var problem: ProblemLine?
    public var opinions: [Line]
    public var states: [FieldControl.Option]
    public var mayAnswer: Bool
    public var export: Address
    public var publicPage: Address?
    /// Where the posts go: `…/opinions`.
    public var base: Address
    /// The form for the summary; nil before the last day and after its release.
    public var release: Release?
    public var summary: ConsultationPage.Summary?

    public struct Line: Sendable {
        public var id: String
        public var number: Int
        public var at: String
        public var kind: String
        public var who: String
        public var contact: String
        public var text: String
        public var state: String
        public var stateLabel: String
        public var isWaiting: Bool
        public var answer: String
        public init(
            id: String, number: Int, at: String, kind: String, who: String, contact: String, text: String, state: String,
            stateLabel: String, isWaiting: Bool, answer: String
        ) {
            self.id = id
            self.number = number
            self.at = at
            self.kind = kind
            self.who = who
            self.contact = contact
            self.text = text
            self.state = state
            self.stateLabel = stateLabel
            self.isWaiting = isWaiting
            self.answer = answer
        }
    }

    public struct Release: Sendable {
        public var text: String
        public var otherReceived: String
        public var otherAdopted: String
        public init(text: String = "", otherReceived: String = "0", otherAdopted: String = "0") {
            self.text = text
            self.otherReceived = otherReceived
            self.otherAdopted = otherAdopted
        }
    }

    public init(
        heading: String, sub: String, path: [Crumb], phase: String, formToken: String,
        notices: [(text: String, weight: NoteWeight)], problem: ProblemLine?, opinions: [Line], states: [FieldControl.Option],
        mayAnswer: Bool, export: Address, publicPage: Address?, base: Address, release: Release?,
        summary: ConsultationPage.Summary?
    ) {
        self.heading = heading
        self.sub = sub
        self.path = path
        self.phase = phase
        self.formToken = formToken
        self.notices = notices
        self.problem = problem
        self.opinions = opinions
        self.states = states
        self.mayAnswer = mayAnswer
        self.export = export
        self.publicPage = publicPage
        self.base = base
        self.release = release
        self.summary = summary
    }

    public func title(_ wording: Wording) -> String { wording.text(ConsultationText.opinionsOf) + " " + heading }
    public func crumbs(_ wording: Wording) -> [Crumb] { path }
    public var hasProblems: Bool { problem != nil }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.errors(problem.map { [$0] } ?? [], wording: wording)
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: wording.text(ConsultationText.opinionsOf))
                html.element("p", [.class("sub")]) { html in
                    html.text(heading + " · " + sub + " ")
                    html.tag(phase, on: release == nil && summary == nil)
                }
            }
            html.element("p", [.class("acts")]) { html in
                if let publicPage {
                    html.element("a", [.class("btn"), .href(publicPage)], text: wording.text(ConsultationText.publicPage))
                }
                html.element("a", [.class("btn"), .href(export)], text: wording.text(ConsultationText.export))
            }
        }
        for notice in notices { html.note(notice.text, notice.weight) }
        if let summary { write(summary, &html, wording) }
        if opinions.isEmpty {
            html.element("p", [.class("quiet gap-m")], text: wording.text(ConsultationText.noOpinions))
        }
        for line in opinions { write(line, &html, wording) }
        if let release { write(release, &html, wording) }
    }

    private func write(_ line: Line, _ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section"), .id("opinion-\(line.id)")]) { html in
            html.element("div", [.class("section-head")]) { html in
                html.element("h2", text: "\(line.number). " + line.kind + (line.who.isEmpty ? "" : " " + line.who))
                html.tag(line.stateLabel, on: line.isWaiting)
                html.element("span", [.class("more quiet")], text: line.at)
            }
            html.paragraphs(line.text)
            if !line.contact.isEmpty {
                html.element(
                    "p", [.class("small quiet gap-s")],
                    text: wording.text(ConsultationText.contact) + wording.colon + line.contact)
            }
            guard mayAnswer else {
                if !line.answer.isEmpty {
                    html.element(
                        "p", [.class("gap-s")], text: wording.text(ConsultationText.answer) + wording.colon + line.answer)
                }
                return
            }
            html.element("form", [.class("form gap-s"), .named("method", "post"), .action(base.below(line.id))]) { html in
                FormToken(formToken).write(into: &html)
                FieldControl(
                    key: "state-\(line.id)", label: wording.text(ConsultationText.decide),
                    kind: .radios(states, chosen: line.state)
                ).write(into: &html, wording)
                FieldControl(
                    key: "reason-\(line.id)", label: wording.text(ConsultationText.reason),
                    hint: wording.text(ConsultationText.reasonHint), isOptional: true, kind: .area(line.answer)
                ).write(into: &html, wording)
                html.element("p", [.class("acts")]) { html in
                    html.element("button", [.class("btn")]) { html in
                        html.text(wording.text(ConsultationText.save))
                        html.element("span", [.class("vh")], text: " \(line.number)")
                    }
                }
            }
        }
    }

    private func write(_ release: Release, _ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section"), .id("release")]) { html in
            html.sectionHead(wording.text(ConsultationText.release))
            html.element("p", [.class("small quiet")], text: wording.text(ConsultationText.releaseHint))
            html.element("form", [.class("form gap-s"), .named("method", "post"), .action(base.below("release"))]) { html in
                FormToken(formToken).write(into: &html)
                FieldControl(
                    key: "summary", label: wording.text(ConsultationText.summary),
                    hint: wording.text(ConsultationText.summaryHint), kind: .area(release.text)
                ).write(into: &html, wording)
                FieldControl(
                    key: "other_received", label: wording.text(ConsultationText.otherReceived),
                    hint: wording.text(ConsultationText.otherReceivedHint),
                    kind: .line(release.otherReceived, .init(width: "w-s", inputMode: "numeric", isNumber: true))
                ).write(into: &html, wording)
                FieldControl(
                    key: "other_adopted", label: wording.text(ConsultationText.otherAdopted),
                    kind: .line(release.otherAdopted, .init(width: "w-s", inputMode: "numeric", isNumber: true))
                ).write(into: &html, wording)
                html.element("div", [.class("foot-acts")]) { html in
                    html.element("button", [.class("btn main")], text: wording.text(ConsultationText.release))
                }
            }
        }
    }

    private func write(_ summary: ConsultationPage.Summary, _ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section")]) { html in
            html.sectionHead(wording.text(ConsultationText.feedback))
            html.factList([
                (wording.text(ConsultationText.releasedOn), summary.on.iso),
                (wording.text(ConsultationText.received), wording.pieces(summary.received)),
                (wording.text(ConsultationText.adopted), wording.pieces(summary.adopted)),
            ])
            html.paragraphs(summary.text)
        }
    }
}
