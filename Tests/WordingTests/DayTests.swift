import LegalTime
import Testing
import Wording

struct DayTests {
    let zh = Fixture.chinese
    let en = Fixture.english

    @Test("days are written for registers, for letters and with their weekday")
    func days() {
        #expect(zh.longDay(day("2022-01-18")) == "2022年1月18日" && en.longDay(day("2022-01-18")) == "18 January 2022")
        #expect(zh.dayAndWeekday(day("2021-11-12")) == "2021-11-12 星期五" && en.weekday(day("2022-01-23")) == "Sunday")
        #expect(zh.weekday(day("2022-01-23")) == "星期日")
        #expect(zh.moment(Instant(day: day("2022-01-18"), hour: 9, minute: 5)) == "2022-01-18 09:05")
    }

    @Test(
        "periods have names",
        arguments: [
            ("2021-01-01", "2021-12-31", "2021 年度", "2021"), ("2021-01-01", "2021-03-31", "2021 年 1—3 月", "January–March 2021"),
            ("2021-02-01", "2021-02-28", "2021 年 2 月", "February 2021"),
            ("2021-02-01", "2021-02-27", "2021-02-01 至 2021-02-27", "2021-02-01 to 2021-02-27"),
            ("2021-01-01", "2022-12-31", "2021—2022 年度", "2021–2022"),
            ("2021-11-01", "2022-01-31", "2021 年 11 月—2022 年 1 月", "November 2021 – January 2022"),
        ])
    func periods(_ from: String, _ to: String, _ chinese: String, _ english: String) {
        #expect(zh.period(day(from)...day(to)) == chinese && en.period(day(from)...day(to)) == english)
    }

    @Test("headings are numbered by level")
    func headings() {
        #expect((1...4).map { zh.headingMark(12, level: $0) } == ["十二、", "（十二）", "12.", "（12）"])
        #expect((1...4).map { en.headingMark(2, level: $0) } == ["2. ", "(2) ", "(b) ", "(ii) "])
    }

    @Test("lists are joined by the marks of the language")
    func lists() {
        #expect(zh.list(["甲", "乙", "丙"]) == "甲、乙、丙" && zh.list(["甲", "乙", "丙"], .and) == "甲、乙和丙" && zh.list(["甲"], .or) == "甲")
        #expect(zh.quotedList(["甲", "乙", "丙"], .or) == "“甲”“乙”或“丙”" && en.quotedList(["a", "b", "c"], .or) == "“a”, “b” or “c”")
        #expect(en.list(["a", "b", "c"], .and) == "a, b and c" && zh.list([]) == "")
    }

    @Test("months and quarters head their columns")
    func columns() {
        #expect(
            zh.month(3) == "3 月" && en.month(3) == "March" && zh.quarter(2) == "二季度" && en.quarter(2) == "Q2"
                && zh.year(2021) == "2021 年度")
        #expect(zh.annualDay(annualDay("03-01")) == "3 月 1 日")
    }

    @Test("measure words have English nouns")
    func units() {
        #expect(zh.unit("件") == "件" && en.unit("件") == "cases" && en.unit("万元") == "10,000 yuan" && en.unit("个") == "")
        #expect(zh.number(1117) == "1,117")
    }
}
