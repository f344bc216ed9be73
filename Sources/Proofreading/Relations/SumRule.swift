/// Totals and their parts: 共…其中, 分别, a list with 、, a total after its parts.
struct SumRule {
    let passages: Passages

    func read(into ledger: inout Ledger) {
        for sentence in passages.bySentence where sentence.count >= 1 {
            for index in sentence where isCandidate(index) {
                if !readAmongThem(total: index, into: &ledger) { readFollowing(total: index, sentence: sentence, into: &ledger) }
                readPreceding(total: index, sentence: sentence, into: &ledger)
            }
        }
    }

    func isCandidate(_ index: Int) -> Bool {
        let quantity = passages[index]
        return quantity.family.isAdditive && !quantity.isRecurring && quantity.isPlain && quantity.value.units > 0
            && !passages.isChange(index)
            && !passages.isEarlier(index)
    }

    /// Whether two figures may be added: the same family, or units that the trade uses for the same matter.
    static func addable(_ first: Quantity, _ second: Quantity) -> Bool {
        if first.code == second.code { return true }
        if first.family == .matter, UnitTable.composite.contains(first.code) { return UnitTable.composed.contains(second.code) }
        if first.family == second.family {
            return first.family != .item && first.family != .area && first.family != .occasion
        }
        switch (first.family, second.family) {
        case (.item, .body), (.body, .item), (.item, .place), (.place, .item), (.body, .place), (.place, .body), (.matter, .item),
            (.item, .matter), (.matter, .document), (.document, .matter):
            return true
        default: return false
        }
    }

    // MARK: 其中

    /// Parts that 其中 or 包括 announces; false when the total has none.
    func readAmongThem(total: Int, into ledger: inout Ledger) -> Bool {
        var first = total + 1
        // （含上年结转3件） is told for itself; the parts outside the brackets come after it
        if !passages[total].isParenthetical, first < passages.quantities.count, passages[first].isParenthetical {
            let inside = readAmongThem(total: total, from: first, into: &ledger)
            let limit = passages.byParagraph[passages[total].paragraph].upperBound
            while first < limit, passages[first].isParenthetical { first += 1 }
            guard first < limit, passages.isAnnounced(first) else { return inside }
        }
        return readAmongThem(total: total, from: first, into: &ledger)
    }

    func readAmongThem(total: Int, from start: Int, into ledger: inout Ledger) -> Bool {
        let quantity = passages[total]
        var first = start
        let last = passages.byParagraph[quantity.paragraph].upperBound
        // percentages and amounts of other things may stand between the total and 其中
        while first < last {
            if passages[first].sentence > quantity.sentence + 1 { return false }
            // another bracket speaks of another total
            if quantity.isParenthetical, !passages[first].isParenthetical { return false }
            if passages.isAnnounced(first) { break }
            if passages[first].sentence != quantity.sentence { return false }
            if isCandidate(first), SumRule.addable(quantity, passages[first]),
                passages[first].isParenthetical == quantity.isParenthetical
            {
                return false
            }
            first += 1
        }
        guard first < last, isCandidate(first), SumRule.addable(quantity, passages[first]),
            !quantity.isParenthetical || passages[first].isParenthetical
        else { return false }
        let word = Vocabulary.amongThem.first(passages.text, in: passages[first].lead)
        if passages[first].sentence != quantity.sentence, let word, word.lowerBound > passages[first].lead.lowerBound + 1 {
            return false
        }
        let parts = run(from: first, total: total, limit: last)
        // 其余 is the business of the remainder; 其他案件 is a kind like the others
        if parts.contains(where: { isRest($0) }), !isOtherKind(parts) || ledger.isHeld(total, kinds: [.remainder]) { return true }
        judge(total: total, parts: parts, claim: .amongThem, into: &ledger)
        return true
    }

    /// The parts from a figure on, to the end of its sentence or a new 其中.
    func run(from first: Int, total: Int, limit: Int) -> [Int] {
        var parts = [first]
        var index = first + 1
        while index < limit, passages[index].sentence == passages[first].sentence {
            let quantity = passages[index]
            if passages.isAnnounced(index) {
                // a part with parts of its own: skip those
                if quantity.isParenthetical {
                    index += 1
                    continue
                }
                break
            }
            if quantity.isParenthetical, !passages[first].isParenthetical {
                index += 1
                continue
            }
            if !quantity.isParenthetical, passages[first].isParenthetical { break }
            if isCandidate(index), SumRule.addable(passages[total], quantity) {
                if Vocabulary.hasTotal(passages.text, in: quantity.lead) { break }
                parts.append(index)
            } else if !quantity.isPercent, quantity.family != passages[total].family, !passages.isBareLead(index),
                quantity.passage != passages[first].passage
            {
                break
            }
            index += 1
        }
        return parts
    }

    // MARK: a total before its parts, without a word between

    func readFollowing(total: Int, sentence: Range<Int>, into ledger: inout Ledger) {
        var parts: [Int] = []
        var index = total + 1
        let isTotal = Vocabulary.hasTotal(passages.text, in: passages[total].lead)
        while index < sentence.upperBound {
            let quantity = passages[index]
            if quantity.isParenthetical != passages[total].isParenthetical {
                if quantity.isParenthetical && !passages[total].isParenthetical {
                    // （甲3件、乙4件）right after the total
                    if parts.isEmpty || passages[parts[0]].isParenthetical { /* a list in brackets */
                    } else {
                        index += 1
                        continue
                    }
                } else {
                    break
                }
            } else if let first = parts.first, passages[first].isParenthetical, !quantity.isParenthetical {
                break
            }
            guard isCandidate(index), SumRule.addable(passages[total], quantity) else {
                if quantity.isPercent {
                    index += 1
                    continue
                }
                break
            }
            if Vocabulary.hasTotal(passages.text, in: quantity.lead), !quantity.isParenthetical { break }
            if quantity.passage != passages[total].passage, !isTotal { break }
            parts.append(index)
            index += 1
        }
        // 3个派出所、2个司法所、1个法庭: the first member of a list is not the total of the others
        if let first = parts.first, !isTotal, passages.isBareLead(first), passages[first].clause == passages[total].clause {
            return
        }
        guard parts.count >= 2,
            !parts.contains(where: { isRest($0) }) || isOtherKind(parts) && !ledger.isHeld(total, kinds: [.remainder])
        else { return }
        let isBracketed = !passages[total].isParenthetical && parts.allSatisfy { passages[$0].isParenthetical }
        judge(total: total, parts: parts, claim: isBracketed ? .bracketed : isTotal ? .total : .none, into: &ledger)
    }

    // MARK: a total after its parts

    func readPreceding(total: Int, sentence: Range<Int>, into ledger: inout Ledger) {
        var parts: [Int] = []
        var index = total - 1
        while index >= sentence.lowerBound {
            let quantity = passages[index]
            guard isCandidate(index) || isCarriedIn(index),
                SumRule.addable(passages[total], quantity) || isHeaded(total, by: index),
                quantity.isParenthetical == passages[total].isParenthetical
            else { break }
            parts.insert(index, at: 0)
            index -= 1
        }
        // 6个组对12个镇街、20个部门共32个单位: the list begins after what acts on it
        if let last = parts.last, passages[last].clause == passages[total].clause, passages.isBareLead(last),
            let start = parts.lastIndex(where: { !passages.isBareLead($0) })
        {
            parts.removeSubrange(..<start)
        }
        guard parts.count >= 2 else { return }
        let values = parts.compactMap { passages[$0].value.whole }
        guard let whole = passages[total].value.whole, values.count == parts.count, passages[total].bound == .exact,
            parts.allSatisfy({ passages[$0].bound == .exact })
        else { return }
        if ledger.isHeld(total, kinds: [.sum]), !isPlainTotal(total, after: parts) { return }
        let text = passages.text
        let isTotal = Vocabulary.hasTotal(text, in: passages[total].lead)
        // the last member of a list is not its total
        if let last = parts.last, passages[last].clause == passages[total].clause, !isTotal { return }
        // a list is taken whole: its later members are not a sum of their own
        for start in 0...(parts.count - 2)
        where values[start...].reduce(0, +) == whole
            && (start == 0 || passages[parts[start]].clause != passages[parts[start - 1]].clause
                || passages[parts[start]].code != passages[parts[start - 1]].code)
        {
            if ledger.holds(together: Array(parts[start...])) { return }
            ledger.holds(.sum, Array(parts[start...]) + [total], SumRule.equation(whole, Array(values[start...])))
            return
        }
        guard parts.allSatisfy({ !ledger.isHeld($0, kinds: [.sum, .remainder]) }) else { return }
        // 等 leaves the list open: nothing follows
        if let last = parts.last,
            text.first(glyphs("等"), in: passages[last].whole.upperBound..<passages[total].number.lowerBound) != nil
        {
            return
        }
        let ending = commonNoun(parts)
        let names =
            ending.count >= 2
            && (text.first(ending, in: passages[total].lead) != nil || text.first(ending, in: passages[total].noun) != nil)
        // 甲62件、乙35件，共计97件; 2个派出所、1个法庭共3个单位: nothing but the word for a total stands before it
        let isRest = parts.contains { Vocabulary.rest.contains(text, in: passages[$0].lead) }
        let isPlain = isTotal && (isPlainTotal(total, after: parts) || isRest)
        guard isPlain || isTotal && isParallel(parts) || names && parts.count >= 3 else { return }
        guard isPlain || passages[total].value > (parts.map { passages[$0].value }.max() ?? passages[total].value) else { return }
        let gap = abs(values.reduce(0, +) - whole)
        if isWithinRounding(total, parts) { return }
        let isOver =
            values.reduce(0, +) > whole && gap * 4 <= whole && parts.allSatisfy { passages[$0].code == passages[total].code }
        if NearMiss.sum(total: whole, parts: values, isSure: isPlain) || isPlain && (isOver || gap <= 2 && !isRest) {
            report(total: total, parts: parts, values: values, whole: whole, severity: isTotal ? .error : .warning, into: &ledger)
        }
    }

    /// 上年结转2件: of another year, and part of what was on hand.
    func isCarriedIn(_ index: Int) -> Bool {
        passages.isEarlier(index) && passages[index].isExact && passages[index].isCount
            && SumRule.carried.contains(passages.text, in: passages[index].lead)
    }

    private static let carried = PhraseSet("结转 转入 结存 旧存 遗留")

    func isRest(_ part: Int) -> Bool { Vocabulary.rest.contains(passages.text, in: passages[part].lead) }

    /// The last of the parts is 其他案件 or 其他16件, and only the last.
    func isOtherKind(_ parts: [Int]) -> Bool {
        guard parts.count >= 3, let last = parts.last, !parts.dropLast().contains(where: { isRest($0) }) else { return false }
        let lead = Vocabulary.trimmed(passages[last].lead, in: passages.text)
        return SumRule.other.match(passages.text, at: lead.lowerBound, limit: lead.upperBound) > 0
    }

    private static let other = PhraseSet("其他 其它 涉及其他 涉及其它")

    /// 12个镇街、38个部门共50名负责人: one person for each body.
    func isHeaded(_ total: Int, by part: Int) -> Bool {
        passages[total].family == .person && [.item, .body, .place].contains(passages[part].family)
            && passages[total].clause == passages[part].clause
            && passages.text.first(SumRule.heads, in: passages[total].noun) != nil
    }

    static let heads = glyphs("负责人")

    /// Whether a total is told by 共 alone, right after its parts.
    func isPlainTotal(_ total: Int, after parts: [Int]) -> Bool {
        let text = passages.text
        guard let first = parts.first, let last = parts.last, passages[total].clause - passages[first].clause <= parts.count
        else { return false }
        var lead = passages[total].lead
        if passages[last].clause == passages[total].clause {
            // the noun of the last part runs into the lead: 1个法庭共
            let length = SumRule.totals.suffix(text, of: lead)
            guard length > 0, passages.isBareLead(last) else { return false }
            lead = (lead.upperBound - length)..<lead.upperBound
        }
        return Vocabulary.trimmed(lead, in: text).isEmpty
    }

    static let totals = PhraseSet("共 共计 合计 总计 一共 总共")

    /// The ending that what the parts count has in common: 总体预案, 专项预案.
    func commonNoun(_ parts: [Int]) -> [Glyph] {
        let text = passages.text
        guard let first = parts.first else { return [] }
        var ending = passages[first].noun
        for part in parts.dropFirst() {
            var noun = passages[part].noun
            if part == parts.last {
                // the last noun may run on: 村（社区）预案的电子文本收集
                let rest = noun.lowerBound..<min(text.count, noun.lowerBound + 14)
                if let found = text.first(Array(text[ending]), in: rest) { noun = noun.lowerBound..<(found + ending.count) }
                for length in stride(from: ending.count, through: 2, by: -1) {
                    let tail = Array(text[(ending.upperBound - length)..<ending.upperBound])
                    if let found = text.first(tail, in: rest) {
                        noun = noun.lowerBound..<(found + length)
                        break
                    }
                }
            }
            let length = Vocabulary.commonSuffix(ending, noun, in: text)
            ending = (ending.upperBound - length)..<ending.upperBound
        }
        return Array(text[ending])
    }
}
