/// What a report carries over from the one before: sentences, figures, years.
struct PreviousReport {
    private let sentences: Set<[Glyph]>
    private let figures: [String: Numeral]
    private let year: Int?

    init(_ text: String) {
        let reading = Reading(text)
        let passages = Passages(reading, QuantityReader(reading).quantities)
        sentences = Set(reading.sentences.filter { $0.range.count >= 14 }.map { Array(reading.text[$0.range]) })
        var figures: [String: Numeral] = [:]
        for index in passages.quantities.indices {
            guard let name = PreviousReport.name(index, passages) else { continue }
            figures[name] = passages[index].value
        }
        self.figures = figures
        year = PreviousReport.year(reading)
    }

    /// A figure's words and unit; nil when they say too little.
    private static func name(_ index: Int, _ passages: Passages) -> String? {
        let quantity = passages[index]
        guard quantity.isExact, quantity.family.isAdditive, !quantity.isRecurring, quantity.value >= Numeral(units: 10) else {
            return nil
        }
        let lead = Vocabulary.trimmed(passages.fullLead(index), in: passages.text)
        let noun = quantity.noun.lowerBound..<min(quantity.noun.upperBound, quantity.noun.lowerBound + 6)
        guard lead.count + noun.count >= 4 else { return nil }
        return passages.text.string(lead) + "#" + quantity.unit + passages.text.string(noun)
    }

    private static func year(_ reading: Reading) -> Int? {
        let text = reading.text
        for line in reading.paragraphs.prefix(3) {
            for position in line where text[position] == glyph("年") && position >= line.lowerBound + 4 {
                let digits = text[(position - 4)..<position]
                if digits.allSatisfy({ $0.isDigit }) { return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
            }
        }
        return nil
    }

    func read(_ passages: Passages, into desk: inout FindingDesk) {
        let reading = passages.reading
        let long = reading.sentences.filter { $0.range.count >= 14 }
        let same = long.filter { sentences.contains(Array(reading.text[$0.range])) }
        if !long.isEmpty, !same.isEmpty {
            let share = same.count * 100 / long.count
            let place = reading.paragraphs.first ?? 0..<0
            desk.add(
                .carriedOver, share >= 50 ? .warning : .hint, place,
                Remark(.carriedOver, ["\(same.count)", "\(long.count)", "\(share)"]))
        }
        for sentence in same {
            let shown = sentence.range.lowerBound..<(sentence.range.upperBound - 1)
            if let year, let range = forgotten(year, in: shown, reading) {
                desk.add(
                    .forgottenYear, .warning, range,
                    Remark(.forgottenYear, ["\(year)年", "\(PreviousReport.year(reading) ?? year + 1)年"]))
            } else {
                desk.add(.carriedOver, .hint, shown, Remark(.sentenceCarried))
            }
        }
        for index in passages.quantities.indices {
            guard let name = PreviousReport.name(index, passages), let old = figures[name], old == passages[index].value else {
                continue
            }
            let place = reading.place(passages[index].number.lowerBound..<passages[index].whole.upperBound)
            desk.add(
                .unchangedFigure, .hint, inFile: place,
                Remark(.unchangedFigure, [passages.label(index), passages[index].printed + passages[index].unit]),
                members: [reading.place(passages[index].number).lowerBound])
        }
    }

    /// The last report's own year in a sentence that was carried over, where this report is of another year.
    private func forgotten(_ year: Int, in range: Range<Int>, _ reading: Reading) -> Range<Int>? {
        guard PreviousReport.year(reading) != year else { return nil }
        let wanted = glyphs("\(year)年")
        guard let place = reading.text.first(wanted, in: range), reading.mask[place] == .plain else { return nil }
        return place..<(place + wanted.count)
    }
}
