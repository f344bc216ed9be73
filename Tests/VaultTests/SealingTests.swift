import Testing

@testable import Vault

@Suite("Sealing")
struct SealingTests {
    let ring = KeyRing.random()
    let place = Binding.applicant

    @Test("a sealed text opens again at its place")
    func roundTrip() throws {
        for text in ["", "张三丰", String(repeating: "长", count: 4000)] {
            let sealed = try ring.seal(text, bound: place)
            #expect(sealed.count == text.utf8.count + 33)
            #expect(try ring.openText(sealed, bound: place) == text)
        }
    }

    @Test("the same value never seals to the same bytes")
    func freshNonce() throws {
        let sealed = try (0..<1000).map { _ in try ring.seal("张三丰", bound: place) }
        #expect(Set(sealed).count == 1000)
    }

    @Test(
        "a ciphertext that was moved to another place does not open",
        arguments: [
            Binding(district: "other", register: "cases", record: "R1", field: "applicant"),
            Binding(district: "huancui", register: "other", record: "R1", field: "applicant"),
            Binding(district: "huancui", register: "cases", record: "R2", field: "applicant"),
            Binding(district: "huancui", register: "cases", record: "R1", field: "respondent"),
            Binding(district: "huancui", register: "cases", record: "R1", field: "applicant", row: ""),
            Binding(district: "huancui", register: "cases", record: "R1", field: "applicant", row: "1"),
            Binding(district: "huancui", register: "casesR", record: "1", field: "applicant"),
            Binding(district: "huancui", register: "cases", record: "R1applicant", field: ""),
            Binding(district: "huancuic", register: "ases", record: "R1", field: "applicant"),
        ])
    func moved(to other: Binding) throws {
        let sealed = try ring.seal("张三丰", bound: place)
        #expect(throws: VaultError.sealAltered) { try ring.open(sealed, bound: other) }
    }

    @Test("no single flipped bit goes unnoticed")
    func everyBit() throws {
        let sealed = try ring.seal("张三丰", bound: place)
        for bit in 0..<(sealed.count * 8) {
            var altered = sealed
            altered[bit / 8] ^= 1 << (bit % 8)
            #expect(throws: VaultError.self) { try ring.open(altered, bound: place) }
        }
    }

    @Test("cut or empty bytes are no ciphertext")
    func cut() throws {
        let sealed = try ring.seal("张三丰", bound: place)
        for count in 0..<sealed.count {
            #expect(throws: VaultError.self) { try ring.open(Array(sealed[..<count]), bound: place) }
        }
        #expect(throws: VaultError.notSealed) { try ring.open([], bound: place) }
    }

    @Test("another installation's ring does not open it")
    func foreignRing() throws {
        let sealed = try ring.seal("张三丰", bound: place)
        #expect(throws: VaultError.sealAltered) { try KeyRing.random().open(sealed, bound: place) }
    }

    @Test("bytes that are not UTF-8 do not open as text")
    func notText() throws {
        let sealed = try ring.seal([0xFF, 0xFE], bound: place)
        #expect(throws: VaultError.notText) { try ring.openText(sealed, bound: place) }
        #expect(try ring.open(sealed, bound: place) == [0xFF, 0xFE])
    }
}

@Suite("Rotation")
struct RotationTests {
    @Test("after a rotation old values stay readable, new ones take the new key, and the old key can go once all are resealed")
    func rotation() throws {
        let old = KeyRing.random()
        let before = try old.seal("张三丰", bound: .applicant)
        let ring = old.adding(.encryption)
        #expect(ring.activeID(of: .encryption) == 2)
        #expect(try ring.openText(before, bound: .applicant) == "张三丰")

        let after = try #require(try ring.reseal(before, bound: .applicant))
        #expect(try KeyRing.keyID(of: after) == 2)
        #expect(try ring.reseal(after, bound: .applicant) == nil)
        #expect(throws: VaultError.keyUnknown(use: .encryption, id: 2)) { try old.open(after, bound: .applicant) }

        let rid = try ring.retiring(.encryption, id: 1)
        #expect(try rid.openText(after, bound: .applicant) == "张三丰")
        #expect(throws: VaultError.keyUnknown(use: .encryption, id: 1)) { try rid.open(before, bound: .applicant) }
    }

    @Test("a key can be handed round before it becomes active")
    func twoSteps() throws {
        let ring = KeyRing.random().adding(.encryption, active: false)
        #expect(ring.activeID(of: .encryption) == 1)
        let next = try ring.activating(.encryption, id: 2)
        #expect(try ring.openText(next.seal("值", bound: .applicant), bound: .applicant) == "值")
        #expect(next.ids(of: .encryption) == [1, 2])
        #expect(try next.openText(ring.seal("值", bound: .applicant), bound: .applicant) == "值")
    }

    @Test("the active key cannot be retired, and an unknown one neither retired nor made active")
    func refusals() {
        let ring = KeyRing.random()
        #expect(throws: VaultError.keyActive(use: .lookUp, id: 1)) { try ring.retiring(.lookUp, id: 1) }
        #expect(throws: VaultError.keyUnknown(use: .lookUp, id: 7)) { try ring.retiring(.lookUp, id: 7) }
        #expect(throws: VaultError.keyUnknown(use: .encryption, id: 7)) { try ring.activating(.encryption, id: 7) }
    }

    @Test("resealing refuses a value at the wrong place rather than binding it there")
    func resealChecks() throws {
        let old = KeyRing.random()
        let sealed = try old.seal("张三丰", bound: .applicant)
        var other = Binding.applicant
        other.field = "respondent"
        #expect(throws: VaultError.sealAltered) { try old.adding(.encryption).reseal(sealed, bound: other) }
    }
}
