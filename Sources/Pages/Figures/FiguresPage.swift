import LegalTime
import Wording

/// All figures of a year, by workstream and register, each beside last year's.
public struct FiguresPage: Page {
    public var district: String
    public var year: Int
    public var years: [YearLink]
    public var groups: [Group]
    public var asOf: Instant
    public var isLocked: Bool
    public var cutOff: Day
    /// Whether only some units are counted.
    public var isPartial: Bool

    public struct Group: Sendable {
        public var workstream: String
        public var register: String
        public var address: Address
        public var lines: [Line]
        public init(workstream: String, register: String, address: Address, lines: [Line]) {
            self.workstream = workstream
            self.register = register
            self.address = address
            self.lines = lines
        }
    }

    public struct Line: Sendable {
        public var label: String
        /// Printed with its unit.
        public var value: String
        public var lastYear: String
        public var change: String
        public var address: Address
        public init(label: String, value: String, lastYear: String, change: String, address: Address) {
            self.label = label
            self.value = value
            self.lastYear = lastYear
            self.change = change
            self.address = address
        }
    }

    public init(
        district: String, year: Int, years: [YearLink], groups: [Group], asOf: Instant, cutOff: Day, isLocked: Bool,
        isPartial: Bool
    ) {
        self.district = district
        self.year = year
        self.years = years
        self.groups = groups
        self.asOf = asOf
        self.cutOff = cutOff
        self.isLocked = isLocked
        self.isPartial = isPartial
    }

    public func title(_ wording: Wording) -> String { wording.text(FigurePageText.title) + " " + wording.year(year) }
    public func crumbs(_ wording: Wording) -> [Crumb] {
        [Crumb(wording.text(FrameText.statistics), .desk), Crumb(wording.text(FigurePageText.title))]
    }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: title(wording))
                html.element(
                    "p", [.class("sub")],
                    text: wording.figureSub(district: district, year: year, cutOff: cutOff, isLocked: isLocked))
            }
            html.element("div", [.class("acts")]) { html in
                html.years(years)
                for (format, text) in [("xlsx", CommonText.exportExcel), ("csv", CommonText.exportCSV)] {
                    html.element("a", [.class("btn"), .href(.figures(year: year).setting("format", to: format))]) { html in
                        html.mark(.down)
                        html.text(wording.text(text))
                    }
                }
            }
        }
        if isPartial { html.note(wording.text(FigurePageText.ownOnly)) }
        if groups.isEmpty { html.element("p", [.class("quiet")], text: wording.text(FigureText.noFigures)) }
        for group in groups { write(group, &html, wording) }
        html.element("p", [.class("cut")], text: wording.asOf(asOf))
    }

    private func write(_ group: Group, _ html: inout HTML, _ wording: Wording) {
        let id = "r-" + group.address.path.joined(separator: "-")
        html.element("section", [.class("section"), .named("aria-labelledby", id)]) { html in
            html.element("div", [.class("section-head")]) { html in
                html.element("h2", [.id(id)], text: group.register)
                html.element("span", [.class("quiet small")], text: group.workstream)
                html.element("span", [.class("more")]) { html in
                    html.element("a", [.href(group.address)], text: wording.text(FigureText.openInRegister))
                }
            }
            html.element(
                "div", [.class("scroll"), .named("role", "region"), .aria(label: group.register), .named("tabindex", "0")]
            ) { html in
                html.element("table", [.class("table")]) { html in
                    html.element("caption", [.class("vh")], text: group.register + " " + wording.year(year))
                    html.heads(
                        [
                            (wording.text(FigureText.figure), false), (wording.year(year), true),
                            (wording.text(FigureText.lastYear), true),
                            (wording.text(FigureText.change), true),
                        ])
                    html.element("tbody") { html in
                        for line in group.lines {
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
}

/// A year to switch to.
public struct YearLink: Sendable {
    public var label: String
    public var address: Address
    public var isCurrent: Bool
    public init(label: String, address: Address, isCurrent: Bool) {
        self.label = label
        self.address = address
        self.isCurrent = isCurrent
    }
}

extension HTML {
    /// Buttons to switch the year.
    mutating func years(_ years: [YearLink]) {
        for year in years {
            element("a", [.class("btn"), .href(year.address), .named("aria-current", year.isCurrent ? "true" : nil)]) { html in
                if year.isCurrent { html.element("b", text: year.label) } else { html.text(year.label) }
            }
        }
    }

    /// The head of a table; numbers stand to the right.
    mutating func heads(_ heads: [(label: String, isNumber: Bool)]) {
        element("thead") { html in
            html.element("tr") { html in
                for head in heads { html.element("th", [.scope("col"), .class(head.isNumber ? "num" : nil)], text: head.label) }
            }
        }
    }
}
