import Testing

@testable import Proofreading

@Suite("exact numbers")
struct NumeralTests {
    @Test("a share is the quotient rounded half up, and truncation is told from it")
    func sharesAreRounded() {
        #expect(
            ShareComparison(Numeral(units: 11), over: Numeral(units: 39), percent: Numeral(units: 282, decimals: 1)) == .holds)
        #expect(ShareComparison(Numeral(units: 1), over: Numeral(units: 8), percent: Numeral(units: 13)) == .holds)
        #expect(ShareComparison(Numeral(units: 1), over: Numeral(units: 8), percent: Numeral(units: 12)) == .truncated)
        #expect(
            ShareComparison(Numeral(units: 2), over: Numeral(units: 3), percent: Numeral(units: 66, decimals: 0)) == .truncated)
        #expect(
            ShareComparison(Numeral(units: 30), over: Numeral(units: 80), percent: Numeral(units: 357, decimals: 1))
                == .differs(Numeral(units: 375, decimals: 1)))
        #expect(!ShareComparison(Numeral(units: 1), over: Numeral(units: 0), percent: Numeral(units: 100)).isHeld)
    }

    @Test("a hundred per cent means all, however many there are")
    func hundredMeansAll() {
        #expect(ShareComparison(Numeral(units: 1260), over: Numeral(units: 1260), percent: Numeral(units: 100)) == .holds)
        #expect(!ShareComparison(Numeral(units: 9999), over: Numeral(units: 10000), percent: Numeral(units: 100)).isHeld)
    }

    @Test(
        "characters are read as numbers only where they are one",
        arguments: [
            ("十五", 15), ("二百三十", 230), ("两", 2), ("二十", 20), ("一百零五", 105), ("三千", 3000), ("八五", nil), ("十四五", nil), ("三四", nil),
            ("百", nil),
        ] as [(String, Int?)])
    func hanNumerals(_ text: String, _ value: Int?) {
        let glyphs = glyphs(text)
        #expect(ChineseNumeral.value(glyphs, 0..<glyphs.count) == value)
    }

    @Test("a slip is one, ten or two digits changed about")
    func slips() {
        #expect(NearMiss.sum(total: 639, parts: [266, 13]))
        #expect(NearMiss.sum(total: 526, parts: [189, 336]))
        #expect(!NearMiss.sum(total: 526, parts: [189, 300]))
        #expect(!NearMiss.sum(total: 5, parts: [2, 2]))
        #expect(NearMiss.sum(total: 1_210_000, parts: [800_000, 400_000]))
        #expect(NearMiss.pair(54, 45))
        #expect(!NearMiss.pair(19, 10))
    }

    @Test("plain decimals are printed as they are")
    func printed() {
        #expect(Numeral(units: 282, decimals: 1).description == "28.2")
        #expect(Numeral(units: 5, decimals: 2).description == "0.05")
        #expect(Numeral(units: 36, decimals: 1).shifted(by: 4) == Numeral(units: 36000))
        #expect(Numeral(units: 999_999_999_999, decimals: 0).shifted(by: 8) == nil)
    }
}
