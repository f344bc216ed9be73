import LegalTime
import Wording

/// Drafts before the public: those that take opinions, those to come, those that ended.
public struct ConsultationsPage: Page {
    public var groups: [Group]
    public var path: [Crumb]

    public struct Group: Sendable {
        public var title: String
        public var lines: [Line]
        /// Stands in place of an empty list; nil leaves the group out.
        public var nothing: String?
        public init(title: String, lines: [Line], nothing: String?) {
            self.title = title
            self.lines = lines
            self.nothing = nothing
        }
    }

    public struct Line: Sendable {
        public var title: String
        public var unit: String
        public var from: Day
        public var until: Day
        public var phase: String
        public var isOpen: Bool
        public var address: Address
        public init(title: String, unit: String, from: Day, until: Day, phase: String, isOpen: Bool, address: Address) {
            self.title = title
            self.unit = unit
            self.from = from
            self.until = until
            self.phase = phase
            self.isOpen = isOpen
            self.address = address
        }
    }

    public init(groups: [Group], path: [Crumb]) {
        self.groups = groups
        self.path = path
    }

    public func title(_ wording: Wording) -> String { wording.text(ConsultationText.consultations) }
    public func crumbs(_ wording: Wording) -> [Crumb] { path }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: title(wording))
                html.element("p", [.class("sub")], text: wording.text(ConsultationText.intro))
            }
        }
        for (index, group) in groups.enumerated() {
            guard !group.lines.isEmpty || group.nothing != nil else { continue }
            html.element("section", [.class("section"), .named("aria-labelledby", "group-\(index)")]) { html in
                html.sectionHead(group.title, id: "group-\(index)")
                guard !group.lines.isEmpty else {
                    return html.element("p", [.class("quiet")], text: group.nothing ?? "")
                }
                table(group, &html, wording)
            }
        }
    }

    private func table(_ group: Group, _ html: inout HTML, _ wording: Wording) {
        html.element("table", [.class("table cards")]) { html in
            html.element("caption", [.class("vh")], text: group.title)
            html.columnHeads(
                [.draftTitle, .unit, .from, .until, .phase].map { wording.text($0 as ConsultationText) })
            html.element("tbody") { html in
                for line in group.lines {
                    html.element("tr") { html in
                        html.element("th", [.scope("row"), .class("full")]) { html in
                            html.element("a", [.class("what"), .href(line.address)], text: line.title)
                        }
                        html.element("td", text: line.unit)
                        html.element("td", [.class("nowrap")]) { html in html.time(line.from) }
                        html.element("td", [.class("nowrap")]) { html in html.time(line.until) }
                        html.element("td") { html in html.tag(line.phase, on: line.isOpen) }
                    }
                }
            }
        }
    }
}
