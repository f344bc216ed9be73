import Definitions
import LegalTime
import Records

extension Mapping {
    /// An exchange as the mapping of what comes in.
    ///
    /// - Parameter unit: The unit of whoever brings it in.
    public init(_ rows: ExchangeRows, of register: RegisterDefinition, today: Day, unit: String) {
        self.init()
        key = rows.key == [ExchangeRows.numberKey] ? [] : rows.key
        for column in rows.columns {
            switch column.source {
            case .field(let path):
                columns[column.heading] = ColumnTarget(path: path.text, in: register) ?? .ignored
                take(column, at: path.field, register)
            case .number: columns[column.heading] = key.isEmpty ? .number : .ignored
            case .state, .owner, .test, .constant: columns[column.heading] = .ignored
            }
        }
        constants = rows.settings.compactMap { setting in
            guard let target = ColumnTarget(path: setting.target.text, in: register) else { return nil }
            switch setting.source {
            case .constant(let text): return (target, text)
            case .today: return (target, today.iso)
            case .unit: return (target, unit)
            }
        }
        if case .only(let names) = rows.moves { moves = .only(names) }
    }

    private mutating func take(_ column: ExchangeColumn, at path: FieldPath, _ register: RegisterDefinition) {
        if column.isTenThousands { tenThousands.insert(path.description) }
        let isBool = register.field(at: path)?.type == .bool
        for word in column.words {
            for text in word.texts {
                // The code itself is read before any label.
                let meaning = isBool ? (word.code == "true" ? "是" : "否") : word.code
                codes[path.description, default: [:]][ColumnNames.folded(text)] = meaning
                spelled[path.description, default: []].insert(text)
            }
        }
    }
}
