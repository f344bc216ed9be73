import Foundation

/// A document by its meaning; how it looks is `OfficialLayout`'s.
public struct OfficeDocument: Sendable, Hashable {
    /// For the file's properties. `created` is given, so that the same content makes the same file.
    public var title: String
    public var creator: String
    public var created: Date
    public var blocks: [Block]

    public init(title: String, creator: String, created: Date, blocks: [Block] = []) {
        self.title = title
        self.creator = creator
        self.created = created
        self.blocks = blocks
    }

    /// One piece of the document, in reading order.
    public enum Block: Sendable, Hashable {
        /// The issuing office's mark at the head, large and red (发文机关标志).
        case redTitle(String)
        /// 发文字号; under a red title with the red line below it.
        case documentNumber(String)
        /// The title, each line as it is to be broken.
        case title([String])
        /// A line under the title, such as a date in brackets.
        case subtitle(String)
        /// 主送机关, with its colon.
        case addressee(String)
        /// Level 1 一、, 2 （一）, 3 1., 4 （1）; the number is part of the text.
        case heading(level: Int, [Run])
        case paragraph([Run])
        case table(Table)
        /// 附件说明: the names of what is attached, without numbers or full stops.
        case attachments([String])
        /// 署名 and 成文日期.
        case signature(office: [String], date: String)
        /// Starts a page with the attachment's number at its head, `附件1`, and its title.
        case appendix(label: String, title: [String])
        case pageBreak
        case emptyLine
    }

    /// A stretch of text of one kind. Line breaks and tabs in the text are kept.
    public struct Run: Sendable, Hashable {
        public var text: String
        public var isBold: Bool
        public var link: Link?
        /// Makes this run a place that links can name.
        public var bookmark: String?

        public init(_ text: String, isBold: Bool = false, link: Link? = nil, bookmark: String? = nil) {
            self.text = text
            self.isBold = isBold
            self.link = link
            self.bookmark = bookmark
        }
    }

    public enum Link: Sendable, Hashable {
        case address(String)
        case bookmark(String)
    }

    public enum Alignment: String, Sendable, Hashable {
        case left
        case center
        case right
        case both
    }

    public struct Table: Sendable, Hashable {
        public var columns: [Column]
        /// How many rows at the top are the header, repeated on each page.
        public var headerRows: Int
        public var rows: [[Cell]]

        public init(columns: [Column], headerRows: Int = 1, rows: [[Cell]]) {
            self.columns = columns
            self.headerRows = headerRows
            self.rows = rows
        }

        public struct Column: Sendable, Hashable {
            /// Relative to the other columns; together they fill the text's width.
            public var width: Int
            public var alignment: Alignment

            public init(width: Int = 1, alignment: Alignment = .left) {
                self.width = width
                self.alignment = alignment
            }
        }

        /// A cell that may reach over columns to its right; `continuesAbove` joins it to the cell above.
        public struct Cell: Sendable, Hashable {
            public var runs: [Run]
            /// Nil for the column's alignment, centred in header rows.
            public var alignment: Alignment?
            public var columnSpan: Int
            public var continuesAbove: Bool

            public init(_ runs: [Run], alignment: Alignment? = nil, columnSpan: Int = 1, continuesAbove: Bool = false) {
                self.runs = runs
                self.alignment = alignment
                self.columnSpan = columnSpan
                self.continuesAbove = continuesAbove
            }

            public init(_ text: String, alignment: Alignment? = nil) {
                self.init([Run(text)], alignment: alignment)
            }
        }
    }
}
