import LegalTime
import Wording

extension OneRecordPage {
    /// One version of an item of a dated list.
    public struct Version: Sendable {
        public var name: String
        public var from: Day
        public var until: Day?
        public var who: String
        /// Of the first version what it holds, of a later one what it changed.
        public var lines: [(label: String, before: String?, text: String)]
        public init(name: String, from: Day, until: Day?, who: String, lines: [(label: String, before: String?, text: String)]) {
            self.name = name
            self.from = from
            self.until = until
            self.who = who
            self.lines = lines
        }
    }

    func versionTable(_ html: inout HTML, _ wording: Wording) {
        guard !versions.isEmpty else { return }
        let title = wording.text(VersionText.versions)
        html.element("section", [.class("section"), .id("versions")]) { html in
            html.sectionHead(title)
            html.element("table", [.class("table cards")]) { html in
                html.element("caption", [.class("vh")], text: title)
                html.columnHeads(
                    [VersionText.version, .from, .until, .changed, .madeBy].map { wording.text($0) })
                html.element("tbody") { html in
                    for version in versions {
                        html.element("tr") { html in
                            html.element("th", [.scope("row")], text: version.name)
                            html.element("td", [.class("nowrap"), .label(data: wording.text(VersionText.from))]) { html in
                                html.time(version.from)
                            }
                            html.element("td", [.class("nowrap"), .label(data: wording.text(VersionText.until))]) { html in
                                if let until = version.until {
                                    html.time(until)
                                } else {
                                    html.text(wording.text(VersionText.untilNow))
                                }
                            }
                            html.element("td", [.class("full")]) { html in
                                for (index, line) in version.lines.enumerated() {
                                    if index > 0 { html.raw("<br>") }
                                    html.text(line.label + wording.colon)
                                    if let before = line.before {
                                        html.element("del", text: before)
                                        html.raw(" → ")
                                    }
                                    html.text(line.text)
                                }
                            }
                            html.element("td", [.class("quiet full")], text: version.who)
                        }
                    }
                }
            }
        }
    }
}
