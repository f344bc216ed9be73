import Crypto

/// Keyed hashes, by which a person is found exactly and nobody is found without the key.
extension KeyRing {
    /// The number of bytes of a look-up hash.
    public static let lookUpHashCount = 16

    /// HMAC-SHA256 of a normalised value under the active key, cut to 16 bytes. `purpose` keeps a name's hash apart from the
    /// hash of the same characters in another role.
    public func lookUpHash(_ normalised: String, purpose: String) -> [UInt8] {
        Self.hash(normalised, purpose, lookUp.activeKey)
    }

    /// The hash of a value as it was typed.
    public func lookUpHash(_ raw: String, as form: LookUpForm) -> [UInt8] {
        lookUpHash(form.normalised(raw), purpose: form.rawValue)
    }

    /// The hashes under every key of the ring, the active one first: what a query asks for while a rotation is under way.
    public func lookUpHashes(_ normalised: String, purpose: String) -> [[UInt8]] {
        let older = lookUp.ids.filter { $0 != lookUp.active }.compactMap { lookUp[$0] }
        return ([lookUp.activeKey] + older).map { Self.hash(normalised, purpose, $0) }
    }

    /// The hashes of a value as it was typed, under every key of the ring.
    public func lookUpHashes(_ raw: String, as form: LookUpForm) -> [[UInt8]] {
        lookUpHashes(form.normalised(raw), purpose: form.rawValue)
    }

    private static func hash(_ normalised: String, _ purpose: String, _ key: SymmetricKey) -> [UInt8] {
        var writer = CanonicalWriter()
        writer.counted(purpose.utf8)
        writer.counted(normalised.utf8)
        return Array(HMAC<SHA256>.authenticationCode(for: writer.bytes, using: key).prefix(lookUpHashCount))
    }
}
