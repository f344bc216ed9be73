/// What passed and what did not make up all: 抽检8600批次，合格8514批次，不合格86批次.
struct ComplementRule {
    let passages: Passages

    private static let negations = PhraseSet("不 未 未能 不予")

    func read(into ledger: inout Ledger) {
        for sentence in passages.bySentence where sentence.count >= 3 {
            for index in sentence.dropFirst(2) where passages[index].isExact && passages[index].isCount {
                read(index, sentence: sentence, into: &ledger)
            }
        }
    }

    private func read(_ index: Int, sentence: Range<Int>, into ledger: inout Ledger) {
        let text = passages.text
        let lead = Vocabulary.trimmed(passages[index].lead, in: text)
        let length = ComplementRule.negations.match(text, at: lead.lowerBound, limit: lead.upperBound)
        guard length > 0, lead.count - length >= 2, lead.count - length <= 4, let done = previous(index, sentence),
            let total = previous(done, sentence)
        else { return }
        let verb = (lead.lowerBound + length)..<lead.upperBound
        let affirmed = Vocabulary.trimmed(passages[done].lead, in: text)
        guard affirmed.count >= verb.count, text.first(Array(text[verb]), in: affirmed) != nil,
            passages[done].code == passages[index].code,
            passages[total].code == passages[done].code, let whole = passages[total].value.whole,
            let first = passages[done].value.whole,
            let second = passages[index].value.whole, !ledger.holds(together: [done, index]),
            passages[total].clause < passages[done].clause, first <= whole
        else { return }
        let members = [total, done, index]
        if whole == first + second {
            ledger.holds(.sum, members, SumRule.equation(whole, [first, second]))
        } else if NearMiss.sum(total: whole, parts: [first, second], isSure: true) || first + second > whole {
            ledger.reports(
                .sum, members, "\(whole) ≠ \(first) + \(second) = \(first + second)", rule: .sum, severity: .error,
                remark: Remark(
                    .sumDiffers,
                    [
                        passages.label(total), "\(whole)", passages[total].unit, "\(first) + \(second)", "\(first + second)",
                        "\(abs(first + second - whole))",
                    ]),
                anchor: index)
        }
    }

    private func previous(_ index: Int, _ sentence: Range<Int>) -> Int? {
        var at = index - 1
        while at >= sentence.lowerBound, passages[at].isPercent { at -= 1 }
        return at >= sentence.lowerBound && passages[at].isExact && passages[at].isCount ? at : nil
    }
}
