import Casework
import Definitions
import Records

/// What importing a sheet would do, row by row. Nothing is written by making it.
public struct ImportPlan: Sendable {
    public struct Row: Sendable {
        public var line: KeptSheet.Line
        /// The record's number, of an update or an unchanged row.
        public var number: String?
        public var outcome: Outcome
        public var hints: [RowHint] = []
    }

    public enum Outcome: Sendable {
        /// A new record, moved along these moves to a state.
        case add(RecordInput, moves: [String], state: String)
        case update(id: String, revision: Int64, RecordInput, fields: [String], [FieldChange])
        case unchanged(id: String)
        case failed([RowProblem])
    }

    /// One field of an update, before and after.
    public struct FieldChange: Sendable, Equatable {
        public var field: String
        /// Texts as people read them; empty where nothing stood.
        public var before: String
        public var after: String
        /// An amount that became ten times as large or as small.
        public var isTenfold: Bool
    }

    public var register: String
    public var fileName: String
    /// The sheet without its rows, which stand in `rows`.
    public var sheet: KeptSheet
    public var rows: [Row]

    public var adds: [Row] { rows.filter { if case .add = $0.outcome { true } else { false } } }
    public var updates: [Row] { rows.filter { if case .update = $0.outcome { true } else { false } } }
    public var unchanged: [Row] { rows.filter { if case .unchanged = $0.outcome { true } else { false } } }
    public var failed: [Row] { rows.filter { if case .failed = $0.outcome { true } else { false } } }
    public var hinted: [Row] { rows.filter { !$0.hints.isEmpty } }
    public var setAside: [KeptSheet.Aside] { sheet.aside }

    /// The cell in which a problem lies: its column, from 0; nil where the sheet has none for it.
    public func column(of problem: RowProblem) -> Int? {
        guard let place = problem.place else { return nil }
        let places = sheet.columns.map(\.target.place)
        return places.firstIndex(of: place)
            ?? sheet.columns.firstIndex { column in
                switch column.target {
                case .child(let rows, let index, _): rows == place.field && (place.row == nil || place.row == index)
                case .eachChild(let rows, let child): rows == place.field && (place.child == nil || place.child == child)
                default: false
                }
            }
    }
}
