import Examination
import Testing

@Suite("An exam")
struct ExaminationTests {
    static let bank: [Question] = (1...40).map { number in
        let kind = Question.Kind.allCases[number % 3]
        let options = kind == .judgement ? ["正确", "错误"] : ["甲\(number)", "乙\(number)", "丙\(number)", "丁\(number)"]
        return Question(
            id: "T\(number)", kind: kind, stem: "样例题\(number)", options: options, right: kind == .multiple ? [0, 2, 3] : [1],
            topic: "样例")
    }
    static let plan = PaperPlan(
        parts: [
            .init(kind: .single, count: 5, points: 10), .init(kind: .multiple, count: 3, points: 15),
            .init(kind: .judgement, count: 1, points: 5),
        ],
        passMark: 60, givesHalf: true)

    @Test("one seed gives one paper, and two people seldom have the same")
    func seeds() throws {
        let papers = try (0..<50).map { try Paper(bank: Self.bank, plan: Self.plan, seed: "考1/\($0)") }
        #expect(try Paper(bank: Self.bank.reversed(), plan: Self.plan, seed: "考1/7") == papers[7])
        #expect(Set(papers).count == 50)
        for paper in papers {
            #expect(paper.items.count == 9 && Set(paper.items.map(\.question)).count == 9)
            #expect(
                paper.items.allSatisfy { item in
                    let question = Self.bank.first { $0.id == item.question }
                    return item.order.sorted() == Array(question?.options.indices ?? 0..<0)
                        && (question?.kind != .judgement || item.order == [0, 1])
                })
        }
    }

    @Test("a bank that is too small says what it lacks")
    func shortage() {
        #expect(throws: Paper.Shortage(kind: .multiple, needs: 30, has: 14)) {
            try Paper(
                bank: Self.bank, plan: PaperPlan(parts: [.init(kind: .multiple, count: 30, points: 1)], passMark: 1), seed: "1")
        }
    }

    @Test("all right is the full mark, half of several is half rounded down, a wrong one is nothing")
    func marks() throws {
        let paper = try Paper(bank: Self.bank, plan: Self.plan, seed: "s")
        let questions = Dictionary(uniqueKeysWithValues: Self.bank.map { ($0.id, $0) })
        var answers = Dictionary(uniqueKeysWithValues: paper.items.map { ($0.question, questions[$0.question]?.right ?? []) })
        #expect(Marking(paper, bank: Self.bank, plan: Self.plan, answers: answers).points == 100)
        let several = try #require(paper.items.first { questions[$0.question]?.kind == .multiple }?.question)
        answers[several] = [0, 3]
        #expect(Marking(paper, bank: Self.bank, plan: Self.plan, answers: answers).points == 92)
        var strict = Self.plan
        strict.givesHalf = false
        #expect(Marking(paper, bank: Self.bank, plan: strict, answers: answers).points == 85)
        answers[several] = [0, 1, 2, 3]
        #expect(Marking(paper, bank: Self.bank, plan: Self.plan, answers: answers).points == 85)
        let none = Marking(paper, bank: Self.bank, plan: Self.plan, answers: [:])
        #expect(none.points == 0 && !none.isPassed && none.fullMark == 100)
    }

    @Test("a person who sat twice counts once, by the better sitting")
    func tally() {
        let tally = ExamTally(due: ["a", "b", "c"], sittings: [("a", false), ("a", true), ("b", false), ("d", true)])
        #expect(tally.due == 4 && tally.sat == 3 && tally.passed == 2)
    }
}

@Suite("A sheet of questions")
struct BankReaderTests {
    static let header = ["题号", "题型", "题目", "选项A", "选项B", "选项C", "答案", "解析"]

    @Test("rows as offices keep them become questions")
    func read() throws {
        let (questions, problems) = try BankReader(header: Self.header).read([
            ["1", "单选题", "样例一", "甲", "乙", "丙", "b", "样例法#3"], ["", "", "", "", "", "", "", ""],
            ["", "多选", " 样例二 ", "甲", "乙", "丙", "A、C", ""], ["3", "判断", "样例三", "", "", "", "×", ""],
        ])
        #expect(problems == [])
        #expect(questions.map(\.id) == ["1", "Q3", "3"] && questions.map(\.right) == [[1], [0, 2], [1]])
        #expect(questions[1].stem == "样例二" && questions[0].explanation == "样例法#3" && questions[2].options == ["正确", "错误"])
    }

    @Test("each wrong row says its row, its column and why, and the others are read")
    func problems() throws {
        let (questions, problems) = try BankReader(header: Self.header).read([
            ["1", "单选", "", "甲", "乙", "", "A", ""], ["2", "填空", "样例", "甲", "乙", "", "A", ""],
            ["3", "单选", "样例", "甲", "", "", "A", ""],
            ["4", "单选", "样例", "甲", "乙", "", "D", ""], ["5", "单选", "样例", "甲", "乙", "", "AB", ""],
            ["6", "单选", "样例", "甲", "甲", "", "A", ""],
            ["7", "单选", "样例", "甲", "乙", "", "", ""], ["8", "判断", "样例", "", "", "", "也许", ""],
            ["9", "单选", "好", "甲", "乙", "", "A", ""],
            ["10", "单选", "好", "甲", "乙", "", "B", ""],
        ])
        #expect(questions.map(\.id) == ["9"])
        #expect(problems.map(\.row) == [2, 3, 4, 5, 6, 7, 8, 9, 11])
        #expect(
            problems.map(\.reason) == [
                .stemMissing, .unknownKind("填空"), .tooFewOptions(1), .noSuchOption("D"), .wrongNumberOfAnswers(.single, 2),
                .sameOptionTwice("甲"), .answerMissing, .noSuchOption("也许"), .askedBefore(row: 10),
            ])
        #expect(throws: BankReader.HeaderProblem.columnsMissing(["题型", "答案"])) { try BankReader(header: ["题目", "备注"]) }
    }
}
