/// Characters, words and sentences that stand twice; names that are written in several ways.
struct RepetitionRules {
    let reading: Reading
    private var text: [Glyph] { reading.text }

    init(reading: Reading) { self.reading = reading }

    private static let single = PhraseSet("的的 和和 在在 是是 与与 及及 并并 将将 对对 为为 被被 从从 向向 由由 于于 把把 了了")
    private static let around = PhraseSet("涉等涉 对等对 为等为 将等将")
    /// The second character opens a word of its own: 调解和和解, 以及及时, 列为为民实事.
    private static let parted = PhraseSet(
        """
        为为民 为为期 为为主 为为首 为为了 为为何 和和解 和和谐 和和平 和和睦 在在建 在在线 在在册 在在职 在在编 在在校 在在押 在在岗 在在逃 在在场 在在管 在在营 及及时 及及早
        与与会 对对口 对对方 对对象 对对外 对对接 将将军 将将来 由由于 从从业 从从严 从从事 从从重 被被告 被被申 被被执 被被害 被被征 被被保 被被查 被被诉 是是否 并并联 并并行
        并并案 并并入 并并处 的的确 的的士 向向阳 了了解 了了结 把把关 把把握
        """)
    private static let lawful = PhraseSet("一一 方方 面面 处处 时时 事事 人人 家家 户户 村村 点点 步步 层层 级级 件件 常常 往往 渐渐 多多")

    func read(into desk: inout FindingDesk) {
        readCharacters(into: &desk)
        readSentences(into: &desk)
        readNames(into: &desk)
    }

    private func readCharacters(into desk: inout FindingDesk) {
        let text = self.text
        let single = RepetitionRules.single
        var position = 1
        while position + 1 < text.count {
            let value = text[position]
            if value.isHan, text[position + 1] == value, single.match(text, at: position, limit: text.count) > 0,
                RepetitionRules.parted.match(text, at: position, limit: text.count) == 0,
                !(text.glyph(at: position - 1) == text.glyph(at: position - 2)), text.glyph(at: position - 1) != glyph("目")
            {
                let range = max(0, position - 2)..<min(text.count, position + 4)
                desk.add(
                    .doubledCharacter, .warning, range,
                    Remark(.doubledCharacter, [text.string(position..<(position + 2)), text.string(position..<(position + 1))]))
                position += 2
                continue
            }
            if value == glyph("等"), RepetitionRules.around.match(text, at: position - 1, limit: text.count) > 0 {
                desk.add(
                    .doubledCharacter, .warning, (position - 1)..<(position + 2),
                    Remark(
                        .doubledCharacter,
                        [text.string((position - 1)..<(position + 2)), text.string((position + 1)..<(position + 2))]))
            }
            // 工作工作, 组织开展组织开展
            guard value.isHan else {
                position += 1
                continue
            }
            for length in repeats(of: value, at: position, in: text) {
                guard isRepeated(position, length), !isLawful(position, length) else { continue }
                let range = position..<(position + 2 * length)
                desk.add(
                    .doubledCharacter, .hint, range,
                    Remark(.doubledCharacter, [text.string(range), text.string(position..<(position + length))]))
                position += length
                break
            }
            position += 1
        }
    }

    /// How far ahead, six characters at most, the same character stands again; the farthest first.
    @inline(__always)
    private func repeats(of value: Glyph, at position: Int, in text: [Glyph]) -> [Int] {
        var found: [Int] = []
        text.withUnsafeBufferPointer { text in
            let limit = Swift.min(6, (text.count - position) / 2)
            var length = limit
            while length >= 2 {
                if text[position + length] == value { found.append(length) }
                length -= 1
            }
        }
        return found
    }

    private func isRepeated(_ position: Int, _ length: Int) -> Bool {
        for offset in 0..<length
        where text[position + offset] != text[position + length + offset] || !text[position + offset].isHan { return false }
        return true
    }

    private func isLawful(_ position: Int, _ length: Int) -> Bool {
        // 宣传宣传部: the second begins a longer name
        let after = text.glyph(at: position + 2 * length)
        if length == 2, RepetitionRules.offices.contains(after) { return true }
        return text[position] == text[position + 1] || reading.mask[position] == .quoted
    }

    private static let offices: Set<Glyph> = [
        glyph("部"), glyph("局"), glyph("办"), glyph("委"), glyph("员"), glyph("者"), glyph("组"), glyph("站"), glyph("所"), glyph("人"),
        glyph("室"), glyph("区"),
    ]

    /// A clause of a dozen characters twice in one paragraph, or a sentence twice in the text.
    private func readSentences(into desk: inout FindingDesk) {
        var seen: [Int: Range<Int>] = [:]
        for paragraph in reading.paragraphs where paragraph.count > 60 && !isTable(paragraph) {
            seen.removeAll(keepingCapacity: true)
            var start = paragraph.lowerBound
            for position in paragraph.lowerBound...paragraph.upperBound
            where position == paragraph.upperBound || text[position].endsClause {
                let clause = start..<position
                start = position + 1
                guard clause.count >= 12, clause.prefix(12).allSatisfy({ !text[$0].isLetter }) else { continue }
                let key = key(clause)
                if let earlier = seen[key], text[earlier] == text[clause] {
                    desk.add(.doubledSentence, .hint, clause, Remark(.doubledSentence, [text.string(clause)]))
                }
                seen[key] = clause
            }
        }
        var sentences: [Int: Range<Int>] = [:]
        for sentence in reading.sentences
        where sentence.range.count >= 26 && !isTable(reading.paragraphs[sentence.paragraph]) {
            let key = key(sentence.range)
            if let earlier = sentences[key], text[earlier] == text[sentence.range] {
                let shown = sentence.range.lowerBound..<(sentence.range.upperBound - 1)
                desk.add(
                    .doubledSentence, .hint, shown,
                    Remark(
                        .doubledSentence,
                        [text.string(shown.prefix(30).first.map { $0..<min($0 + 30, shown.upperBound) } ?? shown)]))
            }
            sentences[key] = sentence.range
        }
    }

    private func key(_ range: Range<Int>) -> Int {
        text.withUnsafeBufferPointer { text in
            var key = range.count
            for position in range { key = (key ^ Int(text[position])) &* 0x100_0000_01B3 }
            return key
        }
    }

    /// The rows of a table say the same things in the same words.
    private func isTable(_ paragraph: Range<Int>) -> Bool { text[paragraph].contains(0x09) }

    /// “个人调解室” and “个人调解工作室”: one quoted name inside another, character by character.
    private func readNames(into desk: inout FindingDesk) {
        var names: [String: Range<Int>] = [:]
        var position = 0
        while position < text.count {
            guard text[position] == glyph("“"), reading.mask[position] == .quoted else {
                position += 1
                continue
            }
            var end = position + 1
            while end < text.count, text[end] != glyph("”"), text[end] != 0x0A { end += 1 }
            let inside = (position + 1)..<end
            if inside.count >= 5, inside.count <= 16, !isTable(reading.paragraphs[reading.paragraph(at: position)]),
                text[inside.lowerBound].isHan, text[inside.upperBound - 1].isHan,
                !inside.contains(where: { text[$0].endsClause || text[$0] == glyph("、") })
            {
                let name = text.string(inside)
                if names[name] == nil, names.count < 300 { names[name] = inside }
            }
            position = end + 1
        }
        let sorted = names.sorted { $0.value.lowerBound < $1.value.lowerBound }
        for (place, first) in sorted.enumerated() {
            for second in sorted[(place + 1)...] where isVariant(first.value, second.value) {
                desk.add(.nameVariants, .hint, second.value, Remark(.nameVariants, ["“\(first.key)”“\(second.key)”"]))
            }
        }
    }

    private func isVariant(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        let (short, long) = first.count <= second.count ? (first, second) : (second, first)
        guard long.count > short.count, long.count - short.count <= 3, text[short.upperBound - 1] == text[long.upperBound - 1]
        else { return false }
        var position = long.lowerBound
        for wanted in short {
            while position < long.upperBound, text[position] != text[wanted] { position += 1 }
            if position == long.upperBound { return false }
            position += 1
        }
        return true
    }
}
