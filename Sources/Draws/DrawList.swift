import Crypto

/// One thing that may be drawn: an enterprise, a case file, an inspector.
public struct Candidate: Sendable, Hashable {
    /// Stable key within the list: a record's number or a unit's id. Says nothing about people beyond what the list publishes.
    public var id: String
    public var label: String
    /// The part of the list it belongs to, such as its unit; empty where the list has no parts.
    public var stratum: String
    /// Why it may not be drawn; nil where it may. It stays in the list, so that everybody sees who was left out and why.
    public var exclusion: String?

    public init(id: String, label: String, stratum: String = "", exclusion: String? = nil) {
        self.id = id
        self.label = label
        self.stratum = stratum
        self.exclusion = exclusion
    }
}

/// A frozen list: its candidates in the order of their ids, and its fingerprint.
public struct DrawList: Sendable, Hashable {
    public let candidates: [Candidate]
    /// Ids that occur more than once; a list with any cannot be drawn from.
    public let repeated: [String]

    public init(_ candidates: [Candidate]) {
        self.candidates = candidates.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        var repeated: [String] = []
        for (one, next) in zip(self.candidates, self.candidates.dropFirst()) where one.id == next.id && repeated.last != one.id {
            repeated.append(one.id)
        }
        self.repeated = repeated
    }

    /// Those that may be drawn.
    public var eligible: [Candidate] { candidates.filter { $0.exclusion == nil } }

    /// Hex SHA-256 over the canonical text: a line a candidate, its four parts each led by their length in UTF-8 bytes, so that no
    /// two lists have one text.
    public var fingerprint: String {
        var hash = SHA256()
        for candidate in candidates {
            let parts = [candidate.id, candidate.label, candidate.stratum, candidate.exclusion ?? ""]
            let line = parts.map { "\($0.utf8.count):\($0)" }.joined(separator: " ") + "\n"
            hash.update(data: Array(line.utf8))
        }
        return hash.finalize().hex
    }
}

extension Sequence where Element == UInt8 {
    var hex: String {
        map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }.joined()
    }
}
