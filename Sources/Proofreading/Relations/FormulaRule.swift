/// 88+11项: a sum that was left standing, and the figures it repeats.
struct FormulaRule {
    let passages: Passages

    func read(into ledger: inout Ledger) {
        var group: [Int] = []
        for index in passages.quantities.indices {
            guard case .formula(let summands) = passages[index].form else { continue }
            let quantity = passages[index]
            let paragraph = passages.byParagraph[quantity.paragraph]
            let before = (paragraph.lowerBound..<index).filter { passages[$0].isExact && passages[$0].code == quantity.code }
            ledger.reports(
                .formula, [index], "\(quantity.printed) = \(quantity.value)", rule: .formula, severity: .hint,
                remark: Remark(.formulaLeft, [quantity.printed + quantity.unit, "\(quantity.value)" + quantity.unit]),
                anchor: index)
            if summands.count >= 2, before.count >= summands.count {
                let last = Array(before.suffix(summands.count))
                let values = last.compactMap { passages[$0].value.whole }
                if values == summands {
                    group = last + [index]
                    continue
                }
                let differing = zip(values, summands).filter { $0 != $1 }
                if differing.count == 1, let pair = differing.first, values.count == summands.count, isSlip(pair.0, pair.1) {
                    ledger.reports(
                        .formula, last + [index], "\(quantity.printed) ≠ \(values.map(String.init).joined(separator: "+"))",
                        rule: .formula, severity: .warning,
                        remark: Remark(
                            .formulaDiffers,
                            [quantity.printed + quantity.unit, values.map { "\($0)\(quantity.unit)" }.joined(separator: "、")]),
                        anchor: index)
                    continue
                }
            }
            // the tasks due now out of all tasks
            if let first = group.last, passages[first].sentence == quantity.sentence,
                case .formula(let all) = passages[first].form, all.count == summands.count
            {
                if zip(summands, all).allSatisfy({ $0 <= $1 }) {
                    ledger.holds(
                        .formula, group + [index],
                        "\(passages[first].printed) = \(passages[first].value)；\(quantity.printed) = \(quantity.value) ≤ \(passages[first].value)"
                    )
                    group = []
                } else {
                    ledger.reports(
                        .atMost, group + [index], "\(quantity.printed) > \(passages[first].printed)", rule: .atMost,
                        severity: .warning,
                        remark: Remark(
                            .partExceedsWhole,
                            [
                                passages.label(index), quantity.printed + quantity.unit, passages.label(first),
                                passages[first].printed + passages[first].unit,
                            ]),
                        anchor: index)
                    group = []
                }
            }
        }
        if let last = group.last { ledger.holds(.formula, group, "\(passages[last].printed) = \(passages[last].value)") }
    }

    private func isSlip(_ first: Int, _ second: Int) -> Bool {
        NearMiss.pair(first, second) || abs(first - second) <= 1 || abs(first - second) == 10
    }
}
