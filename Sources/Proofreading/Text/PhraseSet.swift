/// A closed list of phrases, looked up at a position, at the end of a range or anywhere in it.
struct PhraseSet: Sendable {
    private let heads: [UInt64]
    private let byHead: [Glyph: [[Glyph]]]
    private let all: [[Glyph]]

    /// Phrases parted by spaces.
    init(_ list: String) {
        all = list.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { glyphs(String($0)) }
            .sorted { $0.count > $1.count }
        byHead = Dictionary(grouping: all) { $0[0] }
        var heads = [UInt64](repeating: 0, count: 1024)
        for phrase in all { heads[Int(phrase[0] >> 6)] |= 1 << UInt64(phrase[0] & 63) }
        self.heads = heads
    }

    /// The length of the longest phrase that starts here and ends by `limit`; 0 when there is none.
    @inline(__always)
    func match(_ text: [Glyph], at position: Int, limit: Int) -> Int {
        guard position >= 0, position < limit else { return 0 }
        let head = text[position]
        guard heads[Int(head >> 6)] & (1 << UInt64(head & 63)) != 0 else { return 0 }
        for phrase in byHead[head] ?? [] where position + phrase.count <= limit && text.has(phrase, at: position) {
            return phrase.count
        }
        return 0
    }

    /// The length of the longest phrase that the range ends with; 0 when there is none.
    func suffix(_ text: [Glyph], of range: Range<Int>) -> Int {
        for phrase in all where phrase.count <= range.count && text.has(phrase, at: range.upperBound - phrase.count) {
            return phrase.count
        }
        return 0
    }

    /// The first phrase found in a range.
    func first(_ text: [Glyph], in range: Range<Int>) -> Range<Int>? {
        var position = range.lowerBound
        while position < range.upperBound {
            let length = match(text, at: position, limit: range.upperBound)
            if length > 0 { return position..<(position + length) }
            position += 1
        }
        return nil
    }

    /// The last phrase found in a range.
    func last(_ text: [Glyph], in range: Range<Int>) -> Range<Int>? {
        var position = range.upperBound - 1
        while position >= range.lowerBound {
            let length = match(text, at: position, limit: range.upperBound)
            if length > 0 { return position..<(position + length) }
            position -= 1
        }
        return nil
    }

    func contains(_ text: [Glyph], in range: Range<Int>) -> Bool { first(text, in: range) != nil }
}
