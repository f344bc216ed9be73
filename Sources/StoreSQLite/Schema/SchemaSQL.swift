import Store

/// The statements that make tables and indexes, from layouts.
enum SchemaSQL {
    static func quoted(_ name: String) -> String { "\"\(name)\"" }
    static func list(_ names: [String]) -> String { names.map(quoted).joined(separator: ", ") }

    static func type(_ kind: ColumnKind) -> String {
        switch kind {
        case .text: "TEXT"
        case .integer: "INTEGER"
        case .blob: "BLOB"
        }
    }

    /// `rid` beside the key: it keeps its value when the file is compacted, which the search index relies on.
    static func createTable(_ layout: TableLayout) -> String {
        let columns = layout.columns.map { "\(quoted($0.name)) \(type($0.kind))" + ($0.isRequired ? " NOT NULL" : "") }
        let parts = ["rid INTEGER PRIMARY KEY"] + columns + ["UNIQUE (\(list(layout.key)))"]
        return "CREATE TABLE \(quoted(layout.name)) (\(parts.joined(separator: ", "))) STRICT"
    }

    /// Rows that are there already get an empty value where the column is required.
    static func addColumn(_ column: ColumnLayout, to table: String) -> String {
        let empty =
            switch column.kind {
            case .text: "''"
            case .integer: "0"
            case .blob: "x''"
            }
        return "ALTER TABLE \(quoted(table)) ADD COLUMN \(quoted(column.name)) \(type(column.kind))"
            + (column.isRequired ? " NOT NULL DEFAULT \(empty)" : "")
    }

    static func renameColumn(_ from: String, to: String, of table: String) -> String {
        "ALTER TABLE \(quoted(table)) RENAME COLUMN \(quoted(from)) TO \(quoted(to))"
    }

    static func createIndex(_ layout: IndexLayout, on table: String) -> String {
        let columns = layout.columns.map { column in
            column.hasSuffix(" DESC") ? quoted(String(column.dropLast(5))) + " DESC" : quoted(column)
        }
        return "CREATE \(layout.isUnique ? "UNIQUE " : "")INDEX \(quoted(layout.name)) ON \(quoted(table)) "
            + "(\(columns.joined(separator: ", ")))" + (layout.condition.map { " WHERE \($0)" } ?? "")
    }

    static func searchTable(_ table: String) -> String { quoted("s_\(table)") }

    /// Without the texts: they are read from the table. Kept by the database as it stands here, it tells which columns and which
    /// tokens an index was made of.
    static func createSearch(_ layout: SearchLayout) -> String {
        "CREATE VIRTUAL TABLE \(searchTable(layout.table)) USING fts5(\(list(layout.columns)), content='\(layout.table)', "
            + "content_rowid='rid', columnsize=0, tokenize='\(BigramTokenizer.name) \(BigramTokenizer.version)')"
    }

    static func rebuildSearch(_ layout: SearchLayout) -> String {
        "INSERT INTO \(searchTable(layout.table)) (\(searchTable(layout.table))) VALUES ('rebuild')"
    }

    /// Arguments: the district, the id.
    static func rowKey(_ layout: SearchLayout) -> String {
        "SELECT rid FROM \(quoted(layout.table)) WHERE district = ? AND id = ?"
    }

    /// Arguments: the row key, the texts.
    static func addToSearch(_ layout: SearchLayout) -> String {
        "INSERT INTO \(searchTable(layout.table)) (rowid, \(list(layout.columns))) VALUES (?\(places(layout)))"
    }

    static func removeFromSearch(_ layout: SearchLayout) -> String {
        let index = searchTable(layout.table)
        return "INSERT INTO \(index) (\(index), rowid, \(list(layout.columns))) VALUES ('delete', ?\(places(layout)))"
    }

    private static func places(_ layout: SearchLayout) -> String {
        Array(repeating: ", ?", count: layout.columns.count).joined()
    }
}
