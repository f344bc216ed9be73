import Definitions
import LegalTime
import Records

/// Records to rows and back. Personal values go in and come out sealed; their keyed hashes ride along as `<field>__hash`.
public final class RecordTable: Sendable {
    public let layout: RegisterLayout
    let recordColumns: String
    private let insertSQL: String
    private let hashColumns: [String]
    private let fetchSQL: String
    private let children: [ChildTable]

    public convenience init(_ register: RegisterDefinition) { self.init(RegisterLayout(register)) }

    public init(_ layout: RegisterLayout) {
        self.layout = layout
        let fields = layout.plainFields.map(\.column)
        hashColumns = layout.hashedFields.map(RegisterLayout.hashColumn)
        let written = ["district"] + RegisterLayout.fixedColumns + fields + hashColumns
        recordColumns = (RegisterLayout.fixedColumns + fields).map { "r.\($0)" }.joined(separator: ", ")
        insertSQL =
            "INSERT INTO \(layout.table) (\(written.joined(separator: ", "))) VALUES (\(written.map { _ in "?" }.joined(separator: ", ")))"
        fetchSQL = "SELECT r.id, \(recordColumns) FROM \(layout.table) r WHERE r.district = ? AND r.id = ?"
        children = layout.manyFields.map { ChildTable($0, of: layout) } + layout.rowsFields.map { ChildTable($0, of: layout) }
    }

    // MARK: Writing

    public func insert(_ record: Record, in session: any Session) throws {
        let fixed: [SQLValue] = [
            .text(record.district), .text(record.id), .text(record.number), .text(record.state), .text(record.owner),
            .integer(record.revision),
            .integer(record.createdAt.milliseconds), .text(record.createdBy), .integer(record.updatedAt.milliseconds),
            .text(record.updatedBy),
            .text(Self.passed(record)),
        ]
        try session.execute(Statement(insertSQL, fixed + fieldArguments(record.values)))
        for child in children { try child.insert(record, in: session) }
        try session.index(layout.search, district: record.district, id: record.id, old: nil, new: searchTexts(record))
    }

    /// Writes the new version of a record if the stored one still has the revision of `old`; false when it has not.
    public func update(_ record: Record, replacing old: Record, in session: any Session) throws -> Bool {
        // Only what changed: a column that is written has all of its indexes written, changed or not.
        var columns = ["revision", "updated_at", "updated_by"]
        var values: [SQLValue] = [
            .integer(record.revision), .integer(record.updatedAt.milliseconds), .text(record.updatedBy),
        ]
        func write(_ column: String, _ new: SQLValue, over old: SQLValue) {
            guard new != old else { return }
            columns.append(column)
            values.append(new)
        }
        write("number", .text(record.number), over: .text(old.number))
        write("state", .text(record.state), over: .text(old.state))
        write("owner", .text(record.owner), over: .text(old.owner))
        write("passed", .text(Self.passed(record)), over: .text(Self.passed(old)))
        for field in layout.plainFields {
            write(field.column, Self.stored(record.values[field.name]), over: Self.stored(old.values[field.name]))
        }
        for (field, column) in zip(layout.hashedFields, hashColumns) {
            // A record that was read has no hashes with it.
            guard record.values[field.name] != old.values[field.name] else { continue }
            columns.append(column)
            values.append(Self.stored(record.values["\(field.name)__hash"]))
        }
        let statement = Statement(
            "UPDATE \(layout.table) SET \(columns.joined(separator: " = ?, ")) = ? WHERE district = ? AND id = ? AND revision = ?",
            values + [.text(record.district), .text(record.id), .integer(old.revision)])
        guard try session.execute(statement) == 1 else { return false }
        for child in children where !child.isSame(record.values[child.field.name], old.values[child.field.name]) {
            try child.replace(record, in: session)
        }
        let before = searchTexts(old)
        let after = searchTexts(record)
        if before != after { try session.index(layout.search, district: record.district, id: record.id, old: before, new: after) }
        return true
    }

    private func fieldArguments(_ values: [String: Value]) -> [SQLValue] {
        layout.plainFields.map { Self.stored(values[$0.name]) }
            + layout.hashedFields.map { Self.stored(values["\($0.name)__hash"]) }
    }

    private func searchTexts(_ record: Record) -> [String] {
        [record.number] + layout.searchFields.map { record.values[$0.name]?.text ?? "" }
    }

    private static func passed(_ record: Record) -> String { "," + record.passed.joined(separator: ",") + "," }

    /// A value as its column holds it.
    public static func stored(_ value: Value?) -> SQLValue {
        switch value {
        case nil, .rows, .list, .masked: .null
        case .text(let text): .text(text)
        case .integer(let number): .integer(number)
        case .bool(let bool): SQLValue(bool)
        case .day(let day): .text(day.iso)
        case .moment(let moment): .integer(moment.milliseconds)
        case .attachment(let file): .text(file.encoded)
        case .sealed(let bytes): .blob(bytes)
        }
    }

    // MARK: Reading

    /// One record with its child rows; nil when it is not there. The caller checks the scope.
    public func fetch(id: String, district: String, in session: any Session) throws -> Record? {
        guard
            var record = try session.first(
                Statement(fetchSQL, [.text(district), .text(id)]), { try self.record($0, district: district) })
        else { return nil }
        try addChildren(to: &record, in: session)
        return record
    }

    public func id(ofNumber number: String, district: String, in session: any Session) throws -> String? {
        try session.first(
            Statement("SELECT id FROM \(layout.table) WHERE district = ? AND number = ?", [.text(district), .text(number)])
        ) { $0.text(0) ?? "" }
    }

    /// A page of records without their child rows, and the sort value of each.
    public func page(_ query: RecordQuery, dialect: any Dialect, in session: any Session) throws -> [(
        record: Record, key: SQLValue
    )] {
        var found: [(Record, SQLValue)] = []
        found.reserveCapacity(query.limit)
        let keyIsNumber = sortsByNumber(query)
        try session.query(query.page(dialect, columns: recordColumns)) { row in
            let key = keyIsNumber ? SQLValue(row.integer(0)) : SQLValue(row.text(0))
            found.append((try record(row, district: query.district), key))
        }
        return query.after?.isBackwards == true ? found.reversed() : found
    }

    private func sortsByNumber(_ query: RecordQuery) -> Bool {
        query.sortField.map { RegisterLayout.kind(of: $0) == .integer } ?? false
    }

    /// Adds the child rows of every rows and many-valued field.
    public func addChildren(to record: inout Record, in session: any Session) throws {
        for child in children { try child.read(into: &record, in: session) }
    }

    /// Columns: sort value, the fixed columns, then the plain fields.
    private func record(_ row: any ResultRow, district: String) throws -> Record {
        var values: [String: Value] = [:]
        values.reserveCapacity(layout.plainFields.count)
        let first = 1 + RegisterLayout.fixedColumns.count
        for (index, field) in layout.plainFields.enumerated() {
            if let value = Self.value(row, first + index, field) { values[field.name] = value }
        }
        return Record(
            id: row.text(1) ?? "", district: district, register: layout.register.name, number: row.text(2) ?? "",
            state: row.text(3) ?? "",
            owner: row.text(4) ?? "", revision: row.integer(5) ?? 0, values: values,
            createdAt: Instant(milliseconds: row.integer(6) ?? 0),
            createdBy: row.text(7) ?? "", updatedAt: Instant(milliseconds: row.integer(8) ?? 0), updatedBy: row.text(9) ?? "",
            passed: (row.text(10) ?? "").split(separator: ",").map(String.init))
    }

    static func value(_ row: any ResultRow, _ column: Int, _ field: FieldDefinition) -> Value? {
        if field.personal != nil { return row.blob(column).map(Value.sealed) }
        switch field.type {
        case .integer, .decimal, .money: return row.integer(column).map(Value.integer)
        case .bool: return row.integer(column).map { .bool($0 != 0) }
        case .moment: return row.integer(column).map { .moment(Instant(milliseconds: $0)) }
        case .date: return row.text(column).flatMap(Day.init(iso:)).map(Value.day)
        case .attachment: return row.text(column).flatMap(Attachment.init(encoded:)).map(Value.attachment)
        default: return row.text(column).map(Value.text)
        }
    }
}
