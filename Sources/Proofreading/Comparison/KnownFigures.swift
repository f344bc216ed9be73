/// A figure that is known from elsewhere: the registers, or a table that the office keeps.
public struct KnownFigure: Sendable, Hashable {
    public let label: String
    /// A plain decimal string.
    public let value: String
    public let unit: String

    public init(label: String, value: String, unit: String) {
        self.label = label
        self.value = value
        self.unit = unit
    }
}

/// Compares the figures of a report with known ones that mean the same thing.
struct KnownFigures {
    let known: [KnownFigure]

    private static let endings = PhraseSet("总数 数量 件数 人数 次数 个数 总量 数 量 情况")
    private static let fillers = PhraseSet("全年 全区 全市 全县 本年 年度 累计 共 共计 总计 已 了 的 年")

    func read(_ passages: Passages, into desk: inout FindingDesk) {
        for figure in known {
            guard let value = KnownFigures.numeral(figure.value) else { continue }
            let label = glyphs(figure.label).filter { !$0.isMark && !$0.isSpace }
            let core = KnownFigures.core(label)
            guard core.count >= 3 else { continue }
            for index in passages.quantities.indices
            where means(index, core: core, unit: figure.unit, passages) && differs(passages[index], from: value) {
                let quantity = passages[index]
                let clause = passages.clauseRange(index)
                let place = passages.reading.place(
                    max(clause.lowerBound, quantity.number.lowerBound - 20)..<quantity.whole.upperBound)
                desk.add(
                    .knownFigure, .warning, inFile: place,
                    Remark(.knownDiffers, [figure.label, quantity.printed + quantity.unit, figure.value + figure.unit]),
                    members: [passages.reading.place(quantity.number).lowerBound])
            }
        }
    }

    private static func core(_ label: [Glyph]) -> [Glyph] {
        var range = 0..<label.count
        let length = endings.suffix(label, of: range)
        if label.count - length >= 3 { range = 0..<(label.count - length) }
        return Array(label[range])
    }

    /// Every character of the label stands in the figure's own words, and the figure's words say little more.
    private func means(_ index: Int, core: [Glyph], unit: String, _ passages: Passages) -> Bool {
        let quantity = passages[index]
        guard quantity.isPlain, quantity.unit == unit || unit.isEmpty, !passages.isChange(index), !passages.isEarlier(index)
        else { return false }
        let lead = Vocabulary.trimmed(passages.fullLead(index), in: passages.text)
        let own = passages.text[lead] + passages.text[quantity.noun]
        let words = Set(own)
        guard core.allSatisfy({ words.contains($0) }) else { return false }
        let extra = own.filter { glyph in glyph.isHan && !core.contains(glyph) }
        return extra.count <= 4
    }

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
