/// `word/document.xml`: gathers paragraphs and tables.
final class DocumentListener: XMLListener {
    private(set) var blocks: [DocumentText.Block] = []
    private let styles: ParagraphStylesListener
    private var numbering: ListNumbering
    /// Paragraphs that are open: a text box opens one inside another.
    private var paragraphs: [OpenParagraph] = []
    private var tables: [OpenTable] = []
    private var skipped = 0
    private var isInText = false
    private var hasRoot = false
    private var knownNamespace: UnsafePointer<UInt8>?

    private struct OpenParagraph {
        var bytes: [UInt8] = []
        var styleID: String?
        var level: Int?
        var isListItem = false
        var list: String?
        var listLevel: Int?
    }

    private struct OpenTable {
        var rows: [[DocumentText.Table.Cell]] = []
        var cell = DocumentText.Table.Cell([])
    }

    init(styles: ParagraphStylesListener, numbering: NumberingListener) {
        self.styles = styles
        self.numbering = ListNumbering(numbering)
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if !hasRoot {
            hasRoot = true
            if name != "document" || !isWord(name) { failure = .unsupported(.notADocument) }
            return
        }
        if skipped > 0 || isSkipped(name) {
            skipped += 1
            return
        }
        // Drawings and formulas have elements of the same local names; of theirs only a formula's text counts.
        guard isWord(name) else {
            if name == "t", isMathematics(name) { isInText = true }
            return
        }
        if name == "t" {
            isInText = true
        } else if name == "p" {
            paragraphs.append(OpenParagraph())
        } else if name == "tab", attributes.count == 0 {
            append("\t")
        } else if name == "br" {
            if attributes["type"] == nil || attributes["type"] == "textWrapping" { append("\n") }
        } else if name == "cr" {
            append("\n")
        } else if name == "noBreakHyphen" {
            append("-")
        } else if !paragraphs.isEmpty, startedProperty(name, attributes) {
            return
        } else {
            startedTablePart(name, attributes)
        }
    }

    private func startedProperty(_ name: XMLName, _ attributes: XMLAttributes) -> Bool {
        let last = paragraphs.count - 1
        if name == "pStyle" {
            paragraphs[last].styleID = attributes["val"]
        } else if name == "outlineLvl" {
            paragraphs[last].level = attributes.integer("val")
        } else if name == "numPr" {
            paragraphs[last].isListItem = true
        } else if name == "numId" {
            paragraphs[last].list = attributes["val"]
        } else if name == "ilvl" {
            paragraphs[last].listLevel = attributes.integer("val")
        } else {
            return false
        }
        return true
    }

    private func startedTablePart(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "tbl" {
            tables.append(OpenTable())
            return
        }
        guard !tables.isEmpty else { return }
        let last = tables.count - 1
        if name == "tr" {
            tables[last].rows.append([])
        } else if name == "tc" {
            tables[last].cell = DocumentText.Table.Cell([])
        } else if name == "gridSpan" {
            tables[last].cell.columnSpan = min(max(attributes.integer("val") ?? 1, 1), 1000)
        } else if name == "vMerge" {
            tables[last].cell.continuesAbove = attributes["val"] != "restart"
        }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard isInText, skipped == 0, !paragraphs.isEmpty else { return }
        paragraphs[paragraphs.count - 1].bytes.append(contentsOf: bytes)
    }

    override func end(_ name: XMLName) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        if name == "t" { isInText = false }
        guard isWord(name) else { return }
        if name == "p" {
            endParagraph()
        } else if name == "tc", !tables.isEmpty, !tables[tables.count - 1].rows.isEmpty {
            let last = tables.count - 1
            tables[last].rows[tables[last].rows.count - 1].append(tables[last].cell)
        } else if name == "tbl", let table = tables.popLast() {
            end(table)
        }
    }

    private func endParagraph() {
        guard let open = paragraphs.popLast() else { return }
        let style = open.styleID.flatMap { styles.styles[$0]?.name ?? $0 }
        let level = open.level.map { $0 < 9 ? $0 + 1 : nil } ?? open.styleID.flatMap(styles.headingLevel)
        // a style may carry the list; numId 0 takes it away again
        let inherited = open.styleID.flatMap(styles.numbering)
        var number = ""
        if let list = open.list ?? inherited?.list, list != "0", !open.bytes.isEmpty {
            number = numbering.next(list: list, level: open.listLevel ?? inherited?.level ?? 0)
        }
        let paragraph = DocumentText.Paragraph(
            String(decoding: open.bytes, as: UTF8.self), style: style, headingLevel: level, isListItem: open.isListItem,
            number: number)
        if tables.isEmpty {
            blocks.append(.paragraph(paragraph))
        } else {
            tables[tables.count - 1].cell.paragraphs.append(paragraph)
        }
    }

    /// A table inside a cell gives its paragraphs to that cell.
    private func end(_ table: OpenTable) {
        if tables.isEmpty {
            blocks.append(.table(DocumentText.Table(rows: table.rows)))
        } else {
            tables[tables.count - 1].cell.paragraphs += table.rows.joined().flatMap(\.paragraphs)
        }
    }

    private func append(_ character: StaticString) {
        guard !paragraphs.isEmpty else { return }
        paragraphs[paragraphs.count - 1].bytes.append(character.utf8Start.pointee)
    }

    /// Deleted and moved-away text, phonetic guides, and the second copy of what newer programs draw in another way.
    private func isSkipped(_ name: XMLName) -> Bool {
        name == "del" || name == "moveFrom" || name == "Fallback" || name == "instrText" || name == "delText"
            || name == "pPrChange" || name == "rPrChange" || name == "rt"
    }

    /// libxml2 keeps one copy of each namespace, so an address seen before needs no comparison.
    private func isWord(_ name: XMLName) -> Bool {
        guard let namespace = name.namespace else { return false }
        if namespace == knownNamespace { return true }
        let text = String(cString: namespace)
        guard text.hasSuffix("/main"), text.contains("wordprocessingml") else { return false }
        knownNamespace = namespace
        return true
    }

    private func isMathematics(_ name: XMLName) -> Bool {
        name.namespace.map { String(cString: $0).hasSuffix("/math") } ?? false
    }
}
