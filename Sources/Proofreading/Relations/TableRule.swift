/// Tables: a row or a column of totals, and a column of rates.
struct TableRule {
    let passages: Passages

    /// A figure alone in its cell.
    private struct Cell {
        let row: Int
        let column: Int
        let figure: Int
    }

    private struct Table {
        /// Paragraphs, one a row.
        var rows: [Int] = []
        var cells: [Cell] = []
        /// The words of each row's first cell and of the header's cells.
        var names: [Int: Range<Int>] = [:]
        var headers: [Int: Range<Int>] = [:]
    }

    private static let totals = PhraseSet("合计 总计 共计 总数 全区 全市 全县 合 计")
    private static let subtotals = PhraseSet("小计 其中")

    func read(into ledger: inout Ledger) {
        for table in tables() where table.cells.count >= 4 {
            readTotalRow(table, into: &ledger)
            readTotalColumn(table, into: &ledger)
            readRates(table, into: &ledger)
        }
    }

    // MARK: finding tables

    private func tables() -> [Table] {
        var tables: [Table] = []
        var rows: [Int] = []
        let text = passages.text
        for (index, paragraph) in passages.reading.paragraphs.enumerated() {
            if paragraph.count <= 400, text[paragraph].contains(0x09) {
                rows.append(index)
            } else {
                if rows.count >= 3 { tables.append(table(rows)) }
                rows = []
            }
        }
        if rows.count >= 3 { tables.append(table(rows)) }
        return tables
    }

    private func table(_ rows: [Int]) -> Table {
        let text = passages.text
        var table = Table(rows: rows)
        for (row, paragraph) in rows.enumerated() {
            let range = passages.reading.paragraphs[paragraph]
            var figures = passages.byParagraph[paragraph][...]
            var column = 0
            var start = range.lowerBound
            for position in range.lowerBound...range.upperBound where position == range.upperBound || text[position] == 0x09 {
                let cell = start..<position
                if column == 0 { table.names[row] = cell }
                if row == 0 { table.headers[column] = cell }
                while let first = figures.first, passages[first].number.lowerBound < position {
                    if passages[first].number.lowerBound == start, passages[first].whole.upperBound == position,
                        passages[first].isExact
                    {
                        table.cells.append(Cell(row: row, column: column, figure: first))
                    }
                    figures = figures.dropFirst()
                }
                start = position + 1
                column += 1
            }
        }
        return table
    }

    // MARK: totals

    private func readTotalRow(_ table: Table, into ledger: inout Ledger) {
        guard let total = table.names.first(where: { isTotal($0.value) })?.key, total >= 2 else { return }
        if table.names.contains(where: { TableRule.subtotals.contains(passages.text, in: $0.value) }) { return }
        let columns = Dictionary(grouping: table.cells) { $0.column }
        let sums = columns.sorted { $0.key < $1.key }.compactMap { _, cells -> (Int, [Int])? in
            guard let whole = cells.first(where: { $0.row == total })?.figure else { return nil }
            let parts = cells.filter { $0.row < total || total < table.rows.count - 2 && $0.row > total && total <= 1 }.map(
                \.figure)
            return isAdded(whole, parts) ? (whole, parts) : nil
        }
        judge(sums, into: &ledger)
    }

    private func readTotalColumn(_ table: Table, into ledger: inout Ledger) {
        guard let total = table.headers.first(where: { $0.key > 0 && isTotal($0.value) })?.key else { return }
        let rows = Dictionary(grouping: table.cells) { $0.row }
        let sums = rows.sorted { $0.key < $1.key }.compactMap { _, cells -> (Int, [Int])? in
            guard let whole = cells.first(where: { $0.column == total })?.figure else { return nil }
            let parts = cells.filter { $0.column != total }.map(\.figure)
            return isAdded(whole, parts) ? (whole, parts) : nil
        }
        judge(sums, into: &ledger)
    }

    private func isTotal(_ cell: Range<Int>) -> Bool {
        cell.count <= 5 && cell.count >= 2
            && TableRule.totals.match(passages.text, at: cell.lowerBound, limit: cell.upperBound) > 0
    }

    private func isAdded(_ whole: Int, _ parts: [Int]) -> Bool {
        parts.count >= 2 && (passages[whole].family.isAdditive || passages[whole].family == .bare)
            && passages[whole].value.whole != nil
            && parts.allSatisfy { passages[$0].family == passages[whole].family && passages[$0].value.whole != nil }
    }

    /// Totals that mostly hold, or miss by a slip, are meant as totals.
    private func judge(_ sums: [(whole: Int, parts: [Int])], into ledger: inout Ledger) {
        var wrong: [(whole: Int, parts: [Int], values: [Int], total: Int)] = []
        var right = 0
        for sum in sums {
            let values = sum.parts.compactMap { passages[$0].value.whole }
            guard let total = passages[sum.whole].value.whole else { continue }
            if values.reduce(0, +) == total {
                right += 1
                ledger.holds(.sum, [sum.whole] + sum.parts, SumRule.equation(total, values))
            } else {
                wrong.append((sum.whole, sum.parts, values, total))
            }
        }
        for sum in wrong where right > wrong.count || NearMiss.sum(total: sum.total, parts: sum.values) {
            let added = sum.values.reduce(0, +)
            let equation = sum.values.map(String.init).joined(separator: " + ")
            ledger.reports(
                .sum, [sum.whole] + sum.parts, "\(sum.total) ≠ \(equation) = \(added)", rule: .sum, severity: .error,
                remark: Remark(
                    .sumDiffers,
                    ["合计", "\(sum.total)", passages[sum.whole].unit, equation, "\(added)", "\(abs(added - sum.total))"]),
                anchor: sum.whole)
        }
    }

    // MARK: rates

    /// A column of rates whose rows are all but one the quotient of the same two columns.
    private func readRates(_ table: Table, into ledger: inout Ledger) {
        let byColumn = Dictionary(grouping: table.cells) { $0.column }
        for (column, rates) in byColumn.sorted(by: { $0.key < $1.key })
        where rates.count >= 3 && rates.allSatisfy({ passages[$0.figure].isPercent }) {
            let counts = byColumn.filter {
                $0.key < column
                    && $0.value.allSatisfy { passages[$0.figure].family.isAdditive || passages[$0.figure].family == .bare }
            }
            for (base, bases) in counts.sorted(by: { $0.key < $1.key }) {
                for (part, parts) in counts.sorted(by: { $0.key < $1.key }) where part != base {
                    let rows = rates.compactMap { rate -> [Int]? in
                        guard let denominator = bases.first(where: { $0.row == rate.row }),
                            let numerator = parts.first(where: { $0.row == rate.row })
                        else { return nil }
                        return [denominator.figure, numerator.figure, rate.figure]
                    }
                    let wrong = rows.filter { !comparison($0).isHeld }
                    guard rows.count >= 3, wrong.count * 3 <= rows.count else { continue }
                    for row in rows where comparison(row).isHeld {
                        ledger.holds(
                            .share, row,
                            "\(passages[row[1]].printed) ÷ \(passages[row[0]].printed) = \(passages[row[2]].printed)%")
                    }
                    for row in wrong {
                        guard case .differs(let actual) = comparison(row) else { continue }
                        let equation = "\(passages[row[1]].printed) ÷ \(passages[row[0]].printed) = \(actual)%"
                        ledger.reports(
                            .share, row, "\(equation) ≠ \(passages[row[2]].printed)%", rule: .share, severity: .error,
                            remark: Remark(
                                .shareDiffers,
                                [
                                    passages.label(row[1]), passages[row[1]].printed, passages.label(row[0]),
                                    passages[row[0]].printed, "\(actual)",
                                    passages[row[2]].printed, equation,
                                ]), anchor: row[2])
                    }
                    return
                }
            }
        }
    }

    private func comparison(_ row: [Int]) -> ShareComparison {
        ShareComparison(passages[row[1]].value, over: passages[row[0]].value, percent: passages[row[2]].value)
    }
}
