import Examination
import LegalTime
import Store

/// One exam as whoever runs it sees it.
public struct ExamRun: Sendable {
    public var rules: ExamRules
    public var plan: ExamPlanTable.Entry?
    public var bank: ExamBankTable.Entry?
    /// Whether this person runs it; else he only reads.
    public var mayRun: Bool
    /// Whether names show in clear.
    public var seesNames: Bool
    public var units: [Unit]
    public var people: [Person]
    public var questions: [Item]
    public var attendances: Int
    public var running: Int

    /// One unit's standing; the people of a resit stand apart.
    public struct Unit: Sendable, Hashable {
        public var unit: String
        public var isResit: Bool
        public var due: Int
        public var sat: Int
        public var passed: Int
        /// The last day on which one of them sat.
        public var lastOn: Day?
    }

    public struct Person: Sendable, Hashable {
        public var id: String
        public var unit: String
        /// As this reader may see it; nil for a guest.
        public var name: String?
        public var hasAccount: Bool
        public var hasCode: Bool
        public var isResit: Bool
        public var tries: Int
        public var isRunning: Bool
        public var best: Int?
        public var hasPassed: Bool
        /// The day of the sitting that passed first.
        public var passedOn: Day?
    }

    /// How a question was answered.
    public struct Item: Sendable, Hashable {
        public var question: String
        public var stem: String
        public var kind: Question.Kind
        public var asked: Int
        public var right: Int
    }

    /// Over all units.
    public var total: Unit {
        Unit(
            unit: "", isResit: false, due: units.reduce(0) { $0 + $1.due }, sat: units.reduce(0) { $0 + $1.sat },
            passed: units.reduce(0) { $0 + $1.passed }, lastOn: units.compactMap(\.lastOn).max())
    }
}

/// An exam in the list of those who run some.
public struct ExamLine: Sendable {
    public var rules: ExamRules
    public var due: Int
    public var sat: Int
    public var passed: Int
    public var running: Int
    public var hasBank: Bool
}
