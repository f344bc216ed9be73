import LegalTime
import Testing

@Suite("The calendar of working days")
struct WorkCalendarTests {
    let calendar = Repository.calendar

    @Test("the repository holds the years 2004 to 2026, each right in itself")
    func years() {
        #expect(calendar.editions.map(\.year) == Array(2004...2026))
        #expect(calendar.editions.flatMap(\.problems).isEmpty)
        #expect(calendar.editions.reduce(0) { $0 + $1.restDays.count } == 621)
        #expect(calendar.editions.reduce(0) { $0 + $1.workDays.count } == 150)
    }

    @Test("the arrangement of 2026 is that of the notice")
    func year2026() {
        let work = Day("2026-01-01").through("2026-12-31").filter { calendar.kind(of: $0) == .makeUpWorkday }
        #expect(work.map(\.iso) == ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"])
        let rest = Day("2026-02-01").through("2026-02-28").filter { calendar.kind(of: $0) == .restDay }
        #expect(rest == Day("2026-02-15").through("2026-02-23"))
    }

    @Test("kinds of days: workday, weekend, arranged rest day, make-up workday")
    func kinds() {
        #expect(calendar.kind(of: Day("2022-01-28")) == .workday)
        #expect(calendar.kind(of: Day("2022-01-29")) == .makeUpWorkday)
        #expect(calendar.kind(of: Day("2022-01-31")) == .restDay)
        #expect(calendar.kind(of: Day("2022-01-22")) == .weekend)
        #expect(calendar.kind(of: Day("2030-01-05")) == .weekend)
        #expect(calendar.kind(of: Day("1990-01-05")) == .workday)
    }

    @Test("what the running count answers is what stepping from day to day answers, within the table and on both sides of it")
    func stepping() {
        var chance = Chance(seed: 11)
        for _ in 0..<(Repository.isLong ? 20_000 : 700) {
            let day = chance.day(from: "2002-01-01", through: "2029-12-31")
            let count = chance.number(1...80)
            var (forward, back, found) = (day, day, 0)
            while found < count {
                forward = forward.adding(days: 1)
                found += calendar.isWorkingDay(forward) ? 1 : 0
            }
            while found > 0 {
                back = back.adding(days: -1)
                found -= calendar.isWorkingDay(back) ? 1 : 0
            }
            #expect(calendar.workingDay(count, after: day) == forward)
            #expect(calendar.workingDay(count, before: day) == back)
            #expect(calendar.workingDays(after: day, through: forward) == count)
            #expect(calendar.workingDays(after: forward, through: day) == -count)
            #expect(calendar.nextWorkingDay(onOrAfter: day) == day.through("2031-01-01").first(where: calendar.isWorkingDay))
            #expect(calendar.previousWorkingDay(onOrBefore: forward) == forward)
            #expect(calendar.previousWorkingDay(onOrBefore: forward.adding(days: 1)) >= forward)
        }
    }

    @Test("without any edition the weekday alone decides and nothing is covered")
    func weekdaysOnly() {
        let plain = WorkCalendar.weekdaysOnly
        #expect(plain.workingDay(5, after: Day("2022-01-28")) == Day("2022-02-04"))
        #expect(plain.workingDay(6, before: Day("1969-12-29")) == Day("1969-12-19"))
        #expect(!plain.covers(Day("2022-01-28")))
        #expect(plain.nextWorkingDay(onOrAfter: Day("2022-01-29")) == Day("2022-01-31"))
    }

    @Test("coverage is by year, gaps between editions included")
    func coverage() {
        let gapped = WorkCalendar(editions: Repository.editions.filter { $0.year != 2015 })
        #expect(calendar.covers(Day("2004-01-01")) && calendar.covers(Day("2026-12-31")))
        #expect(!calendar.covers(Day("2003-12-31")) && !calendar.covers(Day("2027-01-01")))
        #expect(gapped.covers(Day("2014-12-31")) && !gapped.covers(Day("2015-06-01")) && gapped.covers(Day("2016-01-01")))
        #expect(gapped.firstUncoveredYear(from: Day("2014-12-01"), through: Day("2016-02-01")) == 2015)
        #expect(gapped.firstUncoveredYear(from: Day("2016-12-01"), through: Day("2026-02-01")) == nil)
        #expect(calendar.firstUncoveredYear(from: Day("2026-12-01"), through: Day("2030-02-01")) == 2027)
    }

    @Test("a new edition is laid over the old one of its year and may reach into the neighbouring years")
    func adding() {
        let edition = YearEdition(
            year: 2027, restDays: [Day("2026-12-31"), Day("2027-01-01")], workDays: [Day("2026-12-27")], source: "示例")
        let newer = calendar.adding(edition)
        #expect(newer.covers(Day("2027-06-01")))
        #expect(newer.kind(of: Day("2026-12-31")) == .restDay)
        #expect(newer.kind(of: Day("2026-12-27")) == .makeUpWorkday)
        #expect(newer.nextWorkingDay(onOrAfter: Day("2026-12-31")) == Day("2027-01-04"))
        let emptied = newer.adding(YearEdition(year: 2027, restDays: [], workDays: [], source: "示例", version: 2))
        #expect(emptied.editions.last?.version == 2)
        #expect(emptied.isWorkingDay(Day("2026-12-31")))
    }

    @Test("mistakes in an edition are named")
    func problems() {
        let edition = YearEdition(
            year: 2027, restDays: [Day("2027-02-06"), Day("2028-05-01")], workDays: [Day("2027-02-06"), Day("2027-02-08")],
            source: "示例")
        #expect(
            edition.problems == [
                .restAndWork(Day("2027-02-06")), .workDayOnWeekday(Day("2027-02-08")), .outsideYear(Day("2028-05-01")),
            ])
        #expect(WorkCalendar(editions: [edition]).kind(of: Day("2028-05-01")) == .workday)
    }

    @Test("what repeats is due again from the start by whole lengths")
    func occurrences() {
        func days(_ length: Length, _ from: String, _ through: String) -> [String] {
            calendar.occurrences(every: length, from: Day(from), through: Day(through)).map(\.iso)
        }
        #expect(days(.months(1), "2022-01-31", "2022-04-30") == ["2022-02-28", "2022-03-31", "2022-04-30"])
        #expect(days(.years(1), "2020-02-29", "2024-02-29") == ["2021-02-28", "2022-02-28", "2023-02-28", "2024-02-29"])
        #expect(days(.workingDays(5), "2022-01-27", "2022-02-20") == ["2022-02-08", "2022-02-15"])
        #expect(days(.calendarDays(7), "2022-01-01", "2022-01-15") == ["2022-01-08", "2022-01-15"])
        #expect(days(.hours(25), "2022-01-01", "2022-01-05") == ["2022-01-03", "2022-01-05"])
        #expect(days(.months(0), "2022-01-01", "2022-02-05").isEmpty)
        #expect(days(.months(1), "2022-01-01", "2021-02-05").isEmpty)
    }
}

extension Day {
    func through(_ last: String) -> [Day] { Array(self...Day(last)) }
}
