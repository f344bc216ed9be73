import LegalTime
import Wording

/// 工作台: what is due, by when, and what was done.
public struct DeskPage: Page {
    public var today: Day
    public var person: PageFrame.Person
    public var strip: [StripCell]
    public var views: [ViewLink]
    public var groups: [Group]
    /// What was done lately; nil while the view is 待办.
    public var done: [DoneLine]?
    /// Registers in which this person may register.
    public var registers: [Crumb]
    public var note: String?
    public var returns: [ReturnLine] = []
    /// What came in from outside and waits to be taken up.
    public var outside: [OutsideLine] = []

    public struct Group: Sendable {
        public var id: String
        public var title: String
        public var count: Int
        public var rows: [Row]
        public init(id: String, title: String, count: Int, rows: [Row]) {
            self.id = id
            self.title = title
            self.count = count
            self.rows = rows
        }
    }

    public struct Row: Sendable {
        public var title: String
        public var number: String
        public var address: Address
        public var unit: String
        public var deadline: String
        public var due: Day?
        public var clock: ClockText
        public init(title: String, number: String, address: Address, unit: String, deadline: String, due: Day?, clock: ClockText)
        {
            self.title = title
            self.number = number
            self.address = address
            self.unit = unit
            self.deadline = deadline
            self.due = due
            self.clock = clock
        }
    }

    public struct DoneLine: Sendable {
        public var at: String
        public var act: String
        public var number: String
        public var register: String
        public var address: Address?
        public init(at: String, act: String, number: String, register: String, address: Address?) {
            self.at = at
            self.act = act
            self.number = number
            self.register = register
            self.address = address
        }
    }

    public init(
        today: Day, person: PageFrame.Person, strip: [StripCell], views: [ViewLink], groups: [Group], done: [DoneLine]?,
        registers: [Crumb],
        note: String?
    ) {
        self.today = today
        self.person = person
        self.strip = strip
        self.views = views
        self.groups = groups
        self.done = done
        self.registers = registers
        self.note = note
    }

    public func title(_ wording: Wording) -> String { wording.text(DeskText.title) }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: wording.text(DeskText.title))
                html.element(
                    "p", [.class("sub")], text: wording.dayAndWeekday(today) + " · " + person.name + wording.comma + person.office
                )
            }
        }
        if let note { html.note(note) }
        html.strip(strip, label: wording.text(DeskText.overview))
        html.element("div", [.class(registers.isEmpty ? nil : "with-aside")]) { html in
            html.element("div") { html in
                html.views(views, label: wording.text(DeskText.views))
                if done == nil { outsideTable(&html, wording) }
                if let done { doneTable(&html, done, wording) } else { table(&html, wording) }
                returnBlock(&html, wording)
            }
            guard !registers.isEmpty else { return }
            html.element("div", [.class("aside")]) { html in
                html.asideSection(wording.text(DeskText.registerOne)) { html in
                    html.element("ul") { html in
                        for register in registers {
                            html.element("li") { html in
                                html.element("a", [.named("href", register.address?.text)], text: register.label)
                            }
                        }
                    }
                }
            }
        }
    }

    private func table(_ html: inout HTML, _ wording: Wording) {
        guard groups.contains(where: { !$0.rows.isEmpty }) else {
            return html.element("p", [.class("quiet gap-m")], text: wording.text(DeskText.nothingDue))
        }
        html.element("table", [.class("table cards")]) { html in
            html.element("caption", [.class("vh")], text: wording.text(DeskText.myWork))
            html.columnHeads([.matter, .handlingUnit, .deadline, .timeLeft].map { wording.text($0 as DeskText) })
            for group in groups where !group.rows.isEmpty { write(group, &html) }
        }
        html.element("p", [.class("cut")], text: wording.text(DeskText.dueSoonNote))
    }

    private func write(_ group: Group, _ html: inout HTML) {
        html.element("tbody", [.id(group.id)]) { html in
            html.element("tr", [.class("group")]) { html in
                html.element("th", [.scope("rowgroup"), .named("colspan", "4")]) { html in
                    html.text(group.title)
                    html.element("span", [.class("quiet")], text: " \(group.count)")
                }
            }
            for row in group.rows {
                html.element("tr", [.named("data-status", row.clock.status.rawValue)]) { html in
                    html.element("th", [.scope("row"), .class("full")]) { html in
                        html.element("a", [.class("what"), .href(row.address)], text: row.title.isEmpty ? row.number : row.title)
                        if !row.title.isEmpty { html.element("span", [.class("ref")], text: row.number) }
                    }
                    html.element("td", text: row.unit)
                    html.element("td", [.class("nowrap end")]) { html in
                        html.text(row.deadline)
                        html.raw("<br>")
                        if let due = row.due {
                            html.time(due, class: "ref")
                        } else {
                            html.element("span", [.class("ref")], text: "—")
                        }
                    }
                    html.element("td") { html in html.clock(row.clock) }
                }
            }
        }
    }

    private func doneTable(_ html: inout HTML, _ done: [DoneLine], _ wording: Wording) {
        guard !done.isEmpty else { return html.element("p", [.class("quiet gap-m")], text: wording.text(PageText.nothingDone)) }
        html.element("table", [.class("table cards")]) { html in
            html.element("caption", [.class("vh")], text: wording.text(DeskText.doneItems))
            html.columnHeads(
                [
                    wording.text(DeskText.matter), wording.text(CommonText.register), wording.text(PageText.act),
                    wording.text(PageText.when),
                ])
            html.element("tbody") { html in
                for line in done {
                    html.element("tr") { html in
                        html.element("th", [.scope("row"), .class("full")]) { html in
                            if let address = line.address {
                                html.element("a", [.class("what"), .href(address)], text: line.number)
                            } else {
                                html.text(line.number)
                            }
                        }
                        html.element("td", text: line.register)
                        html.element("td", text: line.act)
                        html.element("td", [.class("nowrap end")], text: line.at)
                    }
                }
            }
        }
    }
}

extension HTML {
    /// A plain head row.
    mutating func columnHeads(_ labels: [String]) {
        element("thead") { html in
            html.element("tr") { html in for label in labels { html.element("th", [.scope("col")], text: label) } }
        }
    }
}
