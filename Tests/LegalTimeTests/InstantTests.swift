import Foundation
import LegalTime
import Testing

@Suite("Instants")
struct InstantTests {
    @Test("a moment is written on the clock of Shanghai and read back")
    func iso() {
        let instant = Instant(day: Day("2022-01-18"), hour: 10, minute: 42, second: 5)
        #expect(instant.iso == "2022-01-18T10:42:05+08:00")
        #expect(instant.milliseconds == 1_642_473_725_000)
        #expect(Instant(milliseconds: instant.milliseconds + 7).iso == "2022-01-18T10:42:05.007+08:00")
        #expect(Instant(milliseconds: -1).iso == "1970-01-01T07:59:59.999+08:00")
        var chance = Chance(seed: 7)
        for _ in 0..<2000 {
            let moment = Instant(milliseconds: Int64(chance.number(-10_000_000_000_000...100_000_000_000_000)))
            #expect(Instant(iso: moment.iso) == moment)
        }
    }

    @Test(
        "the same moment in other forms",
        arguments: [
            "2022-01-18T10:42:05+08:00", "2022-01-18T10:42:05", "2022-01-18 10:42:05", "2022-01-18T02:42:05Z",
            "2022-01-18T02:42:05.000Z", "2022-01-17T21:42:05-0500", "2022-01-18T10:42:05.0009",
        ])
    func forms(text: String) {
        #expect(Instant(iso: text)?.milliseconds == 1_642_473_725_000)
    }

    @Test(
        "a text that is no moment is refused",
        arguments: [
            "2022-01-18", "2022-01-18T24:00", "2022-01-18T10:60", "2022-01-18T10", "2022-01-18T10:42:61", "2022-01-18T10:42:05.",
            "2022-02-29T10:42", "2022-01-18T10:42+8", "2022-01-18T10:42Zx", "",
        ])
    func noMoment(text: String) {
        #expect(Instant(iso: text) == nil)
    }

    @Test("the day and the minute are those of Shanghai")
    func dayAndMinute() {
        let late = Instant("2022-01-17T16:30:00Z")
        #expect(late.day == Day("2022-01-18"))
        #expect(late.minuteOfDay == 30)
        #expect(late.adding(minutes: -31).day == Day("2022-01-17"))
        #expect(Instant("1969-12-31T12:00").day == Day("1969-12-31"))
        #expect(Instant("2022-01-18T10:42:59").startOfMinute == Instant("2022-01-18T10:42"))
        #expect(Instant("2022-01-18T10:42:59").minutes(until: Instant("2022-01-18T10:43:00")) == 1)
    }

    @Test("a moment is coded as its text")
    func coding() throws {
        let text = try JSONEncoder().encode([Instant("2022-01-18T10:42")])
        #expect(String(decoding: text, as: UTF8.self) == #"["2022-01-18T10:42:00+08:00"]"#)
        #expect(try JSONDecoder().decode([Instant].self, from: text) == [Instant("2022-01-18T10:42")])
    }

    @Test("a fixed clock keeps its day while its moments stay real")
    func fixedClock() {
        let clock = OfficeClock.fixed(today: Day("2022-01-18")) { Instant("2026-03-01T09:15:30") }
        #expect(clock.today() == Day("2022-01-18"))
        #expect(clock.now() == Instant("2026-03-01T09:15:30"))
        #expect(clock.present == Instant("2022-01-18T09:15:30"))
        let system = OfficeClock.system
        #expect(abs(Double(system.now().milliseconds) / 1000 - Date().timeIntervalSince1970) < 5)
        #expect(abs(system.today().days(until: system.now().day)) <= 1)
    }
}
