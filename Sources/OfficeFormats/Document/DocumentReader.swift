/// Reads the text of a DOCX file: paragraphs and tables in order. Deleted revisions, field codes, headers, footers and notes
/// are left out; text boxes come before the paragraph that anchors them.
public struct DocumentReader: Sendable {
    public let limits: ReadingLimits

    public init(limits: ReadingLimits = .standard) {
        self.limits = limits
    }

    /// - Throws: as `ZipArchive`, and `missingPart`, `malformedXML`, `tooDeep`, `declaresDocumentType`, `unsupported`.
    public func read(bytes: some Collection<UInt8>) throws(OfficeFormatError) -> DocumentText {
        try read(ZipArchive(bytes: bytes, limits: limits))
    }

    public func read(path: String) throws(OfficeFormatError) -> DocumentText {
        try read(ZipArchive(path: path, limits: limits))
    }

    private func read(_ archive: ZipArchive) throws(OfficeFormatError) -> DocumentText {
        let package = OfficePackage(archive: archive)
        let main = try package.mainPart()
        let styles = ParagraphStylesListener()
        let numbering = NumberingListener()
        for relationship in try package.relationships(of: main) where archive.entry(named: relationship.target) != nil {
            if relationship.kind == "styles" { try archive.parse(relationship.target, styles) }
            if relationship.kind == "numbering" { try archive.parse(relationship.target, numbering) }
        }
        let listener = DocumentListener(styles: styles, numbering: numbering)
        try archive.parse(main, listener)
        return DocumentText(blocks: listener.blocks)
    }
}

/// `word/styles.xml`: names and heading levels of paragraph styles.
final class ParagraphStylesListener: XMLListener {
    struct Style {
        var name: String?
        var parent: String?
        var level: Int?
        var list: String?
        var listLevel: Int?
    }

    private(set) var styles: [String: Style] = [:]
    private var current: String?

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "style" {
            current = attributes["type"] == "paragraph" ? attributes["styleId"] : nil
            if let current { styles[current] = Style() }
        } else if let current {
            if name == "name" {
                styles[current]?.name = attributes["val"]
            } else if name == "basedOn" {
                styles[current]?.parent = attributes["val"]
            } else if name == "outlineLvl" {
                styles[current]?.level = attributes.integer("val")
            } else if name == "numId" {
                styles[current]?.list = attributes["val"]
            } else if name == "ilvl" {
                styles[current]?.listLevel = attributes.integer("val")
            }
        }
    }

    override func end(_ name: XMLName) {
        if name == "style" { current = nil }
    }

    /// The list that a style or one it is based on belongs to.
    func numbering(_ id: String) -> (list: String, level: Int)? {
        var next: String? = id
        var level: Int?
        for _ in 0..<16 {
            guard let id = next, let style = styles[id] else { return nil }
            level = level ?? style.listLevel
            if let list = style.list { return (list, level ?? 0) }
            next = style.parent
        }
        return nil
    }

    /// 1 to 9, from the style or the ones it is based on, or from the built-in name.
    func headingLevel(_ id: String) -> Int? {
        var next: String? = id
        // Styles can be based on each other in a circle.
        for _ in 0..<16 {
            guard let id = next, let style = styles[id] else { return nil }
            if let level = style.level { return level < 9 ? level + 1 : nil }
            if let name = style.name?.lowercased(), name.hasPrefix("heading "), let level = Int(name.dropFirst(8)) {
                return level
            }
            next = style.parent
        }
        return nil
    }
}
