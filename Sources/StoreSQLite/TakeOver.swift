import GRDB
import Store

extension SQLiteEngine {
    /// Adds every row of another database that has the same tables, all or none: districts that were made apart come together in
    /// one file. Rows get new row keys here; the search indexes are kept in step.
    ///
    /// - Throws: `StoreError.duplicate` when both have a row of one key, `.failed` when a table of the other is not here.
    public func take(over other: SQLiteEngine) async throws(StoreError) {
        let file = other.pool.path
        let result: Result<Void, StoreError> = await withCheckedContinuation { continuation in
            pool.asyncWriteWithoutTransaction { database in
                continuation.resume(returning: Result { () throws(StoreError) in try takeOver(file, into: database) })
            }
        }
        try result.get()
    }
}

/// The other file can be attached outside of a transaction only, so the transaction is opened and ended here.
private func takeOver(_ file: String, into database: Database) throws(StoreError) {
    do {
        try database.execute(sql: "ATTACH DATABASE ? AS other", arguments: [file])
    } catch {
        throw StoreError(caught: error)
    }
    // All of it is one transaction: what does not fit into the cache is written to the log again and again.
    try? database.execute(sql: "PRAGMA cache_size = -256000")
    defer {
        try? database.execute(sql: "DETACH DATABASE other")
        try? database.execute(sql: "PRAGMA cache_size = \(SQLiteEngine.cacheSize)")
    }
    let session = SQLiteSession(database)
    do {
        try session.control("BEGIN IMMEDIATE")
        try copyRows(session)
        try session.control("COMMIT")
    } catch {
        if session.isInTransaction { try? session.control("ROLLBACK") }
        throw StoreError(caught: error)
    }
}

private func copyRows(_ session: SQLiteSession) throws {
    let tables = try session.all(
        StoreStatement(
            "SELECT name FROM pragma_table_list WHERE schema = 'other' AND type = 'table' AND name NOT LIKE 'sqlite_%'")
    ) { $0.text(0) ?? "" }
    for table in tables {
        let written = SchemaSQL.list(try columns(of: table, in: "other", session))
        let name = SchemaSQL.quoted(table)
        let last = try session.first(StoreStatement("SELECT max(rid) FROM main.\(name)")) { $0.integer(0) ?? 0 } ?? 0
        let added = try session.execute(
            StoreStatement("INSERT INTO main.\(name) (\(written)) SELECT \(written) FROM other.\(name) ORDER BY rid"))
        guard added > 0 else { continue }
        let index = SchemaSQL.searchTable(table)
        let texts = try columns(of: "s_\(table)", in: "main", session)
        guard !texts.isEmpty else { continue }
        let read = texts.map { "COALESCE(\(SchemaSQL.quoted($0)), '')" }.joined(separator: ", ")
        try session.execute(
            StoreStatement(
                "INSERT INTO main.\(index) (rowid, \(SchemaSQL.list(texts))) "
                    + "SELECT rid, \(read) FROM main.\(name) WHERE rid > ? ORDER BY rid",
                [.integer(last)]))
    }
}

/// The columns of a table but the row key, in order; none when it is not there.
private func columns(of table: String, in schema: String, _ session: SQLiteSession) throws -> [String] {
    try session.all(
        StoreStatement(
            "SELECT name FROM pragma_table_info(?, ?) WHERE name <> 'rid' ORDER BY cid", [.text(table), .text(schema)])
    ) { $0.text(0) ?? "" }
}
