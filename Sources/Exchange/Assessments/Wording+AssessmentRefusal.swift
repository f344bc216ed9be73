import Assessment
import Casework
import Wording

extension Wording {
    /// Why an act on an assessment was not done, and the next step.
    public func sentence(for refusal: AssessmentRefusal) -> String {
        switch refusal {
        case .notFound: text(AssessmentText.refusedNotFound)
        case .notAllowed: text(AssessmentText.refusedNotAllowed)
        case .locked: text(AssessmentText.refusedLocked)
        case .noItems: text(AssessmentText.refusedNoItems)
        case .nameNotPlain: text(AssessmentText.refusedName)
        case .titleMissing: text(AssessmentText.refusedTitleMissing)
        case .nothingChanged: text(AssessmentText.refusedNothingChanged)
        case .exempt: text(AssessmentText.refusedExempt)
        case .unknownUnit: text(AssessmentText.refusedUnit)
        case .unknownFigure: text(AssessmentText.refusedFigure)
        case .targetNotANumber: text(AssessmentText.refusedTarget)
        case .unknownRecord(let number): unknownRecord(number)
        case .alreadyLinked: text(AssessmentText.refusedLinked)
        case .noFile: text(AssessmentText.refusedNoFile)
        case .fileTooLarge(let limit): fileTooLarge(limit)
        case .notAScore(let text): notAScore(text)
        case .scoreAboveWeight(let weight): scoreAboveWeight(weight)
        case .notScored: text(AssessmentText.refusedNotScored)
        case .samePerson: text(AssessmentText.refusedSamePerson)
        case .noteMissing: text(AssessmentText.refusedNoteMissing)
        case .sameEdition: text(AssessmentText.refusedSameEdition)
        case .unknownItem(let number): unknownItem(number)
        case .conflict: text(AssessmentText.refusedConflict)
        }
    }

    public func sentence(for error: EditionSheetError) -> String {
        switch error {
        case .unknownKind: text(AssessmentText.refusedKind)
        case .columnsMissing(let names): columnsMissing(names)
        case .format(.unsupported): text(ExchangeText.oldFormat)
        case .format(.encrypted): text(ExchangeText.protected)
        case .format: text(ExchangeText.unreadable)
        }
    }
}
