import Draws
import Foundation
import Testing

@Suite("The published record of a draw")
struct DrawRecordTests {
    private func record() throws -> DrawRecord {
        let list = DrawList((1...40).map { Candidate(id: "企业\($0)", label: "样例企业\($0)", stratum: "街道\($0 % 3)") })
        let people = DrawList((1...6).map { Candidate(id: "员\($0)", label: "样例员\($0)") })
        let rule = DrawRule(size: .perStratum(3), teamSize: 2)
        let drawn = try Draw(list: list, people: people, rule: rule, seed: "8f3a").outcome()
        return DrawRecord(
            title: "样例抽查", frozenAt: "2031-01-05T09:00:00+08:00", drawnAt: "2031-01-05T10:00:00+08:00", list: list,
            people: people,
            rule: rule, seed: "8f3a", seedSource: "系统随机数",
            drawn: drawn.map { .init(id: $0.candidate.id, team: $0.team.map(\.id)) })
    }

    @Test("a record comes back from its file and repeats")
    func roundTrip() throws {
        let record = try record()
        let read = try #require(DrawRecord(json: try record.json()))
        #expect(read == record && read.findings().isEmpty)
        #expect(try read.json() == record.json())
    }

    @Test("whoever alters list, seed, choice or team is found out")
    func alterations() throws {
        let record = try record()
        var other = record
        other.list = DrawList(record.list.candidates.dropLast() + [Candidate(id: "企业99", label: "样例企业99", stratum: "街道0")])
        #expect(other.findings().contains { if case .listAltered = $0 { true } else { false } })
        other = record
        other.seed = "8f3b"
        #expect(other.findings().contains { if case .otherChoice(1, _, _) = $0 { true } else { false } })
        other = record
        other.drawn[4].team.swapAt(0, 1)
        #expect(other.findings().contains { if case .otherChoice(5, _, _) = $0 { true } else { false } })
        other = record
        other.drawn.removeLast()
        #expect(other.findings() == [.otherCount(published: 8, found: 9)])
        other = record
        other.drawnAt = "2031-01-05T08:00:00+08:00"
        #expect(other.findings() == [.drawnBeforeFrozen])
    }

    @Test("a file that is none is not read, and no bytes crash the reader")
    func hostile() throws {
        let good = try record().json()
        #expect(DrawRecord(json: []) == nil && DrawRecord(json: Array("{}".utf8)) == nil)
        var random = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            var bytes = good
            for _ in 0..<3 { bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random) }
            _ = DrawRecord(json: bytes)?.findings()
        }
    }
}
