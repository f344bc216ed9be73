import Crypto

/// What a numbered key of the ring is for.
public enum KeyUse: String, Hashable, Sendable, CaseIterable {
    /// Sealing personal fields and wrapping the keys of records.
    case encryption
    /// Keyed hashes, by which a person is found exactly.
    case lookUp = "look_up"
}

/// All keys of one installation: several by number for encryption and for look-up, and one for the log's commitments.
///
/// Of each use one key is active: new values are sealed and hashed with it, while the older ones stay readable until
/// everything was sealed anew and they are retired. A ring is a value; a rotation makes a new ring, so that a server may
/// take it over between two acts. Nothing about it prints a key.
public struct KeyRing: Sendable {
    struct Keys: Sendable {
        private(set) var active: UInt32
        private(set) var activeKey: SymmetricKey
        private var others: [UInt32: SymmetricKey]

        init(active: UInt32, activeKey: SymmetricKey, others: [UInt32: SymmetricKey] = [:]) {
            self.active = active
            self.activeKey = activeKey
            self.others = others
        }

        static func fresh() -> Keys { Keys(active: 1, activeKey: SymmetricKey(size: .bits256)) }

        var ids: [UInt32] { (others.keys + [active]).sorted() }

        subscript(id: UInt32) -> SymmetricKey? { id == active ? activeKey : others[id] }

        mutating func add(_ id: UInt32, _ key: SymmetricKey) { others[id] = key }

        mutating func activate(_ id: UInt32) {
            guard let key = others.removeValue(forKey: id) else { return }
            others[active] = activeKey
            (active, activeKey) = (id, key)
        }

        mutating func retire(_ id: UInt32) { others[id] = nil }
    }

    var encryption: Keys
    var lookUp: Keys
    /// Stands in every commitment of the log, which cannot be written anew: it never rotates. Alone it opens nothing,
    /// since each commitment also takes the key of its record.
    let commitment: SymmetricKey

    init(encryption: Keys, lookUp: Keys, commitment: SymmetricKey) {
        self.encryption = encryption
        self.lookUp = lookUp
        self.commitment = commitment
    }

    /// A new ring of random keys that is not written anywhere.
    public static func random() -> KeyRing {
        KeyRing(encryption: .fresh(), lookUp: .fresh(), commitment: SymmetricKey(size: .bits256))
    }

    subscript(use: KeyUse) -> Keys {
        get {
            switch use {
            case .encryption: encryption
            case .lookUp: lookUp
            }
        }
        set {
            switch use {
            case .encryption: encryption = newValue
            case .lookUp: lookUp = newValue
            }
        }
    }

    /// The number of the key that seals or hashes today.
    public func activeID(of use: KeyUse) -> UInt32 { self[use].active }

    /// The numbers of all keys of a use, ascending.
    public func ids(of use: KeyUse) -> [UInt32] { self[use].ids }

    func key(_ use: KeyUse, _ id: UInt32) throws(VaultError) -> SymmetricKey {
        guard let key = self[use][id] else { throw .keyUnknown(use: use, id: id) }
        return key
    }
}

// MARK: Rotation

extension KeyRing {
    /// The ring with one more key, which is active at once unless `active` is false.
    ///
    /// Where several processes share the key file, add the key first, let each of them load the file, and only then call
    /// `activating(_:id:)`, so that none meets a ciphertext that it cannot open.
    public func adding(_ use: KeyUse, active: Bool = true) -> KeyRing {
        var ring = self
        let id = (self[use].ids.max() ?? 0) + 1
        ring[use].add(id, SymmetricKey(size: .bits256))
        if active { ring[use].activate(id) }
        return ring
    }

    /// The ring in which the key of this number is the active one.
    public func activating(_ use: KeyUse, id: UInt32) throws(VaultError) -> KeyRing {
        _ = try key(use, id)
        var ring = self
        ring[use].activate(id)
        return ring
    }

    /// The ring without an old key. What is still sealed with it can no longer be opened.
    public func retiring(_ use: KeyUse, id: UInt32) throws(VaultError) -> KeyRing {
        _ = try key(use, id)
        guard self[use].active != id else { throw .keyActive(use: use, id: id) }
        var ring = self
        ring[use].retire(id)
        return ring
    }
}

extension KeyRing: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Numbers only, the active one with a star.
    public var description: String {
        let uses = KeyUse.allCases.map { use in
            let ids = ids(of: use).map { $0 == activeID(of: use) ? "\($0)*" : "\($0)" }
            return "\(use.rawValue) \(ids.joined(separator: " "))"
        }
        return "KeyRing(\(uses.joined(separator: ", ")))"
    }
    /// The same as `description`.
    public var debugDescription: String { description }
    /// Empty, so that no dump shows a key.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
