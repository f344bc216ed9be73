/// Half width and full width: marks, per cent signs, digits.
struct WidthRules {
    let reading: Reading

    func read(into desk: inout FindingDesk) {
        let glyphs = reading.source.glyphs
        let clean = reading.clean
        var half: [Int] = []
        var full = 0
        var percents: [Int] = []
        var fullPercents: [Int] = []
        var fullDigits: [Int] = []
        for (position, place) in clean.origin.enumerated() where place < glyphs.count {
            switch glyphs[place] {
            case 0x2C, 0x3B, 0x21, 0x3F:
                if clean.glyphs.glyph(at: position - 1).isHan || clean.glyphs.glyph(at: position + 1).isHan { half.append(place) }
            case 0x3A:
                if clean.glyphs.glyph(at: position - 1).isHan { half.append(place) }
            case 0xFF0C, 0xFF1B, 0xFF1A, 0xFF01, 0xFF1F: full += 1
            case 0x25: percents.append(place)
            case 0xFF05: fullPercents.append(place)
            case 0xFF10...0xFF19: fullDigits.append(place)
            default: break
            }
        }
        readMarks(half, full: full, into: &desk)
        if !percents.isEmpty, !fullPercents.isEmpty {
            let minority = percents.count < fullPercents.count ? percents : fullPercents
            for place in minority.prefix(5) {
                desk.add(
                    .width, .hint, inFile: max(0, place - 4)..<(place + 1),
                    Remark(.widthMixed, ["%", "％ \(fullPercents.count)，% \(percents.count)"]))
            }
        }
        if let first = fullDigits.first {
            desk.add(
                .width, .hint, inFile: first..<(first + 1),
                Remark(.widthMixed, [glyphs.string(first..<(first + 1)), "\(fullDigits.count)"]))
        }
    }

    private func readMarks(_ half: [Int], full: Int, into desk: inout FindingDesk) {
        guard let first = half.first else { return }
        if half.count >= 8, half.count > full || half.count >= 20 {
            desk.add(
                .halfWidthMarks, .warning, inFile: first..<(first + 1), Remark(.halfWidthMarks, ["\(half.count)", "\(full)"]))
        } else if full >= 10 {
            for place in half.prefix(5) {
                desk.add(
                    .halfWidthMarks, .hint, inFile: max(0, place - 4)..<(place + 1),
                    Remark(.halfWidthMarks, ["\(half.count)", "\(full)"]))
            }
        }
    }
}
