import Foundation

/// What goes to the terminal: results on standard output, progress and complaints on standard error.
enum Terminal {
    /// Written at once, also into a pipe or a file.
    static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

    static func write(_ bytes: [UInt8]) {
        FileHandle.standardOutput.write(Data(bytes))
        if bytes.last != 10 { FileHandle.standardOutput.write(Data([10])) }
    }

    static func complain(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

    static let isInteractive = isatty(FileHandle.standardError.fileDescriptor) == 1

    /// A bar that redraws itself on a terminal and says nothing elsewhere.
    static func progress(_ what: String, _ done: Int, of total: Int) {
        guard isInteractive, total > 0 else { return }
        let width = 30
        let filled = width * done / total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        let end = done >= total ? "\n" : ""
        FileHandle.standardError.write(Data("\r\(what) \(bar) \(done)/\(total)\(end)".utf8))
    }

    /// Columns padded by display width: a Han character takes two cells.
    static func table(_ rows: [[String]]) -> String {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in rows.map { $0.indices.contains(column) ? width($0[column]) : 0 }.max() ?? 0 }
        return rows.map { row in
            row.enumerated().map { index, cell in
                index == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[index] - width(cell) + 2)
            }.joined()
        }.joined(separator: "\n")
    }

    static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 && ($1.value >= 0x2E80 || $1.value < 0x1160) ? 2 : 1) }
    }
}
