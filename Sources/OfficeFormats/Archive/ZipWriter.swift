import CZip
import Foundation

/// Writes a ZIP archive into memory: entries in the order given, all dated 1980-01-01, so that the same
/// content gives the same bytes.
public struct ZipWriter: Sendable {
    private var parts: [(name: String, bytes: [UInt8])] = []

    public init() {}

    public mutating func add(_ name: String, _ bytes: [UInt8]) {
        parts.append((name, bytes))
    }

    public mutating func add(_ name: String, _ text: String) {
        add(name, Array(text.utf8))
    }

    /// The archive. - Throws: `writingFailed` with libzip's code, for instance for two entries of one name.
    public func bytes() throws(OfficeFormatError) -> [UInt8] {
        var failure = zip_error_t()
        zip_error_init(&failure)
        guard let target = zip_source_buffer_create(nil, 0, 0, &failure) else {
            throw .writingFailed(code: Int(failure.zip_err))
        }
        zip_source_keep(target)
        defer { zip_source_free(target) }
        guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &failure) else {
            zip_source_free(target)
            throw .writingFailed(code: Int(failure.zip_err))
        }
        for part in parts {
            do throws(OfficeFormatError) {
                try add(part.name, part.bytes, to: archive)
            } catch {
                zip_discard(archive)
                throw error
            }
        }
        guard zip_close(archive) == 0 else {
            let code = Int(zip_error_code_zip(zip_get_error(archive)))
            zip_discard(archive)
            throw .writingFailed(code: code)
        }
        return try Self.content(of: target)
    }

    private func add(_ name: String, _ bytes: [UInt8], to archive: OpaquePointer) throws(OfficeFormatError) {
        // libzip reads the buffer only in zip_close and frees it then, hence malloc; an empty one it would forget to free.
        let copy = bytes.isEmpty ? nil : malloc(bytes.count)
        guard bytes.isEmpty || copy != nil else { throw .writingFailed(code: Int(ZIP_ER_MEMORY)) }
        if let copy { _ = bytes.withUnsafeBytes { memcpy(copy, $0.baseAddress ?? UnsafeRawPointer(copy), $0.count) } }
        guard let source = zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), copy == nil ? 0 : 1) else {
            free(copy)
            throw .writingFailed(code: Int(ZIP_ER_MEMORY))
        }
        let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            throw .writingFailed(code: Int(zip_error_code_zip(zip_get_error(archive))))
        }
        zip_file_set_dostime(archive, zip_uint64_t(index), 0, Self.firstDay, 0)
        zip_set_file_compression(archive, zip_uint64_t(index), ZIP_CM_DEFLATE, 6)
    }

    /// 1980-01-01 as MS-DOS counts: years since 1980 << 9, month << 5, day.
    private static let firstDay: zip_uint16_t = 1 << 5 | 1

    private static func content(of source: OpaquePointer) throws(OfficeFormatError) -> [UInt8] {
        guard zip_source_open(source) == 0 else {
            throw .writingFailed(code: Int(zip_error_code_zip(zip_source_error(source))))
        }
        defer { zip_source_close(source) }
        var bytes: [UInt8] = []
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
        defer { buffer.deallocate() }
        while true {
            let count = zip_source_read(source, buffer.baseAddress, zip_uint64_t(buffer.count))
            guard count >= 0 else { throw .writingFailed(code: Int(zip_error_code_zip(zip_source_error(source)))) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: buffer[..<Int(count)])
        }
    }
}
