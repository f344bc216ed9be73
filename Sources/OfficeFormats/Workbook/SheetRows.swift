/// One cell that holds something.
public struct SheetCell: Sendable, Hashable {
    /// Counted from 1.
    public let column: Int
    public let value: CellValue

    public init(column: Int, value: CellValue) {
        self.column = column
        self.value = value
    }
}

/// One row of a sheet with its cells that hold something, from left to right.
public struct SheetRow: Sendable, Hashable {
    /// Counted from 1, as the sheet shows it.
    public let number: Int
    public let cells: [SheetCell]

    public init(number: Int, cells: [SheetCell]) {
        self.number = number
        self.cells = cells
    }

    /// The value in a column counted from 1; `.empty` where there is none.
    public subscript(column: Int) -> CellValue {
        if column > 0, column <= cells.count, cells[column - 1].column == column { return cells[column - 1].value }
        return cells.first { $0.column == column }?.value ?? .empty
    }

    /// The last column that holds something; 0 when none does.
    public var lastColumn: Int { cells.last?.column ?? 0 }
}

/// The rows of one sheet, one at a time, so that memory does not grow with the sheet.
public final class SheetRows {
    private let stream: ZipStream
    private let parser: XMLPushParser
    private let listener: SheetListener
    private var place = 0
    private var isFinished = false

    init(stream: ZipStream, part: String, listener: SheetListener, limits: ReadingLimits) {
        self.stream = stream
        self.listener = listener
        parser = XMLPushParser(part: part, listener: listener, depthLimit: limits.depth)
    }

    /// The next row that holds anything; nil after the last one.
    ///
    /// - Throws: `damaged`, `malformedXML`, `tooDeep`, `declaresDocumentType`, `tooManyRows`, `tooManyColumns`.
    public func next() throws(OfficeFormatError) -> SheetRow? {
        while place == listener.rows.count {
            listener.rows.removeAll(keepingCapacity: true)
            place = 0
            if isFinished { return nil }
            let chunk = try stream.next()
            if chunk.isEmpty {
                isFinished = true
                try parser.finish()
            } else {
                try parser.parse(chunk)
            }
        }
        defer { place += 1 }
        return listener.rows[place]
    }
}
