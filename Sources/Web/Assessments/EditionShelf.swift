import Assessment
import Casework
import Exchange
import LegalTime
import Synchronization

/// Workbooks between check and confirmation: a few, for an hour, each seen by the session that sent it and no other.
final class EditionShelf: Sendable {
    struct Entry: Sendable {
        /// Digest of the session.
        let session: [UInt8]
        let name: String
        let title: String
        let year: Int
        let sheet: EditionSheet
        let source: Upload
        /// The revision that stood when it was checked, 0 for none.
        let revision: Int64
        let at: Instant

        var edition: Edition { Edition(name: name, title: title, items: sheet.items) }
    }

    private static let most = 20
    private static let milliseconds: Int64 = 60 * 60 * 1000
    private let entries = Mutex<[String: Entry]>([:])

    func keep(_ entry: Entry) -> String {
        let id = String(UInt64.random(in: .min ... .max), radix: 36)
        entries.withLock { entries in
            entries = entries.filter { entry.at.milliseconds - $0.value.at.milliseconds < Self.milliseconds }
            while entries.count >= Self.most, let oldest = entries.min(by: { $0.value.at < $1.value.at }) {
                entries[oldest.key] = nil
            }
            entries[id] = entry
        }
        return id
    }

    /// nil for what is gone, or another session's.
    func entry(_ id: String, session: [UInt8], at now: Instant) -> Entry? {
        entries.withLock { $0[id] }.flatMap {
            $0.session == session && now.milliseconds - $0.at.milliseconds < Self.milliseconds ? $0 : nil
        }
    }

    func drop(_ id: String) { entries.withLock { $0[id] = nil } }
}
