/// Compares the figures of a report with known ones that mean the same thing.
///
/// A figure of the text may go by a short name: 口头337件 after 达成协议526件 is 口头调解件数. So every figure is laid beside every known one
/// whose words its clause, sentence and heading hold between them. A known figure that one of its candidates repeats is settled; only a
/// figure that repeats none of its own is compared, with the nearest known figure that is still open.
struct KnownFigures {
    let known: [KnownFigure]

    /// A known figure made ready for comparison.
    private struct Entry {
        let figure: KnownFigure
        let value: Numeral
        let unit: String
        let family: UnitFamily
        /// The label without its ending and without words that say nothing.
        let core: [Glyph]
        let context: [Glyph]
    }

    private struct Candidate {
        let quantity: Int
        let entry: Int
        let score: Int
    }

    private static let endings = PhraseSet("总数 数量 件数 人数 次数 个数 条数 场次 人次 金额 总量 数 量 情况")
    private static let fillers = PhraseSet("全年 全区 全市 全县 本年 本年度 年度 当年 年末 年内 现有 累计 共 共计 总计 已 了 的 发现")
    /// Words that reports and registers use for each other.
    private static let synonyms = [
        ("受训", "参加培训"), ("纠正", "纠错"), ("征集", "收到"), ("查出", "发现"), ("保有", "现有"), ("占比", "率比例"), ("比例", "率占比"), ("接到", "收到"),
        ("开展", "举办"),
    ].map { (glyphs($0.0), glyphs($0.1)) }

    func read(_ passages: Passages, into desk: inout FindingDesk) {
        let entries = known.compactMap { KnownFigures.entry($0) }
        let candidates = passages.quantities.indices.flatMap { self.candidates(of: $0, among: entries, passages) }
        var settledEntries: Set<Int> = []
        var settledFigures: Set<Int> = []
        for candidate in candidates where !differs(passages[candidate.quantity], from: entries[candidate.entry].value) {
            settledEntries.insert(candidate.entry)
            settledFigures.insert(candidate.quantity)
        }
        let open = candidates.filter { !settledFigures.contains($0.quantity) && !settledEntries.contains($0.entry) }
            .sorted { ($0.score, $1.quantity, $1.entry) > ($1.score, $0.quantity, $0.entry) }
        for candidate in open where !settledFigures.contains(candidate.quantity) && !settledEntries.contains(candidate.entry) {
            settledFigures.insert(candidate.quantity)
            settledEntries.insert(candidate.entry)
            report(candidate.quantity, entries[candidate.entry].figure, passages, into: &desk)
        }
    }

    private func report(_ index: Int, _ figure: KnownFigure, _ passages: Passages, into desk: inout FindingDesk) {
        let quantity = passages[index]
        let clause = passages.clauseRange(index)
        let place = passages.reading.place(max(clause.lowerBound, quantity.number.lowerBound - 20)..<quantity.whole.upperBound)
        let written = passages.text.string(quantity.number.lowerBound..<quantity.whole.upperBound)
        desk.add(
            .knownFigure, .warning, inFile: place, Remark(.knownDiffers, [figure.label, written, figure.value + figure.unit]),
            members: [passages.reading.place(quantity.number).lowerBound])
    }

    // MARK: what may mean the same

    private static func entry(_ figure: KnownFigure) -> Entry? {
        guard var value = numeral(figure.value) else { return nil }
        var unit = figure.unit
        for (prefix, power) in [("万", 4), ("亿", 8)] where unit.hasPrefix(prefix) && unit.count > 1 {
            guard let shifted = value.shifted(by: power) else { return nil }
            value = shifted
            unit.removeFirst()
        }
        let core = core(glyphs(figure.label).filter { !$0.isMark && !$0.isSpace })
        guard core.count >= 2 else { return nil }
        let measure = glyphs(unit)
        let family = measure.isEmpty ? UnitFamily.bare : UnitTable.match(measure, at: 0)?.family ?? .bare
        let context = glyphs(figure.context).filter { $0.isHan }
        return Entry(figure: figure, value: value, unit: unit, family: family, core: core, context: context)
    }

    private static func core(_ label: [Glyph]) -> [Glyph] {
        var range = 0..<label.count
        let length = endings.suffix(label, of: range)
        if label.count - length >= 2 { range = 0..<(label.count - length) }
        var core: [Glyph] = []
        var position = range.lowerBound
        while position < range.upperBound {
            let skip = fillers.match(label, at: position, limit: range.upperBound)
            if skip > 0 {
                position += skip
            } else {
                core.append(label[position])
                position += 1
            }
        }
        return core.count >= 2 ? core : Array(label[range])
    }

    private func candidates(of index: Int, among entries: [Entry], _ passages: Passages) -> [Candidate] {
        let quantity = passages[index]
        guard quantity.isPlain, !passages.isChange(index), !passages.isEarlier(index), quantity.family != .bare else { return [] }
        let words = Words(index, passages)
        return entries.indices.compactMap { place in
            let entry = entries[place]
            guard KnownFigures.agree(quantity, entry), let score = score(entry, words, isSame: quantity.unit == entry.unit) else {
                return nil
            }
            return Candidate(quantity: index, entry: place, score: score)
        }
    }

    /// 名 and 人, 项 and 个 count the same things; other units must be the same.
    private static func agree(_ quantity: Quantity, _ entry: Entry) -> Bool {
        if quantity.unit == entry.unit { return true }
        return quantity.family == entry.family && [.matter, .person, .item, .occasion].contains(quantity.family)
    }

    /// The words around a figure: its own, and those of its sentence, the sentence before and its headings.
    private struct Words {
        var own: Set<Glyph>
        var around: Set<Glyph>
        /// Characters of the figure's own words.
        let length: Int
        let text: [Glyph]
        let isCell: Bool

        init(_ index: Int, _ passages: Passages) {
            let text = passages.text
            let quantity = passages[index]
            let reading = passages.reading
            let paragraph = reading.paragraphs[quantity.paragraph]
            isCell = text[paragraph].contains(0x09)
            var own: [Glyph]
            if isCell {
                // the cell to the left names the figure
                var end = quantity.lead.lowerBound - 1
                while end > paragraph.lowerBound, text[end] != 0x09 { end -= 1 }
                var start = end
                while start > paragraph.lowerBound, text[start - 1] != 0x09 { start -= 1 }
                own = quantity.lead.isEmpty ? Array(text[start..<max(start, end)]) : []
            } else {
                own = Array(text[Vocabulary.trimmed(passages.fullLead(index), in: text)] + text[quantity.noun])
            }
            var around = own
            if !isCell {
                let sentence = reading.sentences[quantity.sentence]
                around += text[sentence.range]
                if quantity.sentence > 0, reading.sentences[quantity.sentence - 1].paragraph == quantity.paragraph {
                    around += text[reading.sentences[quantity.sentence - 1].range]
                }
                around += text[paragraph.prefix(60)]
                if let heading = reading.headings.last(where: { $0.paragraph <= quantity.paragraph }) {
                    around += text[heading.title]
                }
            }
            for (written, meant) in KnownFigures.synonyms where own.first(written, in: 0..<own.count) != nil {
                own += meant
                around += meant
            }
            self.text = around
            length = own.reduce(into: 0) { count, glyph in if glyph.isHan { count += 1 } }
            self.own = Set(own)
            self.around = Set(around)
        }
    }

    /// How well the words bear the label, nil when they do not.
    private func score(_ entry: Entry, _ words: Words, isSame: Bool) -> Int? {
        let core = entry.core
        let own = core.reduce(into: 0) { count, glyph in if words.own.contains(glyph) { count += 1 } }
        let around = core.reduce(into: 0) { count, glyph in if words.around.contains(glyph) { count += 1 } }
        if words.isCell { return own == core.count && words.length <= core.count + 12 ? 2000 - words.length : nil }
        guard own * 2 >= core.count, own >= 2 || core.count <= 2, around * 5 >= core.count * 4, isSame || around == core.count
        else { return nil }
        // 审结件数 is of this register only where its matter is spoken of
        if !entry.context.isEmpty, !speaks(of: entry.context, words) { return nil }
        let rest = words.length - own
        if core.count <= 3 || entry.context.isEmpty, own < core.count || rest > 8, rest > 2 { return nil }
        return own * 1000 / core.count + around * 200 / core.count + core.count * 10 - max(0, rest) * 5 + (isSame ? 50 : 0)
    }

    /// Two neighbouring characters of the context that say more than 案件 stand around the figure.
    private func speaks(of context: [Glyph], _ words: Words) -> Bool {
        guard context.count >= 2 else { return true }
        for position in 0..<(context.count - 1) {
            let pair = Array(context[position...(position + 1)])
            if Vocabulary.generic.match(pair, at: 0, limit: 2) == 2 { continue }
            if words.text.first(pair, in: 0..<words.text.count) != nil { return true }
        }
        return false
    }

    // MARK: values

    private func differs(_ quantity: Quantity, from value: Numeral) -> Bool {
        switch quantity.bound {
        case .exact: return quantity.value != value
        case .atLeast: return value < quantity.value || value >= quantity.value + KnownFigures.step(quantity.value)
        case .atMost: return value > quantity.value
        case .about: return false
        }
    }

    /// 2000余 stops below 3000: one unit of the last digit that is not zero.
    private static func step(_ value: Numeral) -> Numeral {
        guard let whole = value.whole, whole > 0 else { return Numeral(units: 1) }
        var unit = 1
        while whole / unit % 10 == 0 { unit *= 10 }
        return Numeral(units: unit)
    }

    static func numeral(_ text: String) -> Numeral? {
        let pieces = text.split(separator: ".", omittingEmptySubsequences: false)
        guard pieces.count <= 2, let whole = Int(pieces[0]), whole.magnitude < 1_000_000_000_000 else { return nil }
        guard pieces.count == 2 else { return Numeral(units: whole) }
        guard pieces[1].count <= 6, let fraction = Int(pieces[1]), fraction >= 0 else { return nil }
        return Numeral(units: whole * Numeral.powers[pieces[1].count] + fraction, decimals: pieces[1].count).trimmed
    }
}
