import Store
import Synchronization

/// A write in the queue, whatever its answer's type.
protocol QueuedWrite: Sendable {
    /// Runs the body; whether its changes are to be kept.
    func run(_ session: SQLiteSession) -> Bool
    /// Why the body was left by an error, when it was.
    var failure: StoreError? { get }
    /// Hands out what the body gave, or the failure that undid it.
    func answer(_ failure: StoreError?)
}

final class PendingWrite<T: Sendable>: QueuedWrite {
    private let body: @Sendable (any Session) throws -> Outcome<T>
    private let continuation: CheckedContinuation<Result<T, StoreError>, Never>
    private let result = Mutex<Result<T, StoreError>?>(nil)

    init(
        body: @escaping @Sendable (any Session) throws -> Outcome<T>,
        continuation: CheckedContinuation<Result<T, StoreError>, Never>
    ) {
        self.body = body
        self.continuation = continuation
    }

    func run(_ session: SQLiteSession) -> Bool {
        do {
            switch try body(session) {
            case .commit(let value):
                result.withLock { $0 = .success(value) }
                return true
            case .rollBack(let value):
                result.withLock { $0 = .success(value) }
            }
        } catch {
            let failure = StoreError(caught: error)
            result.withLock { $0 = .failure(failure) }
        }
        return false
    }

    var failure: StoreError? {
        result.withLock { result in
            guard case .failure(let failure) = result else { return nil }
            return failure
        }
    }

    func answer(_ failure: StoreError?) {
        let result = failure.map(Result.failure) ?? self.result.withLock(\.self) ?? .failure(.closed)
        continuation.resume(returning: result)
    }
}
