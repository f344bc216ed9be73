import Exchange
import LegalTime
import Pages
import Synchronization

/// Checked files between check and confirmation: a few, for an hour, each seen by the session that sent it and no other.
final class ImportShelf: Sendable {
    enum Stage: Sendable {
        case checked
        case writing
        case written(Import.Result)
    }

    struct Entry: Sendable {
        /// Digest of the session.
        let session: [UInt8]
        let register: String
        let plan: ImportPlan
        /// The page that the file was sent from, where it was not the register's own.
        let origin: Crumb?
        let at: Instant
        var stage = Stage.checked
    }

    private static let most = 40
    private static let mostPerSession = 4
    /// Rows kept altogether, which bounds the memory.
    private static let mostRows = 400_000
    private static let milliseconds: Int64 = 60 * 60 * 1000
    private let entries = Mutex<[String: Entry]>([:])

    /// Keeps a plan; its id is no secret, since only the session gets it back.
    func keep(_ plan: ImportPlan, register: String, origin: Crumb? = nil, session: [UInt8], at now: Instant) -> String {
        let id = String(UInt64.random(in: .min ... .max), radix: 36)
        entries.withLock { entries in
            entries = entries.filter { now.milliseconds - $0.value.at.milliseconds < Self.milliseconds }
            let own = entries.filter { $0.value.session == session }.sorted { $0.value.at < $1.value.at }
            for old in own.dropLast(Self.mostPerSession - 1) { entries[old.key] = nil }
            entries[id] = Entry(session: session, register: register, plan: plan, origin: origin, at: now)
            while entries.count > Self.most
                || (entries.count > 1 && entries.values.reduce(0, { $0 + $1.plan.rows.count }) > Self.mostRows)
            {
                guard let oldest = entries.filter({ $0.key != id }).min(by: { $0.value.at < $1.value.at }) else { break }
                entries[oldest.key] = nil
            }
        }
        return id
    }

    /// nil for what is gone, or another session's.
    func entry(_ id: String, register: String, session: [UInt8], at now: Instant) -> Entry? {
        entries.withLock { entries in
            guard let entry = entries[id], entry.session == session, entry.register == register,
                now.milliseconds - entry.at.milliseconds < Self.milliseconds
            else { return nil }
            return entry
        }
    }

    /// Takes the right to write a plan; false when it is being written or was.
    func begin(_ id: String) -> Bool {
        entries.withLock { entries in
            guard case .checked? = entries[id]?.stage else { return false }
            entries[id]?.stage = .writing
            return true
        }
    }

    func finish(_ id: String, _ stage: Stage) { entries.withLock { $0[id]?.stage = stage } }
}
