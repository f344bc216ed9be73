/// Sealing values for a place, under the keys of the ring.
extension KeyRing {
    /// The ciphertext of a value, 33 bytes longer than the value, under the active key.
    public func seal(_ bytes: [UInt8], bound binding: Binding) throws(VaultError) -> [UInt8] {
        try Sealed.seal(
            bytes, encryption.activeKey, id: encryption.active, kind: .field, bound: binding)
    }

    /// The ciphertext of a text.
    public func seal(_ text: String, bound binding: Binding) throws(VaultError) -> [UInt8] {
        try seal(Array(text.utf8), bound: binding)
    }

    /// The value of a ciphertext. Fails with `sealAltered` where a bit was changed or the ciphertext stood at another place,
    /// and with `keyUnknown` where its key was retired.
    public func open(_ sealed: [UInt8], bound binding: Binding) throws(VaultError) -> [UInt8] {
        try Sealed.open(sealed, key(.encryption, Sealed.keyID(sealed)), kind: .field, bound: binding)
    }

    /// The text of a ciphertext.
    public func openText(_ sealed: [UInt8], bound binding: Binding) throws(VaultError) -> String {
        try text(open(sealed, bound: binding))
    }

    /// The number of the key that a field or a wrapped record key was sealed with.
    public static func keyID(of sealed: [UInt8]) throws(VaultError) -> UInt32 { try Sealed.keyID(sealed) }

    /// The ciphertext under the active key, or nil where it is under that key already.
    public func reseal(_ sealed: [UInt8], bound binding: Binding) throws(VaultError) -> [UInt8]? {
        guard try Sealed.keyID(sealed) != activeID(of: .encryption) else { return nil }
        return try seal(open(sealed, bound: binding), bound: binding)
    }
}
