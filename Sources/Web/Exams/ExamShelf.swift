import Access
import Exchange
import LegalTime
import Synchronization

/// Files with the rows of a sheet that were not taken, for an hour, each for the session that sent the sheet.
final class ExamShelf: Sendable {
    struct File: Sendable {
        let session: [UInt8]
        let name: String
        let format: SheetFormat
        let bytes: [UInt8]
        let at: Instant
    }

    private static let most = 30
    private static let milliseconds: Int64 = 60 * 60 * 1000
    private let files = Mutex<[String: File]>([:])
    /// Slows down whoever tries codes, and whoever opens quizzes by the hundred.
    let codes = Mutex(SignInThrottle())
    let guests = Mutex(SignInThrottle(failures: 200))

    func keep(_ file: File) -> String {
        let id = String(UInt64.random(in: .min ... .max), radix: 36)
        files.withLock { files in
            files = files.filter { file.at.milliseconds - $0.value.at.milliseconds < Self.milliseconds }
            files[id] = file
            while files.count > Self.most, let oldest = files.min(by: { $0.value.at < $1.value.at }) { files[oldest.key] = nil }
        }
        return id
    }

    func file(_ id: String, session: [UInt8], at now: Instant) -> File? {
        files.withLock { files in
            guard let file = files[id], file.session == session,
                now.milliseconds - file.at.milliseconds < Self.milliseconds
            else { return nil }
            return file
        }
    }
}
