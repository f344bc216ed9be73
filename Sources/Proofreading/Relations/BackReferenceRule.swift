/// Outcomes told in a sentence of their own: 办结33件，未办结4件。在办结案件中，维持19件，撤销4件，驳回3件，终止7件。
struct BackReferenceRule {
    let passages: Passages

    private static let verbs = PhraseSet("办结 审结 结案 已审结 已办结 已结 受理 新收 收到 立案")
    private static let nouns = PhraseSet("案件中 的案件中 复议案件中 行政复议案件中 的行政复议案件中 诉讼案件中 行政诉讼案件中 的复议案件中 申请中 的申请中 的中 事项中 纠纷中")

    func read(into ledger: inout Ledger) {
        let text = passages.text
        for (place, figures) in passages.bySentence.enumerated() where figures.count >= 2 && place > 0 {
            guard let first = figures.first else { continue }
            var start = passages.reading.sentences[place].range.lowerBound
            if text[start] == glyph("在") { start += 1 }
            let length = BackReferenceRule.verbs.match(text, at: start, limit: passages[first].number.lowerBound)
            guard length > 0,
                BackReferenceRule.nouns.match(text, at: start + length, limit: passages[first].number.lowerBound) > 0
            else { continue }
            let verb = Array(text[(start + length - 2)..<(start + length)])
            guard let total = total(named: verb, before: place, first: first) else { continue }
            let rule = SumRule(passages: passages)
            guard rule.isCandidate(first), SumRule.addable(passages[total], passages[first]) else { continue }
            let parts = rule.run(from: first, total: total, limit: figures.upperBound)
            if parts.count >= 2 { rule.judge(total: total, parts: parts, claim: .amongThem, into: &ledger) }
        }
    }

    /// The last figure of the sentence before whose words hold the verb, and not its denial.
    private func total(named verb: [Glyph], before sentence: Int, first: Int) -> Int? {
        let text = passages.text
        let previous = passages.bySentence[sentence - 1]
        guard passages.reading.sentences[sentence - 1].paragraph == passages.reading.sentences[sentence].paragraph else {
            return nil
        }
        return previous.last { index in
            guard passages[index].isExact, passages[index].isCount, passages[index].code == passages[first].code,
                let found = text.first(verb, in: passages[index].lead)
            else { return false }
            let mark = text.glyph(at: found - 1)
            return mark != glyph("未") && mark != glyph("不") && mark != glyph("予")
        }
    }
}
