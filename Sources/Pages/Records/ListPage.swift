import LegalTime
import Wording

/// The list of a register: views, filter, conditions in force, table, pager.
public struct ListPage: Page {
    public var register: String
    public var workstream: String
    public var summary: String
    public var address: Address
    public var views: [ViewLink]
    public var filter: [FilterField]
    public var chips: [Chip]
    public var total: Int?
    public var columns: [Column]
    public var rows: [Row]
    public var caption: String
    public var previous: Address?
    public var next: Address?
    /// Links of the head besides registering: import, export.
    public var acts: [Crumb]
    public var registering: Address?
    public var asOf: Instant
    /// Whether the register has a clock at all.
    public var hasClocks: Bool

    public struct FilterField: Sendable {
        public enum Kind: Sendable {
            case text(String)
            case choice([FieldControl.Option], chosen: String)
            /// First and last day, as typed.
            case days(from: String, to: String)
            /// A single day, as typed.
            case day(String)
            /// Kept as it is: the order, the view.
            case hidden(String)
        }
        public var name: String
        public var label: String
        public var kind: Kind
        public init(name: String, label: String, kind: Kind) {
            self.name = name
            self.label = label
            self.kind = kind
        }
    }

    public struct Column: Sendable {
        public enum Order: String, Sendable {
            case ascending
            case descending
        }
        public var label: String
        /// The list in the order of this column, or the other way round.
        public var sort: Address?
        public var order: Order?
        public var isNumber: Bool
        public init(label: String, sort: Address? = nil, order: Order? = nil, isNumber: Bool = false) {
            self.label = label
            self.sort = sort
            self.order = order
            self.isNumber = isNumber
        }
    }

    public struct Row: Sendable {
        public var title: String
        public var number: String
        public var address: Address
        /// One a column between the heading and the clock.
        public var cells: [Cell]
        public var due: Day?
        public var clock: ClockText?
        public var state: String
        public init(title: String, number: String, address: Address, cells: [Cell], due: Day?, clock: ClockText?, state: String) {
            self.title = title
            self.number = number
            self.address = address
            self.cells = cells
            self.due = due
            self.clock = clock
            self.state = state
        }
    }

    public struct Cell: Sendable {
        public enum Look: Sendable {
            case text
            case number
            case date
            case masked
        }
        public var text: String
        public var look: Look
        public init(_ text: String, _ look: Look = .text) {
            self.text = text
            self.look = look
        }
    }

    public init(
        register: String, workstream: String, summary: String, address: Address, views: [ViewLink], filter: [FilterField],
        chips: [Chip],
        total: Int?, columns: [Column], rows: [Row], caption: String, previous: Address?, next: Address?, acts: [Crumb],
        registering: Address?,
        asOf: Instant, hasClocks: Bool
    ) {
        self.register = register
        self.workstream = workstream
        self.summary = summary
        self.address = address
        self.views = views
        self.filter = filter
        self.chips = chips
        self.total = total
        self.columns = columns
        self.rows = rows
        self.caption = caption
        self.previous = previous
        self.next = next
        self.acts = acts
        self.registering = registering
        self.asOf = asOf
        self.hasClocks = hasClocks
    }

    public func title(_ wording: Wording) -> String { register }
    public func crumbs(_ wording: Wording) -> [Crumb] {
        [Crumb(wording.text(FrameText.registers), .desk), Crumb(workstream), Crumb(register)]
    }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: register)
                if !summary.isEmpty { html.element("p", [.class("sub")], text: summary) }
            }
            html.element("div", [.class("acts")]) { html in
                if let registering {
                    html.element("a", [.class("btn main"), .href(registering)]) { html in
                        html.mark(.plus)
                        html.text(wording.text(ListText.registerOne))
                    }
                }
                for act in acts { html.element("a", [.class("btn"), .named("href", act.address?.text)], text: act.label) }
            }
        }
        html.views(views, label: wording.text(ListText.savedViews))
        filterForm(&html, wording)
        html.chips(chips, total: total.map { wording.total($0) }, wording: wording)
        guard !rows.isEmpty else {
            let text: ListText = chips.isEmpty ? .noRecordsYet : .noRecords
            return html.element("p", [.class("quiet gap-m")], text: wording.text(text))
        }
        table(&html, wording)
        html.pager(shown: wording.onThisPage(rows.count), previous: previous, next: next, wording: wording)
        html.element("p", [.class("cut")], text: wording.asOf(asOf))
    }

    private func filterForm(_ html: inout HTML, _ wording: Wording) {
        html.element("form", [.class("filter"), .id("filter"), .action(Address(address.path))]) { html in
            for field in filter { write(field, &html, wording) }
            html.element("p", [.class("acts keep")]) { html in
                html.element("button", [.class("btn main")], text: wording.text(ListText.filter))
                html.element("a", [.class("btn text"), .href(Address(address.path))], text: wording.text(ListText.clear))
                html.element(
                    "a", [.class("btn text more-fields"), .anchor("filter")], text: wording.text(ListText.moreConditions))
            }
        }
    }

    private func write(_ field: FilterField, _ html: inout HTML, _ wording: Wording) {
        let id = "f-" + field.name
        switch field.kind {
        case .hidden(let value): html.void("input", [.type("hidden"), .name(field.name), .value(value)])
        case .text(let value):
            html.element("p", [.class("wide keep")]) { html in
                html.element("label", [.named("for", id)], text: field.label)
                html.void("input", [.class("input"), .id(id), .name(field.name), .value(value)])
            }
        case .day(let value):
            html.element("p") { html in
                html.element("label", [.named("for", id)], text: field.label)
                html.void("input", [.class("input"), .id(id), .name(field.name), .value(value)])
            }
        case .choice(let options, let chosen):
            html.element("p") { html in
                html.element("label", [.named("for", id)], text: field.label)
                html.element("select", [.class("select"), .id(id), .name(field.name)]) { html in
                    html.element("option", [.value("")], text: wording.text(CommonText.all))
                    for option in options {
                        html.element(
                            "option", [.value(option.value), .flag("selected", option.value == chosen)], text: option.label)
                    }
                }
            }
        case .days(let from, let to):
            html.element("fieldset", [.class("wide")]) { html in
                html.element("legend", text: field.label)
                html.element("div", [.class("pair")]) { html in
                    day(&html, field, "from", from, wording.text(CommonText.from))
                    html.text(" " + wording.text(CommonText.until) + " ")
                    day(&html, field, "to", to, wording.text(CommonText.to))
                }
            }
        }
    }

    private func day(_ html: inout HTML, _ field: FilterField, _ end: String, _ value: String, _ label: String) {
        html.void(
            "input", [.class("input"), .name("\(field.name)_\(end)"), .aria(label: "\(field.label) \(label)"), .value(value)])
    }

    private func table(_ html: inout HTML, _ wording: Wording) {
        let region: [Attribute] = [
            .class("scroll"), .named("role", "region"),
            .aria(label: register + wording.comma + wording.text(CommonText.scrollable)), .named("tabindex", "0"),
        ]
        html.element("div", region) { html in
            html.element("table", [.class("table cards")]) { html in
                html.element("caption", [.class("vh")], text: caption)
                html.element("thead") { html in
                    html.element("tr") { html in for column in columns { head(&html, column) } }
                }
                html.element("tbody") { html in
                    let labels = columns.dropFirst().map(\.label)
                    for row in rows { write(row, Array(labels), &html) }
                }
            }
        }
    }

    private func head(_ html: inout HTML, _ column: Column) {
        html.element("th", [.scope("col"), .class(column.isNumber ? "num" : nil), .named("aria-sort", column.order?.rawValue)]) {
            html in
            guard let sort = column.sort else { return html.text(column.label) }
            html.element("a", [.class("sort"), .href(sort)]) { html in
                html.text(column.label)
                switch column.order {
                case .ascending: html.raw(" ↑")
                case .descending: html.raw(" ↓")
                case nil: break
                }
            }
        }
    }

    private func write(_ row: Row, _ labels: [String], _ html: inout HTML) {
        html.element("tr", [.named("data-status", row.clock?.status.rawValue)]) { html in
            html.element("th", [.scope("row"), .class("full")]) { html in
                html.element("a", [.class("what"), .href(row.address)], text: row.title.isEmpty ? row.number : row.title)
                if !row.title.isEmpty { html.element("span", [.class("ref")], text: row.number) }
            }
            for (index, cell) in row.cells.enumerated() {
                let label = labels.indices.contains(index) ? labels[index] : nil
                switch cell.look {
                case .text: html.element("td", [.label(data: label)], text: cell.text)
                case .number: html.element("td", [.class("num solo"), .label(data: label)], text: cell.text)
                case .date: html.element("td", [.class("nowrap"), .label(data: label)], text: cell.text)
                case .masked: html.element("td", [.class("mask"), .label(data: label)], text: cell.text)
                }
            }
            if hasClocks {
                html.element(
                    "td",
                    [
                        .class("nowrap end"),
                        .label(data: labels.indices.contains(row.cells.count) ? labels[row.cells.count] : nil),
                    ]
                ) { html in
                    if let due = row.due { html.time(due) } else { html.text("—") }
                }
                html.element("td") { html in if let clock = row.clock { html.clock(clock) } else { html.text("—") } }
            }
            html.element("td", [.class("nowrap end")], text: row.state)
        }
    }
}
