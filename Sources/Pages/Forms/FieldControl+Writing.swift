import Wording

extension FieldControl {
    public func write(into html: inout HTML, _ wording: Wording) {
        if case .rows(let rows) = kind { return writeRows(&html, rows, wording) }
        let isGroup: Bool
        switch kind {
        case .radios, .checks, .checklist: isGroup = true
        default: isGroup = false
        }
        let isWide = if case .checklist = kind { true } else { false }
        let name = (problems.isEmpty ? "field" : "field bad") + (isWide ? " wide" : "")
        if isGroup {
            html.element("fieldset", [.class(name), .id(key), .named("tabindex", "-1"), .named("aria-describedby", describedBy)])
            { html in
                html.element("legend") { html in labelText(&html, wording) }
                extras(&html, wording)
                control(&html, wording)
            }
        } else {
            html.element("div", [.class(name)]) { html in
                html.element("label", [.named("for", key)]) { html in labelText(&html, wording) }
                extras(&html, wording)
                control(&html, wording)
            }
        }
    }

    private var describedBy: String? {
        let ids = [hint == nil ? nil : "\(key)-hint", problems.isEmpty ? nil : "\(key)-error"].compactMap(\.self)
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }

    private func labelText(_ html: inout HTML, _ wording: Wording) {
        html.text(label)
        guard isOptional else { return }
        html.raw(" ")
        html.element("span", [.class("opt")], text: wording.text(CommonText.optional))
    }

    private func extras(_ html: inout HTML, _ wording: Wording) {
        if let hint { html.element("p", [.class("hint"), .id("\(key)-hint")], text: hint) }
        guard !problems.isEmpty else { return }
        html.element("div", [.id("\(key)-error")]) { html in
            for problem in problems {
                html.element("p", [.class("error")]) { html in
                    html.mark(.error)
                    html.element("span") { html in
                        html.element("span", [.class("vh")], text: wording.text(CommonText.errorMark))
                        html.text(problem)
                    }
                }
            }
        }
    }

    private var common: [Attribute] {
        [
            .id(key), .name(key), .named("aria-describedby", describedBy),
            .named("aria-invalid", problems.isEmpty ? nil : "true"),
            .flag("autofocus", hasFocus),
        ]
    }

    private func control(_ html: inout HTML, _ wording: Wording) {
        switch kind {
        case .line(let value, let line):
            let list = line.suggestions.isEmpty ? nil : "\(key)-list"
            let name = ["input", line.width, line.isNumber ? "num" : nil].compactMap(\.self).joined(separator: " ")
            html.void(
                "input",
                common + [
                    .class(name), .value(value), .named("inputmode", line.inputMode), .named("autocomplete", line.autocomplete),
                    .named("list", list),
                ])
            guard let list else { return }
            html.element("datalist", [.id(list)]) { html in for text in line.suggestions { html.void("option", [.value(text)]) } }
        case .area(let value):
            html.element("textarea", common + [.class("area"), .named("rows", "4")]) { html in
                // A line end right behind the tag is dropped by the browser.
                if value.utf8.first == 10 { html.raw("\n") }
                html.text(value)
            }
        case .select(let options, let chosen):
            html.element("select", common + [.class("select w-m")]) { html in
                html.element("option", [.value("")], text: wording.text(FormText.chooseOne))
                for option in options {
                    html.element("option", [.value(option.value), .flag("selected", option.value == chosen)], text: option.label)
                }
            }
        case .radios(let options, let chosen):
            choices(&html, options, type: "radio") { $0 == chosen }
        case .checks(let options, let chosen):
            choices(&html, options, type: "checkbox") { chosen.contains($0) }
        case .file(let present):
            if let present {
                html.element("p", [.class("hint")]) { html in
                    html.text(wording.text(PageText.presentFile) + "：")
                    html.element(
                        present.address == nil ? "span" : "a", [.named("href", present.address?.text)], text: present.name)
                }
            }
            html.void("input", common + [.class("file"), .type("file")])
        case .password(let autocomplete):
            html.void("input", common + [.class("input w-m"), .type("password"), .named("autocomplete", autocomplete)])
        case .checklist(let checklist): checklist.write(into: &html, label: label, wording)
        case .rows: break
        }
    }

    private func choices(_ html: inout HTML, _ options: [Option], type: String, isChosen: (String) -> Bool) {
        html.element("div", [.class("choices")]) { html in
            for option in options {
                html.element("label", [.class("choice")]) { html in
                    html.void("input", [.type(type), .name(key), .value(option.value), .flag("checked", isChosen(option.value))])
                    html.raw(" ")
                    html.text(option.label)
                }
            }
        }
    }

    private func writeRows(_ html: inout HTML, _ rows: RowsControl, _ wording: Wording) {
        html.element(
            "section", [.class("rows section"), .id(key), .named("tabindex", "-1"), .named("aria-labelledby", "\(key)-title")]
        ) {
            html in
            html.element("div", [.class("section-head")]) { html in
                html.element("h2", [.id("\(key)-title")], text: label)
                if let least = rows.least, least > 0 {
                    html.element("span", [.class("more quiet")], text: wording.atLeast(least, unit: rows.unit))
                }
            }
            if hint != nil || !problems.isEmpty {
                html.element("div", [.class(problems.isEmpty ? "field gap-0" : "field gap-0 bad")]) { html in
                    extras(&html, wording)
                }
            }
            for (index, row) in rows.rows.enumerated() { write(row, index, &html, wording) }
            html.element("p", [.class("acts gap-m")]) { html in
                html.element("button", [.class("btn"), .name(RowsControl.addName), .value(key), .flag("formnovalidate")]) {
                    html in
                    html.mark(.plus)
                    html.text(wording.addRow(label))
                }
            }
        }
    }

    private func write(_ row: RowsControl.Row, _ index: Int, _ html: inout HTML, _ wording: Wording) {
        let title = wording.rowTitle(label, index + 1)
        html.element("fieldset", [.id("\(key).\(index)")]) { html in
            html.element("legend") { html in html.element("h3", text: title) }
            html.element(
                "button",
                [
                    .class("btn low drop-row"), .name(RowsControl.removeName), .value("\(key).\(index)"), .flag("formnovalidate"),
                    .named("formaction", "#\(key)"),
                ]
            ) { html in
                html.text(wording.text(FormText.removeRow))
                html.element("span", [.class("vh")], text: title)
            }
            if let id = row.id { html.void("input", [.type("hidden"), .name(RowsControl.idKey(key, index)), .value(id)]) }
            html.element("div", [.class("grid")]) { html in
                for control in row.controls { control.write(into: &html, wording) }
            }
        }
    }
}
