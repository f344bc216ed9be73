extension GrowthRule {
    // MARK: percentage points

    func readPoints(_ index: Int, sentence: Range<Int>, into ledger: inout Ledger) {
        let sign = GrowthRule.direction(passages[index].lead, passages.text)
        guard sign != 0, passages[index].bound == .exact else { return }
        let rates = (sentence.lowerBound..<index).filter {
            passages[$0].isPercent && passages[$0].bound == .exact && passages[$0].passage == passages[index].passage
        }
        var from: Int?
        var to: Int?
        if rates.count >= 2, let last = rates.last {
            let first = rates[rates.count - 2]
            let between = passages[first].whole.upperBound..<passages[last].number.lowerBound
            if between.count <= 12, GrowthRule.arrows.contains(passages.text, in: between),
                GrowthRule.starts.contains(passages.text, in: passages[first].lead)
            {
                (from, to) = (first, last)
            }
        }
        if from == nil, let last = rates.last,
            let other = ((max(sentence.lowerBound, last - 1))..<min(sentence.upperBound, index + 2)).first(where: {
                $0 != last && $0 != index && passages[$0].isPercent && isLastYear($0)
            })
        {
            (from, to) = (other, last)
        }
        // 败诉率10.2%，较2022年的13.5%下降3.3个百分点
        if from == nil, rates.count >= 2, let last = rates.last, last == index - 1, isLastYear(last),
            rates[rates.count - 2] == last - 1,
            !isLastYear(last - 1), passages[index].clause - passages[last - 1].clause <= 1
        {
            (from, to) = (last, last - 1)
        }
        guard let from, let to else { return }
        let change = sign > 0 ? passages[to].value - passages[from].value : passages[from].value - passages[to].value
        let equation = "\(passages[to].printed)% - \(passages[from].printed)% = \(passages[to].value - passages[from].value)"
        if change == passages[index].value {
            ledger.holds(.growth, [from, to, index], equation)
        } else {
            let isSlip = NearMiss.explains([passages[from].value, passages[to].value, passages[index].value]) {
                (sign > 0 ? $0[1] - $0[0] : $0[0] - $0[1]) == $0[2]
            }
            guard isSlip || ShareRule.isClose(change, passages[index].value) else { return }
            ledger.reports(
                .growth, [from, to, index], "\(equation) ≠ \(passages[index].printed)", rule: .growth, severity: .error,
                remark: Remark(.pointsDiffer, [equation, passages[index].printed]), anchor: index)
        }
    }

    // MARK: 是去年的 2 倍

    func readTimes(_ index: Int, sentence: Range<Int>, into ledger: inout Ledger) {
        let quantity = passages[index]
        let text = passages.text
        guard quantity.bound == .exact, Vocabulary.lastYear.contains(text, in: quantity.lead),
            text.glyph(at: quantity.lead.upperBound - 1) == glyph("的")
        else { return }
        let before = (sentence.lowerBound..<index).filter {
            passages[$0].isCount && passages[$0].bound == .exact && passages[$0].passage == quantity.passage
        }
        guard let last = before.last(where: { isLastYear($0) }),
            let current = before.last(where: { $0 != last && isCurrent($0) }), passages[last].family == passages[current].family
        else { return }
        let ratio = Numeral(units: quantity.value.units * 100, decimals: quantity.value.decimals)
        let equation = "\(passages[current].printed) ÷ \(passages[last].printed)"
        switch ShareComparison(passages[current].value, over: passages[last].value, percent: ratio) {
        case .holds, .truncated: ledger.holds(.growth, [last, current, index], "\(equation) = \(quantity.printed)")
        case .differs(let actual):
            let times = Numeral(units: actual.units, decimals: actual.decimals + 2).trimmed
            // 1.97 倍 is told as 2 倍
            let places = quantity.value.decimals
            let power = Numeral.powers[max(0, times.decimals - places)]
            if (times.units + power / 2) / power == quantity.value.units {
                return ledger.holds(.growth, [last, current, index], "\(equation) ≈ \(quantity.printed)")
            }
            ledger.reports(
                .growth, [last, current, index], "\(equation) = \(times) ≠ \(quantity.printed)", rule: .growth,
                severity: .warning,
                remark: Remark(.timesDiffer, [equation, "\(times)", quantity.printed]), anchor: index)
        }
    }
}
