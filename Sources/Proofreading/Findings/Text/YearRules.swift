/// Years and document numbers: missing dashes, two kinds of dash, wrong brackets, a year without 年.
struct YearRules {
    let reading: Reading
    private var text: [Glyph] { reading.text }

    init(reading: Reading) { self.reading = reading }

    private static let afterYear = PhraseSet("以来 度法治 度工作 全年 上半年 下半年 年底")

    func read(into desk: inout FindingDesk) {
        var dashes: [(form: String, range: Range<Int>)] = []
        let text = self.text
        var position = 0
        while position < text.count {
            guard text[position].isDigit, !text.glyph(at: position - 1).isDigit, !text.glyph(at: position - 1).isLetter else {
                position += 1
                continue
            }
            var end = position
            while text.glyph(at: end).isDigit { end += 1 }
            if end - position == 8, isYear(position), isYear(position + 4),
                text.glyph(at: end) == glyph("年") || text.glyph(at: end) == glyph("）")
            {
                let digits = text.string(position..<end)
                desk.add(
                    .yearRange, .error, position..<min(text.count, end + 1),
                    Remark(
                        .yearRange,
                        [
                            text.string(position..<(end + 1)),
                            "\(digits.prefix(4))—\(digits.suffix(4))" + text.string(end..<(end + 1)),
                        ]))
            } else if end - position == 4, isYear(position) {
                readDash(position, end, into: &dashes)
                readNumber(position, end, into: &desk)
                if YearRules.afterYear.match(text, at: end, limit: text.count) > 0, text.glyph(at: end) != glyph("年") {
                    desk.add(.yearWord, .warning, position..<(end + 2), Remark(.yearWord, [text.string(position..<end)]))
                }
            }
            position = end
        }
        reportDashes(dashes, into: &desk)
        readDateMarks(into: &desk)
    }

    private func isYear(_ position: Int) -> Bool {
        let century = text.string(position..<(position + 2))
        return century == "20" || century == "19"
    }

    private func readDash(_ start: Int, _ end: Int, into dashes: inout [(form: String, range: Range<Int>)]) {
        var dash = end
        if text.glyph(at: dash) == glyph("年") { dash += 1 }
        var stop = dash
        while stop - dash < 3, NotFigures.isDash(text.glyph(at: stop)), !text.glyph(at: stop).isHan { stop += 1 }
        guard stop > dash, isDigits(stop, 4), isYear(stop) else { return }
        dashes.append((text.string(dash..<stop), start..<(stop + 4)))
    }

    private func isDigits(_ position: Int, _ count: Int) -> Bool {
        (0..<count).allSatisfy { text.glyph(at: position + $0).isDigit } && !text.glyph(at: position + count).isDigit
    }

    private func reportDashes(_ dashes: [(form: String, range: Range<Int>)], into desk: inout FindingDesk) {
        let forms = Dictionary(grouping: dashes, by: \.form)
        guard forms.count > 1, let first = dashes.first else { return }
        let most = forms.values.map(\.count).max() ?? 0
        let usual =
            forms.filter { $0.value.count == most }.map(\.key).contains(first.form)
            ? first.form : forms.first { $0.value.count == most }?.key ?? first.form
        let shown = forms.keys.sorted().map { "“\($0)”" }.joined()
        for dash in dashes where dash.form != usual { desk.add(.dashes, .hint, dash.range, Remark(.dashesMixed, [shown])) }
    }

    /// [2018]118号, （2018）118号: the year stands in 〔〕.
    private func readNumber(_ start: Int, _ end: Int, into desk: inout FindingDesk) {
        let open = reading.source.glyphs.glyph(at: reading.clean.origin[max(0, start - 1)])
        let close = text.glyph(at: end)
        guard open == 0x5B || open == 0x28 || open == glyph("（") || open == glyph("【") || open == glyph("["),
            close == 0x5D || close == glyph("）") || close == glyph("】")
        else { return }
        var stop = end + 1
        while text.glyph(at: stop).isDigit { stop += 1 }
        guard stop > end + 1, stop - end < 7, text.glyph(at: stop) == glyph("号") else { return }
        // court cases are numbered with round brackets: （2021）辽02行初118号 has characters between
        let written = reading.source.glyphs.string(reading.place((start - 1)..<(stop + 1)))
        desk.add(
            .documentNumber, .warning, (start - 1)..<(stop + 1),
            Remark(.documentNumber, [written, "〔\(text.string(start..<end))〕\(text.string((end + 1)..<(stop + 1)))"]))
    }

    /// “3.15” and “12·4” in one text.
    private func readDateMarks(into desk: inout FindingDesk) {
        let text = self.text
        var dots: [Range<Int>] = []
        var middles: [Range<Int>] = []
        for position in text.indices where text[position] == 0xB7 || text[position] == 0x2E {
            guard reading.mask[position] == .quoted, text.glyph(at: position - 1).isDigit, text.glyph(at: position + 1).isDigit
            else { continue }
            var low = position
            var high = position + 1
            while text.glyph(at: low - 1).isDigit { low -= 1 }
            while text.glyph(at: high).isDigit { high += 1 }
            let month = text[low..<position].reduce(0) { $0 * 10 + Int($1 - 0x30) }
            let day = text[(position + 1)..<high].reduce(0) { $0 * 10 + Int($1 - 0x30) }
            guard high - low <= 5, (1...12).contains(month), (1...31).contains(day), text.glyph(at: low - 1) == glyph("“"),
                text.glyph(at: high) == glyph("”") || text.glyph(at: high).isHan
            else { continue }
            if text[position] == 0xB7 { middles.append(low..<high) } else { dots.append(low..<high) }
        }
        guard !dots.isEmpty, !middles.isEmpty else { return }
        let shown = (dots + middles).prefix(4).map { "“\(text.string($0))”" }.joined()
        let minority = dots.count < middles.count ? dots : middles
        for range in minority.prefix(3) { desk.add(.dateMarks, .hint, range, Remark(.dateMarksMixed, [shown])) }
    }
}
