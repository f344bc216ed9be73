/// How the lines of a file are set: one paragraph a line, or broken at a fixed width as a PDF gives them.
struct LineLayout: Sendable {
    /// The width at which lines are broken, nil when each paragraph is one line.
    let wrap: Int?
    /// Pairs of neighbouring characters in the text, to tell a word that was cut in two.
    private let pairs: Set<UInt32>
    /// The text itself, where the pairs are asked for so seldom that looking is cheaper than remembering.
    private let glyphs: [Glyph]

    init(_ source: SourceText) {
        var lengths: [Int] = []
        var open = 0
        for line in source.lines where !line.isBlank {
            lengths.append(LineJoint.width(line, source.glyphs))
            if !LineJoint.isClosed(line, source.glyphs) { open += 1 }
        }
        lengths.sort()
        let width = lengths.isEmpty ? 0 : lengths[lengths.count * 9 / 10]
        let full = lengths.reduce(into: 0) { count, length in if length >= width - 4, length <= width + 4 { count += 1 } }
        wrap =
            lengths.count >= 8 && width >= 15 && width <= 70 && full * 10 >= lengths.count * 4 && open * 10 >= lengths.count * 4
            ? width : nil
        var pairs: Set<UInt32> = []
        if wrap == nil, open > 40 {
            pairs.reserveCapacity(source.glyphs.count / 2)
            for position in 1..<max(1, source.glyphs.count)
            where source.glyphs[position].isHan && source.glyphs[position - 1].isHan {
                pairs.insert(UInt32(source.glyphs[position - 1]) << 16 | UInt32(source.glyphs[position]))
            }
        }
        self.pairs = pairs
        glyphs = pairs.isEmpty ? source.glyphs : []
    }

    func knows(_ first: Glyph, _ second: Glyph) -> Bool {
        glyphs.isEmpty
            ? pairs.contains(UInt32(first) << 16 | UInt32(second)) : glyphs.first([first, second], in: 0..<glyphs.count) != nil
    }
}

/// What lies between two lines of text: the end of a paragraph, a break that a page made, or an end mark that is missing.
struct LineJoint: Sendable {
    enum Kind: Sendable {
        case paragraph
        case wrapped
        case pageBreak
        case endMarkMissing
    }

    let kind: Kind
    /// How many characters were printed again after the break.
    let repeated: Int
    /// The last glyph before and the first after, in the file.
    let place: Range<Int>

    var joins: Bool { kind == .wrapped || kind == .pageBreak }

    init(after: SourceLine, before: SourceLine, in source: SourceText, layout: LineLayout, gap: Int) {
        let text = source.glyphs
        let end = after.content.upperBound
        let start = before.content.lowerBound
        place = (end - 1)..<(start + 1)
        var kind = Kind.paragraph
        var repeated = 0
        let last = text[end - 1]
        let isFull = layout.wrap.map { LineJoint.width(after, text) >= $0 - 3 } ?? false
        let isListed = isFull && LineJoint.runsOn(last) && before.content.lowerBound - before.range.lowerBound < 2
        if !LineJoint.isClosed(after, text) || isListed, !LineJoint.isTable(after, text), !LineJoint.isTable(before, text) {
            let isHeading = HeadingMark(text, at: start, limit: before.content.upperBound) != nil
            let isTitle = LineJoint.isTitle(after, text, layout)
            let continues = last == glyph("，") || last == glyph("、") || last == 0x2C
            if LineJoint.bullets.contains(text[start]) {
                kind = .paragraph
            } else if let wrap = layout.wrap {
                let width = LineJoint.width(after, text)
                kind = !isHeading && width >= wrap - 6 && before.range.lowerBound == start ? .wrapped : .paragraph
                if kind == .paragraph, !isHeading, width >= wrap - 3,
                    before.content.lowerBound - before.range.lowerBound < 2
                {
                    kind = .wrapped
                }
            } else if isHeading {
                kind = isTitle ? .paragraph : .endMarkMissing
            } else if isTitle && !continues {
                kind = .paragraph
            } else if continues || LineJoint.isCut(after, before, text, layout) {
                kind = .pageBreak
                if last.isHan, last == text[start] { repeated = 1 }
                if after.content.count > 3, before.content.count > 3, last.isHan, text[end - 2] == text[start],
                    last == text[start + 1]
                {
                    repeated = 2
                }
            } else {
                kind = before.content.count > 12 || gap > 1 ? .endMarkMissing : .paragraph
            }
        }
        self.kind = kind
        self.repeated = repeated
    }

    /// What begins a member of a list.
    private static let bullets: Set<Glyph> = Set(glyphs("·•●○◆◇■□★☆▲※➢①②③④⑤⑥⑦⑧⑨"))

    /// How wide a line is set, in characters: digits and letters take half of one, the indent counts.
    static func width(_ line: SourceLine, _ text: [Glyph]) -> Int {
        var halves = 0
        for position in line.range.lowerBound..<line.content.upperBound { halves += text[position] < 0x2000 ? 1 : 2 }
        return (halves + 1) / 2
    }

    /// A full line may end with ； or ） or ” and go on.
    private static func runsOn(_ glyph: Glyph) -> Bool {
        glyph == 0xFF1B || glyph == 0x201D || glyph == 0x300B || glyph == 0xFF09 || glyph == 0x29 || glyph == 0x3B
    }

    static func isClosed(_ line: SourceLine, _ text: [Glyph]) -> Bool {
        let last = text[line.content.upperBound - 1]
        if last == 0x2E { return line.content.count > 1 && !text[line.content.upperBound - 2].isDigit }
        return isClosed(last)
    }

    /// A line that ends with a mark of its own.
    static func isClosed(_ glyph: Glyph) -> Bool {
        switch glyph {
        case 0x3002, 0xFF01, 0xFF1F, 0xFF1B, 0xFF1A, 0x3B, 0x3A, 0x21, 0x3F, 0x2026, 0x201D, 0x300B, 0xFF09, 0x29, 0x3011: true
        default: false
        }
    }

    private static func isTable(_ line: SourceLine, _ text: [Glyph]) -> Bool {
        line.content.contains { text[$0] == 0x09 || text[$0] == 0x7C }
    }

    /// Headings, titles, signatures and dates need no end mark.
    private static func isTitle(_ line: SourceLine, _ text: [Glyph], _ layout: LineLayout) -> Bool {
        if line.content.count <= 20 { return true }
        let marks = line.content.reduce(into: 0) { count, position in
            if text[position].endsClause || text[position] == 0x2C { count += 1 }
        }
        if let mark = HeadingMark(text, at: line.content.lowerBound, limit: line.content.upperBound) {
            return line.content.count - (mark.end - line.content.lowerBound) <= 45
                && !line.content.contains { text[$0] == glyph("。") }
        }
        return marks <= 1 && line.content.count <= 40 && !line.content.contains { text[$0] == glyph("。") }
    }

    private static let unfinished = PhraseSet(
        """
        在 以 对 将 与 和 及 把 向 从 于 的 地 被 让 使 由 并 或 且 不 未 正 再 更 最 较 是 各 每 该 本 其 为 有所 以及 通过 根据 按照 围绕 结合 针对 对于 关于
        全区 全市 全县 全镇 我区 我市 我县 各级 进一步 不断 持续 积极 切实 充分 认真 严格 深入 全面 努 着 责 贯 彻
        """)
    private static let neverFirst = PhraseSet("性 化 率 度 者 们 的 了 着 等 之 们 量 感 化 们")

    /// Whether a page break cut the sentence here: a word in two, or a line that cannot end so.
    private static func isCut(_ after: SourceLine, _ before: SourceLine, _ text: [Glyph], _ layout: LineLayout) -> Bool {
        let last = text[after.content.upperBound - 1]
        let first = text[before.content.lowerBound]
        if !last.isHan { return last.isDigit && !first.isDigit && first.isHan ? false : last.isLetter && first.isLetter }
        if last == first, last.isHan { return true }
        if unfinished.suffix(text, of: after.content) > 0 { return true }
        if neverFirst.match(text, at: before.content.lowerBound, limit: before.content.upperBound) > 0 { return true }
        return first.isHan && layout.knows(last, first)
    }
}
