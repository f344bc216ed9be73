import Definitions
import Yams

/// What a demo district is made of: people, pools of invented words, and batches of records.
public struct DemoDeclaration: Sendable {
    public struct Person: Sendable {
        public var login: String
        public var name: String
        public var unit: String
        public var grants: [(role: String, unit: String, registers: [String], offices: [String])]
        /// Printed at the start as one to try.
        public var isShown: Bool
    }

    /// Records of one register, made together.
    public struct Batch: Sendable {
        public var register: String
        /// Name under which later batches refer to what this one made.
        public var name: String?
        /// Instead of new records those that an earlier batch made, whose lives go on; they are taken in order, once each.
        public var continues: String?
        /// Entered when the monthly returns are in: what comes late, after its month was locked.
        public var isLate: Bool
        /// One record per unit of this kind, instead of a count.
        public var eachUnit: String?
        public var count: Int
        public var fields: [(String, ValueRecipe)]
        public var moves: [Move]
        public var variants: [Variant]
    }

    /// A share of a batch with fields and moves of its own.
    public struct Variant: Sendable {
        public var count: Int
        /// Placed behind the others, with the latest dates.
        public var isLast: Bool
        /// How many of the batch's moves come before the variant's own; nil: all.
        public var take: Int?
        public var fields: [(String, ValueRecipe)]
        public var moves: [Move]
    }

    public struct Move: Sendable {
        /// nil: an edit.
        public var transition: String?
        public var fields: [(String, ValueRecipe)]
        public var note: String?
        /// Who makes it, by login name; nil: whoever is nearest to the matter.
        public var by: String?
        /// What the move's form asks for the record that it opens in another register.
        public var referral: [(String, ValueRecipe)]
        /// Name under which later batches refer to the record opened.
        public var opened: String?
        /// The day of the move where no field holds it.
        public var on: ValueRecipe?
    }

    /// What a unit wrote for a part of the report.
    public struct Contribution: Sendable {
        public var part: String
        public var unit: String
        public var text: String
    }

    public var seed: UInt64 = 1
    public var people: [Person] = []
    public var pools: [String: [String]] = [:]
    public var batches: [Batch] = []
    public var contributions: [Contribution] = []
    public var outside: [Outside] = []
    public var drafts: [Draft] = []
    var assessments: [DemoAssessment] = []
    public var banks: [Bank] = []
    public var exams: [Exam] = []

    /// What a further file adds. The seed is the first file's, so that a further file changes no record of those before it;
    /// a pool of the same name is replaced for all.
    mutating func append(_ further: DemoDeclaration) {
        if batches.isEmpty, people.isEmpty { seed = further.seed }
        people += further.people
        pools.merge(further.pools) { $1 }
        batches += further.batches
        contributions += further.contributions
        outside += further.outside
        drafts += further.drafts
        assessments += further.assessments
        banks += further.banks
        exams += further.exams
    }
}

/// How one value is made. A closed list: constants, choices, days and references to what was made before.
public indirect enum ValueRecipe: Sendable {
    /// Text with `{placeholders}`: `{n}`, `{unit}`, `{unit_label}`, a pool's name, a field made before.
    case template(String)
    case pick([ValueRecipe])
    case cycle([ValueRecipe])
    /// A day between two days, spread evenly over the batch.
    case between(String, String)
    /// Days after another field of the record.
    case after(field: String, days: ClosedRange<Int>)
    case number(ClosedRange<Int>)
    /// A record of an earlier batch, in turn; of the same owner as another one chosen before, or of the unit in that field.
    case made(batch: String, sameOwnerAs: String?)
    case rows([[(String, ValueRecipe)]])
    /// A small text file of that name, made up on the spot.
    case file(String)
    /// Filled in in so many of a hundred records, else empty.
    case sometimes(percent: Int, ValueRecipe)
}

/// A demo file that cannot be read.
public struct DemoError: Error, Sendable, Equatable {
    public var file: String
    public var line: Int
    public var what: What
    public enum What: Sendable, Equatable {
        case unreadable
        case missing(String)
        case unknown(String)
    }
}
