import Casework
import LegalTime
import Synchronization

/// Who came lately, for a moment: a page load is several requests, and grants do not change in between.
final class VisitorShelf: Sendable {
    struct Visitor: Sendable {
        var actor: Actor
        var mustChangePassword: Bool
    }

    /// How long a visitor is remembered, in milliseconds: so late does a closed session or a changed grant count at the latest.
    private static let patience: Int64 = 2000
    private static let most = 10_000
    private let known = Mutex<[[UInt8]: (visitor: Visitor, at: Instant)]>([:])

    func visitor(_ digest: [UInt8], at now: Instant) -> Visitor? {
        known.withLock { known in
            guard let entry = known[digest] else { return nil }
            return (0..<Self.patience).contains(now.milliseconds - entry.at.milliseconds) ? entry.visitor : nil
        }
    }

    func keep(_ visitor: Visitor, _ digest: [UInt8], at now: Instant) {
        known.withLock { known in
            if known.count >= Self.most { known.removeAll() }
            known[digest] = (visitor, now)
        }
    }

    func forget(_ digest: [UInt8]) { known.withLock { $0[digest] = nil } }

    /// After a change of password all sessions of an account are closed.
    func forget(account: String) { known.withLock { $0 = $0.filter { $0.value.visitor.actor.account != account } } }
}

/// Open counts of the menu by account, until somebody writes or half a minute has passed.
final class MenuShelf: Sendable {
    typealias Counts = [String: (open: Int, overdue: Int)]
    private let known = Mutex<[String: (counts: Counts, at: Instant)]>([:])

    func counts(_ key: String, at now: Instant) -> Counts? {
        known.withLock { known in
            guard let entry = known[key], (0..<30_000).contains(now.milliseconds - entry.at.milliseconds) else { return nil }
            return entry.counts
        }
    }

    func keep(_ counts: Counts, _ key: String, at now: Instant) {
        known.withLock { known in
            if known.count >= 10_000 { known.removeAll() }
            known[key] = (counts, now)
        }
    }

    func forgetAll() { known.withLock { $0.removeAll() } }
}
