import Examination
import Wording

/// The paper while it is being answered: one form, which the script of the site saves answer by answer.
public struct ExamPaperPage: Page {
    public var heading: String
    public var items: [Item]
    public var address: Address
    public var formToken: String
    /// The server's instants in milliseconds.
    public var now: Int64
    public var endsAt: Int64
    public var endsText: String
    public var notice: String?
    public var problem: String?
    public var hasMenu: Bool

    public struct Item: Sendable {
        public var number: Int
        public var kind: Question.Kind
        public var stem: String
        public var options: [String]
        public var chosen: Set<Int>
        public var points: Int
        public init(number: Int, kind: Question.Kind, stem: String, options: [String], chosen: Set<Int>, points: Int) {
            self.number = number
            self.kind = kind
            self.stem = stem
            self.options = options
            self.chosen = chosen
            self.points = points
        }
    }

    public init(
        heading: String, items: [Item], address: Address, formToken: String, now: Int64, endsAt: Int64, endsText: String,
        notice: String? = nil, problem: String? = nil, hasMenu: Bool
    ) {
        self.heading = heading
        self.items = items
        self.address = address
        self.formToken = formToken
        self.now = now
        self.endsAt = endsAt
        self.endsText = endsText
        self.notice = notice
        self.problem = problem
        self.hasMenu = hasMenu
    }

    /// Names of the controls: `a.3` takes the places chosen of the third question, `was.3` what the page showed.
    public static func control(_ number: Int) -> String { "a.\(number)" }
    public static func shown(_ number: Int) -> String { "was.\(number)" }
    public static let submit = "submit"

    private var left: [Int] { items.filter(\.chosen.isEmpty).map(\.number) }

    public func title(_ wording: Wording) -> String { heading }
    public func crumbs(_ wording: Wording) -> [Crumb] {
        hasMenu ? [Crumb(wording.text(ExamText.title), .exams), Crumb(heading)] : []
    }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: heading)
                html.element("p", [.class("sub")], text: wording.text(ExamText.endsAt) + wording.colon + endsText)
            }
        }
        if let problem { html.note(problem, .overdue) }
        if let notice { html.note(notice) }
        let texts: [Attribute] = [
            .class("paper"), .id("paper"), .named("method", "post"), .action(address), .named("data-now", String(now)),
            .named("data-ends", String(endsAt)), .named("data-saved", wording.text(ExamText.allSaved)),
            .named("data-sending", wording.text(ExamText.sending)), .named("data-offline", wording.text(ExamText.offline)),
            .named("data-late", wording.text(ExamText.lateAnswers)), .named("data-wait", wording.text(ExamText.waitOnline)),
        ]
        html.element("form", texts) { html in
            FormToken(formToken).write(into: &html)
            // Enter in a choice saves; it never hands the paper in.
            html.element("button", [.class("vh"), .named("tabindex", "-1"), .hidden], text: wording.text(ExamText.save))
            for item in items { write(item, &html, wording) }
            html.element("div", [.class("foot-acts")]) { html in
                html.element("button", [.class("btn")], text: wording.text(ExamText.save))
                html.element(
                    "button", [.class("btn main"), .name(Self.submit), .value("1")], text: wording.text(ExamText.submit))
                html.element("span", [.class("small exam-clock")]) { html in
                    html.text(wording.text(ExamText.remaining) + " ")
                    html.element("b", [.id("remaining")], text: wording.clockTime(seconds: Int((endsAt - now) / 1000)))
                }
                html.element("span", [.class("small")]) { html in
                    html.element("span", [.id("answered")], text: wording.answered(items.count - left.count, of: items.count))
                    html.raw(" · ")
                    html.element("span", [.id("saved"), .named("role", "status")], text: wording.text(ExamText.allSaved))
                }
            }
            html.element("p", [.class("small quiet")]) { html in
                html.text(wording.text(ExamText.submitHint) + " ")
                if left.isEmpty {
                    html.text(wording.text(ExamText.allAnswered))
                } else {
                    html.text(wording.text(ExamText.unanswered) + wording.colon)
                    for number in left {
                        html.element("a", [.anchor("q\(number)")], text: String(number))
                        html.raw(" ")
                    }
                }
            }
        }
        html.element("script", [.named("src", Address.asset("exam.js").text), .flag("defer")]) { _ in }
    }

    private func write(_ item: Item, _ html: inout HTML, _ wording: Wording) {
        let control = Self.control(item.number)
        html.element("fieldset", [.class("question"), .id("q\(item.number)")]) { html in
            html.element("legend") { html in
                html.element("span", [.class("quiet small")]) { html in
                    html.text(
                        wording.questionNumber(item.number) + " · " + wording.text(ExamText(item.kind)) + " · "
                            + wording.marks(item.points))
                }
                html.raw("<br>")
                html.text(item.stem)
            }
            html.void(
                "input",
                [
                    .type("hidden"), .name(Self.shown(item.number)),
                    .value(item.chosen.sorted().map(String.init).joined(separator: ",")),
                ])
            for (place, option) in item.options.enumerated() {
                html.element("label", [.class("choice")]) { html in
                    html.void(
                        "input",
                        [
                            .type(item.kind == .multiple ? "checkbox" : "radio"), .name(control), .value(String(place)),
                            .flag("checked", item.chosen.contains(place)),
                        ])
                    html.raw(" ")
                    html.text(ExamLetters.letter(place, item.kind) + option)
                }
            }
        }
    }
}

/// A, B, C … before the options of a question; right and wrong have none.
enum ExamLetters {
    static func letter(_ place: Int, _ kind: Question.Kind) -> String {
        guard kind != .judgement, place < 26 else { return "" }
        return String(UnicodeScalar(UInt8(65 + place))) + ". "
    }
}

extension ExamText {
    public init(_ kind: Question.Kind) {
        switch kind {
        case .single: self = .single
        case .multiple: self = .multiple
        case .judgement: self = .judgement
        }
    }
}
