import Testing

@testable import Vault

@Suite("Look-up hashes")
struct LookUpTests {
    let ring = KeyRing.random()

    @Test(
        "ways to type one name, number or telephone come to one form",
        arguments: [
            (LookUpForm.name, "张三丰", ["张三丰", " 张 三　丰 ", "\u{FEFF}张三\u{200B}丰", "张三丰\n"]),
            (.name, "阿不都·热依木", ["阿不都•热依木", "阿不都・热依木", "阿不都 · 热依木", "阿不都．热依木", "阿不都･热依木"]),
            (.name, "JOHNSMITH", ["John Smith", "ＪＯＨＮ　ＳＭＩＴＨ", "john smith"]),
            (
                .idNumber, "11010519491231002X",
                ["11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ", "110105 19491231 002X", "110105-19491231-002x"]
            ),
            (
                .phone, "13800138000",
                ["138 0013 8000", "+86 138-0013-8000", "008613800138000", "8613800138000", "（+86）１３８００１３８０００", "＋8613800138000"]
            ),
            (.phone, "04161234567", ["0416-1234567", "(0416) 1234567"]),
            (.phone, "8612345", ["8612345", "861-2345"]),
        ])
    func forms(form: LookUpForm, expected: String, typed: [String]) {
        for typed in typed {
            #expect(form.normalised(typed) == expected, "\(typed)")
            #expect(ring.lookUpHash(typed, as: form) == ring.lookUpHash(expected, purpose: form.rawValue))
        }
    }

    @Test("normalising a normalised value changes nothing")
    func idempotent() {
        var random = Seeded(11)
        let letters = Array("张三 x·•１２-+86（）Xé㈠ｶﾞ\u{301}\u{200D}ß")
        for _ in 0..<rounds(2_000, long: 200_000) {
            let raw = String(
                (0..<Int.random(in: 0..<12, using: &random)).compactMap { _ in letters.randomElement(using: &random) })
            for form in LookUpForm.allCases where form != .phone {
                let once = form.normalised(raw)
                #expect(form.normalised(once) == once, "\(raw.unicodeScalars.map { $0.value })")
            }
        }
    }

    @Test("a hash is 16 bytes, repeatable, and differs by value, purpose and ring")
    func distinct() {
        let hash = ring.lookUpHash("张三丰", purpose: "name")
        #expect(hash.count == KeyRing.lookUpHashCount)
        #expect(hash == ring.lookUpHash("张三丰", purpose: "name"))
        #expect(hash != ring.lookUpHash("张三", purpose: "name"))
        #expect(hash != ring.lookUpHash("张三丰", purpose: "phone"))
        #expect(hash != KeyRing.random().lookUpHash("张三丰", purpose: "name"))
        #expect(ring.lookUpHash("bc", purpose: "a") != ring.lookUpHash("c", purpose: "ab"))
    }

    @Test("while a look-up key rotates, a query gets the hashes of both keys, the active one first")
    func rotation() throws {
        let old = ring.lookUpHash("张三丰", as: .name)
        let rotated = ring.adding(.lookUp)
        let hashes = rotated.lookUpHashes(" 张三丰", as: .name)
        #expect(hashes.count == 2)
        #expect(hashes == [rotated.lookUpHash("张三丰", as: .name), old])
        #expect(try rotated.retiring(.lookUp, id: 1).lookUpHashes("张三丰", as: .name) == [hashes[0]])
    }
}
