/// Reads a report and says what is wrong in it: text → tokens → quantities → groups → relations → findings.
public struct Proofreader: Sendable {
    /// Rules that are switched off.
    public var disabled: Set<Rule>

    public init(disabled: Set<Rule> = []) {
        self.disabled = disabled
    }

    /// Proof-reads one text. Positions count the Unicode scalars of the text given.
    ///
    /// - Parameters:
    ///   - previous: last year's report, to tell what was carried over.
    ///   - known: figures from the registers, to compare those that mean the same thing.
    public func proof(_ text: String, previous: String? = nil, known: [KnownFigure] = []) -> ProofResult {
        let reading = Reading(text)
        let passages = Passages(reading, QuantityReader(reading).quantities)
        let ledger = ArithmeticPass.read(passages)
        var desk = FindingsPass.desk(passages, ledger)
        if let previous { PreviousReport(previous).read(passages, into: &desk) }
        if !known.isEmpty { KnownFigures(known: known).read(passages, into: &desk) }
        var findings = desk.findings
        findings.removeAll { disabled.contains($0.rule) }
        findings.sort { ($0.start, $0.severity, $0.end, $0.rule.rawValue) < ($1.start, $1.severity, $1.end, $1.rule.rawValue) }
        return ProofResult(
            characters: reading.source.glyphs.count, sections: reading.sections, figures: figures(passages),
            relations: relations(passages, ledger), findings: findings)
    }

    private func figures(_ passages: Passages) -> [ReportFigure] {
        passages.quantities.enumerated().map { index, quantity in
            let place = passages.reading.place(quantity.number)
            return ReportFigure(
                start: place.lowerBound, end: place.upperBound, text: passages.reading.source.glyphs.string(place),
                value: quantity.printed,
                unit: quantity.unit, bound: quantity.bound, label: passages.label(index))
        }
    }

    private func relations(_ passages: Passages, _ ledger: Ledger) -> [Relation] {
        ledger.relations.map { found in
            let starts = found.members.map { passages.reading.place(passages[$0].number).lowerBound }
            return Relation(kind: found.kind, members: starts.sorted(), verdict: found.verdict, says: found.says)
        }
    }
}
