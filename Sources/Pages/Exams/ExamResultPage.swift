import Examination
import Wording

/// What a sitting came to, and, where that is shown, each answer with its reason.
public struct ExamResultPage: Page {
    public var heading: String
    public var standing: String
    public var hasPassed: Bool
    public var score: String
    public var facts: [(label: String, text: String)]
    /// nil: not shown yet.
    public var items: [Item]?
    public var notice: String?
    public var next: Crumb?
    public var hasMenu: Bool

    public struct Item: Sendable {
        public var number: Int
        public var kind: Question.Kind
        public var stem: String
        public var options: [String]
        public var chosen: Set<Int>
        public var right: Set<Int>
        public var got: Int
        public var points: Int
        public var explanation: String
        public init(
            number: Int, kind: Question.Kind, stem: String, options: [String], chosen: Set<Int>, right: Set<Int>, got: Int,
            points: Int, explanation: String
        ) {
            self.number = number
            self.kind = kind
            self.stem = stem
            self.options = options
            self.chosen = chosen
            self.right = right
            self.got = got
            self.points = points
            self.explanation = explanation
        }
    }

    public init(
        heading: String, standing: String, hasPassed: Bool, score: String, facts: [(label: String, text: String)], items: [Item]?,
        notice: String? = nil, next: Crumb? = nil, hasMenu: Bool
    ) {
        self.heading = heading
        self.standing = standing
        self.hasPassed = hasPassed
        self.score = score
        self.facts = facts
        self.items = items
        self.notice = notice
        self.next = next
        self.hasMenu = hasMenu
    }

    public func title(_ wording: Wording) -> String { heading }
    public func crumbs(_ wording: Wording) -> [Crumb] {
        hasMenu ? [Crumb(wording.text(ExamText.title), .exams), Crumb(heading)] : []
    }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("div", [.class("eyebrow")]) { html in html.tag(standing, on: hasPassed) }
                html.element("h1", text: heading)
                html.element("p", [.class("sub")], text: score)
            }
            if let next, let address = next.address {
                html.element("div", [.class("acts")]) { html in
                    html.element("a", [.class("btn"), .href(address)], text: next.label)
                }
            }
        }
        if let notice { html.note(notice, .soon) }
        html.element("dl", [.class("facts")]) { html in
            for fact in facts {
                html.element("div") { html in
                    html.element("dt", text: fact.label)
                    html.element("dd", text: fact.text)
                    html.element("dd", [.class("act")]) { _ in }
                }
            }
        }
        guard let items else {
            html.element("p", [.class("gap-l quiet")], text: wording.text(ExamText.answersLater))
            return
        }
        html.element("ol", [.class("section stack")]) { html in
            for item in items { write(item, &html, wording) }
        }
    }

    private func write(_ item: Item, _ html: inout HTML, _ wording: Wording) {
        let isRight = item.got == item.points
        html.element("li", [.class("finding"), .named("data-severity", isRight ? "ok" : item.got > 0 ? "warning" : "error")]) {
            html in
            html.element("p", [.class("sev")]) { html in
                html.text(wording.questionNumber(item.number) + " ")
                html.text(wording.text(isRight ? ExamText.right : item.got > 0 ? .part : .wrong))
                html.element("span", [.class("quiet")], text: wording.points(item.got, of: item.points))
            }
            html.element("p") { html in html.element("b", text: item.stem) }
            html.element("p", text: wording.text(ExamText.yourAnswer) + wording.colon + text(item.chosen, item, wording))
            if !isRight {
                html.element("p", text: wording.text(ExamText.rightAnswer) + wording.colon + text(item.right, item, wording))
            }
            if !item.explanation.isEmpty {
                html.element("p", [.class("fix")], text: wording.text(ExamText.reason) + wording.colon + item.explanation)
            }
        }
    }

    private func text(_ places: Set<Int>, _ item: Item, _ wording: Wording) -> String {
        guard !places.isEmpty else { return wording.text(ExamText.noAnswer) }
        let texts = places.sorted().filter(item.options.indices.contains).map {
            ExamLetters.letter($0, item.kind) + item.options[$0]
        }
        return texts.joined(separator: wording.language == .english ? "; " : "；")
    }
}
