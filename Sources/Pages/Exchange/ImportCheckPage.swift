import Wording

/// What would become of a file, before anything is written; after it was written, what became of it.
public struct ImportCheckPage: Page {
    /// One problem of one row.
    public struct BadCell: Sendable {
        public var row: Int
        public var number: String
        public var owner: String
        public var field: String
        public var content: String
        public var reason: String
        public init(row: Int, number: String, owner: String, field: String, content: String, reason: String) {
            self.row = row
            self.number = number
            self.owner = owner
            self.field = field
            self.content = content
            self.reason = reason
        }
    }

    /// One field of an update.
    public struct Change: Sendable {
        public var number: String
        public var record: Address
        public var field: String
        public var before: String
        public var after: String
        public var remark: String?
        public init(number: String, record: Address, field: String, before: String, after: String, remark: String?) {
            self.number = number
            self.record = record
            self.field = field
            self.before = before
            self.after = after
            self.remark = remark
        }
    }

    /// A remark on a row, by its number in the sheet.
    public struct Remark: Sendable {
        public var row: Int
        public var text: String
        public init(row: Int, text: String) {
            self.row = row
            self.text = text
        }
    }

    public enum Stage: Sendable {
        case checked
        case writing
        /// Rows added and updated.
        case written(adds: Int, updates: Int)
    }

    public var register: String
    public var owner: String
    public var list: Address
    public var here: Address
    public var failedFile: Address
    /// The exchange that the file was sent to, where it was not the register's own import.
    public var origin: Crumb?
    public var formToken: String
    /// File, rows, who sent it.
    public var source: String
    public var rows: Int
    public var stage: Stage
    public var adds: Int
    public var updates: Int
    public var unchanged: Int
    public var failed: Int
    /// How far the new rows go in their lives, with how many of them: 已归档 6.
    public var ends: [(state: String, count: Int)]
    public var bad: [BadCell]
    public var changes: [Change]
    public var hints: [Remark]
    public var aside: [Remark]
    public var leftOut: [String]
    /// The updates have to be ticked as checked first.
    public var problems: [ProblemLine]
    public static let checkedField = "checked"

    public init(
        register: String, owner: String, list: Address, here: Address, formToken: String, source: String, rows: Int, stage: Stage
    ) {
        self.register = register
        self.owner = owner
        self.list = list
        self.here = here
        failedFile = here.below("failed")
        self.formToken = formToken
        self.source = source
        self.rows = rows
        self.stage = stage
        adds = 0
        updates = 0
        unchanged = 0
        failed = 0
        ends = []
        bad = []
        changes = []
        hints = []
        aside = []
        leftOut = []
        problems = []
    }

    public var hasProblems: Bool { !problems.isEmpty }
    public func title(_ wording: Wording) -> String { wording.importing(register) }
    public func crumbs(_ wording: Wording) -> [Crumb] {
        let title = Crumb(wording.text(ImportText.title))
        guard let origin else { return [Crumb(register, list), title] }
        return [Crumb(wording.text(SystemText.title), .exchanges), origin, title]
    }
    /// Where another file is sent.
    private var otherFile: Address { origin?.address ?? Address(Array(here.path.dropLast())) }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: title(wording))
                html.element("p", [.class("sub")], text: source)
            }
        }
        var steps = ImportSteps(here: .check, uploaded: wording.rows(rows))
        if case .written = stage { steps.here = .done }
        steps.write(into: &html, wording)
        html.errors(problems, wording: wording)
        switch stage {
        case .checked: break
        case .writing: html.note(wording.text(ExchangeText.beingWritten), .soon)
        case .written(let adds, let updates): html.note(wording.importDone(adds: adds, updates: updates))
        }
        strip(&html, wording)
        if !leftOut.isEmpty { html.element("p", [.class("quiet gap-m")], text: wording.columnsLeftOut(leftOut)) }
        if !bad.isEmpty { badSection(&html, wording) }
        if case .checked = stage, !changes.isEmpty { changeSection(&html, wording) }
        remarks(&html, "hints", wording.text(ExchangeText.hints), hints, wording)
        remarks(&html, "aside", wording.setAside(aside.count), aside, wording)
        foot(&html, wording)
    }

    private func strip(_ html: inout HTML, _ wording: Wording) {
        var first = [
            StripCell(label: wording.text(ImportText.toAdd), count: adds, href: "#confirm"),
            StripCell(label: wording.text(ImportText.toUpdate), count: updates, href: updates > 0 ? "#updates" : "#confirm"),
        ]
        if case .written(let adds, let updates) = stage {
            first = [
                StripCell(label: wording.text(ImportText.added), count: adds, href: "#confirm"),
                StripCell(label: wording.text(ImportText.updated), count: updates, href: "#confirm"),
            ]
        }
        html.strip(
            first + [
                StripCell(label: wording.text(ImportText.unchanged), count: unchanged, href: "#confirm"),
                StripCell(
                    label: wording.text(ImportText.withErrors), count: failed, href: failed > 0 ? "#bad" : "#confirm", tone: .late
                ),
            ], label: wording.text(ImportText.precheckResult))
        if !ends.isEmpty {
            let parts = ends.map { "\($0.state) \(wording.number($0.count))" }
            html.element("p", [.class("quiet gap-m")], text: wording.newRows(parts))
        }
    }

    private func badSection(_ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section"), .id("bad"), .named("aria-labelledby", "bad-h")]) { html in
            html.element("div", [.class("section-head")]) { html in
                html.element("h2", [.id("bad-h")], text: wording.badRows(failed))
                html.element("span", [.class("more")]) { html in
                    html.element("a", [.href(failedFile)]) { html in
                        html.mark(.down)
                        html.text(" " + wording.text(ImportText.downloadBadRows))
                    }
                }
            }
            table(&html, wording, caption: wording.text(ImportText.badRows), cards: true) { html in
                html.element("tr") { html in
                    html.element("th", [.scope("col"), .class("num")], text: wording.text(ImportText.row))
                    for title in [
                        wording.text(CommonText.number), owner, wording.text(ImportText.field), wording.text(ImportText.inSheet),
                        wording.text(ImportText.reasonColumn),
                    ] { html.element("th", [.scope("col")], text: title) }
                }
            } body: { html in
                for cell in bad {
                    html.element("tr") { html in
                        html.element(
                            "td", [.class("num solo"), .label(data: wording.text(ImportText.row))], text: String(cell.row))
                        html.element(
                            "th", [.scope("row"), .class("nowrap")],
                            text: cell.number.isEmpty ? wording.text(CommonText.empty) : cell.number)
                        html.element("td", [.class("end")], text: cell.owner)
                        html.element("td", [.label(data: wording.text(ImportText.field))], text: cell.field)
                        html.element("td", [.class("end")]) { html in
                            guard !cell.field.isEmpty else { return }
                            let content = cell.content.isEmpty ? wording.text(CommonText.empty) : cell.content
                            html.element("span", [.class("cell-bad")], text: content)
                        }
                        html.element("td", [.class("full")], text: cell.reason)
                    }
                }
            }
        }
    }

    private func changeSection(_ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section"), .id("updates"), .named("aria-labelledby", "upd-h")]) { html in
            html.sectionHead(wording.rowsToUpdate(updates), id: "upd-h")
            table(&html, wording, caption: wording.text(ImportText.rowsToUpdate)) { html in
                html.element("tr") { html in
                    for title in [
                        wording.text(CommonText.number), wording.text(ImportText.field), wording.text(ImportText.inRegister),
                        wording.text(ImportText.inSheet),
                    ] { html.element("th", [.scope("col")], text: title) }
                }
            } body: { html in
                for change in changes {
                    html.element("tr") { html in
                        html.element("th", [.scope("row")]) { html in
                            html.element("a", [.href(change.record)], text: change.number)
                        }
                        html.element("td", text: change.field)
                        html.element(
                            "td", [.class("quiet")], text: change.before.isEmpty ? wording.text(CommonText.empty) : change.before)
                        html.element("td") { html in
                            html.text(change.after.isEmpty ? wording.text(CommonText.empty) : change.after)
                            guard let remark = change.remark else { return }
                            html.text(" ")
                            html.element("span", [.class("clock"), .named("data-status", "due_soon")]) { html in
                                html.mark(.dueSoon)
                                html.text(remark)
                            }
                        }
                    }
                }
            }
        }
    }

    private func table(
        _ html: inout HTML, _ wording: Wording, caption: String, cards: Bool = false, head: (inout HTML) -> Void,
        body: (inout HTML) -> Void
    ) {
        html.element("div", [.class("scroll"), .named("role", "region"), .aria(label: caption), .named("tabindex", "0")]) {
            html in
            html.element("table", [.class(cards ? "table cards" : "table")]) { html in
                html.element("caption", [.class("vh")], text: caption)
                html.element("thead", content: head)
                html.element("tbody", content: body)
            }
        }
    }

    private func remarks(_ html: inout HTML, _ id: String, _ title: String, _ remarks: [Remark], _ wording: Wording) {
        guard !remarks.isEmpty else { return }
        html.element("section", [.class("section"), .id(id)]) { html in
            html.sectionHead(title)
            html.element("ul", [.class("plain")]) { html in
                for remark in remarks { html.element("li", text: wording.row(remark.row) + wording.colon + remark.text) }
            }
        }
    }

    private func foot(_ html: inout HTML, _ wording: Wording) {
        guard case .checked = stage, adds + updates > 0 else {
            return html.element("div", [.class("foot-acts gap-m"), .id("confirm")]) { html in
                html.element("a", [.class("btn main"), .href(list)], text: register)
                html.element(
                    "a", [.class("btn"), .href(otherFile)], text: wording.text(ImportText.otherFile))
            }
        }
        html.element("form", [.named("method", "post"), .class("section"), .id("confirm"), .action(here)]) { html in
            FormToken(formToken).write(into: &html)
            html.element("div", [.class("note")]) { html in
                html.element("p", text: wording.importPlan(adds: adds, updates: updates, bad: failed))
                guard updates > 0 else { return }
                html.element("p") { html in
                    html.element("label", [.class("choice")]) { html in
                        html.void(
                            "input",
                            [.type("checkbox"), .id(Self.checkedField), .name(Self.checkedField), .value("1"), .flag("required")])
                        html.text(" " + wording.text(ImportText.checkedUpdates))
                    }
                }
            }
            html.element("div", [.class("foot-acts gap-m")]) { html in
                html.element("button", [.class("btn main")], text: wording.confirmWriting(adds + updates))
                html.element(
                    "a", [.class("btn"), .href(otherFile)], text: wording.text(ImportText.otherFile))
                html.element("a", [.class("btn text"), .href(list)], text: wording.text(ImportText.abandon))
            }
        }
    }
}
