/// The number at the head of a line: 一、（一）1. or （1）.
struct HeadingMark: Sendable, Equatable {
    /// 1 for 一、 2 for （一） 3 for 1. 4 for （1）; 0 for 第一章 and 第一部分, which stand above 一、.
    let level: Int
    let number: Int
    /// Where the title starts.
    let end: Int
    /// Which mark was written: the sign behind or around the number.
    let sign: Glyph

    /// Reads the mark at a position of clean or source text; nil when the line starts otherwise.
    init?(_ text: [Glyph], at start: Int, limit: Int) {
        guard start < limit else { return nil }
        let first = text[start]
        if first == glyph("（") || first == 0x28 {
            var position = start + 1
            while position < limit, text[position].isSpace { position += 1 }
            guard let (number, isHan, next) = HeadingMark.number(text, at: position, limit: limit) else { return nil }
            position = next
            while position < limit, text[position].isSpace { position += 1 }
            guard position < limit, text[position] == glyph("）") || text[position] == 0x29 else { return nil }
            self.init(level: isHan ? 2 : 4, number: number, end: position + 1, sign: first)
            return
        }
        if first == glyph("第") {
            guard let (number, isHan, next) = HeadingMark.number(text, at: start + 1, limit: limit), isHan, next < limit else {
                return nil
            }
            if text[next] == glyph("章") || text[next] == glyph("节") {
                self.init(level: 0, number: number, end: next + 1, sign: text[next])
                return
            }
            if text.has(glyphs("部分"), at: next) {
                self.init(level: 0, number: number, end: next + 2, sign: text[next])
                return
            }
            return nil
        }
        guard let (number, isHan, next) = HeadingMark.number(text, at: start, limit: limit), next < limit else { return nil }
        let sign = text[next]
        if isHan {
            guard sign == glyph("、") || sign == glyph("．") || sign == 0x2E else { return nil }
            self.init(level: 1, number: number, end: next + 1, sign: sign)
        } else {
            guard sign == glyph("、") || sign == glyph("．") || sign == 0x2E, number < 100 else { return nil }
            if next + 1 < limit, text[next + 1].isDigit { return nil }
            self.init(level: 3, number: number, end: next + 1, sign: sign)
        }
    }

    private init(level: Int, number: Int, end: Int, sign: Glyph) {
        self.level = level
        self.number = number
        self.end = end
        self.sign = sign
    }

    /// A small number in Chinese or Arabic figures, at most 99.
    private static func number(_ text: [Glyph], at start: Int, limit: Int) -> (Int, Bool, Int)? {
        var position = start
        var value = 0
        while position < limit, position - start < 3, text[position].isDigit {
            value = value * 10 + Int(text[position] - 0x30)
            position += 1
        }
        if position > start { return value > 0 && value < 100 ? (value, false, position) : nil }
        while position < limit, position - start < 4, ChineseNumeral.digit(text[position]) != nil || text[position] == glyph("十")
        {
            position += 1
        }
        guard position > start, let value = ChineseNumeral.value(text, start..<position), value > 0, value < 100 else {
            return nil
        }
        return (value, true, position)
    }
}
