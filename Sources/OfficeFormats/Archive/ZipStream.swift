import CZip

/// An entry unpacked chunk by chunk.
final class ZipStream {
    let entry: ZipEntry
    private let archive: ZipArchive
    private let file: OpaquePointer
    private let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
    private var total: UInt64 = 0

    init(archive: ZipArchive, entry: ZipEntry, file: OpaquePointer) {
        self.archive = archive
        self.entry = entry
        self.file = file
    }

    deinit {
        zip_fclose(file)
        buffer.deallocate()
    }

    /// The next bytes, valid until the next call; empty at the end.
    func next() throws(OfficeFormatError) -> UnsafeBufferPointer<UInt8> {
        let count = zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count))
        guard count >= 0 else { throw .damaged(entry: entry.name) }
        total += UInt64(count)
        // The directory's size was checked against the limits, so an entry that outgrows it must not go on.
        guard total <= entry.size else { throw .damaged(entry: entry.name) }
        return UnsafeBufferPointer(rebasing: buffer[..<Int(count)])
    }
}
