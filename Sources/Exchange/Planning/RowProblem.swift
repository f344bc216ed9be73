import Casework
import Records

/// Why a row is not written; collected, never thrown.
public enum RowProblem: Sendable, Equatable {
    case input(InputProblem)
    /// What a broken formula left in a cell.
    case cellError(InputPlace, String)
    /// A long number that the sheet kept as a number.
    case digitsLost(InputPlace, String)
    /// Another row of the file has the same number.
    case numberTwice(String, row: Int)
    /// Another row of the file has the same key.
    case keyTwice([InputPlace], row: Int)
    /// The key meets several records, by their numbers.
    case severalRecords([InputPlace], [String])
    /// The row allows several lives and does not say which: names of the moves between which it does not decide.
    case crossroads([String])
    case refused(ActRefusal)
    /// Somebody changed the record since the check.
    case changedMeanwhile

    /// The place of the cell it lies in; nil for the row as a whole.
    public var place: InputPlace? {
        switch self {
        case .input(let problem): problem.place
        case .cellError(let place, _), .digitsLost(let place, _): place
        case .numberTwice: InputPlace(field: "number")
        case .keyTwice(let places, _), .severalRecords(let places, _): places.first
        case .crossroads, .refused, .changedMeanwhile: nil
        }
    }
}

/// What a person should look at before he confirms.
public enum RowHint: Sendable, Equatable {
    /// Name and date of another row of the file, by its number in the sheet.
    case likeRow(Int)
    /// Name and date of a record, by its number.
    case likeRecord(String)
}
