/// Makes findings of what the passes found: from relations that do not hold, from the text, its structure and what is personal in it.
enum FindingsPass {
    static func desk(_ passages: Passages, _ ledger: Ledger) -> FindingDesk {
        var desk = FindingDesk(passages.reading)
        readRelations(passages, ledger, into: &desk)
        let reading = passages.reading
        HeadingRules(reading: reading).read(into: &desk)
        PartRules(reading: reading).read(into: &desk)
        FrameRules(reading: reading).read(into: &desk)
        ResidueRules(reading: reading).read(into: &desk)
        LineRules(reading: reading).read(into: &desk)
        MarkRules(reading: reading).read(into: &desk)
        BracketRules(reading: reading).read(into: &desk)
        YearRules(reading: reading).read(into: &desk)
        WidthRules(reading: reading).read(into: &desk)
        CharacterRules(reading: reading).read(into: &desk)
        RepetitionRules(reading: reading).read(into: &desk)
        SpaceRules(reading: reading).read(into: &desk)
        PersonalRules(reading: reading).read(into: &desk)
        return desk
    }

    private static func readRelations(_ passages: Passages, _ ledger: Ledger, into desk: inout FindingDesk) {
        var told: Set<String> = []
        // the surest first, so that what two rules see is said once
        let reported = ledger.relations.filter { $0.report != nil }.enumerated()
            .sorted { ($0.element.report?.severity ?? .hint, $0.offset) < ($1.element.report?.severity ?? .hint, $1.offset) }.map(
                \.element)
        for relation in reported {
            guard let report = relation.report else { continue }
            guard told.insert("\(report.rule.rawValue) \(relation.members.sorted())").inserted else { continue }
            let anchor = passages[report.anchor]
            let clause = passages.clauseRange(report.anchor)
            let shown =
                max(clause.lowerBound, anchor.number.lowerBound - 40)..<min(clause.upperBound, anchor.whole.upperBound + 16)
            let places = relation.members.map { passages.reading.place(passages[$0].number).lowerBound }.sorted()
            desk.add(report.rule, report.severity, shown, report.remark, members: places)
        }
    }
}
