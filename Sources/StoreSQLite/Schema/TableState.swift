import Store

/// A table as the database has it.
struct TableState {
    struct Index: Hashable {
        var name: String
        /// With " DESC" where it runs down.
        var columns: [String]
        var isUnique: Bool
        var condition: String?
    }

    let name: String
    var kinds: [String: String] = [:]
    var indexes: [Index] = []

    /// Nil when there is no such table.
    init?(_ name: String, _ session: any Session) throws {
        self.name = name
        try session.query(Statement("SELECT name, type FROM pragma_table_info(?)", [.text(name)])) { row in
            kinds[row.text(0) ?? ""] = row.text(1)
        }
        if kinds.isEmpty { return nil }
        let question = """
            SELECT i.name, i."unique", m.sql, c.name, c."desc" FROM pragma_index_list(?) AS i, pragma_index_xinfo(i.name) AS c
            LEFT JOIN sqlite_master AS m ON m.type = 'index' AND m.name = i.name WHERE c.key = 1 ORDER BY i.seq, c.seqno
            """
        try session.query(Statement(question, [.text(name)])) { row in
            let index = row.text(0) ?? ""
            if indexes.last?.name != index {
                indexes.append(
                    Index(name: index, columns: [], isUnique: row.integer(1) == 1, condition: Self.condition(row.text(2))))
            }
            indexes[indexes.count - 1].columns.append((row.text(3) ?? "") + (row.integer(4) == 1 ? " DESC" : ""))
        }
    }

    /// What stands after WHERE, without the quotes and blanks in which two texts of one condition may differ.
    static func condition(_ sql: String?) -> String? {
        guard let sql, let range = sql.firstRange(of: ") WHERE ") else { return nil }
        return plain(String(sql[range.upperBound...]))
    }

    static func plain(_ condition: String) -> String { String(condition.filter { $0 != "\"" && !$0.isWhitespace }) }

    /// The steps from here to a layout.
    func steps(to layout: TableLayout) throws(StoreError) -> [SchemaChange] {
        var steps: [SchemaChange] = []
        var renamed: [String: String] = [:]
        let wanted = Set(layout.columns.map(\.name))
        for column in layout.columns {
            if kinds[column.name] != nil {
                try check(column, column.name)
            } else if let was = column.was, kinds[was] != nil, !wanted.contains(was), renamed[was] == nil {
                try check(column, was)
                renamed[was] = column.name
                steps.append(.renameColumn(table: name, from: was, to: column.name))
            } else {
                steps.append(.addColumn(table: name, column))
            }
        }
        let names = Set(layout.indexes.map(\.name))
        let present = indexes.map { $0.renamed(renamed) }
        for index in layout.indexes where !present.contains(where: { $0.serves(index, among: names) }) {
            steps.append(.createIndex(table: name, index))
        }
        return steps
    }

    /// A change of kind is a new field; reading the old values as the new kind would fail later, and silently.
    private func check(_ column: ColumnLayout, _ stored: String) throws(StoreError) {
        guard kinds[stored] == SchemaSQL.type(column.kind) else { throw .unreadableRow(table: name, column: stored) }
    }
}

extension TableState.Index {
    func renamed(_ names: [String: String]) -> TableState.Index {
        var index = self
        index.columns = columns.map { column in
            let isDown = column.hasSuffix(" DESC")
            let name = isDown ? String(column.dropLast(5)) : column
            return (names[name] ?? name) + (isDown ? " DESC" : "")
        }
        return index
    }

    /// Whether it does what a layout asks for. After a column was renamed it does so under its old name, unless the layout wants
    /// that name for something else.
    func serves(_ layout: IndexLayout, among names: Set<String>) -> Bool {
        columns == layout.columns && isUnique == layout.isUnique && condition == layout.condition.map(TableState.plain)
            && (name == layout.name || !names.contains(name))
    }
}
