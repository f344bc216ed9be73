/// What is published of a draw, so that anybody can repeat it.
public struct DrawRecord: Sendable, Hashable {
    public struct Choice: Sendable, Hashable {
        public var id: String
        public var team: [String]
        public init(id: String, team: [String] = []) {
            self.id = id
            self.team = team
        }
    }

    public var title: String
    /// Instants in ISO 8601; the list is frozen before the seed is known.
    public var frozenAt: String
    public var drawnAt: String
    public var fingerprint: String
    public var list: DrawList
    public var people: DrawList
    public var rule: DrawRule
    public var seed: String
    /// Where the seed came from, in words.
    public var seedSource: String
    public var drawn: [Choice]
    /// Hex SHA-256 of the seed, published when the list was frozen; nil where the seed was to come from somewhere else.
    public var commitment: String?

    public init(
        title: String, frozenAt: String, drawnAt: String, list: DrawList, people: DrawList, rule: DrawRule, seed: String,
        seedSource: String, drawn: [Choice], fingerprint: String? = nil, commitment: String? = nil
    ) {
        self.title = title
        self.frozenAt = frozenAt
        self.drawnAt = drawnAt
        self.list = list
        self.people = people
        self.rule = rule
        self.seed = seed
        self.seedSource = seedSource
        self.drawn = drawn
        self.commitment = commitment
        self.fingerprint = fingerprint ?? Self.fingerprint(list, people)
    }

    /// The list is frozen, and nothing has been drawn from it yet.
    public var isPending: Bool { drawnAt.isEmpty && seed.isEmpty && drawn.isEmpty }

    /// Of both lists; of the first alone where no people are drawn.
    public static func fingerprint(_ list: DrawList, _ people: DrawList) -> String {
        people.candidates.isEmpty ? list.fingerprint : list.fingerprint + "+" + people.fingerprint
    }

    /// What is wrong with the record; empty where it repeats. Of one that is not drawn yet the list alone is looked at.
    public func findings() -> [Finding] {
        var findings: [Finding] = []
        let found = Self.fingerprint(list, people)
        if found != fingerprint { findings.append(.listAltered(published: fingerprint, found: found)) }
        guard !isPending else { return findings }
        if let commitment, DrawSeed.commitment(to: seed) != commitment { findings.append(.seedNotCommitted) }
        if drawnAt < frozenAt { findings.append(.drawnBeforeFrozen) }
        do throws(DrawRefusal) {
            let again = try Draw(list: list, people: people, rule: rule, seed: seed).outcome()
                .map { Choice(id: $0.candidate.id, team: $0.team.map(\.id)) }
            if again.count != drawn.count { findings.append(.otherCount(published: drawn.count, found: again.count)) }
            for (place, (published, right)) in zip(drawn, again).enumerated() where published != right {
                findings.append(.otherChoice(place: place + 1, published: published, found: right))
                break
            }
        } catch { findings.append(.cannotBeDrawn(error)) }
        return findings
    }

    public enum Finding: Sendable, Hashable {
        case listAltered(published: String, found: String)
        case drawnBeforeFrozen
        /// The seed is not the one to which the commitment of the frozen list bound.
        case seedNotCommitted
        case otherCount(published: Int, found: Int)
        /// The first place, counted from 1, at which the published draw and its repetition part.
        case otherChoice(place: Int, published: Choice, found: Choice)
        case cannotBeDrawn(DrawRefusal)
    }
}
