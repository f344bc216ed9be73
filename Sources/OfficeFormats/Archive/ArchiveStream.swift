/// Writes a ZIP archive piece by piece, so that no more than one entry is in memory: entries are stored as they are and dated
/// 1980-01-01, and the same content gives the same bytes.
public struct ArchiveStream: Sendable {
    private struct Entry {
        var name: [UInt8]
        var checksum: UInt32
        var size: UInt32
        var offset: UInt32
    }

    private var entries: [Entry] = []
    private var names: Set<String> = []
    private var offset: UInt64 = 0

    public init() {}

    /// The bytes of one entry, header and content. - Throws: `writingFailed` for a name that was used, and past four gigabytes.
    public mutating func entry(_ name: String, _ content: [UInt8]) throws(OfficeFormatError) -> [UInt8] {
        let bytes = Array(name.utf8)
        let next = offset + UInt64(30 + bytes.count) + UInt64(content.count)
        guard names.insert(name).inserted, bytes.count <= 0xFFFF, next < 0xFFFF_FFFF, entries.count < 0xFFFF else {
            throw .writingFailed(code: entries.count)
        }
        let entry = Entry(
            name: bytes, checksum: Checksum.of(content), size: UInt32(content.count), offset: UInt32(offset))
        entries.append(entry)
        offset = next
        var out: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
        out.reserveCapacity(30 + bytes.count + content.count)
        Self.common(entry, into: &out)
        out += bytes
        out += content
        return out
    }

    /// The directory, which ends the archive.
    public func end() -> [UInt8] {
        var out: [UInt8] = []
        for entry in entries {
            out += [0x50, 0x4B, 0x01, 0x02]
            Self.append(20, 2, to: &out)
            Self.common(entry, into: &out)
            Self.append(0, 10, to: &out)
            Self.append(UInt64(entry.offset), 4, to: &out)
            out += entry.name
        }
        let size = UInt64(out.count)
        out += [0x50, 0x4B, 0x05, 0x06]
        Self.append(0, 4, to: &out)
        Self.append(UInt64(entries.count), 2, to: &out)
        Self.append(UInt64(entries.count), 2, to: &out)
        Self.append(size, 4, to: &out)
        Self.append(offset, 4, to: &out)
        Self.append(0, 2, to: &out)
        return out
    }

    /// What the local header and the directory say alike: version, UTF-8 names, stored, the day, checksum, sizes, length of the name.
    private static func common(_ entry: Entry, into out: inout [UInt8]) {
        append(20, 2, to: &out)
        append(0x0800, 2, to: &out)
        append(0, 2, to: &out)
        append(0, 2, to: &out)
        append(0x21, 2, to: &out)
        append(UInt64(entry.checksum), 4, to: &out)
        append(UInt64(entry.size), 4, to: &out)
        append(UInt64(entry.size), 4, to: &out)
        append(UInt64(entry.name.count), 2, to: &out)
        append(0, 2, to: &out)
    }

    private static func append(_ value: UInt64, _ bytes: Int, to out: inout [UInt8]) {
        for place in 0..<bytes { out.append(UInt8(truncatingIfNeeded: value >> (8 * UInt64(place)))) }
    }

    /// CRC-32 as ZIP has it.
    private enum Checksum {
        private static let table: [UInt32] = (0..<256).map { start in
            (0..<8).reduce(UInt32(start)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
        }

        static func of(_ bytes: [UInt8]) -> UInt32 {
            var value: UInt32 = 0xFFFF_FFFF
            for byte in bytes { value = table[Int((value ^ UInt32(byte)) & 0xFF)] ^ (value >> 8) }
            return value ^ 0xFFFF_FFFF
        }
    }
}
