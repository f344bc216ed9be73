import Wording

/// Two editions side by side: what goes on where, what fell away, what is new.
public struct EditionComparisonPage: Page {
    public var old: (name: String, title: String)
    public var new: (name: String, title: String)
    public var isSet: Bool
    public var rows: [Row]
    public var counts: [(label: String, count: Int)]
    public var mayManage: Bool
    public var formToken: String
    public var notice: String?
    public var problems: [ProblemLine]

    public struct Row: Sendable {
        /// nil for an item that is new.
        public var oldNumber: String?
        public var oldText: String
        public var newNumber: String
        public var newText: String
        public var way: String
        public var isCarried: Bool
        public var links: Int?
        /// What stands in the box for the mapping by hand, on the first row of an old item; nil on further ones.
        public var targets: String?
        public init(
            oldNumber: String?, oldText: String, newNumber: String, newText: String, way: String, isCarried: Bool, links: Int?,
            targets: String?
        ) {
            self.oldNumber = oldNumber
            self.oldText = oldText
            self.newNumber = newNumber
            self.newText = newText
            self.way = way
            self.isCarried = isCarried
            self.links = links
            self.targets = targets
        }
    }

    public init(
        old: (name: String, title: String), new: (name: String, title: String), isSet: Bool, rows: [Row],
        counts: [(label: String, count: Int)], mayManage: Bool, formToken: String, notice: String?, problems: [ProblemLine]
    ) {
        self.old = old
        self.new = new
        self.isSet = isSet
        self.rows = rows
        self.counts = counts
        self.mayManage = mayManage
        self.formToken = formToken
        self.notice = notice
        self.problems = problems
    }

    public var hasProblems: Bool { !problems.isEmpty }
    public func title(_ wording: Wording) -> String { wording.text(AssessmentText.compare) }
    public func crumbs(_ wording: Wording) -> [Crumb] {
        [Crumb(wording.text(AssessmentText.title), .assessments), Crumb(title(wording))]
    }

    private var here: Address { .compareEditions(old.name, new.name) }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.errors(problems, wording: wording)
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: title(wording))
                html.element("p", [.class("sub")], text: old.title + " → " + new.title)
            }
            html.element("div", [.class("acts")]) { html in
                html.element("a", [.class("btn"), .href(here.setting("format", to: "xlsx"))]) { html in
                    html.mark(.down)
                    html.text(wording.text(CommonText.exportExcel))
                }
            }
        }
        if let notice { html.note(notice) }
        html.note(wording.text(isSet ? AssessmentText.mappingSet : .mappingSuggested), isSet ? .plain : .soon)
        html.strip(counts.map { StripCell(label: $0.label, count: $0.count, href: "#rows") }, label: title(wording))
        if mayManage { sheetForms(&html, wording) }
        if mayManage {
            html.element("form", [.named("method", "post"), .action(.compareEditions), .class("section")]) { html in
                FormToken(formToken).write(into: &html)
                hidden(&html)
                table(&html, wording)
                html.element("p", [.class("foot-acts gap-m")]) { html in
                    html.element("button", [.class("btn main")], text: wording.text(AssessmentText.mappingSave))
                }
            }
        } else {
            table(&html, wording)
        }
    }

    private func hidden(_ html: inout HTML) {
        html.void("input", [.type("hidden"), .name("from"), .value(old.name)])
        html.void("input", [.type("hidden"), .name("to"), .value(new.name)])
    }

    private func sheetForms(_ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section")]) { html in
            html.sectionHead(wording.text(AssessmentText.mappingSheet))
            let attributes: [Attribute] = [
                .class("form"), .named("method", "post"), .named("enctype", "multipart/form-data"),
                .action(Address.compareEditions.below("sheet")),
            ]
            html.element("form", attributes) { html in
                FormToken(formToken).write(into: &html)
                hidden(&html)
                FieldControl(
                    key: "mapping", label: wording.text(AssessmentText.workbook),
                    hint: wording.text(AssessmentText.mappingSheetHint), kind: .file(present: nil)
                ).write(into: &html, wording)
                html.element("p", [.class("acts gap-m")]) { html in
                    html.element("button", [.class("btn")], text: wording.text(AssessmentText.mappingSheet))
                }
            }
        }
        guard isSet else { return }
        html.element("section", [.class("section")]) { html in
            html.sectionHead(wording.text(AssessmentText.carry))
            html.element("p", [.class("small quiet")], text: wording.text(AssessmentText.carryHint))
            html.element("form", [.named("method", "post"), .action(Address.compareEditions.below("carry"))]) { html in
                FormToken(formToken).write(into: &html)
                hidden(&html)
                html.element("p", [.class("acts gap-m")]) { html in
                    html.element("button", [.class("btn")], text: wording.text(AssessmentText.carry))
                }
            }
        }
    }

    private func table(_ html: inout HTML, _ wording: Wording) {
        html.element(
            "div",
            [.class("scroll"), .id("rows"), .named("role", "region"), .aria(label: title(wording)), .named("tabindex", "0")]
        ) { html in
            html.element("table", [.class("table")]) { html in
                html.element("caption", [.class("vh")], text: title(wording))
                var heads: [AssessmentText] = [.wayOld, .wayNew, .way, .linksKept]
                if mayManage { heads.append(.mappingByHand) }
                html.columnHeads(heads.map { wording.text($0) })
                html.element("tbody") { html in for row in rows { write(row, &html, wording) } }
            }
        }
        if mayManage { html.element("p", [.class("small quiet")], text: wording.text(AssessmentText.mappingHint)) }
    }

    private func write(_ row: Row, _ html: inout HTML, _ wording: Wording) {
        html.element("tr") { html in
            html.element("th", [.scope("row")], text: row.oldNumber.map { $0 + " " + row.oldText } ?? "—")
            html.element("td", text: row.newNumber.isEmpty ? "—" : row.newNumber + " " + row.newText)
            html.element("td") { html in html.tag(row.way, on: !row.isCarried) }
            html.element("td", [.class("num")], text: row.links.map { String($0) } ?? "")
            guard mayManage else { return }
            html.element("td") { html in
                guard let number = row.oldNumber, let targets = row.targets else { return }
                html.void(
                    "input",
                    [
                        .class("input w-s"), .name("item." + number), .value(targets), .named("autocomplete", "off"),
                        .aria(label: wording.text(AssessmentText.mappingByHand) + " " + number),
                    ])
            }
        }
    }
}
