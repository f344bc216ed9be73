import LegalTime
import Records
import Wording

/// One figure: its value, how it is counted, its months, its parts, and the records behind it.
public struct FigurePage: Page {
    public var label: String
    public var register: Crumb
    public var district: String
    public var year: Int
    public var years: [YearLink]
    public var cutOff: Day
    public var isLocked: Bool
    public var isPartial: Bool
    /// Digits and, apart, the sign or unit behind them.
    public var value: (text: String, unit: String)
    public var fraction: Fraction?
    public var lastYear: LastYear?
    /// The lists of records it is made of.
    public var parts: [Part]
    /// Where it is used: the report.
    public var usedIn: [Crumb]
    /// The counting rule, line by line.
    public var rule: [(label: String, text: String)]
    public var months: [Cell]
    public var monthShares: Bool { months.contains { $0.fraction != nil } }
    public var breakdownLinks: [ViewLink]
    public var breakdown: Breakdown?
    public var rows: Rows?
    public var exportAddress: Address
    public var unit: String

    public struct Fraction: Sendable {
        public var numerator: Int64
        public var denominator: Int64
        public var numeratorAddress: Address
        public var denominatorAddress: Address
        public var numeratorLabel: String
        public var denominatorLabel: String
        public init(
            numerator: Int64, denominator: Int64, numeratorAddress: Address, denominatorAddress: Address, numeratorLabel: String,
            denominatorLabel: String
        ) {
            self.numerator = numerator
            self.denominator = denominator
            self.numeratorAddress = numeratorAddress
            self.denominatorAddress = denominatorAddress
            self.numeratorLabel = numeratorLabel
            self.denominatorLabel = denominatorLabel
        }
    }

    public struct LastYear: Sendable {
        public var year: Int
        public var value: String
        public var fraction: (numerator: Int64, denominator: Int64)?
        public var change: String
        public init(year: Int, value: String, fraction: (numerator: Int64, denominator: Int64)?, change: String) {
            self.year = year
            self.value = value
            self.fraction = fraction
            self.change = change
        }
    }

    public struct Part: Sendable {
        public var label: String
        public var count: Int
        public var address: Address
        public init(label: String, count: Int, address: Address) {
            self.label = label
            self.count = count
            self.address = address
        }
    }

    /// One month, unit or code.
    public struct Cell: Sendable {
        public var label: String
        public var value: FigureValue
        public var fraction: (numerator: Int64, denominator: Int64)?
        /// The records behind it, of a share behind its numerator; nil where there are none to show.
        public var address: Address?
        public var denominatorAddress: Address?
        public init(
            label: String, value: FigureValue, fraction: (numerator: Int64, denominator: Int64)?, address: Address?,
            denominatorAddress: Address?
        ) {
            self.label = label
            self.value = value
            self.fraction = fraction
            self.address = address
            self.denominatorAddress = denominatorAddress
        }

        /// What a bar shows of it: for a share both sides, else the whole number.
        var bar: (filled: Int64, whole: Int64) {
            if let fraction { return (fraction.numerator, fraction.denominator) }
            guard value.isDefined else { return (0, 0) }
            let whole = value.numerator / max(value.denominator, 1)
            return (max(whole, 0), max(whole, 0))
        }
    }

    public struct Breakdown: Sendable {
        public var label: String
        public var cells: [Cell]
        public init(label: String, cells: [Cell]) {
            self.label = label
            self.cells = cells
        }
    }

    /// The first records behind it.
    public struct Rows: Sendable {
        public var heading: String
        public var table: RowsTable
        public var address: Address
        public var shown: String
        public init(heading: String, table: RowsTable, address: Address, shown: String) {
            self.heading = heading
            self.table = table
            self.address = address
            self.shown = shown
        }
    }

    public init(
        label: String, register: Crumb, district: String, year: Int, years: [YearLink], cutOff: Day, isLocked: Bool,
        isPartial: Bool,
        value: (text: String, unit: String), fraction: Fraction?, lastYear: LastYear?, parts: [Part], usedIn: [Crumb],
        rule: [(label: String, text: String)], months: [Cell], breakdownLinks: [ViewLink], breakdown: Breakdown?, rows: Rows?,
        exportAddress: Address, unit: String
    ) {
        self.label = label
        self.register = register
        self.district = district
        self.year = year
        self.years = years
        self.cutOff = cutOff
        self.isLocked = isLocked
        self.isPartial = isPartial
        self.value = value
        self.fraction = fraction
        self.lastYear = lastYear
        self.parts = parts
        self.usedIn = usedIn
        self.rule = rule
        self.months = months
        self.breakdownLinks = breakdownLinks
        self.breakdown = breakdown
        self.rows = rows
        self.exportAddress = exportAddress
        self.unit = unit
    }

    public func title(_ wording: Wording) -> String { "\(label) \(value.text)\(value.unit)" }
    public func crumbs(_ wording: Wording) -> [Crumb] {
        [Crumb(wording.text(FigurePageText.title), .figures(year: year)), register, Crumb(label)]
    }

    public func write(into html: inout HTML, _ wording: Wording) {
        head(&html, wording)
        if isPartial { html.note(wording.text(FigurePageText.ownOnly)) }
        number(&html, wording)
        sumLine(&html, wording)
        ruleSection(&html, wording)
        monthSection(&html, wording)
        breakdownSection(&html, wording)
        rowsSection(&html, wording)
    }

    private func head(_ html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: label)
                html.element(
                    "p", [.class("sub")],
                    text: wording.figureSub(district: district, year: year, cutOff: cutOff, isLocked: isLocked))
            }
            html.element("div", [.class("acts")]) { html in
                html.years(years)
                html.element("a", [.class("btn"), .href(exportAddress)]) { html in
                    html.mark(.down)
                    html.text(wording.text(CommonText.exportExcel))
                }
            }
        }
    }

    private func number(_ html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("figure")]) { html in
            html.element("div", [.class("value")]) { html in
                if fraction == nil, parts.count == 1, let part = parts.first, part.count > 0 {
                    html.element("a", [.href(part.address)], text: value.text)
                } else {
                    html.text(value.text)
                }
                if !value.unit.isEmpty { html.element("small", text: value.unit) }
            }
            if let fraction {
                html.element(
                    "div",
                    [
                        .class("fraction"), .named("role", "group"),
                        .aria(label: wording.divided(fraction.numerator, fraction.denominator)),
                    ]
                ) { html in
                    html.element("span", text: "=")
                    html.element("span", [.class("over")]) { html in
                        side(&html, fraction.numerator, fraction.numeratorAddress, fraction.numeratorLabel)
                        side(&html, fraction.denominator, fraction.denominatorAddress, fraction.denominatorLabel)
                    }
                }
            }
            if let lastYear {
                html.element("p", [.class("was")]) { html in
                    html.text(wording.inYear(lastYear.year) + " ")
                    html.element("b", text: lastYear.value)
                    if let fraction = lastYear.fraction { html.text(wording.fraction(fraction.numerator, fraction.denominator)) }
                    html.raw("<br>")
                    html.text(lastYear.change)
                }
            }
        }
    }

    private func side(_ html: inout HTML, _ count: Int64, _ address: Address, _ label: String) {
        html.element("span") { html in
            html.element("a", [.href(address)], text: String(count))
            html.raw(" ")
            html.element("span", text: label)
        }
    }

    private func sumLine(_ html: inout HTML, _ wording: Wording) {
        // The two sides of a plain share stand in its fraction already.
        let isMixed = parts.count > (fraction == nil ? 1 : 2)
        guard isMixed || !usedIn.isEmpty else { return }
        html.element("p", [.class("sumline")]) { html in
            if isMixed {
                html.text(wording.text(FigurePageText.otherParts) + wording.colon)
                for (place, part) in parts.enumerated() {
                    if place > 0 { html.raw(" · ") }
                    html.text(part.label + " ")
                    html.element("a", [.href(part.address)], text: String(part.count))
                }
                html.raw(" ")
            }
            for (place, use) in usedIn.enumerated() {
                html.text(place == 0 ? wording.text(FigureText.usedIn) + wording.colon : wording.comma)
                html.element("a", [.named("href", use.address?.text)], text: use.label)
            }
        }
    }

    private func ruleSection(_ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section"), .named("aria-labelledby", "rule")]) { html in
            html.sectionHead(wording.text(FigureText.countingRule), id: "rule")
            html.element("div", [.class("rule")]) { html in
                html.element("dl") { html in
                    for line in rule {
                        html.element("dt", text: line.label)
                        html.element("dd", text: line.text)
                    }
                }
            }
        }
    }

    private func monthSection(_ html: inout HTML, _ wording: Wording) {
        guard !months.isEmpty else { return }
        let caption = wording.byCaption(label, by: wording.text(FigureText.month))
        html.element("section", [.class("section"), .named("aria-labelledby", "trend")]) { html in
            html.sectionHead(wording.text(FigureText.byMonth), id: "trend")
            html.element("div", [.class("beside")]) { html in
                html.element("figure") { html in
                    BarChart(
                        bars: months.map { cell in
                            BarChart.Bar(
                                label: cell.label, title: "\(cell.label) \(cell.value.text)", filled: cell.bar.filled,
                                whole: cell.bar.whole, top: cell.fraction == nil ? cell.value.text : String(cell.bar.whole),
                                address: cell.address)
                        }
                    ).write(into: &html)
                }
                html.element("details", [.flag("open")]) { html in
                    html.element("summary", [.class("small")], text: wording.text(FigureText.monthlyFigures))
                    cellTable(
                        &html, months, head: wording.text(FigureText.month), caption: caption, look: "table tight", bars: false,
                        wording)
                }
            }
        }
    }

    private func breakdownSection(_ html: inout HTML, _ wording: Wording) {
        guard let breakdown else { return }
        html.element("section", [.class("section"), .id("by"), .named("aria-labelledby", "by-h")]) { html in
            html.element("div", [.class("section-head")]) { html in
                html.element("h2", [.id("by-h")], text: wording.text(FigureText.breakdown))
                html.element("span", [.class("more")]) { html in
                    html.text(wording.text(FigureText.by) + " ")
                    for (place, link) in breakdownLinks.enumerated() {
                        if place > 0 { html.raw(" · ") }
                        if link.isCurrent {
                            html.element("b", text: link.label)
                        } else {
                            html.element("a", [.named("href", link.href)], text: link.label)
                        }
                    }
                }
            }
            if breakdown.cells.isEmpty {
                html.element("p", [.class("quiet")], text: wording.text(FigurePageText.notBrokenDown))
            } else {
                let caption = wording.byCaption(label, by: breakdown.label)
                html.element("div", [.class("scroll"), .named("role", "region"), .aria(label: caption), .named("tabindex", "0")])
                { html in
                    cellTable(&html, breakdown.cells, head: breakdown.label, caption: caption, look: "table", bars: true, wording)
                }
            }
        }
    }

    private func cellTable(
        _ html: inout HTML, _ cells: [Cell], head: String, caption: String, look: String, bars: Bool, _ wording: Wording
    ) {
        let hasShares = cells.contains { $0.fraction != nil }
        let most = cells.map { max($0.bar.filled, $0.bar.whole) }.max() ?? 1
        html.element("table", [.class(look)]) { html in
            html.element("caption", [.class("vh")], text: caption)
            html.element("thead") { html in
                html.element("tr") { html in
                    html.element("th", [.scope("col")], text: head)
                    if bars {
                        html.element("th", [.scope("col"), .class("bars")]) { html in
                            html.element("span", [.class("vh")], text: wording.text(FigureText.chart))
                        }
                    }
                    if hasShares {
                        html.element("th", [.scope("col"), .class("num")], text: wording.text(FigureText.numerator))
                        html.element("th", [.scope("col"), .class("num")], text: wording.text(FigureText.denominator))
                    }
                    html.element(
                        "th", [.scope("col"), .class("num")],
                        text: hasShares
                            ? wording.text(FigureText.share) : wording.label(wording.text(FigureText.value), unit: unit))
                }
            }
            html.element("tbody") { html in
                for cell in cells {
                    html.element("tr") { html in
                        html.element("th", [.scope("row"), .class("nowrap")], text: cell.label)
                        if bars {
                            html.element("td", [.class("bars")]) { html in
                                BarChart.rowBar(filled: cell.bar.filled, whole: cell.bar.whole, most: most, into: &html)
                            }
                        }
                        if hasShares {
                            linked(
                                &html, cell.fraction.map { String($0.numerator) } ?? "—",
                                cell.fraction?.numerator == 0 ? nil : cell.address)
                            linked(
                                &html, cell.fraction.map { String($0.denominator) } ?? "—",
                                cell.fraction?.denominator == 0 ? nil : cell.denominatorAddress)
                            html.element("td", [.class("num")], text: cell.value.text)
                        } else {
                            linked(&html, cell.value.text, cell.address)
                        }
                    }
                }
            }
        }
    }

    private func linked(_ html: inout HTML, _ text: String, _ address: Address?) {
        html.element("td", [.class("num")]) { html in
            if let address { html.element("a", [.href(address)], text: text) } else { html.text(text) }
        }
    }

    private func rowsSection(_ html: inout HTML, _ wording: Wording) {
        guard let rows else { return }
        html.element("section", [.class("section"), .id("rows"), .named("aria-labelledby", "rows-h")]) { html in
            html.element("div", [.class("section-head")]) { html in
                html.element("h2", [.id("rows-h")], text: rows.heading)
                html.element("span", [.class("more")]) { html in
                    html.element("a", [.href(rows.address)], text: wording.text(FigurePageText.wholeList))
                }
            }
            rows.table.write(into: &html, wording)
            html.element("p", [.class("cut")], text: rows.shown)
        }
    }
}
