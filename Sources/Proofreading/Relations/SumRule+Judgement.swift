extension SumRule {
    // MARK: judgement

    enum Claim {
        case amongThem
        case total
        /// 61件（有效30件，修改16件，废止15件）
        case bracketed
        case none
    }

    func judge(total: Int, parts: [Int], claim: Claim, into ledger: inout Ledger) {
        var parts = parts
        let whole = passages[total]
        guard let sum = whole.value.whole else { return }
        let exact = parts.allSatisfy { passages[$0].bound == .exact } && whole.bound == .exact
        var values = parts.compactMap { passages[$0].value.whole }
        guard values.count == parts.count else { return }
        if exact, parts.count >= 2 {
            for end in stride(from: parts.count, through: 2, by: -1)
            where values[..<end].reduce(0, +) == sum && (end == parts.count || !areOutcomes(parts))
                && (end == parts.count || passages[parts[end]].clause != passages[parts[end - 1]].clause || claim == .none)
            {
                ledger.holds(.sum, [total] + parts[..<end], SumRule.equation(sum, Array(values[..<end])))
                return
            }
        }
        if exact, isWithinRounding(total, parts) {
            ledger.holds(.sum, [total] + parts, "\(whole.printed) ≈ \(values.map(String.init).joined(separator: " + "))")
            return
        }
        // a list within one passage ends with it: …、撤销2起；以市局为被告的行政诉讼案件8起
        let core = parts.prefix { passages[$0].passage == passages[parts[0]].passage }
        if core.count >= 2, core.count < parts.count {
            parts = Array(core)
            values = Array(values.prefix(core.count))
        }
        // 其中 may speak of a total further back
        if claim == .amongThem, let first = parts.first {
            let earlier = farther(total, first: first)
            if exact, parts.count >= 2, let other = earlier.first(where: { passages[$0].value.whole == values.reduce(0, +) }) {
                ledger.holds(.sum, [other] + parts, SumRule.equation(values.reduce(0, +), values))
                return
            }
            if passages[first].value > whole.value, earlier.contains(where: { passages[$0].value >= passages[first].value }) {
                // 办结91件，结转下年5件；其中予以公开48件、…: one slip away from the total further back
                let near = earlier.filter {
                    NearMiss.sum(total: passages[$0].value.whole ?? 0, parts: values, isSure: true)
                }
                if exact, parts.count >= 3, near.count == 1, areKinds(parts) || isOtherKind(parts) {
                    report(
                        total: near[0], parts: parts, values: values, whole: passages[near[0]].value.whole ?? 0, severity: .error,
                        into: &ledger)
                }
                return
            }
        }
        // 规章12件、规范性文件86件，其中…: the total is told in parts of its own
        if claim == .amongThem {
            let list = listTotal(total)
            if list.count >= 2 {
                let together = list.reduce(Numeral(units: 0)) { $0 + passages[$1].value }
                let added = values.reduce(0, +)
                if together.whole == added {
                    ledger.holds(.sum, list + parts, SumRule.equation(added, values))
                    return
                }
                if added > sum, Numeral(units: added) < together { return }
            }
        }
        // a part larger than its whole
        if claim == .amongThem {
            for part in parts.prefix(1)
            where whole.bound == .exact && passages[part].bound != .atMost && passages[part].value > whole.value {
                if parts.count == 1 || !isParallel(parts) || values.reduce(0, +) - sum > sum {
                    ledger.reports(
                        .atMost, [total, part], "\(passages[part].printed) > \(whole.printed)", rule: .atMost, severity: .error,
                        remark: Remark(
                            .partExceedsWhole,
                            [
                                passages.label(part), passages[part].printed + passages[part].unit, passages.label(total),
                                whole.printed + whole.unit,
                            ]),
                        anchor: part)
                    return
                }
            }
        }
        if parts.count == 1 {
            if claim == .amongThem, exact {
                ledger.holds(.atMost, [total] + parts, "\(passages[parts[0]].printed) ≤ \(whole.printed)")
            }
            return
        }
        guard exact else { return }
        let parallel = isParallel(parts)
        let added = values.reduce(0, +)
        let isSure = NearMiss.sum(total: sum, parts: values, isSure: true) && isExhaustive(parts, of: total)
        let slip = isSure || NearMiss.sum(total: sum, parts: values)
        switch claim {
        case .amongThem:
            // one person can be of two kinds, a paper cannot
            let isDistinct = whole.family != .person && whole.family != .turnout
            let isGathering = [.occasion, .body, .place].contains(whole.family) && parts.count >= 3
            let exceeds =
                added > sum && isDistinct && isPartition(parts)
                && (parallel || isGathering || whole.family == .document || whole.family == .money)
            if slip && (parallel || isSure || parts.count >= 3 || added > sum) || exceeds {
                report(
                    total: total, parts: parts, values: values, whole: sum, severity: parallel || isSure ? .error : .warning,
                    into: &ledger)
            } else if let listed = listedTogether(parts, of: sum) {
                report(
                    total: total, parts: listed, values: Array(values.prefix(listed.count)), whole: sum, severity: .error,
                    into: &ledger)
            } else if added <= sum {
                ledger.holds(.atMost, [total] + parts, "\(values.map(String.init).joined(separator: " + ")) = \(added) ≤ \(sum)")
            }
        case .bracketed:
            guard slip else { return }
            report(total: total, parts: parts, values: values, whole: sum, severity: .error, into: &ledger)
        case .total:
            let related = parts.allSatisfy { isRelated($0, to: total) }
            guard isSure || parallel && related, slip, !isMember(total, of: parts),
                parts.allSatisfy({ !ledger.isHeld($0, kinds: [.sum]) })
            else { return }
            report(total: total, parts: parts, values: values, whole: sum, severity: .error, into: &ledger)
        case .none:
            if isAmong(total, parts), !ledger.isReported(total), NearMiss.sum(total: sum, parts: values, isSure: true) {
                report(total: total, parts: parts, values: values, whole: sum, severity: .warning, into: &ledger)
                return
            }
            guard parallel || isSure, slip, !isMember(total, of: parts), parts.allSatisfy({ !ledger.isHeld($0, kinds: [.sum]) }),
                !passages.isBareLead(total),
                isSure || sum > (values.max() ?? sum), isPartition(parts)
            else { return }
            if areOutcomes(parts), !areKinds(parts), added < sum, !isConcluded(total) { return }
            let related = isSure || areOutcomes(parts) || parts.allSatisfy { isRelated($0, to: total) }
            guard related || endsAlike(parts) else { return }
            report(total: total, parts: parts, values: values, whole: sum, severity: related ? .warning : .hint, into: &ledger)
        }
    }

    /// 其中增量文件46件、存量文件112件，纠正5件: the list alone, when it is one slip away from the total.
    private func listedTogether(_ parts: [Int], of sum: Int) -> [Int]? {
        let list = parts.prefix { passages[$0].clause == passages[parts[0]].clause }
        guard list.count >= 2, list.count < parts.count, isParallel(Array(list)), isPartition(Array(list)) else { return nil }
        let values = list.compactMap { passages[$0].value.whole }
        return NearMiss.sum(total: sum, parts: values) ? Array(list) : nil
    }

    /// 119项任务中，已完成83项、…: the parts are told among the total.
    private func isAmong(_ total: Int, _ parts: [Int]) -> Bool {
        let noun = passages[total].noun
        return parts.count >= 3 && noun.count >= 2 && passages.text[noun.upperBound - 1] == glyph("中")
            && passages.text.glyph(at: noun.upperBound) == 0xFF0C
            && parts.allSatisfy { passages[$0].code == passages[total].code }
    }

    /// The members of the list that ends with a total.
    private func listTotal(_ total: Int) -> [Int] {
        var list = [total]
        while let first = list.first, first > 0, passages[first - 1].clause == passages[total].clause, isCandidate(first - 1),
            passages[first - 1].code == passages[total].code, list.count < 12
        {
            list.insert(first - 1, at: 0)
        }
        return list
    }

    /// Totals before the nearest one, in its sentence.
    func farther(_ total: Int, first: Int) -> [Int] {
        let sentence = passages.bySentence[passages[total].sentence]
        guard sentence.contains(total) else { return [] }
        return (max(sentence.lowerBound, total - 6)..<total).reversed().filter {
            isCandidate($0) && SumRule.addable(passages[$0], passages[first])
                && passages[$0].isParenthetical == passages[total].isParenthetical
        }
    }

    func report(total: Int, parts: [Int], values: [Int], whole: Int, severity: Severity, into ledger: inout Ledger) {
        let added = values.reduce(0, +)
        let isMoney = passages[total].family == .money && (values + [whole]).allSatisfy { $0 % 100 == 0 } && whole >= 10_000
        func shown(_ value: Int) -> String { isMoney ? "\(Numeral(units: value / 100, decimals: 2).trimmed)" : "\(value)" }
        let equation = values.map(shown).joined(separator: " + ")
        let label = passages.label(total)
        ledger.reports(
            .sum, [total] + parts, "\(shown(whole)) ≠ \(equation) = \(shown(added))", rule: .sum, severity: severity,
            remark: Remark(
                .sumDiffers,
                [
                    label.isEmpty ? "总数" : label, shown(whole), (isMoney ? "万" : "") + passages[total].unit, equation,
                    shown(added),
                    shown(abs(added - whole)),
                ]), anchor: total)
    }

    static func equation(_ total: Int, _ parts: [Int]) -> String {
        "\(total) = \(parts.map(String.init).joined(separator: " + "))"
    }

    /// The words of a part: its lead, or its noun when the number stands first.
    func words(_ index: Int) -> Range<Int> {
        let lead = Vocabulary.trimmed(passages[index].lead, in: passages.text)
        if lead.isEmpty || passages.isBareLead(index) { return passages[index].noun }
        if let word = Vocabulary.amongThem.last(passages.text, in: lead) {
            let rest = Vocabulary.trimmed(word.upperBound..<lead.upperBound, in: passages.text)
            return rest.isEmpty ? passages[index].noun : rest
        }
        return lead
    }

    /// Whether the parts are named alike: the same ending, the same beginning, or all outcomes of a case.
    func isParallel(_ parts: [Int]) -> Bool {
        let text = passages.text
        let words = parts.map { self.words($0) }
        guard let first = words.first, !first.isEmpty else { return false }
        if words.allSatisfy({
            Vocabulary.outcomes.suffix(text, of: $0) > 0
                || Vocabulary.outcomes.match(text, at: $0.lowerBound, limit: $0.upperBound) > 0
        }) {
            return true
        }
        let rest = words.dropFirst()
        if rest.allSatisfy({ Vocabulary.commonSuffix(first, $0, in: text) >= 1 && !$0.isEmpty }) { return true }
        if rest.allSatisfy({ Vocabulary.commonPrefix(first, $0, in: text) >= 1 && !$0.isEmpty }) { return true }
        let nouns = parts.map { passages[$0].noun }
        guard let noun = nouns.first, !noun.isEmpty else { return false }
        return nouns.dropFirst().allSatisfy { !$0.isEmpty && Vocabulary.commonSuffix(noun, $0, in: text) >= 2 }
    }

    /// All parts are outcomes: 维持, 撤销, 废止.
    func areOutcomes(_ parts: [Int]) -> Bool {
        parts.allSatisfy { part in
            let words = self.words(part)
            return Vocabulary.outcomes.suffix(passages.text, of: words) > 0
                || Vocabulary.outcomes.match(passages.text, at: words.lowerBound, limit: words.upperBound) > 0
        }
    }

    /// 当场整改380处，限期整改76处: the same verb ends every part.
    func endsAlike(_ parts: [Int]) -> Bool {
        guard let first = parts.first.map({ words($0) }) else { return false }
        return parts.dropFirst().allSatisfy { Vocabulary.commonSuffix(first, words($0), in: passages.text) >= 2 }
    }

    /// Figures in 万 and 亿 with a fraction were rounded each for itself: half a unit of the last digit of each is nothing.
    func isWithinRounding(_ total: Int, _ parts: [Int]) -> Bool {
        guard ([total] + parts).contains(where: { passages[$0].isRounded }), let whole = passages[total].value.whole else {
            return false
        }
        let sum = parts.reduce(0) { $0 + (passages[$1].value.whole ?? 0) }
        let gap = abs(sum - whole)
        func step(_ index: Int) -> Int { Numeral.powers[min(max(passages[index].scale, 0), 17)] }
        return gap * 2 < step(total) || gap * 2 <= parts.reduce(0) { $0 + (passages[$1].isRounded ? step($1) : 0) }
    }

    /// The parts surely are all there is: they end with 其他, exclude each other (线上 and 线下), or are the outcomes of what was concluded.
    func isExhaustive(_ parts: [Int], of total: Int) -> Bool {
        isOtherKind(parts) || areKinds(parts) || areNamedKinds(parts) || areOutcomes(parts) && isConcluded(total)
    }

    /// 市容环境类2867件，违法建设类1205件.
    private func areNamedKinds(_ parts: [Int]) -> Bool {
        parts.allSatisfy { part in
            let words = self.words(part)
            return words.count >= 3 && words.count <= 12 && passages.text[words.upperBound - 1] == glyph("类")
        }
    }

    /// The total is a kind like its parts: 一审31件、二审16件、再审5件.
    private func isMember(_ total: Int, of parts: [Int]) -> Bool {
        areKinds([total] + parts) || areNamedKinds([total] + parts) || areOutcomes([total] + parts)
    }

    /// 审结46件: each case concluded has its outcome.
    func isConcluded(_ total: Int) -> Bool {
        Vocabulary.concluded.contains(passages.text, in: passages.fullLead(total))
    }

    /// 书面 and 口头, 一审 and 二审: words that part a whole.
    func areKinds(_ parts: [Int]) -> Bool {
        let text = passages.text
        let words = parts.map { self.words($0) }
        guard words.allSatisfy({ Vocabulary.contrasting.match(text, at: $0.lowerBound, limit: $0.upperBound) > 0 }) else {
            return false
        }
        return Vocabulary.contrasts.contains { contrast in
            var seen: Set<Int> = []
            return words.allSatisfy { words in
                let length = contrast.match(text, at: words.lowerBound, limit: words.upperBound)
                guard length > 0, words.count - length <= 8 else { return false }
                return seen.insert(Vocabulary.key(text, words.lowerBound..<(words.lowerBound + length))).inserted
            }
        }
    }

    /// Named alike and each another thing, so that nothing is counted twice.
    func isPartition(_ parts: [Int]) -> Bool {
        let names = parts.map { passages.text.string(words($0)) }
        return Set(names).count == names.count
    }

    /// Whether a part speaks of what the total counts.
    func isRelated(_ part: Int, to total: Int) -> Bool {
        let text = passages.text
        let around = passages.clauseRange(total)
        let words = self.words(part)
        if Vocabulary.share(words, around, in: text) { return true }
        return passages[part].noun.count >= 2 && Vocabulary.share(passages[part].noun, around, in: text)
    }
}
