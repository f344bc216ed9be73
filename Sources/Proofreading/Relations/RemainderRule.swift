/// What is left: 办结与正在办理 make up what was received; 其余 makes up the rest.
struct RemainderRule {
    let passages: Passages

    private static let pending = PhraseSet(
        "正在 尚未 未办结 未审结 未结 未化解 待办 在办 办理中 审理中 化解中 调解中 尚在 待审 在审 未完成 待处理 暂未 结转 处理中 推进中 调处中 待核 进行中 未判决 待判 未判")

    func read(into ledger: inout Ledger) {
        for sentence in passages.bySentence {
            for index in sentence where passages[index].isCount || passages[index].family == .money {
                readPending(index, sentence: sentence, into: &ledger)
                readRest(index, sentence: sentence, into: &ledger)
            }
        }
    }

    private func readPending(_ index: Int, sentence: Range<Int>, into ledger: inout Ledger) {
        let quantity = passages[index]
        let text = passages.text
        guard quantity.bound == .exact, index - 2 >= sentence.lowerBound else { return }
        let around = quantity.lead.lowerBound..<quantity.noun.upperBound
        guard RemainderRule.pending.contains(text, in: around), !passages.isAnnounced(index) else {
            return
        }
        // the figure before says how many are done, the one before that how many there were
        guard let done = previous(index, sentence), let total = previous(done, sentence),
            passages[done].passage == quantity.passage,
            passages[total].passage == quantity.passage
        else { return }
        guard let doneStage = Vocabulary.stage(passages[done].lead, in: text)?.stage, doneStage >= .disposed,
            comparable(done, index)
        else { return }
        let totalStage = Vocabulary.stage(passages[total].lead, in: text)?.stage ?? .received
        guard totalStage < doneStage, passages[total].bound == .exact, passages[done].bound == .exact,
            comparable(total, done) || isBatch(total)
        else { return }
        guard let whole = passages[total].value.whole, let first = passages[done].value.whole, let second = quantity.value.whole
        else { return }
        let members = [total, done, index]
        let mixed = Set(members.map { passages[$0].unit }).count > 1 && isBatch(total)
        if whole == first + second {
            ledger.holds(.sum, members, SumRule.equation(whole, [first, second]))
        } else if !Vocabulary.carriedOver.contains(text, in: passages.reading.sentences[quantity.sentence].range) {
            ledger.reports(
                .remainder, members, "\(whole) ≠ \(first) + \(second) = \(first + second)", rule: .remainder,
                severity: mixed ? .warning : .error,
                remark: Remark(
                    .pendingDiffers,
                    [
                        passages.label(total), "\(whole)", passages.label(done), "\(first)", "\(second)", "\(first + second)",
                        "\(whole - first)",
                    ]),
                anchor: index)
        }
        if mixed {
            let units = members.map { passages[$0].unit }
            var seen: [String] = []
            for unit in units where !seen.contains(unit) { seen.append(unit) }
            ledger.reports(
                .consistency, members, members.map { passages[$0].printed + passages[$0].unit }.joined(separator: " / "),
                rule: .unitsMixed,
                severity: .hint, remark: Remark(.unitsMixed, [seen.joined(separator: "、")]), anchor: total)
        }
    }

    private func isBatch(_ index: Int) -> Bool { [.batch, .occasion, .turnout].contains(passages[index].family) }

    private func comparable(_ first: Int, _ second: Int) -> Bool {
        SumRule.addable(passages[first], passages[second]) || isBatch(first) && passages[second].family == .matter
    }

    private func previous(_ index: Int, _ sentence: Range<Int>) -> Int? {
        var at = index - 1
        while at >= sentence.lowerBound,
            passages[at].isPercent || passages[at].family == .money || passages[at].family == .area
                || passages[at].isParenthetical && !passages[index].isParenthetical
        { at -= 1 }
        return at >= sentence.lowerBound && passages[at].isCount ? at : nil
    }

    private func readRest(_ index: Int, sentence: Range<Int>, into ledger: inout Ledger) {
        let quantity = passages[index]
        guard quantity.bound == .exact, let word = Vocabulary.rest.first(passages.text, in: quantity.lead),
            index > sentence.lowerBound
        else { return }
        let form = passages.text.string(word)
        let isStrong = form == "其余" || form == "剩余" || form == "余下"
        guard let rest = quantity.value.whole else { return }
        var parts = [rest]
        var members = [index]
        var at = index - 1
        var candidate: (total: Int, parts: [Int], members: [Int])?
        while at >= sentence.lowerBound {
            let other = passages[at]
            if other.isPercent || other.isParenthetical && !quantity.isParenthetical {
                at -= 1
                continue
            }
            guard SumRule.addable(other, quantity), other.bound == .exact, let value = other.value.whole else { break }
            if parts.count >= 2, value == parts.reduce(0, +) {
                ledger.holds(.remainder, [at] + members, SumRule.equation(value, parts))
                return
            }
            if parts.count >= 2, value > rest,
                Vocabulary.hasTotal(passages.text, in: other.lead)
                    || passages.isAnnounced(members[0]) || at == sentence.lowerBound
            {
                candidate = candidate ?? (at, parts, members)
            }
            parts.insert(value, at: 0)
            members.insert(at, at: 0)
            at -= 1
        }
        guard isStrong, let candidate, let whole = passages[candidate.total].value.whole else { return }
        let added = candidate.parts.reduce(0, +)
        let slip = NearMiss.sum(total: whole, parts: candidate.parts)
        guard slip || added > whole else { return }
        let equation = candidate.parts.map(String.init).joined(separator: " + ")
        ledger.reports(
            .remainder, [candidate.total] + candidate.members, "\(whole) ≠ \(equation) = \(added)", rule: .remainder,
            severity: .error,
            remark: Remark(
                .restDiffers, [passages.label(candidate.total), "\(whole)", equation, "\(added)", "\(rest - (added - whole))"]),
            anchor: index)
    }
}
