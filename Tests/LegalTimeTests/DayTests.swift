import Foundation
import LegalTime
import Testing

@Suite("Days")
struct DayTests {
    @Test("every day is written and read back, follows the one before, and keeps the week's order")
    func everyDay() throws {
        let years = Repository.isLong ? 1...9999 : 1890...2110
        var day = try #require(Day(year: years.lowerBound, month: 1, day: 1))
        let last = try #require(Day(year: years.upperBound, month: 12, day: 31))
        var expected = (year: years.lowerBound, month: 1, day: 1)
        var failures = 0
        while true {
            let sameCivil = day.year == expected.year && day.month == expected.month && day.day == expected.day
            let sameDay = Day(year: expected.year, month: expected.month, day: expected.day) == day
            if !sameCivil || !sameDay || day.weekday != (day.daysSince1970 + 719_162) % 7 + 1 { failures += 1 }
            if expected.day % 9 == 0, Day(iso: day.iso) != day { failures += 1 }
            if day == last { break }
            let isLeap = expected.year % 4 == 0 && (expected.year % 100 != 0 || expected.year % 400 == 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            expected.day += 1
            if expected.day > lengths[expected.month - 1] { expected = (expected.year, expected.month + 1, 1) }
            if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
            day = day.adding(days: 1)
        }
        #expect(failures == 0)
    }

    @Test("known days have their known numbers")
    func knownDays() {
        #expect(Day("1970-01-01").daysSince1970 == 0)
        #expect(Day("2000-02-29").daysSince1970 == 11_016)
        #expect(Day("2022-01-18").weekday == 2)
        #expect(Day("1969-12-31").daysSince1970 == -1)
        #expect(Day("2022-01-18").description == "2022-01-18")
    }

    @Test(
        "a text that is no day is refused",
        arguments: [
            "2022-02-29", "2022-13-01", "2022-00-10", "2022-04-31", "2022-1-18", "20220118", "2022-01-18 ", "2022-01-18T10:00",
            "0000-01-01", "二〇二二-01-18", "+022-01-18", "",
        ])
    func noDay(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test("months keep the number of the day or fall back to the last of the month")
    func months() {
        #expect(Day("2022-01-31").adding(months: 1) == Day("2022-02-28"))
        #expect(Day("2024-01-31").adding(months: 1) == Day("2024-02-29"))
        #expect(Day("2022-03-31").adding(months: -1) == Day("2022-02-28"))
        #expect(Day("2022-01-15").adding(months: -13) == Day("2020-12-15"))
        #expect(Day("2024-02-29").adding(years: 1) == Day("2025-02-28"))
        #expect(Day("2024-02-29").adding(years: -4) == Day("2020-02-29"))
    }

    @Test("the ends of months and years")
    func ends() {
        let day = Day("2024-02-10")
        #expect(
            [day.firstOfMonth, day.lastOfMonth, day.firstOfYear, day.lastOfYear].map(\.iso)
                == ["2024-02-01", "2024-02-29", "2024-01-01", "2024-12-31"])
        #expect(Array(Day("2022-02-27")...Day("2022-03-01")).count == 3)
        #expect(Day("2021-11-12").days(until: Day("2022-01-11")) == 60)
    }

    @Test("a day is coded as its text")
    func coding() throws {
        let days = [Day("2022-01-18"), Day("1999-12-31")]
        let text = try JSONEncoder().encode(days)
        #expect(String(decoding: text, as: UTF8.self) == #"["2022-01-18","1999-12-31"]"#)
        #expect(try JSONDecoder().decode([Day].self, from: text) == days)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Day].self, from: Data(#"["2022-02-30"]"#.utf8)) }
    }

    @Test("a day of the year is read, written and found in each year")
    func annualDays() throws {
        let annual = try #require(AnnualDay(text: "02-29"))
        #expect(annual.text == "02-29")
        #expect(annual.day(in: 2023) == Day("2023-02-28"))
        #expect(annual.day(in: 2024) == Day("2024-02-29"))
        #expect(
            annual.days(after: Day("2023-02-28"), through: Day("2026-02-28")).map(\.iso) == [
                "2024-02-29", "2025-02-28", "2026-02-28",
            ])
        for text in ["02-30", "13-01", "3-1", "03-01-", "00-01", "04-00"] { #expect(AnnualDay(text: text) == nil) }
    }
}
