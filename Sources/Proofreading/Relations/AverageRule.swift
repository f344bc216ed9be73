/// Averages and products: 平均每场 42 人, 人均 3 件, 每村 3 名; and how many papers came to a head.
struct AverageRule {
    let passages: Passages

    private static let averages = PhraseSet("平均每 平均 人均 户均 村均 场均 件均 每人平均 每场平均 次均 年均")
    private static let papers = PhraseSet("材料 资料 手册 传单 宣传单 宣传册 读本 折页 宣传品 书籍")
    private static let crowds = PhraseSet("参与 参加 受众 群众 受益 受教育 覆盖 惠及 人数 观众 听众")

    func read(into ledger: inout Ledger) {
        for sentence in passages.bySentence {
            for index in sentence {
                readAverage(index, sentence: sentence, into: &ledger)
                readPlausibility(index, sentence: sentence, into: &ledger)
                readProduct(index, sentence: sentence, into: &ledger)
            }
        }
    }

    private func readAverage(_ index: Int, sentence: Range<Int>, into ledger: inout Ledger) {
        let text = passages.text
        let quantity = passages[index]
        guard quantity.isPlain, quantity.bound == .exact || quantity.bound == .about,
            let word = AverageRule.averages.last(text, in: quantity.lead),
            quantity.lead.upperBound - word.upperBound <= 8
        else { return }
        let name = text.string(word)
        // 平均每人每月4次: two divisors
        if name == "年均"
            || text[word.lowerBound..<quantity.number.lowerBound].filter({ $0 == glyph("每") || $0 == glyph("均") }).count > 2
                - (text[word].contains(glyph("均")) ? 0 : 1)
        {
            return
        }
        if text[word.upperBound..<quantity.number.lowerBound].contains(glyph("每")), text[word].contains(glyph("每")) { return }
        let counts = (sentence.lowerBound..<index).filter {
            passages[$0].family.isAdditive && passages[$0].isExact && passages[$0].value.units > 0
        }
        guard counts.count >= 2 else { return }
        let dividends = counts.filter {
            passages[$0].family == quantity.family || passages[$0].family == .turnout && quantity.family == .person
                || passages[$0].family == .person && quantity.family == .turnout
        }
        for dividend in dividends {
            for divisor in counts where divisor != dividend {
                if let says = quotient(dividend, divisor, equals: quantity) {
                    ledger.holds(.average, [dividend, divisor, index], says)
                    return
                }
            }
        }
        // told plainly only when one total and one number of parts stand there
        guard quantity.bound == .exact, dividends.count == 1, let dividend = dividends.first else { return }
        var divisors = counts.filter { $0 != dividend && perUnit(word, index, is: passages[$0]) }
        // 平均每个网格2名: the grids, where 社区 are counted by 个 too
        if divisors.count > 1 {
            let name = Vocabulary.trimmed(word.upperBound..<quantity.number.lowerBound, in: text)
            divisors = divisors.filter {
                Vocabulary.share(name, passages[$0].lead.lowerBound..<passages[$0].noun.upperBound, in: text)
            }.suffix(1)
        }
        guard divisors.count == 1, let divisor = divisors.first, passages[divisor].passage == quantity.passage else { return }
        let actual = exactQuotient(passages[dividend].value, passages[divisor].value, decimals: max(1, quantity.value.decimals))
        let gap = actual < quantity.value ? quantity.value - actual : actual - quantity.value
        if quantity.scale > 0, gap <= Numeral(units: Numeral.powers[min(quantity.scale, 17)]) { return }
        let isSlip = NearMiss.explains([passages[dividend].value, passages[divisor].value, quantity.value]) {
            exactQuotient($0[0], $0[1], decimals: $0[2].decimals) == $0[2]
        }
        guard isSlip else { return }
        ledger.reports(
            .average, [dividend, divisor, index],
            "\(passages[dividend].printed) ÷ \(passages[divisor].printed) = \(actual) ≠ \(quantity.printed)",
            rule: .average, severity: .warning,
            remark: Remark(
                .averageDiffers,
                ["\(passages[dividend].printed) ÷ \(passages[divisor].printed) = \(actual)", quantity.printed + quantity.unit]),
            anchor: index)
    }

    /// 平均每场: the number of 场.
    private func perUnit(_ word: Range<Int>, _ index: Int, is divisor: Quantity) -> Bool {
        let text = passages.text
        let after = word.lowerBound..<passages[index].number.lowerBound
        let unit = glyphs(divisor.unit)
        if let head = unit.first, text[after].contains(head) { return true }
        return text[after].contains(glyph("人")) && (divisor.family == .person || divisor.family == .turnout)
    }

    private func exactQuotient(_ first: Numeral, _ second: Numeral, decimals: Int) -> Numeral {
        let places = max(first.decimals, second.decimals)
        let dividend = first.scaled(to: places) * Int128(Numeral.powers[min(decimals, 9)])
        let divisor = max(1, second.scaled(to: places))
        return Numeral(units: Int(truncatingIfNeeded: (dividend * 2 + divisor) / (divisor * 2)), decimals: min(decimals, 9))
            .trimmed
    }

    private func quotient(_ first: Int, _ second: Int, equals quantity: Quantity) -> String? {
        let places = quantity.value.decimals
        let power = Int128(Numeral.powers[min(places, 9)])
        let scale = max(passages[first].value.decimals, passages[second].value.decimals)
        let dividend = passages[first].value.scaled(to: scale) * power
        let divisor = passages[second].value.scaled(to: scale)
        guard divisor > 0 else { return nil }
        let rounded = (dividend * 2 + divisor) / (divisor * 2)
        let printed = Int128(quantity.value.units)
        guard rounded == printed || dividend / divisor == printed || quantity.bound == .about && abs(rounded - printed) <= 1
        else { return nil }
        return "\(passages[first].printed) ÷ \(passages[second].printed) ≈ \(quantity.printed)"
    }

    private static let places = PhraseSet("村 社区 镇 乡 街道 行政村 个村 个行政村 个社区 个镇街 镇街 村居 单位 个单位 校 企业 网格 个网格 部门")

    /// 每村3名、86个村共258名: so many for each of them.
    private func readProduct(_ index: Int, sentence: Range<Int>, into ledger: inout Ledger) {
        let text = passages.text
        let each = passages[index]
        guard each.isExact, each.isCount, let rate = each.value.whole, rate > 0, rate <= 1000 else { return }
        let length = AverageRule.places.suffix(text, of: each.lead)
        guard length > 0, text.glyph(at: each.lead.upperBound - length - 1) == glyph("每"),
            let name = each.lead.last.map({ text[$0] })
        else { return }
        let near = (max(sentence.lowerBound, index - 3)..<min(sentence.upperBound, index + 4)).filter {
            $0 != index && passages[$0].isExact
        }
        guard
            let number = near.first(where: {
                passages[$0].code != each.code
                    && (text.glyph(at: passages[$0].noun.lowerBound) == name || text[passages[$0].noun.prefix(4)].contains(name))
            }),
            let total = near.first(where: { $0 > index && $0 > number && passages[$0].code == each.code }),
            let count = passages[number].value.whole,
            let sum = passages[total].value.whole, Vocabulary.hasTotal(text, in: passages[total].lead), count > 1
        else { return }
        let members = [index, number, total].sorted()
        if rate * count == sum {
            ledger.holds(.average, members, "\(rate) × \(count) = \(sum)")
        } else if NearMiss.pair(rate * count, sum) {
            ledger.reports(
                .average, members, "\(rate) × \(count) = \(rate * count) ≠ \(sum)", rule: .average, severity: .warning,
                remark: Remark(.productDiffers, ["\(rate) × \(count) = \(rate * count)", "\(sum)" + each.unit]), anchor: total)
        }
    }

    /// 4700 余人次 and 3.6 万余份: more papers a head than anybody takes home.
    private func readPlausibility(_ index: Int, sentence: Range<Int>, into ledger: inout Ledger) {
        let papers = passages[index]
        guard papers.family == .document, papers.isPlain,
            AverageRule.papers.contains(passages.text, in: papers.lead.lowerBound..<papers.noun.upperBound)
        else { return }
        for other in sentence.reversed() where other < index {
            let crowd = passages[other]
            guard crowd.family == .turnout || crowd.family == .person, crowd.isPlain, crowd.value >= Numeral(units: 100),
                AverageRule.crowds.contains(passages.text, in: crowd.lead.lowerBound..<crowd.noun.upperBound)
            else { continue }
            let perHead = exactQuotient(papers.value, crowd.value, decimals: 1)
            guard perHead >= Numeral(units: 6) else { return }
            ledger.reports(
                .plausibility, [other, index], "\(papers.value) ÷ \(crowd.value) ≈ \(perHead)", rule: .plausibility,
                severity: .hint,
                remark: Remark(.perHead, [crowd.printed + crowd.unit, papers.printed + papers.unit, "\(perHead)"]), anchor: index)
            return
        }
    }
}
