import CArgon2

/// A password as it is stored: Argon2id in the PHC string form `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`.
///
/// Making and verifying take about 30 ms and 19 MiB each: run them on a thread pool, never on an event loop.
public struct PasswordHash: Hashable, Sendable, CustomStringConvertible {
    /// The cost of a hash.
    public struct Parameters: Hashable, Sendable {
        public var passes: UInt32
        public var kibibytes: UInt32
        public var lanes: UInt32

        public init(passes: UInt32, kibibytes: UInt32, lanes: UInt32) {
            self.passes = passes
            self.kibibytes = kibibytes
            self.lanes = lanes
        }

        /// Two passes over 19 MiB in one lane.
        public static let standard = Parameters(passes: 2, kibibytes: 19 * 1024, lanes: 1)
    }

    /// The PHC string, for storage only.
    public let phc: String

    /// A hash that was stored.
    public init(phc: String) { self.phc = phc }

    /// Hashes a password with a random salt. Fails where the library does, for want of memory as a rule.
    public static func make(of password: String, parameters: Parameters = .standard) throws(PasswordFailure) -> PasswordHash {
        var generator = SystemRandomNumberGenerator()
        let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        return try make(of: password, salt: salt, parameters: parameters)
    }

    static func make(of password: String, salt: [UInt8], parameters: Parameters) throws(PasswordFailure) -> PasswordHash {
        let bytes = Array(password.utf8)
        let hashCount = 32
        let length = argon2_encodedlen(
            parameters.passes, parameters.kibibytes, parameters.lanes, UInt32(salt.count), UInt32(hashCount), Argon2_id)
        var encoded = [CChar](repeating: 0, count: length)
        let code = argon2id_hash_encoded(
            parameters.passes, parameters.kibibytes, parameters.lanes, bytes, bytes.count, salt, salt.count, hashCount, &encoded,
            length)
        guard code == ARGON2_OK.rawValue else { throw PasswordFailure(code: code) }
        let text = encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return PasswordHash(phc: String(decoding: text, as: UTF8.self))
    }

    /// Whether the password is the one that was hashed; the library compares in constant time. False for a string that is no
    /// hash.
    public func verifies(_ password: String) -> Bool {
        let bytes = Array(password.utf8)
        return argon2id_verify(phc, bytes, bytes.count) == ARGON2_OK.rawValue
    }

    /// Whether the hash was made at another cost than today's, so that the next right log-in should make it anew.
    public func needsRehash(for parameters: Parameters = .standard) -> Bool {
        !phc.hasPrefix(Self.prefix(parameters))
    }

    /// A hash of nothing, at the cost of the real ones: verified for accounts that do not exist, so that the time taken does not
    /// tell which do.
    static let decoy: PasswordHash = {
        let salt = String(repeating: "A", count: 22)
        let hash = String(repeating: "A", count: 43)
        return PasswordHash(phc: prefix(.standard) + salt + "$" + hash)
    }()

    private static func prefix(_ parameters: Parameters) -> String {
        "$argon2id$v=19$m=\(parameters.kibibytes),t=\(parameters.passes),p=\(parameters.lanes)$"
    }

    /// Never the hash.
    public var description: String { "PasswordHash" }
}

/// The library could not hash; `code` is one of `Argon2_ErrorCodes`.
public struct PasswordFailure: Error, Hashable {
    public let code: Int32
}
