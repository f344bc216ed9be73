import GRDB
import GRDBSQLite
import Synchronization

/// Keeps the prepared statements of a connection from growing without end: lists filtered in ever new ways leave one each.
enum StatementShelf {
    private static let calls = Atomic<UInt>(0)
    private static let most: Int32 = 32 << 20

    /// Now and then measures the statements of a connection, between two uses of it, and lets all go when they are too many.
    static func trim(_ database: Database) {
        guard calls.add(1, ordering: .relaxed).newValue % 256 == 0 else { return }
        var used: Int32 = 0
        var peak: Int32 = 0
        guard sqlite3_db_status(database.sqliteConnection, SQLITE_DBSTATUS_STMT_USED, &used, &peak, 0) == SQLITE_OK else {
            return
        }
        if used > most { database.releaseMemory() }
    }
}
