import LegalTime

/// The units of one district as a tree that knows its own past.
///
/// A unit that has ended stays where it last stood, so that those who answer for the units above it go on seeing its records; the
/// questions say whether such units count.
public struct UnitTree: Sendable {
    /// The district's short name.
    public let district: String
    /// The entries of each unit, the earliest first.
    private let entries: [String: [UnitEntry]]
    /// The ids that stand under a unit at some time, ascending.
    private let everUnder: [String: [String]]

    /// The tree of these units. Fails with every problem at once: unknown parents, overlapping days, cycles on any day.
    public init(district: String, units: [UnitEntry]) throws(UnitTreeRefusal) {
        self.district = district
        entries = Dictionary(grouping: units, by: \.id).mapValues { $0.sorted { $0.from < $1.from } }
        var under: [String: Set<String>] = [:]
        for unit in units { if let parent = unit.parent { under[parent, default: []].insert(unit.id) } }
        everUnder = under.mapValues { $0.sorted() }
        let problems = problems(in: units)
        guard problems.isEmpty else { throw UnitTreeRefusal(problems: problems) }
    }

    private init(empty district: String) {
        self.district = district
        (entries, everUnder) = ([:], [:])
    }

    /// A district without units.
    public static func empty(district: String) -> UnitTree { UnitTree(empty: district) }

    /// All ids, ascending, of whatever time.
    public var ids: [String] { entries.keys.sorted() }

    /// Where the unit stands on the day; nil where it does not exist then.
    public func unit(_ id: String, on day: Day) -> UnitEntry? { entries[id]?.last { $0.isInForce(on: day) } }

    /// Where the unit stands on the day or, if it has ended, stood last; nil before its first day.
    public func lastUnit(_ id: String, on day: Day) -> UnitEntry? { entries[id]?.last { $0.from <= day } }

    /// Everything known of a unit, the earliest first.
    public func history(of id: String) -> [UnitEntry] { entries[id] ?? [] }

    /// Whether the unit is the district itself on the day: the one unit that lies under no other.
    public func isRoot(_ id: String, on day: Day) -> Bool {
        guard let place = lastUnit(id, on: day), place.parent == nil else { return false }
        return !entries.values.contains { $0.contains { $0.id != id && $0.parent == nil && $0.isInForce(on: day) } }
    }

    /// The units directly under a unit, by id.
    public func children(of id: String, on day: Day, includingEnded: Bool = false) -> [UnitEntry] {
        (everUnder[id] ?? []).compactMap { child in
            let place = includingEnded ? lastUnit(child, on: day) : unit(child, on: day)
            return place?.parent == id ? place : nil
        }
    }

    /// The ids of a unit and all that lies under it; empty where the unit does not exist yet, or has ended and ended units do
    /// not count.
    public func subtree(of id: String, on day: Day, includingEnded: Bool = false) -> Set<String> {
        guard (includingEnded ? lastUnit(id, on: day) : unit(id, on: day)) != nil else { return [] }
        var found: Set<String> = [id]
        var open = [id]
        while let next = open.popLast() {
            for child in children(of: next, on: day, includingEnded: includingEnded) where found.insert(child.id).inserted {
                open.append(child.id)
            }
        }
        return found
    }

    /// The same as a sorted array.
    public func sortedSubtree(of id: String, on day: Day, includingEnded: Bool = false) -> [String] {
        subtree(of: id, on: day, includingEnded: includingEnded).sorted()
    }

    /// The units from the district down to the unit, itself included; empty where the unit does not exist yet.
    public func path(to id: String, on day: Day) -> [UnitEntry] {
        var path: [UnitEntry] = []
        var next: String? = id
        while let id = next, let place = lastUnit(id, on: day), !path.contains(where: { $0.id == id }) {
            path.append(place)
            next = place.parent
        }
        return path.reversed()
    }
}

// MARK: Checking

extension UnitTree {
    private func problems(in units: [UnitEntry]) -> [UnitProblem] {
        var problems: [UnitProblem] = []
        for unit in units {
            if unit.id.isEmpty { problems.append(.idEmpty(name: unit.name)) }
            if let until = unit.until, until < unit.from {
                problems.append(.endsBeforeStart(unit: unit.id, from: unit.from, until: until))
            }
            if let parent = unit.parent, entries[parent] == nil {
                problems.append(.parentUnknown(unit: unit.id, parent: parent))
            }
        }
        for id in ids {
            let entries = history(of: id)
            for (earlier, later) in zip(entries, entries.dropFirst()) where later.from <= (earlier.until ?? later.from) {
                problems.append(.overlapping(unit: id, on: later.from))
            }
        }
        return problems + cycles(on: Set(units.map(\.from)).sorted())
    }

    /// The tree changes on the first days of entries only, so these are all the days on which a cycle can begin.
    private func cycles(on days: [Day]) -> [UnitProblem] {
        var known: Set<String> = []
        var problems: [UnitProblem] = []
        for day in days {
            var settled: Set<String> = []
            for id in ids where !settled.contains(id) {
                var walked: [String] = []
                var next: String? = id
                while let id = next, !settled.contains(id), !walked.contains(id) {
                    walked.append(id)
                    next = lastUnit(id, on: day)?.parent
                }
                if let id = next, let start = walked.firstIndex(of: id), let first = walked[start...].min(),
                    known.insert(first).inserted
                {
                    problems.append(.cycle(unit: first, on: day))
                }
                settled.formUnion(walked)
            }
        }
        return problems
    }
}
