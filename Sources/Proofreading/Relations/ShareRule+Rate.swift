extension ShareRule {
    // MARK: 率

    func readRate(_ index: Int, lead: Range<Int>, counts: [Int], sentence: Range<Int>, into ledger: inout Ledger) {
        let quantity = passages[index]
        let text = passages.text
        guard let numerator = counts.last else { return }
        // 按期结案率 asks how many in time, which the count does not say
        if ShareRule.timely.contains(text, in: lead), !ShareRule.timely.contains(text, in: passages[numerator].lead) { return }
        let handled = ShareRule.handled.last(text, in: lead)
        let sameClause = passages[numerator].clause == quantity.clause
        // the counts of one matter: those of the rate's own passage
        let near = counts.filter { passages[$0].passage == quantity.passage }
        let bases = near.dropLast().filter { compatible($0, numerator) }
        if let (printed, verb) = namedNumerator(of: lead, near: near), let place = near.firstIndex(of: printed) {
            let own = near[..<place].filter {
                passages[$0].code == passages[printed].code && !passages.isAnnounced($0)
                    && (text.first(verb, in: passages[$0].lead) == nil || isDue($0, verb))
            }
            if let base = own.last, isAnaphoric(index), !passages.isAnnounced(index),
                quantity.clause - passages[printed].clause <= 2
            {
                if ledger.isReported(printed) { return }
                if let says = sumBase(printed, own: own, near: near, percent: quantity.value) {
                    ledger.holds(.share, own + [printed, index], says)
                    return
                }
                // a base told in parts, 抽取处罚案卷60卷、许可案卷40卷, is not one of the parts
                if own.count >= 2, passages[own[own.count - 2]].clause == passages[base].clause { return }
                reportDiffering(index, numerator: printed, bases: Array(own), base: base, severity: .error, into: &ledger)
                return
            }
        }
        // 最多跑一次事项345项比率100%: every count of the paragraph may be the base, and one is a slip away
        if sameClause, compatibleRateNoun(lead), let number = passages[numerator].value.whole {
            let all = (passages.byParagraph[quantity.paragraph].lowerBound..<numerator).filter {
                passages[$0].isExact && passages[$0].code == passages[numerator].code
            }
            if all.contains(where: {
                ShareComparison(passages[numerator].value, over: passages[$0].value, percent: quantity.value).isHeld
            }) {
                if let base = all.last(where: {
                    ShareComparison(passages[numerator].value, over: passages[$0].value, percent: quantity.value).isHeld
                }) {
                    ledger.holds(
                        .share, [base, numerator, index],
                        "\(passages[numerator].printed) ÷ \(passages[base].printed) = \(quantity.printed)%")
                }
                return
            }
            if quantity.value == Numeral(units: 100),
                let base = all.last(where: { NearMiss.pair(passages[$0].value.whole ?? 0, number) })
            {
                reportDiffering(index, numerator: numerator, bases: [base], base: base, severity: .warning, into: &ledger)
                return
            }
            if quantity.value == Numeral(units: 100) {
                ledger.unknown(.share, [numerator, index], "\(passages[numerator].printed) → \(quantity.printed)%")
                return
            }
            // a rate of 90 or 110 where an equal base is printed
            if quantity.value < Numeral(units: 100),
                let base = all.last(where: { passages[$0].value == passages[numerator].value }), handled == nil
            {
                reportDiffering(index, numerator: numerator, bases: [base], base: base, severity: .warning, into: &ledger)
                return
            }
        }
        if readAcross(index, numerator: numerator, near: near, into: &ledger) { return }
        if handled != nil || isKindRate(lead) {
            readFeasible(
                index, lead: lead, counts: near.isEmpty || isKindRate(lead) ? counts : near, bases: Array(bases),
                sentence: sentence, into: &ledger)
        }
    }

    /// 立案385起，比去年增加47起；已结案352起，结案率91.4%: the base stands before the semicolon, and one slip parts them.
    func readAcross(_ index: Int, numerator: Int, near: [Int], into ledger: inout Ledger) -> Bool {
        guard near == [numerator], numerator == index - 1, passages[index].clause - passages[numerator].clause <= 1,
            passages[index].value < Numeral(units: 100), passages[index].value.decimals > 0,
            Vocabulary.trimmed(passages[numerator].lead, in: passages.text).count <= 4,
            let own = Vocabulary.stage(passages[numerator].lead, in: passages.text), own.stage >= .disposed
        else { return false }
        let sentence = passages.bySentence[passages[index].sentence]
        let bases = (sentence.lowerBound..<numerator).filter {
            passages[$0].isExact && passages[$0].code == passages[numerator].code && !passages.isChange($0)
                && passages[$0].passage == passages[numerator].passage - 1
        }
        guard bases.count == 1, let base = bases.first, passages[base].value >= passages[numerator].value,
            let stage = Vocabulary.stage(passages[base].lead, in: passages.text)?.stage, stage < own.stage,
            NearMiss.explains(
                [passages[numerator].value, passages[base].value, passages[index].value],
                { $0[0] <= $0[1] && ShareComparison($0[0], over: $0[1], percent: $0[2]).isHeld })
        else { return false }
        reportDiffering(index, numerator: numerator, bases: bases, base: base, severity: .error, into: &ledger)
        return true
    }

    static let timely = PhraseSet("按期 按时 及时 如期 法定 限期 准时 规定时限 当期")
    static let due = PhraseSet(
        "应出庭 应当出庭 应开庭 需出庭 应参加 应参 应到 应当到 应完成 应办结 应答复 应公示 应公开 应备案 应报备 应整改 需整改 需完成 需办理 应执行 应诉案件 应履行 应审核 应评 应检 应培训")

    /// 应出庭33件: the base that names the rate's own verb.
    func isDue(_ index: Int, _ verb: [Glyph]) -> Bool {
        if ShareRule.due.contains(passages.text, in: passages[index].lead) { return true }
        guard let place = passages.text.first(verb, in: passages[index].lead) else { return false }
        let before = passages.text.glyph(at: place - 1)
        return before == glyph("应") || before == glyph("需") || before == glyph("须") || before == glyph("拟")
    }

    /// The base told in parts: the bases together, or the numerator with its fellows.
    func sumBase(_ printed: Int, own: [Int], near: [Int], percent: Numeral) -> String? {
        let runs = [own, own.suffix(2).map { $0 }, near.filter { $0 >= printed && compatible($0, printed) }]
        for run in runs where run.count >= 2 {
            let sum = run.reduce(Numeral(units: 0)) { $0 + passages[$1].value }
            if ShareComparison(passages[printed].value, over: sum, percent: percent).isHeld {
                return
                    "\(passages[printed].printed) ÷ (\(run.map { passages[$0].printed }.joined(separator: " + "))) = \(percent)%"
            }
        }
        return nil
    }

    /// 比率 and 占比 after the count itself.
    func compatibleRateNoun(_ lead: Range<Int>) -> Bool { lead.count <= 8 }

    /// 即办件比率: the share of a kind among matters.
    func isKindRate(_ lead: Range<Int>) -> Bool {
        let trimmed = Vocabulary.trimmed(lead, in: passages.text)
        return trimmed.count <= 8 && text(trimmed).contains("件比") || text(trimmed).hasSuffix("件率")
            || text(trimmed).contains("类占比")
    }

    func text(_ range: Range<Int>) -> String { passages.text.string(range) }

    /// The rate names no matter of its own (办结率, 调解成功率), so it speaks of the counts before it.
    func isAnaphoric(_ index: Int) -> Bool {
        let lead = Vocabulary.trimmed(rateLead(index), in: passages.text)
        return lead.count <= 10
    }

    /// The count that the rate's verb names, and the verb: 成功38起 for 调解成功率, 收回286份 for 回收率.
    func namedNumerator(of lead: Range<Int>, near: [Int]) -> (index: Int, verb: [Glyph])? {
        let text = passages.text
        for (place, verb) in verbs(of: lead).enumerated() {
            // in 调解成功率 the successes are counted, 调解 is what they are counted over
            if place > 0, ShareRule.opening.contains(verb, in: 0..<verb.count) { continue }
            for index in near.reversed() where !isDue(index, verb) {
                let own = passages[index].lead
                if let found = text.first(verb, in: own), isNegated(found) == isDenied(verb, in: lead) { return (index, verb) }
                if verb == ShareRule.built, text[own].contains(glyph("建")) { return (index, verb) }
                if verb == ShareRule.resolved, text.first(ShareRule.disposed, in: own) != nil { return (index, verb) }
            }
        }
        // 回收率 and 收回: the same characters the other way round
        guard let last = near.last, let rate = text[lead].lastIndex(of: glyph("率")), rate - 2 >= lead.lowerBound else {
            return nil
        }
        let own = Vocabulary.trimmed(passages[last].lead, in: text)
        let tail = max(own.lowerBound, own.upperBound - 4)..<own.upperBound
        let verb = Array(text[(rate - 2)..<rate])
        return verb.allSatisfy { $0.isHan && text[tail].contains($0) } ? (last, verb) : nil
    }

    static let opening = PhraseSet("调解 调处 受理 立案 审核 评审 审查 承办 办理 申请")

    /// 不合格, 未办结.
    func isNegated(_ position: Int) -> Bool {
        [glyph("不"), glyph("未"), glyph("无"), glyph("没")].contains(passages.text.glyph(at: position - 1))
    }

    /// 不合格率 asks for the 不合格.
    func isDenied(_ verb: [Glyph], in lead: Range<Int>) -> Bool {
        passages.text.first(verb, in: lead).map { isNegated($0) } ?? false
    }

    static let built = glyphs("建成")
    static let resolved = glyphs("化解")
    static let disposed = glyphs("办结")

    /// The verbs in the name of a rate, the last first, by their last two characters.
    func verbs(of lead: Range<Int>) -> [[Glyph]] {
        let text = passages.text
        var verbs: [[Glyph]] = []
        var end = lead.upperBound
        while let word = ShareRule.handled.last(text, in: lead.lowerBound..<end), verbs.count < 3 {
            verbs.append(Array(text[word].suffix(2)))
            end = word.lowerBound
        }
        return verbs
    }
}
