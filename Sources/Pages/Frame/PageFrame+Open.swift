import Wording

/// The frame of the open site: the district's name, the public columns, size and language; nobody is logged in and no cookie is set.
extension PageFrame {
    func openBody(_ html: inout HTML, _ menu: OpenMenu, _ page: some Page) {
        Sprite.write(into: &html)
        html.element("a", [.class("skip"), .anchor("main")], text: wording.text(FrameText.skipToContent))
        html.element("header", [.class("open-top")]) { html in
            html.element("div", [.class("in")]) { html in
                openBrand(&html, menu)
                openNav(&html, menu)
            }
        }
        html.element("main", [.class("open"), .id("main"), .named("tabindex", "-1")]) { html in
            crumbs(&html, page.crumbs(wording))
            page.write(into: &html, wording)
        }
        html.element("footer", [.class("foot open")]) { html in
            html.element("p") { html in
                html.text(district + " · " + wording.text(PublicText.title))
                if isDemonstration { html.text(" · " + wording.text(FrameText.demoNotice)) }
            }
            html.element("p", text: wording.text(PublicText.accessible))
        }
    }

    private func openBrand(_ html: inout HTML, _ menu: OpenMenu) {
        html.element("a", [.class("brand"), .href(menu.home)]) { html in
            html.raw(
                """
                <svg class="brand-plumb" viewBox="0 0 20 72" aria-hidden="true"><path d="M10 0V32" stroke="currentColor" stroke-width="1.25"/>\
                <path d="M10 31l5 3.6v4.2L10 49 5 38.5v-4.2z" fill="currentColor"/></svg><span class="brand-name" lang="zh-CN">准绳</span>
                """)
            html.element("span", [.class("brand-where")]) { html in
                html.text(district)
                html.raw("<br>")
                html.text(wording.text(PublicText.title))
            }
        }
    }

    private func openNav(_ html: inout HTML, _ menu: OpenMenu) {
        html.element("nav", [.aria(label: wording.text(PublicText.columns))]) { html in
            html.element("ul") { html in
                html.element("li") { html in
                    html.element(
                        "a", [.href(menu.home), .current(here.path == menu.home.path)], text: wording.text(FrameText.publicHome))
                }
                for link in menu.links {
                    let isHere = link.address.fragment == nil && here.path.starts(with: link.address.path)
                    html.element("li") { html in
                        html.element("a", [.href(link.address), .current(isHere)], text: link.label)
                    }
                }
                html.element("li") { html in
                    let text = preferences.isLarge ? FrameText.ordinaryType : .largeType
                    html.element("a", [.href(menu.otherSize), .named("rel", "nofollow")], text: wording.text(text))
                }
                html.element("li") { html in
                    let attributes: [Attribute] = [
                        .href(menu.otherLanguage), .lang(preferences.otherLanguageTag),
                        .named("hreflang", preferences.otherLanguageTag),
                    ]
                    html.element("a", attributes, text: wording.text(FrameText.otherLanguage))
                }
            }
        }
    }
}
