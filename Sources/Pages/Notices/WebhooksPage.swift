import Wording

/// 消息外送: the office's own gateways, with what was sent to each.
public struct WebhooksPage: Page {
    public var hooks: [Hook]
    public var kinds: [NoticesPage.Kind]
    public var formToken: String
    public var notice: String?
    /// Of an address that was just added: shown this once.
    public var secret: String?
    public var typed: String
    public var problem: String?

    public struct Hook: Sendable {
        public var id: String
        public var address: String
        public var kinds: String
        public var isPaused: Bool
        public var deliveries: [Delivery]
        public init(id: String, address: String, kinds: String, isPaused: Bool, deliveries: [Delivery]) {
            self.id = id
            self.address = address
            self.kinds = kinds
            self.isPaused = isPaused
            self.deliveries = deliveries
        }
    }

    public struct Delivery: Sendable {
        public var kind: String
        public var at: String
        public var state: String
        public var isDone: Bool
        public var tries: Int
        public var answer: String
        public var next: String
        public init(kind: String, at: String, state: String, isDone: Bool, tries: Int, answer: String, next: String) {
            self.kind = kind
            self.at = at
            self.state = state
            self.isDone = isDone
            self.tries = tries
            self.answer = answer
            self.next = next
        }
    }

    public init(
        hooks: [Hook], kinds: [NoticesPage.Kind], formToken: String, notice: String? = nil, secret: String? = nil,
        typed: String = "", problem: String? = nil
    ) {
        self.hooks = hooks
        self.kinds = kinds
        self.formToken = formToken
        self.notice = notice
        self.secret = secret
        self.typed = typed
        self.problem = problem
    }

    public func title(_ wording: Wording) -> String { wording.text(NoticeText.webhooks) }
    public var hasProblems: Bool { problem != nil }

    public func write(into html: inout HTML, _ wording: Wording) {
        if let notice { html.note(notice) }
        html.errors(problem.map { [ProblemLine(key: "address", sentence: $0)] } ?? [], wording: wording)
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: wording.text(NoticeText.webhooks))
                html.element("p", [.class("sub")], text: wording.text(NoticeText.webhooksSub))
            }
        }
        if let secret {
            html.note(wording.text(NoticeText.secretNote), .soon)
            html.element("p") { html in
                html.text(wording.text(NoticeText.secret) + wording.colon)
                html.element("code", [.id("secret")], text: secret)
            }
        }
        for hook in hooks { write(hook, &html, wording) }
        form(&html, wording)
    }

    private func write(_ hook: Hook, _ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section"), .id("hook-" + hook.id)]) { html in
            html.sectionHead(hook.address)
            html.element("p") { html in
                html.tag(wording.text(hook.isPaused ? NoticeText.paused : .running), on: !hook.isPaused)
                html.text(" " + hook.kinds)
            }
            html.element("form", [.class("acts gap-s"), .named("method", "post"), .action(.webhook(hook.id))]) { html in
                FormToken(formToken).write(into: &html)
                let acts: [(String, NoticeText)] = [
                    ("test", .test), hook.isPaused ? ("resume", .resume) : ("pause", .pause), ("remove", .remove),
                ]
                for (name, text) in acts {
                    html.element("button", [.class("btn"), .name("act"), .value(name)], text: wording.text(text))
                    html.text(" ")
                }
            }
            guard !hook.deliveries.isEmpty else {
                return html.element("p", [.class("small quiet gap-s")], text: wording.text(NoticeText.noDeliveries))
            }
            html.element("table", [.class("table cards gap-s")]) { html in
                html.element("caption", [.class("vh")], text: wording.text(NoticeText.deliveries))
                html.columnHeads(
                    ([.notices, .when] as [NoticeText]).map { wording.text($0) } + [wording.text(CommonText.state)]
                        + ([.tries, .answer, .nextTry] as [NoticeText]).map { wording.text($0) })
                html.element("tbody") { html in
                    for line in hook.deliveries {
                        html.element("tr") { html in
                            html.element("th", [.scope("row")], text: line.kind)
                            html.element("td", [.class("nowrap")], text: line.at)
                            html.element("td") { html in html.tag(line.state, on: !line.isDone) }
                            html.element("td", [.class("num")], text: String(line.tries))
                            html.element("td", text: line.answer)
                            html.element("td", [.class("nowrap")], text: line.next)
                        }
                    }
                }
            }
        }
    }

    private func form(_ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section")]) { html in
            html.sectionHead(wording.text(NoticeText.add))
            html.element("form", [.class("form"), .named("method", "post"), .action(.webhooks), .flag("novalidate")]) { html in
                FormToken(formToken).write(into: &html)
                FieldControl(
                    key: "address", label: wording.text(NoticeText.address), hint: wording.text(NoticeText.addressHint),
                    problems: problem.map { [$0] } ?? [], kind: .line(typed, .init(inputMode: "url"))
                ).write(into: &html, wording)
                FieldControl(
                    key: "kind", label: wording.text(NoticeText.takes), hint: wording.text(NoticeText.takesHint),
                    isOptional: true,
                    kind: .checks(
                        kinds.map { .init(value: $0.name, label: $0.label) }, chosen: Set(kinds.filter(\.isOn).map(\.name)))
                ).write(into: &html, wording)
                html.element("button", [.class("btn main")], text: wording.text(NoticeText.add))
            }
        }
    }
}
