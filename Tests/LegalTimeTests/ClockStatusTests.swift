import LegalTime
import Testing

@Suite("How a clock stands")
struct ClockStatusTests {
    private func status(
        due: String? = "2022-02-07", stoppedOn: String? = nil, paused: Bool = false, today: String = "2022-01-18",
        soonDays: Int = 7, sense: Sense = .atMost
    ) -> ClockStatus {
        ClockStatus.status(
            due: due.map { Day($0) }, stoppedOn: stoppedOn.map { Day($0) }, paused: paused, today: Day(today),
            soonDays: soonDays, sense: sense)
    }

    @Test("due today is due soon and not overdue; tomorrow it is overdue")
    func dueToday() {
        #expect(status(today: "2022-02-07") == .dueSoon)
        #expect(status(today: "2022-02-07", soonDays: 0) == .dueSoon)
        #expect(status(today: "2022-02-07", soonDays: -3) == .dueSoon)
        #expect(status(today: "2022-02-08") == .overdue)
    }

    @Test("the warning begins the given number of days before")
    func warning() {
        #expect(status(today: "2022-01-30") == .open)
        #expect(status(today: "2022-01-31") == .dueSoon)
    }

    @Test("an act on the last day meets the clock; one a day later is late, whatever day it is now")
    func stopped() {
        #expect(status(stoppedOn: "2022-02-07", today: "2022-03-01") == .met)
        #expect(status(stoppedOn: "2022-02-08", today: "2022-03-01") == .late)
        #expect(status(stoppedOn: "2022-02-01", paused: true) == .met)
        #expect(status(due: nil, stoppedOn: "2022-02-01", paused: true) == .met)
    }

    @Test("a paused clock is paused even past its former due day; a clock that has not started is idle")
    func pausedAndIdle() {
        #expect(status(due: nil, paused: true) == .paused)
        #expect(status(paused: true, today: "2022-03-01") == .paused)
        #expect(status(due: nil) == .idle)
    }

    @Test("a period of at least so long is open until it has run, then met; an act before is late")
    func atLeast() {
        #expect(status(due: "2022-04-01", today: "2022-03-31", sense: .atLeast) == .open)
        #expect(status(due: "2022-04-01", today: "2022-04-01", sense: .atLeast) == .met)
        #expect(status(due: "2022-04-01", stoppedOn: "2022-03-31", sense: .atLeast) == .late)
        #expect(status(due: "2022-04-01", stoppedOn: "2022-04-01", sense: .atLeast) == .met)
    }

    @Test("a clock in minutes is in time to the end of its minute")
    func minutes() {
        func status(now: String, stoppedAt: String? = nil) -> ClockStatus {
            ClockStatus.status(
                due: Instant("2022-01-18T11:02"), stoppedAt: stoppedAt.map { Instant($0) }, paused: false, now: Instant(now),
                soonMinutes: 10)
        }
        #expect(status(now: "2022-01-18T10:51:59") == .open)
        #expect(status(now: "2022-01-18T10:52:00") == .dueSoon)
        #expect(status(now: "2022-01-18T11:02:59.999") == .dueSoon)
        #expect(status(now: "2022-01-18T11:03:00") == .overdue)
        #expect(status(now: "2022-01-18T12:00", stoppedAt: "2022-01-18T11:02:59") == .met)
        #expect(status(now: "2022-01-18T12:00", stoppedAt: "2022-01-18T11:03:00") == .late)
    }

    @Test("the names of the statuses are those of the exchange format")
    func names() {
        #expect(ClockStatus.allCases.map(\.rawValue) == ["idle", "open", "due_soon", "overdue", "paused", "met", "late"])
    }
}
