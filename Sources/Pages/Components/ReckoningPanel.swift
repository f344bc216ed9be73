import LegalTime
import Wording

/// How a due day came about: the bar of days and the steps along the plumb line.
public struct ReckoningPanel: Sendable {
    public var heading: String
    public var lines: [ReckoningLine]
    public var clock: ClockText
    public var start: Day
    public var due: Day?
    public var stoppedOn: Day?
    public var today: Day
    public var footnote: String
    public var isOpen: Bool

    public init(
        heading: String, lines: [ReckoningLine], clock: ClockText, start: Day, due: Day?, stoppedOn: Day?, today: Day,
        footnote: String,
        isOpen: Bool
    ) {
        self.heading = heading
        self.lines = lines
        self.clock = clock
        self.start = start
        self.due = due
        self.stoppedOn = stoppedOn
        self.today = today
        self.footnote = footnote
        self.isOpen = isOpen
    }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("details", [.class("reckon"), .flag("open", isOpen)]) { html in
            html.element("summary") { html in html.element("b", text: heading) }
            html.element("div", [.class("stack gap-s")]) { html in
                ReckoningBar(self)?.write(into: &html, wording)
                html.element("ol", [.class("plumb")]) { html in
                    for (index, line) in lines.enumerated() { step(&html, line, isLast: index == lines.count - 1) }
                }
                html.element("p", [.class("small quiet")], text: footnote)
            }
        }
    }

    private func step(_ html: inout HTML, _ line: ReckoningLine, isLast: Bool) {
        let isEnd = isLast && due != nil
        html.element("li", [.named("data-counts", line.step.counts || isEnd ? nil : "no")]) { html in
            if isEnd { html.use("bob", class: "bob") }
            html.element("div", [.class("step")]) { html in
                html.element("span") { html in
                    if isEnd { html.element("b", text: line.dates) } else { html.text(line.dates) }
                }
                html.element("span", [.class("why")], text: line.why)
                html.element("span", [.class("sum")]) { html in
                    if isEnd { html.clock(clock) } else { html.text(line.sum) }
                }
            }
        }
    }
}

/// The days from the start to the due day as one bar: counted days filled, those still to come outlined, those that do not count hatched.
struct ReckoningBar {
    private struct Stretch {
        var from: Day
        /// Last day.
        var to: Day
        var counts: Bool
        var isPause: Bool
    }

    private let panel: ReckoningPanel
    private let due: Day
    private var stretches: [Stretch] = []

    /// nil where there is no stretch of days to draw, as for hours or a period counted back.
    init?(_ panel: ReckoningPanel) {
        guard let due = panel.due, panel.start < due else { return nil }
        self.panel = panel
        self.due = due
        var next = panel.start.adding(days: 1)
        for line in panel.lines {
            let step = line.step
            switch step.reason {
            case .counted, .countedWorkingDays: add(step.from, step.to, counts: true, from: &next)
            case .sameNumberedDay, .monthEndClamped: add(next, step.to, counts: true, from: &next)
            case .paused: add(step.from, step.to, counts: false, isPause: true, from: &next)
            case .expiryOnRestDay: add(max(step.from, next), due, counts: false, from: &next)
            default: break
            }
        }
        if next <= due { stretches.append(Stretch(from: next, to: due, counts: true, isPause: false)) }
    }

    private mutating func add(_ from: Day, _ to: Day, counts: Bool, isPause: Bool = false, from next: inout Day) {
        guard from <= to, to >= next else { return }
        stretches.append(Stretch(from: max(from, next), to: to, counts: counts, isPause: isPause))
        next = to.adding(days: 1)
    }

    /// Where the evening of a day lies, 8 to 692.
    private func x(_ day: Day) -> Double {
        let whole = panel.start.days(until: due)
        let part = max(0, min(whole, panel.start.days(until: day)))
        return 8 + 684 * Double(part) / Double(max(1, whole))
    }

    func write(into html: inout HTML, _ wording: Wording) {
        let end = panel.stoppedOn ?? panel.today
        html.raw(
            "<svg class=\"chart\" viewBox=\"0 0 700 64\" aria-hidden=\"true\"><defs><pattern id=\"hatch\" width=\"6\" height=\"6\" "
        )
        html.raw(
            "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path class=\"hatch\" d=\"M0 0V6\"/></pattern></defs>"
        )
        for stretch in stretches {
            let before = stretch.from.adding(days: -1)
            guard stretch.counts else {
                rect(&html, before, stretch.to, name: nil)
                continue
            }
            if end > before { rect(&html, before, min(end, stretch.to), name: "a") }
            if end < stretch.to { rect(&html, max(end, before), stretch.to, name: "b") }
        }
        if panel.stoppedOn == nil, panel.today >= panel.start, panel.today <= due { todayLine(&html) }
        labels(&html, wording)
        html.raw("</svg>")
    }

    private func rect(_ html: inout HTML, _ from: Day, _ to: Day, name: String?) {
        let (left, right) = (x(from), x(to))
        html.element(
            "rect",
            [
                .class(name), .named("fill", name == nil ? "url(#hatch)" : nil), .named("x", Self.number(left)),
                .named("y", name == "b" ? "22.5" : "22"),
                .named("width", Self.number(max(1, right - left))), .named("height", name == "b" ? "13" : "14"),
            ]
        ) { _ in }
    }

    private func todayLine(_ html: inout HTML) {
        let x = Self.number(x(panel.today))
        html.element("path", [.class("todayline"), .named("d", "M\(x) 0V40")]) { _ in }
        html.element("path", [.class("bob"), .named("d", "M\(x) 38l3.2 2.4v3l-3.2 7.6l-3.2-7.6v-3z")]) { _ in }
    }

    private func labels(_ html: inout HTML, _ wording: Wording) {
        text(&html, 8, 54, nil, wording.startsOn(panel.start))
        text(&html, 692, 54, "end", wording.endsOn(due))
        for stretch in stretches {
            let before = stretch.from.adding(days: -1)
            let width = x(stretch.to) - x(before)
            let count = before.days(until: stretch.to)
            guard width > 60 else { continue }
            let middle = (x(before) + x(stretch.to)) / 2
            if stretch.counts {
                text(&html, middle, stretches.count > 1 ? 14 : 54, "middle", wording.shortDays(count))
            } else {
                text(&html, middle, 14, "middle", stretch.isPause ? wording.pausedDays(count) : wording.text(PageText.rolledOver))
            }
        }
        guard panel.stoppedOn == nil, panel.today >= panel.start, panel.today <= due else { return }
        let x = x(panel.today)
        text(&html, x < 350 ? x + 6 : x - 6, stretches.count > 1 ? 62 : 14, x < 350 ? nil : "end", wording.todayIs(panel.today))
    }

    private func text(_ html: inout HTML, _ x: Double, _ y: Double, _ anchor: String?, _ text: String) {
        html.element(
            "text", [.named("x", Self.number(x)), .named("y", Self.number(y)), .named("text-anchor", anchor)], text: text)
    }

    private static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }
}
