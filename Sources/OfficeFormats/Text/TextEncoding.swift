import Foundation

/// How the bytes of a text file spell characters.
public enum TextEncoding: String, Sendable, Hashable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case gb18030 = "GB18030"
}

/// A text file's characters, with the encoding they were found in.
public struct DecodedText: Sendable, Hashable {
    public let encoding: TextEncoding
    /// Without byte order mark.
    public let utf8: [UInt8]

    public var text: String { String(decoding: utf8, as: UTF8.self) }

    /// Goes by a byte order mark if there is one; else UTF-8 if the bytes are valid UTF-8; else GB 18030, of which GBK and
    /// GB 2312 are parts.
    ///
    /// - Throws: `undecodable`, `unsupported(.textEncoding)`.
    public init(_ bytes: some Collection<UInt8>) throws(OfficeFormatError) {
        let all = Array(bytes)
        if all.starts(with: [0xEF, 0xBB, 0xBF]), Self.isUTF8(all[3...]) {
            (encoding, utf8) = (.utf8, Array(all.dropFirst(3)))
        } else if all.starts(with: [0xFF, 0xFE]) {
            (encoding, utf8) = (.utf16LittleEndian, try Self.converted(Array(all.dropFirst(2)), from: .utf16LittleEndian))
        } else if all.starts(with: [0xFE, 0xFF]) {
            (encoding, utf8) = (.utf16BigEndian, try Self.converted(Array(all.dropFirst(2)), from: .utf16BigEndian))
        } else if Self.isUTF8(all[...]) {
            (encoding, utf8) = (.utf8, all)
        } else {
            (encoding, utf8) = (.gb18030, try Self.converted(all, from: .gb18030))
        }
    }

    private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
    }

    private static func converted(_ bytes: [UInt8], from encoding: TextEncoding) throws(OfficeFormatError) -> [UInt8] {
        guard let converter = iconv_open("UTF-8", encoding.rawValue), converter != iconv_t(bitPattern: -1) else {
            throw .unsupported(.textEncoding)
        }
        defer { iconv_close(converter) }
        var source = bytes
        // Two bytes of GB 18030 or UTF-16 are at most three of UTF-8, a single byte at most two.
        let capacity = bytes.count * 2 + 16
        var stoppedAt: Int?
        let result = [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
            source.withUnsafeMutableBytes { raw in
                var input = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
                var inputLeft = raw.count
                target.withMemoryRebound(to: CChar.self) { characters in
                    var output = characters.baseAddress
                    var outputLeft = capacity
                    if iconv(converter, &input, &inputLeft, &output, &outputLeft) == -1 { stoppedAt = raw.count - inputLeft }
                    count = capacity - outputLeft
                }
            }
        }
        if let stoppedAt { throw .undecodable(byte: stoppedAt) }
        return result
    }
}
