import LegalTime
import Wording

/// The components of the style sheet, in its words.
extension HTML {
    /// A clock: shape, word and what is left. `boxed` in the head of a page.
    public mutating func clock(_ clock: ClockText, boxed: Bool = false) {
        element("span", [.class(boxed ? "clock box" : "clock"), .named("data-status", clock.status.rawValue)]) { html in
            html.use(clock.status.rawValue, class: "mark")
            html.text(clock.text)
            if let mark = clock.mark {
                html.raw(" ")
                html.element("span", [.class("tag")], text: mark)
            }
        }
    }

    /// A state of a record's life; `on` while it is in hand.
    public mutating func tag(_ text: String, on: Bool) { element("span", [.class(on ? "tag on" : "tag")], text: text) }

    public mutating func time(_ day: Day, class name: String? = nil) {
        element("time", [.class(name), .named("datetime", day.iso)], text: day.iso)
    }

    /// One thing to know before acting.
    public mutating func note(_ text: String, _ weight: NoteWeight = .plain) {
        element("div", [.class(weight.rawValue), .named("role", weight == .plain ? "status" : nil)]) { html in
            html.element("p", text: text)
        }
    }

    /// Up to six tallies that lead to their lists.
    public mutating func strip(_ cells: [StripCell], label: String) {
        element("ul", [.class("strip"), .aria(label: label)]) { html in
            for cell in cells {
                html.element("li", [.class(cell.count > 0 ? cell.tone?.rawValue : nil)]) { html in
                    html.element("a", [.named("href", cell.href)]) { html in
                        html.element("b", text: String(cell.count))
                        html.text(cell.label)
                    }
                }
            }
        }
    }

    /// Saved views: links, not tabs.
    public mutating func views(_ views: [ViewLink], label: String) {
        element("nav", [.class("views"), .aria(label: label)]) { html in
            for view in views {
                html.element("a", [.named("href", view.href), .current(view.isCurrent)]) { html in
                    html.text(view.label)
                    if let count = view.count {
                        html.raw(" ")
                        html.element("span", [.class("n")], text: String(count))
                    }
                }
            }
        }
    }

    /// Each condition in force, which a click removes.
    public mutating func chips(_ chips: [Chip], total: String?, wording: Wording) {
        element("div", [.class("chips")]) { html in
            if let total { html.element("span", text: total) }
            for chip in chips {
                html.element("a", [.class("chip"), .href(chip.removed)]) { html in
                    html.text(chip.label)
                    html.mark(.x)
                    html.element("span", [.class("vh")], text: "，" + wording.text(ListText.removeCondition))
                }
            }
        }
    }

    /// Previous and next; there are no page numbers with keyset paging.
    public mutating func pager(shown: String, previous: Address?, next: Address?, wording: Wording) {
        element("nav", [.class("pager"), .aria(label: wording.text(CommonText.paging))]) { html in
            html.element("span", text: shown)
            html.element("span", [.class("acts")]) { html in
                for (address, text) in [(previous, CommonText.previousPage), (next, CommonText.nextPage)] {
                    guard let address else { continue }
                    html.element("a", [.class("btn"), .href(address)], text: wording.text(text))
                }
            }
        }
    }

    /// The summary over a refused form: every problem leads to its field. It takes the focus when the page opens.
    public mutating func errors(_ problems: [ProblemLine], wording: Wording) {
        guard !problems.isEmpty else { return }
        let attributes: [Attribute] = [
            .class("errors"), .id("errors"), .named("role", "alert"), .named("tabindex", "-1"), .flag("autofocus"),
            .named("aria-labelledby", "errors-title"),
        ]
        element("div", attributes) { html in
            html.element("h2", [.id("errors-title")], text: wording.problemsHeading(problems.count))
            html.element("ul") { html in
                for problem in problems {
                    html.element("li") { html in
                        if let key = problem.key {
                            html.element("a", [.anchor(key)], text: problem.sentence)
                        } else {
                            html.element("strong", text: problem.sentence)
                        }
                    }
                }
            }
        }
    }

    /// A small section beside the page.
    public mutating func asideSection(_ title: String, id: String? = nil, content: (inout HTML) -> Void) {
        element("section", [.id(id)]) { html in
            html.element("h2", text: title)
            content(&html)
        }
    }

    public mutating func sectionHead(_ title: String, id: String? = nil) {
        element("div", [.class("section-head")]) { html in html.element("h2", [.id(id)], text: title) }
    }
}

/// How loud a note is; the raw value is its class.
public enum NoteWeight: String, Sendable {
    case plain = "note"
    case soon = "note soon"
    case overdue = "note overdue"
}

public struct StripCell: Sendable {
    public enum Tone: String, Sendable {
        case late
        case soon
    }
    public var label: String
    public var count: Int
    public var href: String
    public var tone: Tone?
    public init(label: String, count: Int, href: String, tone: Tone? = nil) {
        self.label = label
        self.count = count
        self.href = href
        self.tone = tone
    }
}

public struct ViewLink: Sendable {
    public var label: String
    public var href: String
    public var count: Int?
    public var isCurrent: Bool
    public init(label: String, href: String, count: Int? = nil, isCurrent: Bool = false) {
        self.label = label
        self.href = href
        self.count = count
        self.isCurrent = isCurrent
    }
}

public struct Chip: Sendable {
    public var label: String
    /// The list without this condition.
    public var removed: Address
    public init(label: String, removed: Address) {
        self.label = label
        self.removed = removed
    }
}

/// A problem as the page shows it: the sentence, and the field it leads to.
public struct ProblemLine: Sendable, Hashable {
    public var key: String?
    public var sentence: String
    public init(key: String?, sentence: String) {
        self.key = key
        self.sentence = sentence
    }
}
