/// What a sitting came to.
public struct Marking: Sendable, Hashable {
    public struct Item: Sendable, Hashable {
        public var question: String
        public var chosen: Set<Int>
        public var points: Int
        public var isRight: Bool
    }

    public var items: [Item]
    public var points: Int
    public var fullMark: Int
    public var isPassed: Bool

    /// Marks a paper.
    ///
    /// - Parameter answers: by question, the places of the chosen options in the bank's order; what was not answered is absent.
    public init(_ paper: Paper, bank: [Question], plan: PaperPlan, answers: [String: Set<Int>]) {
        let questions = Dictionary(bank.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        items = paper.items.map { item in
            let chosen = answers[item.question] ?? []
            let right = questions[item.question]?.right ?? []
            let isRight = !right.isEmpty && chosen == right
            let isHalf = plan.givesHalf && !chosen.isEmpty && chosen.isStrictSubset(of: right)
            return Item(
                question: item.question, chosen: chosen, points: isRight ? item.points : isHalf ? item.points / 2 : 0,
                isRight: isRight)
        }
        points = items.reduce(0) { $0 + $1.points }
        fullMark = paper.items.reduce(0) { $0 + $1.points }
        isPassed = points >= plan.passMark
    }
}

/// How a set of sittings stands: due, sat, passed, in people.
public struct ExamTally: Sendable, Hashable {
    public var due: Int
    public var sat: Int
    public var passed: Int

    /// One person counts once, by the best of his sittings; whoever sat without being due counts as due.
    public init(due: Set<String>, sittings: [(person: String, isPassed: Bool)]) {
        let sat = Set(sittings.map(\.person))
        self.due = due.union(sat).count
        self.sat = sat.count
        passed = Set(sittings.filter(\.isPassed).map(\.person)).count
    }
}
