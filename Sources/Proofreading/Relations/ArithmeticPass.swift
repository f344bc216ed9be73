/// All relations between the figures of a text, each rule in its turn.
enum ArithmeticPass {
    static func read(_ passages: Passages) -> Ledger {
        var ledger = Ledger()
        RemainderRule(passages: passages).read(into: &ledger)
        SumRule(passages: passages).read(into: &ledger)
        FlowRule(passages: passages).read(into: &ledger)
        BackReferenceRule(passages: passages).read(into: &ledger)
        ComplementRule(passages: passages).read(into: &ledger)
        TableRule(passages: passages).read(into: &ledger)
        LineSumRule(passages: passages).read(into: &ledger)
        AtMostRule(passages: passages).read(into: &ledger)
        ShareRule(passages: passages).read(into: &ledger)
        GrowthRule(passages: passages).read(into: &ledger)
        AverageRule(passages: passages).read(into: &ledger)
        ListCountRule(passages).read(into: &ledger)
        RepeatRule(passages: passages).read(into: &ledger)
        FormulaRule(passages: passages).read(into: &ledger)
        CorrespondenceRule(passages: passages).read(into: &ledger)
        ActorRule(passages: passages).read(into: &ledger)
        return ledger
    }
}
