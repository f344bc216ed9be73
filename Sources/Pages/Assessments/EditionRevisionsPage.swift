import Wording

/// The revisions of an edition, each with what it changed.
public struct EditionRevisionsPage: Page {
    public var edition: Crumb
    public var revisions: [Revision]

    public struct Revision: Sendable {
        public var label: String
        public var source: String
        /// nil for the first one.
        public var difference: EditionCheckPage.Difference?
        public init(label: String, source: String, difference: EditionCheckPage.Difference?) {
            self.label = label
            self.source = source
            self.difference = difference
        }
    }

    public init(edition: Crumb, revisions: [Revision]) {
        self.edition = edition
        self.revisions = revisions
    }

    public func title(_ wording: Wording) -> String { wording.text(AssessmentText.revisions) }
    public func crumbs(_ wording: Wording) -> [Crumb] {
        [Crumb(wording.text(AssessmentText.title), .assessments), edition, Crumb(title(wording))]
    }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: title(wording))
                html.element("p", [.class("sub")], text: edition.label)
            }
        }
        for revision in revisions {
            html.element("section", [.class("section")]) { html in
                html.sectionHead(revision.label)
                html.element("p", [.class("small quiet")], text: revision.source)
                if let difference = revision.difference { html.difference(difference, wording) }
            }
        }
    }
}
