import LegalTime
import Synchronization

/// Who has listened to what within the hour: a browser asks for one recording many times over, which is one look.
final class RecordingAudience: Sendable {
    private static let hour: Int64 = 3_600_000
    private static let most = 20_000
    private let known = Mutex<[String: Instant]>([:])

    func isNew(_ account: String, record: String, hash: String, at now: Instant) -> Bool {
        let key = "\(account)\u{1F}\(record)\u{1F}\(hash)"
        return known.withLock { known in
            if let last = known[key], (0..<Self.hour).contains(now.milliseconds - last.milliseconds) { return false }
            if known.count >= Self.most { known.removeAll() }
            known[key] = now
            return true
        }
    }
}
