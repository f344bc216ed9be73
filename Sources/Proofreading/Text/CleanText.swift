/// The text as the later passes read it: residue set aside, spaces beside characters dropped, marks and digits in their usual width,
/// broken paragraphs joined. Every glyph keeps its place in the file.
struct CleanText: Sendable {
    private(set) var glyphs: [Glyph] = []
    /// Place in the file of each glyph.
    private(set) var origin: [Int] = []
    private(set) var residue: [Residue] = []
    private(set) var joints: [LineJoint] = []
    /// The source line at which each clean line starts.
    private(set) var lineSources: [Int] = []

    init(_ source: SourceText) {
        let text = source.glyphs
        glyphs.reserveCapacity(text.count)
        origin.reserveCapacity(text.count)
        let layout = LineLayout(source)
        var previous: Int?
        for (index, line) in source.lines.enumerated() {
            if line.isBlank {
                if line.range.contains(where: { text[$0] == 0xA0 }) {
                    residue.append(Residue(kind: .noBreakSpace, range: line.range))
                }
                continue
            }
            if let kind = Residue.kind(of: line.content, in: text) {
                residue.append(Residue(kind: kind, range: line.content))
                continue
            }
            if let last = previous {
                let joint = LineJoint(after: source.lines[last], before: line, in: source, layout: layout, gap: index - last)
                joints.append(joint)
                if !joint.joins {
                    glyphs.append(0x0A)
                    origin.append(source.lines[last].content.upperBound)
                    lineSources.append(index)
                }
                append(line.content.dropFirst(joint.joins ? joint.repeated : 0), of: text)
            } else {
                lineSources.append(index)
                append(line.content[...], of: text)
            }
            previous = index
        }
        glyphs.append(0x0A)
        origin.append(text.count)
    }

    private mutating func append(_ content: Range<Int>.SubSequence, of text: [Glyph]) {
        var position = content.startIndex
        let limit = content.endIndex
        while position < limit {
            let value = text[position]
            if value == 0x5B || value == 0x26 || value == 0x3C, let found = Residue.inline(text, at: position, limit: limit) {
                residue.append(Residue(kind: found.kind, range: position..<(position + found.length)))
                position += found.length
                continue
            }
            // **strong** in Markdown
            if value == 0x2A, position + 1 < limit, text[position + 1] == 0x2A {
                position += 2
                continue
            }
            if value.isSpace {
                if value == 0x09 || isWide(position, in: text, limit: limit) {
                    put(0x09, position)
                } else if let last = glyphs.last, last.isLetter || last.isDigit, position + 1 < limit,
                    text[position + 1].isLetter || text[position + 1].isDigit
                {
                    put(0x20, position)
                }
            } else {
                put(
                    CleanText.usual(value, before: glyphs.last ?? 0x0A, after: position + 1 < limit ? text[position + 1] : 0x0A),
                    position)
            }
            position += 1
        }
    }

    /// Four spaces or more inside a line part the columns of a table that was set with spaces.
    private func isWide(_ position: Int, in text: [Glyph], limit: Int) -> Bool {
        guard position + 4 < limit, let last = glyphs.last, last != 0x09, last != 0x0A else { return false }
        return text[position] == 0x20 && text[position + 1] == 0x20 && text[position + 2] == 0x20 && text[position + 3] == 0x20
    }

    private mutating func put(_ value: Glyph, _ position: Int) {
        if value == 0x09, glyphs.last == 0x09 || glyphs.last == 0x0A { return }
        glyphs.append(value)
        origin.append(position)
    }

    /// The usual width of a mark: full beside characters, half between digits and letters.
    private static func usual(_ value: Glyph, before: Glyph, after: Glyph) -> Glyph {
        switch value {
        case 0x2C: before.isDigit && after.isDigit ? value : 0xFF0C
        case 0x3A: before.isDigit && after.isDigit ? value : 0xFF1A
        case 0x3B: 0xFF1B
        case 0x28: 0xFF08
        case 0x29: 0xFF09
        case 0x21: 0xFF01
        case 0x3F: 0xFF1F
        case 0xFF05: 0x25
        case 0xFF0E: before.isDigit && (after.isDigit || after >= 0xFF10 && after <= 0xFF19) ? 0x2E : value
        case 0x2E:
            (before.isHan && ChineseNumeral.digit(before) == nil && before != glyph("十") || before == 0x25 || before == 0xFF09
                || before == 0x201D
                || before == 0x300B) && !after.isLetter && !after.isDigit ? 0x3002 : value
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: value - 0xFEE0
        case 0xFF0B: 0x2B
        case 0x2219, 0x30FB, 0x2022: 0xB7
        case 0x7C: 0x09
        default: value
        }
    }
}
