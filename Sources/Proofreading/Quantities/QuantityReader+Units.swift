extension QuantityReader {
    // MARK: bounds and units

    private static let atLeast = PhraseSet("超过 超 逾 突破 不少于 不低于 至少 最少 多于 高于 大于 达到或超过 上")
    private static let atMost = PhraseSet("不超过 不高于 不多于 至多 最多 不足 少于 低于 小于 控制在 最高")
    private static let about = PhraseSet("约 大约 将近 接近 近 约为 大概")

    func leadingBound(_ start: Int) -> Bound? {
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
    mutating func finish(start: Int, numberEnd: Int, value: Numeral, form: Quantity.Form, isHan: Bool) -> Int? {
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
        let scale = power - value.decimals
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
            isHan: isHan, isRecurring: recurring, scale: scale)
        return position
    }

    func isRange(_ form: Quantity.Form) -> Bool {
        if case .other = form { return true }
        return false
    }

    func hasAtLeast(before start: Int) -> Bool {
        let range = max(0, start - 10)..<start
        return text.first(glyphs("至少"), in: range) != nil || text.first(glyphs("不少于"), in: range) != nil
    }

    func accepts(_ unit: UnitTable.Entry, at position: Int, isHan: Bool, start: Int, value: Numeral) -> Bool {
        guard unit.isTricky else { return !isHan || unit.isClassifier }
        let next = text.glyph(at: position + unit.glyphs.count)
        if unit.glyphs.count > 1 {
            switch unit.name {
            case "日内": return true
            case "年内": return value.decimals == 0 && value.units < 100
            case "届次": if isHan && next.isHan { return false }
            case "小时", "个小时": if NotFigures.isRoundTheClock(text, after: position + unit.glyphs.count) { return false }
            default: break
            }
            return !isHan || unit.isClassifier
        }
        switch unit.glyphs[0] {
        case glyph("分"):
            if next == glyph("之") || next == glyph("钟") || text.glyph(at: start - 1) == glyph("时")
                || text.glyph(at: start - 1) == glyph("点")
            {
                return false
            }
        case glyph("期"), glyph("班"), glyph("节"): if isHan && next.isHan && unit.glyphs[0] != glyph("期") { return false }
        case glyph("所"), glyph("部"), glyph("面"), glyph("口"), glyph("把"), glyph("道"), glyph("通"), glyph("回"), glyph("对"),
            glyph("度"), glyph("门"), glyph("路"), glyph("队"), glyph("层"), glyph("只"):
            if isHan { return false }
        case glyph("位"): if next == glyph("一") || next == glyph("数") || next == glyph("置") { return false }
        case glyph("周") where next == glyph("年") || next == glyph("岁") || next == glyph("边") || next == glyph("期"): return false
        case glyph("个"):
            // 六个一批, 三个不得
            if isHan && (ChineseNumeral.digit(next) != nil || next == glyph("不") || next == glyph("最") || next == glyph("全")) {
                return false
            }
        case glyph("周"), glyph("天"), glyph("秒"):
            if isHan && !(next == glyph("内") || NotFigures.isSpan(text, before: start)) { return false }
        case glyph("人"): if isHan && (next == glyph("民") || next == glyph("口") || next == glyph("间")) { return false }
        case glyph("家"): if isHan && (next == glyph("人") || next == glyph("庭")) { return false }
        case glyph("市"), glyph("县"), glyph("乡"), glyph("村"), glyph("镇"):
            if next == glyph("长") || next == glyph("级") || isHan { return false }
        case glyph("车"): if next == glyph("道") || next.isHan && isHan { return false }
        case glyph("条"): if isArticle(start) { return false }
        case glyph("款"): if isArticle(start) || isHan { return false }
        case glyph("类"), glyph("种"), glyph("组"), glyph("支"), glyph("套"), glyph("批"): if isHan && value.units == 1 { return false }
        case glyph("起"): if next == glyph("来") || next == glyph("诉") { return false }
        case glyph("名"): if next == glyph("称") || next == glyph("单") { return false }
        case glyph("张"), glyph("台"), glyph("场"): if isHan && value.units == 1 { return false }
        default: break
        }
        return !isHan || unit.isClassifier
    }

    /// 《…》第12条 and 民法典1043条: an article of a law.
    func isArticle(_ start: Int) -> Bool {
        let before = text.glyph(at: start - 1)
        return before == glyph("》") || before == glyph("第") || before == glyph("法") || before == glyph("典")
    }

    /// A number without a unit is a figure after 共, 达, 为 and the like, or alone in a table's cell.
    func isBare(start: Int, end: Int, power: Int) -> Bool {
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

    func trailingBound(_ position: inout Int, family: UnitFamily) -> Bound? {
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

    mutating func append(
        number: Range<Int>, whole: Range<Int>, value: Numeral, form: Quantity.Form, bound: Bound, unit: String,
        family: UnitFamily, isHan: Bool,
        isRecurring: Bool, scale: Int = 0
    ) {
        quantities.append(
            Quantity(
                number: number, whole: whole, value: value, form: form, bound: bound, family: family, isHan: isHan,
                isRecurring: isRecurring, scale: scale, code: UnitTable.code(unit)))
    }
}
