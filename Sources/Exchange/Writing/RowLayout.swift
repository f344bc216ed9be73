import Casework
import LegalTime
import OfficeFormats
import Records

/// Which columns a sheet has and how a record fills them.
protocol RowLayout: Sendable {
    var needsChildRows: Bool { get }
    var sheetColumns: [SheetColumn] { get }
    func cells(_ item: RecordPage.Item, _ texts: ValueText, today: Day) -> [CellValue]
    /// The record as one JSON object.
    func object(_ record: Record) -> [String: Any]
    /// Whether the columns cannot hold all that the record says in them.
    func loses(_ record: Record) -> Bool
}

extension RowLayout {
    func object(_ record: Record) -> [String: Any] { [:] }
    func loses(_ record: Record) -> Bool { false }
}
