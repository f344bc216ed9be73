import Crypto

/// The key of one record, under which the log's side table keeps the record's personal values.
///
/// It is stored wrapped by the ring. Rotation wraps it anew and touches no value; destroying the wrapped key is the lawful
/// deletion (个人信息保护法#47): the values are gone from every copy that lacks the key, and the chain still verifies.
public struct RecordKey: Sendable, CustomStringConvertible, CustomReflectable {
    let key: SymmetricKey

    /// The wrapped form of a key that was destroyed: no bytes.
    public static let destroyed: [UInt8] = []

    /// Never the key.
    public var description: String { "RecordKey" }
    /// Empty, so that no dump shows the key.
    public var customMirror: Mirror { Mirror(self, children: [:]) }

    func seal(_ bytes: [UInt8], bound binding: Binding) throws(VaultError) -> [UInt8] {
        try Sealed.seal(bytes, key, id: 0, kind: .logged, bound: binding)
    }

    func open(_ sealed: [UInt8], bound binding: Binding) throws(VaultError) -> [UInt8] {
        try Sealed.open(sealed, key, kind: .logged, bound: binding)
    }
}

extension KeyRing {
    /// A random key for a new record.
    public func newRecordKey() -> RecordKey { RecordKey(key: SymmetricKey(size: .bits256)) }

    /// The record's key, sealed under the active key for its place.
    public func wrap(_ key: RecordKey, for place: RecordPlace) throws(VaultError) -> [UInt8] {
        let plain = key.key.withUnsafeBytes { Array($0) }
        return try Sealed.seal(
            plain, encryption.activeKey, id: encryption.active, kind: .recordKey, bound: Binding(place: place, field: ""))
    }

    /// The record's key again. Fails with `recordKeyDestroyed` for `RecordKey.destroyed`.
    public func unwrap(_ wrapped: [UInt8], for place: RecordPlace) throws(VaultError) -> RecordKey {
        guard !wrapped.isEmpty else { throw .recordKeyDestroyed }
        let key = try key(.encryption, Sealed.keyID(wrapped))
        let plain = try Sealed.open(wrapped, key, kind: .recordKey, bound: Binding(place: place, field: ""))
        return RecordKey(key: SymmetricKey(data: plain))
    }

    /// The wrapped key under the active key, or nil where nothing is to do: wrapped so already, or destroyed.
    public func rewrap(_ wrapped: [UInt8], for place: RecordPlace) throws(VaultError) -> [UInt8]? {
        guard !wrapped.isEmpty, try Sealed.keyID(wrapped) != activeID(of: .encryption) else { return nil }
        return try wrap(unwrap(wrapped, for: place), for: place)
    }
}
