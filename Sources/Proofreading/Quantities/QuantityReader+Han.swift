extension QuantityReader {
    // MARK: numbers in characters

    mutating func readHan(at start: Int) -> Int {
        var end = start
        while ChineseNumeral.isPart(text.glyph(at: end)) { end += 1 }
        if text.glyph(at: start) == glyph("万") { end = start + 1 }
        guard reading.mask[start] == .plain else { return end }
        let after = text.glyph(at: end)
        // 百分之五, 三分之二
        if after == glyph("分"), text.glyph(at: end + 1) == glyph("之"), end - start == 1 || text[start] == glyph("百") {
            return readFraction(start: start, end: end)
        }
        let before = text.glyph(at: start - 1)
        if before == glyph("第") || before.isDigit || before.isLetter || before == glyph("十") { return end }
        // 百余家, 千余名, 万余人
        if end - start == 1, let power = ChineseNumeral.power(text[start]) ?? (text[start] == glyph("万") ? 4 : nil), power > 1 {
            let isRounded = after == glyph("余") || after == glyph("多")
            let isBounded = before == glyph("近") || before == glyph("超") || before == glyph("逾") || before == glyph("约")
            guard isRounded && (!before.isHan || !isHanMultiple(before)) || isBounded else { return end }
            return finish(start: start, numberEnd: end, value: Numeral(units: Numeral.powers[power]), form: .plain, isHan: true)
                ?? end
        }
        guard let value = ChineseNumeral.value(text, start..<end), value > 0 else { return end }
        if after == glyph("年") || after == glyph("月") || after == glyph("日") { return end + 1 }
        if value == 1 {
            guard isRecurring(start, unitAt: end) else { return end }
        } else if NotFigures.isSetPhrase(text, at: start) || NotFigures.isAnaphoric(text, before: start) {
            return end
        }
        if after == glyph("级") { return readLevels(start: start, end: end, value: value) }
        if after == glyph("大") {
            guard value >= 2, value <= 12, NotFigures.isGroup(text, at: end + 1) else { return end }
            append(
                number: start..<end, whole: start..<(end + 1), value: Numeral(units: value), form: .plain, bound: .exact,
                unit: "大", family: .item,
                isHan: true, isRecurring: false)
            return end + 1
        }
        return finish(start: start, numberEnd: end, value: Numeral(units: value), form: .plain, isHan: true) ?? end
    }

    func isHanMultiple(_ before: Glyph) -> Bool {
        ChineseNumeral.isPart(before) || before == glyph("数") || before == glyph("几") || before == glyph("上")
            || before == glyph("成")
    }

    mutating func readFraction(start: Int, end: Int) -> Int {
        var stop = end + 2
        while ChineseNumeral.isPart(text.glyph(at: stop)) { stop += 1 }
        var decimals: [Glyph] = []
        if text.glyph(at: stop) == glyph("点") {
            var position = stop + 1
            while let digit = ChineseNumeral.digit(text.glyph(at: position)) {
                decimals.append(Glyph(digit))
                position += 1
            }
            if !decimals.isEmpty { stop = position }
        }
        let numeratorEnd = decimals.isEmpty ? stop : stop - decimals.count - 1
        guard numeratorEnd > end + 2,
            var value = ChineseNumeral.value(text, (end + 2)..<numeratorEnd) ?? (text[end + 2] == glyph("百") ? 100 : nil)
        else { return end }
        if text[start] == glyph("百") {
            guard decimals.count < 6 else { return stop }
            for digit in decimals { value = value * 10 + Int(digit) }
            append(
                number: start..<stop, whole: start..<stop, value: Numeral(units: value, decimals: decimals.count), form: .plain,
                bound: leadingBound(start) ?? .exact, unit: "%", family: .percent, isHan: true, isRecurring: false)
            return stop
        }
        guard let denominator = ChineseNumeral.digit(text[start]), denominator > 1, decimals.isEmpty else { return stop }
        append(
            number: start..<stop, whole: start..<stop, value: Numeral(units: value), form: .other("\(value)/\(denominator)"),
            bound: .exact, unit: "",
            family: .bare, isHan: true, isRecurring: false)
        return stop
    }

    /// 三级 is a figure only where the levels are listed: 区、镇街、村三级.
    mutating func readLevels(start: Int, end: Int, value: Int) -> Int {
        // 一级指标, 30个二级指标: an ordinal, for two levels are 两级
        if text[start] == glyph("二") || text[start] == glyph("一") { return end + 1 }
        if let last = quantities.last, last.whole.upperBound == start { return end + 1 }
        let sentence =
            start..<(text[start..<min(text.count, start + 160)].firstIndex { $0.endsSentence } ?? min(text.count, start + 160))
        if let last = quantities.last, last.unit == "级", last.value == Numeral(units: value), last.number.upperBound > start - 80,
            !text[last.number.upperBound..<start].contains(where: { $0.endsSentence })
        {
            return end + 1
        }
        guard text[max(0, start - 60)..<sentence.upperBound].contains(glyph("、")) else { return end + 1 }
        var tries = 0
        for position in sentence where text[position] == glyph("级") && position > 0 && reading.mask[position] == .plain {
            let numeral = ChineseNumeral.digit(text[position - 1])
            guard numeral == value else { continue }
            tries += 1
            guard tries <= 3 else { break }
            let list = ListReader(reading).listBefore(position - 1)
            guard list.separators >= 1 else { continue }
            append(
                number: start..<end, whole: start..<(end + 1), value: Numeral(units: value), form: .plain, bound: .exact,
                unit: "级", family: .item,
                isHan: true, isRecurring: false)
            return end + 1
        }
        return end + 1
    }

    private static let periods = PhraseSet("每日 每天 每周 每月 每季度 每季 每年 每半年 每旬 每个月 每两周 每双月")

    /// 每月…一次: an amount that recurs.
    func isRecurring(_ position: Int, unitAt end: Int) -> Bool {
        guard let unit = UnitTable.match(text, at: end), unit.isClassifier, unit.family != .period else { return false }
        if unit.name == "例" || unit.name == "个" || unit.name == "点" || unit.name == "面" || unit.name == "批" { return false }
        var low = position
        while low > 0, position - low < 14, !text[low - 1].endsClause { low -= 1 }
        return QuantityReader.periods.contains(text, in: low..<position)
    }
}
