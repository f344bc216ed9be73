import LegalTime
import Wording

/// 一案一刻录: the cases of a register that must have a recording, with what they have.
public struct RecordingLedgerPage: Page {
    public var register: String
    /// The other registers with a ledger.
    public var registers: [ViewLink]
    public var rule: String
    public var share: String
    public var fraction: String
    public var units: [Unit]
    public var views: [ViewLink]
    public var rows: [Row]
    public var previous: Address?
    public var next: Address?
    public var shown: String
    public var export: Address?

    public struct Unit: Sendable {
        public var label: String
        public var expected: Int
        public var kept: Int
        public var share: String
        public var address: Address
        public init(label: String, expected: Int, kept: Int, share: String, address: Address) {
            self.label = label
            self.expected = expected
            self.kept = kept
            self.share = share
            self.address = address
        }
    }

    public struct Row: Sendable {
        public var title: String
        public var number: String
        public var address: Address
        public var unit: String
        public var state: String
        /// A line each: size, short hash, when, by whom.
        public var recordings: [String]
        public var isLacking: Bool
        /// Rows that were entered without a file.
        public var without: Int
        public init(
            title: String, number: String, address: Address, unit: String, state: String, recordings: [String], isLacking: Bool,
            without: Int
        ) {
            self.title = title
            self.number = number
            self.address = address
            self.unit = unit
            self.state = state
            self.recordings = recordings
            self.isLacking = isLacking
            self.without = without
        }
    }

    public init(
        register: String, registers: [ViewLink], rule: String, share: String, fraction: String, units: [Unit], views: [ViewLink],
        rows: [Row], previous: Address?, next: Address?, shown: String, export: Address?
    ) {
        self.register = register
        self.registers = registers
        self.rule = rule
        self.share = share
        self.fraction = fraction
        self.units = units
        self.views = views
        self.rows = rows
        self.previous = previous
        self.next = next
        self.shown = shown
        self.export = export
    }

    public func title(_ wording: Wording) -> String { wording.text(RecordingText.ledger) + " " + register }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: wording.text(RecordingText.ledger))
                html.element("p", [.class("sub")], text: wording.text(RecordingText.ledgerSub))
            }
            if let export {
                html.element("div", [.class("acts")]) { html in
                    html.element("a", [.class("btn"), .href(export)]) { html in
                        html.mark(.down)
                        html.text(wording.text(RecordingText.exportSheet))
                    }
                }
            }
        }
        if registers.count > 1 { html.views(registers, label: wording.text(FrameText.registers)) }
        html.element("p", [.class("small quiet")], text: rule)
        unitTable(&html, wording)
        html.views(views, label: wording.text(RecordingText.recordings))
        if rows.isEmpty {
            html.element("p", [.class("gap-s")], text: wording.text(RecordingText.nothingHere))
        } else {
            caseTable(&html, wording)
            html.pager(shown: shown, previous: previous, next: next, wording: wording)
        }
    }

    private func unitTable(_ html: inout HTML, _ wording: Wording) {
        let heads = [
            wording.text(CommonText.owner), wording.text(RecordingText.mustHave), wording.text(RecordingText.have),
            wording.text(RecordingText.share),
        ]
        html.element("section", [.class("section"), .named("aria-labelledby", "units")]) { html in
            html.sectionHead(wording.text(RecordingText.byUnit), id: "units")
            html.element("table", [.class("table cards")]) { html in
                html.element("caption", [.class("vh")], text: wording.text(RecordingText.byUnit))
                html.heads(heads.enumerated().map { ($1, $0 > 0) })
                html.element("tbody") { html in
                    for unit in units {
                        html.element("tr") { html in
                            html.element("th", [.scope("row")]) { html in
                                html.element("a", [.href(unit.address)], text: unit.label)
                            }
                            html.element("td", [.class("num"), .label(data: heads[1])], text: String(unit.expected))
                            html.element("td", [.class("num"), .label(data: heads[2])], text: String(unit.kept))
                            html.element("td", [.class("num"), .label(data: heads[3])], text: unit.share)
                        }
                    }
                    html.element("tr", [.class("total")]) { html in
                        html.element("th", [.scope("row")], text: register)
                        html.element("td", [.class("num"), .named("colspan", "2")], text: fraction)
                        html.element("td", [.class("num")]) { html in html.element("b", [.id("share")], text: share) }
                    }
                }
            }
        }
    }

    private func caseTable(_ html: inout HTML, _ wording: Wording) {
        let heads = [
            wording.text(ListText.titleAndNumber), wording.text(CommonText.owner), wording.text(CommonText.state),
            wording.text(RecordingText.recordings),
        ]
        html.element("table", [.class("table cards"), .id("cases")]) { html in
            html.element("caption", [.class("vh")], text: wording.text(RecordingText.ledger))
            html.columnHeads(heads)
            html.element("tbody") { html in
                for row in rows {
                    html.element("tr", [.named("data-lacking", row.isLacking ? "yes" : "no")]) { html in
                        html.element("th", [.scope("row")]) { html in
                            html.element("a", [.href(row.address)], text: row.title.isEmpty ? row.number : row.title)
                            if !row.title.isEmpty {
                                html.raw("<br>")
                                html.element("span", [.class("ref")], text: row.number)
                            }
                        }
                        html.element("td", [.label(data: heads[1])], text: row.unit)
                        html.element("td", [.label(data: heads[2])], text: row.state)
                        html.element("td", [.label(data: heads[3])]) { html in
                            if row.isLacking { html.tag(wording.text(RecordingText.lacking), on: true) }
                            for line in row.recordings { html.element("p", [.class("small")], text: line) }
                            if row.without > 0 {
                                let text =
                                    wording.text(RecordingText.onlyRows) + wording.colon + wording.recordingCount(row.without)
                                html.element("p", [.class("small quiet")], text: text)
                            }
                        }
                    }
                }
            }
        }
    }
}
