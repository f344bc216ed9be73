import Wording

/// Records, or distinct things, in rows: what stands behind a figure.
public struct RowsTable: Sendable {
    public var caption: String
    public var columns: [Column]
    public var rows: [Row]

    public struct Column: Sendable {
        public var label: String
        public var isNumber: Bool
        public init(label: String, isNumber: Bool = false) {
            self.label = label
            self.isNumber = isNumber
        }
    }

    /// The first cell is the row's head and leads to the record.
    public struct Row: Sendable {
        public var head: String
        public var address: Address?
        public var cells: [ListPage.Cell]
        public init(head: String, address: Address?, cells: [ListPage.Cell]) {
            self.head = head
            self.address = address
            self.cells = cells
        }
    }

    public init(caption: String, columns: [Column], rows: [Row]) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
    }

    func write(into html: inout HTML, _ wording: Wording) {
        guard !rows.isEmpty else {
            html.element("p", [.class("quiet")], text: wording.text(FigurePageText.noRows))
            return
        }
        html.element("div", [.class("scroll"), .named("role", "region"), .aria(label: caption), .named("tabindex", "0")]) {
            html in
            html.element("table", [.class("table counted")]) { html in
                html.element("caption", [.class("vh")], text: caption)
                html.heads(columns.map { ($0.label, $0.isNumber) })
                html.element("tbody") { html in for row in rows { write(row, &html) } }
            }
        }
    }

    private func write(_ row: Row, _ html: inout HTML) {
        html.element("tr") { html in
            html.element("th", [.scope("row"), .class("nowrap")]) { html in
                if let address = row.address { html.element("a", [.href(address)], text: row.head) } else { html.text(row.head) }
            }
            for cell in row.cells {
                switch cell.look {
                case .text: html.element("td", text: cell.text)
                case .number: html.element("td", [.class("num")], text: cell.text)
                case .date: html.element("td", [.class("nowrap")], text: cell.text)
                case .masked: html.element("td", [.class("mask")], text: cell.text)
                }
            }
        }
    }
}
