import Definitions
import Records

/// What a column of a sheet is about.
public enum ColumnTarget: Sendable, Hashable {
    /// The record's number.
    case number
    case field(String)
    /// A field of the nth child row, from 0.
    case child(rows: String, index: Int, child: String)
    /// One cell with the values of several child rows, one after another: 张三甲、李四乙.
    case eachChild(rows: String, child: String)
    /// Known, and of no meaning for the register: 序号, 状态.
    case ignored
    case unknown

    /// A path of a mapping file: `number`, `field`, `rows.2.child` (from 1), `rows.*.child`; nil when the register has no such place.
    public init?(path: String, in register: RegisterDefinition) {
        let parts = path.split(separator: ".").map(String.init)
        if path == "-" {
            self = .ignored
        } else if parts.count == 1, let field = register.field(path), field.type != .rows, field.type != .attachment {
            self = .field(path)
        } else if path == "number" {
            self = .number
        } else if parts.count == 3, let field = register.field(parts[0]), field.fields.contains(where: { $0.name == parts[2] }) {
            if parts[1] == "*" {
                self = .eachChild(rows: parts[0], child: parts[2])
            } else if let number = Int(parts[1]), (1...ColumnNames.mostGroups).contains(number) {
                self = .child(rows: parts[0], index: number - 1, child: parts[2])
            } else {
                return nil
            }
        } else {
            return nil
        }
    }

    /// Where a problem of the cell lies; nil for a column without a field.
    public var place: InputPlace? {
        switch self {
        case .number: InputPlace(field: "number")
        case .field(let name): InputPlace(field: name)
        case .child(let rows, let index, let child): InputPlace(field: rows, row: index, child: child)
        case .eachChild(let rows, _): InputPlace(field: rows)
        case .ignored, .unknown: nil
        }
    }

    public var isUsed: Bool { self != .ignored && self != .unknown }
}
