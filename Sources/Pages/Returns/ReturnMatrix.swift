import Wording

/// Units by months of one return.
public struct ReturnMatrix: Sendable {
    public struct Row: Sendable {
        public var unit: String
        /// In the order of the months; nil where nothing is owed.
        public var marks: [ReturnMark?]
        public init(unit: String, marks: [ReturnMark?]) {
            self.unit = unit
            self.marks = marks
        }
    }
    public var caption: String
    public var months: [(label: String, address: Address, isLocked: Bool)]
    public var rows: [Row]
    public init(caption: String, months: [(label: String, address: Address, isLocked: Bool)], rows: [Row]) {
        self.caption = caption
        self.months = months
        self.rows = rows
    }

    func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("scroll"), .named("tabindex", "0"), .named("role", "region"), .aria(label: caption)]) {
            html in
            html.element("table", [.class("table tight lamps months")]) { html in
                html.element("caption", [.class("vh")], text: caption)
                html.element("thead") { html in
                    html.element("tr") { html in
                        html.element("th", [.scope("col")], text: wording.text(CommonText.unit))
                        for month in months {
                            html.element("th", [.scope("col")]) { html in
                                html.element("a", [.href(month.address)], text: month.label)
                                guard month.isLocked else { return }
                                html.raw("<br>")
                                html.element("span", [.class("ref")], text: wording.text(ReturnText.locked))
                            }
                        }
                    }
                }
                html.element("tbody") { html in
                    for row in rows {
                        html.element("tr") { html in
                            html.element("th", [.scope("row")], text: row.unit)
                            for mark in row.marks {
                                html.element("td") { html in
                                    if let mark { mark.write(into: &html) } else { html.text("—") }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
