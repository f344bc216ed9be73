import Definitions
import LegalTime

/// Where in an input a problem lies: a field, or a field of the nth child row (from 0).
public struct InputPlace: Sendable, Hashable {
    public var field: String
    public var row: Int?
    public var child: String?
    public init(field: String, row: Int? = nil, child: String? = nil) {
        self.field = field
        self.row = row
        self.child = child
    }
    /// The control's name in a form: `parties.1.name`.
    public var key: String {
        guard let row else { return field }
        return child.map { "\(field).\(row).\($0)" } ?? "\(field).\(row)"
    }
}

/// A problem in what a person gave; collected, never thrown. Sentences are made in Wording.
public struct InputProblem: Sendable, Hashable {
    public var place: InputPlace
    public var reason: Reason
    public init(place: InputPlace, reason: Reason) {
        self.place = place
        self.reason = reason
    }

    public enum Reason: Sendable, Hashable {
        case missing
        case tooLong(max: Int, count: Int)
        case controlCharacter
        case notADate(String)
        /// Reads as a date that the calendar does not have: 2021-13-02.
        case noSuchDay(String, month: Int, day: Int)
        case notATime(String)
        case notANumber(String)
        case tooManyDecimals(max: Int)
        case tooLarge(max: Int64)
        case tooSmall(min: Int64)
        case notYesOrNo(String)
        case notInCodes(String, near: [String])
        case retiredCode(label: String, until: Day)
        case codeNotYet(label: String, since: Day)
        case unknownUnit(String, near: [String])
        case wrongUnitKind(label: String)
        case unknownReference(String, near: [String])
        case ambiguousReference(String)
        case earlierThan(field: String, its: Day, this: Day)
        case inFuture(Day, today: Day)
        case tooFewRows(min: Int, count: Int)
        case tooManyRows(max: Int, count: Int)
        case idNumberLength(Int)
        case idNumberCheckDigit
        case idNumberDate
        case badPhone(String)
        case alreadyUsed(number: String)
        case lockedYear(Int)
        case notYours
        case fieldNotYet(since: Day)
        case unknownNumber(String)
        case unknownColumn(String)
        /// The standard of a checklist has no such item.
        case unknownItem(String, near: [String])
        /// Neither met nor not met.
        case itemNotMarked(item: String, String)
        case itemNotPoints(item: String, String)
        /// Below zero or above the item's full mark, in points.
        case itemOutOfRange(item: String, max: Int, String)
        /// A field of a dated list that only these moves may change, once the item is listed.
        case changedByMove([String])
        /// A version may not begin before the one before it.
        case beforeVersion(from: Day, this: Day)
        /// Items are still to be assessed.
        case itemsMissing(count: Int)
    }
}
