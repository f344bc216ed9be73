import GRDB
import GRDBSQLite
import Store

/// A statement of the contract; the short name is the database library's as well.
public typealias StoreStatement = Store.Statement

/// A connection while a body runs on it. Statements are prepared once per connection and stepped directly.
struct SQLiteSession: Session {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    func query(_ statement: StoreStatement, _ each: (any ResultRow) throws -> Void) throws {
        try run(statement) { handle in
            let row = SQLiteRow(handle)
            while try step(handle) { try each(row) }
        }
    }

    @discardableResult
    func execute(_ statement: StoreStatement) throws -> Int {
        try run(statement) { handle in
            while try step(handle) {}
            return sqlite3_stmt_readonly(handle) != 0 ? 0 : Int(sqlite3_changes(database.sqliteConnection))
        }
    }

    func index(_ search: SearchLayout, district: String, id: String, old: [String]?, new: [String]?) throws {
        guard old != new else { return }
        let row = StoreStatement(SchemaSQL.rowKey(search), [.text(district), .text(id)])
        guard let key = try first(row, { $0.integer(0) }), let key else {
            throw StoreError.unreadableRow(table: search.table, column: "rid")
        }
        // One row each, given as values: a statement that might touch several makes the index write out what it gathers.
        if let old { try execute(StoreStatement(SchemaSQL.removeFromSearch(search), [.integer(key)] + old.map(SQLValue.text))) }
        if let new { try execute(StoreStatement(SchemaSQL.addToSearch(search), [.integer(key)] + new.map(SQLValue.text))) }
    }

    /// A statement without arguments that opens, ends or marks a transaction.
    func control(_ sql: String) throws { try execute(StoreStatement(sql)) }

    var isInTransaction: Bool { sqlite3_get_autocommit(database.sqliteConnection) == 0 }

    private func run<R>(_ statement: StoreStatement, _ body: (OpaquePointer) throws -> R) throws -> R {
        let prepared = try prepare(statement.sql)
        let handle = prepared.sqliteStatement
        return try withExtendedLifetime(prepared) {
            defer {
                sqlite3_reset(handle)
                sqlite3_clear_bindings(handle)
            }
            try bind(statement.arguments, to: handle)
            return try body(handle)
        }
    }

    private func prepare(_ sql: String) throws(StoreError) -> GRDB.Statement {
        do {
            let cached = try database.cachedStatement(sql: sql)
            // The same query may be under way further up: a row's callback may ask it again.
            return sqlite3_stmt_busy(cached.sqliteStatement) == 0 ? cached : try database.makeStatement(sql: sql)
        } catch {
            throw StoreError(preparing: error)
        }
    }

    private func bind(_ values: [SQLValue], to handle: OpaquePointer) throws(StoreError) {
        guard values.count == Int(sqlite3_bind_parameter_count(handle)) else {
            throw .failed(code: Int(SQLITE_RANGE), message: "\(values.count) arguments")
        }
        for (index, value) in values.enumerated() {
            let place = Int32(index + 1)
            let code =
                switch value {
                case .null: sqlite3_bind_null(handle, place)
                case .integer(let number): sqlite3_bind_int64(handle, place, number)
                case .text(let text): bind(text, to: handle, place)
                case .blob(let bytes): bind(bytes, to: handle, place)
                }
            guard code == SQLITE_OK else { throw failure(code) }
        }
    }

    private func bind(_ text: String, to handle: OpaquePointer, _ place: Int32) -> Int32 {
        var text = text
        return text.withUTF8 { bytes in
            guard let start = bytes.baseAddress else { return sqlite3_bind_text(handle, place, "", 0, copied) }
            return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                sqlite3_bind_text64(handle, place, $0, UInt64(bytes.count), copied, UInt8(SQLITE_UTF8))
            }
        }
    }

    private func bind(_ bytes: [UInt8], to handle: OpaquePointer, _ place: Int32) -> Int32 {
        bytes.isEmpty
            ? sqlite3_bind_zeroblob(handle, place, 0)
            : sqlite3_bind_blob64(handle, place, bytes, UInt64(bytes.count), copied)
    }

    private func step(_ handle: OpaquePointer) throws(StoreError) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw failure(code)
        }
    }

    private func failure(_ code: Int32) -> StoreError {
        StoreError(code: code, message: String(cString: sqlite3_errmsg(database.sqliteConnection)))
    }
}

/// Tells SQLite to take a copy of what is bound.
private var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

/// The current row of a statement; it moves on with the statement.
private struct SQLiteRow: ResultRow {
    private let handle: OpaquePointer

    init(_ handle: OpaquePointer) {
        self.handle = handle
    }

    func text(_ column: Int) -> String? {
        guard let start = sqlite3_column_text(handle, Int32(column)) else { return nil }
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func integer(_ column: Int) -> Int64? {
        guard sqlite3_column_type(handle, Int32(column)) != SQLITE_NULL else { return nil }
        return sqlite3_column_int64(handle, Int32(column))
    }

    func blob(_ column: Int) -> [UInt8]? {
        guard sqlite3_column_type(handle, Int32(column)) != SQLITE_NULL else { return nil }
        guard let start = sqlite3_column_blob(handle, Int32(column)) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, Int32(column)))))
    }
}
