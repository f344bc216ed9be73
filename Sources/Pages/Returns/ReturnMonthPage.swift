import Wording

/// One return of one month: units by items with what they add up to.
public struct ReturnMonthPage: Page {
    public struct Number: Sendable {
        public var text: String
        /// 填报, where no row stands behind the number.
        public var mark: String?
        public init(text: String, mark: String?) {
            self.text = text
            self.mark = mark
        }
    }
    public struct Row: Sendable {
        public var unit: String
        public var mark: ReturnMark
        public var numbers: [Number]
        public init(unit: String, mark: ReturnMark, numbers: [Number]) {
            self.unit = unit
            self.mark = mark
            self.numbers = numbers
        }
    }
    public struct MonthForm: Sendable {
        public var isLocked: Bool
        public var control: FieldControl
        public var formToken: String
        public init(isLocked: Bool, control: FieldControl, formToken: String) {
            self.isLocked = isLocked
            self.control = control
            self.formToken = formToken
        }
    }
    public var label: String
    public var month: String
    public var year: Address
    public var sub: String
    public var items: [String]
    public var rows: [Row]
    public var totals: [Number]
    public var remarks: [(unit: String, item: String, text: String)]
    public var strip: ReturnStrip
    public var list: ReturnList?
    public var previous: Crumb?
    public var next: Crumb?
    public var export: Address
    public var lockNote: String?
    public var form: MonthForm?
    public var address: Address
    public var notice: String?
    public var problems: [ProblemLine]

    public init(
        label: String, month: String, year: Address, sub: String, items: [String], rows: [Row], totals: [Number],
        remarks: [(unit: String, item: String, text: String)], strip: ReturnStrip, list: ReturnList?, previous: Crumb?,
        next: Crumb?, export: Address, lockNote: String?, form: MonthForm?, address: Address, notice: String?,
        problems: [ProblemLine]
    ) {
        self.label = label
        self.month = month
        self.year = year
        self.sub = sub
        self.items = items
        self.rows = rows
        self.totals = totals
        self.remarks = remarks
        self.strip = strip
        self.list = list
        self.previous = previous
        self.next = next
        self.export = export
        self.lockNote = lockNote
        self.form = form
        self.address = address
        self.notice = notice
        self.problems = problems
    }

    public func title(_ wording: Wording) -> String { label + " " + month }
    public func crumbs(_ wording: Wording) -> [Crumb] {
        [Crumb(wording.text(ReturnText.title), .returns), Crumb(label, year), Crumb(month)]
    }
    public var hasProblems: Bool { !problems.isEmpty }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.errors(problems, wording: wording)
        html.element("div", [.class(problems.isEmpty ? "page-head" : "page-head gap-l")]) { html in
            html.element("div") { html in
                html.element("h1", text: title(wording))
                html.element("p", [.class("sub")], text: sub)
            }
            html.element("div", [.class("acts")]) { html in
                for crumb in [previous, next].compactMap(\.self) {
                    html.element("a", [.class("btn"), .named("href", crumb.address?.text)], text: crumb.label)
                }
                html.element("a", [.class("btn"), .href(export)]) { html in
                    html.mark(.down)
                    html.text(wording.text(ReturnText.exportMonth))
                }
            }
        }
        if let notice { html.note(notice) }
        if let lockNote { html.note(lockNote, .soon) }
        strip.write(into: &html)
        list?.write(into: &html, wording)
        html.element("section", [.class("section")]) { html in
            html.sectionHead(wording.text(ReturnText.monthTable))
            table(&html, wording)
        }
        if !remarks.isEmpty {
            html.element("section", [.class("section")]) { html in
                html.sectionHead(wording.text(ReturnText.listRemarks))
                html.element("ul", [.class("moves")]) { html in
                    for remark in remarks {
                        html.element("li") { html in
                            html.element("b", text: remark.unit + " · " + remark.item)
                            html.text(" " + remark.text)
                        }
                    }
                }
            }
        }
        monthForm(&html, wording)
    }

    private func table(_ html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("scroll"), .named("tabindex", "0"), .named("role", "region"), .aria(label: title(wording))]) {
            html in
            html.element("table", [.class("table tight")]) { html in
                html.element("caption", [.class("vh")], text: title(wording))
                html.element("thead") { html in
                    html.element("tr") { html in
                        html.element("th", [.scope("col")], text: wording.text(CommonText.unit))
                        html.element("th", [.scope("col")], text: wording.text(CommonText.state))
                        for item in items { html.element("th", [.scope("col"), .class("num")], text: item) }
                    }
                }
                html.element("tbody") { html in
                    for row in rows {
                        html.element("tr") { html in
                            html.element("th", [.scope("row")], text: row.unit)
                            html.element("td", [.class("nowrap")]) { html in row.mark.write(into: &html) }
                            for number in row.numbers { write(number, &html) }
                        }
                    }
                }
                html.element("tfoot") { html in
                    html.element("tr") { html in
                        html.element("th", [.scope("row")], text: wording.text(ReturnText.total))
                        html.element("td", text: "")
                        for total in totals { write(total, &html) }
                    }
                }
            }
        }
    }

    private func write(_ number: Number, _ html: inout HTML) {
        html.element("td", [.class("num")]) { html in
            html.text(number.text)
            guard let mark = number.mark else { return }
            html.raw("<br>")
            html.element("span", [.class("ref")], text: mark)
        }
    }

    private func monthForm(_ html: inout HTML, _ wording: Wording) {
        guard let form else { return }
        html.element("section", [.class("section"), .id("lock")]) { html in
            html.sectionHead(wording.text(form.isLocked ? ReturnText.unlockMonth : .lockMonth))
            html.element("form", [.class("form"), .named("method", "post"), .action(address), .flag("novalidate")]) { html in
                FormToken(form.formToken).write(into: &html)
                html.void("input", [.type("hidden"), .name("act"), .value(form.isLocked ? "unlock" : "lock")])
                form.control.write(into: &html, wording)
                html.element("p", [.class("acts gap-m")]) { html in
                    html.element(
                        "button", [.class("btn")], text: wording.text(form.isLocked ? ReturnText.unlockMonth : .lockMonth))
                }
            }
        }
    }
}
