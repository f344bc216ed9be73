/// A total in a line of its own under lines with one figure each.
struct LineSumRule {
    let passages: Passages

    private static let totals = PhraseSet("合计 共计 总计")

    func read(into ledger: inout Ledger) {
        let text = passages.text
        for (paragraph, figures) in passages.byParagraph.enumerated() where figures.count >= 1 && figures.count <= 2 {
            guard let total = figures.last, passages[total].isExact, passages[total].isCount,
                LineSumRule.totals.contains(text, in: passages[total].lead),
                let whole = passages[total].value.whole
            else { continue }
            var parts: [Int] = []
            var line = paragraph - 1
            while line >= 0, passages.byParagraph[line].count == 1, let part = passages.byParagraph[line].first,
                passages[part].isExact,
                passages[part].code == passages[total].code, passages[part].value.whole != nil, parts.count < 60
            {
                parts.insert(part, at: 0)
                line -= 1
            }
            guard parts.count >= 2 else { continue }
            let values = parts.compactMap { passages[$0].value.whole }
            let sum = values.reduce(0, +)
            if sum == whole {
                ledger.holds(.sum, parts + [total], SumRule.equation(whole, values))
            } else if NearMiss.sum(total: whole, parts: values), whole > (values.max() ?? whole) {
                let equation = values.map(String.init).joined(separator: " + ")
                ledger.reports(
                    .sum, parts + [total], "\(whole) ≠ \(equation) = \(sum)", rule: .sum, severity: .error,
                    remark: Remark(
                        .sumDiffers,
                        [passages.label(total), "\(whole)", passages[total].unit, equation, "\(sum)", "\(abs(sum - whole))"]),
                    anchor: total)
            }
        }
    }
}
