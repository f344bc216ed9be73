/// Numbers written in characters: 两, 十五, 二百三十, 三千余.
enum ChineseNumeral {
    /// The value of one figure, 〇 to 九 and 两.
    static func digit(_ glyph: Glyph) -> Int? {
        switch glyph {
        case 0x3007, 0x96F6: 0
        case 0x4E00: 1
        case 0x4E8C, 0x4E24: 2
        case 0x4E09: 3
        case 0x56DB: 4
        case 0x4E94: 5
        case 0x516D: 6
        case 0x4E03: 7
        case 0x516B: 8
        case 0x4E5D: 9
        default: nil
        }
    }

    /// 十, 百, 千: the power of ten.
    static func power(_ glyph: Glyph) -> Int? {
        switch glyph {
        case 0x5341: 1
        case 0x767E: 2
        case 0x5343: 3
        default: nil
        }
    }

    static func isPart(_ glyph: Glyph) -> Bool { digit(glyph) != nil || power(glyph) != nil }

    /// The value of a run, or nil when it is no number (八五, 三四, 十四五).
    static func value(_ text: [Glyph], _ range: Range<Int>) -> Int? {
        var total = 0
        var pending: Int?
        var lowest = 9
        for position in range {
            if let digit = digit(text[position]) {
                if digit == 0 {
                    guard pending == nil, position > range.lowerBound else { return nil }
                    continue
                }
                guard pending == nil else { return nil }
                pending = digit
            } else if let power = power(text[position]) {
                guard power < lowest else { return nil }
                if pending == nil, power != 1 || position != range.lowerBound { return nil }
                total += (pending ?? 1) * Numeral.powers[power]
                pending = nil
                lowest = power
            } else {
                return nil
            }
        }
        if let pending {
            guard lowest != 9 || range.count == 1 else { return nil }
            total += pending
        }
        return total
    }
}
