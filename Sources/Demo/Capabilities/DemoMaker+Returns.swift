import Casework
import Definitions
import LegalTime
import Store
import Synchronization

extension DemoMaker {
    /// A year of monthly returns in nearly every state: on time, late, zero, sent back, locked, excepted, missing.
    func makeReturns(_ cast: Cast) async throws(Failure) {
        guard !office.catalogue.returns.isEmpty else { return }
        let year = try await stored { () async throws(StoreError) in ReturnYear(office, cast, try await office.directory()) }
        for definition in office.catalogue.returns {
            guard let approver = cast.actors.first(where: { office.isInCharge(definition, $0) }) else { continue }
            try await year.make(definition, approver: approver)
        }
    }
}

/// The year of one district's returns, each act on its own day.
private struct ReturnYear {
    let office: Office
    let cast: Cast
    let directory: Directory
    private let today: CalendarHand

    /// A clock that is set from day to day.
    private final class CalendarHand: Sendable {
        let day: Mutex<Day>
        init(_ day: Day) { self.day = Mutex(day) }
    }

    init(_ real: Office, _ cast: Cast, _ directory: Directory) {
        let hand = CalendarHand(real.clock.today())
        let now = real.clock.now
        today = hand
        self.cast = cast
        self.directory = directory
        office = Office(
            engine: real.engine, catalogue: real.filed, district: real.district, keys: real.keys,
            clock: OfficeClock(today: { hand.day.withLock { $0 } }, now: now))
    }

    private enum Course {
        case onTime
        case late
        case sentBackAndMended
        case leftSentBack
        case missing
    }

    func make(_ definition: ReturnDefinition, approver: Actor) async throws(DemoMaker.Failure) {
        let end = office.district.today ?? today.day.withLock { $0 }
        let calendar = office.catalogue.calendar
        let months = Month.all(of: office.district.year).filter {
            definition.covers($0) && definition.dueDay(of: $0, calendar: calendar) <= end
        }
        let units = directory.units.filter { unit in
            months.contains { definition.isOwed(by: unit, in: $0, district: office.district.name) }
        }
        if let unit = units.dropFirst(3).first, months.count > 4 {
            set(months[2].first)
            try await done("except") { () async throws(StoreError) in
                try await office.exceptFromReturn(
                    definition.name, unit: unit.id, from: months[2], until: months[4], reason: "办公用房维修，业务由上级单位代办", by: approver)
            }
        }
        for (number, month) in months.enumerated() {
            let due = definition.dueDay(of: month, calendar: calendar)
            for (index, unit) in units.enumerated() {
                let isExcepted = index == 3 && (2...4).contains(number)
                guard definition.isOwed(by: unit, in: month, district: office.district.name), !isExcepted,
                    let filler = cast.actors.first(where: { office.mayFill(definition, unit.id, $0) && $0.unit == unit.id })
                        ?? cast.actors.first(where: { office.mayFill(definition, unit.id, $0) })
                else { continue }
                try await live(
                    Sheet(definition: definition, month: month, unit: unit.id, index: index, number: number, due: due),
                    isLast: number == months.count - 1, filler: filler, approver: approver, end: end)
            }
            try await lock(
                definition, month, number, of: months.count, first: units.dropFirst().first?.id, due: due, by: approver)
        }
        set(end)
    }

    private struct Sheet {
        var definition: ReturnDefinition
        var month: Month
        var unit: String
        var index: Int
        var number: Int
        var due: Day
    }

    private func course(_ sheet: Sheet, isLast: Bool) -> Course {
        let turn = (sheet.index * 7 + sheet.number * 5) % 23
        if isLast, sheet.index % 6 == 4 { return .missing }
        if isLast, sheet.index % 6 == 2 { return .leftSentBack }
        switch turn {
        case 5, 13: return .late
        case 9: return .sentBackAndMended
        case 22: return .missing
        default: return .onTime
        }
    }

    private func live(_ sheet: Sheet, isLast: Bool, filler: Actor, approver: Actor, end: Day) async throws(DemoMaker.Failure) {
        let calendar = office.catalogue.calendar
        let course = course(sheet, isLast: isLast)
        guard course != .missing else { return }
        let early = calendar.workingDay(sheet.index % 3, before: sheet.due)
        set(min(end, course == .late ? calendar.workingDay(2, after: sheet.due) : max(early, sheet.month.last)))
        try await submit(sheet, by: filler, revision: 0, more: 0)
        if course == .sentBackAndMended || course == .leftSentBack {
            set(min(end, calendar.workingDay(1, after: today.day.withLock { $0 })))
            try await done("send back") { () async throws(StoreError) in
                try await office.sendBackReturn(
                    sheet.definition.name, month: sheet.month, unit: sheet.unit, reason: "与上月相差较大，请核对后重报并说明", over: 1,
                    by: approver)
            }
            guard course == .sentBackAndMended else { return }
            set(min(end, calendar.workingDay(1, after: today.day.withLock { $0 })))
            try await submit(sheet, by: filler, revision: 2, more: 1)
        }
        guard !(isLast && sheet.index % 2 == 1) else { return }
        set(min(end, calendar.workingDay(2, after: today.day.withLock { $0 })))
        try await done("approve") { () async throws(StoreError) in
            try await office.approveReturn(
                sheet.definition.name, month: sheet.month, unit: sheet.unit, over: course == .sentBackAndMended ? 3 : 1,
                by: approver)
        }
    }

    /// A unit in five keeps no rows and enters totals; some of those with nothing declare it.
    private func submit(_ sheet: Sheet, by filler: Actor, revision: Int64, more: Int) async throws(DemoMaker.Failure) {
        let view: ReturnSheetView?
        do {
            view = try await office.returnSheet(sheet.definition.name, month: sheet.month, unit: sheet.unit, by: filler)
        } catch { throw .store(error) }
        guard let view else { throw .refused(act: "return", why: "no sheet of \(sheet.unit)") }
        var input = ReturnInput()
        let hasRows = view.numbers.contains { ($0.counted ?? 0) > 0 }
        let parts = Set(sheet.definition.sums.flatMap(\.parts))
        if !hasRows, sheet.index % 5 != 4, (sheet.index + sheet.number) % 3 == 0 {
            input.declaresZero = true
        } else {
            for (place, number) in view.numbers.enumerated() {
                let item = number.item
                let amount = (sheet.index * 3 + sheet.number * 2 + place) % 7 + more
                if item.figure == nil { input.entered[item.name] = String(amount + 1) }
                if item.figure != nil, item.isEntered, !hasRows, sheet.index % 5 == 4, !parts.contains(item.name) {
                    input.entered[item.name] = String(amount)
                }
                let counted = number.counted ?? 0
                if item.isEntered, counted > 0, sheet.index == 1, sheet.number == 3 {
                    input.entered[item.name] = String(counted + 1)
                    input.remarks[item.name] = "有一件月底受理，下月补录台账"
                }
                if let note = item.note, note != .positive || counted > 0 || input.entered[item.name] != nil {
                    input.remarks[item.name] = input.remarks[item.name] ?? "已落实专人跟踪，未发生升级"
                }
            }
        }
        for sum in sheet.definition.sums {
            guard let total = input.entered[sum.total].flatMap(Int.init) else { continue }
            for part in sum.parts where input.entered[part].flatMap(Int.init).map({ $0 > total }) ?? false {
                input.entered[part] = String(total)
            }
        }
        let typed = input
        try await done("submit") { () async throws(StoreError) in
            try await office.submitReturn(
                sheet.definition.name, month: sheet.month, unit: sheet.unit, typed, over: revision, by: filler)
        }
    }

    private func lock(
        _ definition: ReturnDefinition, _ month: Month, _ number: Int, of count: Int, first unit: String?, due: Day,
        by approver: Actor
    ) async throws(DemoMaker.Failure) {
        set(office.catalogue.calendar.workingDay(10, after: due))
        if number < count - 3 {
            try await done("lock") { () async throws(StoreError) in
                try await office.lockReturn(definition.name, month: month, unit: nil, reason: "本月数字已汇总上报", by: approver)
            }
        } else if number == count - 3, let unit {
            try await done("lock") { () async throws(StoreError) in
                try await office.lockReturn(definition.name, month: month, unit: unit, reason: "数字已用于季度通报", by: approver)
            }
        }
    }

    private func set(_ day: Day) { today.day.withLock { $0 = day } }

    private func done(_ act: String, _ body: () async throws(StoreError) -> ReturnOutcome) async throws(DemoMaker.Failure) {
        let outcome: ReturnOutcome
        do { outcome = try await body() } catch { throw .store(error) }
        guard case .done = outcome else { throw .refused(act: "return: \(act)", why: "\(outcome)") }
    }
}
