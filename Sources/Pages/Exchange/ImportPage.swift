import Wording

/// The first step of an import: the template, and the file to send.
public struct ImportPage: Page {
    public var register: String
    public var list: Address
    public var template: Address
    public var action: Address
    public var formToken: String
    public var problems: [ProblemLine]

    public init(
        register: String, list: Address, template: Address, action: Address, formToken: String, problems: [ProblemLine] = []
    ) {
        self.register = register
        self.list = list
        self.template = template
        self.action = action
        self.formToken = formToken
        self.problems = problems
    }

    public var hasProblems: Bool { !problems.isEmpty }
    public func title(_ wording: Wording) -> String { wording.importing(register) }
    public func crumbs(_ wording: Wording) -> [Crumb] { [Crumb(register, list), Crumb(wording.text(ImportText.title))] }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in html.element("h1", text: title(wording)) }
        ImportSteps(here: .upload).write(into: &html, wording)
        html.errors(problems, wording: wording)
        html.element("section", [.class("section")]) { html in
            html.sectionHead("1 " + wording.text(ImportText.downloadTemplate))
            html.element("p") { html in
                html.element("a", [.class("btn"), .href(template)]) { html in
                    html.mark(.down)
                    html.text(wording.text(ImportText.downloadTemplate))
                }
            }
            html.element("p", [.class("quiet gap-m")], text: wording.text(ImportText.numberHint))
        }
        html.element("section", [.class("section")]) { html in
            html.sectionHead("2 " + wording.text(ImportText.upload))
            let attributes: [Attribute] = [
                .class("ask"), .named("method", "post"), .named("enctype", "multipart/form-data"), .action(action),
            ]
            html.element("form", attributes) { html in
                FormToken(formToken).write(into: &html)
                file(
                    &html, "file", wording.text(ImportText.chooseFile), wording.text(ImportText.fileHint), ".xlsx,.csv,.jsonl",
                    isRequired: true)
                file(
                    &html, "mapping", wording.text(ExchangeText.mappingFile), wording.text(ExchangeText.mappingHint), ".yaml,.yml"
                )
                html.element("div", [.class("acts gap-m")]) { html in
                    html.element("button", [.class("btn main")], text: wording.text(ImportText.precheck))
                    html.element("a", [.class("btn text"), .href(list)], text: wording.text(ImportText.abandon))
                }
            }
        }
    }

    private func file(
        _ html: inout HTML, _ name: String, _ label: String, _ hint: String, _ accept: String, isRequired: Bool = false
    ) {
        let isBad = problems.contains { $0.key == name }
        html.element("div", [.class(isBad ? "field bad" : "field")]) { html in
            html.element("label", [.named("for", name)], text: label)
            html.element("p", [.class("hint"), .id(name + "-h")], text: hint)
            html.void(
                "input",
                [
                    .class("file"), .type("file"), .id(name), .name(name), .named("accept", accept),
                    .named("aria-describedby", name + "-h"),
                    .named("aria-invalid", isBad ? "true" : nil), .flag("required", isRequired),
                ])
        }
    }
}
