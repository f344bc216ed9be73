/// Growth and fall against another period: 同比增长 20%, 较上年增加 20 件, 翻番, 是去年的 2 倍, 百分点.
struct GrowthRule {
    let passages: Passages

    func read(into ledger: inout Ledger) {
        for sentence in passages.bySentence {
            for index in sentence {
                let quantity = passages[index]
                if quantity.isPercent, quantity.isPlain, GrowthRule.isChange(index, passages) {
                    readPercent(index, sentence: sentence, into: &ledger)
                }
                if quantity.family.isAdditive, quantity.isPlain, quantity.bound == .exact, passages.isChange(index) {
                    readAmount(index, sentence: sentence, into: &ledger)
                }
                if quantity.family == .point { readPoints(index, sentence: sentence, into: &ledger) }
                if quantity.family == .times { readTimes(index, sentence: sentence, into: &ledger) }
            }
        }
    }

    /// Whether a percentage says by how much something changed.
    static func isChange(_ index: Int, _ passages: Passages) -> Bool {
        let lead = passages[index].lead
        let tail = max(lead.lowerBound, lead.upperBound - 10)..<lead.upperBound
        if rose.suffix(passages.text, of: lead) > 0 || fell.suffix(passages.text, of: lead) > 0 { return true }
        return Vocabulary.comparison.contains(passages.text, in: tail) && direction(lead, passages.text) != 0
    }

    static let rose = PhraseSet("增长 增长了 增加 增加了 上升 上升了 提高 提高了 提升 提升了 增幅 增幅达 增幅为 同比增 上涨 增长率为 增长率达 改善 改善了 多 增长约 增长近 增长超")
    static let fell = PhraseSet("下降 下降了 减少 减少了 降低 降低了 下滑 降幅 降幅达 降幅为 同比降 压缩 压缩了 压减 精简 缩减 缩短 缩短了 减幅 回落 下降约 下降近 下降超 节约")

    /// 年均增长 is over several years, not against the figure before.
    static let yearly = PhraseSet("年均 月均 季均 平均每年 每年平均 年平均 复合增长 环比")

    /// 1 for growth, -1 for a fall, 0 when neither is said.
    static func direction(_ lead: Range<Int>, _ text: [Glyph]) -> Int {
        let up = Vocabulary.growth.last(text, in: lead)
        let down = Vocabulary.fall.last(text, in: lead)
        switch (up, down) {
        case (nil, nil): return 0
        case (_, nil): return 1
        case (nil, _): return -1
        case (let up?, let down?): return up.upperBound >= down.upperBound ? 1 : -1
        }
    }

    func isCurrent(_ index: Int) -> Bool {
        passages[index].family.isAdditive && passages[index].isPlain && passages[index].bound == .exact && !isLastYear(index)
            && !isChangeAmount(index)
    }

    /// 上年 100 件: the figure of the period compared with.
    func isLastYear(_ index: Int) -> Bool {
        let lead = passages[index].lead
        guard let word = Vocabulary.lastYear.last(passages.text, in: lead) else {
            return isOfYear(lead) && !isChangeAmount(index)
        }
        // 超过同期诉讼案件数: of the same time, and not of the year before
        if word.count == 2, passages.text[word.lowerBound] == glyph("同") {
            let before = passages.text.glyph(at: word.lowerBound - 1)
            guard [glyph("比"), glyph("较"), glyph("与"), glyph("和")].contains(before) || word.upperBound + 1 >= lead.upperBound
            else {
                return false
            }
        }
        return !isChangeAmount(index) && word.upperBound > lead.lowerBound
    }

    /// 2021年办理120件，2022年办理150件: the year before in so many words.
    func isYearBefore(_ other: Int, _ current: Int) -> Bool {
        guard let one = year(other), let two = year(current) else { return false }
        return one + 1 == two
    }

    func year(_ index: Int) -> Int? {
        let text = passages.text
        let clause = passages.clauseRange(index).lowerBound..<passages[index].number.lowerBound
        guard let place = clause.last(where: { text[$0] == glyph("年") }), place - 4 >= clause.lowerBound else { return nil }
        let digits = text[(place - 4)..<place]
        guard digits.allSatisfy({ $0.isDigit }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// （2020年275件）, （上年为275件）: nothing but the year stands before the figure.
    private func isOfEarlierYear(_ index: Int) -> Bool {
        let text = passages.text
        let lead = passages[index].lead
        guard let open = lead.last(where: { text[$0] == glyph("（") }), lead.upperBound - open <= 12 else { return false }
        let inside = (open + 1)..<lead.upperBound
        return Vocabulary.lastYear.match(text, at: inside.lowerBound, limit: inside.upperBound) > 0
            || inside.count >= 5 && text[inside.prefix(4)].allSatisfy { $0.isDigit } && text[inside.lowerBound + 4] == glyph("年")
    }

    /// 比2021年的30件.
    func isOfYear(_ lead: Range<Int>) -> Bool {
        let text = passages.text
        let tail = max(lead.lowerBound, lead.upperBound - 8)..<lead.upperBound
        guard let first = tail.first(where: { text[$0] == glyph("比") || text[$0] == glyph("较") }) else { return false }
        return text.glyph(at: first + 1).isDigit && text[first..<tail.upperBound].contains(glyph("年"))
    }

    /// 增加 20 件.
    func isChangeAmount(_ index: Int) -> Bool {
        let lead = passages[index].lead
        return passages.isChange(index) || GrowthRule.rose.suffix(passages.text, of: lead) > 0
            || GrowthRule.fell.suffix(passages.text, of: lead) > 0
    }

    func readPercent(_ index: Int, sentence: Range<Int>, into ledger: inout Ledger) {
        let quantity = passages[index]
        let sign = GrowthRule.direction(quantity.lead, passages.text)
        guard sign != 0, quantity.bound == .exact, !Vocabulary.severally.contains(passages.text, in: quantity.lead),
            !GrowthRule.yearly.contains(passages.text, in: quantity.lead)
        else {
            return
        }
        // 增长15.6%、12.5%: each belongs to another figure
        if index + 1 < sentence.upperBound, passages[index + 1].isPercent, passages.isBareLead(index + 1) { return }
        // from A to B
        if let pair = fromTo(before: index, sentence: sentence) {
            judge(index, from: pair.from, to: pair.to, sign: sign, into: &ledger)
            return
        }
        let before = (sentence.lowerBound..<index).filter { passages[$0].passage >= quantity.passage - 0 }
        guard let current = before.last(where: { isCurrent($0) }) else {
            readAfter(index, sentence: sentence, sign: sign, into: &ledger)
            return
        }
        let after = Array((current + 1)..<min(sentence.upperBound, index + 2))
        let earlier = Array(max(sentence.lowerBound, current - 2)..<current).reversed()
        let other = (after + earlier).first {
            $0 != index && (isLastYear($0) || isYearBefore($0, current)) && passages[$0].family == passages[current].family
                && passages[$0].bound == .exact
                && passages[$0].passage == passages[current].passage
        }
        // 326件，同比增长18.5%（2020年275件）
        let next = index + 1
        if other == nil, next < passages.quantities.count, passages[next].isParenthetical, !passages[index].isParenthetical,
            passages[next].code == passages[current].code, passages[next].isExact, passages[next].sentence == quantity.sentence,
            passages[next].lead.lowerBound - quantity.whole.upperBound <= 12, isOfEarlierYear(next)
        {
            judge(index, from: next, to: current, sign: sign, into: &ledger)
            return
        }
        // 1128件，同比上升15.8%；上年同期为974件
        if other == nil, next < passages.quantities.count, passages[next].sentence == quantity.sentence,
            passages[next].clause - quantity.clause == 1, passages[next].code == passages[current].code, passages[next].isExact,
            passages[next].lead.count <= 8,
            Vocabulary.lastYear.match(
                passages.text, at: passages[next].lead.lowerBound, limit: passages[next].lead.upperBound) > 0,
            index == current + 1
        {
            judge(index, from: next, to: current, sign: sign, into: &ledger)
            return
        }
        if let last = other {
            judge(index, from: last, to: current, sign: sign, into: &ledger)
            return
        }
        if let change = ((current + 1)..<min(sentence.upperBound, index + 2)).first(where: {
            $0 != index && isChangeAmount($0) && passages[$0].family == passages[current].family
        }),
            abs(change - index) == 1, passages[change].bound == .exact
        {
            judgeAmount(index, current: current, change: change, sign: sign, into: &ledger)
            return
        }
        // the base is not printed: can it be a whole number?
        guard quantity.clause - passages[current].clause <= 1, index == current + 1, passages[current].family.isCount,
            Vocabulary.comparison.contains(passages.text, in: quantity.lead)
        else {
            readAfter(index, sentence: sentence, sign: sign, into: &ledger)
            return
        }
        feasible(index, current: current, sign: sign, into: &ledger)
    }

    /// 投诉案件较上轮下降 48.5%，17 件投诉案件…: the count follows.
    func readAfter(_ index: Int, sentence: Range<Int>, sign: Int, into ledger: inout Ledger) {
        let next = index + 1
        guard next < sentence.upperBound, isCurrent(next), passages[next].family == .matter, !passages[next].isHan,
            passages[next].clause - passages[index].clause == 1,
            passages[next].lead.isEmpty, Vocabulary.share(passages[next].noun, passages[index].lead, in: passages.text)
        else { return }
        feasible(index, current: next, sign: sign, into: &ledger)
    }

    func fromTo(before index: Int, sentence: Range<Int>) -> (from: Int, to: Int)? {
        guard index - 2 >= sentence.lowerBound else { return nil }
        let text = passages.text
        let from = index - 2
        let to = index - 1
        let between = passages[from].whole.upperBound..<passages[to].number.lowerBound
        guard passages[from].code == passages[to].code, !passages[from].isPercent, passages[from].isExact, passages[to].isExact,
            between.count <= 10,
            GrowthRule.arrows.contains(text, in: between), GrowthRule.starts.contains(text, in: passages[from].lead)
        else { return nil }
        return (from, to)
    }

    static let arrows = PhraseSet(
        "增加到 增至 上升到 上升至 提高到 提高至 降到 降至 下降到 下降至 减少到 减少至 增长到 增长至 压缩到 压缩至 缩短到 缩短至 提升到 提升至 精简到 精简至 减至 到 至 压减到 压减至")
    static let starts = PhraseSet("由 从 上年")

    func judge(_ index: Int, from: Int, to: Int, sign: Int, into ledger: inout Ledger) {
        let quantity = passages[index]
        let old = passages[from].value
        let new = passages[to].value
        let change = sign > 0 ? new - old : old - new
        let members = [from, to, index]
        guard old.units > 0 else { return }
        func agree(_ values: [Numeral]) -> Bool {
            let change = sign > 0 ? values[1] - values[0] : values[0] - values[1]
            return change.units >= 0 && ShareComparison(change, over: values[0], percent: values[2]).isHeld
        }
        func isSlip() -> Bool { NearMiss.explains([old, new, quantity.value], agree) }
        if change.units < 0 {
            let isTurned = ShareComparison(old - new < new - old ? new - old : old - new, over: old, percent: quantity.value)
                .isHeld
            guard isSlip() || isTurned else { return ledger.unknown(.growth, members, "\(old) → \(new)，\(quantity.printed)%") }
            ledger.reports(
                .growth, members, "\(new) \(sign > 0 ? "<" : ">") \(old)", rule: .growth, severity: .error,
                remark: Remark(
                    .growthDirection,
                    [passages[to].printed, passages[from].printed, sign > 0 ? "增长" : "下降", quantity.printed + "%"]), anchor: index
            )
            return
        }
        let equation = sign > 0 ? "(\(new) - \(old)) ÷ \(old)" : "(\(old) - \(new)) ÷ \(old)"
        switch ShareComparison(change, over: old, percent: quantity.value) {
        case .holds, .truncated: ledger.holds(.growth, members, "\(equation) = \(quantity.printed)%")
        case .differs(let actual):
            let gap = actual < quantity.value ? quantity.value - actual : actual - quantity.value
            guard isSlip() || gap <= Numeral(units: 5) else {
                return ledger.unknown(.growth, members, "\(equation) = \(actual)%，\(quantity.printed)%")
            }
            ledger.reports(
                .growth, members, "\(equation) = \(actual)% ≠ \(quantity.printed)%", rule: .growth, severity: .error,
                remark: Remark(.growthDiffers, [equation, "\(actual)", quantity.printed]), anchor: index)
        }
    }

    /// 由865名增加到912名，增加47名; 120件，上年100件，增加20件.
    func readAmount(_ index: Int, sentence: Range<Int>, into ledger: inout Ledger) {
        let quantity = passages[index]
        let sign = GrowthRule.direction(quantity.lead, passages.text)
        guard sign != 0, quantity.lead.isEmpty == false, !isArrow(index) else { return }
        var pair = fromTo(before: index, sentence: sentence)
        if pair == nil, index - 2 >= sentence.lowerBound, isLastYear(index - 1), isCurrent(index - 2) {
            pair = (index - 1, index - 2)
        }
        guard let pair, passages[pair.from].code == quantity.code, passages[pair.to].code == quantity.code,
            passages[pair.from].bound == .exact
        else { return }
        let change =
            sign > 0 ? passages[pair.to].value - passages[pair.from].value : passages[pair.from].value - passages[pair.to].value
        let equation =
            "\(passages[pair.to].printed) - \(passages[pair.from].printed) = \(passages[pair.to].value - passages[pair.from].value)"
        if change == quantity.value {
            ledger.holds(.growth, [pair.from, pair.to, index], equation)
        } else {
            ledger.reports(
                .growth, [pair.from, pair.to, index], "\(equation) ≠ \(quantity.printed)", rule: .growth, severity: .error,
                remark: Remark(.amountDiffers, [equation, quantity.printed + quantity.unit]), anchor: index)
        }
    }

    func isArrow(_ index: Int) -> Bool { GrowthRule.arrows.suffix(passages.text, of: passages[index].lead) > 1 }

    func judgeAmount(_ index: Int, current: Int, change: Int, sign: Int, into ledger: inout Ledger) {
        let amount = passages[change].value
        let old = sign > 0 ? passages[current].value - amount : passages[current].value + amount
        guard old.units > 0 else { return }
        let members = [current, change, index]
        let equation = "\(amount) ÷ (\(passages[current].printed) \(sign > 0 ? "-" : "+") \(amount))"
        switch ShareComparison(amount, over: old, percent: passages[index].value) {
        case .holds, .truncated: ledger.holds(.growth, members, "\(equation) = \(passages[index].printed)%")
        case .differs(let actual):
            let isSlip = NearMiss.explains([passages[current].value, amount, passages[index].value]) {
                let old = sign > 0 ? $0[0] - $0[1] : $0[0] + $0[1]
                return old.units > 0 && ShareComparison($0[1], over: old, percent: $0[2]).isHeld
            }
            let percent = passages[index].value
            let gap = actual < percent ? percent - actual : actual - percent
            guard isSlip || gap <= Numeral(units: 5) else {
                return ledger.unknown(.growth, members, "\(equation) = \(actual)%，\(percent)%")
            }
            ledger.reports(
                .growth, members, "\(equation) = \(actual)% ≠ \(passages[index].printed)%", rule: .growth, severity: .error,
                remark: Remark(.growthDiffers, [equation, "\(actual)", passages[index].printed]), anchor: index)
        }
    }

    func feasible(_ index: Int, current: Int, sign: Int, into ledger: inout Ledger) {
        guard let count = passages[current].value.whole, count > 0, count < 10_000_000 else { return }
        let percent = passages[index].value
        let full = 100 * Int128(Numeral.powers[min(percent.decimals, 9)])
        let divisor = sign > 0 ? full + Int128(percent.units) : full - Int128(percent.units)
        guard divisor > 0 else { return }
        let guess = Int(truncatingIfNeeded: Int128(count) * full / divisor)
        var truncated: String?
        for base in max(1, guess - 1)...(guess + 2) where sign > 0 ? base < count : base > count {
            let change = Int128(abs(count - base)) * full
            let equation =
                sign > 0 ? "(\(count) - \(base)) ÷ \(base) = \(percent)%" : "(\(base) - \(count)) ÷ \(base) = \(percent)%"
            if (change * 2 + Int128(base)) / (Int128(base) * 2) == Int128(percent.units) {
                ledger.holds(.growth, [current, index], equation)
                return
            }
            if change / Int128(base) == Int128(percent.units) { truncated = equation }
        }
        if let truncated {
            ledger.reports(
                .growth, [current, index], truncated, rule: .growth, severity: .hint,
                remark: Remark(.shareTruncated, ["\(percent)", truncated]),
                anchor: index)
            return
        }
        guard percent.units > 0, percent.decimals > 0 || count < 60 else { return }
        ledger.reports(
            .growth, [current, index], "\(count) ↛ \(percent)%", rule: .growth, severity: .warning,
            remark: Remark(
                .growthImpossible,
                [passages.label(current), "\(count)" + passages[current].unit, sign > 0 ? "增长" : "下降", "\(percent)"]),
            anchor: index)
    }
}
