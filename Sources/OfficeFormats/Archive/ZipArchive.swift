import CZip
import Foundation

/// One file inside a ZIP archive, as its directory describes it.
public struct ZipEntry: Sendable, Hashable {
    public let name: String
    /// Bytes unpacked and packed.
    public let size: UInt64
    public let packedSize: UInt64
    public let isEncrypted: Bool
    let index: UInt64
}

/// A ZIP archive held in memory, read entry by entry under `ReadingLimits`.
///
/// Not `Sendable`: use one archive from one task at a time.
public final class ZipArchive {
    public let entries: [ZipEntry]
    public let limits: ReadingLimits
    private let handle: OpaquePointer
    private let places: [String: Int]

    /// - Throws: `notAZip`, `damaged`, `encrypted` (an OLE container with a password), `unsupported(.legacyBinary)`,
    ///   `tooManyEntries`, `tooLarge`.
    public init(bytes: some Collection<UInt8>, limits: ReadingLimits = .standard) throws(OfficeFormatError) {
        let count = bytes.count
        guard UInt64(count) <= limits.fileBytes else {
            throw .tooLarge(entry: nil, bytes: UInt64(count), limit: limits.fileBytes)
        }
        // libzip reads from this copy until zip_discard and then frees it itself, hence malloc.
        guard count >= 22, let copy = malloc(count) else { throw .notAZip }
        _ = UnsafeMutableRawBufferPointer(start: copy, count: count).initializeMemory(as: UInt8.self, from: bytes)
        let raw = UnsafeRawBufferPointer(start: copy, count: count)
        let looksLikeZip = raw.starts(with: [0x50, 0x4B, 0x03, 0x04])
        do throws(OfficeFormatError) {
            try FileBytes.refuseCompoundFile(raw)
        } catch {
            free(copy)
            throw error
        }
        var failure = zip_error_t()
        guard let source = zip_source_buffer_create(copy, zip_uint64_t(count), 1, &failure) else {
            free(copy)
            throw .notAZip
        }
        guard let opened = zip_open_from_source(source, ZIP_RDONLY, &failure) else {
            zip_source_free(source)
            throw looksLikeZip ? .damaged(entry: nil) : .notAZip
        }
        do throws(OfficeFormatError) {
            entries = try Self.directory(of: opened, limits: limits)
        } catch {
            zip_discard(opened)
            throw error
        }
        handle = opened
        self.limits = limits
        var places: [String: Int] = [:]
        for (place, entry) in entries.enumerated() {
            if places[entry.name] == nil { places[entry.name] = place }
            let folded = Self.folded(entry.name)
            if places[folded] == nil { places[folded] = place }
        }
        self.places = places
    }

    /// Reads the file at `path` into memory first. - Throws: as `init(bytes:limits:)`, and `unreadable`.
    public convenience init(path: String, limits: ReadingLimits = .standard) throws(OfficeFormatError) {
        try self.init(bytes: FileBytes.read(path: path, limit: limits.fileBytes), limits: limits)
    }

    deinit { zip_discard(handle) }

    private static func directory(of handle: OpaquePointer, limits: ReadingLimits) throws(OfficeFormatError) -> [ZipEntry] {
        let count = Int(zip_get_num_entries(handle, 0))
        guard count <= limits.entries else { throw .tooManyEntries(count: count, limit: limits.entries) }
        var entries: [ZipEntry] = []
        var total: UInt64 = 0
        for index in 0..<UInt64(max(count, 0)) {
            var status = zip_stat_t()
            guard zip_stat_index(handle, index, 0, &status) == 0, let name = status.name else { throw .damaged(entry: nil) }
            let entry = ZipEntry(
                name: String(cString: name), size: status.size, packedSize: status.comp_size,
                isEncrypted: status.encryption_method != 0, index: index)
            let (sum, overflow) = total.addingReportingOverflow(entry.size)
            total = overflow ? .max : sum
            entries.append(entry)
        }
        guard total <= limits.totalBytes else { throw .tooLarge(entry: nil, bytes: total, limit: limits.totalBytes) }
        return entries
    }

    private static func folded(_ name: String) -> String {
        String(name.lowercased().map { $0 == "\\" ? "/" : $0 })
    }

    /// The entry of that name; letter case and the direction of slashes do not matter, as some producers differ.
    public func entry(named name: String) -> ZipEntry? {
        (places[name] ?? places[Self.folded(name)]).map { entries[$0] }
    }

    /// The unpacked bytes of one entry. - Throws: `missingPart`, `encrypted`, `tooLarge`, `tooCompressed`, `damaged`.
    public func data(_ name: String) throws(OfficeFormatError) -> [UInt8] {
        let stream = try stream(name)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(min(stream.entry.size, 1 << 20)))
        while true {
            let chunk = try stream.next()
            if chunk.isEmpty { return bytes }
            bytes.append(contentsOf: chunk)
        }
    }

    func stream(_ name: String) throws(OfficeFormatError) -> ZipStream {
        guard let entry = entry(named: name) else { throw .missingPart(name) }
        guard !entry.isEncrypted else { throw .encrypted }
        guard entry.size <= limits.entryBytes else {
            throw .tooLarge(entry: entry.name, bytes: entry.size, limit: limits.entryBytes)
        }
        let ratio = entry.size / max(entry.packedSize, 1)
        guard entry.size <= limits.ratioFreeBytes || ratio <= limits.ratio else {
            throw .tooCompressed(entry: entry.name, ratio: ratio, limit: limits.ratio)
        }
        guard let file = zip_fopen_index(handle, entry.index, 0) else { throw .damaged(entry: entry.name) }
        return ZipStream(archive: self, entry: entry, file: file)
    }
}
