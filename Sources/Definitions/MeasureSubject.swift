/// What a measure counts.
public enum MeasureSubject: Sendable, Equatable, Hashable {
    /// Each record once.
    case records
    /// Each row of a rows field; in its condition, placement and aggregate a path `rows.x` is of that row.
    case rows(String)
    /// Each act of one of these moves, by the day of the move; each record once where `isDistinct`.
    case acts([String], isDistinct: Bool)

    /// The rows field whose rows are counted.
    public var rowsField: String? { if case .rows(let name) = self { name } else { nil } }
}
