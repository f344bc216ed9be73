import Wording

/// The four steps of an import, of which one is in hand.
struct ImportSteps {
    enum Step: Int {
        case template
        case upload
        case check
        case confirm
        /// After the last one.
        case done
    }

    var here: Step
    /// What the upload came to: 152 行.
    var uploaded = ""

    func write(into html: inout HTML, _ wording: Wording) {
        let steps: [(ImportText, String)] = [
            (.downloadTemplate, wording.text(ImportText.templateHint)), (.upload, uploaded),
            (.precheck, wording.text(ImportText.nothingWritten)),
            (.confirmStep, wording.text(ImportText.confirmHint)),
        ]
        html.element("ol", [.class("steps"), .aria(label: wording.text(ImportText.steps))]) { html in
            for (index, step) in steps.enumerated() {
                let isDone = index < here.rawValue
                html.element(
                    "li", [.class(isDone ? "done" : nil), .named("aria-current", index == here.rawValue ? "step" : nil)]
                ) { html in
                    if isDone { html.mark(.met) }
                    html.text("\(isDone ? " " : "")\(index + 1) \(wording.text(step.0))")
                    // What a step says of itself holds while it is before us.
                    if !step.1.isEmpty, !(isDone && step.0 == .precheck) { html.element("small", text: step.1) }
                }
            }
        }
    }
}

extension Address {
    public static func importing(_ register: String) -> Address { Address(["registers", register, "import"]) }
    public static func importing(_ register: String, _ id: String) -> Address { Address(["registers", register, "import", id]) }
    public static func template(_ register: String) -> Address { Address(["registers", register, "template.xlsx"]) }
    /// The list behind an address as a file, with the same conditions.
    public static func export(_ register: String, like list: Address) -> Address {
        Address(["registers", register, "export"], query: list.query)
    }
}
