import Crypto

/// One thing that was drawn, with the people who go there.
public struct Drawn: Sendable, Hashable {
    public var candidate: Candidate
    /// Hex HMAC-SHA256 by which it was ranked.
    public var rank: String
    public var team: [Candidate]
}

/// Why a draw cannot be made.
public enum DrawRefusal: Error, Sendable, Hashable {
    case emptySeed
    case nothingEligible
    case repeatedCandidates([String])
    /// Fewer eligible people than one team needs.
    case tooFewPeople(needs: Int, has: Int)
}

/// A random draw that anybody can repeat: each candidate's rank is the HMAC-SHA256 of the frozen list's fingerprint and its id under
/// the published seed; the lowest are drawn. No generator has a state, so that no order of calls can change the outcome.
public struct Draw: Sendable {
    public var list: DrawList
    public var people: DrawList
    public var rule: DrawRule
    public var seed: String

    public init(list: DrawList, people: DrawList = DrawList([]), rule: DrawRule, seed: String) {
        self.list = list
        self.people = people
        self.rule = rule
        self.seed = seed
    }

    /// What is drawn, by stratum and then by rank.
    public func outcome() throws(DrawRefusal) -> [Drawn] {
        guard !seed.allSatisfy(\.isWhitespace) else { throw .emptySeed }
        let repeated = list.repeated + people.repeated
        guard repeated.isEmpty else { throw .repeatedCandidates(repeated) }
        let eligible = list.eligible
        guard !eligible.isEmpty else { throw .nothingEligible }
        let crew = people.eligible
        guard crew.count >= rule.teamSize else { throw .tooFewPeople(needs: rule.teamSize, has: crew.count) }

        let fingerprint = list.fingerprint
        let strata = Dictionary(grouping: eligible) { rule.isStratified ? $0.stratum : "" }
        var drawn: [Drawn] = []
        for stratum in strata.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            let ranked = (strata[stratum] ?? []).map { (candidate: $0, rank: rank("thing", fingerprint, $0.id)) }
                .sorted { ($0.rank, $0.candidate.id) < ($1.rank, $1.candidate.id) }
            drawn += ranked.prefix(rule.count(of: ranked.count)).map { Drawn(candidate: $0.candidate, rank: $0.rank, team: []) }
        }
        return rule.teamSize > 0 ? manned(drawn, by: crew) : drawn
    }

    /// Each thing gets its team: whoever has gone out least so far first, among equals by rank.
    private func manned(_ drawn: [Drawn], by crew: [Candidate]) -> [Drawn] {
        let fingerprint = people.fingerprint
        var turns: [String: Int] = [:]
        return drawn.map { one in
            let ranked = crew.map { person in
                (person: person, turns: turns[person.id] ?? 0, rank: rank("person", fingerprint, one.candidate.id, person.id))
            }
            let team = ranked.sorted { ($0.turns, $0.rank, $0.person.id) < ($1.turns, $1.rank, $1.person.id) }
                .prefix(rule.teamSize).map(\.person)
            for person in team { turns[person.id, default: 0] += 1 }
            var manned = one
            manned.team = team
            return manned
        }
    }

    private func rank(_ parts: String...) -> String {
        var code = HMAC<SHA256>(key: SymmetricKey(data: Array(seed.utf8)))
        for part in parts { code.update(data: Array("\(part.utf8.count):\(part)\n".utf8)) }
        return Array(code.finalize()).hex
    }
}
