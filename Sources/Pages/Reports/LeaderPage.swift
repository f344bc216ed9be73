import LegalTime
import Wording

/// 领导一页: is anything red, and how does this year stand to the last.
public struct LeaderPage: Page {
    public var district: String
    public var year: Int
    public var years: [YearLink]
    public var asOf: Instant
    /// What is overdue, the longest first, and how many there are.
    public var overdue: [Matter]
    public var overdueCount: Int
    public var tallies: [FiguresPage.Line]
    public var workstreams: [String]
    public var lamps: [UnitLamps]
    public var figures: [FiguresPage.Line]

    public struct Matter: Sendable {
        public var label: String
        public var address: Address
        public init(label: String, address: Address) {
            self.label = label
            self.address = address
        }
    }

    /// One lamp a workstream, nil where the unit has nothing running there.
    public struct UnitLamps: Sendable {
        public var unit: String
        public var lamps: [Lamp?]
        public init(unit: String, lamps: [Lamp?]) {
            self.unit = unit
            self.lamps = lamps
        }
    }

    public struct Lamp: Sendable {
        public var status: ClockStatus
        public var text: String
        public var address: Address?
        public init(status: ClockStatus, text: String, address: Address?) {
            self.status = status
            self.text = text
            self.address = address
        }
    }

    public init(
        district: String, year: Int, years: [YearLink], asOf: Instant, overdue: [Matter], overdueCount: Int,
        tallies: [FiguresPage.Line],
        workstreams: [String], lamps: [UnitLamps], figures: [FiguresPage.Line]
    ) {
        self.district = district
        self.year = year
        self.years = years
        self.asOf = asOf
        self.overdue = overdue
        self.overdueCount = overdueCount
        self.tallies = tallies
        self.workstreams = workstreams
        self.lamps = lamps
        self.figures = figures
    }

    public func title(_ wording: Wording) -> String { wording.districtYear(district, year) }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: title(wording))
                html.element("p", [.class("sub")], text: wording.comparedWith(year - 1) + " · " + wording.asOf(asOf))
            }
            html.element("div", [.class("acts")]) { html in html.years(years) }
        }
        if overdue.isEmpty {
            html.note(wording.text(LeaderText.nothingOverdue))
        } else {
            html.element("div", [.class("note overdue")]) { html in
                html.element("b", text: wording.overdueMatters(overdueCount))
                for (place, matter) in overdue.enumerated() {
                    if place > 0 { html.text(wording.comma) }
                    html.element("a", [.href(matter.address)], text: matter.label)
                }
            }
        }
        html.element("ul", [.class("strip gap-l"), .aria(label: wording.text(LeaderText.mainFigures))]) { html in
            for tally in tallies {
                html.element("li") { html in
                    html.element("a", [.href(tally.address)]) { html in
                        html.element("b", text: tally.value)
                        html.text(tally.label)
                        html.raw("<br>")
                        html.element(
                            "span", [.class("quiet")],
                            text: wording.text(FigureText.lastYear) + " " + tally.lastYear + wording.comma + tally.change)
                    }
                }
            }
        }
        lampSection(&html, wording)
        figureSection(&html, wording)
    }

    private func lampSection(_ html: inout HTML, _ wording: Wording) {
        guard !lamps.isEmpty else { return }
        let caption = wording.text(LeaderText.lamps)
        html.element("section", [.class("section"), .named("aria-labelledby", "lamps")]) { html in
            html.element("div", [.class("section-head")]) { html in
                html.element("h2", [.id("lamps")], text: caption)
                html.element("span", [.class("quiet small")], text: wording.text(LeaderText.lampsHint))
            }
            html.element("div", [.class("scroll"), .named("role", "region"), .aria(label: caption), .named("tabindex", "0")]) {
                html in
                html.element("table", [.class("table lamps")]) { html in
                    html.element("caption", [.class("vh")], text: caption)
                    html.heads([(wording.text(CommonText.unit), false)] + workstreams.map { ($0, false) })
                    html.element("tbody") { html in
                        for unit in lamps {
                            html.element("tr") { html in
                                html.element("th", [.scope("row")], text: unit.unit)
                                for lamp in unit.lamps { write(lamp, &html) }
                            }
                        }
                    }
                }
            }
        }
    }

    private func write(_ lamp: Lamp?, _ html: inout HTML) {
        guard let lamp else { return html.element("td", [.class("quiet")], text: "—") }
        let clock = ClockText(status: lamp.status, word: lamp.text, rest: nil)
        html.element("td") { html in
            if let address = lamp.address {
                html.element("a", [.href(address)]) { $0.clock(clock) }
            } else {
                html.clock(clock)
            }
        }
    }

    private func figureSection(_ html: inout HTML, _ wording: Wording) {
        guard !figures.isEmpty else { return }
        html.element("section", [.class("section"), .named("aria-labelledby", "key")]) { html in
            html.element("div", [.class("section-head")]) { html in
                html.element("h2", [.id("key")], text: wording.text(ReportRoomText.keyFigures))
                html.element("span", [.class("quiet small")], text: wording.text(ReportRoomText.keyFiguresHint))
            }
            html.element("table", [.class("table")]) { html in
                html.element("caption", [.class("vh")], text: wording.text(ReportRoomText.keyFigures))
                html.heads([
                    (wording.text(FigureText.figure), false), (wording.year(year), true), (wording.year(year - 1), true),
                    (wording.text(FigureText.change), true),
                ])
                html.element("tbody") { html in
                    for line in figures {
                        html.element("tr") { html in
                            html.element("th", [.scope("row")]) { html in
                                html.element("a", [.href(line.address)], text: line.label)
                            }
                            html.element("td", [.class("num")]) { html in
                                html.element("a", [.href(line.address)], text: line.value)
                            }
                            html.element("td", [.class("num")], text: line.lastYear)
                            html.element("td", [.class("num nowrap")], text: line.change)
                        }
                    }
                }
            }
        }
    }
}
