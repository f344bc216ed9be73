import LegalTime
import Wording

/// The form in the report room that releases the report of a year to the public, or takes it back.
public struct ReportRelease: Sendable {
    public var year: Int
    /// Since when it is public; nil where it is not.
    public var on: Day?
    public var publicPage: Address
    public var formToken: String
    public init(year: Int, on: Day?, publicPage: Address, formToken: String) {
        self.year = year
        self.on = on
        self.publicPage = publicPage
        self.formToken = formToken
    }

    func write(into html: inout HTML, _ wording: Wording) {
        html.element("section", [.class("section"), .id("release")]) { html in
            html.sectionHead(wording.text(OpenText.publication))
            if let on {
                html.element("p") { html in
                    html.text(wording.text(OpenText.reportIsOpen) + " ")
                    html.time(on)
                    html.text(" ")
                    html.element("a", [.href(publicPage)], text: wording.text(OpenText.toPublicPage))
                }
            }
            html.element("p", [.class("small quiet")], text: wording.text(OpenText.releaseReportNote))
            html.element("form", [.class("acts gap-s"), .named("method", "post"), .action(.reportRelease(year: year))]) { html in
                FormToken(formToken).write(into: &html)
                html.element(
                    "button", [.class("btn"), .name("act"), .value("release")], text: wording.text(OpenText.releaseReport))
                if on != nil {
                    html.text(" ")
                    html.element(
                        "button", [.class("btn low"), .name("act"), .value("withdraw")],
                        text: wording.text(OpenText.withdrawReport))
                }
            }
        }
    }
}
