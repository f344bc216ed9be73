/// Counts the members of a list that is parted by 、.
struct ListReader {
    /// A list beside a number: how many members it can have, and whether 等 leaves it open.
    struct Members: Sendable {
        var separators = 0
        /// 和, 及, 与 between the last two members.
        var conjunctions = 0
        var isOpen = false
        var range: Range<Int> = 0..<0

        /// The fewest and the most members the list can be read to have.
        var count: ClosedRange<Int> { (separators + 1)...(separators + 1 + conjunctions) }
    }

    let reading: Reading
    private let text: [Glyph]

    init(_ reading: Reading) {
        self.reading = reading
        text = reading.text
    }

    private static let pauses = PhraseSet("、 》《 ”“")

    /// The list that ends before a position: 甲、乙、丙三个, 甲、乙等五个.
    func listBefore(_ position: Int, from floor: Int = 0) -> Members {
        var members = Members()
        var end = position
        while end > 0, ListReader.bridges.suffix(text, of: max(0, end - 2)..<end) > 0 {
            end -= ListReader.bridges.suffix(text, of: max(0, end - 2)..<end)
        }
        if text.glyph(at: end - 1) == glyph("等") {
            members.isOpen = true
            end -= 1
        }
        var quoteEnd: Int?
        if text.glyph(at: end - 1) == glyph("”"), let opening = opening(of: end - 1), text[opening..<end].contains(glyph("、")) {
            quoteEnd = opening
            end -= 1
        }
        var low = end
        var depth = 0
        while low > max(floor, position - 400) {
            let value = text[low - 1]
            if value == glyph("）") || value == glyph("》") || value == glyph("”") { depth += 1 }
            if value == glyph("（") || value == glyph("《") || value == glyph("“") {
                if depth == 0 { break }
                depth -= 1
            }
            if depth == 0, value.endsClause, !(value == 0xFF1B) { break }
            if value == 0x0A { break }
            low -= 1
            if let quoteEnd, low <= quoteEnd + 1 { break }
        }
        return count(low..<end, isOpen: members.isOpen)
    }

    /// The list that starts after a position, up to the end of its sentence or clause.
    func listAfter(_ position: Int, limit: Int) -> Members { count(position..<limit, isOpen: endsOpen(position..<limit)) }

    private func endsOpen(_ range: Range<Int>) -> Bool {
        guard let last = range.last else { return false }
        return text[last] == glyph("等") || text.first(glyphs("等"), in: max(range.lowerBound, last - 4)..<range.upperBound) != nil
    }

    private static let bridges = PhraseSet("共 共计 合计 这 的 以上 上述 总共 ，共 ，共计")
    private static let conjunctions: Set<Glyph> = [glyph("和"), glyph("及"), glyph("与"), glyph("以")]

    private func count(_ range: Range<Int>, isOpen: Bool) -> Members {
        var members = Members(isOpen: isOpen, range: range)
        var depth = 0
        var lastSeparator = range.lowerBound
        for position in range {
            let value = text[position]
            switch value {
            case glyph("（"): depth += 1
            case glyph("《"):
                if depth == 0, position > range.lowerBound, text[position - 1] == glyph("》") {
                    members.separators += 1
                    lastSeparator = position
                }
                depth += 1
            case glyph("“"):
                if depth == 0, position > range.lowerBound, text[position - 1] == glyph("”") {
                    members.separators += 1
                    lastSeparator = position
                }
                depth += 1
            case glyph("）"), glyph("》"), glyph("”"): depth = max(0, depth - 1)
            case glyph("、") where depth == 0:
                members.separators += 1
                lastSeparator = position
                members.conjunctions = 0
            default: break
            }
        }
        members.conjunctions = 0
        depth = 0
        for position in lastSeparator..<range.upperBound {
            let value = text[position]
            if value == glyph("（") || value == glyph("《") || value == glyph("“") { depth += 1 }
            if value == glyph("）") || value == glyph("》") || value == glyph("”") { depth -= 1 }
            if depth == 0, value == glyph("和") || value == glyph("与") || value == glyph("及") { members.conjunctions += 1 }
        }
        // 和 inside earlier members may also part two of them
        depth = 0
        for position in range where position < lastSeparator {
            let value = text[position]
            if value == glyph("（") || value == glyph("《") || value == glyph("“") { depth += 1 }
            if value == glyph("）") || value == glyph("》") || value == glyph("”") { depth -= 1 }
            if depth == 0, value == glyph("和") || value == glyph("与") || value == glyph("及") { members.conjunctions += 1 }
        }
        return members
    }

    private func opening(of end: Int) -> Int? {
        var position = end - 1
        while position >= 0, end - position < 120, text[position] != 0x0A {
            if text[position] == glyph("“") { return position }
            position -= 1
        }
        return nil
    }
}
