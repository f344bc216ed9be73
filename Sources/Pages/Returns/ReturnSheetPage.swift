import Wording

/// One sheet: what is counted, what is entered, where they differ, and what was done with it.
public struct ReturnSheetPage: Page {
    public struct Row: Sendable {
        public var name: String
        public var label: String
        public var counted: String
        /// What is counted now, where that is something else.
        public var now: String?
        /// What stands in the field, or what was entered; nil where the item is only counted.
        public var entered: String?
        public var difference: String?
        /// The number that the return gives, and whether it is 计数 or 填报.
        public var value: String
        public var mark: String?
        public var remark: String
        /// What is wrong with the number and with the remark.
        public var problems: [String]
        public init(
            name: String, label: String, counted: String, now: String?, entered: String?, difference: String?, value: String,
            mark: String?, remark: String, problems: [String]
        ) {
            self.name = name
            self.label = label
            self.counted = counted
            self.now = now
            self.entered = entered
            self.difference = difference
            self.value = value
            self.mark = mark
            self.remark = remark
            self.problems = problems
        }
    }

    /// What the unit may do.
    public struct Fill: Sendable {
        public var isZero: Bool
        public var submit: String
        public var maySave: Bool
        public init(isZero: Bool, submit: String, maySave: Bool) {
            self.isZero = isZero
            self.submit = submit
            self.maySave = maySave
        }
    }

    /// What the receiving office may do: names of acts with their labels.
    public struct Judge: Sendable {
        public var acts: [(name: String, label: String, isMain: Bool)]
        public var reason: FieldControl
        public init(acts: [(name: String, label: String, isMain: Bool)], reason: FieldControl) {
            self.acts = acts
            self.reason = reason
        }
    }

    public struct Event: Sendable {
        public var at: String
        public var act: String
        public var by: String
        public var reason: String?
        public init(at: String, act: String, by: String, reason: String?) {
            self.at = at
            self.act = act
            self.by = by
            self.reason = reason
        }
    }

    public var label: String
    public var month: String
    public var unit: String
    public var year: Address
    public var monthAddress: Address
    public var address: Address
    public var standing: ReturnMark
    public var facts: [(label: String, text: String)]
    public var notes: [(text: String, weight: NoteWeight)]
    public var problems: [ProblemLine]
    public var rows: [Row]
    public var fill: Fill?
    public var judge: Judge?
    public var events: [Event]
    public var revision: Int64
    public var formToken: String

    public init(
        label: String, month: String, unit: String, year: Address, monthAddress: Address, address: Address,
        standing: ReturnMark, facts: [(label: String, text: String)], notes: [(text: String, weight: NoteWeight)],
        problems: [ProblemLine], rows: [Row], fill: Fill?, judge: Judge?, events: [Event], revision: Int64, formToken: String
    ) {
        self.label = label
        self.month = month
        self.unit = unit
        self.year = year
        self.monthAddress = monthAddress
        self.address = address
        self.standing = standing
        self.facts = facts
        self.notes = notes
        self.problems = problems
        self.rows = rows
        self.fill = fill
        self.judge = judge
        self.events = events
        self.revision = revision
        self.formToken = formToken
    }

    public func title(_ wording: Wording) -> String { [unit, month, label].joined(separator: " ") }
    public func crumbs(_ wording: Wording) -> [Crumb] {
        [Crumb(wording.text(ReturnText.title), .returns), Crumb(label, year), Crumb(month, monthAddress), Crumb(unit)]
    }
    public var hasProblems: Bool { !problems.isEmpty }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.errors(problems, wording: wording)
        html.element("div", [.class(problems.isEmpty ? "page-head" : "page-head gap-l")]) { html in
            html.element("div") { html in
                html.element("p", [.class("eyebrow")]) { html in standing.write(into: &html) }
                html.element("h1", text: title(wording))
            }
        }
        for note in notes { html.note(note.text, note.weight) }
        html.element("dl", [.class("facts two gap-m")]) { html in
            for fact in facts {
                html.element("div") { html in
                    html.element("dt", text: fact.label)
                    html.element("dd", text: fact.text)
                }
            }
        }
        html.element("section", [.class("section")]) { html in
            if fill == nil {
                table(&html, wording)
            } else {
                html.element("form", [.named("method", "post"), .action(address), .flag("novalidate")]) { html in
                    fillForm(&html, wording)
                }
            }
        }
        judgeSection(&html, wording)
        history(&html, wording)
    }

    private func hiddenFields(_ html: inout HTML) {
        FormToken(formToken).write(into: &html)
        html.void("input", [.type("hidden"), .name("revision"), .value(String(revision))])
    }

    private func fillForm(_ html: inout HTML, _ wording: Wording) {
        guard let fill else { return }
        // Enter in a field presses the first button of a form.
        html.element(
            "button", [.class("vh"), .named("tabindex", "-1"), .hidden, .name("act"), .value("submit")], text: fill.submit)
        hiddenFields(&html)
        html.element("p", [.class("small quiet")], text: wording.text(ReturnText.enterHint))
        table(&html, wording)
        let hasProblem = problems.contains { $0.key == "zero" }
        html.element("div", [.class(hasProblem ? "field bad" : "field")]) { html in
            html.element("label", [.class("choice")]) { html in
                html.void(
                    "input",
                    [
                        .type("checkbox"), .id("zero"), .name("zero"), .value("1"), .flag("checked", fill.isZero),
                        .named("aria-describedby", "zero-hint"),
                    ])
                html.text(" " + wording.text(ReturnText.zeroDeclaration))
            }
            html.element("p", [.class("hint"), .id("zero-hint")], text: wording.text(ReturnText.zeroHint))
        }
        html.element("div", [.class("foot-acts")]) { html in
            html.element("button", [.class("btn main"), .name("act"), .value("submit")], text: fill.submit)
            if fill.maySave {
                html.element("button", [.class("btn"), .name("act"), .value("save")], text: wording.text(ReturnText.saveDraft))
            }
        }
    }

    private func table(_ html: inout HTML, _ wording: Wording) {
        let heads: [ReturnText] = [.item, .counted, .entered, .difference, .value, .remark]
        html.element("table", [.class("table cards")]) { html in
            html.element("caption", [.class("vh")], text: title(wording))
            html.columnHeads(heads.map { wording.text($0) })
            html.element("tbody") { html in for row in rows { write(row, &html, wording) } }
        }
    }

    private func write(_ row: Row, _ html: inout HTML, _ wording: Wording) {
        let key = "entered.\(row.name)"
        let remarkKey = "remark.\(row.name)"
        html.element("tr", [.id(row.name)]) { html in
            html.element("th", [.scope("row"), .class("full")]) { html in
                html.text(row.label)
                for problem in row.problems {
                    html.element("p", [.class("error")]) { html in
                        html.mark(.error)
                        html.element("span", text: problem)
                    }
                }
            }
            html.element("td", [.class("num"), .label(data: wording.text(ReturnText.counted))]) { html in
                html.text(row.counted)
                guard let now = row.now else { return }
                html.raw("<br>")
                html.element("b", [.class("small")], text: now)
            }
            html.element("td", [.class("num"), .label(data: wording.text(ReturnText.entered))]) { html in
                guard let entered = row.entered else { return html.text(wording.text(CommonText.noData)) }
                guard fill != nil else { return html.text(entered.isEmpty ? wording.text(CommonText.noData) : entered) }
                html.void(
                    "input",
                    [
                        .class("input w-s num"), .id(key), .name(key), .value(entered), .named("inputmode", "decimal"),
                        .named("autocomplete", "off"), .aria(label: row.label + " " + wording.text(ReturnText.entered)),
                        .named("aria-invalid", row.problems.isEmpty ? nil : "true"),
                    ])
            }
            html.element(
                "td", [.class("num"), .label(data: wording.text(ReturnText.difference))],
                text: row.difference ?? wording.text(CommonText.noData))
            html.element("td", [.class("num"), .label(data: wording.text(ReturnText.value))]) { html in
                html.element("b", text: row.value)
                guard let mark = row.mark else { return }
                html.raw(" ")
                html.element("span", [.class("tag")], text: mark)
            }
            html.element("td", [.label(data: wording.text(ReturnText.remark))]) { html in
                guard fill != nil else { return html.text(row.remark) }
                html.void(
                    "input",
                    [
                        .class("input"), .id(remarkKey), .name(remarkKey), .value(row.remark), .named("autocomplete", "off"),
                        .aria(label: row.label + " " + wording.text(ReturnText.remark)),
                    ])
            }
        }
    }

    private func judgeSection(_ html: inout HTML, _ wording: Wording) {
        guard let judge else { return }
        html.element("section", [.class("section"), .id("judge")]) { html in
            html.sectionHead(wording.text(ReturnText.judge))
            html.element("form", [.class("form"), .named("method", "post"), .action(address), .flag("novalidate")]) { html in
                hiddenFields(&html)
                judge.reason.write(into: &html, wording)
                html.element("p", [.class("acts gap-m")]) { html in
                    for act in judge.acts {
                        html.element(
                            "button", [.class(act.isMain ? "btn main" : "btn"), .name("act"), .value(act.name)], text: act.label)
                    }
                }
            }
        }
    }

    private func history(_ html: inout HTML, _ wording: Wording) {
        guard !events.isEmpty else { return }
        html.element("section", [.class("section"), .id("history")]) { html in
            html.sectionHead(wording.text(ReturnText.history))
            html.element("ol", [.class("moves")]) { html in
                for event in events {
                    html.element("li") { html in
                        html.element("div") { html in
                            html.text(event.at + " " + event.by + " ")
                            html.element("b", text: event.act)
                        }
                        if let reason = event.reason {
                            html.element("p", [.class("small")], text: wording.text(ReturnText.reason) + wording.colon + reason)
                        }
                    }
                }
            }
        }
    }
}
