import Crypto

/// How far a district's chain has come: the last number and its hash.
///
/// A head that was printed, mailed or handed to another office is an anchor: from then on the lines up to it cannot be
/// rewritten unnoticed, not even by somebody who computes every later hash anew.
public struct ChainHead: Hashable, Sendable {
    public var district: String
    public var sequence: Int64
    /// 32 bytes.
    public var hash: [UInt8]

    public init(district: String, sequence: Int64, hash: [UInt8]) {
        self.district = district
        self.sequence = sequence
        self.hash = hash
    }

    /// The head of a chain without lines; its hash depends on the district, so that no chain continues another's.
    public static func start(of district: String) -> ChainHead {
        let text = "zhunsheng log 1\n\(NormalText.nfc(district))"
        return ChainHead(district: district, sequence: 0, hash: Array(SHA256.hash(data: Array(text.utf8))))
    }

    /// The bytes and hash of the next line, which becomes the head. The entry's district and sequence are set here.
    public mutating func append(_ entry: ChainedEntry) -> (encoded: [UInt8], hash: [UInt8]) {
        var entry = entry
        entry.district = district
        entry.sequence = sequence + 1
        let encoded = entry.encoded
        sequence += 1
        hash = ChainedEntry.hash(encoded, previous: hash)
        return (encoded, hash)
    }
}
