/// The text of a file as it was decoded: its scalars and its lines.
struct SourceText: Sendable {
    let glyphs: [Glyph]
    let lines: [SourceLine]

    init(_ string: String) {
        var glyphs: [Glyph] = []
        glyphs.reserveCapacity(string.utf8.count / 2)
        for scalar in string.unicodeScalars { glyphs.append(scalar.value < 0x10000 ? Glyph(scalar.value) : 0xFFFD) }
        var lines: [SourceLine] = []
        var start = 0
        var position = 0
        while position <= glyphs.count {
            if position == glyphs.count || glyphs[position].isLineEnd {
                if position < glyphs.count || position > start { lines.append(SourceLine(start..<position, in: glyphs)) }
                if position + 1 < glyphs.count, glyphs[position] == 0x0D, glyphs[position + 1] == 0x0A { position += 1 }
                start = position + 1
            }
            position += 1
        }
        self.glyphs = glyphs
        self.lines = lines
    }
}

/// One line of the file: the whole of it and the part between the spaces at its ends.
struct SourceLine: Sendable {
    let range: Range<Int>
    let content: Range<Int>

    init(_ range: Range<Int>, in glyphs: [Glyph]) {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high, glyphs[low].isSpace { low += 1 }
        while high > low, glyphs[high - 1].isSpace { high -= 1 }
        // the mark of a heading in Markdown
        var mark = low
        while mark < high, mark - low < 6, glyphs[mark] == 0x23 { mark += 1 }
        if mark > low, mark < high, glyphs[mark].isSpace {
            while mark < high, glyphs[mark].isSpace { mark += 1 }
            low = mark
        }
        // the line under a table's header
        if low < high, glyphs[low] == 0x7C || glyphs[low] == 0x2D,
            !glyphs[low..<high].contains(where: { $0 != 0x7C && $0 != 0x2D && $0 != 0x3A && !$0.isSpace }), high - low >= 3
        {
            low = high
        }
        self.range = range
        content = low..<high
    }

    var isBlank: Bool { content.isEmpty }
}
