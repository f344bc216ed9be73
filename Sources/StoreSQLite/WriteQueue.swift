import GRDB
import Store
import Synchronization

/// One writer for all: the writes that wait share a transaction and its sync, each undone alone by its own savepoint, and all are
/// answered after the commit. Nobody waits for company: a lone write commits at once.
final class WriteQueue: Sendable {
    private struct State {
        var waiting: [any QueuedWrite] = []
        var isRunning = false
    }
    /// A transaction takes no further write after this many, or this long.
    private static let most = 256
    private static let longest = Duration.milliseconds(20)

    private let pool: DatabasePool
    private let state = Mutex(State())
    private let commits = Atomic<Int>(0)

    init(pool: DatabasePool) {
        self.pool = pool
    }

    var commitCount: Int { commits.load(ordering: .relaxed) }
    var waitingCount: Int { state.withLock(\.waiting.count) }

    func submit(_ write: any QueuedWrite) {
        let startsRun = state.withLock { state in
            state.waiting.append(write)
            defer { state.isRunning = true }
            return !state.isRunning
        }
        if startsRun { pool.asyncWriteWithoutTransaction { self.run($0) } }
    }

    /// Takes all that waits, oldest first, at most `limit`.
    private func take(_ limit: Int) -> [any QueuedWrite] {
        state.withLock { state in
            guard state.waiting.count > limit else {
                defer { state.waiting.removeAll(keepingCapacity: true) }
                return state.waiting
            }
            defer { state.waiting.removeFirst(limit) }
            return Array(state.waiting.prefix(limit))
        }
    }

    private func run(_ database: Database) {
        let session = SQLiteSession(database)
        while true {
            let isDone = state.withLock { state in
                state.isRunning = !state.waiting.isEmpty
                return state.waiting.isEmpty
            }
            if isDone { return }
            runTransaction(session)
            StatementShelf.trim(database)
        }
    }

    private func runTransaction(_ session: SQLiteSession) {
        do {
            try session.control("BEGIN IMMEDIATE")
        } catch {
            take(.max).forEach { $0.answer(StoreError(caught: error)) }
            return
        }
        let start = ContinuousClock.now
        var batch = Batch(session: session)
        var taken = 0
        repeat {
            let writes = take(Self.most - taken)
            if writes.isEmpty { break }
            taken += writes.count
            for write in writes { batch.run(write) }
        } while taken < Self.most && ContinuousClock.now - start < Self.longest
        batch.commit { commits.add(1, ordering: .relaxed) }
    }
}

/// The writes of one transaction.
private struct Batch {
    let session: SQLiteSession
    /// Those that ran, in their order; answered with the commit.
    private var ran: [any QueuedWrite] = []
    private var keepsSome = false

    init(session: SQLiteSession) {
        self.session = session
        ran.reserveCapacity(64)
    }

    mutating func run(_ write: any QueuedWrite) {
        do {
            if !session.isInTransaction { try session.control("BEGIN IMMEDIATE") }
            // With nothing before it to be kept a write needs no savepoint: the transaction is its own.
            if keepsSome { try session.control("SAVEPOINT act") }
            let isKept = write.run(session)
            guard session.isInTransaction else { throw write.failure ?? StoreError.failed(code: 1, message: "transaction lost") }
            if isKept {
                if keepsSome { try session.control("RELEASE act") }
                keepsSome = true
                ran.append(write)
            } else if keepsSome {
                try session.control("ROLLBACK TO act")
                try session.control("RELEASE act")
                // Answered with the others: it may have been refused for what one of them did.
                ran.append(write)
            } else {
                try session.control("ROLLBACK")
                write.answer(nil)
            }
        } catch {
            ran.append(write)
            fail(StoreError(caught: error))
        }
    }

    /// Makes durable what is to be kept, calls `done` if there was anything, and answers all.
    mutating func commit(_ done: () -> Void) {
        guard session.isInTransaction else { return }
        do {
            try session.control(keepsSome ? "COMMIT" : "ROLLBACK")
        } catch {
            fail(StoreError(caught: error))
            return
        }
        if keepsSome { done() }
        ran.forEach { $0.answer(nil) }
    }

    /// The transaction cannot be saved: nothing of it stays, and everybody in it hears so.
    private mutating func fail(_ failure: StoreError) {
        if session.isInTransaction { try? session.control("ROLLBACK") }
        ran.forEach { $0.answer(failure) }
        ran.removeAll()
        keepsSome = false
    }
}
