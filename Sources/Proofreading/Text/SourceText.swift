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
        self.range = range
        content = low..<high
    }

    var isBlank: Bool { content.isEmpty }
}
