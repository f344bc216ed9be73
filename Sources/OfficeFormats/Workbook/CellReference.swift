/// The place of a cell: row and column, both counted from 1; written `B7`.
public struct CellReference: Sendable, Hashable, CustomStringConvertible {
    public var row: Int
    public var column: Int

    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// Reads `B7` or `$B$7`; nil for anything else.
    public init?(_ text: String) {
        var column = 0
        var row = 0
        for byte in text.utf8 where byte != UInt8(ascii: "$") {
            switch byte {
            case 0x41...0x5A, 0x61...0x7A:
                guard row == 0, column < 100_000 else { return nil }
                column = column * 26 + Int(byte & 0x1F)
            case 0x30...0x39:
                guard column > 0, row < 100_000_000 else { return nil }
                row = row * 10 + Int(byte - 0x30)
            default: return nil
            }
        }
        guard row > 0, column > 0 else { return nil }
        self.init(row: row, column: column)
    }

    public var description: String { Self.columnName(column) + String(row) }

    /// The letters of a column counted from 1: `A`, `Z`, `AA`.
    public static func columnName(_ column: Int) -> String {
        var rest = column
        var letters: [UInt8] = []
        while rest > 0 {
            letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }
}

/// A rectangle of cells, both corners included.
public struct CellRange: Sendable, Hashable, CustomStringConvertible {
    public var first: CellReference
    public var last: CellReference

    public init(first: CellReference, last: CellReference) {
        self.first = first
        self.last = last
    }

    /// Reads `A1:F1` or `A1`.
    public init?(_ text: String) {
        let corners = text.split(separator: ":", omittingEmptySubsequences: false)
        guard corners.count <= 2, let first = CellReference(String(corners[0])),
            let last = CellReference(String(corners[corners.count - 1]))
        else { return nil }
        self.init(first: first, last: last)
    }

    public var description: String { "\(first):\(last)" }

    public func contains(_ cell: CellReference) -> Bool {
        (first.row...max(first.row, last.row)).contains(cell.row)
            && (first.column...max(first.column, last.column)).contains(cell.column)
    }
}
