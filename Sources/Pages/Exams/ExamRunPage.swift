import Wording

/// One exam for whoever runs or reads it: bank, candidates, results by unit, and how each question was answered.
public struct ExamRunPage: Page {
    public var heading: String
    public var sub: String
    public var address: Address
    public var record: Address
    public var formToken: String
    public var facts: [(label: String, text: String)]
    public var notices: [(text: String, weight: NoteWeight)]
    public var mayRun: Bool
    public var banks: [FieldControl.Option]
    public var bank: String
    public var units: [FieldControl.Option]
    public var others: [FieldControl.Option]
    public var results: [Unit]
    public var total: Unit
    public var people: [Person]
    public var questions: [Question]
    public var isQuiz: Bool
    public var mayCertify: Bool
    public var failed: ExamBanksPage.Failed?

    public struct Unit: Sendable {
        public var label: String
        public var isResit: Bool
        public var due: Int
        public var sat: Int
        public var passed: Int
        public init(label: String, isResit: Bool, due: Int, sat: Int, passed: Int) {
            self.label = label
            self.isResit = isResit
            self.due = due
            self.sat = sat
            self.passed = passed
        }
    }

    public struct Person: Sendable {
        public var unit: String
        public var name: String
        public var way: String
        public var tries: Int
        public var best: String
        public var standing: String
        public var hasPassed: Bool
        public init(unit: String, name: String, way: String, tries: Int, best: String, standing: String, hasPassed: Bool) {
            self.unit = unit
            self.name = name
            self.way = way
            self.tries = tries
            self.best = best
            self.standing = standing
            self.hasPassed = hasPassed
        }
    }

    public struct Question: Sendable {
        public var stem: String
        public var kind: String
        public var asked: Int
        public var right: Int
        public init(stem: String, kind: String, asked: Int, right: Int) {
            self.stem = stem
            self.kind = kind
            self.asked = asked
            self.right = right
        }
    }

    public init(
        heading: String, sub: String, address: Address, record: Address, formToken: String,
        facts: [(label: String, text: String)],
        notices: [(text: String, weight: NoteWeight)], mayRun: Bool, banks: [FieldControl.Option], bank: String,
        units: [FieldControl.Option], others: [FieldControl.Option], results: [Unit], total: Unit, people: [Person],
        questions: [Question], isQuiz: Bool, mayCertify: Bool
    ) {
        self.heading = heading
        self.sub = sub
        self.address = address
        self.record = record
        self.formToken = formToken
        self.facts = facts
        self.notices = notices
        self.mayRun = mayRun
        self.banks = banks
        self.bank = bank
        self.units = units
        self.others = others
        self.results = results
        self.total = total
        self.people = people
        self.questions = questions
        self.isQuiz = isQuiz
        self.mayCertify = mayCertify
    }

    public func title(_ wording: Wording) -> String { heading }
    public func crumbs(_ wording: Wording) -> [Crumb] { [Crumb(wording.text(ExamText.title), .exams), Crumb(heading)] }

    private static let mostPeople = 300

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: heading)
                html.element("p", [.class("sub")], text: sub)
            }
            html.element("div", [.class("acts")]) { html in
                html.element("a", [.class("btn"), .href(record)], text: wording.text(ExamText.record))
                html.element("a", [.class("btn"), .href(address.below("results.xlsx"))]) { html in
                    html.mark(.down)
                    html.text(wording.text(ExamText.exportResults))
                }
                if mayCertify {
                    html.element("a", [.class("btn"), .href(address.below("passed.xlsx"))]) { html in
                        html.mark(.down)
                        html.text(wording.text(ExamText.exportPassed))
                    }
                }
            }
        }
        for notice in notices { html.note(notice.text, notice.weight) }
        failed?.write(into: &html, wording)
        html.element("dl", [.class("facts")]) { html in
            for fact in facts {
                html.element("div") { html in
                    html.element("dt", text: fact.label)
                    html.element("dd", text: fact.text)
                    html.element("dd", [.class("act")]) { _ in }
                }
            }
        }
        unitTable(&html, wording)
        if mayRun { setUp(&html, wording) }
        peopleTable(&html, wording)
        questionTable(&html, wording)
    }

    private func unitTable(_ html: inout HTML, _ wording: Wording) {
        guard !results.isEmpty else { return }
        html.element("section", [.class("section"), .named("aria-labelledby", "by-unit")]) { html in
            html.sectionHead(wording.text(ExamText.byUnit), id: "by-unit")
            html.element("table", [.class("table cards")]) { html in
                html.element("caption", [.class("vh")], text: wording.text(ExamText.byUnit))
                html.element("thead") { html in
                    html.element("tr") { html in
                        for head in [ExamText.unit, .due, .sat, .passed, .attendanceRate, .passRate] {
                            html.element("th", [.scope("col"), .class(head == .unit ? nil : "num")], text: wording.text(head))
                        }
                    }
                }
                html.element("tbody") { html in for unit in results { row(unit, &html, wording) } }
                html.element("tfoot") { html in row(total, &html, wording) }
            }
        }
    }

    private func row(_ unit: Unit, _ html: inout HTML, _ wording: Wording) {
        html.element("tr") { html in
            html.element("th", [.scope("row"), .class("full")]) { html in
                html.text(unit.label)
                if unit.isResit {
                    html.raw(" ")
                    html.tag(wording.text(ExamText.resit), on: false)
                }
            }
            let cells: [(ExamText, String)] = [
                (.due, String(unit.due)), (.sat, String(unit.sat)), (.passed, String(unit.passed)),
                (.attendanceRate, wording.rate(unit.sat, unit.due)), (.passRate, wording.rate(unit.passed, unit.sat)),
            ]
            for (label, text) in cells {
                html.element("td", [.class("num"), .label(data: wording.text(label))], text: text)
            }
        }
    }

    // MARK: Running it

    private func setUp(_ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section"), .named("aria-labelledby", "organise")]) { html in
            html.sectionHead(wording.text(ExamText.organise), id: "organise")
            form("count", .count, &html, wording, hint: .countHint) { _ in }
            form("bank", .chooseBank, &html, wording) { html in
                FieldControl(
                    key: "bank", label: wording.text(ExamText.bank), kind: .select(banks, chosen: bank)
                ).write(into: &html, wording)
            }
            fold(.addUnits, "units", .addUnitsDo, &html, wording) { html in
                FieldControl(key: "unit", label: wording.text(ExamText.unit), kind: .checks(units, chosen: [])).write(
                    into: &html, wording)
            }
            fold(.addPersons, "persons", .addPersonsDo, &html, wording, sendsFile: true) { html in
                FieldControl(
                    key: "file", label: wording.text(ExamText.sheetFile), hint: wording.text(ExamText.sheetHint),
                    kind: .file(present: nil)
                ).write(into: &html, wording)
                html.element("p", [.class("small gap-s")]) { html in
                    html.element("a", [.href(address.below("persons.xlsx"))], text: wording.text(ExamText.template))
                }
            }
            if !others.isEmpty {
                fold(.addRetakers, "retakers", .addRetakersDo, &html, wording) { html in
                    FieldControl(key: "from", label: wording.text(ExamText.exam), kind: .select(others, chosen: "")).write(
                        into: &html, wording)
                }
            }
            fold(.codes, "codes", .codes, &html, wording) { html in
                html.element("p", [.class("small quiet")], text: wording.text(ExamText.codesHint))
            }
        }
    }

    private func form(
        _ act: String, _ button: ExamText, _ html: inout HTML, _ wording: Wording, hint: ExamText? = nil, sendsFile: Bool = false,
        _ controls: (inout HTML) -> Void
    ) {
        let attributes: [Attribute] = [
            .class("gap-m"), .named("method", "post"), .action(address.below(act)),
            .named("enctype", sendsFile ? "multipart/form-data" : nil),
        ]
        html.element("form", attributes) { html in
            FormToken(formToken).write(into: &html)
            controls(&html)
            html.element("p", [.class("acts gap-s")]) { html in
                html.element("button", [.class("btn")], text: wording.text(button))
                if let hint { html.element("span", [.class("small quiet")], text: wording.text(hint)) }
            }
        }
    }

    private func fold(
        _ title: ExamText, _ act: String, _ button: ExamText, _ html: inout HTML, _ wording: Wording, sendsFile: Bool = false,
        _ controls: (inout HTML) -> Void
    ) {
        html.element("details", [.class("gap-m")]) { html in
            html.element("summary", text: wording.text(title))
            form(act, button, &html, wording, sendsFile: sendsFile, controls)
        }
    }

    // MARK: People and questions

    private func peopleTable(_ html: inout HTML, _ wording: Wording) {
        guard !people.isEmpty else { return }
        html.element("section", [.class("section"), .named("aria-labelledby", "people")]) { html in
            html.sectionHead(wording.text(ExamText.candidates), id: "people")
            html.element("details", [.flag("open", people.count <= 60)]) { html in
                html.element("summary", text: wording.text(ExamText.candidates) + " \(people.count)")
                html.element("table", [.class("table cards tight")]) { html in
                    html.element("caption", [.class("vh")], text: wording.text(ExamText.candidates))
                    html.columnHeads(
                        ([.unit, .person, .openTo, .used, .best, .standing] as [ExamText]).map { wording.text($0) })
                    html.element("tbody") { html in
                        for person in people.prefix(Self.mostPeople) {
                            html.element("tr") { html in
                                html.element("td", text: person.unit)
                                html.element("td", text: person.name)
                                html.element("td", text: person.way)
                                html.element("td", [.class("num")], text: String(person.tries))
                                html.element("td", [.class("num")], text: person.best)
                                html.element("td") { html in html.tag(person.standing, on: person.hasPassed) }
                            }
                        }
                    }
                }
                if people.count > Self.mostPeople {
                    html.element("p", [.class("small quiet")]) { html in
                        html.element("a", [.href(address.below("results.xlsx"))], text: wording.text(ExamText.exportResults))
                    }
                }
            }
        }
    }

    private func questionTable(_ html: inout HTML, _ wording: Wording) {
        guard !questions.isEmpty else { return }
        html.element("section", [.class("section"), .named("aria-labelledby", "questions")]) { html in
            html.sectionHead(wording.text(ExamText.itemAnalysis), id: "questions")
            html.element("table", [.class("table cards tight")]) { html in
                html.element("caption", [.class("vh")], text: wording.text(ExamText.itemAnalysis))
                html.columnHeads(([.stem, .kind, .rightShare] as [ExamText]).map { wording.text($0) })
                html.element("tbody") { html in
                    for question in questions {
                        html.element("tr") { html in
                            html.element("th", [.scope("row"), .class("full")], text: question.stem)
                            html.element("td", [.class("nowrap")], text: question.kind)
                            html.element("td", [.class("num")], text: wording.rate(question.right, question.asked))
                        }
                    }
                }
            }
        }
    }
}
