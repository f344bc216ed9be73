/// The kinds of column every engine has. Dates are ISO text, instants milliseconds, money fen, bool 0 or 1.
public enum ColumnKind: String, Sendable {
    case text
    case integer
    case blob
}

public struct ColumnLayout: Sendable, Hashable {
    public var name: String
    public var kind: ColumnKind
    public var isRequired: Bool
    /// Former name: the column is renamed, nothing is copied.
    public var was: String?
    public init(_ name: String, _ kind: ColumnKind, required: Bool = false, was: String? = nil) {
        self.name = name
        self.kind = kind
        self.isRequired = required
        self.was = was
    }
}

public struct IndexLayout: Sendable, Hashable {
    public var name: String
    /// Column names, each may end in " DESC".
    public var columns: [String]
    public var isUnique: Bool
    /// Condition of a partial index.
    public var condition: String?
    public init(_ name: String, _ columns: [String], unique: Bool = false, where condition: String? = nil) {
        self.name = name
        self.columns = columns
        self.isUnique = unique
        self.condition = condition
    }
}

/// A table as the engines make it. Every table has in addition the engine's own row key, which never leaves it.
public struct TableLayout: Sendable, Hashable {
    public var name: String
    public var columns: [ColumnLayout]
    /// Columns of the unique key, led by the district.
    public var key: [String]
    public var indexes: [IndexLayout]
    public init(_ name: String, key: [String], columns: [ColumnLayout], indexes: [IndexLayout] = []) {
        self.name = name
        self.columns = columns
        self.key = key
        self.indexes = indexes
    }
}

/// The full-text index over some text columns of a table.
public struct SearchLayout: Sendable, Hashable {
    public var table: String
    public var columns: [String]
    public init(table: String, columns: [String]) {
        self.table = table
        self.columns = columns
    }
}

/// One step of a migration; steps only add or rename.
public enum SchemaChange: Sendable, Hashable {
    case createTable(TableLayout)
    case addColumn(table: String, ColumnLayout)
    case renameColumn(table: String, from: String, to: String)
    case createIndex(table: String, IndexLayout)
    case createSearch(SearchLayout)
    /// The search columns changed: the index is made anew from the table.
    case rebuildSearch(SearchLayout)
}
