import Definitions
import Wording

/// What stands around every page for one person: bar, menu, path, footer.
public struct PageFrame: Sendable {
    public var wording: Wording
    public var preferences: Preferences
    /// The district's name in this language.
    public var district: String
    /// Who is logged in; nil outside.
    public var person: Person?
    public var menu: Menu
    /// This page's own address, to which the 显示 menu comes back.
    public var here: Address
    /// The token that every form carries.
    public var formToken: String
    /// Whether the records are invented.
    public var isDemonstration: Bool
    /// The menu of the open site; the frame is then that of visitors without log-in.
    public var open: OpenMenu?

    public struct Person: Sendable {
        public var name: String
        /// Unit and roles: 区司法局 统筹.
        public var office: String
        public init(name: String, office: String) {
            self.name = name
            self.office = office
        }
    }

    public init(
        wording: Wording, preferences: Preferences, district: String, person: Person?, menu: Menu, here: Address,
        formToken: String,
        isDemonstration: Bool, open: OpenMenu? = nil
    ) {
        self.wording = wording
        self.preferences = preferences
        self.district = district
        self.person = person
        self.menu = menu
        self.here = here
        self.formToken = formToken
        self.isDemonstration = isDemonstration
        self.open = open
    }

    /// The whole page as UTF-8.
    public func render(_ page: some Page) -> [UInt8] {
        var html = HTML(capacity: 48 * 1024)
        let title = (page.hasProblems ? wording.text(FormText.errorTitle) : "") + page.title(wording)
        document(&html, title: title) { html in
            if let open { return openBody(&html, open, page) }
            Sprite.write(into: &html)
            html.element("a", [.class("skip"), .anchor("main")], text: wording.text(FrameText.skipToContent))
            bar(&html)
            html.element("div", [.class("shell")]) { html in
                nav(&html)
                html.element("div") { html in
                    html.element("main", [.class("page"), .id("main"), .named("tabindex", "-1")]) { html in
                        crumbs(&html, page.crumbs(wording))
                        page.write(into: &html, wording)
                    }
                    foot(&html)
                }
            }
        }
        return html.bytes
    }

    /// `<html>` with its head; the body is the caller's.
    func document(_ html: inout HTML, title: String, body: (inout HTML) -> Void) {
        html.raw("<!DOCTYPE html>\n")
        let attributes: [Attribute] = [
            .lang(preferences.languageTag), .named("data-theme", preferences.theme?.rawValue),
            .named("data-size", preferences.isLarge ? "large" : nil),
        ]
        html.element("html", attributes) { html in
            html.raw(
                "<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
            html.text(title + " – " + wording.text(FrameText.product))
            html.raw("</title>")
            for sheet in ["tokens.css", "zhunsheng.css"] {
                html.void("link", [.named("rel", "stylesheet"), .href(.asset(sheet))])
            }
            html.element("script", [.named("src", Address.asset("zhunsheng.js").text), .flag("defer")]) { _ in }
            html.raw("</head>\n<body>")
            body(&html)
            html.raw("</body>")
        }
    }

    private func bar(_ html: inout HTML) {
        html.element("header", [.class("top")]) { html in
            html.element("a", [.class("brand"), .href(.desk)]) { html in
                html.raw(
                    """
                    <svg class="brand-plumb" viewBox="0 0 20 52" aria-hidden="true"><path d="M10 0V23" stroke="currentColor" stroke-width="1.25"/>\
                    <path d="M10 22l5 3.6v4.2L10 40 5 29.7v-4.2z" fill="currentColor"/></svg><span class="brand-name" lang="zh-CN">准绳</span>
                    """)
                html.element("span", [.class("brand-where")]) { html in
                    html.text(district)
                    html.element("span", text: " · " + wording.text(FrameText.registersOfRuleOfLaw))
                }
            }
            if person != nil {
                html.element("a", [.class("menu-open"), .anchor("menu")], text: wording.text(FrameText.menu))
                html.element("form", [.class("find"), .named("role", "search"), .action(.find)]) { html in
                    html.element("label", [.class("vh"), .named("for", "q")], text: wording.text(FrameText.findRecord))
                    html.void(
                        "input", [.id("q"), .name("q"), .type("search"), .named("placeholder", wording.text(FrameText.findHint))])
                    html.element("button", text: wording.text(FrameText.find))
                }
            }
            display(&html)
            if let person { account(&html, person) }
        }
    }

    private func display(_ html: inout HTML) {
        html.element("details", [.class("drop")]) { html in
            html.element("summary", text: wording.text(FrameText.display))
            html.element("div", [.class("drop-body")]) { html in preferenceLinks(&html) }
        }
    }

    /// Links that change one preference and come back to this page.
    func preferenceLinks(_ html: inout HTML, separator: StaticString = "") {
        let links: [(FrameText, String, String)] = [
            (.light, "theme", "light"), (.dark, "theme", "dark"),
            preferences.isLarge ? (.ordinaryType, "size", "ordinary") : (.largeType, "size", "large"),
        ]
        let base = Address.preferences.setting("back", to: here.text)
        for (text, name, value) in links {
            html.element("a", [.href(base.setting(name, to: value)), .named("rel", "nofollow")], text: wording.text(text))
            html.raw(separator)
        }
        let other: [Attribute] = [
            .href(base.setting("language", to: preferences.otherLanguage.rawValue)), .lang(preferences.otherLanguageTag),
            .named("hreflang", preferences.otherLanguageTag), .named("rel", "nofollow"),
        ]
        html.element("a", other, text: wording.text(FrameText.otherLanguage))
    }

    private func account(_ html: inout HTML, _ person: Person) {
        html.element("details", [.class("drop")]) { html in
            html.element("summary", text: person.name + " · " + person.office)
            html.element("div", [.class("drop-body")]) { html in
                html.element("a", [.href(.account)], text: wording.text(FrameText.settings))
                html.element("form", [.named("method", "post"), .action(.logOut)]) { html in
                    FormToken(formToken).write(into: &html)
                    html.element("button", [.class("btn low")], text: wording.text(FrameText.signOut))
                }
            }
        }
    }

    func crumbs(_ html: inout HTML, _ crumbs: [Crumb]) {
        guard !crumbs.isEmpty else { return }
        html.element("nav", [.class("crumbs"), .aria(label: wording.text(FrameText.location))]) { html in
            html.element("ol") { html in
                for (index, crumb) in crumbs.enumerated() {
                    html.element("li", [.current(index == crumbs.count - 1)]) { html in
                        if let address = crumb.address {
                            html.element("a", [.href(address)], text: crumb.label)
                        } else {
                            html.text(crumb.label)
                        }
                    }
                }
            }
        }
    }

    func foot(_ html: inout HTML) {
        html.element("footer", [.class("foot")]) { html in
            html.text(wording.text(isDemonstration ? FrameText.demoNotice : FrameText.motto))
        }
    }
}

/// The hidden field that shows a form to be ours.
public struct FormToken: Sendable {
    public static let field = "form_token"
    public var token: String
    public init(_ token: String) { self.token = token }
    public func write(into html: inout HTML) { html.void("input", [.type("hidden"), .name(Self.field), .value(token)]) }
}
