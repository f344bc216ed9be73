import Crypto

/// One line of the log: who did what to which record, and what was before and after.
///
/// Its bytes are the canonical list `[1, district, sequence, at, actor, act, register, record, revision, definition digest,
/// payload]`, the leading 1 being the version of this layout. The chain's hash of a line is SHA-256 over the hash of the line
/// before it and these bytes; no key takes part, so anybody may verify.
public struct ChainedEntry: Hashable, Sendable {
    /// The district, each of which has a chain of its own.
    public var district: String
    /// The number in the district's chain, from 1, without gaps.
    public var sequence: Int64
    /// Milliseconds since 1970-01-01T00:00:00Z, of the real clock.
    public var at: Int64
    /// The id of the account that acted, or the name of the program part.
    public var actor: String
    /// The name of the act: `register`, `edit`, `move`…
    public var act: String
    public var register: String
    public var record: String
    /// The record's revision after the act.
    public var revision: Int64
    /// The digest of the definition that was in force.
    public var definitionDigest: [UInt8]
    /// What changed. Personal values stand in it as commitments only; see ``CommittedValue/logged``.
    public var payload: [String: CanonicalValue]

    public init(
        district: String, sequence: Int64, at: Int64, actor: String, act: String, register: String, record: String,
        revision: Int64,
        definitionDigest: [UInt8], payload: [String: CanonicalValue]
    ) {
        self.district = district
        self.sequence = sequence
        self.at = at
        self.actor = actor
        self.act = act
        self.register = register
        self.record = record
        self.revision = revision
        self.definitionDigest = definitionDigest
        self.payload = payload
    }

    /// The bytes that are stored and hashed.
    public var encoded: [UInt8] {
        let values: [CanonicalValue] = [
            .int(1), .text(district), .int(sequence), .int(at), .text(actor), .text(act), .text(register), .text(record),
            .int(revision), .bytes(definitionDigest), .map(payload),
        ]
        return CanonicalValue.list(values).encoded
    }

    /// The entry of stored bytes.
    public init(decoding bytes: [UInt8]) throws(CanonicalError) {
        guard case .list(let values) = try CanonicalValue(decoding: bytes), values.count == 11,
            case (.int(1), .text(let district), .int(let sequence), .int(let at)) = (values[0], values[1], values[2], values[3]),
            case (.text(let actor), .text(let act), .text(let register)) = (values[4], values[5], values[6]),
            case (.text(let record), .int(let revision)) = (values[7], values[8]),
            case (.bytes(let digest), .map(let payload)) = (values[9], values[10])
        else { throw .notAnEntry }
        self.init(
            district: district, sequence: sequence, at: at, actor: actor, act: act, register: register, record: record,
            revision: revision, definitionDigest: digest, payload: payload)
    }

    /// The line's 32-byte hash in the chain, after the hash of the line before it (``ChainHead/start(of:)`` for the first).
    public func hash(previous: [UInt8]) -> [UInt8] { Self.hash(encoded, previous: previous) }

    /// The same for an entry that is at hand as bytes.
    public static func hash(_ encoded: [UInt8], previous: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: previous)
        hash.update(data: encoded)
        return Array(hash.finalize())
    }
}
