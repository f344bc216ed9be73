import Definitions
import Records

/// The table of one rows or many-valued field: its statements are made once.
struct ChildTable: Sendable {
    let field: FieldDefinition
    private let hashed: [FieldDefinition]
    private let selectSQL: String
    private let insertSQL: String
    private let deleteSQL: String

    init(_ field: FieldDefinition, of layout: RegisterLayout) {
        self.field = field
        hashed = field.fields.filter { $0.personal?.isLookedUp == true }
        let table = layout.childTable(field)
        let read = field.type.isMany ? ["value"] : ["id"] + field.fields.map(\.column)
        let written = ["district", "parent", "ordinal"] + read + hashed.map(RegisterLayout.hashColumn)
        let places = written.map { _ in "?" }.joined(separator: ", ")
        selectSQL = "SELECT \(read.joined(separator: ", ")) FROM \(table) WHERE district = ? AND parent = ? ORDER BY ordinal"
        insertSQL = "INSERT INTO \(table) (\(written.joined(separator: ", "))) VALUES (\(places))"
        deleteSQL = "DELETE FROM \(table) WHERE district = ? AND parent = ?"
    }

    /// Whether two values are the same but for the keyed hashes that ride along with rows to be written.
    func isSame(_ one: Value?, _ other: Value?) -> Bool {
        guard let rows = one?.rows, let others = other?.rows else { return one == other }
        return rows.count == others.count
            && zip(rows, others).allSatisfy { row, other in
                row.id == other.id && field.fields.allSatisfy { row.values[$0.name] == other.values[$0.name] }
            }
    }

    func replace(_ record: Record, in session: any Session) throws {
        try session.execute(Statement(deleteSQL, key(record)))
        try insert(record, in: session)
    }

    func insert(_ record: Record, in session: any Session) throws {
        guard let value = record.values[field.name] else { return }
        let key = key(record)
        if field.type.isMany {
            for (ordinal, id) in (value.list ?? []).enumerated() {
                try session.execute(Statement(insertSQL, key + [.integer(Int64(ordinal)), .text(id)]))
            }
            return
        }
        for (ordinal, row) in (value.rows ?? []).enumerated() {
            let values = field.fields.map { RecordTable.stored(row.values[$0.name]) }
            let hashes = hashed.map { RecordTable.stored(row.values["\($0.name)__hash"]) }
            try session.execute(Statement(insertSQL, key + [.integer(Int64(ordinal)), .text(row.id)] + values + hashes))
        }
    }

    func read(into record: inout Record, in session: any Session) throws {
        let statement = Statement(selectSQL, key(record))
        if field.type.isMany {
            let ids = try session.all(statement) { $0.text(0) ?? "" }
            if !ids.isEmpty { record.values[field.name] = .list(ids) }
            return
        }
        let rows = try session.all(statement) { row in
            var values: [String: Value] = [:]
            for (index, child) in field.fields.enumerated() { values[child.name] = RecordTable.value(row, index + 1, child) }
            return Row(id: row.text(0) ?? "", values: values)
        }
        if !rows.isEmpty { record.values[field.name] = .rows(rows) }
    }

    private func key(_ record: Record) -> [SQLValue] { [.text(record.district), .text(record.id)] }
}
