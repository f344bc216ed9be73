extension BodyWriter {
    mutating func write(_ table: OfficeDocument.Table, to xml: inout XMLWriter) {
        let widths = columnWidths(table.columns)
        xml.element("w:tbl") { xml in
            xml.element("w:tblPr") { xml in
                xml.element("w:tblW", ["w:w": String(widths.reduce(0, +)), "w:type": "dxa"])
                xml.element("w:jc", ["w:val": "center"])
                xml.element("w:tblBorders") { xml in
                    for side: StaticString in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                        xml.element(side, ["w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "000000"])
                    }
                }
                xml.element("w:tblLayout", ["w:type": "fixed"])
            }
            xml.element("w:tblGrid") { xml in
                for width in widths { xml.element("w:gridCol", ["w:w": String(width)]) }
            }
            for (number, row) in table.rows.enumerated() {
                self.write(row, of: table, widths: widths, number: number, to: &xml)
            }
        }
    }

    private func columnWidths(_ columns: [OfficeDocument.Table.Column]) -> [Int] {
        let parts = columns.map { max($0.width, 1) }
        let sum = max(parts.reduce(0, +), 1)
        var widths = parts.map { layout.textWidth * $0 / sum }
        if !widths.isEmpty { widths[widths.count - 1] += layout.textWidth - widths.reduce(0, +) }
        return widths
    }

    private mutating func write(
        _ row: [OfficeDocument.Table.Cell], of table: OfficeDocument.Table, widths: [Int], number: Int, to xml: inout XMLWriter
    ) {
        let isHeader = number < table.headerRows
        xml.element("w:tr") { xml in
            xml.element("w:trPr") { xml in
                xml.element("w:cantSplit")
                let height = OfficialLayout.twips(points: layout.tableSize * 1.9)
                xml.element("w:trHeight", ["w:val": String(height), "w:hRule": "atLeast"])
                if isHeader { xml.element("w:tblHeader") }
            }
            var column = 0
            for cell in row where column < widths.count {
                let span = min(max(cell.columnSpan, 1), widths.count - column)
                let width = widths[column..<(column + span)].reduce(0, +)
                let alignment = cell.alignment ?? (isHeader ? .center : table.columns[column].alignment)
                let merge = self.merge(of: cell, column: column, below: number, in: table)
                xml.element("w:tc") { xml in
                    xml.element("w:tcPr") { xml in
                        xml.element("w:tcW", ["w:w": String(width), "w:type": "dxa"])
                        if span > 1 { xml.element("w:gridSpan", ["w:val": String(span)]) }
                        if let merge { xml.element("w:vMerge", ["w:val": merge]) }
                        xml.element("w:vAlign", ["w:val": "center"])
                    }
                    var options = ParagraphOptions()
                    options.alignment = alignment
                    self.paragraph(isHeader ? .tableHead : .tableText, cell.runs, options, to: &xml)
                }
                column += span
            }
            // A row must fill the grid.
            for missing in widths.indices.dropFirst(column) {
                xml.element("w:tc") { xml in
                    xml.element("w:tcPr") { $0.element("w:tcW", ["w:w": String(widths[missing]), "w:type": "dxa"]) }
                    self.paragraph(.tableText, [], to: &xml)
                }
            }
        }
    }

    /// `continue` for a cell joined to the one above, `restart` for one that the cell below joins.
    private func merge(
        of cell: OfficeDocument.Table.Cell, column: Int, below number: Int, in table: OfficeDocument.Table
    ) -> String? {
        if cell.continuesAbove { return "continue" }
        guard number + 1 < table.rows.count else { return nil }
        var place = 0
        for next in table.rows[number + 1] {
            if place == column { return next.continuesAbove ? "restart" : nil }
            place += max(next.columnSpan, 1)
        }
        return nil
    }
}
