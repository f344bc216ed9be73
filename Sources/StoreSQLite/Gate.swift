import Synchronization

/// Counts what is under way, so that closing can wait for it.
final class Gate: Sendable {
    private struct State {
        var isOpen = true
        var inside = 0
        var closer: CheckedContinuation<Void, Never>?
    }
    private let state = Mutex(State())

    /// False once closing has begun.
    func enter() -> Bool {
        state.withLock { state in
            if state.isOpen { state.inside += 1 }
            return state.isOpen
        }
    }

    func leave() {
        let closer = state.withLock { state -> CheckedContinuation<Void, Never>? in
            state.inside -= 1
            guard state.inside == 0 else { return nil }
            defer { state.closer = nil }
            return state.closer
        }
        closer?.resume()
    }

    /// Lets nobody in any more and waits until everybody has left; false when it was closed before.
    func close() async -> Bool {
        let isFirst = state.withLock { state in
            defer { state.isOpen = false }
            return state.isOpen
        }
        guard isFirst else { return false }
        await withCheckedContinuation { continuation in
            let isEmpty = state.withLock { state in
                if state.inside > 0 { state.closer = continuation }
                return state.inside == 0
            }
            if isEmpty { continuation.resume() }
        }
        return true
    }
}
