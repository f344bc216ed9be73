/// Two counts that answer each other: each act its paper, each unit its function; and 全部, which makes the done equal to the whole.
struct CorrespondenceRule {
    let passages: Passages

    private static let papers = PhraseSet("制发 发出 下发 下达 发放 送达 签发 制作 出具 印发 发")
    private static let divisions = PhraseSet("划分 分为 分成 划为 设置 设立 组建")
    private static let bases = PhraseSet("按 按照 依据 紧扣 围绕 对应 根据 聚焦")
    private static let entire = PhraseSet("全部 均已 均按 已全部 均得到 均在")
    private static let done = PhraseSet("销号 办结 完成 整改 化解 处理 答复 办复 审结 到位 履行 落实 成功 兑现 解决 回复 结案")

    func read(into ledger: inout Ledger) {
        for index in passages.quantities.indices where passages[index].isExact && passages[index].family.isCount {
            readPaper(index, into: &ledger)
            readDivision(index, into: &ledger)
            readEntire(index, into: &ledger)
        }
    }

    /// 纠正…10件，制发《纠正…通知书》10份.
    private func readPaper(_ index: Int, into ledger: inout Ledger) {
        let text = passages.text
        let quantity = passages[index]
        guard index > 0, quantity.unit == "份" else { return }
        let lead = quantity.lead
        guard let open = text[lead].firstIndex(of: glyph("《")), let close = text[lead].lastIndex(of: glyph("》")), close > open,
            lead.upperBound - close <= 3
        else { return }
        let verb = CorrespondenceRule.papers.suffix(text, of: max(0, open - 3)..<open)
        let act = passages[index - 1]
        guard verb > 0, act.unit == "件", act.sentence == quantity.sentence, quantity.clause - act.clause == 1, act.isExact else {
            return
        }
        let words = Vocabulary.trimmed(act.lead, in: text)
        guard words.count >= 3, let number = quantity.value.whole, let other = act.value.whole else { return }
        // the act's verb names the paper
        guard text.first(Array(text[open..<close].dropFirst().prefix(2)), in: act.lead) != nil else { return }
        if number == other {
            ledger.holds(.equal, [index - 1, index], "\(other) = \(number)")
        } else if NearMiss.pair(number, other) || abs(number - other) == 10 {
            ledger.reports(
                .equal, [index - 1, index], "\(other) ≠ \(number)", rule: .correspondence, severity: .hint,
                remark: Remark(
                    .countsDiffer,
                    [passages.label(index - 1), act.printed + act.unit, passages.label(index), quantity.printed + quantity.unit]),
                anchor: index)
        }
    }

    /// 将6个…组按…六大功能进行划分; 紧扣…4大主题，设置…4个区域.
    private func readDivision(_ index: Int, into ledger: inout Ledger) {
        let text = passages.text
        guard index > 0, passages[index].value <= Numeral(units: 30), passages[index - 1].value <= Numeral(units: 30) else {
            return
        }
        let first = index - 1
        guard passages[first].isExact, passages[first].family.isCount, passages[first].sentence == passages[index].sentence,
            passages[index].clause - passages[first].clause <= 1
        else { return }
        let opening = max(0, passages[first].lead.upperBound - 60)..<passages[first].lead.upperBound
        let between = passages[first].whole.upperBound..<passages[index].number.lowerBound
        let after = passages[index].whole.upperBound..<min(text.count, passages[index].noun.upperBound)
        let sameClause = passages[first].clause == passages[index].clause
        let isDivided =
            sameClause && text[passages[first].lead].contains(glyph("将")) && CorrespondenceRule.bases.contains(text, in: between)
            && CorrespondenceRule.divisions.contains(text, in: after)
        let isAnswered = !sameClause && passages[first].unit == "大" || isGreat(first)
        let isMirrored =
            isAnswered && !sameClause && CorrespondenceRule.bases.contains(text, in: opening.clamped(to: passages[first].lead))
            && CorrespondenceRule.divisions.contains(text, in: between)
        guard isDivided || isMirrored, let one = passages[first].value.whole, let two = passages[index].value.whole else {
            return
        }
        if one == two {
            ledger.holds(.equal, [first, index], "\(one) = \(two)")
        } else if abs(one - two) == 1 || abs(one - two) == 10 || NearMiss.pair(one, two) {
            ledger.reports(
                .equal, [first, index], "\(one) ≠ \(two)", rule: .correspondence, severity: .hint,
                remark: Remark(
                    .countsDiffer,
                    [
                        passages.label(first), passages[first].printed + passages[first].unit, passages.label(index),
                        passages[index].printed + passages[index].unit,
                    ]),
                anchor: index)
        }
    }

    private func isGreat(_ index: Int) -> Bool {
        passages.text.glyph(at: passages[index].whole.upperBound - 1) == glyph("大")
            || passages.text.glyph(at: passages[index].number.upperBound) == glyph("大")
    }

    /// 17件…全部按期销号.
    private func readEntire(_ index: Int, into ledger: inout Ledger) {
        let noun = passages[index].noun
        guard passages[index].family == .matter || passages[index].family == .item,
            let word = CorrespondenceRule.entire.first(passages.text, in: noun), !noun.isEmpty
        else { return }
        if CorrespondenceRule.done.contains(passages.text, in: word.upperBound..<noun.upperBound) {
            ledger.holds(.all, [index], "\(passages[index].printed) = \(passages[index].printed)")
        }
    }
}
