import Wording

/// What a workbook would bring, before it is written: rows that are wrong, and how it differs from the present revision.
public struct EditionCheckPage: Page {
    public var heading: String
    public var sub: String
    public var here: Address
    public var formToken: String
    public var good: Int
    public var bad: [Bad]
    public var failedFile: Address
    /// nil for an edition that is new.
    public var difference: Difference?
    public var problems: [ProblemLine]

    public struct Bad: Sendable {
        public var row: Int
        public var column: String
        public var reason: String
        public init(row: Int, column: String, reason: String) {
            self.row = row
            self.column = column
            self.reason = reason
        }
    }

    public struct Difference: Sendable {
        public var added: [String]
        public var removed: [String]
        public var changes: [(number: String, part: String, before: String, after: String)]
        public init(added: [String], removed: [String], changes: [(number: String, part: String, before: String, after: String)])
        {
            self.added = added
            self.removed = removed
            self.changes = changes
        }
    }

    public init(
        heading: String, sub: String, here: Address, formToken: String, good: Int, bad: [Bad], failedFile: Address,
        difference: Difference?, problems: [ProblemLine]
    ) {
        self.heading = heading
        self.sub = sub
        self.here = here
        self.formToken = formToken
        self.good = good
        self.bad = bad
        self.failedFile = failedFile
        self.difference = difference
        self.problems = problems
    }

    public var hasProblems: Bool { !problems.isEmpty }
    public func title(_ wording: Wording) -> String { wording.text(AssessmentText.precheckTitle) }
    public func crumbs(_ wording: Wording) -> [Crumb] {
        [
            Crumb(wording.text(AssessmentText.title), .assessments), Crumb(wording.text(AssessmentText.load), .loadEdition),
            Crumb(title(wording)),
        ]
    }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.errors(problems, wording: wording)
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: heading)
                html.element("p", [.class("sub")], text: sub)
            }
        }
        html.strip(
            [
                StripCell(label: wording.text(AssessmentText.rowsGood), count: good, href: "#confirm"),
                StripCell(
                    label: wording.text(AssessmentText.rowsBad), count: bad.count, href: bad.isEmpty ? "#confirm" : "#bad",
                    tone: .late),
            ], label: title(wording))
        if !bad.isEmpty { badSection(&html, wording) }
        if let difference { differenceSection(difference, &html, wording) }
        confirm(&html, wording)
    }

    private func badSection(_ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section"), .id("bad"), .named("aria-labelledby", "bad-h")]) { html in
            html.element("div", [.class("section-head")]) { html in
                html.element("h2", [.id("bad-h")], text: wording.text(AssessmentText.rowsBad))
                html.element("span", [.class("more")]) { html in
                    html.element("a", [.href(failedFile)]) { html in
                        html.mark(.down)
                        html.text(" " + wording.text(AssessmentText.downloadBad))
                    }
                }
            }
            html.element("table", [.class("table")]) { html in
                html.element("caption", [.class("vh")], text: wording.text(AssessmentText.rowsBad))
                html.columnHeads(([.row, .column, .reason] as [AssessmentText]).map { wording.text($0) })
                html.element("tbody") { html in
                    for one in bad {
                        html.element("tr") { html in
                            html.element("th", [.scope("row")], text: String(one.row))
                            html.element("td", text: one.column)
                            html.element("td", text: one.reason)
                        }
                    }
                }
            }
        }
    }

    private func differenceSection(_ difference: Difference, _ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section"), .id("difference")]) { html in
            html.sectionHead(wording.text(AssessmentText.difference))
            html.element("p", [.class("small quiet")], text: wording.text(AssessmentText.differenceSub))
            html.difference(difference, wording)
        }
    }

    private func confirm(_ html: inout HTML, _ wording: Wording) {
        html.element("form", [.named("method", "post"), .class("section"), .id("confirm"), .action(here)]) { html in
            FormToken(formToken).write(into: &html)
            html.element("div", [.class("note")]) { html in
                html.element("p", text: wording.text(AssessmentText.nothingWritten))
                guard !bad.isEmpty, good > 0 else { return }
                html.element("p") { html in
                    html.element("label", [.class("choice")]) { html in
                        html.void("input", [.type("checkbox"), .id("without"), .name("without"), .value("1"), .flag("required")])
                        html.text(" " + wording.text(AssessmentText.loadWithout))
                    }
                }
            }
            html.element("div", [.class("foot-acts gap-m")]) { html in
                if good > 0 { html.element("button", [.class("btn main")], text: wording.loadItems(good)) }
                html.element("a", [.class("btn"), .href(.loadEdition)], text: wording.text(AssessmentText.otherFile))
            }
        }
    }
}

extension HTML {
    /// Items that came, went and changed.
    mutating func difference(_ difference: EditionCheckPage.Difference, _ wording: Wording) {
        for (text, items) in [(AssessmentText.added, difference.added), (.removed, difference.removed)] where !items.isEmpty {
            element("h3", text: wording.text(text))
            element("ul", [.class("plain")]) { html in for item in items { html.element("li", text: item) } }
        }
        guard !difference.changes.isEmpty else {
            if difference.added.isEmpty, difference.removed.isEmpty {
                element("p", [.class("quiet")], text: wording.text(AssessmentText.refusedNothingChanged))
            }
            return
        }
        element("h3", text: wording.text(AssessmentText.changed))
        element("table", [.class("table tight")]) { html in
            html.element("caption", [.class("vh")], text: wording.text(AssessmentText.changed))
            html.columnHeads(([.number, .part, .before, .after] as [AssessmentText]).map { wording.text($0) })
            html.element("tbody") { html in
                for change in difference.changes {
                    html.element("tr") { html in
                        html.element("th", [.scope("row")], text: change.number)
                        html.element("td", text: change.part)
                        html.element(
                            "td", [.class("quiet")], text: change.before.isEmpty ? wording.text(CommonText.empty) : change.before)
                        html.element("td", text: change.after.isEmpty ? wording.text(CommonText.empty) : change.after)
                    }
                }
            }
        }
    }
}
