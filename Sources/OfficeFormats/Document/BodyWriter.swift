/// Writes `word/document.xml`: the blocks in order, then the page.
struct BodyWriter {
    let layout: OfficialLayout
    /// The outside addresses linked to so far, with their relationship ids.
    private(set) var addresses: [(id: String, address: String)] = []
    private var bookmarks: [String: (id: Int, name: String)] = [:]
    private var written: Set<String> = []

    init(layout: OfficialLayout) {
        self.layout = layout
    }

    private var runs: RunWriter { RunWriter(layout: layout) }

    mutating func write(_ blocks: [OfficeDocument.Block]) -> [UInt8] {
        var xml = XMLWriter()
        xml.element(
            "w:document",
            ["xmlns:w": DocumentParts.wordNamespace, "xmlns:r": DocumentParts.relationshipNamespace]
        ) { xml in
            xml.element("w:body") { xml in
                for (place, block) in blocks.enumerated() {
                    self.write(block, after: place > 0 ? blocks[place - 1] : nil, to: &xml)
                }
                // A table must not be the last thing before the page's properties.
                if case .table = blocks.last { self.emptyLine(to: &xml) }
                self.section(to: &xml)
            }
        }
        return xml.bytes
    }

    private mutating func write(_ block: OfficeDocument.Block, after previous: OfficeDocument.Block?, to xml: inout XMLWriter) {
        if let previous, previous.isTitle, !block.isTitle, block != .emptyLine { emptyLine(to: &xml) }
        switch block {
        case .redTitle(let text):
            let width = Double(layout.textWidth) / 20
            let size = min(layout.redTitleSize, (width * 0.96 / Double(max(text.count, 1))).rounded(.down))
            paragraph(.redTitle, [.init(text)], size: size, color: "FF0000", to: &xml)
        case .documentNumber(let text):
            var options = ParagraphOptions()
            if case .redTitle = previous {
                emptyLine(to: &xml)
                emptyLine(to: &xml)
                options.hasRedLine = true
            }
            paragraph(.documentNumber, [.init(text)], options, to: &xml)
        case .title(let lines):
            if previous?.isHead == true {
                emptyLine(to: &xml)
                emptyLine(to: &xml)
            }
            paragraph(.title, [.init(lines.joined(separator: "\n"))], to: &xml)
        case .subtitle(let text): paragraph(.subtitle, [.init(text)], to: &xml)
        case .addressee(let text): paragraph(.addressee, [.init(text)], to: &xml)
        case .heading(let level, let content): paragraph(.heading(level), content, to: &xml)
        case .paragraph(let content): paragraph(.body, content, to: &xml)
        case .table(let table):
            // Two tables that touch become one.
            if case .table = previous { emptyLine(to: &xml) }
            write(table, to: &xml)
        case .attachments(let names): writeAttachments(names, to: &xml)
        case .signature(let office, let date): writeSignature(office, date, to: &xml)
        case .appendix(let label, let title):
            var options = ParagraphOptions()
            options.startsPage = true
            paragraph(.appendixLabel, [.init(label)], options, to: &xml)
            emptyLine(to: &xml)
            paragraph(.title, [.init(title.joined(separator: "\n"))], to: &xml)
        case .pageBreak:
            xml.element("w:p") { $0.element("w:r") { $0.element("w:br", ["w:type": "page"]) } }
        case .emptyLine: emptyLine(to: &xml)
        }
    }

    struct ParagraphOptions {
        var startsPage = false
        var staysWithNext = false
        var hasRedLine = false
        /// In hundredths of a character.
        var leftIndent = 0
        var hanging = 0
        var rightIndent = 0
        var alignment: OfficeDocument.Alignment?
    }

    mutating func paragraph(
        _ style: DocumentStyle, _ content: [OfficeDocument.Run], _ options: ParagraphOptions = ParagraphOptions(),
        size: Double? = nil, color: String? = nil, to xml: inout XMLWriter
    ) {
        xml.element("w:p") { xml in
            xml.element("w:pPr") { self.properties(style, options, to: &$0) }
            for run in content { self.write(run, style, size: size, color: color, to: &xml) }
        }
    }

    private func properties(_ style: DocumentStyle, _ options: ParagraphOptions, to xml: inout XMLWriter) {
        xml.element("w:pStyle", ["w:val": style.rawValue])
        if options.staysWithNext { xml.element("w:keepNext") }
        if options.startsPage { xml.element("w:pageBreakBefore") }
        if options.hasRedLine {
            xml.element("w:pBdr") { xml in
                // The line stands 4 mm, that is 11 points, below the number.
                xml.element("w:bottom", ["w:val": "single", "w:sz": "12", "w:space": "11", "w:color": "FF0000"])
            }
        }
        let unit = style.size(layout) / 100
        let twips = { (hundredths: Int) in String(OfficialLayout.twips(points: unit * Double(hundredths))) }
        if options.leftIndent > 0 {
            xml.element(
                "w:ind",
                [
                    "w:leftChars": String(options.leftIndent), "w:left": twips(options.leftIndent),
                    "w:hangingChars": String(options.hanging), "w:hanging": twips(options.hanging),
                ])
        } else if options.rightIndent > 0 {
            xml.element("w:ind", ["w:rightChars": String(options.rightIndent), "w:right": twips(options.rightIndent)])
        }
        if let alignment = options.alignment { xml.element("w:jc", ["w:val": alignment.rawValue]) }
    }

    func emptyLine(to xml: inout XMLWriter) {
        xml.element("w:p") { xml in
            xml.element("w:pPr") { xml in
                xml.element("w:pStyle", ["w:val": DocumentStyle.normal.rawValue])
                let look = RunWriter.Look(font: layout.bodyFont, size: layout.bodySize)
                runs.properties(look, latin: nil, to: &xml)
            }
        }
    }

    private mutating func write(
        _ run: OfficeDocument.Run, _ style: DocumentStyle, size: Double? = nil, color: String? = nil, to xml: inout XMLWriter
    ) {
        var look = RunWriter.Look(
            font: style.font(layout), size: size ?? style.size(layout), color: color, isBold: run.isBold)
        let runs = runs
        var mark: (id: Int, name: String)?
        if let name = run.bookmark, written.insert(name).inserted { mark = bookmark(name) }
        if let mark { xml.element("w:bookmarkStart", ["w:id": String(mark.id), "w:name": mark.name]) }
        switch run.link {
        case nil: runs.write(run.text, look, to: &xml)
        case .address(let address):
            look.color = color ?? layout.linkColor
            xml.element("w:hyperlink", ["r:id": relationship(to: address), "w:history": "1"]) {
                runs.write(run.text, look, to: &$0)
            }
        case .bookmark(let name):
            look.color = color ?? layout.linkColor
            xml.element("w:hyperlink", ["w:anchor": bookmark(name).name, "w:history": "1"]) {
                runs.write(run.text, look, to: &$0)
            }
        }
        if let mark { xml.element("w:bookmarkEnd", ["w:id": String(mark.id)]) }
    }

    private mutating func relationship(to address: String) -> String {
        if let known = addresses.first(where: { $0.address == address }) { return known.id }
        let id = "rIdLink\(addresses.count + 1)"
        addresses.append((id, address))
        return id
    }

    /// A name as Word allows it: at most 40 letters, digits and underscores, a letter first, no two alike.
    private mutating func bookmark(_ name: String) -> (id: Int, name: String) {
        if let known = bookmarks[name] { return known }
        let id = bookmarks.count + 1
        let letters = name.unicodeScalars.prefix(30).map { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? Character(scalar) : "_"
        }
        let made = (id: id, name: "b\(id)_" + String(letters))
        bookmarks[name] = made
        return made
    }

    /// 附件： two characters in, a blank line above; further names stand under the first.
    private mutating func writeAttachments(_ names: [String], to xml: inout XMLWriter) {
        emptyLine(to: &xml)
        var options = ParagraphOptions()
        for (place, name) in names.enumerated() {
            let number = names.count > 1 ? "\(place + 1). " : ""
            options.leftIndent = names.count > 1 ? 650 : 500
            options.hanging = options.leftIndent - (place == 0 ? 200 : 500)
            let label = place == 0 ? "\u{9644}\u{4EF6}\u{FF1A}" : ""
            paragraph(.attachments, [.init(label + number + name)], options, to: &xml)
        }
    }

    /// The date four characters from the right, the office centred on it; if the office is too long for that, the date gives way.
    private mutating func writeSignature(_ office: [String], _ date: String, to xml: inout XMLWriter) {
        let dateWidth = Self.width(date)
        let widest = office.map(Self.width).max() ?? 0
        let dateIndent = max(400, 200 + (widest - dateWidth) / 2)
        emptyLine(to: &xml)
        emptyLine(to: &xml)
        var options = ParagraphOptions()
        options.staysWithNext = true
        for name in office {
            options.rightIndent = max(200, dateIndent + (dateWidth - Self.width(name)) / 2)
            paragraph(.signature, [.init(name)], options, to: &xml)
        }
        options.staysWithNext = false
        options.rightIndent = dateIndent
        paragraph(.signature, [.init(date)], options, to: &xml)
    }

    /// In hundredths of a Chinese character.
    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2000 ? 50 : 100) }
    }

    func section(to xml: inout XMLWriter) {
        let twips = { String(OfficialLayout.twips(millimetres: $0)) }
        xml.element("w:sectPr") { xml in
            if layout.showsPageNumbers {
                xml.element("w:footerReference", ["w:type": "default", "r:id": "rId4"])
                xml.element("w:footerReference", ["w:type": "even", "r:id": "rId5"])
            }
            xml.element("w:pgSz", ["w:w": twips(layout.pageWidth), "w:h": twips(layout.pageHeight)])
            xml.element(
                "w:pgMar",
                [
                    "w:top": twips(layout.topMargin), "w:right": twips(layout.rightMargin),
                    "w:bottom": String(layout.fittingBottomMargin), "w:left": twips(layout.leftMargin), "w:header": "851",
                    "w:footer": twips(layout.footerMargin), "w:gutter": "0",
                ])
            let pitch = String(OfficialLayout.twips(points: layout.linePitch))
            xml.element("w:docGrid", ["w:type": "lines", "w:linePitch": pitch])
        }
    }
}

extension OfficeDocument.Block {
    /// Title and subtitle, after which a line stays empty.
    fileprivate var isTitle: Bool {
        switch self {
        case .title, .subtitle, .appendix: true
        default: false
        }
    }

    /// Red title and document number, after which two lines stay empty.
    fileprivate var isHead: Bool {
        switch self {
        case .redTitle, .documentNumber: true
        default: false
        }
    }
}
