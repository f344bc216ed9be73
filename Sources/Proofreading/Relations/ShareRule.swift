/// Shares and rates: 办结率 98%, 占总数的 37.5%, and the counts behind them.
struct ShareRule {
    let passages: Passages

    static let rateWords = PhraseSet(
        "率 比率 比例 占比 比重 百分比 率为 率达 率达到 率均为 率均达 率均达到 率保持 率实现 率保持在 占比为 占比达 比例为 比例达 比例达到 比重为 率始终保持 率高达 率超过 率约为 占比约 率约 率分别为 率提升至 率提高到 率提升到 率提高至 率降至 率上升至 率上升到 率稳定在"
    )
    static let beyondHundred = PhraseSet("完成率 增长率 增幅 增速 达标率 超额 周转率 增值率 投资率 执行率 偿付 比上年 征收率")
    static let shareWords = PhraseSet("占 占比 占总数 占全部 占全年")

    /// Rates of matters handled: the denominator is the count of matters that stands before.
    static let handled = PhraseSet(
        "办结 审结 结案 化解 调解成功 调处成功 调成 成功 答复 办复 回复 纠错 即办 即办件 网办 履行 应诉 出庭 败诉 胜诉 撤诉 改判 维持 采纳 合格 通过 备案 公示 整改 销号 完成 满意件 督办 调解 调撤 拆除 回访 发证 立卷 息诉 息访 参考 优秀 参训 化解成功 建成 覆盖到 审核 评查合格 参加 达标 受理 立案 改办 采信 直接纠错 综合纠错 按期办结 按时办结 和解"
    )

    func read(into ledger: inout Ledger) {
        for sentence in passages.bySentence {
            for index in sentence where passages[index].isPercent && passages[index].isPlain {
                if GrowthRule.isChange(index, passages) { continue }
                read(index, sentence: sentence, into: &ledger)
            }
        }
    }

    func read(_ index: Int, sentence: Range<Int>, into ledger: inout Ledger) {
        let quantity = passages[index]
        let text = passages.text
        if readShareOf(index, sentence: sentence, into: &ledger) { return }
        let lead = rateLead(index)
        let isRate = ShareRule.rateWords.suffix(text, of: lead) > 0
        let isShare = ShareRule.shareWords.first(text, in: lead) != nil && !isRate || endsInShare(lead)
        guard isRate || isShare else { return }
        if isRate, quantity.value > Numeral(units: 100), !ShareRule.beyondHundred.contains(text, in: lead),
            !Vocabulary.otherYears.contains(text, in: passages.reading.sentences[quantity.sentence].range)
        {
            ledger.reports(
                .share, [index], "\(quantity.printed)% > 100%", rule: .shareOverHundred, severity: .error,
                remark: Remark(.shareOverHundred, [passages.label(index), quantity.printed]), anchor: index)
            return
        }
        guard quantity.bound == .exact, quantity.value.units > 0 else { return }
        let counts = candidates(before: index, sentence: sentence)
        guard !counts.isEmpty else { return }
        if isRate, readGroup(index, counts: counts, into: &ledger) { return }
        if isShare, let last = counts.last, let base = sharedBase(index, numerator: last),
            ShareComparison(passages[last].value, over: passages[base].value, percent: quantity.value).isHeld
        {
            ledger.holds(
                .share, [base, last, index], "\(passages[last].printed) ÷ \(passages[base].printed) = \(quantity.printed)%")
            return
        }
        if let held = holding(index, counts: counts, isShare: isShare) {
            ledger.holds(.share, held.members + [index], held.says)
            if held.isTruncated {
                ledger.reports(
                    .share, held.members + [index], held.says, rule: .share, severity: .hint,
                    remark: Remark(.shareTruncated, [quantity.printed, held.says]), anchor: index)
            }
            return
        }
        if isShare {
            readShare(index, counts: counts, into: &ledger)
        } else {
            readRate(index, lead: lead, counts: counts, sentence: sentence, into: &ledger)
        }
    }

    /// The words that name the rate; in 参考率100%，合格率100% each its own.
    func rateLead(_ index: Int) -> Range<Int> {
        var lead = passages[index].lead
        while lead.count > 0,
            [glyph("约"), glyph("近"), glyph("达"), glyph("为"), glyph("到"), glyph("至"), glyph("均"), glyph("的")].contains(
                passages.text[lead.upperBound - 1]),
            ShareRule.rateWords.suffix(passages.text, of: lead) == 0
        {
            lead = lead.lowerBound..<(lead.upperBound - 1)
        }
        return lead
    }

    func endsInShare(_ lead: Range<Int>) -> Bool {
        let tail = max(lead.lowerBound, lead.upperBound - 14)..<lead.upperBound
        return passages.text[tail].contains(glyph("占"))
    }

    /// Whole counts that stand before a rate in its sentence, nearest last.
    func candidates(before index: Int, sentence: Range<Int>) -> [Int] {
        // two counts since the rate before: they are this rate's own
        let last = (sentence.lowerBound..<index).last { passages[$0].isPercent }
        if let last {
            let own = counts(in: (last + 1)..<index)
            if own.count >= 2, passages[own[0]].clause > passages[last].clause { return own }
        }
        return counts(in: max(sentence.lowerBound, index - 30)..<index)
    }

    func counts(in range: Range<Int>) -> [Int] {
        range.filter {
            passages[$0].family.isAdditive && passages[$0].isPlain && passages[$0].bound == .exact && !passages[$0].isRecurring
                && passages[$0].value.units > 0
        }
    }

    /// 收到7件，程序性办结1件、实体性办结6件，总化解率100%: the done are told in parts; false when they are not.
    func readGroup(_ index: Int, counts: [Int], into ledger: inout Ledger) -> Bool {
        guard counts.count >= 3, let last = counts.last, passages[index].clause - passages[last].clause <= 1, isAnaphoric(index)
        else { return false }
        var start = counts.count - 1
        while start > 0, passages[counts[start - 1]].clause == passages[last].clause, compatible(counts[start - 1], last),
            Vocabulary.commonSuffix(passages[counts[start - 1]].lead, passages[last].lead, in: passages.text) >= 2
        {
            start -= 1
        }
        let parts = Array(counts[start...])
        guard parts.count >= 2, start > 0, let base = counts[..<start].last, compatible(base, last),
            passages[base].passage == passages[last].passage,
            Vocabulary.stage(passages[last].lead, in: passages.text).map({ $0.stage >= .disposed }) ?? false
        else { return false }
        let sum = parts.reduce(Numeral(units: 0)) { $0 + passages[$1].value }
        let equation = "(\(parts.map { passages[$0].printed }.joined(separator: " + "))) ÷ \(passages[base].printed)"
        switch ShareComparison(sum, over: passages[base].value, percent: passages[index].value) {
        case .holds, .truncated: ledger.holds(.share, [base] + parts + [index], "\(equation) = \(passages[index].printed)%")
        case .differs(let actual):
            guard
                NearMiss.explains(
                    [sum, passages[base].value, passages[index].value],
                    { $0[0] <= $0[1] && ShareComparison($0[0], over: $0[1], percent: $0[2]).isHeld })
                    || ShareRule.isClose(actual, passages[index].value)
            else { return false }
            ledger.reports(
                .share, [base] + parts + [index], "\(equation) = \(actual)% ≠ \(passages[index].printed)%", rule: .share,
                severity: .error,
                remark: Remark(
                    .shareDiffers,
                    [
                        passages.label(last), "\(sum)", passages.label(base), passages[base].printed, "\(actual)",
                        passages[index].printed, "\(equation) = \(actual)%",
                    ]),
                anchor: index)
        }
        return true
    }

    // MARK: a quotient that is printed

    struct Held {
        let members: [Int]
        let says: String
        let isTruncated: Bool
    }

    /// The pair of counts whose quotient the rate is, the nearest first.
    func holding(_ index: Int, counts: [Int], isShare: Bool = false) -> Held? {
        let percent = passages[index].value
        var truncated: Held?
        // 其他纠纷62件，占23.1%: a share is of the count right before it
        let isNext = isShare && counts.last == index - 1 && passages[index].clause - passages[index - 1].clause <= 1
        for (place, numerator) in counts.enumerated().reversed() where !isNext || place == counts.count - 1 {
            for denominator in counts[..<place].reversed() where compatible(numerator, denominator) {
                if passages[numerator].passage - passages[denominator].passage > 2 { continue }
                let comparison = ShareComparison(passages[numerator].value, over: passages[denominator].value, percent: percent)
                guard comparison.isHeld,
                    percent == Numeral(units: 100) || passages[denominator].value != passages[numerator].value
                else { continue }
                if percent == Numeral(units: 100), passages[index].passage != passages[numerator].passage { continue }
                let members = [denominator, numerator]
                let held = Held(
                    members: members, says: "\(passages[numerator].printed) ÷ \(passages[denominator].printed) = \(percent)%",
                    isTruncated: comparison == .truncated)
                if !held.isTruncated { return held }
                truncated = truncated ?? held
            }
        }
        // parts together over the total: 优秀68宗、合格34宗 of 105宗
        if counts.count >= 3, !isNext {
            for (start, end) in runs(counts.count) {
                let parts = Array(counts[start..<end])
                let denominator = counts[start - 1]
                if end < counts.count,
                    percent == Numeral(units: 100) || passages[index].clause - passages[parts[parts.count - 1]].clause > 2
                {
                    continue
                }
                guard parts.allSatisfy({ compatible($0, denominator) && passages[$0].passage == passages[index].passage }) else {
                    continue
                }
                let sum = parts.reduce(Numeral(units: 0)) { $0 + passages[$1].value }
                if ShareComparison(sum, over: passages[denominator].value, percent: percent).isHeld {
                    return Held(
                        members: [denominator] + parts,
                        says:
                            "(\(parts.map { passages[$0].printed }.joined(separator: " + "))) ÷ \(passages[denominator].printed) = \(percent)%",
                        isTruncated: false)
                }
            }
        }
        return truncated
    }

    /// Runs of two counts or more behind a first one, those up to the end first.
    func runs(_ count: Int) -> [(Int, Int)] {
        let open = (1..<(count - 1)).reversed().map { ($0, count) }
        let closed =
            count > 3 ? (max(1, count - 6)..<(count - 2)).flatMap { start in ((start + 2)..<count).map { (start, $0) } } : []
        return open + closed
    }

    func compatible(_ first: Int, _ second: Int) -> Bool {
        SumRule.addable(passages[first], passages[second]) || passages[first].code == passages[second].code
    }

    /// 受理68件，审结62件，审结率98.2%: the three stand side by side and nothing else can be meant.
    func isNextTo(_ index: Int, numerator: Int, base: Int) -> Bool {
        guard numerator == index - 1, base == index - 2, passages[base].code == passages[numerator].code,
            passages[index].clause - passages[numerator].clause <= 1, passages[numerator].clause - passages[base].clause <= 1,
            passages[numerator].value <= passages[base].value,
            passages[index].isParenthetical == passages[numerator].isParenthetical
        else { return false }
        let text = passages.text
        let lead = Vocabulary.trimmed(rateLead(index), in: text)
        if lead.contains(where: { text[$0] == glyph("占") }) {
            return passages.isAnnounced(numerator) && ShareRule.ofAll.contains(text, in: lead)
        }
        let rate = lead.last { text[$0] == glyph("率") } ?? lead.upperBound
        let verb = max(lead.lowerBound, rate - 2)..<rate
        return lead.count <= 5
            && (text.first(Array(text[verb]), in: passages[numerator].lead) != nil || passages.isAnnounced(numerator))
    }

    static let ofAll = PhraseSet("占总数 占总 占全部 占全年 占全区 占全市 占全县")

    /// Two shares within three points and an eighth of each other, and neither told to be all.
    static func isClose(_ first: Numeral, _ second: Numeral) -> Bool {
        let full = Numeral(units: 100)
        guard first != full, second != full, first < full else { return false }
        let gap = first < second ? second - first : first - second
        return gap <= Numeral(units: 3) && Numeral(units: gap.units * 8, decimals: gap.decimals) <= first
    }

    func reportDiffering(
        _ index: Int, numerator: Int, bases: [Int], base: Int, severity: Severity, into ledger: inout Ledger
    ) {
        let quantity = passages[index]
        guard
            case .differs(let actual) = ShareComparison(
                passages[numerator].value, over: passages[base].value, percent: quantity.value)
        else { return }
        let equation = "\(passages[numerator].printed) ÷ \(passages[base].printed) = \(actual)%"
        // a quotient that is nowhere near is of other counts than these
        let isSlip = NearMiss.explains([passages[numerator].value, passages[base].value, quantity.value]) {
            $0[0] <= $0[1] && ShareComparison($0[0], over: $0[1], percent: $0[2]).isHeld
        }
        guard isSlip || ShareRule.isClose(actual, quantity.value) || isNextTo(index, numerator: numerator, base: base) else {
            ledger.unknown(.share, [base, numerator, index], "\(equation)，\(quantity.printed)%")
            return
        }
        ledger.reports(
            .share, [base, numerator, index], "\(equation) ≠ \(quantity.printed)%", rule: .share, severity: severity,
            remark: Remark(
                .shareDiffers,
                [
                    passages.label(numerator), passages[numerator].printed, passages.label(base), passages[base].printed,
                    "\(actual)", quantity.printed,
                    equation,
                ]), anchor: index)
    }
}
