/// What is wrong with one row of a question sheet.
public struct BankProblem: Sendable, Hashable {
    public enum Reason: Sendable, Hashable {
        case stemMissing
        case unknownKind(String)
        case tooFewOptions(Int)
        case sameOptionTwice(String)
        case answerMissing
        /// Names an option that the row does not have.
        case noSuchOption(String)
        /// One answer where the kind needs several, or the reverse.
        case wrongNumberOfAnswers(Question.Kind, Int)
        case askedBefore(row: Int)
    }
    /// From 1, the header being row 1.
    public var row: Int
    /// The header of the column the problem lies in.
    public var column: String
    public var reason: Reason
}

/// Reads a bank out of the rows of a sheet: 编号 (optional), 题型, 题干, 选项A … 选项H, 答案, 知识点 (optional), 解析 (optional), in any
/// order of columns. Rows that are wrong are reported and left out; blank rows are passed over.
public struct BankReader {
    public enum HeaderProblem: Error, Sendable, Hashable {
        /// Columns that must be there and are not.
        case columnsMissing([String])
    }

    private var columns: [String: Int] = [:]
    private var optionColumns: [(letter: Character, place: Int)] = []

    public init(header: [String]) throws(HeaderProblem) {
        for (place, title) in header.enumerated() {
            let title = Self.trimmed(title)
            if title.hasPrefix("选项"), let letter = title.dropFirst(2).first?.uppercased().first, title.count == 3 {
                optionColumns.append((letter, place))
            } else if let name = Self.names[title] {
                columns[name] = place
            }
        }
        optionColumns.sort { $0.letter < $1.letter }
        let missing = ["题型", "题干", "答案"].filter { columns[$0] == nil }
        guard missing.isEmpty else { throw .columnsMissing(missing) }
    }

    private static let names = [
        "编号": "编号", "题号": "编号", "题型": "题型", "类型": "题型", "题干": "题干", "题目": "题干", "试题": "题干", "答案": "答案", "正确答案": "答案",
        "知识点": "知识点", "章节": "知识点", "解析": "解析", "依据": "解析",
    ]

    private static let kinds: [String: Question.Kind] = [
        "单选": .single, "单选题": .single, "单项选择题": .single, "多选": .multiple, "多选题": .multiple, "多项选择题": .multiple,
        "不定项选择题": .multiple, "判断": .judgement, "判断题": .judgement,
    ]

    private static let yes: Set<String> = ["正确", "对", "√", "A", "是", "T", "TRUE"]
    private static let no: Set<String> = ["错误", "错", "×", "B", "否", "F", "FALSE", "X"]

    public func read(_ rows: [[String]]) -> (questions: [Question], problems: [BankProblem]) {
        var questions: [Question] = []
        var problems: [BankProblem] = []
        var seen: [String: Int] = [:]
        for (place, row) in rows.enumerated() where row.contains(where: { !Self.trimmed($0).isEmpty }) {
            let number = place + 2
            switch question(row, number: number) {
            case .failure(let problem): problems.append(problem)
            case .success(let question):
                if let before = seen[question.stem] {
                    problems.append(BankProblem(row: number, column: "题干", reason: .askedBefore(row: before)))
                } else {
                    seen[question.stem] = number
                    questions.append(question)
                }
            }
        }
        return (questions, problems)
    }

    private enum Reading {
        case success(Question)
        case failure(BankProblem)
    }

    private func question(_ row: [String], number: Int) -> Reading {
        func wrong(_ column: String, _ reason: BankProblem.Reason) -> Reading {
            .failure(BankProblem(row: number, column: column, reason: reason))
        }
        let stem = cell("题干", row)
        guard !stem.isEmpty else { return wrong("题干", .stemMissing) }
        guard let kind = Self.kinds[cell("题型", row)] else { return wrong("题型", .unknownKind(cell("题型", row))) }
        let answer = cell("答案", row)
        guard !answer.isEmpty else { return wrong("答案", .answerMissing) }
        var question = Question(
            id: cell("编号", row).isEmpty ? "Q\(number - 1)" : cell("编号", row), kind: kind, stem: stem, options: [], right: [],
            topic: cell("知识点", row), explanation: cell("解析", row))
        if kind == .judgement {
            question.options = ["正确", "错误"]
            let said = answer.uppercased()
            guard Self.yes.contains(said) || Self.no.contains(said) else { return wrong("答案", .noSuchOption(answer)) }
            question.right = [Self.yes.contains(said) ? 0 : 1]
            return .success(question)
        }
        var letters: [Character] = []
        for (letter, place) in optionColumns {
            let text = row.indices.contains(place) ? Self.trimmed(row[place]) : ""
            if text.isEmpty { continue }
            if question.options.contains(text) { return wrong("选项\(letter)", .sameOptionTwice(text)) }
            letters.append(letter)
            question.options.append(text)
        }
        guard question.options.count >= 2 else { return wrong("选项A", .tooFewOptions(question.options.count)) }
        for letter in answer.uppercased() where letter.isLetter {
            guard let place = letters.firstIndex(of: letter) else { return wrong("答案", .noSuchOption(String(letter))) }
            question.right.insert(place)
        }
        let fits = kind == .single ? question.right.count == 1 : question.right.count >= 1
        guard fits else { return wrong("答案", .wrongNumberOfAnswers(kind, question.right.count)) }
        return .success(question)
    }

    private func cell(_ name: String, _ row: [String]) -> String {
        guard let place = columns[name], row.indices.contains(place) else { return "" }
        return Self.trimmed(row[place])
    }

    private static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
