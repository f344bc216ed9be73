import Examination
import LegalTime
import Store

/// What somebody may sit, and what he has sat.
public struct ExamOffer: Sendable {
    public var rules: ExamRules
    /// In the order of the tries.
    public var sittings: [ExamSittingTable.Entry]
    /// Why he cannot begin now; nil: he can, or can go on.
    public var refusal: ExamRefusal?
    /// The sitting that goes on.
    public var running: String? { sittings.first { $0.state == .running }?.id }
    public var best: Int? { sittings.compactMap(\.points).max() }
    public var hasPassed: Bool { sittings.contains { $0.isPassed == true } }
    public var isCandidate: Bool
}

/// One sitting as its sitter sees it.
public struct ExamSittingView: Sendable {
    public var rules: ExamRules
    public var sitting: ExamSittingTable.Entry
    public var items: [Item]
    public var now: Instant
    /// Whether the right answers and their reasons are shown: of a quiz at once, else when nobody sits any more.
    public var showsAnswers: Bool
    public var isRunning: Bool { sitting.state == .running }
    public var answered: Int { items.count { !$0.chosen.isEmpty } }

    public struct Item: Sendable {
        /// From 1.
        public var number: Int
        public var kind: Question.Kind
        public var stem: String
        /// In the order of this paper; the sets below are places in it.
        public var options: [String]
        public var chosen: Set<Int>
        public var points: Int
        /// After marking.
        public var got: Int?
        public var right: Set<Int>
        public var explanation: String
    }
}

/// An answer as it comes in: the places chosen in the order that the paper shows.
public struct GivenAnswer: Sendable, Hashable {
    /// Of the paper, from 1.
    public var item: Int
    public var chosen: Set<Int>
    /// Grows with each change in one window; nil: after whatever is there.
    public var sequence: Int64?
    public init(item: Int, chosen: Set<Int>, sequence: Int64? = nil) {
        self.item = item
        self.chosen = chosen
        self.sequence = sequence
    }
}

/// What became of answers that came in.
public struct SavedAnswers: Sendable, Equatable {
    /// The items whose answer, or a newer one, is kept.
    public var saved: Set<Int>
    /// Nothing was taken: the sitting is closed.
    public var isClosed: Bool
    public var answered: Int
    public var now: Instant
    public var endsAt: Instant
}
