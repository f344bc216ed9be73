import Foundation

extension DrawRecord {
    /// The published file: keys ascending, UTF-8, `{draw, frozen_at, drawn_at, list_sha256, candidates, people, rule, seed, seed_source, seed_sha256, drawn}`.
    public func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(File(self))) + [0x0A]
    }

    /// Reads a published file; nil where it is not one.
    public init?(json: [UInt8]) {
        guard json.count <= 64 << 20, let file = try? JSONDecoder().decode(File.self, from: Data(json)),
            let size = file.rule.size
        else { return nil }
        self.init(
            title: file.draw, frozenAt: file.frozen_at, drawnAt: file.drawn_at,
            list: DrawList(file.candidates.map(\.candidate)), people: DrawList((file.people ?? []).map(\.candidate)),
            rule: DrawRule(size: size, teamSize: max(0, file.rule.team ?? 0)), seed: file.seed,
            seedSource: file.seed_source ?? "",
            drawn: file.drawn.map { Choice(id: $0.id, team: $0.team ?? []) }, fingerprint: file.list_sha256,
            commitment: file.seed_sha256)
    }
}

/// The names of the published file.
private struct File: Codable {
    struct Entry: Codable {
        var id: String
        var label: String
        var stratum: String?
        var excluded: String?
        var candidate: Candidate { Candidate(id: id, label: label, stratum: stratum ?? "", exclusion: excluded) }
        init(_ candidate: Candidate) {
            id = candidate.id
            label = candidate.label
            stratum = candidate.stratum.isEmpty ? nil : candidate.stratum
            excluded = candidate.exclusion
        }
    }
    struct Rule: Codable {
        var total: Int?
        var per_stratum: Int?
        var percent: Int?
        var team: Int?
        init(_ rule: DrawRule) {
            switch rule.size {
            case .total(let count): total = count
            case .perStratum(let count): per_stratum = count
            case .percent(let share): percent = share
            }
            team = rule.teamSize > 0 ? rule.teamSize : nil
        }
        /// nil unless exactly one size in a sensible range is given.
        var size: DrawRule.Size? {
            switch (total, per_stratum, percent) {
            case (let count?, nil, nil) where (0...10_000_000).contains(count): .total(count)
            case (nil, let count?, nil) where (0...10_000_000).contains(count): .perStratum(count)
            case (nil, nil, let share?) where (0...100).contains(share): .percent(share)
            default: nil
            }
        }
    }
    struct Choice: Codable {
        var id: String
        var team: [String]?
    }

    var draw: String
    var frozen_at: String
    var drawn_at: String
    var list_sha256: String
    var candidates: [Entry]
    var people: [Entry]?
    var rule: Rule
    var seed: String
    var seed_source: String?
    var seed_sha256: String?
    var drawn: [Choice]

    init(_ record: DrawRecord) {
        draw = record.title
        frozen_at = record.frozenAt
        drawn_at = record.drawnAt
        list_sha256 = record.fingerprint
        candidates = record.list.candidates.map(Entry.init)
        people = record.people.candidates.isEmpty ? nil : record.people.candidates.map(Entry.init)
        rule = Rule(record.rule)
        seed = record.seed
        seed_source = record.seedSource
        seed_sha256 = record.commitment
        drawn = record.drawn.map { Choice(id: $0.id, team: $0.team.isEmpty ? nil : $0.team) }
    }
}
