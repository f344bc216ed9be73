import Wording

/// One return over a year: completeness, units by months, who is excepted, the sheets behind a number.
public struct ReturnYearPage: Page {
    public struct Exception: Sendable {
        public var id: String
        public var unit: String
        public var span: String
        public var reason: String
        public var by: String
        public init(id: String, unit: String, span: String, reason: String, by: String) {
            self.id = id
            self.unit = unit
            self.span = span
            self.reason = reason
            self.by = by
        }
    }

    /// The form of the office in charge.
    public struct Form: Sendable {
        public var controls: [FieldControl]
        public var formToken: String
        public init(controls: [FieldControl], formToken: String) {
            self.controls = controls
            self.formToken = formToken
        }
    }
    public var label: String
    public var summary: String
    public var rules: [String]
    public var years: [ViewLink]
    public var strip: ReturnStrip
    public var matrix: ReturnMatrix
    public var list: ReturnList?
    public var exports: [Crumb]
    public var exceptions: [Exception]
    public var form: Form?
    public var address: Address
    public var notice: String?
    public var problems: [ProblemLine]

    public init(
        label: String, summary: String, rules: [String], years: [ViewLink], strip: ReturnStrip, matrix: ReturnMatrix,
        list: ReturnList?, exports: [Crumb], exceptions: [Exception], form: Form?, address: Address, notice: String?,
        problems: [ProblemLine]
    ) {
        self.label = label
        self.summary = summary
        self.rules = rules
        self.years = years
        self.strip = strip
        self.matrix = matrix
        self.list = list
        self.exports = exports
        self.exceptions = exceptions
        self.form = form
        self.address = address
        self.notice = notice
        self.problems = problems
    }

    public func title(_ wording: Wording) -> String { label }
    public func crumbs(_ wording: Wording) -> [Crumb] { [Crumb(wording.text(ReturnText.title), .returns), Crumb(label)] }
    public var hasProblems: Bool { !problems.isEmpty }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.errors(problems, wording: wording)
        html.element("div", [.class(problems.isEmpty ? "page-head" : "page-head gap-l")]) { html in
            html.element("div") { html in
                html.element("h1", text: label)
                html.element("p", [.class("sub")], text: summary)
            }
        }
        if let notice { html.note(notice) }
        for rule in rules { html.element("p", [.class("small quiet")], text: rule) }
        html.views(years, label: wording.text(ReturnText.year))
        html.element("section", [.class("section gap-m")]) { html in
            html.sectionHead(wording.text(ReturnText.figures))
            strip.write(into: &html)
            matrix.write(into: &html, wording)
        }
        list?.write(into: &html, wording)
        if !exports.isEmpty {
            html.element("section", [.class("section")]) { html in
                html.sectionHead(wording.text(ReturnText.exportYear))
                html.element("p", [.class("acts")]) { html in
                    for export in exports {
                        html.element("a", [.class("btn low"), .named("href", export.address?.text)]) { html in
                            html.mark(.down)
                            html.text(export.label)
                        }
                    }
                }
            }
        }
        exceptionSection(&html, wording)
    }

    private func exceptionSection(_ html: inout HTML, _ wording: Wording) {
        guard form != nil || !exceptions.isEmpty else { return }
        html.element("section", [.class("section"), .id("exceptions")]) { html in
            html.sectionHead(wording.text(ReturnText.exceptions))
            html.element("p", [.class("small quiet")], text: wording.text(ReturnText.exceptionsHint))
            if !exceptions.isEmpty {
                html.element("ul", [.class("moves")]) { html in
                    for exception in exceptions { write(exception, &html, wording) }
                }
            }
            guard let form else { return }
            html.element("form", [.class("form"), .named("method", "post"), .action(address), .flag("novalidate")]) { html in
                FormToken(form.formToken).write(into: &html)
                html.void("input", [.type("hidden"), .name("act"), .value("except")])
                html.element("h3", [.class("gap-m")], text: wording.text(ReturnText.addException))
                for control in form.controls { control.write(into: &html, wording) }
                html.element("p", [.class("acts gap-m")]) { html in
                    html.element("button", [.class("btn")], text: wording.text(ReturnText.except))
                }
            }
        }
    }

    private func write(_ exception: Exception, _ html: inout HTML, _ wording: Wording) {
        html.element("li") { html in
            html.element("b", text: exception.unit + " " + exception.span)
            html.element("p", text: exception.reason + " · " + exception.by)
            guard let form else { return }
            html.element("form", [.class("acts"), .named("method", "post"), .action(address)]) { html in
                FormToken(form.formToken).write(into: &html)
                html.void("input", [.type("hidden"), .name("act"), .value("end_exception")])
                html.void("input", [.type("hidden"), .name("exception"), .value(exception.id)])
                html.element(
                    "label", [.class("vh"), .named("for", "end-\(exception.id)")], text: wording.text(ReturnText.reason))
                html.void(
                    "input",
                    [
                        .class("input w-m"), .id("end-\(exception.id)"), .name("reason"),
                        .named("placeholder", wording.text(ReturnText.reason)),
                    ])
                html.element("button", [.class("btn low")], text: wording.text(ReturnText.endException))
            }
        }
    }
}
