import Wording

/// Which two editions to put side by side.
public struct CompareChoicePage: Page {
    public var controls: [FieldControl]

    public init(controls: [FieldControl]) { self.controls = controls }

    public func title(_ wording: Wording) -> String { wording.text(AssessmentText.compare) }
    public func crumbs(_ wording: Wording) -> [Crumb] {
        [Crumb(wording.text(AssessmentText.title), .assessments), Crumb(title(wording))]
    }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: title(wording))
                html.element("p", [.class("sub")], text: wording.text(AssessmentText.compareSub))
            }
        }
        html.element("form", [.class("form"), .named("method", "get"), .action(.compareEditions)]) { html in
            for control in controls { control.write(into: &html, wording) }
            html.element("p", [.class("foot-acts")]) { html in
                html.element("button", [.class("btn main")], text: wording.text(AssessmentText.compareShow))
            }
        }
    }
}
