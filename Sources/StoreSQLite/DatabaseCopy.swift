import Foundation
import GRDB
import Store

/// Writes a consistent copy beside the target, syncs it, and gives it the name only then.
func copy(_ pool: DatabasePool, to path: String) throws(StoreError) {
    let partial = path + ".partial"
    guard access(path, F_OK) != 0 else { throw .cannotOpen(path: path, code: Int(EEXIST)) }
    unlink(partial)
    try createForOwnerOnly(partial)
    defer { unlink(partial) }
    do {
        // Outside a transaction, as VACUUM demands; the statement sees one state of the database.
        try pool.unsafeRead { try $0.execute(sql: "VACUUM INTO ?", arguments: [partial]) }
    } catch {
        throw StoreError(caught: error)
    }
    try sync(partial)
    guard rename(partial, path) == 0 else { throw .cannotOpen(path: path, code: Int(errno)) }
    try sync(URL(fileURLWithPath: path).deletingLastPathComponent().path)
}

private func sync(_ path: String) throws(StoreError) {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotOpen(path: path, code: Int(errno)) }
    defer { Glibc.close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .cannotOpen(path: path, code: Int(errno)) }
}
