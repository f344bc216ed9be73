import Wording

/// The form in which a unit writes its text for one part of the report.
public struct ContributionPage: Page {
    public var year: Int
    public var part: String
    public var partTitle: String
    public var unit: String
    public var unitLabel: String
    public var text: String
    public var revision: Int64
    /// Draft, person and time of what is stored; nil where nothing is.
    public var state: String?
    /// What is asked for here.
    public var placeholder: String?
    /// Whether this person may write; else the text is only shown.
    public var mayWrite: Bool
    /// What somebody else saved in the meantime.
    public var conflict: String?
    public var problem: String?
    /// Other units this person may write for.
    public var units: [(id: String, label: String)]
    public var back: Crumb
    public var formToken: String

    public init(
        year: Int, part: String, partTitle: String, unit: String, unitLabel: String, text: String, revision: Int64,
        state: String?,
        placeholder: String?, mayWrite: Bool, conflict: String? = nil, problem: String? = nil,
        units: [(id: String, label: String)],
        back: Crumb, formToken: String
    ) {
        self.year = year
        self.part = part
        self.partTitle = partTitle
        self.unit = unit
        self.unitLabel = unitLabel
        self.text = text
        self.revision = revision
        self.state = state
        self.placeholder = placeholder
        self.mayWrite = mayWrite
        self.conflict = conflict
        self.problem = problem
        self.units = units
        self.back = back
        self.formToken = formToken
    }

    public func title(_ wording: Wording) -> String { partTitle + wording.colon + wording.contribution(of: unitLabel) }
    public func crumbs(_ wording: Wording) -> [Crumb] { [Crumb(wording.text(FrameText.annualReport)), back, Crumb(partTitle)] }
    public var hasProblems: Bool { conflict != nil || problem != nil }

    public func write(into html: inout HTML, _ wording: Wording) {
        html.element("div", [.class("page-head")]) { html in
            html.element("div") { html in
                html.element("h1", text: partTitle)
                html.element(
                    "p", [.class("sub")], text: [unitLabel, wording.year(year), state].compactMap { $0 }.joined(separator: " · "))
            }
        }
        if let problem { html.errors([ProblemLine(key: "text", sentence: problem)], wording: wording) }
        if let conflict {
            html.element("div", [.class("note overdue"), .named("role", "alert")]) { html in
                html.element("p", text: wording.text(ReportRoomText.conflict))
                html.element("p") { html in html.element("b", text: wording.text(ReportRoomText.theirText)) }
                for line in conflict.split(whereSeparator: \.isNewline) { html.element("p", text: String(line)) }
            }
        }
        if let placeholder { html.element("p", [.class("sumline")], text: placeholder) }
        guard mayWrite else {
            html.note(wording.text(ReportRoomText.mayNotWrite))
            html.element("div", [.class("doc")]) { html in
                for line in text.split(whereSeparator: \.isNewline) { html.element("p", text: String(line)) }
            }
            return
        }
        if units.count > 1 { unitSwitch(&html, wording) }
        form(&html, wording)
    }

    private func unitSwitch(_ html: inout HTML, _ wording: Wording) {
        html.element("form", [.class("filter"), .action(Address(["reports", String(year), "contribution"]))]) { html in
            html.void("input", [.type("hidden"), .name("part"), .value(part)])
            html.element("p", [.class("keep")]) { html in
                html.element("label", [.named("for", "unit")], text: wording.text(ReportRoomText.unit))
                html.element("select", [.class("select"), .id("unit"), .name("unit")]) { html in
                    for other in units {
                        html.element("option", [.value(other.id), .flag("selected", other.id == unit)], text: other.label)
                    }
                }
            }
            html.element("p", [.class("acts keep")]) { html in
                html.element("button", [.class("btn")], text: wording.text(CommonText.open))
            }
        }
    }

    private func form(_ html: inout HTML, _ wording: Wording) {
        let action = Address(["reports", String(year), "contribution"])
        html.element("form", [.class("form"), .named("method", "post"), .action(action)]) { html in
            FormToken(formToken).write(into: &html)
            for (name, value) in [("part", part), ("unit", unit), ("revision", String(revision))] {
                html.void("input", [.type("hidden"), .name(name), .value(value)])
            }
            html.element("div", [.class(problem == nil ? "field" : "field bad")]) { html in
                html.element("label", [.named("for", "text")], text: wording.contribution(of: unitLabel))
                html.element("p", [.class("hint"), .id("text-hint")], text: wording.text(ReportRoomText.contributionHint))
                let attributes: [Attribute] = [
                    .class("area"), .id("text"), .name("text"), .named("rows", "16"), .named("aria-describedby", "text-hint"),
                ]
                // A line break directly after the tag is not part of the text.
                html.element("textarea", attributes, text: "\n" + text)
            }
            html.element("p", [.class("foot-acts")]) { html in
                html.element("button", [.class("btn main")], text: wording.text(CommonText.save))
                html.element("a", [.class("btn"), .named("href", back.address?.text)], text: wording.text(CommonText.cancel))
            }
        }
    }
}
