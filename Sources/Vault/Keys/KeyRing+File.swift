import Crypto
import Foundation

/// The key file: a heading, then one key a line, `use number [active] base64`. It lies outside the database and outside the
/// database's backup.
extension KeyRing {
    static let heading = "zhunsheng keys 1"

    /// Makes a new key file, readable and writable for its owner alone, and returns its ring.
    ///
    /// Fails with `keyFileExists` where there is a file already: nothing that was sealed with it could be opened any more.
    public static func create(at path: String) throws(VaultError) -> KeyRing {
        let ring = random()
        try KeyFile.write(ring.lines(), to: path, replacing: false)
        return ring
    }

    /// Reads a key file. Fails with `keyFileOpenToOthers` where anybody besides the owner and its group may read it, or anybody
    /// besides the owner may write it.
    public static func load(from path: String) throws(VaultError) -> KeyRing {
        var bytes = try KeyFile.read(path)
        defer { KeyFile.wipe(&bytes) }
        return try KeyRing(lines: bytes, path: path)
    }

    /// Writes the ring over its file, all or nothing.
    public func save(to path: String) throws(VaultError) {
        try KeyFile.write(lines(), to: path, replacing: true)
    }

    private func lines() -> [UInt8] {
        var lines = [Self.heading, "commitment \(Self.base64(commitment))"]
        for use in KeyUse.allCases {
            for id in ids(of: use) {
                guard let key = self[use][id] else { continue }
                lines.append("\(use.rawValue) \(id) \(id == activeID(of: use) ? "active " : "")\(Self.base64(key))")
            }
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private static func base64(_ key: SymmetricKey) -> String {
        key.withUnsafeBytes { Data($0).base64EncodedString() }
    }

    private init(lines bytes: [UInt8], path: String) throws(VaultError) {
        func malformed(_ line: Int) -> VaultError { .keyFileMalformed(path: path, line: line) }
        func key(_ text: Substring, _ line: Int) throws(VaultError) -> SymmetricKey {
            guard let raw = Data(base64Encoded: String(text)), raw.count == 32 else { throw malformed(line) }
            return SymmetricKey(data: raw)
        }
        var keys: [KeyUse: [UInt32: SymmetricKey]] = [:]
        var active: [KeyUse: UInt32] = [:]
        var commitment: SymmetricKey?
        let lines = String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let number = index + 1
            let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
            if index == 0 {
                guard words.joined(separator: " ") == Self.heading else { throw malformed(number) }
                continue
            }
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            if first == "commitment" {
                guard words.count == 2, commitment == nil else { throw malformed(number) }
                commitment = try key(words[1], number)
                continue
            }
            guard let use = KeyUse(rawValue: String(first)), words.count == 3 || words.count == 4,
                let id = UInt32(words[1]), id > 0, keys[use]?[id] == nil
            else { throw malformed(number) }
            if words.count == 4 {
                guard words[2] == "active", active[use] == nil else { throw malformed(number) }
                active[use] = id
            }
            keys[use, default: [:]][id] = try key(words[words.count - 1], number)
        }
        func complete(_ use: KeyUse) throws(VaultError) -> Keys {
            guard let id = active[use], let key = keys[use]?.removeValue(forKey: id) else { throw malformed(0) }
            return Keys(active: id, activeKey: key, others: keys[use] ?? [:])
        }
        guard let commitment else { throw malformed(0) }
        self.init(encryption: try complete(.encryption), lookUp: try complete(.lookUp), commitment: commitment)
    }
}
