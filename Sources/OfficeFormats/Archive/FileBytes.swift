import Foundation

/// Reading a whole file, and telling what it is from its first bytes.
enum FileBytes {
    static func read(path: String, limit: UInt64) throws(OfficeFormatError) -> [UInt8] {
        guard let file = fopen(path, "rb") else { throw .unreadable(path: path, code: errno) }
        defer { fclose(file) }
        var status = stat()
        guard fstat(fileno(file), &status) == 0 else { throw .unreadable(path: path, code: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(path: path, code: EISDIR) }
        let size = Int(status.st_size)
        guard UInt64(size) <= limit else { throw .tooLarge(entry: nil, bytes: UInt64(size), limit: limit) }
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = fread(buffer.baseAddress, 1, size, file)
        }
        guard ferror(file) == 0 else { throw .unreadable(path: path, code: EIO) }
        return bytes
    }

    /// Refuses the OLE container, which is either a password-protected office file or a format from before 2007.
    static func refuseCompoundFile(_ bytes: UnsafeRawBufferPointer) throws(OfficeFormatError) {
        guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) else { return }
        let stream = "EncryptedPackage".data(using: .utf16LittleEndian) ?? Data()
        throw Data(bytes).range(of: stream) == nil ? .unsupported(.legacyBinary) : .encrypted
    }
}
