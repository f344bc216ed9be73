/// What is wrong with a chain, at its first wrong place.
public enum ChainFinding: Hashable, Sendable {
    /// The line does not follow from the lines before it: it was altered, or its predecessor was altered and hashed anew.
    case altered(sequence: Int64)
    /// Lines are missing, both ends included; at the end of the chain these are lines that an anchor proves.
    case missing(from: Int64, through: Int64)
    /// The line `found` came where `expected` should have come, and `expected` came later or before.
    case reordered(expected: Int64, found: Int64)
    /// A line of another district.
    case foreign(sequence: Int64, district: String)
    /// The bytes after this line are no log entry.
    case unreadable(after: Int64)
    /// The chain hangs together, but is not the one whose head was noted down: lines up to here were rewritten.
    case rewritten(sequence: Int64)
}

/// Walks along a district's chain line by line, without any key and in constant memory.
///
/// ```swift
/// var verifier = ChainVerifier(district: "huancui", anchors: noted)
/// for line in lines { verifier.feed(line.encoded, hash: line.hash) }
/// let finding = verifier.finish()      // nil: the chain is whole
/// ```
public struct ChainVerifier: Sendable {
    /// The last line that was found in order.
    public private(set) var head: ChainHead
    private let anchors: [Int64: [UInt8]]
    private var finding: ChainFinding?
    private var gap: ClosedRange<Int64>?

    /// Starts at the chain's beginning or after a head that was verified before. Anchors of other districts are not regarded.
    public init(district: String, after head: ChainHead? = nil, anchors: [ChainHead] = []) {
        let start = head ?? .start(of: district)
        self.head = start
        let own = anchors.filter { $0.district == district && $0.sequence >= start.sequence }
        self.anchors = Dictionary(own.map { ($0.sequence, $0.hash) }, uniquingKeysWith: { first, _ in first })
        if let hash = self.anchors[start.sequence], hash != start.hash { finding = .rewritten(sequence: start.sequence) }
    }

    /// Whether a fault was met already; the lines after it tell nothing more.
    public var isBroken: Bool { finding != nil || gap != nil }

    /// Takes the next line as it is stored.
    public mutating func feed(_ encoded: [UInt8], hash: [UInt8]) {
        guard finding == nil else { return }
        guard let entry = try? ChainedEntry(decoding: encoded) else {
            finding = gap.map { .missing(from: $0.lowerBound, through: $0.upperBound) } ?? .unreadable(after: head.sequence)
            return
        }
        if let gap {
            if gap.contains(entry.sequence) { finding = .reordered(expected: gap.lowerBound, found: gap.upperBound + 1) }
            return
        }
        let expected = head.sequence + 1
        guard entry.district == head.district else {
            finding = .foreign(sequence: expected, district: entry.district)
            return
        }
        guard entry.sequence <= expected else {
            gap = expected...(entry.sequence - 1)
            return
        }
        guard entry.sequence == expected else {
            finding = .reordered(expected: expected, found: entry.sequence)
            return
        }
        guard ChainedEntry.hash(encoded, previous: head.hash) == hash else {
            finding = .altered(sequence: expected)
            return
        }
        if let anchor = anchors[expected], anchor != hash {
            finding = .rewritten(sequence: expected)
            return
        }
        head.sequence = expected
        head.hash = hash
    }

    /// The first fault, or nil where the chain is whole and reaches every anchor.
    public func finish() -> ChainFinding? {
        if let finding { return finding }
        if let gap { return .missing(from: gap.lowerBound, through: gap.upperBound) }
        guard let last = anchors.keys.max(), last > head.sequence else { return nil }
        return .missing(from: head.sequence + 1, through: last)
    }
}
