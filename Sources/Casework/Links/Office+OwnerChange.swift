import Definitions
import LegalTime
import Records
import Store

extension Office {
    /// The unit that a move hands a record to; nil where there is none, such as above the district.
    func unit(
        _ change: OwnerChange, of stored: Record, values: [String: Value], directory: Directory, in session: any Transaction
    )
        throws -> String?
    {
        switch change {
        case .root: return directory.units.first { $0.parent == nil }?.id
        case .parent: return directory.tree.unit(stored.owner, on: clock.today())?.parent
        case .field(let name): return values[name]?.text
        case .previous:
            var stack: [String] = []
            for entry in try OwnerTable.entries(of: stored.id, district: district.name, in: session) {
                if entry.isBack { _ = stack.popLast() } else { stack.append(entry.from) }
            }
            return stack.last
        }
    }
}
