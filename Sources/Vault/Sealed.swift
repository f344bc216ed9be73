import Crypto

/// The layout of a ciphertext: algorithm (1 byte), key number (4, big-endian), nonce (12), ciphertext, tag (16).
///
/// The algorithm byte leaves room for the national ciphers (GB/T 39786-2021 8.4) beside AES-256-GCM, which is 1.
/// Key number 0 stands for the key of a record.
enum Sealed {
    static let algorithm: UInt8 = 1
    static let headerCount = 5
    static let nonceCount = 12
    static let tagCount = 16
    static let overhead = headerCount + nonceCount + tagCount

    static func header(_ id: UInt32) -> [UInt8] {
        [
            algorithm, UInt8(truncatingIfNeeded: id >> 24), UInt8(truncatingIfNeeded: id >> 16),
            UInt8(truncatingIfNeeded: id >> 8),
            UInt8(truncatingIfNeeded: id),
        ]
    }

    static func keyID(_ sealed: [UInt8]) throws(VaultError) -> UInt32 {
        guard sealed.count >= overhead, sealed[0] == algorithm else { throw .notSealed }
        return sealed[1..<headerCount].reduce(0) { $0 << 8 | UInt32($1) }
    }

    static func seal(
        _ plain: [UInt8], _ key: SymmetricKey, id: UInt32, kind: SealKind, bound: Binding
    ) throws(VaultError) -> [UInt8] {
        let header = header(id)
        do {
            let box = try AES.GCM.seal(plain, using: key, authenticating: bound.authenticated(kind, header: header))
            var sealed = header
            sealed.reserveCapacity(overhead + plain.count)
            sealed.append(contentsOf: box.nonce)
            sealed.append(contentsOf: box.ciphertext)
            sealed.append(contentsOf: box.tag)
            return sealed
        } catch {
            throw .notSealed
        }
    }

    static func open(_ sealed: [UInt8], _ key: SymmetricKey, kind: SealKind, bound: Binding) throws(VaultError) -> [UInt8] {
        guard sealed.count >= overhead, sealed[0] == algorithm else { throw .notSealed }
        let bodyStart = headerCount + nonceCount
        let tagStart = sealed.count - tagCount
        do {
            let nonce = try AES.GCM.Nonce(data: sealed[headerCount..<bodyStart])
            let box = try AES.GCM.SealedBox(nonce: nonce, ciphertext: sealed[bodyStart..<tagStart], tag: sealed[tagStart...])
            let data = bound.authenticated(kind, header: sealed[..<headerCount])
            return Array(try AES.GCM.open(box, using: key, authenticating: data))
        } catch {
            throw .sealAltered
        }
    }
}

func text(_ bytes: [UInt8]) throws(VaultError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText }
    return text
}
