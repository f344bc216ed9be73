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
    private func runs(_ count: Int) -> [(Int, Int)] {
        let open = (1..<(count - 1)).reversed().map { ($0, count) }
        let closed =
            count > 3 ? (max(1, count - 6)..<(count - 2)).flatMap { start in ((start + 2)..<count).map { (start, $0) } } : []
        return open + closed
    }

    func compatible(_ first: Int, _ second: Int) -> Bool {
        SumRule.addable(passages[first], passages[second]) || passages[first].code == passages[second].code
    }

    /// 受理68件，审结62件，审结率98.2%: the three stand side by side and nothing else can be meant.
    private func isNextTo(_ index: Int, numerator: Int, base: Int) -> Bool {
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

    private static let ofAll = PhraseSet("占总数 占总 占全部 占全年 占全区 占全市 占全县")

    /// Two shares within three points and an eighth of each other, and neither told to be all.
    static func isClose(_ first: Numeral, _ second: Numeral) -> Bool {
        let full = Numeral(units: 100)
        guard first != full, second != full, first < full else { return false }
        let gap = first < second ? second - first : first - second
        return gap <= Numeral(units: 3) && Numeral(units: gap.units * 8, decimals: gap.decimals) <= first
    }

    // MARK: 占…的

    /// 化解23件，占交办总数25件的92%: the base stands between 占 and the share.
    func readShareOf(_ index: Int, sentence: Range<Int>, into ledger: inout Ledger) -> Bool {
        let text = passages.text
        let base = index - 1
        let numerator = index - 2
        guard numerator >= sentence.lowerBound, passages[index].bound == .exact, passages[base].isExact,
            passages[numerator].isExact,
            passages[base].clause == passages[index].clause, passages[numerator].passage == passages[index].passage,
            passages[index].clause - passages[numerator].clause <= 1,
            text[passages[base].lead].contains(glyph("占")), passages[base].code == passages[numerator].code,
            passages[base].family.isAdditive, passages[index].number.lowerBound - passages[base].whole.upperBound <= 6,
            text.glyph(at: passages[index].number.lowerBound - 1) == glyph("的")
        else { return false }
        if ShareComparison(passages[numerator].value, over: passages[base].value, percent: passages[index].value).isHeld {
            ledger.holds(
                .share, [base, numerator, index],
                "\(passages[numerator].printed) ÷ \(passages[base].printed) = \(passages[index].printed)%")
        } else {
            reportDiffering(index, numerator: numerator, bases: [base], base: base, severity: .error, into: &ledger)
        }
        return true
    }

    func readShare(_ index: Int, counts: [Int], into ledger: inout Ledger) {
        let quantity = passages[index]
        let text = passages.text
        guard let numerator = counts.last, passages[numerator].passage == quantity.passage,
            quantity.clause - passages[numerator].clause <= 1,
            !passages[numerator].isParenthetical || quantity.isParenthetical
        else { return }
        if let base = sharedBase(index, numerator: numerator) {
            reportDiffering(index, numerator: numerator, bases: [base], base: base, severity: .error, into: &ledger)
            return
        }
        let bases = counts.dropLast().filter { compatible($0, numerator) && passages[$0].value > passages[numerator].value }
        guard bases.count >= 1, let base = bases.last else { return }
        // the base must be announced: 共…, 其中…占
        let announced =
            Vocabulary.amongThem.contains(text, in: passages[base].whole.upperBound..<passages[numerator].number.lowerBound)
            || Vocabulary.hasTotal(text, in: passages[base].lead)
        guard announced else { return }
        reportDiffering(
            index, numerator: numerator, bases: Array(bases),
            base: bases.first { Vocabulary.hasTotal(text, in: passages[$0].lead) } ?? base, severity: .error, into: &ledger)
    }

    /// A base stated once, in this sentence or before, of which the shares beside this one are taken.
    private func sharedBase(_ index: Int, numerator: Int) -> Int? {
        let paragraph = passages.byParagraph[passages[index].paragraph]
        let sentence = passages.bySentence[passages[index].sentence]
        let beside = sentence.filter { other in
            other != index && other > sentence.lowerBound && passages[other].isPercent && passages[other].isExact
                && passages[other - 1].isExact
                && compatible(other - 1, numerator) && endsInShare(rateLead(other))
        }
        guard !beside.isEmpty else { return nil }
        let bases = (max(paragraph.lowerBound, index - 16)..<index).filter { base in
            passages[base].isExact && compatible(base, numerator) && passages[base].value > passages[numerator].value
                && base != numerator
                && passages[base].sentence >= passages[index].sentence - 1
        }
        let fitting = bases.filter { base in
            beside.filter {
                ShareComparison(passages[$0 - 1].value, over: passages[base].value, percent: passages[$0].value).isHeld
            }.count * 2 >= beside.count
        }
        return fitting.count == 1 ? fitting[0] : nil
    }

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
        if handled != nil || isKindRate(lead) {
            readFeasible(
                index, lead: lead, counts: near.isEmpty || isKindRate(lead) ? counts : near, bases: Array(bases),
                sentence: sentence, into: &ledger)
        }
    }

    private static let timely = PhraseSet("按期 按时 及时 如期 法定 限期 准时 规定时限 当期")
    private static let due = PhraseSet(
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

    private static let opening = PhraseSet("调解 调处 受理 立案 审核 评审 审查 承办 办理 申请")

    /// 不合格, 未办结.
    private func isNegated(_ position: Int) -> Bool {
        [glyph("不"), glyph("未"), glyph("无"), glyph("没")].contains(passages.text.glyph(at: position - 1))
    }

    /// 不合格率 asks for the 不合格.
    private func isDenied(_ verb: [Glyph], in lead: Range<Int>) -> Bool {
        passages.text.first(verb, in: lead).map { isNegated($0) } ?? false
    }

    private static let built = glyphs("建成")
    private static let resolved = glyphs("化解")
    private static let disposed = glyphs("办结")

    /// The verbs in the name of a rate, the last first, by their last two characters.
    private func verbs(of lead: Range<Int>) -> [[Glyph]] {
        let text = passages.text
        var verbs: [[Glyph]] = []
        var end = lead.upperBound
        while let word = ShareRule.handled.last(text, in: lead.lowerBound..<end), verbs.count < 3 {
            verbs.append(Array(text[word].suffix(2)))
            end = word.lowerBound
        }
        return verbs
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
