import LegalTime
import Wording

extension OneRecordPage {
    public func write(into html: inout HTML, _ wording: Wording) {
        if let notice { html.note(notice) }
        head(&html, wording)
        parts(&html, wording)
        html.element("div", [.class("with-aside")]) { html in
            html.element("div") { html in
                facts(&html, wording)
                versionTable(&html, wording)
                clockTable(&html, wording)
                drawsSection(&html, wording)
                outsideSection(&html, wording)
                lettersSection(&html, wording)
                publicationSection(&html, wording)
                recordingsSection(&html, wording)
                relatedTable(&html, wording)
                line(&html, wording)
                ownersList(&html, wording)
            }
            html.element("div", [.class("aside")]) { html in
                next(&html, wording)
                attachments(&html, wording)
            }
        }
    }

    private func head(_ html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("p", [.class("eyebrow")]) { html in
                    if !heading.isEmpty { html.element("span", text: number) }
                    html.tag(state, on: !isEnded)
                    if let clock { html.clock(clock, boxed: true) }
                }
                html.element("h1", text: heading.isEmpty ? number : heading)
                if isMasked { html.element("p", [.class("sub mask")], text: wording.text(PageText.personalHidden)) }
            }
            html.element("div", [.class("acts")]) { html in
                html.element("a", [.class("btn main narrow-only"), .anchor("next")], text: wording.text(CommonText.next))
                for crumb in elsewhere {
                    if let address = crumb.address { html.element("a", [.class("btn"), .href(address)], text: crumb.label) }
                }
                if let editing { html.element("a", [.class("btn"), .href(editing)], text: wording.text(RecordText.edit)) }
                if let history { html.element("a", [.class("btn"), .href(history)], text: wording.text(RecordText.log)) }
            }
        }
    }

    private func parts(_ html: inout HTML, _ wording: Wording) {
        var views: [ViewLink] = [
            ViewLink(label: wording.text(RecordText.summary), href: "#sum", isCurrent: false),
            ViewLink(label: wording.text(RecordText.deadlines), href: "#clocks", count: clocks.count),
            ViewLink(label: wording.text(RecordText.history), href: "#line", count: timeline.count),
            ViewLink(label: wording.text(RecordText.attachments), href: "#files", count: files.count),
        ]
        if let letters {
            views.insert(
                ViewLink(label: wording.text(LetterText.letters), href: "#letters", count: letters.issued.count), at: 2)
        }
        if let draws {
            views.insert(ViewLink(label: wording.text(DrawText.title), href: "#draws", count: draws.made.count), at: 2)
        }
        html.views(views, label: wording.text(RecordText.onThisPage))
    }

    private func facts(_ html: inout HTML, _ wording: Wording) {
        html.element("section", [.id("sum")]) { html in
            html.element("h2", [.class("vh")], text: wording.text(RecordText.summary))
            for (index, section) in sections.enumerated() where !section.facts.isEmpty {
                if sections.count > 1 { html.element("h3", [.class(index == 0 ? nil : "gap-m")], text: section.title) }
                let short = section.facts.filter { !$0.isLong }
                let long = section.facts.filter(\.isLong)
                if !short.isEmpty {
                    html.element("dl", [.class("facts two")]) { html in for fact in short { write(fact, &html) } }
                }
                if !long.isEmpty { html.element("dl", [.class("facts")]) { html in for fact in long { write(fact, &html) } } }
            }
            for table in tables { write(table, &html, wording) }
        }
    }

    private func write(_ fact: Fact, _ html: inout HTML) {
        html.element("div") { html in
            html.element("dt", text: fact.label)
            html.element("dd", [.class(fact.isMasked ? "mask" : nil)]) { html in
                if let address = fact.address {
                    html.element("a", [.href(address)], text: fact.text)
                } else {
                    lines(fact.text, &html)
                }
            }
            if fact.isLong { html.raw("<dd class=\"act\"></dd>") }
        }
    }

    /// Text with the line ends that were typed.
    private func lines(_ text: String, _ html: inout HTML) {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { html.raw("<br>") }
            html.text(String(line))
        }
    }

    private func write(_ table: ChildTable, _ html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("gap-m")]) { html in
            html.element("h3", text: table.title)
            html.element("div", [.class("scroll"), .named("role", "region"), .aria(label: table.title), .named("tabindex", "0")])
            { html in
                html.element("table", [.class("table cards")]) { html in
                    html.element("caption", [.class("vh")], text: table.title)
                    html.element("thead") { html in
                        html.element("tr") { html in
                            for column in table.columns {
                                html.element("th", [.scope("col"), .class(column.isNumber ? "num" : nil)], text: column.label)
                            }
                        }
                    }
                    html.element("tbody") { html in
                        for row in table.rows {
                            html.element("tr") { html in
                                for (column, cell) in zip(table.columns, row) {
                                    let look: String? =
                                        switch cell.look {
                                        case .text: nil
                                        case .number: "num solo"
                                        case .date: "nowrap"
                                        case .masked: "mask"
                                        }
                                    html.element("td", [.class(look), .label(data: column.label)], text: cell.text)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func clockTable(_ html: inout HTML, _ wording: Wording) {
        guard !clocks.isEmpty else { return }
        html.element("section", [.class("section"), .id("clocks")]) { html in
            html.sectionHead(wording.text(RecordText.deadlines))
            html.element("table", [.class("table cards")]) { html in
                html.element("caption", [.class("vh")], text: wording.text(RecordText.deadlines))
                html.columnHeads(
                    [wording.text(RecordText.deadlines)] + [RecordText.basis, .start, .due, .status].map { wording.text($0) })
                html.element("tbody") { html in for clock in clocks { row(clock, &html, wording) } }
            }
            for clock in clocks { clock.panel?.write(into: &html, wording) }
        }
    }

    private func row(_ line: ClockLine, _ html: inout HTML, _ wording: Wording) {
        html.element("tr", [.named("data-status", line.clock.status.rawValue)]) { html in
            html.element("th", [.scope("row")]) { html in
                html.text(line.label)
                if let detail = line.detail {
                    html.raw("<br>")
                    html.element("span", [.class("ref")], text: detail)
                }
            }
            html.element("td", [.class("quiet")], text: line.basis)
            html.element("td", [.class("nowrap"), .label(data: wording.text(RecordText.start))]) { html in
                if let start = line.start { html.time(start) } else { html.text("—") }
            }
            html.element("td", [.class("nowrap end"), .label(data: wording.text(RecordText.due))]) { html in
                if let due = line.due {
                    html.time(due)
                    if let time = line.dueTime { html.text(" " + time) }
                } else {
                    html.text("—")
                }
                for mark in line.marks {
                    html.raw("<br>")
                    html.element("span", [.class("ref")], text: mark)
                }
            }
            html.element("td") { html in html.clock(line.clock) }
        }
    }

    private func line(_ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section"), .id("line")]) { html in
            html.sectionHead(wording.text(RecordText.history))
            html.element("ol", [.class("line plumb")]) { html in
                for entry in timeline {
                    html.element("li") { html in
                        html.time(entry.day)
                        html.element("div") { html in
                            html.text(entry.what)
                            if let note = entry.note {
                                html.text(wording.colon)
                                html.text(note)
                            }
                            html.raw("<br>")
                            html.element("span", [.class("who")], text: entry.who)
                        }
                    }
                }
                if let ahead {
                    html.element("li", [.class("ahead")]) { html in
                        html.use("bob", class: "bob")
                        html.time(ahead.day)
                        html.element("div", [.class("quiet")], text: ahead.label)
                    }
                }
            }
        }
    }

    private func next(_ html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("next"), .id("next")]) { html in
            html.element("h2", text: wording.text(CommonText.next))
            if moves.isEmpty {
                html.element("p", [.class("small quiet gap-s")], text: wording.text(RecordText.noMoves))
            } else {
                html.element("ul", [.class("moves")]) { html in
                    for move in moves {
                        html.element("li") { html in
                            html.element("a", [.class(move.isMain ? "btn main" : "btn"), .href(move.address)], text: move.label)
                            if !move.needs.isEmpty { html.element("p", text: move.needs) }
                            for gate in move.gates {
                                html.element("p", [.class("gate"), .named("data-open", gate.isOpen ? "yes" : "no")]) { html in
                                    html.tag(
                                        wording.text(gate.isOpen ? LinkText.gateOpen : LinkText.gateClosed), on: !gate.isOpen)
                                    html.text(" " + gate.text)
                                }
                            }
                        }
                    }
                }
            }
            if let correcting {
                html.element("p", [.class("gap-s")]) { html in
                    html.element("a", [.class("small"), .href(correcting)], text: wording.text(RecordText.correct))
                }
            }
        }
    }

    private func attachments(_ html: inout HTML, _ wording: Wording) {
        html.asideSection(wording.text(RecordText.attachments), id: "files") { html in
            guard !files.isEmpty else {
                return html.element("p", [.class("small quiet gap-s")], text: wording.text(RecordText.noAttachments))
            }
            html.element("ul", [.class("files")]) { html in
                for file in files {
                    html.element("li") { html in
                        html.element("a", [.href(file.address), .named("title", file.label)], text: file.name)
                        html.element("span", [.class("size")], text: file.size)
                    }
                }
            }
        }
    }
}
