import Testing

@testable import Vault

@Suite("Record keys and commitments")
struct RecordKeyTests {
    let ring = KeyRing.random()
    let place = Binding.applicant.place

    @Test("a concealed value comes back under its record's key and fits its commitment")
    func roundTrip() throws {
        let key = try ring.unwrap(ring.wrap(ring.newRecordKey(), for: place), for: place)
        let concealed = try ring.conceal(utf8("张三丰"), bound: .applicant, under: key)
        #expect(concealed.commitment.count == 32 && concealed.salt.count == 16)
        #expect(try ring.reveal(concealed, bound: .applicant, under: key) == utf8("张三丰"))
        #expect(concealed.logged == ["commitment": .bytes(concealed.commitment), "salt": .bytes(concealed.salt)])
    }

    @Test("equal values do not show as equal in the log")
    func salted() throws {
        let key = ring.newRecordKey()
        let first = try ring.conceal(utf8("张三丰"), bound: .applicant, under: key)
        let second = try ring.conceal(utf8("张三丰"), bound: .applicant, under: key)
        #expect(first.commitment != second.commitment && first.salt != second.salt && first.sealed != second.sealed)
    }

    @Test("a commitment cannot be tried out without the record's key, nor without the ring")
    func bothKeys() {
        let key = ring.newRecordKey()
        let salt: [UInt8] = [1, 2, 3]
        let commitment = ring.commit(utf8("张三丰"), salt: salt, under: key)
        #expect(commitment == ring.commit(utf8("张三丰"), salt: salt, under: key))
        #expect(commitment != ring.commit(utf8("张三丰"), salt: salt, under: ring.newRecordKey()))
        #expect(commitment != KeyRing.random().commit(utf8("张三丰"), salt: salt, under: key))
        #expect(ring.commit([2], salt: [1], under: key) != ring.commit([1, 2], salt: [], under: key))
    }

    @Test("a value exchanged in the side table is found out")
    func exchanged() throws {
        let key = ring.newRecordKey()
        let first = try ring.conceal(utf8("张三丰"), bound: .applicant, under: key)
        let second = try ring.conceal(utf8("李四"), bound: .applicant, under: key)
        let mixed = CommittedValue(salt: first.salt, commitment: first.commitment, sealed: second.sealed)
        #expect(throws: VaultError.commitmentDiffers) { try ring.reveal(mixed, bound: .applicant, under: key) }
    }

    @Test("rotation wraps the record's key anew and leaves the values as they are")
    func rewrap() throws {
        let key = ring.newRecordKey()
        let wrapped = try ring.wrap(key, for: place)
        let concealed = try ring.conceal(utf8("张三丰"), bound: .applicant, under: key)
        let rotated = ring.adding(.encryption)
        let again = try #require(try rotated.rewrap(wrapped, for: place))
        #expect(try rotated.rewrap(again, for: place) == nil)
        let late = try rotated.retiring(.encryption, id: 1)
        #expect(try late.reveal(concealed, bound: .applicant, under: late.unwrap(again, for: place)) == utf8("张三丰"))
        #expect(throws: VaultError.keyUnknown(use: .encryption, id: 1)) { try late.unwrap(wrapped, for: place) }
    }

    @Test("a destroyed key stays destroyed through rotation")
    func destroyed() throws {
        #expect(throws: VaultError.recordKeyDestroyed) { try ring.unwrap(RecordKey.destroyed, for: place) }
        #expect(try ring.adding(.encryption).rewrap(RecordKey.destroyed, for: place) == nil)
    }

    @Test("neither a wrapped key of another record nor a field's ciphertext passes for this record's key")
    func kinds() throws {
        let wrapped = try ring.wrap(ring.newRecordKey(), for: place)
        var other = place
        other.record = "R2"
        #expect(throws: VaultError.sealAltered) { try ring.unwrap(wrapped, for: other) }
        let bound = Binding(place: place, field: "")
        #expect(throws: VaultError.sealAltered) { try ring.open(wrapped, bound: bound) }
        #expect(throws: VaultError.sealAltered) {
            try ring.unwrap(ring.seal([UInt8](repeating: 1, count: 32), bound: bound), for: place)
        }
    }
}
