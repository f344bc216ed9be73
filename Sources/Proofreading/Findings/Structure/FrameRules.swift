/// What frames a report: its title, the addressee, signature and date, and whether it is in time.
struct FrameRules {
    let reading: Reading
    private var text: [Glyph] { reading.text }

    init(reading: Reading) { self.reading = reading }

    private static let reports = PhraseSet("报告 总结 情况报告 工作报告")

    func read(into desk: inout FindingDesk) {
        guard let first = reading.paragraphs.indices.first(where: { !reading.paragraphs[$0].isEmpty }) else { return }
        readTitle(first, into: &desk)
        let opening = 0..<min(text.count, 400)
        guard text.first(glyphs("报告"), in: opening) != nil, !reading.headings.isEmpty, reading.paragraphs.count >= 6 else {
            return
        }
        readAddressee(into: &desk)
        readSignature(into: &desk)
    }

    // MARK: title

    private func readTitle(_ first: Int, into desk: inout FindingDesk) {
        let line = reading.paragraphs[first]
        guard line.count >= 4, line.count <= 45, !text[line].contains(0x09),
            HeadingMark(text, at: line.lowerBound, limit: line.upperBound) == nil
        else {
            return
        }
        if first + 1 < reading.paragraphs.count {
            let second = reading.paragraphs[first + 1]
            let isTail =
                FrameRules.reports.suffix(text, of: second) > 0 && second.count <= 30
                && HeadingMark(text, at: second.lowerBound, limit: second.upperBound) == nil
            if isTail, FrameRules.reports.suffix(text, of: line) == 0,
                text[line.upperBound - 1].isHan || text[line.upperBound - 1] == glyph("）"),
                !line.contains(where: { text[$0].endsClause })
            {
                desk.add(
                    .titleSplit, .hint, line.lowerBound..<second.upperBound,
                    Remark(.titleSplit, [text.string(line) + text.string(second)]))
            }
        }
        let place = reading.place(line)
        let glyphs = reading.source.glyphs
        for position in place where glyphs[position].isSpace && position > place.lowerBound && glyphs[position - 1].isHan {
            var after = position
            while after < place.upperBound, glyphs[after].isSpace { after += 1 }
            if after < place.upperBound, glyphs[after].isHan || glyphs[after].isDigit, !glyphs[position - 1].isDigit {
                desk.add(.spaces, .hint, inFile: place, Remark(.titleSpace))
                break
            }
        }
    }

    // MARK: addressee and signature

    private func readAddressee(into desk: inout FindingDesk) {
        let limit = min(8, reading.paragraphs.count)
        let firstHeading = reading.headings.first?.paragraph ?? limit
        for index in 0..<min(limit, firstHeading) {
            let line = reading.paragraphs[index]
            if line.count <= 50, line.count >= 3, text[line.upperBound - 1] == 0xFF1A, text.first(glyphs("如下"), in: line) == nil {
                return
            }
        }
        let title = reading.paragraphs[0]
        desk.add(.addressee, .hint, title, Remark(.addresseeMissing))
    }

    /// The paragraph at which the appendix starts, or the end: an appendix follows the date of what is signed.
    private var appendix: Int {
        for (index, line) in reading.paragraphs.enumerated() where index > 4 && line.count <= 30 {
            guard FrameRules.appendices.match(text, at: line.lowerBound, limit: line.upperBound) > 0 else { continue }
            if reading.paragraphs[max(0, index - 3)..<index].contains(where: { $0.count <= 30 && date(in: $0) != nil }) {
                return index
            }
        }
        return reading.paragraphs.count
    }

    private static let appendices = PhraseSet("附件 附表 附录")

    private func readSignature(into desk: inout FindingDesk) {
        let last = reading.paragraphs[..<appendix].suffix(5)
        for line in last.reversed() where line.count <= 30 {
            if let date = date(in: line) {
                readLateness(date, line, into: &desk)
                readPublication(into: &desk)
                return
            }
        }
        if let end = reading.paragraphs[..<appendix].last(where: { !$0.isEmpty }) {
            desk.add(.signature, .hint, max(end.lowerBound, end.upperBound - 12)..<end.upperBound, Remark(.signatureMissing))
        }
        readPublication(into: &desk)
    }

    private struct Day: Comparable {
        let year: Int
        let month: Int
        let day: Int
        static func < (left: Day, right: Day) -> Bool { (left.year, left.month, left.day) < (right.year, right.month, right.day) }
        var written: String { "\(year)年\(month)月\(day)日" }
    }

    private func date(in line: Range<Int>) -> Day? {
        guard line.count >= 8, text[line.upperBound - 1] == glyph("日") else { return nil }
        return day(text, in: line)
    }

    /// The first 2022年3月4日, 2022-03-04 or 二〇二二年三月四日 in a range.
    private func day(_ glyphs: [Glyph], in range: Range<Int>) -> Day? {
        var numbers: [Int] = []
        var position = range.lowerBound
        while position < range.upperBound, numbers.count < 3 {
            if glyphs[position].isDigit {
                var value = 0
                while position < range.upperBound, glyphs[position].isDigit, value < 100_000 {
                    value = value * 10 + Int(glyphs[position] - 0x30)
                    position += 1
                }
                if numbers.isEmpty, value < 1990 || value > 2100 { continue }
                numbers.append(value)
            } else if ChineseNumeral.isPart(glyphs[position]) || glyphs[position] == 0x25CB {
                var end = position
                while end < range.upperBound, ChineseNumeral.isPart(glyphs[end]) || glyphs[end] == 0x25CB { end += 1 }
                if numbers.isEmpty {
                    guard end - position == 4 else { return nil }
                    var year = 0
                    for place in position..<end {
                        year = year * 10 + (glyphs[place] == 0x25CB ? 0 : ChineseNumeral.digit(glyphs[place]) ?? 0)
                    }
                    numbers.append(year)
                } else if let value = ChineseNumeral.value(glyphs, position..<end) {
                    numbers.append(value)
                }
                position = max(end, position + 1)
            } else {
                position += 1
            }
        }
        guard numbers.count == 3, (1...12).contains(numbers[1]), (1...31).contains(numbers[2]) else { return nil }
        return Day(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    /// The year reported on: the first year in the title.
    private var reportYear: Int? {
        guard text.first(glyphs("法治政府建设"), in: 0..<min(text.count, 400)) != nil else { return nil }
        for line in reading.paragraphs.prefix(3) {
            for position in line where text[position] == glyph("年") && position >= line.lowerBound + 4 {
                let digits = text[(position - 4)..<position]
                if digits.allSatisfy({ $0.isDigit }) { return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
            }
        }
        return nil
    }

    private func readLateness(_ date: Day, _ line: Range<Int>, into desk: inout FindingDesk) {
        guard let year = reportYear, date > Day(year: year + 1, month: 3, day: 1) else { return }
        desk.add(.lateReport, .hint, line, Remark(.signedLate, [date.written, "\(year + 1)年"]))
    }

    private func readPublication(into desk: inout FindingDesk) {
        guard let year = reportYear else { return }
        let glyphs = reading.source.glyphs
        for residue in reading.clean.residue
        where residue.kind == .pageHeader && glyphs.first(FrameRules.published, in: residue.range) != nil {
            guard let date = day(glyphs, in: residue.range), date > Day(year: year + 1, month: 4, day: 1) else { continue }
            desk.add(.lateReport, .hint, inFile: residue.range, Remark(.publishedLate, [date.written, "\(year + 1)年"]))
        }
    }

    private static let published = glyphs("发布")
}
