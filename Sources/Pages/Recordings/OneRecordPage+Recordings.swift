import Wording

extension OneRecordPage {
    /// The recordings of a record, to be played in the page.
    public struct Recordings: Sendable {
        public var items: [Item]
        /// Where another is uploaded; nil for who may not.
        public var adding: Address?
        /// It must have one and has none.
        public var isLacking: Bool
        /// There are some that this person may not play.
        public var isWithheld: Bool
        public var isLogged: Bool

        public struct Item: Sendable {
            public var title: String
            public var detail: String
            public var address: Address
            public var isVideo: Bool
            public init(title: String, detail: String, address: Address, isVideo: Bool) {
                self.title = title
                self.detail = detail
                self.address = address
                self.isVideo = isVideo
            }
        }

        public init(items: [Item], adding: Address?, isLacking: Bool, isWithheld: Bool, isLogged: Bool) {
            self.items = items
            self.adding = adding
            self.isLacking = isLacking
            self.isWithheld = isWithheld
            self.isLogged = isLogged
        }
    }

    func recordingsSection(_ html: inout HTML, _ wording: Wording) {
        guard let recordings else { return }
        html.element("section", [.class("section"), .id("recordings")]) { html in
            html.sectionHead(wording.text(RecordingText.recordings))
            if recordings.isLacking { html.note(wording.text(RecordingText.lacksOne), .soon) }
            if recordings.isWithheld { html.element("p", [.class("small quiet")], text: wording.text(RecordingText.withheld)) }
            if recordings.items.isEmpty, !recordings.isWithheld, !recordings.isLacking {
                html.element("p", [.class("small quiet gap-s")], text: wording.text(RecordingText.none))
            }
            if !recordings.items.isEmpty, recordings.isLogged {
                html.element("p", [.class("small quiet")], text: wording.text(RecordingText.playNote))
            }
            html.element("ul", [.class("recordings")]) { html in
                for item in recordings.items { write(item, &html) }
            }
            if let adding = recordings.adding {
                html.element("p", [.class("acts gap-s")]) { html in
                    html.element("a", [.class("btn"), .href(adding)], text: wording.text(RecordingText.add))
                }
            }
        }
    }

    private func write(_ item: Recordings.Item, _ html: inout HTML) {
        html.element("li") { html in
            html.element("p") { html in
                html.element("b", text: item.title)
                html.text(" ")
                html.element("span", [.class("small quiet")], text: item.detail)
            }
            let attributes: [Attribute] = [
                .flag("controls"), .named("preload", "metadata"), .named("src", item.address.text), .aria(label: item.title),
            ]
            html.element(item.isVideo ? "video" : "audio", attributes, text: "")
        }
    }
}
