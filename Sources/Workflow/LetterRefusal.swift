import Definitions
import LegalTime
import Records

/// Why a letter is not issued, or its service not written down.
public enum LetterRefusal: Sendable, Equatable {
    /// No such record or letter, or not for this person to see.
    case notFound
    case roleMissing([String])
    /// The record has not come so far: one of these states or moves comes first.
    case tooEarly(states: [String], moves: [String])
    /// Somebody has issued the letter since the page was shown.
    case issuedMeanwhile
    case noTemplate
    /// The record has nothing yet that the letter would say.
    case nothingToPrint
    /// The letter's service is not recorded.
    case notServed
    case serviceDayMissing
    case serviceDayInFuture
    case serviceBeforeIssue(Day)
    case receiverTooLong(limit: Int)
    case noteTooLong(limit: Int)
}

extension Workflow {
    /// Why somebody may not issue a letter of a record; nil: he may.
    ///
    /// - Parameters:
    ///   - passed: Every state that the record has stood in.
    ///   - roles: The roles that he holds over the record in the register's office.
    public static func refusal(
        of letter: LetterDefinition, passed: [String], stamps: [MoveStamp], roles: Set<String>
    )
        -> LetterRefusal?
    {
        guard !roles.isDisjoint(with: letter.roles) else { return .roleMissing(letter.roles) }
        if letter.states.isEmpty, letter.moves.isEmpty { return nil }
        let isReached =
            letter.states.contains(where: passed.contains)
            || stamps.contains { letter.moves.contains($0.transition) }
        return isReached ? nil : .tooEarly(states: letter.states, moves: letter.moves)
    }
}
