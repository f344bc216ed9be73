import Definitions
import Draws
import LegalTime
import Records
import Store

/// A random draw as somebody sees it who may read its record.
public struct DrawView: Sendable {
    public var id: String
    public var register: String
    public var record: String
    public var recordNumber: String
    public var owner: String
    /// Its name in the definition.
    public var name: String
    public var number: String
    public var state: DrawTable.State
    /// What is published: list, rule, seed, outcome.
    public var file: DrawRecord
    public var frozenBy: String
    public var drawnBy: String?
    /// The day from which the seed of another's making is known; nil where the system makes it.
    public var seedDay: Day?
    public var voidAt: Instant?
    public var voidBy: String?
    /// Why it was called off, masked as a free text.
    public var reason: String?
    public var mayDraw: Bool
    public var mayVoid: Bool
    /// What the reader sees of the things and people beside their published labels, by id: a title, a name.
    public var titles: [String: String]
    public var peopleTitles: [String: String]
}

/// The draws of a record, and those that its reader may make now.
public struct RecordDraws: Sendable {
    public var open: [DrawDefinition]
    public var made: [DrawView]
    public static let none = RecordDraws(open: [], made: [])
    public var isEmpty: Bool { open.isEmpty && made.isEmpty }
}

/// What may be drawn from, before it is frozen.
public struct DrawPreparation: Sendable {
    public var definition: DrawDefinition
    public var recordNumber: String
    /// With the exclusions that follow from earlier draws.
    public var list: DrawList
    public var people: DrawList
    /// nil where the field that says how many is empty.
    public var rule: DrawRule?
    public var titles: [String: String]
    public var peopleTitles: [String: String]
    /// By which freezing knows that its maker saw these very lists.
    public var fingerprint: String { DrawRecord.fingerprint(list, people) }
}

/// What somebody freezes: who is left out, and where the seed will come from.
public struct DrawInput: Sendable, Equatable {
    /// Id of a candidate to the code of the reason.
    public var exclusions: [String: String]
    public var peopleExclusions: [String: String]
    public var seed: SeedSource
    /// The fingerprint of the lists that were shown; nil: no matter.
    public var seen: String?

    public enum SeedSource: Sendable, Equatable {
        /// Made by the system and sealed; its commitment is published at once.
        case system
        /// A number that somebody else makes known on a later day, such as a lottery's.
        case named(String, from: Day?)
    }

    public init(
        exclusions: [String: String] = [:], peopleExclusions: [String: String] = [:], seed: SeedSource = .system,
        seen: String? = nil
    ) {
        self.exclusions = exclusions
        self.peopleExclusions = peopleExclusions
        self.seed = seed
        self.seen = seen
    }

    public static let longestSource = 120
    public static let longestSeed = 200
}

public enum DrawOutcome: Sendable {
    /// The id of the draw.
    case done(String)
    case refused(DrawActRefusal)
}

/// Why a list is not frozen, drawn from or called off.
public enum DrawActRefusal: Error, Sendable, Equatable {
    /// No such record or draw, or not for this person to see.
    case notFound
    case notAllowed
    case roleMissing([String])
    /// The record does not stand where the draw is made.
    case wrongState(states: [String], moves: [String])
    case conditionFails(Condition)
    case ended
    /// There is one already that was not called off.
    case alreadyThere(number: String)
    /// The lists are not those that were shown.
    case listChanged
    case listTooLong(limit: Int)
    case sizeMissing(field: String)
    case periodMissing([String])
    /// So many rows of the list have no key.
    case keyMissing(rows: Int)
    case unknownReason(String)
    case cannotBeDrawn(DrawRefusal)
    case seedSourceMissing
    case seedDayMissing
    /// The seed has to become known after the list is frozen.
    case seedDayNotLater(than: Day)
    case tooEarly(seedDay: Day)
    case seedMissing
    case tooLong(limit: Int)
    /// It was drawn before, or called off.
    case notFrozen(DrawTable.State)
    case reasonMissing
    /// So many of the rows drawn have been worked on since.
    case rowsInUse(Int)
    case tooManyRows(limit: Int)
    case changedMeanwhile
}

/// A draw as everybody may see it: numbers and counts.
public struct OpenDraw: Sendable, Hashable {
    public var id: String
    public var title: String
    public var number: String
    public var register: String
    public var name: String
    public var unit: String
    public var state: DrawTable.State
    public var frozenAt: String
    public var drawnAt: String
    public var fingerprint: String
    public var commitment: String?
    public var seed: String
    public var seedSource: String
    public var candidates: Int
    public var excluded: Int
    public var people: Int
    public var drawn: Int
}
