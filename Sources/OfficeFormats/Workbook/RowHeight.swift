/// How high a row must be for its texts. Only Excel works that out when it opens a file; WPS and LibreOffice go by the file.
enum RowHeight {
    static let single = 18.0

    /// - Parameter cells: texts with the widths of their columns in characters, a Chinese one counting two.
    static func points(_ cells: [(text: String, width: Int)], size: Int = 10) -> Double {
        let lines = cells.map { cell in
            cell.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).reduce(0) {
                // Column widths count figures of 10.5 points.
                $0 + max(1, (width($1) * size * 2 / 21 + cell.width - 2) / max(cell.width - 1, 1))
            }
        }
        // 409 points is the most a row can be.
        return min(409, single + Double((lines.max() ?? 1) - 1) * Double(size) * 1.4)
    }

    static func width(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2000 ? 1 : 2) }
    }
}
