import Wording

extension OneRecordPage {
    /// What ties a record to the public: that it came in from outside, and that its draft is put out.
    public struct Outside: Sendable {
        /// When it came in, and by which request.
        public var cameIn: String?
        public var supplements: [Supplement]
        /// The opinions on its draft.
        public var opinions: (label: String, address: Address)?
        public init(cameIn: String? = nil, supplements: [Supplement] = [], opinions: (label: String, address: Address)? = nil) {
            self.cameIn = cameIn
            self.supplements = supplements
            self.opinions = opinions
        }
    }

    /// What the sender added.
    public struct Supplement: Sendable {
        public var at: String
        public var text: String
        public var file: (name: String, address: Address)?
        public init(at: String, text: String, file: (name: String, address: Address)?) {
            self.at = at
            self.text = text
            self.file = file
        }
    }

    func outsideSection(_ html: inout HTML, _ wording: Wording) {
        guard let outside else { return }
        if let opinions = outside.opinions {
            html.element("section", [.class("section"), .id("opinions")]) { html in
                html.sectionHead(wording.text(ConsultationText.consultations))
                html.element("p", [.class("acts")]) { html in
                    html.element("a", [.class("btn"), .href(opinions.address)], text: wording.text(ConsultationText.opinions))
                    html.element("span", [.class("quiet")], text: opinions.label)
                }
            }
        }
        guard let cameIn = outside.cameIn else { return }
        html.element("section", [.class("section"), .id("outside")]) { html in
            html.element("div", [.class("section-head")]) { html in
                html.element("h2", text: wording.text(OutsideText.cameIn))
                html.tag(wording.text(OutsideText.mark), on: true)
            }
            html.element("p", text: cameIn)
            for supplement in outside.supplements {
                html.element("h3", [.class("gap-m")], text: wording.text(OutsideText.supplements) + " " + supplement.at)
                html.paragraphs(supplement.text)
                if let file = supplement.file {
                    html.element("p") { html in html.element("a", [.href(file.address)], text: file.name) }
                }
            }
        }
    }
}
