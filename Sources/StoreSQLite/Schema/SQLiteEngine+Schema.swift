import Store

extension SQLiteEngine {
    /// - Throws: `StoreError.unreadableRow` for a column that has another kind than the layout says.
    public func plan(_ layouts: [TableLayout], search: [SearchLayout]) async throws(StoreError) -> [SchemaChange] {
        try await read { session in
            var steps: [SchemaChange] = []
            for layout in layouts {
                if let state = try TableState(layout.name, session) {
                    steps += try state.steps(to: layout)
                } else {
                    steps.append(.createTable(layout))
                }
            }
            for layout in search {
                let made = try session.searchSQL(layout)
                if made == nil {
                    steps.append(.createSearch(layout))
                } else if made != SchemaSQL.createSearch(layout) {
                    steps.append(.rebuildSearch(layout))
                }
            }
            return steps
        }
    }

    /// Steps that were made meanwhile, by another process with the same plan, are passed over.
    public func apply(_ changes: [SchemaChange]) async throws(StoreError) {
        guard !changes.isEmpty else { return }
        try await write { session in
            for change in changes { try session.make(change) }
            return .commit(())
        }
    }
}

extension Session {
    /// The statement that made a search index; nil when there is none.
    fileprivate func searchSQL(_ layout: SearchLayout) throws -> String? {
        let question = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?"
        return try first(Statement(question, [.text("s_\(layout.table)")])) { $0.text(0) } ?? nil
    }

    fileprivate func make(_ change: SchemaChange) throws {
        switch change {
        case .createTable(let layout):
            guard try TableState(layout.name, self) == nil else { return }
            try execute(Statement(SchemaSQL.createTable(layout)))
            for index in layout.indexes { try execute(Statement(SchemaSQL.createIndex(index, on: layout.name))) }
        case .addColumn(let table, let column):
            guard try TableState(table, self)?.kinds[column.name] == nil else { return }
            try execute(Statement(SchemaSQL.addColumn(column, to: table)))
        case .renameColumn(let table, let from, let to):
            guard try TableState(table, self)?.kinds[to] == nil else { return }
            try execute(Statement(SchemaSQL.renameColumn(from, to: to, of: table)))
        case .createIndex(let table, let index):
            try execute(Statement("DROP INDEX IF EXISTS \(SchemaSQL.quoted(index.name))"))
            try execute(Statement(SchemaSQL.createIndex(index, on: table)))
        case .createSearch(let layout), .rebuildSearch(let layout):
            guard try searchSQL(layout) != SchemaSQL.createSearch(layout) else { return }
            try execute(Statement("DROP TABLE IF EXISTS \(SchemaSQL.searchTable(layout.table))"))
            try execute(Statement(SchemaSQL.createSearch(layout)))
            try execute(Statement(SchemaSQL.rebuildSearch(layout)))
        }
    }
}
