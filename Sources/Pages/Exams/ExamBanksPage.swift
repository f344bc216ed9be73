import Wording

/// The banks in their editions, and the form that takes another one in.
public struct ExamBanksPage: Page {
    public var banks: [Bank]
    public var formToken: String
    public var bankTitle: String
    public var problems: [ProblemLine]
    public var notice: String?
    public var failed: Failed?

    public struct Bank: Sendable {
        public var title: String
        public var edition: String
        public var count: Int
        public var imported: String
        public var isRetired: Bool
        public var address: Address
        public init(title: String, edition: String, count: Int, imported: String, isRetired: Bool, address: Address) {
            self.title = title
            self.edition = edition
            self.count = count
            self.imported = imported
            self.isRetired = isRetired
            self.address = address
        }
    }

    /// Rows that were not taken.
    public struct Failed: Sendable {
        public var lines: [(row: Int, column: String, why: String)]
        public var file: Address
        public init(lines: [(row: Int, column: String, why: String)], file: Address) {
            self.lines = lines
            self.file = file
        }

        func write(into html: inout HTML, _ wording: Wording) {
            html.element("section", [.class("section"), .named("aria-labelledby", "failed")]) { html in
                html.sectionHead(wording.text(ExamText.failedRows), id: "failed")
                html.element("p", [.class("small")], text: wording.text(ExamText.failedNote))
                html.element("p", [.class("acts gap-s")]) { html in
                    html.element("a", [.class("btn"), .href(file)]) { html in
                        html.mark(.down)
                        html.text(wording.text(ExamText.failedRows))
                    }
                }
                html.element("table", [.class("table tight")]) { html in
                    html.element("caption", [.class("vh")], text: wording.text(ExamText.failedRows))
                    html.columnHeads(([.row, .column, .why] as [ExamText]).map { wording.text($0) })
                    html.element("tbody") { html in
                        for line in lines.prefix(200) {
                            html.element("tr") { html in
                                html.element("td", [.class("num")], text: String(line.row))
                                html.element("td", text: line.column)
                                html.element("td", text: line.why)
                            }
                        }
                    }
                }
            }
        }
    }

    public init(
        banks: [Bank], formToken: String, bankTitle: String = "", problems: [ProblemLine] = [], notice: String? = nil,
        failed: Failed? = nil
    ) {
        self.banks = banks
        self.formToken = formToken
        self.bankTitle = bankTitle
        self.problems = problems
        self.notice = notice
        self.failed = failed
    }

    public func title(_ wording: Wording) -> String { wording.text(ExamText.banks) }
    public func crumbs(_ wording: Wording) -> [Crumb] {
        [Crumb(wording.text(ExamText.title), .exams), Crumb(wording.text(ExamText.banks))]
    }
    public var hasProblems: Bool { !problems.isEmpty }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.errors(problems, wording: wording)
        html.element("div", [.class(problems.isEmpty ? "page-head" : "page-head gap-l")]) { html in
            html.element("div") { html in
                html.element("h1", text: wording.text(ExamText.banks))
                html.element("p", [.class("sub")], text: wording.text(ExamText.banksSub))
            }
            html.element("div", [.class("acts")]) { html in
                html.element("a", [.class("btn"), .href(.examBankTemplate)]) { html in
                    html.mark(.down)
                    html.text(wording.text(ExamText.template))
                }
            }
        }
        if let notice { html.note(notice) }
        failed?.write(into: &html, wording)
        if banks.isEmpty {
            html.element("p", [.class("quiet")], text: wording.text(ExamText.noBanks))
        } else {
            table(&html, wording)
        }
        html.element("section", [.class("section"), .named("aria-labelledby", "import")]) { html in
            html.sectionHead(wording.text(ExamText.importBank), id: "import")
            let attributes: [Attribute] = [
                .class("form"), .named("method", "post"), .action(.examBanks), .named("enctype", "multipart/form-data"),
            ]
            html.element("form", attributes) { html in
                FormToken(formToken).write(into: &html)
                FieldControl(
                    key: "title", label: wording.text(ExamText.bankTitle), hint: wording.text(ExamText.bankTitleHint),
                    problems: sentences("title"), kind: .line(bankTitle, .init(width: "w-m"))
                ).write(into: &html, wording)
                FieldControl(
                    key: "file", label: wording.text(ExamText.sheetFile), hint: wording.text(ExamText.sheetHint),
                    problems: sentences("file"), kind: .file(present: nil)
                ).write(into: &html, wording)
                html.element("p", [.class("acts gap-m")]) { html in
                    html.element("button", [.class("btn main")], text: wording.text(ExamText.importBank))
                }
            }
        }
    }

    private func sentences(_ key: String) -> [String] { problems.filter { $0.key == key }.map(\.sentence) }

    private func table(_ html: inout HTML, _ wording: Wording) {
        html.element("table", [.class("table cards")]) { html in
            html.element("caption", [.class("vh")], text: wording.text(ExamText.banks))
            html.columnHeads(([.bank, .edition, .questions, .importedAt] as [ExamText]).map { wording.text($0) })
            html.element("tbody") { html in
                for bank in banks {
                    html.element("tr") { html in
                        html.element("th", [.scope("row"), .class("full")]) { html in
                            html.element("a", [.class("what"), .href(bank.address)], text: bank.title)
                            if bank.isRetired { html.tag(wording.text(ExamText.retired), on: false) }
                        }
                        html.element("td", [.label(data: wording.text(ExamText.edition))], text: bank.edition)
                        html.element(
                            "td", [.class("num"), .label(data: wording.text(ExamText.questions))], text: String(bank.count))
                        html.element("td", [.label(data: wording.text(ExamText.importedAt))], text: bank.imported)
                    }
                }
            }
        }
    }
}

/// One edition with its questions and answers.
public struct ExamBankPage: Page {
    public var heading: String
    public var sub: String
    public var questions: [(kind: String, stem: String, answer: String, explanation: String)]
    /// nil: it cannot be retired any more.
    public var retire: Address?
    public var formToken: String

    public init(
        heading: String, sub: String, questions: [(kind: String, stem: String, answer: String, explanation: String)],
        retire: Address?, formToken: String
    ) {
        self.heading = heading
        self.sub = sub
        self.questions = questions
        self.retire = retire
        self.formToken = formToken
    }

    public func title(_ wording: Wording) -> String { heading }
    public func crumbs(_ wording: Wording) -> [Crumb] {
        [
            Crumb(wording.text(ExamText.title), .exams), Crumb(wording.text(ExamText.banks), .examBanks), Crumb(heading),
        ]
    }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: heading)
                html.element("p", [.class("sub")], text: sub)
            }
            if let retire {
                html.element("form", [.class("acts"), .named("method", "post"), .action(retire)]) { html in
                    FormToken(formToken).write(into: &html)
                    html.element("button", [.class("btn low")], text: wording.text(ExamText.retire))
                }
            }
        }
        html.element("table", [.class("table cards")]) { html in
            html.element("caption", [.class("vh")], text: heading)
            html.columnHeads(([.kind, .stem, .rightAnswer, .reason] as [ExamText]).map { wording.text($0) })
            html.element("tbody") { html in
                for question in questions {
                    html.element("tr") { html in
                        html.element("td", [.class("nowrap")], text: question.kind)
                        html.element("th", [.scope("row"), .class("full")], text: question.stem)
                        html.element("td", [.label(data: wording.text(ExamText.rightAnswer))], text: question.answer)
                        html.element("td", [.label(data: wording.text(ExamText.reason))], text: question.explanation)
                    }
                }
            }
        }
    }
}
