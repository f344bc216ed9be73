import LegalTime
import Testing

@Suite("What holds for every period")
struct ReckoningPropertyTests {
    let calendar = Repository.calendar
    let rounds = Repository.isLong ? 30_000 : 1500

    @Test("the answer with steps is the answer without, the last step is the due day, and the counted steps add up")
    func explanation() {
        var chance = Chance(seed: 21)
        for _ in 0..<rounds {
            let reckoning = chance.reckoning(open: true)
            let due = reckoning.due(by: calendar)
            let explained = reckoning.explain(by: calendar)
            #expect(due.steps.isEmpty)
            #expect(due.day == explained.day && due.point?.provisional == explained.point?.provisional)
            let counted = explained.steps.filter(\.counts)
            #expect(counted.reduce(0) { $0 + $1.reason.amount } == explained.steps.last?.total)
            #expect(zip(counted, counted.dropFirst()).allSatisfy { $0.to < $1.from })
            #expect(explained.steps.allSatisfy { $0.from <= $0.to })
            guard case .due(let point) = explained else { continue }
            #expect(point.steps.last?.to == point.day && point.steps.last?.reason == .lastDay)
            if reckoning.extendedBy == nil, let wanted = reckoning.length.wholeCount {
                #expect(explained.steps.last?.total == wanted)
            }
        }
    }

    @Test("a due day lies after its start, outside every pause, and on a working day where it rolls")
    func placeOfDueDay() {
        var chance = Chance(seed: 22)
        for _ in 0..<rounds {
            let reckoning = chance.reckoning(open: true)
            guard let day = reckoning.due(by: calendar).day else { continue }
            #expect(day > reckoning.start.day)
            #expect(!reckoning.pauses.contains { $0.from < ($0.resumed ?? Day("9999-12-31")) && $0.contains(day) })
            if reckoning.roll == .nextWorkingDay { #expect(calendar.isWorkingDay(day)) }
        }
    }

    @Test("one more pause never brings a due day forward, and a longer period never ends earlier")
    func pausesAndLengths() {
        var chance = Chance(seed: 23)
        for _ in 0..<rounds {
            var reckoning = chance.reckoning()
            // Months counted on from the end of working days depend on the day that those end on; see Reckoning.
            if reckoning.length.unit == .workingDays, reckoning.extendedBy?.unit != .workingDays { reckoning.extendedBy = nil }
            guard let day = reckoning.due(by: calendar).day else { continue }
            var paused = reckoning
            paused.pauses += chance.pauses(around: reckoning.start.day, open: true)
            if let later = paused.due(by: calendar).day { #expect(later >= day) }
            var longer = reckoning
            longer.term = .length(Length(reckoning.length.amount + 1, reckoning.length.unit))
            if let later = longer.due(by: calendar).day { #expect(later >= day) }
        }
    }

    @Test("a later start never ends earlier")
    func starts() {
        var chance = Chance(seed: 24)
        for _ in 0..<rounds {
            var reckoning = chance.reckoning()
            // A month clamped to its end keeps no count of the pauses that lie between two starts; see Reckoning.
            if reckoning.length.unit == .months || reckoning.length.unit == .years || reckoning.extendedBy != nil {
                reckoning.pauses = []
            }
            guard let day = reckoning.due(by: calendar).day else { continue }
            reckoning.start = .day(reckoning.start.day.adding(days: chance.number(1...20)))
            if let later = reckoning.due(by: calendar).day { #expect(later >= day) }
        }
    }

    @Test("each single day is counted once or not at all, as going through them one by one shows")
    func dayByDay() {
        var chance = Chance(seed: 25)
        for _ in 0..<rounds {
            var reckoning = chance.reckoning(open: true)
            reckoning.extendedBy = nil
            reckoning.roll = .none
            guard let wanted = reckoning.length.wholeCount else { continue }
            var (day, found) = (reckoning.start.day, 0)
            while found < wanted, day < Day("2030-01-01") {
                day = day.adding(days: 1)
                let isCounted = reckoning.length.unit == .calendarDays || calendar.isWorkingDay(day)
                if isCounted, !reckoning.pauses.contains(where: { $0.contains(day) }) { found += 1 }
            }
            #expect(reckoning.due(by: calendar).day == (found == wanted ? day : nil))
        }
    }

    @Test("the day of resumption counts: a pause of n days in the middle puts the end off by exactly n")
    func resumption() {
        var chance = Chance(seed: 26)
        for _ in 0..<rounds {
            let start = chance.day()
            let length = chance.number(2...90)
            let from = start.adding(days: chance.number(1...length))
            let days = chance.number(1...60)
            let pause = Pause(from: from, resumed: from.adding(days: days))
            let due = Reckoning(from: start, .calendarDays(length), pauses: [pause]).due(by: calendar)
            #expect(due.day == start.adding(days: length + days))
        }
    }

    @Test("an answer is provisional exactly where it leans on a year without an edition")
    func provisional() {
        var chance = Chance(seed: 27)
        let later = Repository.editions.reduce(WorkCalendar.weekdaysOnly) { $0.adding($1) }
            .adding(YearEdition(year: 2027, restDays: Set(Day("2027-01-01").through("2027-01-10")), workDays: [], source: "示例"))
        for _ in 0..<rounds {
            let start = chance.day(from: "2026-06-01", through: "2027-03-01")
            let working = Reckoning(from: start, .workingDays(chance.number(1...90)))
            let rolled = Reckoning(from: start, .calendarDays(chance.number(1...200)), roll: .nextWorkingDay)
            for reckoning in [working, rolled] {
                guard let point = reckoning.due(by: calendar).point else { continue }
                #expect(point.provisional == (point.day >= Day("2027-01-01")))
                if !point.provisional { #expect(reckoning.due(by: later).day == point.day) }
            }
            let plain = Reckoning(from: start, .calendarDays(chance.number(1...200)))
            #expect(plain.due(by: calendar).point?.provisional == false)
        }
    }

    @Test("a period of nothing ends where it starts")
    func nothing() {
        #expect(Reckoning(from: Day("2022-03-01"), .calendarDays(0)).due(by: calendar).day == Day("2022-03-01"))
        #expect(Reckoning(from: Day("2022-03-05"), .workingDays(0)).due(by: calendar).day == Day("2022-03-05"))
        #expect(Reckoning(from: Day("2022-03-05"), .workingDays(-3), sense: .before).due(by: calendar).day == Day("2022-03-05"))
    }
}

extension Chance {
    fileprivate mutating func length() -> Length {
        switch number(0...3) {
        case 0: .calendarDays(number(1...120))
        case 1: .workingDays(number(1...60))
        case 2: .months(number(1...12))
        default: .years(number(1...2))
        }
    }

    fileprivate mutating func reckoning(open: Bool = false) -> Reckoning {
        let start = day(from: "2004-01-01", through: "2022-12-31")
        return Reckoning(
            from: start, length(), roll: number(0...2) == 0 ? .none : .nextWorkingDay, pauses: pauses(around: start, open: open),
            extendedBy: number(0...2) == 0 ? length() : nil)
    }
}

extension Reckoning {
    fileprivate var length: Length {
        if case .length(let length) = term { length } else { .calendarDays(0) }
    }
}

extension Length {
    fileprivate var wholeCount: Int? { unit == .calendarDays || unit == .workingDays ? amount : nil }
}

extension StepReason {
    fileprivate var amount: Int {
        switch self {
        case .counted(let days): days
        case .countedWorkingDays(let days, _, _): days
        case .countedMinutes(_, _, let minutes): minutes
        default: 0
        }
    }
}
