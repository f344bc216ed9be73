import LegalTime

/// How an item of a dated list read from one day to another.
public struct ItemVersion: Sendable, Hashable {
    /// Counts the versions of an item from 1.
    public var ordinal: Int
    public var from: Day
    /// The last day on which it held; nil: it holds still.
    public var until: Day?
    /// The move that made it; nil for the version in which the item came onto the list.
    public var transition: String?
    public var at: Instant
    public var by: String
    public var values: [String: Value]
    /// The fields that differ from the version before, in the order of the rule.
    public var changed: [String]

    public init(
        ordinal: Int, from: Day, until: Day? = nil, transition: String?, at: Instant, by: String, values: [String: Value],
        changed: [String] = []
    ) {
        self.ordinal = ordinal
        self.from = from
        self.until = until
        self.transition = transition
        self.at = at
        self.by = by
        self.values = values
        self.changed = changed
    }
}

/// The versions of one item, the first one first.
public struct VersionChain: Sendable, Hashable {
    public var versions: [ItemVersion]

    /// - Parameters:
    ///   - kept: As they were kept, in order; of several under one ordinal the last corrects the others.
    ///   - ended: The day from which the item is off the list.
    ///   - fields: The fields that make up a version.
    public init(_ kept: [ItemVersion], ended: Day?, fields: [String]) {
        var chain: [ItemVersion] = []
        for version in kept {
            if let index = chain.firstIndex(where: { $0.ordinal == version.ordinal }) {
                chain[index] = version
            } else {
                chain.append(version)
            }
        }
        chain.sort { $0.ordinal < $1.ordinal }
        for index in chain.indices {
            let next = index + 1 < chain.count ? chain[index + 1].from : ended
            chain[index].until = next.map { max($0.adding(days: -1), chain[index].from) }
            guard index > 0 else { continue }
            chain[index].changed = fields.filter { chain[index].values[$0] != chain[index - 1].values[$0] }
        }
        versions = chain
    }

    /// The version in force on a day; nil before the first.
    public func version(on day: Day) -> ItemVersion? { versions.last { $0.from <= day } }
}
