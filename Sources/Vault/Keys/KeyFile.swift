import Foundation

/// Reading and writing a file that holds secrets: permissions are asked of the open file, so that it cannot be exchanged
/// between the question and the reading.
enum KeyFile {
    /// A group may read (system services are handed their credentials so); nobody else may do anything.
    private static let forbidden: mode_t = 0o037
    private static let largest = 1 << 20

    static func read(_ path: String) throws(VaultError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            throw errno == ENOENT ? .keyFileMissing(path: path) : .keyFileFailed(path: path, errno: errno)
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .keyFileFailed(path: path, errno: errno) }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= largest else {
            throw .keyFileMalformed(path: path, line: 0)
        }
        guard status.st_mode & forbidden == 0 else {
            throw .keyFileOpenToOthers(path: path, mode: UInt32(status.st_mode & 0o7777))
        }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var filled = 0
        while filled < bytes.count {
            let got = bytes.withUnsafeMutableBytes {
                Foundation.read(file, $0.baseAddress?.advanced(by: filled), $0.count - filled)
            }
            guard got >= 0 else { throw .keyFileFailed(path: path, errno: errno) }
            guard got > 0 else { break }
            filled += got
        }
        return Array(bytes[..<filled])
    }

    /// Writes beside the path, syncs, and puts the finished file in its place.
    static func write(_ content: [UInt8], to path: String, replacing: Bool) throws(VaultError) {
        var content = content
        defer { wipe(&content) }
        let draft = "\(path).\(UInt64.random(in: 0 ... .max))"
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .keyFileFailed(path: path, errno: errno) }
        defer { unlink(draft) }
        var failure: Int32 = fchmod(file, 0o600) == 0 ? 0 : errno
        var written = 0
        while failure == 0, written < content.count {
            let put = content.withUnsafeBytes {
                Foundation.write(file, $0.baseAddress?.advanced(by: written), $0.count - written)
            }
            if put < 0 { failure = errno } else { written += put }
        }
        if failure == 0, fsync(file) != 0 { failure = errno }
        close(file)
        guard failure == 0 else { throw .keyFileFailed(path: path, errno: failure) }
        if replacing {
            guard rename(draft, path) == 0 else { throw .keyFileFailed(path: path, errno: errno) }
        } else {
            guard link(draft, path) == 0 else {
                throw errno == EEXIST ? .keyFileExists(path: path) : .keyFileFailed(path: path, errno: errno)
            }
        }
        try sync(folderOf: path)
    }

    private static func sync(folderOf path: String) throws(VaultError) {
        let cut = path.lastIndex(of: "/")
        let folder = cut.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw .keyFileFailed(path: path, errno: errno) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw .keyFileFailed(path: path, errno: errno) }
    }

    static func wipe(_ bytes: inout [UInt8]) {
        for index in bytes.indices { bytes[index] = 0 }
    }
}
