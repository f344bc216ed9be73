/// How the value of a computed field follows from the other values of its record; nobody enters it.
public enum Computation: Sendable, Equatable {
    /// Points awarded, or items met, of a checklist field beside it; a decimal.
    case score(of: String)
    /// The grade that the checklist gives; a code of the standard's grades.
    case grade(of: String)
    /// Items not met or below their full mark; an integer.
    case failed(of: String)
    /// The field of the row whose day is the latest; of the row's type.
    case latest(FieldPath, by: String)
    /// Rows that pass the tests; an integer.
    case count(rows: String, Condition)
    /// Sum of a number over the rows.
    case sum(FieldPath)

    /// The checklist field that it looks at.
    public var checklist: String? {
        switch self {
        case .score(let field), .grade(let field), .failed(let field): field
        case .latest, .count, .sum: nil
        }
    }
}
