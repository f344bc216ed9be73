import Wording

/// One edition: its items under their headings, with figures, evidence, scores and gaps.
public struct EditionPage: Page {
    public var edition: String
    public var heading: String
    public var sub: String
    public var views: [ViewLink]
    public var groups: [Group]
    public var totals: Totals
    public var notices: [(text: String, weight: NoteWeight)]
    public var mayManage: Bool
    public var isLocked: Bool
    public var formToken: String
    public var export: Address

    /// Items under one heading of level 1.
    public struct Group: Sendable {
        public var label: String
        public var parts: [Part]
        public init(label: String, parts: [Part]) {
            self.label = label
            self.parts = parts
        }
    }

    /// Items under one heading of level 2.
    public struct Part: Sendable {
        public var label: String
        public var lines: [Line]
        public init(label: String, lines: [Line]) {
            self.label = label
            self.lines = lines
        }
    }

    public struct Line: Sendable {
        public var number: String
        public var text: String
        public var address: Address
        public var mode: String
        public var weight: String
        public var unit: String
        public var figures: [FigureCell]
        public var evidence: Int
        public var selfScore: String
        public var reviewScore: String
        public var gaps: [String]
        public var isExempt: Bool
        public init(
            number: String, text: String, address: Address, mode: String, weight: String, unit: String, figures: [FigureCell],
            evidence: Int, selfScore: String, reviewScore: String, gaps: [String], isExempt: Bool
        ) {
            self.number = number
            self.text = text
            self.address = address
            self.mode = mode
            self.weight = weight
            self.unit = unit
            self.figures = figures
            self.evidence = evidence
            self.selfScore = selfScore
            self.reviewScore = reviewScore
            self.gaps = gaps
            self.isExempt = isExempt
        }
    }

    /// A linked figure in words.
    public struct FigureCell: Sendable {
        public var id: String
        public var label: String
        /// nil where the figure is not this person's to open.
        public var address: Address?
        public var year: String
        public var value: String
        public var fraction: String?
        /// The year that runs today: 2022 年 3 件; nil where that is the figure's year.
        public var today: String?
        public var target: String?
        public var isMissed: Bool
        public init(
            id: String, label: String, address: Address?, year: String, value: String, fraction: String?, today: String?,
            target: String?, isMissed: Bool
        ) {
            self.id = id
            self.label = label
            self.address = address
            self.year = year
            self.value = value
            self.fraction = fraction
            self.today = today
            self.target = target
            self.isMissed = isMissed
        }
    }

    public struct Totals: Sendable {
        public var complete: String
        public var fullMark: String
        public var selfScore: String
        public var reviewScore: String
        public init(complete: String, fullMark: String, selfScore: String, reviewScore: String) {
            self.complete = complete
            self.fullMark = fullMark
            self.selfScore = selfScore
            self.reviewScore = reviewScore
        }
    }

    public init(
        edition: String, heading: String, sub: String, views: [ViewLink], groups: [Group], totals: Totals,
        notices: [(text: String, weight: NoteWeight)], mayManage: Bool, isLocked: Bool, formToken: String, export: Address
    ) {
        self.edition = edition
        self.heading = heading
        self.sub = sub
        self.views = views
        self.groups = groups
        self.totals = totals
        self.notices = notices
        self.mayManage = mayManage
        self.isLocked = isLocked
        self.formToken = formToken
        self.export = export
    }

    public func title(_ wording: Wording) -> String { heading }
    public func crumbs(_ wording: Wording) -> [Crumb] {
        [Crumb(wording.text(AssessmentText.title), .assessments), Crumb(heading)]
    }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: heading)
                html.element("p", [.class("sub")], text: sub)
            }
            html.element("div", [.class("acts")]) { html in
                html.element(
                    "a", [.class("btn"), .href(Address.edition(edition).below("revisions"))],
                    text: wording.text(AssessmentText.revisions))
                html.element("a", [.class("btn"), .href(.editionProgress(edition))], text: wording.text(AssessmentText.progress))
                for (address, text) in [
                    (export, wording.text(CommonText.exportExcel)), (.editionPack(edition), wording.text(AssessmentText.pack)),
                ] {
                    html.element("a", [.class("btn"), .href(address)]) { html in
                        html.mark(.down)
                        html.text(text)
                    }
                }
            }
        }
        for notice in notices { html.note(notice.text, notice.weight) }
        totals(&html, wording)
        html.views(views, label: wording.text(AssessmentText.gaps))
        if groups.isEmpty { html.element("p", [.class("quiet")], text: wording.text(CommonText.nothingHere)) }
        for (index, group) in groups.enumerated() { write(group, index, &html, wording) }
        html.element("p", [.class("cut")], text: wording.text(AssessmentText.notOfficial))
        html.element("p", [.class("small quiet")], text: wording.text(AssessmentText.packHint))
        if mayManage { lockForm(&html, wording) }
    }

    private func totals(_ html: inout HTML, _ wording: Wording) {
        let cells: [(AssessmentText, String)] = [
            (.complete, totals.complete), (.fullMark, totals.fullMark), (.selfScore, totals.selfScore),
            (.reviewScore, totals.reviewScore),
        ]
        html.element("dl", [.class("facts two")]) { html in
            for (label, value) in cells {
                html.element("div") { html in
                    html.element("dt", text: wording.text(label))
                    html.element("dd", text: value)
                }
            }
        }
    }

    private func lockForm(_ html: inout HTML, _ wording: Wording) {
        html.element("form", [.named("method", "post"), .action(Address.edition(edition).below("lock")), .class("gap-m")]) {
            html in
            FormToken(formToken).write(into: &html)
            html.void("input", [.type("hidden"), .name("locked"), .value(isLocked ? "0" : "1")])
            html.element("button", [.class("btn low")], text: wording.text(isLocked ? AssessmentText.unlock : .lock))
        }
    }

    private func write(_ group: Group, _ index: Int, _ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section"), .named("aria-labelledby", "first-\(index)")]) { html in
            html.sectionHead(group.label, id: "first-\(index)")
            html.element(
                "div", [.class("scroll"), .named("role", "region"), .aria(label: group.label), .named("tabindex", "0")]
            ) { html in
                html.element("table", [.class("table")]) { html in
                    html.element("caption", [.class("vh")], text: group.label)
                    html.heads([
                        (wording.text(AssessmentText.number), false), (wording.text(AssessmentText.text), false),
                        (wording.text(AssessmentText.figureNow), false), (wording.text(AssessmentText.evidence), true),
                        (wording.text(AssessmentText.weight), true), (wording.text(AssessmentText.selfScore), true),
                        (wording.text(AssessmentText.reviewScore), true), (wording.text(AssessmentText.gaps), false),
                    ])
                    html.element("tbody") { html in
                        for part in group.parts {
                            html.element("tr", [.class("group")]) { html in
                                html.element("th", [.named("colspan", "8"), .scope("rowgroup")], text: part.label)
                            }
                            for line in part.lines { write(line, &html, wording) }
                        }
                    }
                }
            }
        }
    }

    private func write(_ line: Line, _ html: inout HTML, _ wording: Wording) {
        html.element("tr", [.id("item-" + line.number)]) { html in
            html.element("td", [.class("nowrap")], text: line.number)
            html.element("th", [.scope("row")]) { html in
                html.element("a", [.class("what"), .href(line.address)], text: line.text)
                html.element("span", [.class("ref")], text: line.mode + " · " + line.unit)
            }
            html.element("td") { html in for figure in line.figures { html.figureCell(figure, wording) } }
            html.element("td", [.class("num")], text: line.evidence > 0 ? String(line.evidence) : "—")
            html.element("td", [.class("num")], text: line.weight)
            html.element("td", [.class("num")], text: line.selfScore)
            html.element("td", [.class("num")], text: line.reviewScore)
            html.element("td") { html in
                if line.isExempt { html.tag(wording.text(AssessmentText.exemptMark), on: false) }
                for gap in line.gaps {
                    html.tag(gap, on: true)
                    html.raw(" ")
                }
            }
        }
    }
}

extension HTML {
    /// A figure with what it is made of, what it has to reach, and what it is today.
    mutating func figureCell(_ figure: EditionPage.FigureCell, _ wording: Wording) {
        element("div", [.class("small")]) { html in
            if let address = figure.address {
                html.element("a", [.href(address)], text: figure.label)
            } else {
                html.text(figure.label)
            }
            html.text(" ")
            html.element("b", [.class("num")], text: figure.value)
            if let fraction = figure.fraction {
                html.raw(" ")
                html.element("span", [.class("quiet")], text: "(" + fraction + ")")
            }
            html.raw("<br>")
            html.element(
                "span", [.class("ref")],
                text: ([figure.year, figure.today, figure.target].compactMap(\.self)).joined(separator: " · "))
            if figure.isMissed {
                html.raw(" ")
                html.element("span", [.class("clock"), .named("data-status", "overdue")]) { html in
                    html.mark(.overdue)
                    html.text(wording.text(AssessmentText.belowTarget))
                }
            }
        }
    }
}
