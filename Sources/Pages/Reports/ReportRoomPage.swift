import Definitions
import LegalTime
import Reports
import Wording

/// The report room: outline, text with live figures, contributions, downloads and the days by which it is due.
public struct ReportRoomPage: Page {
    public var report: AnnualReport
    public var years: [YearLink]
    public var deadlines: [Deadline]
    public var contributions: [Contribution]
    /// Units for which this person may write; the first is the one offered.
    public var writableUnits: [(id: String, label: String)]
    public var note: String?
    /// The form that releases the report to the public, or takes it back; nil for whoever may not.
    public var release: ReportRelease?

    /// A day of the year by which something is due.
    public struct Deadline: Sendable {
        public var day: Day
        public var daysLeft: Int
        public var labels: [String]
        public var basis: String
        public var needsConfirmation: Bool
        public init(day: Day, daysLeft: Int, labels: [String], basis: String, needsConfirmation: Bool) {
            self.day = day
            self.daysLeft = daysLeft
            self.labels = labels
            self.basis = basis
            self.needsConfirmation = needsConfirmation
        }
    }

    public struct Contribution: Sendable {
        public var part: String
        public var unit: String
        public var unitLabel: String
        public var state: String
        public var characters: Int
        public init(part: String, unit: String, unitLabel: String, state: String, characters: Int) {
            self.part = part
            self.unit = unit
            self.unitLabel = unitLabel
            self.state = state
            self.characters = characters
        }
    }

    public init(
        report: AnnualReport, years: [YearLink], deadlines: [Deadline], contributions: [Contribution],
        writableUnits: [(id: String, label: String)], note: String?
    ) {
        self.report = report
        self.years = years
        self.deadlines = deadlines
        self.contributions = contributions
        self.writableUnits = writableUnits
        self.note = note
    }

    private var year: Int { report.header.year }

    public func title(_ wording: Wording) -> String { report.title }
    public func crumbs(_ wording: Wording) -> [Crumb] {
        [Crumb(wording.text(FrameText.annualReport), .report(year: year)), Crumb(wording.year(year))]
    }

    public func write(into html: inout HTML, _ wording: Wording) {
        head(&html, wording)
        if let note { html.note(note) }
        strip(&html, wording)
        release?.write(into: &html, wording)
        html.element("div", [.class("room")]) { html in
            outline(&html, wording)
            draft(&html, wording)
            schedule(&html, wording)
        }
        contributionTable(&html, wording)
        appendix(&html, wording)
    }

    private func head(_ html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: report.title)
                html.element(
                    "p", [.class("sub")], text: wording.text(ReportText.figuresLive) + " · " + wording.asOf(report.header.cutOff))
            }
            html.element("div", [.class("acts")]) { html in
                html.years(years)
                let formats: [(String, ReportRoomText)] = [("html", .html), ("md", .markdown), ("json", .json)]
                for (format, text) in formats {
                    html.element("a", [.class("btn"), .href(.reportFile(year: year, format))], text: wording.text(text))
                }
                html.element("a", [.class("btn main"), .href(.reportFile(year: year, "docx"))]) { html in
                    html.mark(.down)
                    html.text(wording.text(ReportRoomText.word))
                }
            }
        }
    }

    private func strip(_ html: inout HTML, _ wording: Wording) {
        let leaves = report.allParts.filter(\.sections.isEmpty)
        let written = leaves.filter { $0.placeholder == nil }.count
        let used = report.appendix.filter(\.isUsed).count
        html.element("ul", [.class("strip"), .aria(label: wording.text(ReportText.schedule))]) { html in
            cell(&html, "\(written)", " / \(leaves.count)", wording.text(ReportRoomText.parts), nil)
            cell(&html, "\(used)", nil, wording.text(ReportRoomText.figuresInText), nil)
            cell(&html, wording.number(report.characters), nil, wording.text(ReportRoomText.characters), nil)
            for deadline in deadlines {
                let tone = deadline.daysLeft < 0 ? nil : deadline.daysLeft <= 14 ? "soon" : nil
                cell(
                    &html, wording.daysLeft(deadline.daysLeft), nil,
                    wording.before(deadline.day), tone)
            }
        }
    }

    private func cell(_ html: inout HTML, _ figure: String, _ small: String?, _ label: String, _ tone: String?) {
        html.element("li", [.class(tone)]) { html in
            html.element("div", [.class("cell")]) { html in
                html.element("b") { html in
                    html.text(figure)
                    if let small { html.element("small", text: small) }
                }
                html.text(label)
            }
        }
    }

    private func outline(_ html: inout HTML, _ wording: Wording) {
        html.element("section", [.named("aria-labelledby", "outline")]) { html in
            html.element("h2", [.id("outline"), .class("rail")], text: wording.text(ReportText.outline))
            html.element("ol", [.class("tasks")]) { html in
                for part in report.parts {
                    task(&html, part, level: 1, wording)
                    for section in part.sections { task(&html, section, level: 2, wording) }
                }
            }
        }
    }

    private func task(_ html: inout HTML, _ part: ReportPart, level: Int, _ wording: Wording) {
        html.element("li", [.class(level == 2 ? "in" : nil)]) { html in
            html.element("a", [.anchor(anchor(part))], text: wording.headingMark(part.number, level: level) + part.title)
            let leaves = part.sections
            let done = leaves.filter { $0.placeholder == nil }.count
            let isDone = part.placeholder == nil && done == leaves.count
            html.element("span", [.class(isDone ? "state done" : "state")]) { html in
                html.mark(isDone ? .met : leaves.isEmpty || done == 0 ? .idle : .half)
                let word = wording.text(isDone ? ReportRoomText.written : .toWrite)
                html.text(" " + (leaves.isEmpty || isDone ? word : "\(done)/\(leaves.count)"))
            }
        }
    }

    private func anchor(_ part: ReportPart) -> String { "p-" + part.key.replacing("/", with: "-") }

    private func draft(_ html: inout HTML, _ wording: Wording) {
        html.element("section", [.aria(label: report.title)]) { html in
            for part in report.parts {
                heading(&html, part, level: 1, wording)
                body(&html, part, wording)
                for section in part.sections {
                    heading(&html, section, level: 2, wording)
                    body(&html, section, wording)
                }
            }
            html.element("p", [.class("cut")], text: wording.text(ReportText.liveMark))
        }
    }

    private func heading(_ html: inout HTML, _ part: ReportPart, level: Int, _ wording: Wording) {
        let text = wording.headingMark(part.number, level: level) + part.title
        if level == 1 {
            html.element("h2", [.class("rail gap-m"), .id(anchor(part))], text: text)
        } else {
            html.element("h3", [.class("gap-m"), .id(anchor(part))], text: text)
        }
    }

    private func body(_ html: inout HTML, _ part: ReportPart, _ wording: Wording) {
        html.element("div", [.class("doc")]) { html in
            for paragraph in part.paragraphs {
                html.element("p") { html in
                    for run in paragraph.runs {
                        switch run {
                        case .text(let text): html.text(text)
                        case .figure(let name, let printed):
                            html.element("a", [.class("live"), .href(.figure(name, year: year))], text: printed)
                        }
                    }
                }
            }
            for contribution in part.contributions {
                for paragraph in contribution.paragraphs {
                    html.element("p", [.named("title", wording.contribution(of: contribution.unitName))], text: paragraph)
                }
            }
            if let placeholder = part.placeholder {
                html.element("p", [.class("quiet")]) { html in
                    html.element("b", text: wording.text(ReportDocumentText.toBeWritten))
                    html.text(placeholder)
                }
            }
        }
        guard part.takesContributions else { return }
        html.element("p", [.class("acts gap-s")]) { html in
            for contribution in contributions where contribution.part == part.key {
                html.element(
                    "a", [.class("btn text"), .href(.contribution(year: year, part: part.key, unit: contribution.unit))],
                    text: wording.contribution(of: contribution.unitLabel))
            }
            if let first = writableUnits.first, !contributions.contains(where: { $0.part == part.key && $0.unit == first.id }) {
                html.element(
                    "a", [.class("btn low"), .href(.contribution(year: year, part: part.key, unit: first.id))],
                    text: wording.text(ReportRoomText.writeContribution))
            }
        }
    }

    private func schedule(_ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("found"), .named("aria-labelledby", "plan")]) { html in
            html.element("h2", [.id("plan"), .class("rail")], text: wording.text(ReportText.schedule))
            for deadline in deadlines {
                html.element("div", [.class("finding"), .named("data-severity", deadline.daysLeft < 0 ? "hint" : "ok")]) { html in
                    html.element("p") { html in
                        html.element("b", text: wording.before(deadline.day))
                        html.text(" " + wording.daysLeft(deadline.daysLeft))
                    }
                    for label in deadline.labels { html.element("p", text: label) }
                    html.element(
                        "p", [.class("quiet small")],
                        text: deadline.basis
                            + (deadline.needsConfirmation ? wording.comma + wording.text(ReportRoomText.confirmDay) : ""))
                }
            }
            for part in report.missing {
                html.element("div", [.class("finding"), .named("data-severity", "warning")]) { html in
                    html.element("p", [.class("sev")]) { html in
                        html.mark(.warning)
                        html.text(wording.text(ReportRoomText.toWrite))
                    }
                    html.element("p") { html in html.element("a", [.anchor(anchor(part))], text: part.title) }
                }
            }
        }
    }

    private func contributionTable(_ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section"), .id("contributions"), .named("aria-labelledby", "give")]) { html in
            html.sectionHead(wording.text(ReportText.contributions), id: "give")
            guard !contributions.isEmpty else {
                html.element("p", [.class("quiet")], text: wording.text(ReportRoomText.noContributions))
                return
            }
            let titles = Dictionary(report.allParts.map { ($0.key, $0.title) }, uniquingKeysWith: { first, _ in first })
            let caption = wording.text(ReportText.contributions)
            html.element("div", [.class("scroll"), .named("role", "region"), .aria(label: caption), .named("tabindex", "0")]) {
                html in
                html.element("table", [.class("table")]) { html in
                    html.element("caption", [.class("vh")], text: caption)
                    html.heads([
                        (wording.text(CommonText.unit), false), (wording.text(ReportRoomText.part), false),
                        (wording.text(ReportRoomText.by), false), (wording.text(ReportDocumentText.characters), true),
                    ])
                    html.element("tbody") { html in
                        for contribution in contributions {
                            html.element("tr") { html in
                                html.element("th", [.scope("row")], text: contribution.unitLabel)
                                html.element("td") { html in
                                    let address = Address.contribution(
                                        year: year, part: contribution.part, unit: contribution.unit)
                                    html.element("a", [.href(address)], text: titles[contribution.part] ?? contribution.part)
                                }
                                html.element("td", text: contribution.state)
                                html.element("td", [.class("num")], text: wording.number(contribution.characters))
                            }
                        }
                    }
                }
            }
        }
    }

    private func appendix(_ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section"), .named("aria-labelledby", "appendix")]) { html in
            html.sectionHead(wording.text(ReportRoomText.appendix), id: "appendix")
            guard !report.appendix.isEmpty else {
                html.element("p", [.class("quiet")], text: wording.text(ReportDocumentText.noFigures))
                return
            }
            html.element("details") { html in
                html.element("summary", text: wording.total(report.appendix.count, unit: "个"))
                html.element("table", [.class("table")]) { html in
                    html.element("caption", [.class("vh")], text: wording.text(ReportRoomText.appendix))
                    html.heads([
                        (wording.text(CommonText.register), false), (wording.text(FigureText.figure), false),
                        (wording.text(ReportDocumentText.value), true), (wording.text(ReportDocumentText.rule), false),
                        (wording.text(ReportDocumentText.records), true),
                    ])
                    html.element("tbody") { html in
                        for entry in report.appendix {
                            html.element("tr") { html in
                                html.element("td", text: entry.registerLabel)
                                html.element("th", [.scope("row")]) { html in
                                    html.element("a", [.href(.figure(entry.name, year: year))], text: entry.label)
                                }
                                html.element("td", [.class("num nowrap")], text: entry.value)
                                html.element("td", [.class("small")], text: entry.rule)
                                html.element("td", [.class("num")], text: wording.number(entry.rows))
                            }
                        }
                    }
                }
            }
        }
    }
}
