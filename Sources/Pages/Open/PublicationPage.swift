import Wording

/// The page on which a record is let out: proposed with its marks, checked by another, withdrawn.
public struct PublicationPage: Page {
    public var number: String
    public var path: [Crumb]
    public var address: Address
    public var formToken: String
    public var revision: Int64
    public var problems: [ProblemLine] = []
    public var notices: [String] = []
    public var facts: [(label: String, text: String)] = []
    public var publicPage: Address?
    /// The button of a record without a copy.
    public var maySend = false
    /// The form of the redacted copy; nil where this person does not make it.
    public var draft: Draft?
    /// The copy as it will be published, mark by mark.
    public var preview: [Piece] = []
    public var mayRelease = false
    public var mayWithdraw = false
    public var reasons: [FieldControl.Option] = []
    public var reason = ""

    public struct Draft: Sendable {
        public var text: String
        public var until: String
        public var sources: [Crumb]
        public init(text: String, until: String, sources: [Crumb]) {
            self.text = text
            self.until = until
            self.sources = sources
        }
    }

    /// A stretch of the copy; what is hidden stands with what is shown in its place.
    public struct Piece: Sendable {
        public var text: String
        public var shown: String?
        public init(text: String, shown: String?) {
            self.text = text
            self.shown = shown
        }
    }

    public init(number: String, path: [Crumb], address: Address, formToken: String, revision: Int64) {
        self.number = number
        self.path = path
        self.address = address
        self.formToken = formToken
        self.revision = revision
    }

    public func title(_ wording: Wording) -> String { wording.text(OpenText.publication) + " " + number }
    public func crumbs(_ wording: Wording) -> [Crumb] { path }
    public var hasProblems: Bool { !problems.isEmpty }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.errors(problems, wording: wording)
        html.element("div", [.class("page-head")]) { html in html.element("h1", text: title(wording)) }
        for notice in notices { html.note(notice) }
        html.element("dl", [.class("facts")]) { html in
            for fact in facts {
                html.element("div") { html in
                    html.element("dt", text: fact.label)
                    html.element("dd", text: fact.text)
                }
            }
        }
        if let publicPage {
            html.element("p", [.class("acts gap-s")]) { html in
                html.element("a", [.class("btn"), .href(publicPage)], text: wording.text(OpenText.toPublicPage))
            }
        }
        if maySend {
            form(&html, "publish") { html in
                until(&html, "", wording)
                html.element("button", [.class("btn main")], text: wording.text(OpenText.publish))
            }
        }
        if let draft { write(draft, &html, wording) }
        if !preview.isEmpty { write(preview, &html, wording) }
        if mayRelease { check(&html, wording) }
        if mayWithdraw { withdrawal(&html, wording) }
    }

    private func form(_ html: inout HTML, _ act: String?, content: (inout HTML) -> Void) {
        html.element("form", [.class("gap-m"), .named("method", "post"), .action(address)]) { html in
            FormToken(formToken).write(into: &html)
            html.void("input", [.type("hidden"), .name("revision"), .value(String(revision))])
            if let act { html.void("input", [.type("hidden"), .name("act"), .value(act)]) }
            content(&html)
        }
    }

    private func until(_ html: inout HTML, _ text: String, _ wording: Wording) {
        FieldControl(
            key: "until", label: wording.text(OpenText.until), hint: wording.text(OpenText.untilHint), isOptional: true,
            problems: problems.filter { $0.key == "until" }.map(\.sentence), kind: .line(text, .init(width: "w-date"))
        ).write(into: &html, wording)
    }

    private func write(_ draft: Draft, _ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section redaction")]) { html in
            html.sectionHead(wording.text(OpenText.markedText), id: "draft")
            if !draft.sources.isEmpty {
                html.element("p", [.class("small quiet")], text: wording.text(OpenText.sourcesNote))
                html.element("p", [.class("acts gap-s")]) { html in
                    html.text(wording.text(OpenText.sources) + " ")
                    for source in draft.sources {
                        guard let address = source.address else { continue }
                        html.element("a", [.class("btn"), .href(address)], text: source.label)
                        html.text(" ")
                    }
                }
            }
            form(&html, nil) { html in
                FieldControl(
                    key: "text", label: wording.text(OpenText.markedText), hint: wording.text(OpenText.markedHint),
                    problems: problems.filter { $0.key == "text" }.map(\.sentence), kind: .area(draft.text)
                ).write(into: &html, wording)
                until(&html, draft.until, wording)
                html.element("p", [.class("foot-acts")]) { html in
                    html.element(
                        "button", [.class("btn"), .name("act"), .value("preview")], text: wording.text(OpenText.preview))
                    html.text(" ")
                    html.element(
                        "button", [.class("btn main"), .name("act"), .value("propose")], text: wording.text(OpenText.propose))
                }
            }
        }
    }

    private func write(_ pieces: [Piece], _ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section")]) { html in
            html.sectionHead(wording.text(OpenText.previewTitle), id: "preview")
            html.element("p", [.class("small quiet")], text: wording.text(OpenText.checkNote))
            html.element("div", [.class("doc redaction")]) { html in
                html.element("p") { html in
                    for piece in pieces {
                        guard let shown = piece.shown else {
                            OpenSheet.lines(piece.text, &html)
                            continue
                        }
                        html.element("del", text: piece.text)
                        html.element("mark", text: shown)
                    }
                }
            }
        }
    }

    private func check(_ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section")]) { html in
            html.sectionHead(wording.text(OpenText.check), id: "check")
            form(&html, "release") { html in
                html.element("button", [.class("btn main")], text: wording.text(OpenText.release))
            }
            form(&html, "return") { html in
                FieldControl(key: "note", label: wording.text(OpenText.note), isOptional: true, kind: .area("")).write(
                    into: &html, wording)
                html.element("button", [.class("btn")], text: wording.text(OpenText.sendBack))
            }
        }
    }

    private func withdrawal(_ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section")]) { html in
            html.sectionHead(wording.text(OpenText.withdraw), id: "withdraw")
            html.element("p", [.class("small quiet")], text: wording.text(OpenText.withdrawNote))
            form(&html, "withdraw") { html in
                FieldControl(
                    key: "reason", label: wording.text(OpenText.reason),
                    problems: problems.filter { $0.key == "reason" }.map(\.sentence), kind: .select(reasons, chosen: reason)
                ).write(into: &html, wording)
                FieldControl(key: "remark", label: wording.text(OpenText.note), isOptional: true, kind: .area("")).write(
                    into: &html, wording)
                html.element("button", [.class("btn")], text: wording.text(OpenText.withdraw))
            }
        }
    }
}

extension OneRecordPage {
    /// How the record stands to the public, and the way to the page where that is changed.
    public struct Publication: Sendable {
        public var lines: [String]
        public var handle: Address?
        public var publicPage: Address?
        public init(lines: [String], handle: Address?, publicPage: Address?) {
            self.lines = lines
            self.handle = handle
            self.publicPage = publicPage
        }
    }

    func publicationSection(_ html: inout HTML, _ wording: Wording) {
        guard let publication else { return }
        html.element("section", [.class("section"), .id("publication")]) { html in
            html.sectionHead(wording.text(OpenText.publication))
            for line in publication.lines { html.element("p", [.class("small")], text: line) }
            html.element("p", [.class("acts gap-s")]) { html in
                if let address = publication.handle {
                    html.element("a", [.class("btn"), .href(address)], text: wording.text(OpenText.handle))
                    html.text(" ")
                }
                if let address = publication.publicPage {
                    html.element("a", [.class("btn"), .href(address)], text: wording.text(OpenText.toPublicPage))
                }
            }
        }
    }
}
