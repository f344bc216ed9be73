extension ShareRule {
    // MARK: a rate whose numerator is not printed

    /// 39 件, 纠错率 28.2%: which base gives it with a whole number?
    static func isRounded(_ percent: Numeral, of base: Int) -> Bool {
        guard base > 0 else { return false }
        let power = Int128(Numeral.powers[min(percent.decimals, 9)])
        let low = Int128(percent.units) * Int128(base) / (100 * power)
        for numerator in max(0, low - 1)...(low + 1) where numerator <= base {
            let dividend = numerator * 100 * power
            if (dividend * 2 + Int128(base)) / (Int128(base) * 2) == Int128(percent.units)
                || dividend / Int128(base) == Int128(percent.units)
            {
                return true
            }
        }
        return false
    }

    static let unprintedBase = PhraseSet("满意 知晓 覆盖 参与 及时 准确 群众 认可 普及 入户 好评 测评 知晓率 安全感 信任 出庭 应诉 平均 检测 抽检 抽样 监测 空气 水质 优良")

    func readFeasible(
        _ index: Int, lead: Range<Int>, counts: [Int], bases: [Int], sentence: Range<Int>, into ledger: inout Ledger
    ) {
        let quantity = passages[index]
        let text = passages.text
        guard !ShareRule.unprintedBase.contains(text, in: lead), isAnaphoric(index) else { return }
        let unit = counts.last { isCountable($0) }.map { passages[$0].code } ?? 0
        let wholes = counts.filter { isCountable($0) && passages[$0].code == unit }
        guard let last = wholes.last, passages[last].passage >= quantity.passage - 1 else { return }
        if quantity.value == Numeral(units: 100) {
            if passages[last].passage == quantity.passage {
                ledger.holds(
                    .share, [last] + rates(from: last, sentence: sentence), "\(passages[last].printed) → \(quantity.printed)%")
            }
            return
        }
        let own = wholes.filter { passages[$0].passage == quantity.passage && isBase($0) }
        let all = (sentence.lowerBound..<index).filter { isCountable($0) && passages[$0].code == unit && passages[$0].isExact }
        if let base = wholes.last(where: { isRounded(quantity, $0) }) ?? all.last(where: { isRounded(quantity, $0) }) {
            hold(index, base: base, others: own.filter { $0 != base }, into: &ledger)
            return
        }
        // the base may stand in a sentence before, when this one only tells the outcomes
        if own.isEmpty, !isKindRate(lead) {
            let earlier = (passages.byParagraph[quantity.paragraph].lowerBound..<sentence.lowerBound).filter {
                isCountable($0) && passages[$0].code == unit && passages[$0].isExact
                    && passages[$0].sentence >= quantity.sentence - 2
            }
            if let base = earlier.last(where: { isRounded(quantity, $0) }) { hold(index, base: base, others: [], into: &ledger) }
            return
        }
        guard quantity.clause - passages[last].clause <= 1, wholes.allSatisfy({ passages[$0].isExact }) else { return }
        var seen: [String] = []
        for base in wholes where !seen.contains(passages[base].printed) { seen.append(passages[base].printed) }
        ledger.reports(
            .share, wholes + [index], "\(quantity.printed)% ≠ n ÷ \(seen.joined(separator: "、"))", rule: .shareImpossible,
            severity: .warning,
            remark: Remark(.noWholeNumber, [passages.label(index), quantity.printed, seen.joined(separator: "、")]), anchor: index)
    }

    func isCountable(_ index: Int) -> Bool {
        let quantity = passages[index]
        return quantity.isCount && quantity.value.whole != nil
            && (quantity.family == .matter || quantity.family == .item || quantity.family == .person)
    }

    /// 受理50件 and 审结39件 can be what a rate is taken of; 维持20件 is an outcome.
    func isBase(_ index: Int) -> Bool {
        let text = passages.text
        let lead = Vocabulary.trimmed(passages[index].lead, in: text)
        return Vocabulary.stage(lead, in: text) != nil && Vocabulary.outcomes.suffix(text, of: lead) == 0
            && !passages.isAnnounced(index)
    }

    func isRounded(_ quantity: Quantity, _ base: Int) -> Bool {
        ShareRule.isRounded(quantity.value, of: passages[base].value.whole ?? 0)
    }

    func hold(_ index: Int, base: Int, others: [Int], into ledger: inout Ledger) {
        let percent = passages[index].value
        let numerator = ShareRule.numerator(percent, of: passages[base].value.whole ?? 0)
        let rest = others.isEmpty ? "" : "（≠ ÷ \(others.map { passages[$0].printed }.joined(separator: "、"))）"
        ledger.holds(.share, [base, index], "\(numerator) ÷ \(passages[base].printed) = \(percent)%" + rest)
    }

    func rates(from base: Int, sentence: Range<Int>) -> [Int] {
        ((base + 1)..<sentence.upperBound).prefix { passages[$0].isPercent }.map { $0 }
    }

    static func numerator(_ percent: Numeral, of base: Int) -> Int {
        let full = 100 * Int128(Numeral.powers[min(percent.decimals, 9)])
        return Int(truncatingIfNeeded: (Int128(percent.units) * Int128(base) * 2 + full) / (full * 2))
    }
}
