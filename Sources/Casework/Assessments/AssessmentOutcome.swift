/// What came of an act on an assessment.
public enum AssessmentOutcome<Done: Sendable>: Sendable {
    case done(Done)
    case refused(AssessmentRefusal)

    public var refusal: AssessmentRefusal? { if case .refused(let refusal) = self { refusal } else { nil } }
    public var value: Done? { if case .done(let done) = self { done } else { nil } }
}

/// Why an act on an assessment is not done; it leaves no trace.
public enum AssessmentRefusal: Sendable, Hashable {
    /// No such edition or item, or none that this person may know of.
    case notFound
    case notAllowed
    /// The edition is locked.
    case locked
    /// A workbook without items.
    case noItems
    /// The short name has other signs in it than letters, digits, - and _.
    case nameNotPlain
    case titleMissing
    case nothingChanged
    /// 不涉及: nothing is put to the item.
    case exempt
    case unknownUnit
    case unknownFigure
    case targetNotANumber
    /// No such number in the register, or not this person's to see.
    case unknownRecord(String)
    case alreadyLinked
    case noFile
    case fileTooLarge(limit: Int64)
    case notAScore(String)
    case scoreAboveWeight(Int)
    /// A review without a self-score.
    case notScored
    /// Whoever gave the self-score does not review it.
    case samePerson
    /// A review that takes off points says why.
    case noteMissing
    /// A mapping of an edition to itself.
    case sameEdition
    /// A number in a mapping that the edition does not have.
    case unknownItem(String)
    /// Somebody else changed it since it was read.
    case conflict
}
