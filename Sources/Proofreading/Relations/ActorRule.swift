/// Figures of one office that cannot both stand: more penalties published than cases recorded, or a publication rate of 100% of fewer.
struct ActorRule {
    let passages: Passages

    private static let published = PhraseSet("公示 公开 公布")
    private static let recorded = PhraseSet("录入 办理 立案 作出 查处 办结 处罚案件 程序案件")
    private static let offices = PhraseSet("局 分局 大队 支队 中心 办 委 所 镇 街道 队 院 部 厅")
    private static let penalties = PhraseSet("处罚 案件 执法")

    func read(into ledger: inout Ledger) {
        for paragraph in passages.byParagraph where paragraph.count >= 2 {
            let matters = paragraph.filter {
                passages[$0].family == .matter && passages[$0].isExact && !passages[$0].isParenthetical
            }
            guard matters.count >= 2 else { continue }
            let public_ = matters.filter { isPublished($0) }
            for index in public_ {
                guard let office = office(index) else { continue }
                for other in matters where other != index && !public_.contains(other) && isRecorded(other) {
                    guard let second = self.office(other), sameOffice(office, second) else { continue }
                    judge(index, other, paragraph: paragraph, into: &ledger)
                }
            }
        }
    }

    private func isPublished(_ index: Int) -> Bool {
        let lead = passages[index].lead
        let tail = max(lead.lowerBound, lead.upperBound - 5)..<lead.upperBound
        guard ActorRule.published.contains(passages.text, in: tail) else { return false }
        var low = lead.lowerBound
        while low > 0, !passages.text[low - 1].endsSentence, lead.lowerBound - low < 60 { low -= 1 }
        return ActorRule.penalties.contains(passages.text, in: low..<lead.upperBound)
    }

    private func isRecorded(_ index: Int) -> Bool {
        let text = passages.text
        if ActorRule.published.contains(text, in: passages[index].lead) { return false }
        let sentence = passages.bySentence[passages[index].sentence]
        let range = passages.reading.sentences[passages[index].sentence].range.lowerBound..<passages[index].number.lowerBound
        guard let first = sentence.first, ActorRule.recorded.contains(text, in: range) else { return false }
        return first == index
            || passages[first].family == .matter && !ActorRule.published.contains(text, in: passages[first].lead)
    }

    /// The name of the office that stands before a figure in its clause.
    private func office(_ index: Int) -> Range<Int>? {
        let text = passages.text
        var lead = Vocabulary.trimmed(passages[index].lead, in: text)
        if let word = Vocabulary.amongThem.last(text, in: lead) { lead = word.upperBound..<lead.upperBound }
        guard let word = ActorRule.offices.last(text, in: lead) else { return nil }
        let name = lead.lowerBound..<word.upperBound
        return name.count >= 4 && name.count <= 24 ? name : nil
    }

    /// 市城市执法局北部分局 and 市执法局北部分局: the shorter name is the longer one with characters left out.
    private func sameOffice(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        let text = passages.text
        let (short, long) = first.count <= second.count ? (first, second) : (second, first)
        guard Vocabulary.commonSuffix(short, long, in: text) >= 4 else { return false }
        var position = long.lowerBound
        for wanted in short {
            while position < long.upperBound, text[position] != text[wanted] { position += 1 }
            if position == long.upperBound { return false }
            position += 1
        }
        return true
    }

    private func judge(_ index: Int, _ other: Int, paragraph: Range<Int>, into ledger: inout Ledger) {
        let quantity = passages[index]
        let cases = passages[other]
        let text = passages.text
        let rate = paragraph.first { candidate in
            passages[candidate].isPercent && candidate > index && passages[candidate].sentence == quantity.sentence
                && ActorRule.published.contains(text, in: passages[candidate].lead)
        }
        let full = rate.map { passages[$0].value == Numeral(units: 100) } ?? false
        let values = [passages.label(index), quantity.printed + quantity.unit, passages.label(other), cases.printed + cases.unit]
        if quantity.value > cases.value {
            ledger.reports(
                .consistency, [index, other], "\(quantity.printed) > \(cases.printed)", rule: .actorCounts, severity: .warning,
                remark: Remark(.publishedExceedsCases, values), anchor: index)
        } else if full, quantity.value < cases.value, let rate {
            let others = paragraph.filter { $0 != index && $0 < rate && $0 > index && isPublished($0) }
            ledger.reports(
                .consistency, ([index] + others + [rate, other]).sorted(), "\(quantity.printed) ÷ \(cases.printed) ≠ 100%",
                rule: .actorCounts,
                severity: .warning, remark: Remark(.publishedFewerAtHundred, values), anchor: index)
        } else if quantity.value == cases.value {
            ledger.holds(.consistency, [index, other], "\(quantity.printed) = \(cases.printed)")
        }
    }
}
