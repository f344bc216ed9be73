import Foundation

/// The file behind a database in memory: readers beside a writer need a WAL, and a WAL needs a file.
final class ScratchFile: Sendable {
    let path: String

    init() {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("zhunsheng-\(UUID().uuidString).sqlite").path
    }

    func remove() {
        for end in ["", "-wal", "-shm"] { unlink(path + end) }
    }

    deinit { remove() }
}
