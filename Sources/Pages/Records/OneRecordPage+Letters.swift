import LegalTime
import Wording

extension OneRecordPage {
    /// Letters of the record and its bound file.
    public struct Letters: Sendable {
        public var open: [Open]
        public var issued: [Issued]
        public var isMasked: Bool
        /// The bound file as archive and as document; nil where there is none.
        public var boundFile: (archive: Address, document: Address)?
        public var formToken: String

        public struct Open: Sendable {
            public var label: String
            /// Article, remedy and number.
            public var detail: String
            public var issued: Int
            public var address: Address
            public init(label: String, detail: String, issued: Int, address: Address) {
                self.label = label
                self.detail = detail
                self.issued = issued
                self.address = address
            }
        }

        public struct Issued: Sendable {
            public var label: String
            public var number: String
            public var on: Day
            public var by: String
            public var isMasked: Bool
            public var isReplaced: Bool
            public var size: String
            public var download: Address
            /// A line for each service.
            public var services: [String]
            /// nil where this person does not record it; the flag: whether it is still to be recorded.
            public var serve: Address?
            public var awaitsService: Bool
            public init(
                label: String, number: String, on: Day, by: String, isMasked: Bool, isReplaced: Bool, size: String,
                download: Address, services: [String], serve: Address?, awaitsService: Bool
            ) {
                self.label = label
                self.number = number
                self.on = on
                self.by = by
                self.isMasked = isMasked
                self.isReplaced = isReplaced
                self.size = size
                self.download = download
                self.services = services
                self.serve = serve
                self.awaitsService = awaitsService
            }
        }

        public init(
            open: [Open], issued: [Issued], isMasked: Bool, boundFile: (archive: Address, document: Address)?, formToken: String
        ) {
            self.open = open
            self.issued = issued
            self.isMasked = isMasked
            self.boundFile = boundFile
            self.formToken = formToken
        }
    }

    func lettersSection(_ html: inout HTML, _ wording: Wording) {
        guard let letters else { return }
        html.element("section", [.class("section"), .id("letters")]) { html in
            html.sectionHead(wording.text(LetterText.letters))
            if letters.isMasked { html.element("p", [.class("small quiet")], text: wording.text(LetterText.maskedNote)) }
            if letters.issued.isEmpty {
                html.element("p", [.class("small quiet gap-s")], text: wording.text(LetterText.none))
            } else {
                issuedTable(letters.issued, &html, wording)
            }
            openLetters(letters, &html, wording)
            if let bound = letters.boundFile {
                html.element("h3", [.class("gap-m")], text: wording.text(LetterText.boundFile))
                html.element("p", [.class("small quiet")], text: wording.text(LetterText.boundNote))
                html.element("p", [.class("acts gap-s")]) { html in
                    html.element("a", [.class("btn"), .href(bound.archive)], text: wording.text(LetterText.boundArchive))
                    html.text(" ")
                    html.element("a", [.class("btn"), .href(bound.document)], text: wording.text(LetterText.boundDocument))
                }
            }
        }
    }

    private func issuedTable(_ issued: [Letters.Issued], _ html: inout HTML, _ wording: Wording) {
        html.element("table", [.class("table cards")]) { html in
            html.element("caption", [.class("vh")], text: wording.text(LetterText.issuedOnes))
            html.columnHeads(
                [LetterText.letter].map { wording.text($0) } + [wording.text(CommonText.number)]
                    + [LetterText.issuedOn, .issuedBy, .service].map { wording.text($0) })
            html.element("tbody") { html in
                for letter in issued {
                    html.element("tr") { html in
                        html.element("th", [.scope("row")]) { html in
                            html.element(
                                "a",
                                [.href(letter.download), .named("title", wording.text(LetterText.download) + " " + letter.size)],
                                text: letter.label)
                            for (isOn, mark) in [(letter.isReplaced, LetterText.replaced), (letter.isMasked, .masked)] where isOn
                            {
                                html.text(" ")
                                html.tag(wording.text(mark), on: false)
                            }
                        }
                        html.element("td", [.label(data: wording.text(CommonText.number))], text: letter.number)
                        html.element("td", [.class("nowrap"), .label(data: wording.text(LetterText.issuedOn))]) {
                            $0.time(letter.on)
                        }
                        html.element("td", [.label(data: wording.text(LetterText.issuedBy))], text: letter.by)
                        html.element("td", [.label(data: wording.text(LetterText.service))]) { html in
                            for service in letter.services { html.element("p", [.class("small")], text: service) }
                            if letter.awaitsService, letter.services.isEmpty {
                                html.element("p", [.class("small quiet")], text: wording.text(LetterText.notServedYet))
                            }
                            if let serve = letter.serve {
                                html.element("a", [.class("small"), .href(serve)]) { html in
                                    html.text(wording.text(LetterText.serve))
                                    html.element("span", [.class("vh")], text: " " + letter.label + " " + letter.number)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// A button for each letter; the number that was there before tells a second press from a second letter.
    private func openLetters(_ letters: Letters, _ html: inout HTML, _ wording: Wording) {
        guard !letters.open.isEmpty else { return }
        html.element("h3", [.class("gap-m")], text: wording.text(LetterText.mayIssue))
        html.element("ul", [.class("moves")]) { html in
            for letter in letters.open {
                html.element("li") { html in
                    html.element("form", [.named("method", "post"), .action(letter.address)]) { html in
                        FormToken(letters.formToken).write(into: &html)
                        html.void("input", [.type("hidden"), .name("issued"), .value(String(letter.issued))])
                        let word = wording.text(letter.issued == 0 ? LetterText.issue : LetterText.issueAgain)
                        html.element("button", [.class("btn")], text: word + wording.colon + letter.label)
                    }
                    if !letter.detail.isEmpty { html.element("p", text: letter.detail) }
                }
            }
        }
    }
}

extension Address {
    public static func letter(_ register: String, _ id: String, _ letter: String) -> Address {
        Address(["registers", register, id, "letters", letter])
    }
    /// `zip` or `docx`.
    public static func boundFile(_ register: String, _ id: String, _ form: String) -> Address {
        Address(["registers", register, id, "bound", form])
    }
}
