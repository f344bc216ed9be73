import Foundation
import LegalTime
import Testing

@Suite("Extensions, lengths and recomputation")
struct ExtensionAndMoveTests {
    @Test("an extension up to the law's most is granted, one day more is refused")
    func cap() {
        #expect(extensionWithinCap(requested: .calendarDays(30), cap: .calendarDays(30)))
        #expect(
            extensionRefusal(requested: .calendarDays(31), cap: .calendarDays(30))
                == .overCap(requested: .calendarDays(31), cap: .calendarDays(30)))
        #expect(extensionWithinCap(requested: .months(12), cap: .years(1)))
        #expect(!extensionWithinCap(requested: .months(13), cap: .years(1)))
        #expect(extensionWithinCap(requested: .hours(48), cap: .calendarDays(2)))
        #expect(!extensionWithinCap(requested: .minutes(61), cap: .hours(1)))
        #expect(extensionWithinCap(requested: .workingDays(20), cap: .workingDays(20)))
    }

    @Test("what cannot be measured, is nothing, or is not foreseen is refused with its reason")
    func refusals() {
        #expect(
            extensionRefusal(requested: .workingDays(5), cap: .months(1))
                == .differentUnit(requested: .workingDays(5), cap: .months(1)))
        #expect(extensionRefusal(requested: .calendarDays(0), cap: .calendarDays(30)) == .notPositive(.calendarDays(0)))
        #expect(extensionRefusal(requested: .calendarDays(1), cap: nil) == .notForeseen)
    }

    @Test("a length is coded as its unit with its number")
    func coding() throws {
        for unit in LengthUnit.allCases {
            let length = Length(5, unit)
            let text = try JSONEncoder().encode(length)
            #expect(String(decoding: text, as: UTF8.self) == #"{"\#(unit.rawValue)":5}"#)
            #expect(try JSONDecoder().decode(Length.self, from: text) == length)
            #expect(length.unit == unit && length.amount == 5 && length.isClockTime == (unit == .minutes || unit == .hours))
        }
        for text in [#"{}"#, #"{"days":5}"#, #"{"months":1,"years":1}"#] {
            #expect(throws: DecodingError.self) { try JSONDecoder().decode(Length.self, from: Data(text.utf8)) }
        }
    }

    @Test("a new year's edition moves what leans on it and nothing else")
    func moves() {
        let old = Repository.calendar
        let new = old.adding(
            YearEdition(
                year: 2027, restDays: Set(Day("2027-01-01").through("2027-01-03")), workDays: [Day("2027-01-09")], source: "示例"))
        let runs = [
            ("moved", Reckoning(from: Day("2026-12-25"), .workingDays(5))),
            ("settled", Reckoning(from: Day("2026-12-25"), .workingDays(15))),
            ("untouched", Reckoning(from: Day("2026-12-01"), .workingDays(10))),
            ("plain", Reckoning(from: Day("2026-12-01"), .calendarDays(60))),
        ]
        let moves = old.moves(of: runs, to: new, id: \.0, reckoning: \.1)
        #expect(moves.map(\.id) == ["moved", "settled"])
        #expect(moves.map { $0.old.day?.iso } == ["2027-01-01", "2027-01-15"])
        #expect(moves.map { $0.new.day?.iso } == ["2027-01-04", "2027-01-15"])
        #expect(moves.map(\.changesDay) == [true, false])
        #expect(moves.allSatisfy { $0.old.point?.provisional == true && $0.new.point?.provisional == false })
    }
}
