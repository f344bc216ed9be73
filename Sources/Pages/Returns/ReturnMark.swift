import LegalTime
import Wording

/// How one sheet stands, as a word with its colour and what there is to know besides: late, zero, locked.
public struct ReturnMark: Sendable {
    public var text: String
    public var status: ClockStatus
    public var remarks: [String]
    public var address: Address?
    /// Read out in the place of the word alone: the unit and the month.
    public var name: String
    public init(text: String, status: ClockStatus, remarks: [String] = [], address: Address?, name: String = "") {
        self.text = text
        self.status = status
        self.remarks = remarks
        self.address = address
        self.name = name
    }

    func write(into html: inout HTML) {
        html.element("span", [.class("clock"), .named("data-status", status.rawValue)]) { html in
            html.use(status.rawValue, class: "mark")
            if let address {
                html.element("a", [.href(address)]) { html in
                    if !name.isEmpty { html.element("span", [.class("vh")], text: name + " ") }
                    html.text(text)
                }
            } else {
                html.text(text)
            }
        }
        for remark in remarks {
            html.raw("<br>")
            html.element("span", [.class("ref")], text: remark)
        }
    }
}

/// Completeness: how many of how many, each number with the list behind it.
public struct ReturnStrip: Sendable {
    public struct Cell: Sendable {
        public var label: String
        public var text: String
        public var address: Address
        public var tone: StripCell.Tone?
        public init(label: String, text: String, address: Address, tone: StripCell.Tone? = nil) {
            self.label = label
            self.text = text
            self.address = address
            self.tone = tone
        }
    }
    public var label: String
    public var cells: [Cell]
    public init(label: String, cells: [Cell]) {
        self.label = label
        self.cells = cells
    }

    func write(into html: inout HTML) {
        html.element("ul", [.class("strip"), .aria(label: label)]) { html in
            for cell in cells {
                html.element("li", [.class(cell.tone?.rawValue)]) { html in
                    html.element("a", [.href(cell.address)]) { html in
                        html.element("b", text: cell.text)
                        html.text(cell.label)
                    }
                }
            }
        }
    }
}

/// The sheets behind a number.
public struct ReturnList: Sendable {
    public struct Row: Sendable {
        public var unit: String
        public var month: String
        public var due: Day
        public var mark: ReturnMark
        public init(unit: String, month: String, due: Day, mark: ReturnMark) {
            self.unit = unit
            self.month = month
            self.due = due
            self.mark = mark
        }
    }
    public var title: String
    public var rows: [Row]
    public init(title: String, rows: [Row]) {
        self.title = title
        self.rows = rows
    }

    func write(into html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section"), .id("list")]) { html in
            html.sectionHead("\(title) \(wording.number(rows.count))")
            guard !rows.isEmpty else {
                return html.element("p", [.class("quiet")], text: wording.text(ReturnText.nothingInList))
            }
            html.element("table", [.class("table cards")]) { html in
                html.element("caption", [.class("vh")], text: title)
                html.columnHeads(
                    [wording.text(CommonText.unit)] + ([.month, .dueOn] as [ReturnText]).map { wording.text($0) } + [
                        wording.text(CommonText.state)
                    ])
                html.element("tbody") { html in
                    for row in rows {
                        html.element("tr") { html in
                            html.element("th", [.scope("row"), .class("full")], text: row.unit)
                            html.element("td", [.label(data: wording.text(ReturnText.month))], text: row.month)
                            html.element("td", [.class("nowrap"), .label(data: wording.text(ReturnText.dueOn))]) { html in
                                html.time(row.due)
                            }
                            html.element("td", [.label(data: wording.text(CommonText.state))]) { html in
                                row.mark.write(into: &html)
                            }
                        }
                    }
                }
            }
        }
    }
}
