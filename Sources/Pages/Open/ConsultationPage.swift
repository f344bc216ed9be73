import LegalTime
import Wording

/// One draft before the public: what it is, until when, how to answer, and what became of the opinions.
public struct ConsultationPage: Page {
    public var heading: String
    public var path: [Crumb]
    public var phase: String
    public var isOpen: Bool
    /// Label and text, in order.
    public var facts: [(label: String, text: String)]
    public var explanation: String?
    public var draftText: String?
    public var draftFile: (name: String, size: String, address: Address)?
    /// Where an opinion is given; nil where none is taken.
    public var form: Address?
    /// Why none is taken.
    public var notice: String?
    public var summary: Summary?

    public struct Summary: Sendable {
        public var on: Day
        public var received: Int
        public var adopted: Int
        public var text: String
        public init(on: Day, received: Int, adopted: Int, text: String) {
            self.on = on
            self.received = received
            self.adopted = adopted
            self.text = text
        }
    }

    public init(
        heading: String, path: [Crumb], phase: String, isOpen: Bool, facts: [(label: String, text: String)], explanation: String?,
        draftText: String?, draftFile: (name: String, size: String, address: Address)?, form: Address?, notice: String?,
        summary: Summary?
    ) {
        self.heading = heading
        self.path = path
        self.phase = phase
        self.isOpen = isOpen
        self.facts = facts
        self.explanation = explanation
        self.draftText = draftText
        self.draftFile = draftFile
        self.form = form
        self.notice = notice
        self.summary = summary
    }

    public func title(_ wording: Wording) -> String { heading }
    public func crumbs(_ wording: Wording) -> [Crumb] { path }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: heading)
                html.element("p", [.class("sub")]) { html in html.tag(phase, on: isOpen) }
            }
            if let form {
                html.element("p", [.class("acts")]) { html in
                    html.element("a", [.class("btn main"), .href(form)], text: wording.text(ConsultationText.giveOpinion))
                }
            }
        }
        if let notice { html.note(notice) }
        if let summary { write(summary, &html, wording) }
        html.factList(facts)
        if let explanation {
            html.element("section", [.class("section")]) { html in
                html.sectionHead(wording.text(ConsultationText.explanation))
                html.paragraphs(explanation)
            }
        }
        html.element("section", [.class("section")]) { html in
            html.sectionHead(wording.text(ConsultationText.draft))
            if let draftText { html.paragraphs(draftText) }
            if let file = draftFile {
                html.element("p", [.class("acts")]) { html in
                    html.element("a", [.class("btn"), .href(file.address)], text: wording.text(ConsultationText.downloadDraft))
                    html.element("span", [.class("quiet small")], text: "\(file.name) · \(file.size)")
                }
            }
        }
    }

    private func write(_ summary: Summary, _ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section"), .id("feedback")]) { html in
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

extension HTML {
    /// Labels and texts as a list of terms.
    mutating func factList(_ facts: [(label: String, text: String)]) {
        guard !facts.isEmpty else { return }
        element("dl", [.class("facts")]) { html in
            for fact in facts {
                html.element("div") { html in
                    html.element("dt", text: fact.label)
                    html.element("dd", text: fact.text)
                    html.element("dd", [.class("act")], text: "")
                }
            }
        }
    }

    /// Running text, a paragraph a line.
    mutating func paragraphs(_ text: String) {
        element("div", [.class("stack")]) { html in
            for line in text.split(whereSeparator: \.isNewline) { html.element("p", text: String(line)) }
        }
    }
}
