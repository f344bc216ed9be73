extension ShareRule {
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
        guard announced || isOutOf(base, numerator) else { return }
        if namesOther(index, than: base) {
            return ledger.unknown(.share, [base, numerator, index], "\(passages[numerator].printed)，\(quantity.printed)%")
        }
        reportDiffering(
            index, numerator: numerator, bases: Array(bases),
            base: bases.first { Vocabulary.hasTotal(text, in: passages[$0].lead) } ?? base, severity: .error, into: &ledger)
    }

    /// 32家单位中有21家: the one is counted among the other.
    private func isOutOf(_ base: Int, _ numerator: Int) -> Bool {
        let text = passages.text
        let between = passages[base].whole.upperBound..<passages[numerator].number.lowerBound
        return passages[base].code == passages[numerator].code && numerator == base + 1 && between.count <= 16
            && between.contains { text[$0] == glyph("中") && [glyph("有"), 0xFF0C].contains(text.glyph(at: $0 + 1)) }
    }

    /// 受理1346件，维持900件，占审结数的…: the share is of a count that is not printed.
    private func namesOther(_ index: Int, than base: Int) -> Bool {
        let text = passages.text
        let lead = rateLead(index)
        guard let place = text[lead].lastIndex(of: glyph("占")),
            let named = ShareRule.handled.first(text, in: place..<lead.upperBound)
        else { return false }
        return text.first(Array(text[named]), in: passages.fullLead(base)) == nil
            && text.first(Array(text[named]), in: passages[base].noun) == nil
    }

    /// A base stated once, in this sentence or before, of which the shares beside this one are taken.
    func sharedBase(_ index: Int, numerator: Int) -> Int? {
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
}
