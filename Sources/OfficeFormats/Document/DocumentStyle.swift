/// The paragraph styles of an official document: what `styles.xml` defines and paragraphs name.
enum DocumentStyle: String, CaseIterable {
    case normal = "Normal"
    case title = "Title"
    case subtitle = "Subtitle"
    case redTitle = "RedTitle"
    case documentNumber = "DocumentNumber"
    case addressee = "Addressee"
    case heading1 = "Heading1"
    case heading2 = "Heading2"
    case heading3 = "Heading3"
    case heading4 = "Heading4"
    case body = "BodyText"
    case tableText = "TableText"
    case tableHead = "TableHead"
    case attachments = "Attachments"
    case signature = "Signature"
    case appendixLabel = "AppendixLabel"
    case footer = "Footer"

    /// The name that programs know a built-in style by.
    var name: String {
        switch self {
        case .normal: "Normal"
        case .title: "Title"
        case .subtitle: "Subtitle"
        case .redTitle: "Red Title"
        case .documentNumber: "Document Number"
        case .addressee: "Addressee"
        case .heading1: "heading 1"
        case .heading2: "heading 2"
        case .heading3: "heading 3"
        case .heading4: "heading 4"
        case .body: "Body Text"
        case .tableText: "Table Text"
        case .tableHead: "Table Head"
        case .attachments: "Attachments"
        case .signature: "Signature"
        case .appendixLabel: "Appendix Label"
        case .footer: "footer"
        }
    }

    static func heading(_ level: Int) -> DocumentStyle {
        [.heading1, .heading2, .heading3, .heading4][min(max(level, 1), 4) - 1]
    }

    var outlineLevel: Int? {
        switch self {
        case .heading1: 0
        case .heading2: 1
        case .heading3: 2
        case .heading4: 3
        default: nil
        }
    }

    func font(_ layout: OfficialLayout) -> String {
        switch self {
        case .title, .redTitle: layout.titleFont
        case .heading1, .appendixLabel, .tableHead: layout.firstHeadingFont
        case .heading2, .subtitle: layout.secondHeadingFont
        case .footer: layout.pageNumberFont
        default: layout.bodyFont
        }
    }

    func size(_ layout: OfficialLayout) -> Double {
        switch self {
        case .title: layout.titleSize
        case .redTitle: layout.redTitleSize
        case .tableText, .tableHead: layout.tableSize
        case .footer: layout.pageNumberSize
        default: layout.bodySize
        }
    }

    var alignment: String {
        switch self {
        case .title, .subtitle, .redTitle, .documentNumber: "center"
        case .signature: "right"
        case .addressee, .attachments, .appendixLabel, .tableText, .tableHead, .footer: "left"
        case .normal, .heading1, .heading2, .heading3, .heading4, .body: "both"
        }
    }

    var isIndented: Bool {
        switch self {
        case .heading1, .heading2, .heading3, .heading4, .body: true
        default: false
        }
    }

    /// Whether lines stand the body's fixed distance apart; larger and smaller type takes what it needs.
    var hasFixedPitch: Bool {
        switch self {
        case .redTitle, .tableText, .tableHead, .footer: false
        default: true
        }
    }
}
