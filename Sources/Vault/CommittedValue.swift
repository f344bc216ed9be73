import Crypto

/// One personal value as the log keeps it: salt and commitment stand in the chain, the ciphertext in the side table.
public struct CommittedValue: Hashable, Sendable {
    /// 16 random bytes, so that equal values do not show as equal.
    public let salt: [UInt8]
    /// 32 bytes; tells nothing without the ring and the record's key.
    public let commitment: [UInt8]
    /// The value under the record's key.
    public let sealed: [UInt8]

    /// A value as it was read back from chain and side table.
    public init(salt: [UInt8], commitment: [UInt8], sealed: [UInt8]) {
        self.salt = salt
        self.commitment = commitment
        self.sealed = sealed
    }

    /// What stands in the entry's payload: `{commitment, salt}`.
    public var logged: CanonicalValue { .map(["commitment": .bytes(commitment), "salt": .bytes(salt)]) }
}

extension KeyRing {
    /// The 32-byte commitment to a value: HMAC-SHA256 under a key made of the ring's commitment key and the record's key.
    ///
    /// Once either is gone, nobody can try out names or numbers against it any more.
    public func commit(_ value: [UInt8], salt: [UInt8], under key: RecordKey) -> [UInt8] {
        var derivation = HMAC<SHA256>(key: commitment)
        derivation.update(data: Array("zhunsheng commitment 1".utf8))
        key.key.withUnsafeBytes { derivation.update(data: $0) }
        var writer = CanonicalWriter()
        writer.counted(salt)
        writer.counted(value)
        return Array(HMAC<SHA256>.authenticationCode(for: writer.bytes, using: SymmetricKey(data: derivation.finalize())))
    }

    /// Commits to a value and seals it for the side table, with a fresh salt.
    public func conceal(_ value: [UInt8], bound binding: Binding, under key: RecordKey) throws(VaultError) -> CommittedValue {
        let salt = randomBytes(16)
        return CommittedValue(
            salt: salt, commitment: commit(value, salt: salt, under: key), sealed: try key.seal(value, bound: binding))
    }

    /// The value behind a commitment. Fails with `commitmentDiffers` where the side table holds another value than the one the
    /// chain committed to.
    public func reveal(_ value: CommittedValue, bound binding: Binding, under key: RecordKey) throws(VaultError) -> [UInt8] {
        let plain = try key.open(value.sealed, bound: binding)
        guard commit(plain, salt: value.salt, under: key) == value.commitment else { throw .commitmentDiffers }
        return plain
    }
}

/// Random bytes from the system's secure generator.
func randomBytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
}
