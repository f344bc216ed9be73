import Testing

@testable import Vault

@Suite("Canonical values")
struct CanonicalValueTests {
    @Test("the notation is the one that is written down")
    func vectors() {
        let value: CanonicalValue = ["b": [nil, true, false, -2], "a": "准", "": .bytes([9])]
        let bytes: [UInt8] = [
            7, 0, 0, 0, 3,
            0, 0, 0, 0, 5, 0, 0, 0, 1, 9,
            0, 0, 0, 1, 0x61, 4, 0, 0, 0, 3, 0xE5, 0x87, 0x86,
            0, 0, 0, 1, 0x62, 6, 0, 0, 0, 4, 0, 2, 1, 3, 255, 255, 255, 255, 255, 255, 255, 254,
        ]
        #expect(value.encoded == bytes)
    }

    @Test("every value comes back, and encodes to the same bytes again")
    func roundTrip() throws {
        var random = Seeded(1)
        for _ in 0..<rounds(3_000, long: 300_000) {
            let value = CanonicalValue.random(&random)
            let bytes = value.encoded
            let read = try CanonicalValue(decoding: bytes)
            #expect(read == value)
            #expect(read.encoded == bytes)
        }
    }

    @Test("bytes that were altered are refused, or are the one encoding of another value")
    func strict() {
        var random = Seeded(2)
        for _ in 0..<rounds(5_000, long: 500_000) {
            var bytes = CanonicalValue.random(&random).encoded
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes.insert(UInt8.random(in: 0...8, using: &random), at: Int.random(in: 0...bytes.count, using: &random))
                case 1 where !bytes.isEmpty: bytes.remove(at: Int.random(in: 0..<bytes.count, using: &random))
                default:
                    guard !bytes.isEmpty else { continue }
                    bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
                }
            }
            if let value = try? CanonicalValue(decoding: bytes) { #expect(value.encoded == bytes) }
        }
    }

    @Test("text is the same bytes whichever way its accents were typed")
    func composed() {
        #expect(utf8("e\u{301}") != utf8("\u{E9}"))
        #expect(CanonicalValue.text("e\u{301}").encoded == CanonicalValue.text("\u{E9}").encoded)
        #expect(CanonicalValue.text("\u{F900}").encoded == CanonicalValue.text("\u{8C48}").encoded)
        #expect(CanonicalValue.text("１").encoded != CanonicalValue.text("1").encoded)
    }

    @Test(
        "what has another encoding is refused",
        arguments: [
            ([], CanonicalError.cutShort(at: 0)),
            ([8], .tagUnknown(8, at: 0)),
            ([0, 0], .notCanonical(at: 1)),
            ([3, 0, 0], .cutShort(at: 1)),
            ([4, 0, 0, 0, 1, 0xFF], .notCanonical(at: 1)),
            ([4, 0, 0, 0, 3, 0x65, 0xCC, 0x81], .notCanonical(at: 1)),
            ([5, 0xFF, 0xFF, 0xFF, 0xFF], .cutShort(at: 5)),
            ([6, 0xFF, 0xFF, 0xFF, 0xFF], .cutShort(at: 5)),
            ([7, 0, 0, 0, 2, 0, 0, 0, 1, 0x62, 0, 0, 0, 0, 1, 0x61, 0], .notCanonical(at: 11)),
            ([7, 0, 0, 0, 2, 0, 0, 0, 1, 0x61, 0, 0, 0, 0, 1, 0x61, 0], .notCanonical(at: 11)),
        ] as [([UInt8], CanonicalError)])
    func refused(bytes: [UInt8], error: CanonicalError) {
        #expect(throws: error) { try CanonicalValue(decoding: bytes) }
    }

    @Test("endless nesting is refused, not a crash")
    func nesting() throws {
        let deep = (0..<100_000).flatMap { _ in [6, 0, 0, 0, 1] as [UInt8] }
        #expect(throws: CanonicalError.self) { try CanonicalValue(decoding: deep) }
        var value: CanonicalValue = .null
        for _ in 0..<32 { value = .list([value]) }
        #expect(try CanonicalValue(decoding: value.encoded) == value)
        #expect(throws: CanonicalError.tooDeep(at: 161)) { try CanonicalValue(decoding: CanonicalValue.list([value]).encoded) }
    }
}
