import Definitions

/// The tables of one register, made from its definition once and shared by all who read and write them.
public final class RegisterLayout: Sendable {
    public let register: RegisterDefinition
    public let table: String
    /// Columns of the record table in reading order, after the fixed ones.
    public let plainFields: [FieldDefinition]
    public let rowsFields: [FieldDefinition]
    public let manyFields: [FieldDefinition]
    /// Plain fields that are looked up by a keyed hash, in reading order.
    public let hashedFields: [FieldDefinition]
    /// Text columns of the full-text index: the number, then the plain search fields.
    public let search: SearchLayout
    /// The search fields, in the order of the index's columns after the number.
    let searchFields: [FieldDefinition]

    public init(_ register: RegisterDefinition) {
        self.register = register
        table = "r_\(register.name)"
        plainFields = register.fields.filter { $0.type != .rows && !$0.type.isMany }
        rowsFields = register.fields.filter { $0.type == .rows }
        manyFields = register.fields.filter(\.type.isMany)
        hashedFields = plainFields.filter { $0.personal?.isLookedUp == true }
        searchFields = register.list.search.compactMap { register.field($0) }.filter {
            $0.personal == nil && Self.kind(of: $0) == .text
        }
        search = SearchLayout(table: table, columns: ["number"] + searchFields.map(\.column))
    }

    public func childTable(_ field: FieldDefinition) -> String { "r_\(register.name)__\(field.column)" }
    public static func hashColumn(_ field: FieldDefinition) -> String { "\(field.column)__hash" }

    /// Names that belong to the engine.
    public static let fixedColumns = [
        "id", "number", "state", "owner", "revision", "created_at", "created_by", "updated_at", "updated_by", "passed",
    ]

    public static func kind(of field: FieldDefinition) -> ColumnKind {
        if field.personal != nil { return .blob }
        return switch field.type {
        case .integer, .decimal, .money, .bool, .moment: .integer
        default: .text
        }
    }

    public var tables: [TableLayout] { [recordTable] + rowsFields.map(rowsTable) + manyFields.map(manyTable) }

    private var recordTable: TableLayout {
        var columns = [
            ColumnLayout("district", .text, required: true), ColumnLayout("id", .text, required: true),
            ColumnLayout("number", .text, required: true),
            ColumnLayout("state", .text, required: true), ColumnLayout("owner", .text, required: true),
            ColumnLayout("revision", .integer, required: true),
            ColumnLayout("created_at", .integer, required: true), ColumnLayout("created_by", .text, required: true),
            ColumnLayout("updated_at", .integer, required: true), ColumnLayout("updated_by", .text, required: true),
            // The states it has stood in, each between commas: "ever" is asked of many rows at once.
            ColumnLayout("passed", .text, required: true),
        ]
        columns += plainFields.flatMap(Self.columns)
        var indexes = [
            IndexLayout("\(table)_number", ["district", "number"], unique: true),
            IndexLayout("\(table)_owner", ["district", "owner", "id"]),
            IndexLayout("\(table)_state", ["district", "state", "id"]),
        ]
        for name in indexedFields { indexes.append(IndexLayout("\(table)_\(name)", ["district", name, "id"])) }
        // One unit's list by a date: along the date alone a small unit's page would look at every record of all.
        for field in plainFields
        where field.personal == nil && field.type == .date && register.list.columns.contains(field.name) {
            indexes.append(IndexLayout("\(table)_owner_\(field.column)", ["district", "owner", field.column, "id"]))
        }
        for field in hashedFields {
            let column = Self.hashColumn(field)
            indexes.append(IndexLayout("\(table)_\(column)", ["district", column]))
        }
        return TableLayout(table, key: ["district", "id"], columns: columns, indexes: indexes)
    }

    /// Date columns that lists sort by or figures place by, and references that others are found by.
    private var indexedFields: [String] {
        var names: [String] = []
        for field in plainFields where field.personal == nil {
            let isListed =
                register.list.columns.contains(field.name)
                && (field.type == .date || field.type == .moment || field.type == .money)
            if isListed || field.type == .reference || field.isUnique || placingFields.contains(field.name) {
                names.append(field.column)
            }
        }
        return names
    }

    private var placingFields: Set<String> {
        var names: Set<String> = []
        for indicator in register.indicators { Self.collect(indicator.measure, into: &names) }
        return names
    }

    private static func collect(_ measure: Measure, into names: inout Set<String>) {
        switch measure {
        case .simple(let simple):
            switch simple.placement {
            case .event(.field(let name)): names.insert(name)
            case .stock(let from, _): names.insert(from)
            case .event(.entered), .act: break
            }
        case .total(let parts): parts.forEach { collect($0, into: &names) }
        case .ratio(let of, let over):
            collect(of, into: &names)
            collect(over, into: &names)
        case .change(let of, _): collect(of, into: &names)
        case .indicator: break
        }
    }

    static func columns(_ field: FieldDefinition) -> [ColumnLayout] {
        let column = ColumnLayout(field.column, kind(of: field), was: field.was)
        guard field.personal?.isLookedUp == true else { return [column] }
        return [column, ColumnLayout(hashColumn(field), .blob, was: field.was.map { "\($0)__hash" })]
    }

    private func rowsTable(_ field: FieldDefinition) -> TableLayout {
        let name = childTable(field)
        let hashes = field.fields.filter { $0.personal?.isLookedUp == true }.map { child in
            IndexLayout("\(name)_\(Self.hashColumn(child))", ["district", Self.hashColumn(child)])
        }
        return TableLayout(
            name, key: ["district", "parent", "id"],
            columns: Self.childColumns + [ColumnLayout("id", .text, required: true)] + field.fields.flatMap(Self.columns),
            indexes: hashes)
    }

    private func manyTable(_ field: FieldDefinition) -> TableLayout {
        let name = childTable(field)
        return TableLayout(
            name, key: ["district", "parent", "ordinal"],
            columns: Self.childColumns + [ColumnLayout("value", .text, required: true)],
            indexes: [IndexLayout("\(name)_value", ["district", "value"])])
    }

    private static let childColumns = [
        ColumnLayout("district", .text, required: true), ColumnLayout("parent", .text, required: true),
        ColumnLayout("ordinal", .integer, required: true),
    ]
}
