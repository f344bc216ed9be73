import Wording

/// The first step of loading an edition: the template, and the workbook to send.
public struct EditionLoadPage: Page {
    public var controls: [FieldControl]
    public var problems: [ProblemLine]
    public var formToken: String

    public init(controls: [FieldControl], problems: [ProblemLine], formToken: String) {
        self.controls = controls
        self.problems = problems
        self.formToken = formToken
    }

    public var hasProblems: Bool { !problems.isEmpty }
    public func title(_ wording: Wording) -> String { wording.text(AssessmentText.load) }
    public func crumbs(_ wording: Wording) -> [Crumb] {
        [Crumb(wording.text(AssessmentText.title), .assessments), Crumb(title(wording))]
    }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.errors(problems, wording: wording)
        html.element("div", [.class(problems.isEmpty ? "page-head" : "page-head gap-l")]) { html in
            html.element("div") { html in
                html.element("h1", text: title(wording))
                html.element("p", [.class("sub")], text: wording.text(AssessmentText.loadSub))
            }
            html.element("div", [.class("acts")]) { html in
                html.element("a", [.class("btn"), .href(.editionTemplate)]) { html in
                    html.mark(.down)
                    html.text(wording.text(AssessmentText.template))
                }
            }
        }
        let attributes: [Attribute] = [
            .class("form"), .named("method", "post"), .named("enctype", "multipart/form-data"), .action(.loadEdition),
            .flag("novalidate"),
        ]
        html.element("form", attributes) { html in
            FormToken(formToken).write(into: &html)
            for control in controls { control.write(into: &html, wording) }
            html.element("div", [.class("foot-acts")]) { html in
                html.element("button", [.class("btn main")], text: wording.text(AssessmentText.precheck))
                html.element("a", [.class("btn text"), .href(.assessments)], text: wording.text(CommonText.cancel))
            }
        }
    }
}
