import OfficeFormats

/// The kinds of file that rows come and go in.
public enum SheetFormat: String, Sendable, CaseIterable {
    case xlsx
    case csv
    /// One JSON object a line.
    case jsonl

    /// By the ending of a file's name; nil for another.
    public init?(fileName: String) {
        let name = fileName.lowercased()
        switch name.split(separator: ".").last.map(String.init) {
        case "xlsx", "xlsm": self = .xlsx
        case "csv", "txt", "tsv": self = .csv
        case "jsonl", "ndjson", "json": self = .jsonl
        default: return nil
        }
    }

    public var mediaType: String {
        switch self {
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .csv: "text/csv; charset=utf-8"
        case .jsonl: "application/x-ndjson"
        }
    }
}

/// A sheet as it was found: what stands above the header, the columns, the rows, and what is no record.
public struct KeptSheet: Sendable {
    public struct Column: Sendable, Hashable {
        public var title: String
        public var target: ColumnTarget
    }

    /// One row with its cells as they stand in the file.
    public struct Line: Sendable, Hashable {
        /// As the sheet shows it, from 1.
        public var number: Int
        public var cells: [CellValue]
        /// The line of a file that has no cells.
        public var source: String?

        public subscript(index: Int) -> CellValue { index < cells.count ? cells[index] : .empty }
    }

    public enum SetAside: Sendable, Hashable {
        /// 合计, 小计
        case total
        /// 填表人, 注
        case note
        case header
        /// The very same row stands above it.
        case sameAs(row: Int)
    }

    public struct Aside: Sendable, Hashable {
        public var line: Line
        public var why: SetAside
    }

    public var format: SheetFormat
    /// The tab's name.
    public var name: String
    /// Rows above the header, each with its texts.
    public var preamble: [[String]]
    public var headerRow: Int
    public var columns: [Column]
    public var lines: [Line]
    public var aside: [Aside]
    /// The year that title or mapping give to dates without one.
    public var year: Int?

    /// Titles of the columns that answer to nothing in the register.
    public var leftOut: [String] { columns.filter { $0.target == .unknown && !$0.title.isEmpty }.map(\.title) }
}

/// Why a file is no sheet of the register.
public enum SheetError: Error, Sendable, Hashable {
    case format(OfficeFormatError)
    /// No row looks like a header of this register.
    case noHeader
    case tooManyRows(limit: Int)
    /// A line that is no JSON object.
    case malformedLine(Int)
}
