import Access
import Definitions
import LegalTime
import Records
import Store

/// What the unit does with its sheet.
extension Office {
    /// Longest reason and remark, in characters.
    public static let longestReturnRemark = 500

    /// Keeps what was typed without submitting it; wrong numbers are problems, missing ones are not.
    public func saveReturn(
        _ name: String, month: Month, unit: String, _ input: ReturnInput, over revision: Int64, by actor: Actor
    ) async throws(StoreError) -> ReturnOutcome {
        try await fill(name, month, unit, input, submits: false, over: revision, by: actor)
    }

    /// Submits a sheet: counts are taken from the registers and frozen, in the same transaction.
    ///
    /// - Parameter revision: The revision that the person has seen (0: nothing stored yet).
    public func submitReturn(
        _ name: String, month: Month, unit: String, _ input: ReturnInput, over revision: Int64, by actor: Actor
    ) async throws(StoreError) -> ReturnOutcome {
        try await fill(name, month, unit, input, submits: true, over: revision, by: actor)
    }

    private func fill(
        _ name: String, _ month: Month, _ unit: String, _ input: ReturnInput, submits: Bool, over revision: Int64,
        by actor: Actor
    ) async throws(StoreError) -> ReturnOutcome {
        let directory = try await directory()
        guard let definition = catalogue.monthlyReturn(name) else { return .refused(.notFound) }
        return try await engine.write { session in
            guard let place = try self.place(definition, month, unit, by: actor, directory: directory, in: session) else {
                return .rollBack(.refused(.notFound))
            }
            guard self.mayFill(definition, unit, actor) else { return .rollBack(.refused(.notAllowed)) }
            if let refusal = self.refusal(toFill: place.cell, submits: submits) { return .rollBack(.refused(refusal)) }
            if let conflict = try self.conflict(place.cell, over: revision, in: session) { return .rollBack(conflict) }
            let before = try ReturnSheetTable.values(name, month, unit, district: self.district.name, in: session)
            let counted = submits ? try self.counted(definition, month, unit, directory: directory, in: session) : nil
            let reading = ReturnReading(definition: definition, input: input, counted: counted)
            guard reading.problems.isEmpty else { return .rollBack(.problems(reading.problems)) }
            let values = reading.numbers.map { number in
                ReturnSheetTable.Value(
                    item: number.item.name, counted: number.counted ?? before.first { $0.item == number.item.name }?.counted,
                    entered: number.entered, remark: number.remark)
            }
            var sheet = place.cell.sheet ?? ReturnSheetTable.Sheet(name: name, month: month, unit: unit)
            let isSame = Set(values.filter { !$0.isEmpty }) == Set(before.filter { !$0.isEmpty })
            if isSame, sheet.revision > 0, !submits || (sheet.isIn && sheet.isZero == input.declaresZero) {
                return .rollBack(.refused(.nothingChanged))
            }
            let now = self.clock.now()
            if submits {
                sheet.state = .submitted
                sheet.dueOn = place.cell.dueOn
                sheet.firstOn = sheet.firstOn ?? self.clock.today()
                sheet.submittedBy = actor.account
                sheet.submittedAt = self.clock.present
                sheet.approvedBy = nil
                sheet.approvedAt = nil
                sheet.zeroBy = input.declaresZero ? actor.account : nil
                sheet.zeroAt = input.declaresZero ? self.clock.present : nil
            }
            sheet.revision += 1
            try ReturnSheetTable.save(sheet, values, district: self.district.name, in: session)
            var facts = ["state": sheet.state.rawValue, "zero": submits && input.declaresZero ? "true" : "false"]
            for value in values {
                if let counted = value.counted { facts["counted:\(value.item)"] = String(counted) }
                if let entered = value.entered { facts["entered:\(value.item)"] = String(entered) }
            }
            let act: ReturnAct = submits ? .submit : .save
            try self.note(
                act, definition, month, unit, revision: sheet.revision, facts: facts, reason: nil, by: actor, at: now,
                in: session)
            return .commit(.done(revision: sheet.revision))
        }
    }

    private func refusal(toFill cell: ReturnCell, submits: Bool) -> ReturnRefusal? {
        if let lock = cell.lock { return .locked(lock) }
        if let exception = cell.exception { return .excepted(exception) }
        if submits, clock.today() < cell.month.last { return .monthNotOver(cell.month.last) }
        if !submits, let state = cell.sheet?.state, cell.isIn { return .wrongState(state) }
        return nil
    }

    func conflict(_ cell: ReturnCell, over revision: Int64, in session: any Transaction) throws -> ReturnOutcome? {
        let current = cell.sheet?.revision ?? 0
        guard current != revision else { return nil }
        let events = try ReturnOrderTable.events(
            cell.sheet?.name ?? "", cell.month, cell.unit, district: district.name, in: session)
        return .conflict(current: current, last: events.last)
    }

    /// One line of the sheet's history and one of the district's log.
    func note(
        _ act: ReturnAct, _ definition: ReturnDefinition, _ month: Month, _ unit: String?, revision: Int64,
        facts: [String: String] = [:], reason: String?, by actor: Actor, at now: Instant, in session: any Transaction
    ) throws {
        try ReturnOrderTable.append(
            .init(
                id: identifiers.next(at: now.milliseconds).description, name: definition.name, month: month, unit: unit,
                act: act.rawValue, on: clock.today(), at: now, by: actor.account, reason: reason), district: district.name,
            in: session)
        let text = definition.text
        let digest = definition.digest
        try DefinitionTable.keep(
            digest: digest, register: definition.accessName, text: text, at: now, district: district.name, in: session)
        var all = facts
        all["return"] = definition.name
        all["month"] = month.iso
        all["definition"] = digest
        if let unit { all["unit"] = unit }
        try LogWriter(keys: keys, district: district.name).append(
            .init(
                actor: actor.account, act: "return_" + act.rawValue, at: now, register: nil,
                record: [definition.accessName, month.iso, unit ?? "all"].joined(separator: "/"), revision: revision,
                facts: all, remarks: reason.map { ["reason": $0] } ?? [:], before: [:], after: [:]), in: session)
    }
}

extension ReturnSheetTable.Value {
    var isEmpty: Bool { counted == nil && entered == nil && remark == nil }
}
