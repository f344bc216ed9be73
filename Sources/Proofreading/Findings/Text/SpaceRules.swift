/// Spaces: inside numbers, between characters, and beside figures now and then.
struct SpaceRules {
    let reading: Reading

    func read(into desk: inout FindingDesk) {
        let glyphs = reading.source.glyphs
        var spaced: [Int] = []
        var grouped: [Range<Int>] = []
        var close = 0
        var between = 0
        let residue = Set(reading.clean.residue.map(\.range.lowerBound))
        for line in reading.source.lines where !line.isBlank && !residue.contains(line.content.lowerBound) {
            readIndent(line, glyphs, into: &desk)
            // the cells of a table are set apart by spaces
            if glyphs[line.content].contains(where: { $0 == 0x7C || $0 == 0x09 }) { continue }
            var position = line.content.lowerBound
            while position < line.content.upperBound {
                let value = glyphs[position]
                if value.isDigit, position > line.content.lowerBound, glyphs[position - 1].isHan { close += 1 }
                guard value.isSpace, value != 0x09 else {
                    position += 1
                    continue
                }
                var end = position
                while end < line.content.upperBound, glyphs[end].isSpace { end += 1 }
                let before = glyphs.glyph(at: position - 1)
                let after = glyphs.glyph(at: end)
                if before.isHan && after.isDigit || before.isDigit && after.isHan { spaced.append(position) }
                if before.isDigit, after.isDigit, end - position == 1, isGrouped(position, end, glyphs) {
                    grouped.append(digits(position, glyphs))
                }
                if before.isHan, after.isHan, end - position <= 2, line.content.count > 45, between < 5,
                    !isQuoted(position, line, glyphs)
                {
                    between += 1
                    let place = max(line.content.lowerBound, position - 4)..<min(line.content.upperBound, end + 4)
                    desk.add(.spaces, .hint, inFile: place, Remark(.spaceInText, [glyphs.string(place)]))
                }
                position = end
            }
        }
        // a text that sets its thousands apart everywhere does so on purpose
        for place in grouped where grouped.count <= 2 {
            desk.add(.spaces, .warning, inFile: place, Remark(.spacesInNumber, [glyphs.string(place)]))
        }
        if let first = spaced.first, spaced.count >= 3, close >= 3, spaced.count * 8 >= close, close * 8 >= spaced.count {
            desk.add(
                .spaces, .hint, inFile: max(0, first - 4)..<(first + 2), Remark(.spacesMixed, ["\(spaced.count)", "\(close)"]))
        }
    }

    private func isQuoted(_ position: Int, _ line: SourceLine, _ glyphs: [Glyph]) -> Bool {
        var at = position
        while at > line.content.lowerBound, position - at < 30 {
            at -= 1
            if glyphs[at] == glyph("”") { return false }
            if glyphs[at] == glyph("“") { return true }
        }
        return false
    }

    /// 12 345件: three digits and a unit after the space.
    private func isGrouped(_ start: Int, _ end: Int, _ glyphs: [Glyph]) -> Bool {
        var stop = end
        while glyphs.glyph(at: stop).isDigit { stop += 1 }
        var low = start
        while glyphs.glyph(at: low - 1).isDigit { low -= 1 }
        return stop - end <= 3 && start - low <= 3 && UnitTable.match(glyphs, at: stop).map { $0.isClassifier } ?? false
    }

    private func digits(_ position: Int, _ glyphs: [Glyph]) -> Range<Int> {
        var low = position
        var high = position + 1
        while glyphs.glyph(at: low - 1).isDigit { low -= 1 }
        while glyphs.glyph(at: high).isDigit { high += 1 }
        return low..<high
    }

    private func readIndent(_ line: SourceLine, _ glyphs: [Glyph], into desk: inout FindingDesk) {
        let indent = line.range.lowerBound..<line.content.lowerBound
        guard indent.count >= 2, indent.contains(where: { glyphs[$0] == 0x3000 }),
            indent.contains(where: { glyphs[$0] == 0x20 || glyphs[$0] == 0xA0 })
        else { return }
        guard desk.findings.allSatisfy({ $0.remark.key != .residueIndent }) else { return }
        desk.add(
            .spaces, .hint, inFile: indent.lowerBound..<min(line.content.upperBound, line.content.lowerBound + 4),
            Remark(.residueIndent))
    }
}
