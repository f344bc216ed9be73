import Draws
import Foundation
import Testing

@Suite("A random draw")
struct DrawTests {
    private func list(_ count: Int, strata: Int = 1, excluded: Set<Int> = []) -> DrawList {
        DrawList(
            (0..<count).map {
                Candidate(
                    id: "芦湾案〔2031〕\($0 + 1)号", label: "样例卷\($0)", stratum: "单位\($0 % strata)",
                    exclusion: excluded.contains($0) ? "已评查" : nil)
            })
    }

    @Test("the same list and seed give the same choice whatever the order of entry, and another seed gives another")
    func repeats() throws {
        let rule = DrawRule(size: .total(6))
        let once = try Draw(list: list(60), rule: rule, seed: "20310105-3141592").outcome()
        let again = try Draw(list: DrawList(list(60).candidates.shuffled()), rule: rule, seed: "20310105-3141592").outcome()
        #expect(once == again && once.count == 6 && Set(once.map(\.candidate.id)).count == 6)
        #expect(
            once.map(\.candidate) != (try Draw(list: list(60), rule: rule, seed: "20310105-3141593").outcome().map(\.candidate)))
        #expect(
            once.map(\.candidate) != (try Draw(list: list(61), rule: rule, seed: "20310105-3141592").outcome().map(\.candidate)))
    }

    @Test("fingerprint and rank are those that another program finds")
    func oracle() throws {
        let list = DrawList([Candidate(id: "a", label: "甲"), Candidate(id: "b", label: "乙", exclusion: "回避")])
        #expect(list.fingerprint == "317d6ddb1e08996f989c20b934110223e4225c0ef900874cf9d91ea2b2cb1d62")
        let drawn = try Draw(list: list, rule: DrawRule(size: .total(1)), seed: "s").outcome()
        #expect(drawn.map(\.candidate.id) == ["a"])
        #expect(drawn.map(\.rank) == ["ff6370312874041099976a2c29d94e339b63efac309d56e9634f2d6147719c2d"])
    }

    @Test("nobody who is excluded is drawn, and a list of excluded ones cannot be drawn from")
    func exclusions() throws {
        for seed in 0..<40 {
            let drawn = try Draw(list: list(10, excluded: [1, 4, 7]), rule: DrawRule(size: .total(7)), seed: "\(seed)").outcome()
            #expect(Set(drawn.map(\.candidate.label)) == ["样例卷0", "样例卷2", "样例卷3", "样例卷5", "样例卷6", "样例卷8", "样例卷9"])
        }
        #expect(throws: DrawRefusal.nothingEligible) {
            try Draw(list: self.list(2, excluded: [0, 1]), rule: DrawRule(size: .total(1)), seed: "1").outcome()
        }
    }

    @Test("each stratum gives its number or its share, rounded up, at least one")
    func strata() throws {
        let each = try Draw(list: list(30, strata: 6), rule: DrawRule(size: .perStratum(2)), seed: "7").outcome()
        #expect(
            Dictionary(grouping: each, by: \.candidate.stratum).mapValues(\.count)
                == Dictionary(
                    uniqueKeysWithValues: (0..<6).map { ("单位\($0)", 2) }))
        let share = try Draw(list: list(31, strata: 6), rule: DrawRule(size: .percent(20)), seed: "7").outcome()
        #expect(Dictionary(grouping: share, by: \.candidate.stratum).mapValues(\.count)["单位0"] == 2)
        #expect(share.count == 7)
    }

    @Test("teams are of the right size, without a person twice, and turns differ by one at most")
    func teams() throws {
        let people = DrawList((1...5).map { Candidate(id: "z\($0)", label: "样例员\($0)", exclusion: $0 == 5 ? "回避" : nil) })
        let drawn = try Draw(list: list(50), people: people, rule: DrawRule(size: .total(11), teamSize: 2), seed: "x").outcome()
        #expect(drawn.allSatisfy { Set($0.team.map(\.id)).count == 2 && !$0.team.contains { $0.id == "z5" } })
        let turns = Dictionary(grouping: drawn.flatMap(\.team), by: \.id).mapValues(\.count)
        #expect((turns.values.max() ?? 0) - (turns.values.min() ?? 0) <= 1 && turns.count == 4)
        #expect(throws: DrawRefusal.tooFewPeople(needs: 5, has: 4)) {
            try Draw(list: self.list(5), people: people, rule: DrawRule(size: .total(1), teamSize: 5), seed: "x").outcome()
        }
    }

    @Test("every candidate is drawn about equally often over many seeds")
    func fairness() throws {
        var counts: [String: Int] = [:]
        for seed in 0..<2000 {
            for one in try Draw(list: list(20), rule: DrawRule(size: .total(5)), seed: "种子\(seed)").outcome() {
                counts[one.candidate.id, default: 0] += 1
            }
        }
        // 500 expected of each, standard deviation 19.4: five of them to either side.
        #expect(counts.count == 20 && counts.values.allSatisfy { (403...597).contains($0) })
    }
}
