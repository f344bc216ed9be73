import Wording

/// The entrance: account and password, nothing else.
public struct LogInPage: Sendable {
    public var wording: Wording
    /// The districts that one may log in to; a single one is not asked for.
    public var districts: [FieldControl.Option]
    public var district: String
    public var account: String
    /// One sentence that does not tell whether the account exists.
    public var problem: String?
    public var notice: String?
    /// The local address to go on to.
    public var back: String

    public init(
        wording: Wording, districts: [FieldControl.Option], district: String, account: String = "", problem: String? = nil,
        notice: String? = nil,
        back: String = ""
    ) {
        self.wording = wording
        self.districts = districts
        self.district = district
        self.account = account
        self.problem = problem
        self.notice = notice
        self.back = back
    }

    /// Whether the district comes before the account: there are several, and none is chosen yet.
    private var asksDistrict: Bool { districts.count > 1 && !districts.contains { $0.value == district } }

    public func render(_ frame: PageFrame) -> [UInt8] {
        var html = HTML(capacity: 8 * 1024)
        let title = (problem == nil ? "" : wording.text(FormText.errorTitle)) + wording.text(EntranceText.signIn)
        frame.document(&html, title: title) { html in
            Sprite.write(into: &html)
            html.element("div", [.class("login")]) { html in
                side(&html)
                html.element("main", [.id("main")]) { html in
                    html.element("h1", text: wording.text(EntranceText.signIn))
                    if let notice { html.note(notice) }
                    if let problem {
                        html.errors(
                            [ProblemLine(key: asksDistrict ? "district" : "account", sentence: problem)], wording: wording)
                    }
                    form(&html)
                    html.element("p", [.class("small quiet gap-l")], text: wording.text(EntranceText.forgotten))
                    html.element("p", [.class("small gap-s")]) { html in frame.preferenceLinks(&html, separator: " · ") }
                }
            }
        }
        return html.bytes
    }

    private func side(_ html: inout HTML) {
        html.element("header", [.class("login-side")]) { html in
            html.raw(
                """
                <svg viewBox="0 0 48 1210" aria-hidden="true"><path d="M24 0V1108M18 1102h12v7H18z" stroke="currentColor" stroke-width="1.25" fill="none"/>\
                <path d="M24 1109l14 11v19L24 1206 10 1139v-19z" fill="currentColor"/></svg><p class="name" lang="zh-CN">准绳</p>
                """)
            html.element("p", text: wording.text(FrameText.motto))
            let name = districts.count == 1 ? districts[0].label + " · " : ""
            html.element("p", [.class("small")], text: name + wording.text(FrameText.registersOfRuleOfLaw))
        }
    }

    private func form(_ html: inout HTML) {
        html.element("form", [.class("gap-l"), .named("method", "post"), .action(.logIn)]) { html in
            if !back.isEmpty { html.void("input", [.type("hidden"), .name("back"), .value(back)]) }
            if districts.count > 1 {
                var choice = FieldControl(
                    key: "district", label: wording.text(PageText.district), kind: .select(districts, chosen: district))
                choice.hasFocus = asksDistrict && problem == nil
                choice.write(into: &html, wording)
            }
            html.element("div", [.class("field")]) { html in
                html.element("label", [.named("for", "account")], text: wording.text(EntranceText.account))
                html.void(
                    "input",
                    [
                        .class("input"), .id("account"), .name("account"), .named("autocomplete", "username"),
                        .named("autocapitalize", "none"),
                        .value(account), .flag("autofocus", problem == nil && !asksDistrict),
                    ])
            }
            FieldControl(
                key: "password", label: wording.text(EntranceText.password), kind: .password(autocomplete: "current-password")
            ).write(
                into: &html, wording)
            html.element("button", [.class("btn main")], text: wording.text(EntranceText.signIn))
        }
    }
}
