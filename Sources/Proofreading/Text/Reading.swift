/// A sentence of the clean text and the paragraph it belongs to.
struct Sentence: Sendable {
    let range: Range<Int>
    let paragraph: Int
}

/// A heading: its number, title and place.
public struct Section: Sendable, Equatable {
    /// The number as written: “一、”, “（二）”; empty for a heading without one.
    public let number: String
    public let title: String
    /// 1 for 一、 2 for （一） 3 for 1. 4 for （1）.
    public let level: Int
    /// Place in the file, in Unicode scalars, of the number and the title.
    public let start: Int
    public let end: Int
}

/// The clean text divided into paragraphs, sentences and headings, with what is a name marked off.
struct Reading: Sendable {
    struct Heading: Sendable {
        let mark: HeadingMark
        /// Number and title in the clean text.
        let range: Range<Int>
        let paragraph: Int
        /// The heading has its line to itself.
        let isWholeLine: Bool
        var title: Range<Int> { mark.end..<max(mark.end, range.upperBound) }
    }

    /// What a glyph belongs to.
    enum Mask: UInt8, Sendable {
        case plain
        /// Inside 《》.
        case title
        /// Inside “” of a name's length.
        case quoted
        /// The number of a heading.
        case number
    }

    let source: SourceText
    let clean: CleanText
    let paragraphs: [Range<Int>]
    let sentences: [Sentence]
    let headings: [Heading]
    private(set) var mask: [Mask]

    var text: [Glyph] { clean.glyphs }

    init(_ string: String) {
        source = SourceText(string)
        clean = CleanText(source)
        let text = clean.glyphs
        var paragraphs: [Range<Int>] = []
        var sentences: [Sentence] = []
        var headings: [Heading] = []
        var start = 0
        var sentenceStart = 0
        for position in text.indices where text[position].endsSentence {
            let end = position + 1
            if position > sentenceStart { sentences.append(Sentence(range: sentenceStart..<end, paragraph: paragraphs.count)) }
            sentenceStart = end
            guard text[position] == 0x0A else { continue }
            if let mark = HeadingMark(text, at: start, limit: position) {
                let stop = text[mark.end..<position].firstIndex { $0 == glyph("。") || $0 == 0x09 } ?? position
                if stop - mark.end <= 60, stop > mark.end {
                    headings.append(
                        Heading(mark: mark, range: start..<stop, paragraph: paragraphs.count, isWholeLine: stop >= position - 1))
                } else if stop > mark.end {
                    headings.append(Heading(mark: mark, range: start..<mark.end, paragraph: paragraphs.count, isWholeLine: false))
                }
            }
            paragraphs.append(start..<position)
            start = end
        }
        self.paragraphs = paragraphs
        self.sentences = sentences
        self.headings = headings
        mask = Array(repeating: .plain, count: text.count)
        markNames()
        for heading in headings { for position in heading.range.lowerBound..<heading.mark.end { mask[position] = .number } }
    }

    /// Marks what stands in 《》 and short “”: titles and names, whose digits are no figures.
    private mutating func markNames() {
        let text = clean.glyphs
        var position = 0
        var straightOpen = false
        while position < text.count {
            switch text[position] {
            case 0x0A: straightOpen = false
            case glyph("《"):
                if let end = closing(glyph("》"), opening: glyph("《"), from: position, within: 120) {
                    for inside in position...end { mask[inside] = .title }
                    position = end
                }
            case glyph("“"), glyph("「"), glyph("‘"), glyph("【"):
                let opening = text[position]
                let mark: Glyph =
                    opening == glyph("“")
                    ? glyph("”") : opening == glyph("「") ? glyph("」") : opening == glyph("【") ? glyph("】") : glyph("’")
                if let end = closing(mark, opening: opening, from: position, within: 42) {
                    for inside in position...end { mask[inside] = .quoted }
                    position = end
                }
            case 0x22:
                straightOpen.toggle()
                if straightOpen, let end = closing(0x22, opening: 0, from: position, within: 42) {
                    for inside in position...end { mask[inside] = .quoted }
                    position = end
                    straightOpen = false
                }
            default: break
            }
            position += 1
        }
    }

    private func closing(_ mark: Glyph, opening: Glyph, from start: Int, within length: Int) -> Int? {
        let text = clean.glyphs
        var depth = 0
        var position = start
        while position < min(text.count, start + length) {
            if text[position] == 0x0A { return nil }
            if text[position] == opening, opening != mark { depth += 1 }
            if text[position] == mark, position > start || opening == mark {
                depth -= 1
                if depth <= 0 { return position }
            }
            position += 1
        }
        return nil
    }

    /// The place in the file of a range of the clean text.
    func place(_ range: Range<Int>) -> Range<Int> {
        guard range.lowerBound < clean.origin.count else { return source.glyphs.count..<source.glyphs.count }
        let start = clean.origin[range.lowerBound]
        guard range.upperBound > range.lowerBound else { return start..<start }
        return start..<max(start, min(clean.origin[min(range.upperBound, clean.origin.count) - 1] + 1, source.glyphs.count))
    }

    /// The paragraph that holds a position of the clean text.
    func paragraph(at position: Int) -> Int {
        var low = 0
        var high = paragraphs.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if paragraphs[middle].lowerBound <= position { low = middle } else { high = middle - 1 }
        }
        return low
    }

    var sections: [Section] {
        headings.map { heading in
            let place = place(heading.range)
            return Section(
                number: text.string(heading.range.lowerBound..<heading.mark.end), title: text.string(heading.title),
                level: heading.mark.level,
                start: place.lowerBound, end: place.upperBound)
        }
    }
}
