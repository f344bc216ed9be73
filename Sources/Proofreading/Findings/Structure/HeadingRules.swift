/// Headings: numbers missing, doubled, skipped or written in two ways; full stops; spacing.
struct HeadingRules {
    let reading: Reading
    private var text: [Glyph] { reading.text }

    init(reading: Reading) { self.reading = reading }

    func read(into desk: inout FindingDesk) {
        let candidates = unnumbered()
        readSequence(candidates, into: &desk)
        readStyle(into: &desk)
        readEndMarks(into: &desk)
        readSpacing(into: &desk)
        readLevels(into: &desk)
    }

    /// 一、（一） in one part and 二、1. in another.
    private func readLevels(into desk: inout FindingDesk) {
        var first: [Int: Reading.Heading] = [:]
        var counts: [Int: Int] = [:]
        var isOpen = false
        for heading in reading.headings {
            if heading.mark.level == 1 {
                isOpen = true
            } else if isOpen {
                isOpen = false
                counts[heading.mark.level, default: 0] += 1
                if first[heading.mark.level] == nil { first[heading.mark.level] = heading }
            }
        }
        guard let second = first[2], let third = first[3], let han = counts[2], let digits = counts[3] else { return }
        let odd = digits <= han ? third : second
        desk.add(
            .headingStyle, .hint, odd.range.lowerBound..<odd.mark.end, Remark(.headingLevels, [written(second), written(third)]))
    }

    // MARK: lines that look like headings but have no number

    private func unnumbered() -> [Int] {
        guard let first = reading.headings.first?.paragraph else { return [] }
        let numbered = Set(reading.headings.map(\.paragraph))
        let wholeLines = reading.headings.filter { $0.mark.level <= 2 && $0.isWholeLine }
        guard wholeLines.count >= 3 else { return [] }
        return reading.paragraphs.indices.filter { index in
            guard index > first, !numbered.contains(index), index + 1 < reading.paragraphs.count else { return false }
            let line = reading.paragraphs[index]
            guard line.count >= 6, line.count <= 36, text[line.upperBound - 1].isHan, reading.paragraphs[index + 1].count >= 50
            else { return false }
            for position in line
            where text[position].isDigit || text[position] == 0x09 || text[position] == glyph("。") || text[position] == 0xFF1A {
                return false
            }
            return !numbered.contains(index + 1)
                && LineJoint.isClosed(text.glyph(at: reading.paragraphs[index - 1].upperBound - 1))
                || numbered.contains(index - 1) && !numbered.contains(index + 1) && false
        }
    }

    // MARK: the order of numbers

    private func readSequence(_ candidates: [Int], into desk: inout FindingDesk) {
        var last: [Int: (number: Int, paragraph: Int)] = [:]
        var running: [Int: Int] = [:]
        var used: Set<Int> = []
        for (place, heading) in reading.headings.enumerated() {
            let level = heading.mark.level
            let number = heading.mark.number
            if level >= 3, !heading.isWholeLine, heading.title.isEmpty || number == 1 {
                last[level] = (number, heading.paragraph)
                continue
            }
            if let before = last[level] {
                let between = candidates.filter { $0 > before.paragraph && $0 < heading.paragraph }
                if number == before.number, level <= 2 || number != 1 {
                    desk.add(
                        .headingRepeated, .warning, heading.range,
                        Remark(.headingRepeated, [written(heading), renumbered(heading, before.number + 1)]))
                } else if number == before.number + 2, let line = between.first, between.count == 1 {
                    used.insert(line)
                    missing(line, like: heading, number: before.number + 1, into: &desk)
                } else if number > before.number + 1, level <= 2 || number <= before.number + 3 {
                    desk.add(
                        .headingSkipped, level <= 2 ? .warning : .hint, heading.range,
                        Remark(.headingSkipped, [renumbered(heading, before.number), written(heading)]))
                }
            } else if number != 1, number != (running[level] ?? 0) + 1, level <= 2 {
                let start = level == 1 ? 0 : reading.headings[..<place].last { $0.mark.level < level }?.paragraph ?? 0
                let between = candidates.filter { $0 > start && $0 < heading.paragraph }
                if number == 2, let line = between.first {
                    used.insert(line)
                    missing(line, like: heading, number: 1, into: &desk)
                } else if level == 2 || number > 1 {
                    desk.add(.headingSkipped, .hint, heading.range, Remark(.headingSkipped, ["", written(heading)]))
                }
            }
            last[level] = (number, heading.paragraph)
            running[level] = number
            for deeper in last.keys where deeper > level { last[deeper] = nil }
        }
        readTrailing(candidates.filter { !used.contains($0) }, into: &desk)
    }

    /// A heading without a number after the last numbered one of its part.
    private func readTrailing(_ candidates: [Int], into desk: inout FindingDesk) {
        guard candidates.count <= 2 else { return }
        for line in candidates {
            guard let before = reading.headings.last(where: { $0.paragraph < line && $0.mark.level <= 2 }),
                before.mark.level == 2, before.isWholeLine
            else { continue }
            let next = reading.headings.first { $0.paragraph > line && $0.mark.level <= 2 }
            if let next, next.mark.level == 2 { continue }
            guard before.mark.number >= 2 else { continue }
            missing(line, like: before, number: before.mark.number + 1, into: &desk)
        }
    }

    private func missing(_ line: Int, like heading: Reading.Heading, number: Int, into desk: inout FindingDesk) {
        let range = reading.paragraphs[line]
        desk.add(.headingMissing, .warning, range, Remark(.headingMissing, [text.string(range), renumbered(heading, number)]))
    }

    private func written(_ heading: Reading.Heading) -> String { text.string(heading.range.lowerBound..<heading.mark.end) }

    private func renumbered(_ heading: Reading.Heading, _ number: Int) -> String {
        let han = HeadingRules.hanNumber(number)
        switch heading.mark.level {
        case 1: return "\(han)、"
        case 2: return "（\(han)）"
        case 3: return "\(number)" + String(text.string(heading.mark.end - 1..<heading.mark.end))
        case 4: return "（\(number)）"
        default: return "\(number)"
        }
    }

    static func hanNumber(_ number: Int) -> String {
        let digits = Array("零一二三四五六七八九")
        switch number {
        case ..<0: return "\(number)"
        case ..<10: return String(digits[number])
        case 10: return "十"
        case ..<20: return "十" + String(digits[number - 10])
        case ..<100: return String(digits[number / 10]) + "十" + (number % 10 == 0 ? "" : String(digits[number % 10]))
        default: return "\(number)"
        }
    }

    // MARK: form

    /// （四） and (四) in one text.
    private func readStyle(into desk: inout FindingDesk) {
        let bracketed = reading.headings.filter { $0.mark.level == 2 || $0.mark.level == 4 }
        let half = bracketed.filter { sourceGlyph($0.range.lowerBound) == 0x28 }
        let full = bracketed.count - half.count
        guard !half.isEmpty, full > 0 else { return }
        let minority = half.count <= full ? half : bracketed.filter { sourceGlyph($0.range.lowerBound) != 0x28 }
        for heading in minority {
            let number = text.string((heading.range.lowerBound + 1)..<(heading.mark.end - 1))
            desk.add(
                .headingStyle, .warning, heading.range.lowerBound..<heading.mark.end,
                Remark(
                    .headingStyle,
                    [reading.source.glyphs.string(reading.place(heading.range.lowerBound..<heading.mark.end)), "（\(number)）"]))
        }
    }

    private func sourceGlyph(_ position: Int) -> Glyph { reading.source.glyphs.glyph(at: reading.clean.origin[position]) }

    private func readEndMarks(into desk: inout FindingDesk) {
        let whole = reading.headings.filter { $0.isWholeLine && $0.mark.level <= 2 && $0.title.count <= 45 }
        // a list of sentences has no text under its numbers
        let stopped = whole.filter { heading in
            text.glyph(at: heading.range.upperBound) == glyph("。")
                && !reading.headings.contains { $0.paragraph == heading.paragraph + 1 && $0.mark.level <= heading.mark.level }
        }
        guard !stopped.isEmpty, stopped.count < whole.count - stopped.count else { return }
        // where headings run on into their text a full stop belongs to them
        let running = Set(reading.headings.filter { !$0.isWholeLine && $0.mark.level <= 2 }.map { part(of: $0) })
        for heading in stopped where !running.contains(part(of: heading)) {
            desk.add(
                .headingEndMark, .warning, heading.range.lowerBound..<(heading.range.upperBound + 1),
                Remark(.headingEndMark, ["。"]))
        }
    }

    /// The part of the report that a heading stands in, with its level.
    private func part(of heading: Reading.Heading) -> Int {
        let top =
            reading.headings.last { $0.mark.level < heading.mark.level && $0.paragraph <= heading.paragraph }?.paragraph ?? -1
        return top * 8 + heading.mark.level
    }

    private func readSpacing(into desk: inout FindingDesk) {
        let lines = reading.source.lines
        var spaced = 0
        var close: [Range<Int>] = []
        for heading in reading.headings where heading.mark.level <= 2 {
            let line = reading.clean.lineSources[heading.paragraph]
            guard line > 0 else { continue }
            let before = lines[line - 1]
            if before.isBlank { spaced += 1 } else if before.content.count > 60 { close.append(heading.range) }
        }
        guard let first = close.first, spaced > close.count else { return }
        desk.add(.headingSpacing, .hint, first, Remark(.headingSpacing, ["\(close.count)"]))
    }
}
