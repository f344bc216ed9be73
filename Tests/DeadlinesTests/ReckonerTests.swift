import Deadlines
import Definitions
import LegalTime
import Records
import TestSupport
import Testing

@Suite("What is due when for a record")
struct ReckonerTests {
    let register = ParcelCatalogue.register("parcel")
    let reckoner = DeadlineReckoner(ParcelCatalogue.catalogue)
    let today = Day("2021-11-15")

    func facts(_ values: [String: Value], state: String = "taken", stamps: [MoveStamp] = []) -> RecordFacts {
        RecordFacts(register: register, values: values, state: state, stamps: stamps)
    }

    func runs(_ name: String, _ values: [String: Value], stamps: [MoveStamp] = [], today: Day? = nil) -> [DeadlineRun] {
        reckoner.runs(for: facts(values, stamps: stamps), today: today ?? self.today).filter { $0.deadline == name }
    }

    func days(_ values: [String: String]) -> [String: Value] { values.mapValues { .day(Day($0)) } }

    func rows(_ rows: [[String: String]]) -> Value {
        .rows(rows.enumerated().map { Row(id: "row-\($0.offset)", values: $0.element.mapValues { .day(Day($0)) }) })
    }

    @Test("a clock that nothing has started does not run")
    func idle() {
        #expect(reckoner.runs(for: facts([:]), today: today).isEmpty)
    }

    @Test("a record keeps the version of law of its acceptance, whatever the year in which it is decided")
    func version() throws {
        let old = try #require(runs("answer", days(["sent_on": "2020-12-20", "taken_on": "2020-12-31"])).first)
        #expect(old.article == "5" && old.versionFrom == Day("2010-01-01") && old.dueOn == Day("2021-03-01"))
        let new = try #require(runs("answer", days(["sent_on": "2020-12-20", "taken_on": "2021-01-01"])).first)
        #expect(new.article == "6" && new.versionFrom == Day("2021-01-01") && new.dueOn == Day("2021-02-01"))
    }

    @Test("a pause from a day to the day of resumption keeps its days out, an open one stops the clock")
    func pauses() throws {
        var values = days(["sent_on": "2021-03-01", "taken_on": "2021-03-01"])
        #expect(runs("answer", values).first?.dueOn == Day("2021-03-31"))
        values["holds"] = rows([["from_on": "2021-03-10", "resumed_on": "2021-03-20"]])
        #expect(runs("answer", values).first?.dueOn == Day("2021-04-12"))
        values["holds"] = rows([["from_on": "2021-03-10"]])
        let open = try #require(runs("answer", values).first)
        #expect(open.phase == .paused && open.dueOn == nil)
        #expect(open.status(today: today, now: Instant(day: today)) == .paused)
        values["answered_on"] = .day(Day("2021-03-12"))
        #expect(runs("answer", values).first?.phase == .stopped)
    }

    @Test("an extension is added, and one beyond the law's cap is refused")
    func extensions() {
        var values = days(["sent_on": "2021-03-01", "taken_on": "2021-03-01"])
        values["extended_days"] = .integer(10)
        #expect(runs("answer", values).first?.dueOn == Day("2021-04-12"))
        #expect(reckoner.extensionProblems(for: facts(values)).isEmpty)
        values["extended_days"] = .integer(11)
        let over = reckoner.extensionProblems(for: facts(values))
        #expect(over.map(\.field) == ["extended_days"])
        #expect(over.first?.refusal == .overCap(requested: .calendarDays(11), cap: .calendarDays(10)))
        values["taken_on"] = .day(Day("2020-03-01"))
        #expect(reckoner.extensionProblems(for: facts(values)).isEmpty)
    }

    @Test("an extension in a child row is held against the cap as well")
    func extensionOfRow() throws {
        let real = try #require(
            Repository.catalogue.registers.first { $0.deadlines.contains { $0.forEach != nil && $0.extendBy != nil } })
        let deadline = try #require(real.deadlines.first { $0.forEach != nil && $0.extendBy != nil })
        let field = try #require(deadline.forEach)
        let by = try #require(deadline.extendBy)
        guard case .field(let start) = deadline.starts else { return }
        func problems(_ amount: Int64) -> [String] {
            let row = Row(id: "r", values: [start: .day(Day("2022-03-01")), by: .integer(amount)])
            let facts = RecordFacts(
                register: real, values: [real.versionBy[0]: .day(Day("2022-02-01")), field: .rows([row])], state: "", stamps: [])
            return DeadlineReckoner(Repository.catalogue).extensionProblems(for: facts).map(\.field)
        }
        #expect(problems(1).isEmpty)
        #expect(problems(10_000) == [by])
    }

    @Test("a clock runs for each row from its own day to its own stop")
    func forEach() {
        var values = days(["sent_on": "2021-03-01"])
        values["items"] = rows([["checked_on": "2021-03-01"], ["checked_on": "2021-04-01", "claimed_on": "2021-04-05"], [:]])
        let found = runs("claim", values)
        #expect(found.map(\.row) == ["row-0", "row-1"])
        #expect(found.map(\.dueOn) == [Day("2021-03-31"), Day("2021-05-03")])
        #expect(found.map(\.phase) == [.running, .stopped])
    }

    @Test("a clock that repeats has one run for each period that has begun and the next; each is met by one event")
    func every() {
        var values = days(["sent_on": "2021-01-01", "shown_on": "2021-07-31"])
        values["drills"] = rows([["held_on": "2021-08-20"], ["held_on": "2021-10-20"]])
        let found = runs("drill", values, today: Day("2021-11-15"))
        #expect(found.map(\.startsOn) == ["2021-07-31", "2021-08-31", "2021-09-30", "2021-10-31", "2021-11-30"].map { Day($0) })
        #expect(found.map(\.occurrence) == [0, 1, 2, 3, 4])
        #expect(found.map(\.stoppedOn) == [Day("2021-08-20"), Day("2021-10-20"), nil, nil, nil])
        #expect(found.map { $0.status(today: today, now: Instant(day: today)) } == [.met, .late, .overdue, .open, .open])
    }

    @Test("notice before an event is counted back from it")
    func before() throws {
        var values = days(["sent_on": "2021-11-01", "handover_on": "2021-11-22"])
        let run = try #require(runs("notice", values).first)
        #expect(run.dueOn == Day("2021-11-17") && run.sense == .before)
        #expect(run.status(today: Day("2021-11-17"), now: Instant(day: today)) == .dueSoon)
        #expect(run.status(today: Day("2021-11-18"), now: Instant(day: today)) == .overdue)
        values["announced_on"] = .day(Day("2021-11-18"))
        #expect(runs("notice", values).first?.status(today: today, now: Instant(day: today)) == .late)
    }

    @Test("a period that must fully run is open until it has, met from then on, and late when it was cut short")
    func atLeast() throws {
        var values = days(["sent_on": "2021-11-01", "shown_on": "2021-11-01"])
        let run = try #require(runs("display", values).first)
        #expect(run.sense == .atLeast && run.dueOn == Day("2021-11-12"))
        #expect(run.status(today: Day("2021-11-11"), now: Instant(day: today)) == .open)
        #expect(run.status(today: Day("2021-12-31"), now: Instant(day: today)) == .met)
        values["taken_down_on"] = .day(Day("2021-11-11"))
        #expect(runs("display", values).first?.status(today: today, now: Instant(day: today)) == .late)
        values["taken_down_on"] = .day(Day("2021-11-12"))
        #expect(runs("display", values).first?.status(today: today, now: Instant(day: today)) == .met)
    }

    @Test("two hours are two hours, on rest days too, and the due minute is still in time")
    func moments() throws {
        let lost = Instant(day: Day("2021-10-02"), hour: 23, minute: 10)
        var values: [String: Value] = ["sent_on": .day(Day("2021-10-01")), "lost_at": .moment(lost)]
        let run = try #require(runs("alarm", values).first)
        #expect(run.dueAt == lost.adding(minutes: 120) && run.dueOn == Day("2021-10-03"))
        #expect(run.status(today: Day("2021-10-03"), now: lost.adding(minutes: 120)) == .dueSoon)
        #expect(run.status(today: Day("2021-10-03"), now: lost.adding(minutes: 121)) == .overdue)
        values["reported_at"] = .moment(lost.adding(minutes: 121))
        #expect(runs("alarm", values).first?.status(today: today, now: Instant(day: today)) == .late)
        values["reported_at"] = .moment(lost.adding(minutes: 120))
        #expect(runs("alarm", values).first?.status(today: today, now: Instant(day: today)) == .met)
    }

    @Test("due today is not overdue, and soon comes before")
    func dueToday() throws {
        let run = try #require(runs("answer", days(["sent_on": "2021-03-01", "taken_on": "2021-03-01"])).first)
        func status(_ day: String) -> ClockStatus { run.status(today: Day(day), now: Instant(day: Day(day))) }
        #expect(
            status("2021-03-25") == .open && status("2021-03-26") == .dueSoon && status("2021-03-31") == .dueSoon
                && status("2021-04-01") == .overdue)
    }

    @Test("the entry into a state stops a clock on its day; staying in a state does not")
    func entered() {
        let at = Instant(day: today)
        func stamp(_ from: String?, _ to: String, _ day: String) -> MoveStamp {
            MoveStamp(transition: "t", from: from, to: to, on: Day(day), at: at, by: "a", note: nil)
        }
        let values = days(["sent_on": "2021-11-01"])
        #expect(runs("silence", values, stamps: [stamp(nil, "sent", "2021-11-01")]).first?.phase == .running)
        let declined = runs(
            "silence", values, stamps: [stamp(nil, "sent", "2021-11-01"), stamp("sent", "declined", "2021-11-09")])
        #expect(declined.first?.stoppedOn == Day("2021-11-09"))
        #expect(declined.first?.status(today: today, now: at) == .late)
        #expect(runs("silence", values, stamps: [stamp("taken", "taken", "2021-11-09")]).first?.phase == .running)
    }

    @Test("a due day beyond the last calendar is provisional and says so")
    func provisional() throws {
        let run = try #require(runs("answer", days(["sent_on": "2021-12-20", "taken_on": "2021-12-20"])).first)
        #expect(run.isProvisional && run.dueOn == Day("2022-01-19"))
    }

    @Test("the steps of an explanation end on the due day")
    func explained() throws {
        let facts = facts(days(["sent_on": "2021-03-01", "taken_on": "2021-03-01"]))
        let deadline = try #require(register.deadline("answer"))
        let due = try #require(reckoner.explain(deadline, for: facts))
        #expect(due.day == Day("2021-03-31"))
        #expect(due.steps.last?.to == due.day)
        #expect(!due.steps.isEmpty)
    }
}
