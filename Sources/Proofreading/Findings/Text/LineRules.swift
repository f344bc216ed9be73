/// Ends of lines: sentences that a page cut in two, paragraphs without an end mark.
struct LineRules {
    let reading: Reading

    func read(into desk: inout FindingDesk) {
        let glyphs = reading.source.glyphs
        for joint in reading.clean.joints {
            switch joint.kind {
            case .paragraph, .wrapped: continue
            case .pageBreak:
                let place = max(0, joint.place.lowerBound - 5)..<min(glyphs.count, joint.place.upperBound + 5)
                if joint.repeated > 0 {
                    let again = glyphs.string((joint.place.lowerBound + 1 - joint.repeated)..<(joint.place.lowerBound + 1))
                    desk.add(.pageBreak, .warning, inFile: place, Remark(.pageBreakRepeated, [again]))
                } else {
                    desk.add(.pageBreak, .warning, inFile: place, Remark(.pageBreak))
                }
            case .endMarkMissing: missingEnd(at: joint.place.lowerBound, into: &desk)
            }
        }
        guard let last = reading.paragraphs.last(where: { !$0.isEmpty }), last.count >= 40,
            !last.contains(where: { reading.text[$0] == 0x09 })
        else { return }
        let end = reading.place(last).upperBound - 1
        if !LineJoint.isClosed(glyphs.glyph(at: end)), glyphs.glyph(at: end).isHan { missingEnd(at: end, into: &desk) }
    }

    private static let opens = PhraseSet("如下 以下")

    private func missingEnd(at position: Int, into desk: inout FindingDesk) {
        let glyphs = reading.source.glyphs
        let place = max(0, position - 5)..<min(glyphs.count, position + 1)
        let mark = LineRules.opens.suffix(glyphs, of: place) > 0 ? "：" : "。"
        desk.add(.endMarkMissing, .warning, inFile: place, Remark(.endMarkMissing, [mark]))
    }
}
