/// Marks of punctuation that are missing or the wrong ones.
struct MarkRules {
    let reading: Reading
    private var text: [Glyph] { reading.text }

    init(reading: Reading) { self.reading = reading }

    private static let meetings = PhraseSet("召开 举办 组织召开")
    private static let verbs = PhraseSet("开展 召开 举办 组织 进行 印发 制定 实施")
    private static let pausedVerbs = PhraseSet("加强 进一步 推进 强化 做好 深入 切实 严格 全面 不断 提升 着力 持续")

    func read(into desk: inout FindingDesk) {
        for paragraph in reading.paragraphs {
            readEnumeration(paragraph, into: &desk)
            readVerbs(paragraph, into: &desk)
            readPauses(paragraph, into: &desk)
        }
    }

    /// 一是…二是…三是: each is parted from the text before it.
    private func readEnumeration(_ paragraph: Range<Int>, into desk: inout FindingDesk) {
        let text = self.text
        var expected = 1
        for position in paragraph where text[position] == glyph("是") && position > paragraph.lowerBound {
            guard let digit = text[position - 1] == glyph("十") ? 10 : ChineseNumeral.digit(text[position - 1]) else { continue }
            if digit == 1 { expected = 1 }
            guard digit == expected else { continue }
            expected += 1
            guard digit > 1 else { continue }
            let before = text.glyph(at: position - 2)
            guard before.isHan || before == glyph("”") || before == glyph("》") || before == glyph("）"), before != glyph("第"),
                before != glyph("其"), before != glyph("十")
            else { continue }
            desk.add(
                .markMissing, .warning, max(paragraph.lowerBound, position - 6)..<(position + 1),
                Remark(.markMissing, [text.string((position - 1)..<(position + 1)), "；"]))
        }
    }

    /// 召开座谈会开展调研: two things done without a mark between.
    private func readVerbs(_ paragraph: Range<Int>, into desk: inout FindingDesk) {
        let text = self.text
        for position in paragraph where text[position] == glyph("会") && reading.mask[position] == .plain {
            let verb = MarkRules.verbs.match(text, at: position + 1, limit: paragraph.upperBound)
            guard verb > 0 else { continue }
            var low = position
            while low > paragraph.lowerBound, position - low < 10, text[low - 1].isHan { low -= 1 }
            guard let touching = MarkRules.meetings.last(text, in: low..<position), position - touching.upperBound >= 1 else {
                continue
            }
            let after = text.glyph(at: position + 1 + verb)
            // 召开座谈会进行了研究 is one thing
            if after == glyph("了") || text.has(glyphs("进行"), at: position + 1) { continue }
            desk.add(
                .markMissing, .hint, touching.lowerBound..<(position + 1 + verb),
                Remark(.verbsJoined, [text.string(touching.lowerBound..<(position + 1 + verb))]))
        }
    }

    /// 《…》、加强…: the pause mark joins what is not alike.
    private func readPauses(_ paragraph: Range<Int>, into desk: inout FindingDesk) {
        let text = self.text
        for position in paragraph where text[position] == glyph("、") && text.glyph(at: position - 1) == glyph("》") {
            let verb = MarkRules.pausedVerbs.match(text, at: position + 1, limit: paragraph.upperBound)
            guard verb > 0 else { continue }
            var end = position + 1
            while end < paragraph.upperBound, !text[end].endsClause, text[end] != glyph("《"), text[end] != glyph("、") { end += 1 }
            guard end < paragraph.upperBound, text[end] == 0xFF0C || text[end] == glyph("。") else { continue }
            desk.add(.markMisplaced, .warning, (position - 1)..<(position + 1 + verb), Remark(.pauseAfterTitle))
        }
    }
}
