import LegalTime
import Records
import TestSupport
import Testing

@Suite("How dates, times, numbers and amounts are written")
struct WritingsTests {
    @Test(
        "a date is read in every writing that offices use",
        arguments: [
            "2021-03-05", "2021/3/5", "2021.3.5", "2021年3月5日", "2021年03月05日", "20210305", "3月5日", "3月5号", "3.5", "3/5", "0305",
            "２０２１年３月５日",
            "２０２１－０３－０５", " 2021 年 3 月 5 日 ", "\u{FEFF}2021-03-05\n", "21年3月5日",
        ])
    func dates(text: String) {
        #expect(DateText.read(text, year: 2021) == .day(Day("2021-03-05")))
    }

    @Test(
        "a date that the calendar does not have names its month and day",
        arguments: [("2021-13-02", 13, 2), ("2021年2月29日", 2, 29), ("20210431", 4, 31), ("13月1日", 13, 1), ("1332", 13, 32)])
    func noSuchDay(text: String, month: Int, day: Int) {
        #expect(DateText.read(text, year: 2021) == .noSuchDay(month: month, day: day))
    }

    @Test(
        "what is no date is not guessed at",
        arguments: [
            "", "昨天", "2021", "2021-03", "2021年", "3", "2021-03-05 10:42", "12-2021", "99年1月5日", "1-2-3-4", "202103051",
            "二〇二一年三月五日", "0-0-0", "٢٠٢١-٠٣-٠٥",
            "99999999999999999999", "1899-12-31x",
        ])
    func notADate(text: String) {
        #expect(DateText.read(text, year: 2021) == .notADate)
    }

    @Test("a short date belongs to the year of today", arguments: [2020, 2021, 2024])
    func shortDate(year: Int) {
        #expect(DateText.read("2月28日", year: year) == .day(Day("\(year)-02-28")))
        #expect(
            DateText.read("2月29日", year: year) == (year % 4 == 0 ? .day(Day("\(year)-02-29")) : .noSuchDay(month: 2, day: 29)))
    }

    @Test(
        "a time is read to the minute",
        arguments: [
            "2021-03-05 10:42", "2021-03-05T10:42", "2021年3月5日10时42分", "2021年3月5日 10点42分", "2021/3/5 10：42", "２０２１－３－５　１０：４２",
            "2021-03-05 10:42:59",
            "2021年3月5日10时42分30秒",
        ])
    func moments(text: String) {
        #expect(DateText.readMoment(text, year: 2021) == Instant(day: Day("2021-03-05"), hour: 10, minute: 42))
    }

    @Test(
        "a time with more to it than hours and minutes is refused rather than cut",
        arguments: [
            "2021-03-05", "2021-03-05 10:42pm", "2021-03-05T10:42+08:00", "2021-03-05T10:42Z", "2021-03-05 10:xx",
            "2021-03-05 24:00", "2021-03-05 10:60", "2021-03-05 10:42:61",
            "2021-03-05 -1:30", "2021-13-05 10:42", "10:42", "2021-03-05 10:42:10:9", "2021-03-05 下午三点",
        ])
    func notMoments(text: String) {
        #expect(DateText.readMoment(text, year: 2021) == nil)
    }

    @Test(
        "an amount is exact in every writing",
        arguments: [
            ("12500", 1_250_000), ("12,500", 1_250_000), ("12，500.5", 1_250_050), ("１２５００", 1_250_000), ("1.25万", 1_250_000),
            ("1.25万元", 1_250_000),
            ("¥12,500.00", 1_250_000), ("￥0.01", 1), ("0.01元", 1), ("12500.10", 1_250_010), ("3亿", 30_000_000_000), ("0", 0),
            ("-5", -500), ("1,2345,6789", 12_345_678_900),
            ("0.1", 10), ("0.29", 29),
        ])
    func money(text: String, fen: Int64) {
        #expect(NumberText.read(text, decimals: 2, dropping: ["元"]) == .scaled(fen))
    }

    @Test("a finer amount than the fen is refused", arguments: ["0.001", "1.234", "0.00000001万"])
    func tooFine(text: String) {
        #expect(NumberText.read(text, decimals: 2) == .tooFine)
    }

    @Test("half a fen of ten thousand is still whole fen") func fineTenThousands() {
        #expect(NumberText.read("0.000001万", decimals: 2) == .scaled(1))
    }

    @Test(
        "what is no number is not guessed at",
        arguments: [
            "", "-", ".", ".5", "1.2.3", "1e5", "0x1F", "3,5", "1,00", ",100", "12,34,567", "一百", "１２三", "九万", "万", "--5", "+5",
            "9999999999999999", "∞", "½", "٣", "5 to 6",
        ])
    func notNumbers(text: String) {
        #expect(NumberText.read(text, decimals: 2) == .notANumber)
    }

    @Test("a number is written so that it reads back")
    func written() {
        #expect(NumberText.write(8_600_000, decimals: 2, trim: false) == "86000.00")
        #expect(NumberText.write(8_600_000, decimals: 2) == "86000")
        #expect(NumberText.write(-5, decimals: 2) == "-0.05")
        #expect(NumberText.write(123_456_789, decimals: 2, grouped: true) == "1,234,567.89")
        #expect(NumberText.write(0, decimals: 2) == "0")
        #expect(NumberText.write(.min, decimals: 0) == "-9223372036854775808")
        var chance = Chance(seed: 11)
        for _ in 0..<Repository.rounds(2000, long: 200_000) {
            let decimals = chance.number(0...6)
            let value = Int64.random(in: -999_999_999_999...999_999_999_999, using: &chance)
            let text = NumberText.write(value, decimals: decimals, grouped: chance.once(in: 2))
            #expect(NumberText.read(text, decimals: decimals) == .scaled(value), "\(text)")
        }
    }

    @Test("a figure is rounded half up, away from zero, and a share of nothing prints a dash")
    func figures() {
        #expect(FigureValue(numerator: 1, denominator: 8, decimals: 2).text == "0.13")
        #expect(FigureValue(numerator: -1, denominator: 8, decimals: 2).text == "-0.13")
        #expect(FigureValue(numerator: 2, denominator: 3, decimals: 1, isPercent: true).text == "66.7%")
        #expect(FigureValue(numerator: 1, denominator: 1, decimals: 1, isPercent: true).text == "100.0%")
        #expect(FigureValue(numerator: 5, denominator: 0, isPercent: true).text == "—")
        #expect(FigureValue(numerator: 0, denominator: 0).decimal == nil)
        #expect(FigureValue(numerator: 526).text == "526")
        #expect(FigureValue(numerator: .max, denominator: 1, decimals: 6).decimal == nil)
    }

    @Test("near names are those that share most with what was typed, best first")
    func near() {
        let names = ["东一社区", "西二社区", "南三社区", "区司法局"]
        #expect(PlainText.near("东一", among: names) == ["东一社区"])
        #expect(PlainText.near("司法局", among: names) == ["区司法局"])
        #expect(PlainText.near("东1社区", among: names).first == "东一社区")
        #expect(PlainText.near("", among: names).isEmpty)
        #expect(PlainText.near("完全别的", among: names).isEmpty)
    }
}
