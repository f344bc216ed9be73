/// Reads the figures of a text: digits or numerals, 万 and 亿, 余 and 约, and the unit.
struct QuantityReader {
    let reading: Reading
    private let text: [Glyph]
    private(set) var quantities: [Quantity] = []

    init(_ reading: Reading) {
        self.reading = reading
        text = reading.text
        quantities.reserveCapacity(64)
        var position = 0
        while position < text.count {
            let value = text[position]
            if value.isDigit {
                position = readDigits(at: position)
            } else if value >= 0x3007, ChineseNumeral.isPart(value) || value == glyph("万") {
                position = readHan(at: position)
            } else {
                position += 1
            }
        }
    }

    // MARK: numbers in digits

    private struct Digits {
        var value = Numeral(units: 0)
        var end = 0
        var isOverlong = false
        var isVersion = false
    }

    private func digits(at start: Int) -> Digits {
        var result = Digits()
        var position = start
        var units = 0
        var count = 0
        while text.glyph(at: position).isDigit {
            if count < 15 { units = units * 10 + Int(text[position] - 0x30) }
            count += 1
            position += 1
        }
        // 12,345
        while count <= 12, text.glyph(at: position) == 0x2C, (1...3).allSatisfy({ text.glyph(at: position + $0).isDigit }),
            !text.glyph(at: position + 4).isDigit
        {
            for offset in 1...3 { units = units * 10 + Int(text[position + offset] - 0x30) }
            count += 3
            position += 4
        }
        var decimals = 0
        if text.glyph(at: position) == 0x2E, text.glyph(at: position + 1).isDigit {
            position += 1
            while text.glyph(at: position).isDigit {
                if count < 15 {
                    units = units * 10 + Int(text[position] - 0x30)
                    decimals += 1
                }
                count += 1
                position += 1
            }
            if text.glyph(at: position) == 0x2E, text.glyph(at: position + 1).isDigit { result.isVersion = true }
        }
        result.value = Numeral(units: units, decimals: decimals)
        result.end = position
        result.isOverlong = count > 15
        return result
    }

    /// The end of a run of digits and what binds them, for what is set aside whole.
    private func runEnd(_ start: Int) -> Int {
        var position = start
        while text.glyph(at: position).isDigit || (text.glyph(at: position) == 0x2E && text.glyph(at: position + 1).isDigit) {
            position += 1
        }
        return max(position, start + 1)
    }

    private mutating func readDigits(at start: Int) -> Int {
        let first = digits(at: start)
        let end = first.end
        if first.isOverlong || first.isVersion || reading.mask[start] != .plain { return runEnd(start) }
        let before = text.glyph(at: start - 1)
        let after = text.glyph(at: end)
        if before.isLetter || before == glyph("第") || before == 0xB7 || before == 0xD7 || before == glyph("×") {
            return runEnd(end)
        }
        if before == 0x2F || before == 0x3A, text.glyph(at: start - 2).isDigit { return runEnd(end) }
        if after == 0xB7 || after == 0xD7 || after == 0x2F && text.glyph(at: end + 1).isDigit { return end + 1 }
        if after == 0x3A && text.glyph(at: end + 1).isDigit { return runEnd(end + 1) }
        if before == 0x3014 || before == 0x5B || after == 0x3015 || after == 0x5D { return end }
        if after == glyph("号") || after == glyph("版") && first.value.decimals > 0 { return end + 1 }
        if after.isLetter { return end }
        if let next = skipDate(start: start, digits: first) { return next }
        // 88+11
        if after == 0x2B, text.glyph(at: end + 1).isDigit, first.value.decimals == 0 {
            return readFormula(start: start, first: first)
        }
        if after == 0x2B, text.glyph(at: end + 1).isLetter || text.glyph(at: end + 1).isHan,
            UnitTable.match(text, at: end + 1) == nil
        {
            return end + 1
        }
        if before == 0x2B, text.glyph(at: start - 2).isDigit || text.glyph(at: start - 2).isHan { return end }
        // 4大主题
        if after == glyph("大"), first.value.decimals == 0, first.value.units <= 30, NotFigures.isGroup(text, at: end + 1) {
            append(
                number: start..<end, whole: start..<(end + 1), value: first.value, form: .plain, bound: .exact, unit: "大",
                family: .item, isHan: false,
                isRecurring: false)
            return end + 1
        }
        // 10-20
        if NotFigures.isDash(after), text.glyph(at: end + 1).isDigit {
            if let next = readRange(start: start, first: first) { return next }
        }
        if NotFigures.isDash(before), text.glyph(at: start - 2).isDigit || text.glyph(at: start - 2).isLetter,
            before == 0x2D || before == 0x2014
        {
            return end
        }
        return finish(start: start, numberEnd: end, value: first.value, form: .plain, isHan: false) ?? end
    }

    /// Skips 2021年, 3月4日, 14时30分, 2021-03-04, 1至9月; nil when the digits are no date.
    private func skipDate(start: Int, digits first: Digits) -> Int? {
        let end = first.end
        let after = text.glyph(at: end)
        let value = first.value.decimals == 0 ? first.value.units : -1
        if after == glyph("年") {
            if value >= 1000 { return end + 1 }
            let next = text.glyph(at: end + 1)
            if next == glyph("内") || next == glyph("以") || next == glyph("期") || NotFigures.isSpan(text, before: start) {
                return nil
            }
            return end + 1
        }
        if after == glyph("月") && value <= 12 && value > 0 { return end + 1 }
        if after == glyph("日") || after == glyph("号") {
            let next = text.glyph(at: end + 1)
            if next == glyph("内"), text.glyph(at: start - 1) != glyph("月") { return nil }
            return end + 1
        }
        if after == glyph("时"), text.glyph(at: end + 1).isDigit || value <= 24 { return runEnd(end + 1) }
        if NotFigures.isDash(after), text.glyph(at: end + 1).isDigit {
            let second = digits(at: end + 1)
            let next = text.glyph(at: second.end)
            let isCalendar = value >= 1900 && value < 2100
            if next == glyph("年") && isCalendar || next == glyph("月") || next == glyph("日") || next == glyph("时") {
                return second.end + 1
            }
            if isCalendar && after == 0x2D && second.value.units <= 12 { return runEnd(second.end + (next == 0x2D ? 1 : 0)) }
            if isCalendar && second.value.units >= 1900 && second.value.units < 2100 { return second.end }
            // telephone numbers
            if after == 0x2D, second.end - end > 7 || value >= 100 && text[start] == 0x30 { return second.end }
        }
        // 20212025年: the dash is missing
        if value >= 19_000_000, value < 21_000_000, after == glyph("年") || end - start == 8 { return end }
        if end - start >= 7, text[start] == 0x30 { return end }
        return nil
    }

    private mutating func readFormula(start: Int, first: Digits) -> Int {
        var summands = [first.value.units]
        var position = first.end
        while text.glyph(at: position) == 0x2B, text.glyph(at: position + 1).isDigit {
            let next = digits(at: position + 1)
            guard next.value.decimals == 0 else { break }
            summands.append(next.value.units)
            position = next.end
        }
        // 1+3+N names a pattern
        if text.glyph(at: position) == 0x2B { return position + 1 }
        guard summands.allSatisfy({ $0 < 1_000_000_000 }) else { return position }
        return finish(
            start: start, numberEnd: position, value: Numeral(units: summands.reduce(0, +)), form: .formula(summands),
            isHan: false)
            ?? position
    }

    private mutating func readRange(start: Int, first: Digits) -> Int? {
        let second = digits(at: first.end + 1)
        guard !second.isOverlong, !second.isVersion, second.value > first.value else { return nil }
        return finish(
            start: start, numberEnd: second.end, value: first.value, form: .other(text.string(start..<second.end)), isHan: false)
            ?? second.end
    }

    // MARK: numbers in characters

    private mutating func readHan(at start: Int) -> Int {
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
            guard after == glyph("余") || after == glyph("多"), !text.glyph(at: start - 1).isHan || !isHanMultiple(before) else {
                return end
            }
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

    private func isHanMultiple(_ before: Glyph) -> Bool {
        ChineseNumeral.isPart(before) || before == glyph("数") || before == glyph("几") || before == glyph("上")
            || before == glyph("成")
    }

    private mutating func readFraction(start: Int, end: Int) -> Int {
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
    private mutating func readLevels(start: Int, end: Int, value: Int) -> Int {
        let sentence =
            start..<(text[start..<min(text.count, start + 160)].firstIndex { $0.endsSentence } ?? min(text.count, start + 160))
        if let last = quantities.last, last.unit == "级", last.value == Numeral(units: value), last.number.upperBound > start - 80,
            !text[last.number.upperBound..<start].contains(where: { $0.endsSentence })
        {
            return end + 1
        }
        for position in sentence where text[position] == glyph("级") && position > 0 && reading.mask[position] == .plain {
            let numeral = ChineseNumeral.digit(text[position - 1])
            guard numeral == value else { continue }
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
    private func isRecurring(_ position: Int, unitAt end: Int) -> Bool {
        guard let unit = UnitTable.match(text, at: end), unit.isClassifier, unit.family != .period else { return false }
        if unit.name == "例" || unit.name == "个" || unit.name == "点" || unit.name == "面" || unit.name == "批" { return false }
        var low = position
        while low > 0, position - low < 14, !text[low - 1].endsClause { low -= 1 }
        return QuantityReader.periods.contains(text, in: low..<position)
    }

    // MARK: bounds and units

    private static let atLeast = PhraseSet("超过 超 逾 突破 不少于 不低于 至少 最少 多于 高于 大于 达到或超过 上")
    private static let atMost = PhraseSet("不超过 不高于 不多于 至多 最多 不足 少于 低于 小于 控制在 最高")
    private static let about = PhraseSet("约 大约 将近 接近 近 约为 大概")

    private func leadingBound(_ start: Int) -> Bound? {
        var low = start
        while low > 0, start - low < 6, !text[low - 1].endsClause { low -= 1 }
        let range = low..<start
        let length = QuantityReader.atLeast.suffix(text, of: range)
        let most = QuantityReader.atMost.suffix(text, of: range)
        if most > length { return .atMost }
        if length > 1 || length == 1 && text[start - 1] != glyph("上") && text.glyph(at: start - 2) != glyph("不") {
            return .atLeast
        }
        if QuantityReader.about.suffix(text, of: range) > 0 {
            let before = text.glyph(at: start - 2)
            if text[start - 1] == glyph("近"),
                before == glyph("附") || before == glyph("临") || before == glyph("最") || before == glyph("邻")
            {
                return nil
            }
            if text[start - 1] == glyph("约"),
                before == glyph("签") || before == glyph("节") || before == glyph("合") || before == glyph("预")
            {
                return nil
            }
            return .about
        }
        return nil
    }

    private static let bareLeads = PhraseSet(
        "为 达 达到 共 共计 合计 总计 计 总数 数量 总数为 分别为 人数 件数 次数 至 增至 降至 到 累计 约 近 超过 突破 逾 是 ： 和 、 数")

    /// Reads what follows the digits and adds the figure; nil when no unit makes it one.
    private mutating func finish(start: Int, numberEnd: Int, value: Numeral, form: Quantity.Form, isHan: Bool) -> Int? {
        var position = numberEnd
        var bound: Bound?
        var value = value
        func readMore() {
            let next = text.glyph(at: position)
            if next == glyph("余") || next == glyph("多") {
                bound = .atLeast
                position += 1
            } else if next == 0x2B, !text.glyph(at: position + 1).isDigit {
                bound = .atLeast
                position += 1
            } else if next == glyph("几"), isHan == false {
                bound = .atLeast
                position += 1
            }
        }
        readMore()
        var power = 0
        if form == .plain || isRange(form) {
            if text.glyph(at: position) == glyph("百"), !isHan {
                power = 2
                position += 1
            } else if text.glyph(at: position) == glyph("千"), text.glyph(at: position + 1) != glyph("米"),
                text.glyph(at: position + 1) != glyph("克"), !isHan
            {
                power = 3
                position += 1
            }
            if text.glyph(at: position) == glyph("万"), text[start] != glyph("万") {
                power += 4
                position += 1
            }
            if text.glyph(at: position) == glyph("亿") {
                power += 8
                position += 1
            }
            if power > 0 { readMore() }
        }
        let unit = UnitTable.match(text, at: position)
        var name = ""
        var family = UnitFamily.bare
        if let unit, accepts(unit, at: position, isHan: isHan, start: start, value: value) {
            position += unit.glyphs.count
            // 2个多小时, 3个多月
            if unit.name == "个", text.glyph(at: position) == glyph("多"), let inner = UnitTable.match(text, at: position + 1),
                inner.family == .period || text.glyph(at: position + 1) == glyph("月")
            {
                position += 2
                bound = .atLeast
            }
            name = unit.name
            family = unit.family
        } else {
            guard !isHan, isBare(start: start, end: position, power: power) else { return nil }
        }
        if power > 0 {
            guard let shifted = value.shifted(by: power) else { return position }
            value = shifted
        }
        if family == .percent, text.glyph(at: position - 1) == 0x2030 { family = .bare }
        if let trailing = trailingBound(&position, family: family) { bound = trailing }
        if bound == nil { bound = leadingBound(start) }
        let recurring =
            isHan && value.units == 1 || isRecurring(start, unitAt: max(numberEnd, position - name.unicodeScalars.count))
        if recurring, bound == nil, hasAtLeast(before: start) { bound = .atLeast }
        append(
            number: start..<numberEnd, whole: start..<position, value: value, form: form, bound: bound ?? .exact, unit: name,
            family: family,
            isHan: isHan, isRecurring: recurring)
        return position
    }

    private func isRange(_ form: Quantity.Form) -> Bool {
        if case .other = form { return true }
        return false
    }

    private func hasAtLeast(before start: Int) -> Bool {
        let range = max(0, start - 10)..<start
        return text.first(glyphs("至少"), in: range) != nil || text.first(glyphs("不少于"), in: range) != nil
    }

    private func accepts(_ unit: UnitTable.Entry, at position: Int, isHan: Bool, start: Int, value: Numeral) -> Bool {
        let next = text.glyph(at: position + unit.glyphs.count)
        switch unit.name {
        case "分":
            if next == glyph("之") || next == glyph("钟") || text.glyph(at: start - 1) == glyph("时")
                || text.glyph(at: start - 1) == glyph("点")
            {
                return false
            }
        case "日内": return true
        case "年内": return value.decimals == 0 && value.units < 100
        case "期", "届次", "班", "节": if isHan && next.isHan && unit.name != "期" { return false }
        case "所", "部", "面", "口", "把", "道", "通", "回", "对", "度", "门", "路", "队", "层", "只":
            if isHan { return false }
        case "位": if next == glyph("一") || next == glyph("数") || next == glyph("置") { return false }
        case "周", "天", "秒": if isHan && !(next == glyph("内") || NotFigures.isSpan(text, before: start)) { return false }
        case "人": if isHan && (next == glyph("民") || next == glyph("口") || next == glyph("间")) { return false }
        case "家": if isHan && (next == glyph("人") || next == glyph("庭")) { return false }
        case "小时", "个小时": if NotFigures.isRoundTheClock(text, after: position + unit.glyphs.count) { return false }
        case "市", "县", "乡", "村", "镇": if next == glyph("长") || next == glyph("级") || isHan { return false }
        case "车": if next == glyph("道") || next.isHan && isHan { return false }
        case "条": if isArticle(start) { return false }
        case "款": if isArticle(start) || isHan { return false }
        case "类", "种", "组", "支", "套", "批": if isHan && value.units == 1 { return false }
        case "起": if next == glyph("来") || next == glyph("诉") { return false }
        case "名": if next == glyph("称") || next == glyph("单") { return false }
        case "张", "台", "场": if isHan && value.units == 1 { return false }
        default: break
        }
        return !isHan || unit.isClassifier
    }

    /// 《…》第12条 and 民法典1043条: an article of a law.
    private func isArticle(_ start: Int) -> Bool {
        let before = text.glyph(at: start - 1)
        return before == glyph("》") || before == glyph("第") || before == glyph("法") || before == glyph("典")
    }

    /// A number without a unit is a figure after 共, 达, 为 and the like, or alone in a table's cell.
    private func isBare(start: Int, end: Int, power: Int) -> Bool {
        let next = text.glyph(at: end)
        let before = text.glyph(at: start - 1)
        if (before == 0x09 || next == 0x09) && (before.endsClause && next.endsClause) { return end - start <= 9 }
        guard next.endsClause || next == glyph("、") || next == glyph("）") || next == glyph("（") && power > 0 else { return false }
        if power > 0 { return true }
        guard end - start <= 9, end - start >= 2 else { return false }
        return QuantityReader.bareLeads.suffix(text, of: max(0, start - 4)..<start) > 0 && before != glyph("：")
            && before != glyph("、")
            && before != glyph("和") && before != glyph("到") && before != glyph("是")
    }

    private static let above = PhraseSet("及以上 以上 之上 或以上")
    private static let below = PhraseSet("以内 之内 以下 及以下 内")
    private static let around = PhraseSet("左右 上下 有余")

    private func trailingBound(_ position: inout Int, family: UnitFamily) -> Bound? {
        if family == .period, text.glyph(at: position - 1) == glyph("内") { return .atMost }
        if QuantityReader.above.match(text, at: position, limit: text.count) > 0 { return .atLeast }
        if family != .percent || text.glyph(at: position) == glyph("以") || text.glyph(at: position) == glyph("之") {
            if QuantityReader.below.match(text, at: position, limit: text.count) > 0 {
                if text.glyph(at: position) == glyph("内"), family != .period { return nil }
                return .atMost
            }
        }
        if QuantityReader.around.match(text, at: position, limit: text.count) > 0 {
            return text[position] == glyph("有") ? .atLeast : .about
        }
        return nil
    }

    private mutating func append(
        number: Range<Int>, whole: Range<Int>, value: Numeral, form: Quantity.Form, bound: Bound, unit: String,
        family: UnitFamily, isHan: Bool,
        isRecurring: Bool
    ) {
        quantities.append(
            Quantity(
                number: number, whole: whole, value: value, form: form, bound: bound, unit: unit, family: family, isHan: isHan,
                isRecurring: isRecurring))
    }
}
