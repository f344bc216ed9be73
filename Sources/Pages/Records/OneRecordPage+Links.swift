import Wording

extension OneRecordPage {
    func relatedTable(_ html: inout HTML, _ wording: Wording) {
        guard !related.isEmpty else { return }
        html.element("section", [.class("section"), .id("related")]) { html in
            html.sectionHead(wording.text(LinkText.related))
            html.element("table", [.class("table cards")]) { html in
                html.element("caption", [.class("vh")], text: wording.text(LinkText.related))
                html.columnHeads([
                    wording.text(CommonText.number), wording.text(FrameText.registers), wording.text(CommonText.owner),
                    wording.text(CommonText.state), "",
                ])
                html.element("tbody") { html in
                    for one in related {
                        html.element("tr") { html in
                            html.element("th", [.scope("row")]) { html in
                                if let address = one.address {
                                    html.element("a", [.href(address)], text: one.number)
                                } else {
                                    html.text(one.number)
                                }
                            }
                            html.element("td", text: one.register)
                            html.element("td", text: one.unit)
                            html.element("td", text: one.state)
                            html.element("td", [.class("quiet")], text: one.kind)
                        }
                    }
                }
            }
        }
    }

    func ownersList(_ html: inout HTML, _ wording: Wording) {
        guard !owners.isEmpty else { return }
        html.element("section", [.class("section"), .id("owners")]) { html in
            html.sectionHead(wording.text(LinkText.owners))
            html.element("ol", [.class("line")]) { html in
                for entry in owners {
                    html.element("li") { html in
                        html.time(entry.day)
                        html.element("div") { html in
                            html.text(entry.what)
                            html.raw("<br>")
                            html.element("span", [.class("who")], text: entry.who)
                        }
                    }
                }
            }
        }
    }
}
