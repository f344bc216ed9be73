/// The same fact told twice: 辖区内12个行政社区 here and there; the same count in the summary and in its section.
struct RepeatRule {
    let passages: Passages

    private static let scopes = PhraseSet("辖区内 辖区 下辖 共有 现有 区内 全区共有 全市共有 全县共有 全区现有 我区现有 全区 全县 全镇 辖 共辖 在册")
    private static let samples = PhraseSet("对 组织 选取 抽取 抽查 评选 推荐 其中 部分 新增 新建 检查 走访 覆盖 完成 指导 督促 召集 邀请 确定 公布 开展 通过")

    func read(into ledger: inout Ledger) {
        readStanding(into: &ledger)
        readTold(into: &ledger)
    }

    // MARK: standing facts

    private func readStanding(into ledger: inout Ledger) {
        let text = passages.text
        var standing: [Int] = []
        for index in passages.quantities.indices {
            let quantity = passages[index]
            guard quantity.isExact, !quantity.isHan, quantity.family.isCount, quantity.noun.count >= 3 || quantity.unit == "村"
            else { continue }
            guard RepeatRule.scopes.suffix(text, of: quantity.lead) > 0 else { continue }
            let before = max(quantity.lead.lowerBound, quantity.lead.upperBound - 8)..<quantity.lead.upperBound
            if RepeatRule.samples.contains(text, in: before) { continue }
            standing.append(index)
            if standing.count == 300 { break }
        }
        for (place, first) in standing.enumerated() {
            for second in standing[(place + 1)...]
            where passages[first].code == passages[second].code && passages[first].sentence != passages[second].sentence {
                let length = Vocabulary.commonPrefix(passages[first].noun, passages[second].noun, in: text)
                guard length >= 3,
                    text[passages[first].noun.lowerBound..<(passages[first].noun.lowerBound + 3)].allSatisfy({ $0.isHan })
                else { continue }
                let one = passages[first]
                let two = passages[second]
                if one.value == two.value {
                    ledger.holds(.equal, [first, second], "\(one.printed) = \(two.printed)")
                } else {
                    guard
                        NearMiss.pair(one.value.whole ?? 0, two.value.whole ?? 0)
                            || length >= 4 && RepeatRule.strong.contains(text, in: one.lead)
                                && RepeatRule.strong.contains(text, in: two.lead)
                    else { continue }
                    reports(first, second, severity: .warning, into: &ledger)
                }
                break
            }
        }
    }

    private static let strong = PhraseSet("辖区内 下辖 共有 现有 共辖")

    // MARK: one event told in two places

    private func readTold(into ledger: inout Ledger) {
        let text = passages.text
        var byName: [Int: [Int]] = [:]
        for index in passages.quantities.indices {
            let quantity = passages[index]
            guard quantity.isExact, quantity.family.isAdditive, !quantity.isRecurring, !quantity.isParenthetical,
                !passages.isBareLead(index)
            else { continue }
            let lead = Vocabulary.trimmed(quantity.lead, in: text)
            guard lead.count >= 6, lead.count <= 24 else { continue }
            byName[Vocabulary.key(text, lead) &* 31 &+ Int(quantity.code), default: []].append(index)
        }
        for group in byName.values.filter({ $0.count == 2 }).sorted(by: { $0[0] < $1[0] }) {
            let (first, second) = (group[0], group[1])
            guard passages[first].sentence != passages[second].sentence else { continue }
            if passages[first].value == passages[second].value {
                ledger.holds(.equal, [first, second], "\(passages[first].printed) = \(passages[second].printed)")
            } else if NearMiss.pair(passages[first].value.whole ?? 0, passages[second].value.whole ?? 0), isAlike(first, second),
                isSummary(first)
            {
                reports(first, second, severity: .warning, into: &ledger)
            }
        }
    }

    private static let periods = PhraseSet("上年 去年 上半年 下半年 季度 截至 月份 同期")

    private func isAlike(_ first: Int, _ second: Int) -> Bool {
        let one = passages.reading.sentences[passages[first].sentence].range
        let two = passages.reading.sentences[passages[second].sentence].range
        return !RepeatRule.periods.contains(passages.text, in: one) && !RepeatRule.periods.contains(passages.text, in: two)
            && passages[first].paragraph != passages[second].paragraph
    }

    /// The first mention stands before the first numbered part, or in its opening lines.
    private func isSummary(_ index: Int) -> Bool {
        let firstSection = passages.reading.headings.first { $0.mark.level == 2 }?.range.lowerBound ?? passages.text.count / 4
        return passages[index].number.lowerBound < max(firstSection, passages.text.count / 8)
    }

    private func reports(_ first: Int, _ second: Int, severity: Severity, into ledger: inout Ledger) {
        ledger.reports(
            .equal, [first, second], "\(passages[first].printed) ≠ \(passages[second].printed)", rule: .repeatedFact,
            severity: severity,
            remark: Remark(
                .toldTwice,
                [
                    passages.label(first), passages[first].printed + passages[first].unit,
                    passages[second].printed + passages[second].unit,
                ]),
            anchor: second)
    }
}
