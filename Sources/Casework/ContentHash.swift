import Crypto

/// SHA-256 of a content as hex: the name under which it is kept.
public enum ContentHash {
    public static func hex(_ bytes: [UInt8]) -> String { hex(of: SHA256.hash(data: bytes)) }

    static func hex(of digest: SHA256Digest) -> String {
        digest.map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }.joined()
    }
}
