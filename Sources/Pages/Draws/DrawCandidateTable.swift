import Wording

/// The candidates of a list, each with whether it may be drawn; in a form with a choice of reasons.
public struct DrawCandidateTable: Sendable {
    public struct Row: Sendable {
        public var id: String
        /// The published label, and what the reader sees besides.
        public var label: String
        public var title: String
        public var part: String
        /// Why it is left out; nil where it may be drawn.
        public var exclusion: String?
        /// The reason chosen in the form.
        public var chosen: String
        public init(
            id: String, label: String, title: String = "", part: String = "", exclusion: String? = nil, chosen: String = ""
        ) {
            self.id = id
            self.label = label
            self.title = title
            self.part = part
            self.exclusion = exclusion
            self.chosen = chosen
        }
    }

    public var caption: String
    public var rows: [Row]
    /// Names of the controls begin so; nil outside a form.
    public var key: String?
    public var reasons: [FieldControl.Option]

    public init(caption: String, rows: [Row], key: String? = nil, reasons: [FieldControl.Option] = []) {
        self.caption = caption
        self.rows = rows
        self.key = key
        self.reasons = reasons
    }

    func write(into html: inout HTML, _ wording: Wording) {
        let hasParts = rows.contains { !$0.part.isEmpty }
        html.element("div", [.class("scroll")]) { html in
            html.element("table", [.class("table cards tight")]) { html in
                html.element("caption", [.class("vh")], text: caption)
                html.columnHeads(
                    ([.order, .candidate, .label] + (hasParts ? [.part] : []) + [.exclusion] as [DrawText]).map {
                        wording.text($0)
                    })
                html.element("tbody") { html in
                    for (place, row) in rows.enumerated() { write(row, place, hasParts, &html, wording) }
                }
            }
        }
    }

    private func write(_ row: Row, _ place: Int, _ hasParts: Bool, _ html: inout HTML, _ wording: Wording) {
        html.element("tr") { html in
            html.element("td", [.class("num")], text: String(place + 1))
            html.element("th", [.scope("row"), .class("nowrap")], text: row.id)
            html.element("td", [.label(data: wording.text(DrawText.label))]) { html in
                html.text(row.label)
                guard !row.title.isEmpty, row.title != row.label else { return }
                html.raw(" ")
                html.element("span", [.class("small quiet")], text: row.title)
            }
            if hasParts { html.element("td", [.label(data: wording.text(DrawText.part))], text: row.part) }
            html.element("td", [.label(data: wording.text(DrawText.exclusion))]) { html in
                if let exclusion = row.exclusion {
                    html.tag(exclusion, on: false)
                    if key != nil { html.element("span", [.class("small quiet")], text: " " + wording.text(DrawText.itself)) }
                } else if let key, !reasons.isEmpty {
                    let attributes: [Attribute] = [
                        .class("select"), .name("\(key).\(row.id)"), .aria(label: wording.text(DrawText.leaveOut) + " " + row.id),
                    ]
                    html.element("select", attributes) { html in
                        html.element("option", [.value("")], text: wording.text(DrawText.mayBeDrawn))
                        for reason in reasons {
                            html.element(
                                "option", [.value(reason.value), .flag("selected", reason.value == row.chosen)],
                                text: reason.label)
                        }
                    }
                } else {
                    html.element("span", [.class("small quiet")], text: wording.text(DrawText.mayBeDrawn))
                }
            }
        }
    }
}
