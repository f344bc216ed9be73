import Definitions
import Examination
import LegalTime
import Records

/// One exam as its record has it: when, for how long, with which paper.
public struct ExamRules: Sendable, Hashable {
    public var register: String
    public var id: String
    public var number: String
    public var title: String
    public var owner: String
    public var state: String
    /// The record stands in a state in which it can be sat.
    public var isOpen: Bool
    /// On the clock that the rules go by; the end is the first moment at which it is over.
    public var starts: Instant?
    public var ends: Instant?
    public var minutes: Int
    public var plan: PaperPlan
    /// nil: as often as one likes.
    public var tries: Int?
    public var isQuiz: Bool
    public var isCertificate: Bool

    /// Where an exam's record gives no minutes.
    static let standardMinutes = 60

    init(_ record: Record, _ register: RegisterDefinition, _ exam: ExamDefinition) {
        self.register = register.name
        id = record.id
        number = record.number
        let heading = register.heading.flatMap { register.field($0) }.flatMap { $0.personal == nil ? $0.name : nil }
        title = heading.flatMap { record.values[$0]?.text } ?? record.number
        owner = record.owner
        state = record.state
        isOpen = exam.open.contains(record.state)
        starts = Self.moment(record.values[exam.starts], isEnd: false)
        ends = Self.moment(record.values[exam.ends], isEnd: true)
        minutes = record.values[exam.minutes]?.integer.map { Int($0) } ?? Self.standardMinutes
        let kind = exam.kind.flatMap { record.values[$0.field]?.text }
        isQuiz = kind.map { exam.kind?.quiz.contains($0) ?? false } ?? false
        isCertificate = kind.map { exam.kind?.certificate.contains($0) ?? false } ?? false
        let given = exam.tries.flatMap { record.values[$0]?.integer }.map { Int($0) }
        tries = given ?? (isQuiz ? nil : 1)
        let parts = (record.values[exam.paper.rows]?.rows ?? []).compactMap { row -> PaperPlan.Part? in
            guard let kind = row.values[exam.paper.kind]?.text.flatMap(Question.Kind.init(rawValue:)),
                let count = row.values[exam.paper.count]?.integer, let points = row.values[exam.paper.points]?.integer
            else { return nil }
            return PaperPlan.Part(kind: kind, count: Int(count), points: Int(points))
        }
        plan = PaperPlan(
            parts: parts, passMark: record.values[exam.passMark]?.integer.map { Int($0) } ?? 0,
            givesHalf: exam.half.flatMap { record.values[$0]?.bool } ?? false)
    }

    /// A day begins at midnight, and as an end it is over with the next midnight.
    private static func moment(_ value: Value?, isEnd: Bool) -> Instant? {
        if let day = value?.day { return Instant(day: isEnd ? day.adding(days: 1) : day) }
        return value?.moment
    }

    /// Whether a sitting may begin at a moment by the rules' clock; nil: it may.
    func closed(at present: Instant) -> ExamRefusal? {
        guard isOpen else { return .notOpen }
        if let starts, present < starts { return .notYet(starts) }
        if let ends, present >= ends { return .over }
        return nil
    }

    /// The period is over, or the exam stands where it can be sat no more.
    func isOver(at present: Instant) -> Bool { ends.map { present >= $0 } ?? !isOpen }

    public var questionCount: Int { plan.parts.reduce(0) { $0 + $1.count } }
}

/// Why something about an exam is not done.
public enum ExamRefusal: Error, Sendable, Equatable {
    /// Not there, or not for this person to see.
    case notFound
    case notAllowed
    /// The record does not stand in a state in which it can be sat.
    case notOpen
    case notYet(Instant)
    case over
    case noBank
    /// The record does not say how the paper is made up.
    case noPaper
    case shortage(kind: Question.Kind, needs: Int, has: Int)
    case passedAlready
    case triesUsed(Int)
    case bankRetired
    /// The very same workbook is there as this edition.
    case sameFile(title: String, edition: Int)
    case titleMissing
    case nothingToTake
    /// Sittings have begun: the bank is not changed under them.
    case begun
    /// Handed in or closed by the server: nothing is taken any more.
    case closed
    case count(ActRefusal)
    case countProblems([InputProblem])
}

/// Who sits: an account, or whoever came in by a code.
public enum Examinee: Sendable {
    case account(Actor)
    case candidate(String)

    /// As the log has it.
    var name: String {
        switch self {
        case .account(let actor): actor.account
        case .candidate(let id): id
        }
    }
}
