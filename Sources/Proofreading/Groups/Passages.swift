/// The figures of a text with the words around each: what stands before it in its clause, what it counts, and which figures stand together.
struct Passages: Sendable {
    let reading: Reading
    let quantities: [Quantity]
    /// Figures of each sentence, in order.
    let bySentence: [Range<Int>]
    let byParagraph: [Range<Int>]

    var text: [Glyph] { reading.text }

    init(_ reading: Reading, _ found: [Quantity]) {
        self.reading = reading
        var quantities = found
        let text = reading.text
        var sentence = 0
        var clause = 0
        var passage = 0
        var depth = 0
        var cursor = 0
        var clauseStart = 0
        for index in quantities.indices {
            let number = quantities[index].number
            while sentence + 1 < reading.sentences.count, reading.sentences[sentence].range.upperBound <= number.lowerBound {
                sentence += 1
            }
            while cursor < number.lowerBound {
                let value = text[cursor]
                if value.endsClause {
                    clause += 1
                    clauseStart = cursor + 1
                    if value == 0xFF1B || value.endsSentence { passage += 1 }
                    if value == 0x0A { depth = 0 }
                } else if value == glyph("（") {
                    depth += 1
                } else if value == glyph("）") {
                    depth = max(0, depth - 1)
                }
                cursor += 1
            }
            quantities[index].sentence = sentence
            quantities[index].paragraph = reading.sentences.isEmpty ? 0 : reading.sentences[sentence].paragraph
            quantities[index].clause = clause
            quantities[index].passage = passage
            quantities[index].isParenthetical = depth > 0
            quantities[index].lead = clauseStart..<number.lowerBound
        }
        for index in quantities.indices {
            let start = quantities[index].whole.upperBound
            let next = index + 1 < quantities.count ? quantities[index + 1].number.lowerBound : text.count
            let limit = min(start + 24, next)
            var end = start
            while end < limit, !text[end].endsClause, text[end] != glyph("、"), text[end] != glyph("（"), text[end] != glyph("）") {
                end += 1
            }
            if end == next { while end > start, Passages.joiners.contains(text[end - 1]) { end -= 1 } }
            quantities[index].noun = start..<max(start, end)
            // what follows in the same clause starts where this noun ends: 1个总体预案、31个专项预案
            guard index + 1 < quantities.count, quantities[index + 1].lead.lowerBound < start else { continue }
            quantities[index + 1].lead = (end < next ? end : start)..<next
        }
        for index in quantities.indices {
            quantities[index].announcement = Passages.announcement(quantities[index].lead, in: text)
        }
        self.quantities = quantities
        bySentence = Passages.ranges(quantities, count: reading.sentences.count) { $0.sentence }
        byParagraph = Passages.ranges(quantities, count: reading.paragraphs.count) { $0.paragraph }
    }

    /// A sentence or paragraph with more figures than anybody reads at once is cut short: a table set as a line.
    private static let mostFigures = 150

    private static func ranges(_ quantities: [Quantity], count: Int, key: (Quantity) -> Int) -> [Range<Int>] {
        var result = Array(repeating: 0..<0, count: count)
        var start = 0
        while start < quantities.count {
            let value = key(quantities[start])
            var end = start + 1
            while end < quantities.count, key(quantities[end]) == value { end += 1 }
            if value < count { result[value] = start..<min(end, start + mostFigures) }
            start = end
        }
        return result
    }

    /// Whether 其中 or 包括 stands before a figure, in its own clause or at the end of the one before: 其中，行政处罚 20 件.
    func isAnnounced(_ index: Int) -> Bool { quantities[index].announcement != nil }

    subscript(index: Int) -> Quantity { quantities[index] }

    /// The lead of a figure; after 、 or 和 the lead of the list it belongs to.
    func fullLead(_ index: Int) -> Range<Int> {
        var at = index
        while at > 0, index - at < 60, isBareLead(at), quantities[at - 1].sentence == quantities[at].sentence { at -= 1 }
        return quantities[at].lead
    }

    /// Nothing but a joining mark or word stands between this figure and the one before.
    func isBareLead(_ index: Int) -> Bool {
        let lead = quantities[index].lead
        guard lead.count <= 3 else { return false }
        return lead.allSatisfy { Passages.joiners.contains(text[$0]) }
    }

    /// Where 其中 stands before a figure.
    private static func announcement(_ lead: Range<Int>, in text: [Glyph]) -> Int? {
        if let word = Vocabulary.amongThem.first(text, in: lead) { return word.lowerBound }
        let mark = lead.lowerBound - 1
        guard text.glyph(at: mark) == 0xFF0C || text.glyph(at: mark) == 0xFF1A else { return nil }
        let length = Vocabulary.amongThem.suffix(text, of: max(0, mark - 4)..<mark)
        return length >= 2 ? mark - length : nil
    }

    private static let joiners: Set<Glyph> = [glyph("、"), glyph("和"), glyph("及"), glyph("与"), glyph("以"), glyph("，")]

    private static let changes = PhraseSet(
        "增长 增长了 增加 增加了 上升 上升了 提高 提高了 提升 提升了 减少 减少了 下降 下降了 降低 降低了 同比增 同比降 净增 净减 增幅 降幅 多 少 压减 精简 缩减 压缩 压缩了 新增长")

    /// 比上年增加20件: by how much, and not how many.
    func isChange(_ index: Int) -> Bool {
        let lead = quantities[index].lead
        let length = Passages.changes.suffix(text, of: lead)
        if length >= 2 { return true }
        return length == 1 && Vocabulary.comparison.contains(text, in: lead)
    }

    /// 上年100件: of another year.
    func isEarlier(_ index: Int) -> Bool {
        let lead = quantities[index].lead
        return Vocabulary.lastYear.contains(text, in: max(lead.lowerBound, lead.upperBound - 8)..<lead.upperBound)
    }

    /// The clause around a figure, from mark to mark.
    func clauseRange(_ index: Int) -> Range<Int> {
        var low = quantities[index].number.lowerBound
        var high = quantities[index].whole.upperBound
        while low > 0, quantities[index].number.lowerBound - low < 200, !text[low - 1].endsClause { low -= 1 }
        while high < text.count, high - quantities[index].whole.upperBound < 200, !text[high].endsClause { high += 1 }
        return low..<high
    }

    /// Whether a phrase of the set stands between two figures.
    func between(_ first: Int, _ second: Int, has set: PhraseSet) -> Bool {
        let start = quantities[first].whole.upperBound
        let end = quantities[second].number.lowerBound
        return start < end && set.contains(text, in: start..<end)
    }

    /// What a figure counts, for a reader: a few words before and after.
    func label(_ index: Int) -> String {
        let quantity = quantities[index]
        var lead = Vocabulary.trimmed(fullLead(index), in: text)
        if lead.count > 18 { lead = (lead.upperBound - 18)..<lead.upperBound }
        var noun = quantity.noun
        if noun.count > 12 { noun = noun.lowerBound..<(noun.lowerBound + 12) }
        if isBareLead(index), !noun.isEmpty { lead = lead.lowerBound..<lead.lowerBound }
        return text.string(lead) + text.string(noun)
    }
}
