import Wording

/// What somebody is to sit and has sat, and the exams that he may see.
public struct ExamsPage: Page {
    public var own: [Own]
    public var run: [Line]
    /// For whoever looks after exams.
    public var banks: Address?
    public var seesRun: Bool

    public struct Own: Sendable {
        public var title: String
        public var period: String
        public var standing: String
        public var isOpen: Bool
        public var score: String
        public var action: Crumb?
        public init(title: String, period: String, standing: String, isOpen: Bool, score: String, action: Crumb?) {
            self.title = title
            self.period = period
            self.standing = standing
            self.isOpen = isOpen
            self.score = score
            self.action = action
        }
    }

    public struct Line: Sendable {
        public var title: String
        public var number: String
        public var state: String
        public var period: String
        public var due: Int
        public var sat: Int
        public var passed: Int
        public var running: Int
        public var address: Address
        public init(
            title: String, number: String, state: String, period: String, due: Int, sat: Int, passed: Int, running: Int,
            address: Address
        ) {
            self.title = title
            self.number = number
            self.state = state
            self.period = period
            self.due = due
            self.sat = sat
            self.passed = passed
            self.running = running
            self.address = address
        }
    }

    public init(own: [Own], run: [Line], banks: Address?, seesRun: Bool) {
        self.own = own
        self.run = run
        self.banks = banks
        self.seesRun = seesRun
    }

    public func title(_ wording: Wording) -> String { wording.text(ExamText.title) }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: wording.text(ExamText.title))
                html.element("p", [.class("sub")], text: wording.text(ExamText.sub))
            }
            if let banks {
                html.element("div", [.class("acts")]) { html in
                    html.element("a", [.class("btn"), .href(banks)], text: wording.text(ExamText.banks))
                }
            }
        }
        html.element("section", [.named("aria-labelledby", "mine")]) { html in
            html.sectionHead(wording.text(ExamText.mine), id: "mine")
            if own.isEmpty {
                html.element("p", [.class("quiet")], text: wording.text(ExamText.mineNone))
            } else {
                ownTable(&html, wording)
            }
        }
        guard seesRun else { return }
        html.element("section", [.class("section"), .named("aria-labelledby", "run")]) { html in
            html.sectionHead(wording.text(ExamText.run), id: "run")
            if run.isEmpty {
                html.element("p", [.class("quiet")], text: wording.text(ExamText.runNone))
            } else {
                runTable(&html, wording)
            }
        }
    }

    private func ownTable(_ html: inout HTML, _ wording: Wording) {
        html.element("table", [.class("table cards")]) { html in
            html.element("caption", [.class("vh")], text: wording.text(ExamText.mine))
            html.columnHeads(([.exam, .period, .standing, .score, .openTo] as [ExamText]).map { wording.text($0) })
            html.element("tbody") { html in
                for row in own {
                    html.element("tr") { html in
                        html.element("th", [.scope("row"), .class("full")], text: row.title)
                        html.element("td", [.class("nowrap"), .label(data: wording.text(ExamText.period))], text: row.period)
                        html.element("td", [.label(data: wording.text(ExamText.standing))]) { html in
                            html.tag(row.standing, on: row.isOpen)
                        }
                        html.element("td", [.label(data: wording.text(ExamText.score))], text: row.score)
                        html.element("td") { html in
                            guard let action = row.action, let address = action.address else { return }
                            let name = row.isOpen ? "btn main" : "btn low"
                            html.element("a", [.class(name), .href(address), .aria(label: action.label + " " + row.title)]) {
                                html in
                                html.text(action.label)
                            }
                        }
                    }
                }
            }
        }
    }

    private func runTable(_ html: inout HTML, _ wording: Wording) {
        html.element("table", [.class("table cards")]) { html in
            html.element("caption", [.class("vh")], text: wording.text(ExamText.run))
            html.columnHeads(
                ([.exam, .standing, .period, .due, .attendanceRate, .passRate, .runningNow] as [ExamText]).map {
                    wording.text($0)
                })
            html.element("tbody") { html in
                for row in run {
                    html.element("tr") { html in
                        html.element("th", [.scope("row"), .class("full")]) { html in
                            html.element("a", [.class("what"), .href(row.address)], text: row.title)
                            html.element("span", [.class("ref")], text: row.number)
                        }
                        html.element("td", text: row.state)
                        html.element("td", [.label(data: wording.text(ExamText.period))], text: row.period)
                        html.element("td", [.class("num"), .label(data: wording.text(ExamText.due))], text: String(row.due))
                        html.element(
                            "td", [.class("num"), .label(data: wording.text(ExamText.attendanceRate))],
                            text: wording.rate(row.sat, row.due))
                        html.element(
                            "td", [.class("num"), .label(data: wording.text(ExamText.passRate))],
                            text: wording.rate(row.passed, row.sat))
                        html.element(
                            "td", [.class("num"), .label(data: wording.text(ExamText.runningNow))], text: String(row.running))
                    }
                }
            }
        }
    }
}
