import Wording

/// 法定期限: every version of every period by field of law, and the values that the law leaves to the place.
public struct PeriodsPage: Page {
    public var views: [ViewLink]
    public var fields: [Field]
    public var parameters: [Parameter]
    /// Said once after something was settled.
    public var notice: String?
    /// Rules of the office that no longer fit the files, a sentence each.
    public var problems: [String]
    /// The settled values as a file; nil where nothing is settled or the person may not.
    public var file: Address?

    public struct Field: Sendable {
        public var name: String
        public var rows: [Row]
        public init(name: String, rows: [Row]) {
            self.name = name
            self.rows = rows
        }
    }

    public struct Row: Sendable {
        public var label: String
        /// The registers whose deadlines run by it.
        public var usedIn: String
        public var basis: String
        public var term: String
        public var cap: String?
        public var force: String
        public var span: String
        /// 待确认; nil where the value is sure.
        public var mark: String?
        /// The district's source, the value of the file, the file's remark.
        public var notes: [String]
        public var action: Crumb?
        public init(
            label: String, usedIn: String, basis: String, term: String, cap: String?, force: String, span: String, mark: String?,
            notes: [String], action: Crumb?
        ) {
            self.label = label
            self.usedIn = usedIn
            self.basis = basis
            self.term = term
            self.cap = cap
            self.force = force
            self.span = span
            self.mark = mark
            self.notes = notes
            self.action = action
        }
    }

    public struct Parameter: Sendable {
        public var label: String
        public var basis: String?
        public var standard: String
        /// nil while the default holds.
        public var local: String?
        public var mark: String?
        public var notes: [String]
        public var action: Crumb?
        public init(
            label: String, basis: String?, standard: String, local: String?, mark: String?, notes: [String], action: Crumb?
        ) {
            self.label = label
            self.basis = basis
            self.standard = standard
            self.local = local
            self.mark = mark
            self.notes = notes
            self.action = action
        }
    }

    public init(
        views: [ViewLink], fields: [Field], parameters: [Parameter], notice: String? = nil, problems: [String] = [],
        file: Address? = nil
    ) {
        self.views = views
        self.fields = fields
        self.parameters = parameters
        self.notice = notice
        self.problems = problems
        self.file = file
    }

    public func title(_ wording: Wording) -> String { wording.text(PeriodText.title) }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: wording.text(PeriodText.title))
                html.element("p", [.class("sub")], text: wording.text(PeriodText.sub))
            }
            if let file {
                html.element("div", [.class("acts")]) { html in
                    html.element("a", [.class("btn"), .href(file)]) { html in
                        html.mark(.down)
                        html.text(wording.text(PeriodText.exportFile))
                    }
                }
            }
        }
        if let notice { html.note(notice) }
        for problem in problems { html.note(problem, .soon) }
        html.views(views, label: wording.text(PeriodText.title))
        if !parameters.isEmpty { parameterSection(&html, wording) }
        for (index, field) in fields.enumerated() { section(field, index, &html, wording) }
    }

    private func section(_ field: Field, _ index: Int, _ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section"), .named("aria-labelledby", "field-\(index)")]) { html in
            html.sectionHead(field.name, id: "field-\(index)")
            html.element("table", [.class("table cards")]) { html in
                html.element("caption", [.class("vh")], text: field.name)
                html.columnHeads(
                    ([.period, .basis, .length, .force, .inForce, .standing] as [PeriodText]).map { wording.text($0) })
                html.element("tbody") { html in for row in field.rows { write(row, &html, wording) } }
            }
        }
    }

    private func write(_ row: Row, _ html: inout HTML, _ wording: Wording) {
        html.element("tr") { html in
            html.element("th", [.scope("row"), .class("full")]) { html in
                html.text(row.label)
                if !row.usedIn.isEmpty {
                    html.raw("<br>")
                    html.element("span", [.class("ref")], text: row.usedIn)
                }
            }
            html.element("td", [.label(data: wording.text(PeriodText.basis))], text: row.basis)
            html.element("td", [.label(data: wording.text(PeriodText.length))]) { html in
                html.text(row.term)
                if let cap = row.cap {
                    html.raw("<br>")
                    html.element("span", [.class("ref")], text: cap)
                }
            }
            html.element("td", [.class("nowrap"), .label(data: wording.text(PeriodText.force))], text: row.force)
            html.element("td", [.label(data: wording.text(PeriodText.inForce))], text: row.span)
            standing(row.mark, row.notes, row.action, &html, wording)
        }
    }

    private func standing(_ mark: String?, _ notes: [String], _ action: Crumb?, _ html: inout HTML, _ wording: Wording) {
        html.element("td", [.label(data: wording.text(PeriodText.standing))]) { html in
            if let mark { html.tag(mark, on: true) }
            for note in notes { html.element("p", [.class("small quiet")], text: note) }
            if let action, let address = action.address {
                html.element("p", [.class("small")]) { html in html.element("a", [.href(address)], text: action.label) }
            }
        }
    }

    private func parameterSection(_ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section"), .named("aria-labelledby", "parameters")]) { html in
            html.sectionHead(wording.text(PeriodText.parameters), id: "parameters")
            html.element("p", [.class("small quiet")], text: wording.text(PeriodText.parametersSub))
            html.element("table", [.class("table cards")]) { html in
                html.element("caption", [.class("vh")], text: wording.text(PeriodText.parameters))
                html.columnHeads(
                    ([.parameters, .standard, .localValue, .standing] as [PeriodText]).map { wording.text($0) })
                html.element("tbody") { html in
                    for row in parameters {
                        html.element("tr") { html in
                            html.element("th", [.scope("row"), .class("full")]) { html in
                                html.text(row.label)
                                if let basis = row.basis {
                                    html.raw("<br>")
                                    html.element("span", [.class("ref")], text: basis)
                                }
                            }
                            html.element("td", [.label(data: wording.text(PeriodText.standard))], text: row.standard)
                            html.element("td", [.label(data: wording.text(PeriodText.localValue))]) { html in
                                if let local = row.local { html.element("b", text: local) } else { html.text("—") }
                            }
                            standing(row.mark, row.notes, row.action, &html, wording)
                        }
                    }
                }
            }
        }
    }
}
