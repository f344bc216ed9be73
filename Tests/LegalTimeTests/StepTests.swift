import LegalTime
import Testing

@Suite("The steps that lead to a due day")
struct StepTests {
    let calendar = Repository.calendar

    @Test("sixty days with a suspension over the Spring Festival of 2022")
    func sixtyDays() {
        let pause = Pause(from: Day("2021-12-01"), resumed: Day("2021-12-21"), cause: "以其他案件审理结果为依据")
        let due = Reckoning(from: Day("2021-11-12"), .calendarDays(60), roll: .nextWorkingDay, pauses: [pause])
            .explain(by: calendar)
        #expect(due.day == Day("2022-02-07"))
        #expect(
            due.steps == [
                Step("2021-11-12", "2021-11-12", .startNotCounted, 0),
                Step("2021-11-13", "2021-11-30", .counted(days: 18), 18, counts: true),
                Step("2021-12-01", "2021-12-20", .paused(days: 20, cause: "以其他案件审理结果为依据"), 18),
                Step("2021-12-21", "2022-01-31", .counted(days: 42), 60, counts: true),
                Step("2022-01-31", "2022-02-06", .expiryOnRestDay(rolledTo: Day("2022-02-07")), 60),
                Step("2022-02-07", "2022-02-07", .lastDay, 60),
            ])
    }

    @Test("working days tell the rest days passed over and the make-up workdays counted")
    func workingDays() {
        let due = Reckoning(from: Day("2022-01-27"), .workingDays(5), extendedBy: .workingDays(1)).explain(by: calendar)
        #expect(
            due.steps == [
                Step("2022-01-27", "2022-01-27", .startNotCounted, 0),
                Step("2022-01-28", "2022-02-08", .countedWorkingDays(days: 5, restDays: 7, makeUpWorkdays: 2), 5, counts: true),
                Step("2022-02-08", "2022-02-08", .extended(.workingDays(1)), 5),
                Step("2022-02-09", "2022-02-09", .countedWorkingDays(days: 1, restDays: 0, makeUpWorkdays: 0), 6, counts: true),
                Step("2022-02-09", "2022-02-09", .lastDay, 6),
            ])
    }

    @Test("a month without the day names the missing one, and a provisional answer the year from which it is")
    func monthEnd() {
        let due = Reckoning(from: Day("2026-10-31"), .months(4), roll: .nextWorkingDay).explain(by: calendar)
        #expect(
            due.steps.map(\.reason) == [
                .startNotCounted, .monthEndClamped(.months(4), missing: 31), .counted(days: 120),
                .expiryOnRestDay(rolledTo: Day("2027-03-01")), .provisionalFrom(year: 2027), .lastDay,
            ])
        #expect(due.point?.provisional == true)
    }

    @Test("a clock in hours tells its minutes, and a pause takes whole days out of it")
    func hours() {
        let pause = Pause(from: Day("2022-01-19"), resumed: Day("2022-01-21"))
        let due = Reckoning(from: .instant(Instant("2022-01-18T10:00:30")), term: .length(.hours(24)), pauses: [pause])
            .explain(by: calendar)
        #expect(due.point?.instant == Instant("2022-01-21T10:00"))
        #expect(
            due.steps == [
                Step("2022-01-18", "2022-01-18", .startNotCounted, 0),
                Step(
                    "2022-01-18", "2022-01-18",
                    .countedMinutes(from: Instant("2022-01-18T10:00"), to: Instant("2022-01-18T23:59"), minutes: 839), 839,
                    counts: true),
                Step("2022-01-19", "2022-01-20", .paused(days: 2, cause: nil), 839),
                Step(
                    "2022-01-20", "2022-01-21",
                    .countedMinutes(from: Instant("2022-01-20T23:59"), to: Instant("2022-01-21T10:00"), minutes: 601), 1440,
                    counts: true),
                Step("2022-01-21", "2022-01-21", .lastDay, 1440),
            ])
    }

    @Test("a clock that stands still tells what ran before and since when it stands")
    func stillPaused() {
        let due = Reckoning(
            from: Day("2022-03-01"), .calendarDays(10), pauses: [Pause(from: Day("2022-03-03"), resumed: nil, cause: "鉴定")]
        ).explain(by: calendar)
        #expect(
            due
                == .paused(
                    since: Day("2022-03-03"),
                    steps: [
                        Step("2022-03-01", "2022-03-01", .startNotCounted, 0),
                        Step("2022-03-02", "2022-03-02", .counted(days: 1), 1, counts: true),
                        Step("2022-03-03", "2022-03-03", .stillPaused(cause: "鉴定"), 1),
                    ]))
        #expect(due.isPaused && due.day == nil)
    }

    @Test("a period before an event is counted back and stays on a rest day")
    func before() {
        let due = Reckoning(from: Day("2022-03-15"), .calendarDays(3), sense: .before, roll: .nextWorkingDay)
            .explain(by: calendar)
        #expect(
            due.steps == [
                Step("2022-03-15", "2022-03-15", .eventNotCounted, 0),
                Step("2022-03-12", "2022-03-14", .counted(days: 3), 3, counts: true),
                Step("2022-03-12", "2022-03-12", .restDayKept, 3),
                Step("2022-03-12", "2022-03-12", .lastDay, 3),
            ])
    }

    @Test("a day inside two pauses is shown in the one that began first, and an open pause stands from where the others end")
    func overlappingPauses() {
        let pauses = [
            Pause(from: Day("2022-03-05"), resumed: nil, cause: "鉴定"),
            Pause(from: Day("2022-03-03"), resumed: Day("2022-03-07"), cause: "补正"),
            Pause(from: Day("2022-03-06"), resumed: Day("2022-03-08"), cause: "听证"),
        ]
        let ended = Reckoning(from: Day("2022-03-01"), .calendarDays(3), pauses: Array(pauses[1...])).explain(by: calendar)
        #expect(
            ended.steps.filter { !$0.counts }.dropFirst().dropLast() == [
                Step("2022-03-03", "2022-03-06", .paused(days: 4, cause: "补正"), 1),
                Step("2022-03-07", "2022-03-07", .paused(days: 1, cause: "听证"), 1),
            ])
        let open = Reckoning(from: Day("2022-03-01"), .calendarDays(3), pauses: pauses).explain(by: calendar)
        #expect(
            open.steps.suffix(2) == [
                Step("2022-03-03", "2022-03-06", .paused(days: 4, cause: "补正"), 1),
                Step("2022-03-07", "2022-03-07", .stillPaused(cause: "鉴定"), 1),
            ])
        #expect(open.isPaused)
    }

    @Test("a rolled expiry that meets a pause is explained in three stretches")
    func rollIntoPause() {
        let pause = Pause(from: Day("2022-03-07"), resumed: Day("2022-03-09"))
        let due = Reckoning(from: Day("2022-03-01"), .calendarDays(5), roll: .nextWorkingDay, pauses: [pause])
            .explain(by: calendar)
        #expect(
            due.steps.suffix(3) == [
                Step("2022-03-06", "2022-03-06", .expiryOnRestDay(rolledTo: Day("2022-03-07")), 5),
                Step("2022-03-07", "2022-03-08", .paused(days: 2, cause: nil), 5),
                Step("2022-03-09", "2022-03-09", .lastDay, 5),
            ])
    }
}

extension Step {
    init(_ from: String, _ to: String, _ reason: StepReason, _ total: Int, counts: Bool = false) {
        self.init(from: Day(from), to: Day(to), counts: counts, reason: reason, total: total)
    }
}
