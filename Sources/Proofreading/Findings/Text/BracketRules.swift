/// Brackets, title marks and quotation marks that do not pair, cross each other or are of two widths.
struct BracketRules {
    let reading: Reading

    /// The opening mark of a closing one.
    @inline(__always)
    private static func partner(of mark: Glyph) -> Glyph? {
        switch mark {
        case 0xFF09: 0xFF08
        case 0x29: 0x28
        case 0x300B: 0x300A
        case 0x201D: 0x201C
        case 0x3015: 0x3014
        case 0x3011: 0x3010
        case 0x5D: 0x5B
        case 0x3009: 0x3008
        default: nil
        }
    }

    @inline(__always)
    private static func isOpening(_ mark: Glyph) -> Bool {
        switch mark {
        case 0xFF08, 0x28, 0x300A, 0x201C, 0x3014, 0x3010, 0x5B, 0x3008: true
        default: false
        }
    }

    private struct Open {
        let mark: Glyph
        /// Place in the file.
        let place: Int
    }

    func read(into desk: inout FindingDesk) {
        let glyphs = reading.source.glyphs
        let origin = reading.clean.origin
        for paragraph in reading.paragraphs {
            var stack: [Open] = []
            for position in paragraph {
                let place = origin[position]
                let mark = glyphs[place]
                guard mark < 0x4E00 && mark >= 0x2018 || mark >= 0xFF00 || mark < 0x5E && mark >= 0x28 else { continue }
                if BracketRules.isOpening(mark) {
                    stack.append(Open(mark: mark, place: place))
                    continue
                }
                guard let partner = BracketRules.partner(of: mark) else { continue }
                if let last = stack.last, last.mark == partner {
                    stack.removeLast()
                } else if let last = stack.last, BracketRules.isOtherWidth(last.mark, partner) {
                    stack.removeLast()
                    let inside = (last.place + 1)..<place
                    let quote =
                        inside.count <= 30
                        ? glyphs.string(last.place..<(place + 1)) : glyphs.string(last.place..<(last.place + 10)) + "…"
                    desk.add(
                        .width, .warning, inFile: last.place..<(place + 1),
                        Remark(.bracketMixed, [quote, inside.count <= 30 ? "（\(glyphs.string(inside))）" : "（…）"]))
                } else if stack.count >= 2, stack[stack.count - 2].mark == partner {
                    let inner = stack.removeLast()
                    stack.removeLast()
                    // the inner one may be closed right after: (2021－2025年》)
                    desk.add(
                        .brackets, .warning, inFile: inner.place..<min(glyphs.count, place + 2),
                        Remark(.bracketCrossed, [text(inner.mark), text(mark)]))
                    if let next = BracketRules.partner(of: glyphs.glyph(at: place + 1)),
                        next == inner.mark || BracketRules.isOtherWidth(next, inner.mark)
                    {
                        stack.append(Open(mark: glyphs.glyph(at: place + 1) == 0x29 ? 0x28 : next, place: place))
                    }
                } else if !isEnumerator(place, glyphs) {
                    desk.add(.brackets, .warning, inFile: around(place, glyphs), Remark(.bracketUnpaired, [text(mark)]))
                }
            }
            for open in stack {
                desk.add(.brackets, .warning, inFile: around(open.place, glyphs), Remark(.bracketUnpaired, [text(open.mark)]))
            }
        }
    }

    private func text(_ mark: Glyph) -> String { [mark].string(0..<1) }

    private func around(_ place: Int, _ glyphs: [Glyph]) -> Range<Int> { max(0, place - 6)..<min(glyphs.count, place + 7) }

    private static func isOtherWidth(_ first: Glyph, _ second: Glyph) -> Bool {
        first == 0x28 && second == glyph("（") || first == glyph("（") && second == 0x28
    }

    /// 1） and a): the closing bracket of a number.
    private func isEnumerator(_ place: Int, _ glyphs: [Glyph]) -> Bool {
        guard glyphs[place] == 0x29 || glyphs[place] == glyph("）") else { return false }
        var low = place
        while low > 0, place - low < 3,
            glyphs[low - 1].isDigit || glyphs[low - 1].isLetter || ChineseNumeral.isPart(glyphs[low - 1])
        { low -= 1 }
        return low < place && (low == 0 || glyphs[low - 1].isMark || glyphs[low - 1].isSpace || glyphs[low - 1].isLineEnd)
    }
}
