import Wording

extension PageFrame {
    func nav(_ html: inout HTML) {
        guard person != nil else {
            html.element("nav", [.class("nav"), .id("menu"), .aria(label: wording.text(FrameText.mainMenu))]) { html in
                html.element("a", [.href(.logIn)], text: wording.text(EntranceText.signIn))
            }
            return
        }
        html.element("nav", [.class("nav"), .id("menu"), .aria(label: wording.text(FrameText.mainMenu))]) { html in
            html.element("a", [.class("menu-close"), .anchor("main")], text: wording.text(FrameText.closeMenu))
            link(&html, Menu.Link(label: wording.text(FrameText.desk), address: .desk, count: menu.desk))
            if !menu.groups.isEmpty || menu.all != nil {
                html.raw("<hr>")
                html.element("h2", text: wording.text(FrameText.registers))
                for group in menu.groups { self.group(&html, group) }
                if let all = menu.all {
                    html.element("a", [.href(all), .current(here.path == all.path)], text: wording.text(FrameText.allRegisters))
                }
            }
            if !menu.shared.isEmpty {
                html.raw("<hr>")
                html.element("h2", text: wording.text(FrameText.shared))
                for entry in menu.shared { link(&html, entry) }
            }
            if !menu.tools.isEmpty {
                html.raw("<hr>")
                html.element("h2", text: wording.text(FrameText.statistics))
                for tool in menu.tools { link(&html, tool) }
            }
            if !menu.references.isEmpty {
                html.raw("<hr>")
                for reference in menu.references { link(&html, reference) }
            }
        }
    }

    private func group(_ html: inout HTML, _ group: Menu.Group) {
        let isOpen = group.links.contains { isHere($0) }
        html.element("details", [.flag("open", isOpen)]) { html in
            html.element("summary") { html in
                html.text(group.label)
                count(&html, group.links.compactMap(\.count).reduce(Menu.Count(open: 0, overdue: 0), +))
            }
            for entry in group.links { link(&html, entry) }
        }
    }

    /// A link leads here when the page stands at its address or below it.
    private func isHere(_ link: Menu.Link) -> Bool {
        link.address.path.isEmpty ? here.path.isEmpty : here.path.starts(with: link.address.path)
    }

    private func link(_ html: inout HTML, _ link: Menu.Link) {
        html.element("a", [.href(link.address), .current(isHere(link))]) { html in
            html.text(link.label)
            count(&html, link.count)
        }
    }

    private func count(_ html: inout HTML, _ count: Menu.Count?) {
        guard let count, count.open > 0 else { return }
        html.element("span", [.class(count.overdue > 0 ? "n late" : "n")]) { html in
            html.text(count.open)
            if count.overdue > 0 {
                html.element("span", [.class("vh")], text: wording.overdueOf(count.overdue))
            }
        }
    }
}
