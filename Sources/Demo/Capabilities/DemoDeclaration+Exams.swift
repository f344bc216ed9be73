import Yams

extension DemoDeclaration {
    /// A bank of questions, each a row under the titles that a sheet of questions has.
    public struct Bank: Sendable {
        public var title: String
        public var questions: [[String]]
        static let header = ["题型", "题干", "选项A", "选项B", "选项C", "选项D", "答案", "知识点", "解析"]
    }

    /// What a demo adds to an exam that a batch has made: its bank, who is to sit it, and, of one that is over, how they did.
    public struct Exam: Sendable {
        public var register: String
        public var title: String
        public var bank: String
        /// Units all of whose accounts are to sit it.
        public var accounts: [String]
        public var units: [String]
        /// Invented people of each unit, without accounts.
        public var each: Int
        public var sat: Sat?
        /// Made when all have sat and the results are counted.
        public var moves: [Move]
    }

    public struct Sat: Sendable {
        public var from: String
        public var until: String
        /// Of a hundred questions a person has so many right.
        public var skill: ClosedRange<Int>
    }
}

/// Reads the keys `banks` and `exams` of a demo file.
struct DemoExamReader {
    let file: String

    func banks(_ node: Node?) throws(DemoError) -> [DemoDeclaration.Bank] {
        var banks: [DemoDeclaration.Bank] = []
        for bank in node?.array() ?? [] {
            banks.append(
                DemoDeclaration.Bank(
                    title: try text(bank, "title"),
                    questions: (bank.mapping?["questions"]?.array() ?? []).map { $0.array().map { $0.scalar?.string ?? "" } }))
        }
        return banks
    }

    func exams(_ node: Node?, moves: (Node?) throws(DemoError) -> [DemoDeclaration.Move]) throws(DemoError) -> [DemoDeclaration
        .Exam]
    {
        var exams: [DemoDeclaration.Exam] = []
        for exam in node?.array() ?? [] {
            let persons = exam.mapping?["persons"]
            var sat: DemoDeclaration.Sat?
            if let period = exam.mapping?["sat"] {
                let skill = period.mapping?["skill"]?.array().compactMap(\.int) ?? []
                guard skill.count == 2, skill[0] <= skill[1] else {
                    throw DemoError(file: file, line: period.mark?.line ?? 1, what: .missing("skill"))
                }
                sat = DemoDeclaration.Sat(
                    from: try text(period, "from"), until: try text(period, "until"), skill: skill[0]...skill[1])
            }
            exams.append(
                DemoDeclaration.Exam(
                    register: try text(exam, "register"), title: try text(exam, "title"), bank: try text(exam, "bank"),
                    accounts: names(exam.mapping?["accounts"]), units: names(persons?.mapping?["units"]),
                    each: persons?.mapping?["each"]?.int ?? 0, sat: sat, moves: try moves(exam.mapping?["moves"])))
        }
        return exams
    }

    private func names(_ node: Node?) -> [String] { (node?.array() ?? []).compactMap { $0.scalar?.string } }

    private func text(_ node: Node, _ key: String) throws(DemoError) -> String {
        guard let text = node.mapping?[Node(key)]?.scalar?.string else {
            throw DemoError(file: file, line: node.mark?.line ?? 1, what: .missing(key))
        }
        return text
    }
}
