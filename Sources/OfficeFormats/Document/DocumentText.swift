/// What a text document says, in reading order, without its looks.
public struct DocumentText: Sendable, Hashable {
    public var blocks: [Block]

    public init(blocks: [Block] = []) {
        self.blocks = blocks
    }

    public enum Block: Sendable, Hashable {
        case paragraph(Paragraph)
        case table(Table)
    }

    public struct Paragraph: Sendable, Hashable {
        /// Line breaks as `\n`, tabs as `\t`. The number that the program itself puts before a list item is `number`.
        public var text: String
        /// The style's name, such as `heading 1`; nil for the default.
        public var style: String?
        /// 1 to 9 for a heading, from the paragraph or its style.
        public var headingLevel: Int?
        /// Whether the program numbers or bullets the paragraph.
        public var isListItem: Bool
        /// The number that the program sets before the text: “一、”, “（二）”; empty for bullets.
        public var number: String

        public init(_ text: String, style: String? = nil, headingLevel: Int? = nil, isListItem: Bool = false, number: String = "")
        {
            self.text = text
            self.style = style
            self.headingLevel = headingLevel
            self.isListItem = isListItem
            self.number = number
        }
    }

    public struct Table: Sendable, Hashable {
        public var rows: [[Cell]]

        public init(rows: [[Cell]]) {
            self.rows = rows
        }

        public struct Cell: Sendable, Hashable {
            /// Those of a table inside the cell among them.
            public var paragraphs: [Paragraph]
            public var columnSpan: Int
            /// Joined to the cell above.
            public var continuesAbove: Bool

            public init(_ paragraphs: [Paragraph], columnSpan: Int = 1, continuesAbove: Bool = false) {
                self.paragraphs = paragraphs
                self.columnSpan = columnSpan
                self.continuesAbove = continuesAbove
            }

            public var text: String { paragraphs.map { $0.number + $0.text }.joined(separator: "\n") }
        }
    }

    /// The paragraphs outside tables.
    public var paragraphs: [Paragraph] {
        blocks.compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
    }

    public var tables: [Table] {
        blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }

    /// Everything as plain text: a line for each paragraph and each table row, cells apart by tabs.
    public var text: String {
        blocks.map { block in
            switch block {
            case .paragraph(let paragraph): paragraph.number + paragraph.text
            case .table(let table):
                table.rows.map { $0.map(\.text).joined(separator: "\t") }.joined(separator: "\n")
            }
        }.joined(separator: "\n")
    }
}
