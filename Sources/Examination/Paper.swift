import Crypto

/// How a paper is made up.
public struct PaperPlan: Sendable, Hashable {
    public struct Part: Sendable, Hashable {
        public var kind: Question.Kind
        public var count: Int
        /// For each question.
        public var points: Int
        public init(kind: Question.Kind, count: Int, points: Int) {
            self.kind = kind
            self.count = count
            self.points = points
        }
    }

    public var parts: [Part]
    /// Points that pass.
    public var passMark: Int
    /// Whether a choice of several that misses some and has none wrong gets half the points, rounded down.
    public var givesHalf: Bool

    public init(parts: [Part], passMark: Int, givesHalf: Bool = false) {
        self.parts = parts
        self.passMark = passMark
        self.givesHalf = givesHalf
    }

    public var fullMark: Int { parts.reduce(0) { $0 + $1.count * $1.points } }
}

/// One person's paper: which questions in which order, and the order of each one's options. The same seed gives the same paper, so
/// that a sitting goes on after a lost connection and can be gone over later.
public struct Paper: Sendable, Hashable {
    public struct Item: Sendable, Hashable {
        public var question: String
        /// Places in the question's options, in the order shown.
        public var order: [Int]
        public var points: Int
    }

    public var items: [Item]

    init(items: [Item]) { self.items = items }

    /// The bank is too small for the plan.
    public struct Shortage: Error, Sendable, Hashable {
        public var kind: Question.Kind
        public var needs: Int
        public var has: Int
        public init(kind: Question.Kind, needs: Int, has: Int) {
            self.kind = kind
            self.needs = needs
            self.has = has
        }
    }

    /// - Parameter seed: of one sitting, such as the exam's number and the account; whoever has it can draw the paper again.
    public init(bank: [Question], plan: PaperPlan, seed: String) throws(Shortage) {
        var items: [Item] = []
        for part in plan.parts where part.count > 0 {
            let pool = bank.filter { $0.kind == part.kind }
            guard pool.count >= part.count else { throw Shortage(kind: part.kind, needs: part.count, has: pool.count) }
            let ranked = pool.map { ($0, Self.rank(seed, $0.id, "")) }.sorted { ($0.1, $0.0.id) < ($1.1, $1.0.id) }
            items += ranked.prefix(part.count).map { question, _ in
                let places = Array(question.options.indices)
                // Right and wrong keep their places: nobody expects them turned round.
                let order =
                    question.kind == .judgement
                    ? places
                    : places.map { ($0, Self.rank(seed, question.id, String($0))) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(
                        \.0)
                return Item(question: question.id, order: order, points: part.points)
            }
        }
        self.items = items
    }

    private static func rank(_ seed: String, _ question: String, _ option: String) -> String {
        let text = "\(question.utf8.count):\(question)\(option)"
        let code = HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: SymmetricKey(data: Array(seed.utf8)))
        return code.prefix(12).map { byte in
            let hex = String(byte, radix: 16)
            return hex.count == 1 ? "0" + hex : hex
        }.joined()
    }
}
