import Dispatch
import Foundation
import GRDB
import Store
import Synchronization

/// The embedded database: one SQLite file in WAL mode, several readers and one writer that shares a sync among the writes
/// that wait. An answered write is on disk (`synchronous=FULL`); other processes may write to the same file.
public final class SQLiteEngine: Engine {
    public let dialect: any Dialect = SQLiteDialect()
    /// Where the database lies; nil for one in memory.
    public let path: String?

    let pool: DatabasePool
    private let writes: WriteQueue
    private let gate = Gate()
    private let scratch: ScratchFile?

    /// Opens the file, or makes it with access for its owner only; `:memory:` is a database that is gone when it is closed.
    ///
    /// - Parameters:
    ///   - readers: how many reads may run at the same time.
    ///   - patience: seconds to wait for a writer in another process before `StoreError.busy`.
    public convenience init(path: String, readers: Int = 4, patience: Double = 30) throws(StoreError) {
        let scratch = path == ":memory:" ? ScratchFile() : nil
        try self.init(scratch?.path ?? path, scratch, readers: readers, patience: patience)
    }

    /// A database in memory that begins as a copy of another.
    public static func scratch(copyOf engine: SQLiteEngine) async throws(StoreError) -> SQLiteEngine {
        let scratch = try SQLiteEngine(path: ":memory:")
        let result: Result<Void, StoreError> = await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [pool = engine.pool] in
                // Page by page: to write out the schema anew takes longer than to fill it.
                do {
                    try pool.backup(to: scratch.pool)
                    continuation.resume(returning: .success(()))
                } catch {
                    continuation.resume(returning: .failure(StoreError(caught: error)))
                }
            }
        }
        try result.get()
        return scratch
    }

    private init(_ file: String, _ scratch: ScratchFile?, readers: Int, patience: Double) throws(StoreError) {
        try createForOwnerOnly(file)
        let pool = try Self.open(file, readers: max(1, readers), patience: patience)
        self.scratch = scratch
        self.path = scratch == nil ? file : nil
        self.pool = pool
        writes = WriteQueue(pool: pool)
        do {
            // The pool sets NORMAL while it opens; nothing before this point would last.
            // What nobody will open again is neither synced nor folded into the file before the log is long.
            let pragmas =
                scratch == nil
                ? ["synchronous = FULL", "wal_autocheckpoint = 4000", "journal_size_limit = 67108864"]
                : ["synchronous = OFF", "wal_autocheckpoint = 50000", "cache_size = -96000"]
            try pool.writeWithoutTransaction { database in
                for pragma in pragmas { try database.execute(sql: "PRAGMA \(pragma)") }
            }
        } catch {
            throw StoreError(opening: file, error)
        }
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (any Session) throws -> T) async throws(StoreError) -> T {
        try enter()
        defer { gate.leave() }
        let result: Result<T, StoreError> = await withCheckedContinuation { continuation in
            pool.asyncRead { opened in
                continuation.resume(returning: Self.result(opened, body))
            }
        }
        return try result.get()
    }

    public func write<T: Sendable>(_ body: @escaping @Sendable (any Session) throws -> Outcome<T>) async throws(StoreError) -> T {
        try enter()
        defer { gate.leave() }
        let result: Result<T, StoreError> = await withCheckedContinuation { continuation in
            writes.submit(PendingWrite(body: body, continuation: continuation))
        }
        return try result.get()
    }

    public func explain(_ statement: StoreStatement) async throws(StoreError) -> [String] {
        let question = StoreStatement("EXPLAIN QUERY PLAN " + statement.sql, statement.arguments)
        return try await read { session in try session.all(question) { $0.text(3) ?? "" } }
    }

    /// Waits for what is under way; whatever comes afterwards gets `StoreError.closed`.
    public func close() async {
        guard await gate.close() else { return }
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [pool] in
                // What is still held by a connection is let go with it; every write has been answered before.
                try? pool.close()
                // The pool's last connection is a reader, which may not fold the log into the file; this one does.
                try? DatabaseQueue(path: pool.path).close()
                continuation.resume()
            }
        }
        scratch?.remove()
    }

    /// How many transactions with writes were made durable since opening; several writes may share one.
    public var commitCount: Int { writes.commitCount }

    /// How many writes wait for the next transaction.
    var waitingCount: Int { writes.waitingCount }

    /// `PRAGMA synchronous` of the writer: 2 is FULL, 0 stands for a database in memory.
    public func synchronous() async throws(StoreError) -> Int {
        try enter()
        defer { gate.leave() }
        let result: Result<Int, StoreError> = await withCheckedContinuation { continuation in
            pool.asyncWriteWithoutTransaction { database in
                let value = Self.result(.success(database)) {
                    try $0.first(StoreStatement("PRAGMA synchronous")) { $0.integer(0) }
                }
                continuation.resume(returning: value.map { Int($0.flatMap(\.self) ?? -1) })
            }
        }
        return try result.get()
    }

    /// Copies the database as it stands into a new file while others go on reading and writing. The copy is whole and on disk,
    /// or not there.
    public func backup(to path: String) async throws(StoreError) {
        try enter()
        defer { gate.leave() }
        let result: Result<Void, StoreError> = await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [pool] in
                continuation.resume(returning: Result { () throws(StoreError) in try copy(pool, to: path) })
            }
        }
        try result.get()
    }

    private func enter() throws(StoreError) {
        guard gate.enter() else { throw .closed }
    }

    private static func result<T>(
        _ opened: Result<Database, any Error>, _ body: (any Session) throws -> T
    ) -> Result<T, StoreError> {
        do {
            let database = try opened.get()
            defer { StatementShelf.trim(database) }
            return .success(try body(SQLiteSession(database)))
        } catch {
            return .failure(StoreError(caught: error))
        }
    }

    /// Of each connection, as the pragma takes it: kibibytes with a minus.
    static let cacheSize = -16000

    private static func open(_ file: String, readers: Int, patience: Double) throws(StoreError) -> DatabasePool {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.maximumReaderCount = readers
        configuration.persistentReadOnlyConnections = true
        // Short naps: a neighbour that commits without a pause leaves gaps of microseconds.
        let tries = Int(patience * 1000)
        configuration.busyMode = .callback { count in
            guard count < tries else { return false }
            usleep(1000)
            return true
        }
        configuration.prepareDatabase { database in
            database.add(tokenizer: BigramTokenizer.self)
            try database.execute(sql: "PRAGMA cache_size = \(cacheSize)")
        }
        var attempt = 0
        while true {
            do {
                return try DatabasePool(path: file, configuration: configuration)
            } catch {
                let failure = StoreError(opening: file, error)
                // Turning on the WAL does not always wait for a neighbour who opens at the same moment.
                guard failure == .busy, attempt < 100 else { throw failure }
                attempt += 1
                usleep(20_000)
            }
        }
    }
}

/// Makes an empty file that only its owner may read. An existing one is not touched: opening and closing it here would take
/// away the locks that this process holds on it.
func createForOwnerOnly(_ path: String) throws(StoreError) {
    let descriptor = Glibc.open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
        Glibc.close(descriptor)
    } else if errno != EEXIST {
        throw .cannotOpen(path: path, code: Int(errno))
    }
}
