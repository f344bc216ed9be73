import Crypto
import Testing

@testable import Vault

@Suite("The chain of the log")
struct ChainTests {
    typealias Line = (encoded: [UInt8], hash: [UInt8])

    static func entry(_ index: Int, _ random: inout Seeded) -> ChainedEntry {
        ChainedEntry(
            district: "huancui", sequence: 0, at: 1_642_464_000_000 + Int64(index), actor: "A1", act: "edit", register: "cases",
            record: "R\(index % 7)", revision: Int64(index), definitionDigest: [1, 2, 3],
            payload: ["title": ["before": nil, "after": .text("第\(index)件")], "more": .random(&random)])
    }

    static func chain(_ count: Int, seed: UInt64 = 5) -> (lines: [Line], head: ChainHead) {
        var random = Seeded(seed)
        var head = ChainHead.start(of: "huancui")
        let lines = (0..<count).map { head.append(entry($0, &random)) }
        return (lines, head)
    }

    static func verify(_ lines: [Line], anchors: [ChainHead] = [], after: ChainHead? = nil) -> ChainFinding? {
        var verifier = ChainVerifier(district: "huancui", after: after, anchors: anchors)
        for line in lines { verifier.feed(line.encoded, hash: line.hash) }
        return verifier.finish()
    }

    @Test("an entry comes back from its bytes")
    func entries() throws {
        var random = Seeded(3)
        for index in 0..<200 {
            let entry = Self.entry(index, &random)
            #expect(try ChainedEntry(decoding: entry.encoded) == entry)
        }
        #expect(throws: CanonicalError.notAnEntry) { try ChainedEntry(decoding: CanonicalValue.list([.int(1)]).encoded) }
    }

    @Test("a line's hash is SHA-256 over the hash before and the line's bytes, and needs no key")
    func hashing() {
        let (lines, head) = Self.chain(3)
        var hash = Array(SHA256.hash(data: utf8("zhunsheng log 1\nhuancui")))
        for line in lines {
            hash = Array(SHA256.hash(data: hash + line.encoded))
            #expect(hash == line.hash)
        }
        #expect(head == ChainHead(district: "huancui", sequence: 3, hash: hash))
        #expect(ChainHead.start(of: "a").hash != ChainHead.start(of: "b").hash)
    }

    @Test("the first line of a chain is the same bytes on every machine")
    func vector() throws {
        var head = ChainHead.start(of: "d")
        let line = head.append(
            ChainedEntry(
                district: "", sequence: 0, at: 1, actor: "a", act: "b", register: "c", record: "e", revision: 2,
                definitionDigest: [7],
                payload: ["k": 3]))
        let bytes: [UInt8] =
            [
                6, 0, 0, 0, 11, 3, 0, 0, 0, 0, 0, 0, 0, 1, 4, 0, 0, 0, 1, 0x64, 3, 0, 0, 0, 0, 0, 0, 0, 1, 3, 0, 0, 0, 0, 0, 0, 0,
                1,
            ]
            + [4, 0, 0, 0, 1, 0x61, 4, 0, 0, 0, 1, 0x62, 4, 0, 0, 0, 1, 0x63, 4, 0, 0, 0, 1, 0x65, 3, 0, 0, 0, 0, 0, 0, 0, 2]
            + [5, 0, 0, 0, 1, 7, 7, 0, 0, 0, 1, 0, 0, 0, 1, 0x6B, 3, 0, 0, 0, 0, 0, 0, 0, 3]
        #expect(line.encoded == bytes)
    }

    @Test("a whole chain verifies, from its start or from a head that was noted")
    func whole() {
        let (lines, head) = Self.chain(50)
        #expect(Self.verify(lines) == nil)
        #expect(Self.verify([]) == nil)
        #expect(Self.verify(lines, anchors: [head]) == nil)
        let middle = ChainHead(district: "huancui", sequence: 20, hash: lines[19].hash)
        #expect(Self.verify(Array(lines[20...]), anchors: [middle, head], after: middle) == nil)
    }

    @Test("every altered byte of a line is found at that line")
    func alteredBytes() {
        let (lines, _) = Self.chain(4)
        for index in lines[2].encoded.indices {
            var altered = lines
            altered[2].encoded[index] ^= 0x01
            #expect(Self.verify(altered) != nil, "byte \(index)")
        }
        var altered = lines
        altered[2].hash[0] ^= 1
        #expect(Self.verify(altered) == .altered(sequence: 3))
        altered = lines
        altered[2].encoded[altered[2].encoded.count - 1] ^= 1
        #expect([ChainFinding.altered(sequence: 3), .unreadable(after: 2)].contains(Self.verify(altered)))
    }

    @Test("a line that was altered and hashed anew is found at the next one")
    func rehashed() throws {
        var (lines, _) = Self.chain(5)
        var entry = try ChainedEntry(decoding: lines[2].encoded)
        entry.actor = "A2"
        lines[2] = (entry.encoded, entry.hash(previous: lines[1].hash))
        #expect(Self.verify(lines) == .altered(sequence: 4))
    }

    @Test("a chain rewritten to its end is found by an anchor alone")
    func rewritten() throws {
        let (lines, head) = Self.chain(6)
        var other = ChainHead(district: "huancui", sequence: 2, hash: lines[1].hash)
        var entry = try ChainedEntry(decoding: lines[2].encoded)
        entry.actor = "A2"
        var forged = Array(lines[..<2])
        forged.append(other.append(entry))
        for line in lines[3...] { forged.append(other.append(try ChainedEntry(decoding: line.encoded))) }
        #expect(Self.verify(forged) == nil)
        #expect(Self.verify(forged, anchors: [head]) == .rewritten(sequence: 6))
        let early = ChainHead(district: "huancui", sequence: 4, hash: lines[3].hash)
        #expect(Self.verify(forged, anchors: [early, head]) == .rewritten(sequence: 4))
    }

    @Test("missing lines are named with both ends, at the end with the help of an anchor")
    func missing() {
        let (lines, head) = Self.chain(10)
        #expect(Self.verify(Array(lines[1...])) == .missing(from: 1, through: 1))
        #expect(Self.verify(Array(lines[..<4] + lines[7...])) == .missing(from: 5, through: 7))
        #expect(Self.verify(Array(lines[..<8])) == nil)
        #expect(Self.verify(Array(lines[..<8]), anchors: [head]) == .missing(from: 9, through: 10))
        #expect(Self.verify([], anchors: [head]) == .missing(from: 1, through: 10))
    }

    @Test("a removed, exchanged or repeated line is found wherever it stands")
    func everywhere() {
        var random = Seeded(8)
        let (lines, head) = Self.chain(40)
        for _ in 0..<rounds(300, long: 20_000) {
            let first = Int.random(in: 0..<40, using: &random)
            let second = Int.random(in: 0..<40, using: &random)
            var altered = lines
            altered.remove(at: first)
            #expect(Self.verify(altered, anchors: [head]) == .missing(from: Int64(first + 1), through: Int64(first + 1)))
            guard first < second else { continue }
            altered = lines
            altered.swapAt(first, second)
            #expect(Self.verify(altered, anchors: [head]) == .reordered(expected: Int64(first + 1), found: Int64(second + 1)))
            altered = lines
            altered.insert(lines[first], at: second + 1)
            #expect(Self.verify(altered) == .reordered(expected: Int64(second + 2), found: Int64(first + 1)))
        }
    }

    @Test("a line of another district does not fit in")
    func foreign() throws {
        var lines = Self.chain(3).lines
        var entry = try ChainedEntry(decoding: lines[1].encoded)
        entry.district = "dengta"
        lines[1] = (entry.encoded, entry.hash(previous: lines[0].hash))
        #expect(Self.verify(lines) == .foreign(sequence: 2, district: "dengta"))
    }

    @Test("destroying a record's key leaves the chain whole")
    func shredded() throws {
        let ring = KeyRing.random()
        let place = Binding.applicant.place
        let key = ring.newRecordKey()
        let concealed = try ring.conceal(utf8("张三丰"), bound: .applicant, under: key)
        var random = Seeded(4)
        var entry = Self.entry(1, &random)
        entry.payload = ["applicant": ["after": concealed.logged]]
        var head = ChainHead.start(of: "huancui")
        let line = head.append(entry)
        #expect(throws: VaultError.recordKeyDestroyed) { try ring.unwrap(RecordKey.destroyed, for: place) }
        #expect(Self.verify([line], anchors: [head]) == nil)
        let bytes = utf8("张三丰")
        #expect(!line.encoded.indices.contains { line.encoded[$0...].starts(with: bytes) })
    }
}
