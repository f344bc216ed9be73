/// Reads the figures of a text: digits or numerals, 万 and 亿, 余 and 约, and the unit.
struct QuantityReader {
    let reading: Reading
    let text: [Glyph]
    var quantities: [Quantity] = []

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

    struct Digits {
        var value = Numeral(units: 0)
        var end = 0
        var isOverlong = false
        var isVersion = false
    }

    func digits(at start: Int) -> Digits {
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
        if let grouped = spacedGroups(start: start, end: position) {
            units = grouped.units
            count = grouped.count
            position = grouped.end
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

    /// 321 146件: groups of three digits set apart by spaces, up to a unit.
    private func spacedGroups(start: Int, end: Int) -> (units: Int, count: Int, end: Int)? {
        guard end - start <= 3, text[start] != 0x30, text.glyph(at: end).isSpace else { return nil }
        let before = text.glyph(at: start - 1)
        if before == 0x2E || before == 0x2C || before == glyph("第") { return nil }
        var position = end
        while position - start < 15, text.glyph(at: position).isSpace, text.glyph(at: position) != 0x0A,
            (1...3).allSatisfy({ text.glyph(at: position + $0).isDigit }), !text.glyph(at: position + 4).isDigit
        {
            position += 4
        }
        guard position > end, UnitTable.match(text, at: position)?.isClassifier ?? false else { return nil }
        let digits = text[start..<position].filter { $0.isDigit }
        return (digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits.count, position)
    }

    /// The end of a run of digits and what binds them, for what is set aside whole.
    func runEnd(_ start: Int) -> Int {
        var position = start
        while text.glyph(at: position).isDigit || (text.glyph(at: position) == 0x2E && text.glyph(at: position + 1).isDigit) {
            position += 1
        }
        return max(position, start + 1)
    }

    mutating func readDigits(at start: Int) -> Int {
        let first = digits(at: start)
        let end = first.end
        if first.isOverlong || first.isVersion || reading.mask[start] != .plain { return runEnd(start) }
        let before = text.glyph(at: start - 1)
        let after = text.glyph(at: end)
        if before.isLetter || before == glyph("第") || before == 0xB7 || before == 0xD7 || before == glyph("×") {
            return runEnd(end)
        }
        // 排名全市前10名
        if before == glyph("前"), after == glyph("名") || after == glyph("位") || after == glyph("强") || after == glyph("列") {
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

    mutating func readFormula(start: Int, first: Digits) -> Int {
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

    mutating func readRange(start: Int, first: Digits) -> Int? {
        let second = digits(at: first.end + 1)
        guard !second.isOverlong, !second.isVersion, second.value > first.value else { return nil }
        return finish(
            start: start, numberEnd: second.end, value: first.value, form: .other(text.string(start..<second.end)), isHan: false)
            ?? second.end
    }
}
