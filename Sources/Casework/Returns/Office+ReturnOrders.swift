import Access
import Definitions
import LegalTime
import Records
import Store

/// What the office in charge does with sheets, months and units.
extension Office {
    /// Approves a submitted sheet. Whoever submitted it does not approve it.
    public func approveReturn(_ name: String, month: Month, unit: String, over revision: Int64, by actor: Actor)
        async throws(StoreError) -> ReturnOutcome
    {
        try await judge(.approve, name, month, unit, reason: nil, over: revision, by: actor) { sheet, now in
            guard sheet.state == .submitted else { return .wrongState(sheet.state) }
            guard sheet.submittedBy != actor.account else { return .ownSubmission }
            sheet.state = .approved
            sheet.approvedBy = actor.account
            sheet.approvedAt = now
            return nil
        }
    }

    /// Sends a sheet back with a reason; the unit submits it again.
    public func sendBackReturn(
        _ name: String, month: Month, unit: String, reason: String, over revision: Int64, by actor: Actor
    ) async throws(StoreError) -> ReturnOutcome {
        try await judge(.sendBack, name, month, unit, reason: reason, over: revision, by: actor) { sheet, _ in
            guard sheet.isIn else { return .wrongState(sheet.state) }
            sheet.state = .returned
            sheet.approvedBy = nil
            sheet.approvedAt = nil
            sheet.zeroBy = nil
            sheet.zeroAt = nil
            return nil
        }
    }

    private func judge(
        _ act: ReturnAct, _ name: String, _ month: Month, _ unit: String, reason given: String?, over revision: Int64,
        by actor: Actor,
        _ change: @escaping @Sendable (inout ReturnSheetTable.Sheet, Instant) -> ReturnRefusal?
    ) async throws(StoreError) -> ReturnOutcome {
        let directory = try await directory()
        guard let definition = catalogue.monthlyReturn(name) else { return .refused(.notFound) }
        let reason = given.map(PlainText.trimmed)
        if let reason, let refusal = Self.refusal(ofReason: reason) { return .refused(refusal) }
        return try await engine.write { session in
            guard let place = try self.place(definition, month, unit, by: actor, directory: directory, in: session) else {
                return .rollBack(.refused(.notFound))
            }
            guard self.mayApprove(definition, unit, actor) else { return .rollBack(.refused(.notAllowed)) }
            if let lock = place.cell.lock { return .rollBack(.refused(.locked(lock))) }
            if let conflict = try self.conflict(place.cell, over: revision, in: session) { return .rollBack(conflict) }
            guard var sheet = place.cell.sheet else { return .rollBack(.refused(.wrongState(.due))) }
            let now = self.clock.now()
            if let refusal = change(&sheet, self.clock.present) { return .rollBack(.refused(refusal)) }
            sheet.revision += 1
            try ReturnSheetTable.save(sheet, nil, district: self.district.name, in: session)
            try self.note(
                act, definition, month, unit, revision: sheet.revision, facts: ["state": sheet.state.rawValue], reason: reason,
                by: actor, at: now, in: session)
            try self.tell(of: act, definition, month, unit, by: actor.account, in: session)
            return .commit(.done(revision: sheet.revision))
        }
    }

    static func refusal(ofReason reason: String) -> ReturnRefusal? {
        if reason.isEmpty { return .reasonMissing }
        return reason.count > longestReturnRemark ? .reasonTooLong(limit: longestReturnRemark) : nil
    }

    // MARK: Locks

    /// Closes a month, for one unit or for all, with a reason that everybody meets who tries to change it.
    public func lockReturn(_ name: String, month: Month, unit: String?, reason: String, by actor: Actor)
        async throws(StoreError) -> ReturnOutcome
    {
        try await order(.lock, name, month, unit, reason: reason, by: actor) { definition, reason, now, session in
            let locks = try ReturnOrderTable.locks(name, month...month, district: self.district.name, in: session)
            if let lock = locks.first(where: { $0.unit == unit }) { return .locked(lock) }
            try ReturnOrderTable.add(
                .init(name: name, month: month, unit: unit, reason: reason, by: actor.account, at: self.clock.present),
                district: self.district.name, in: session)
            return nil
        }
    }

    public func unlockReturn(_ name: String, month: Month, unit: String?, reason: String, by actor: Actor)
        async throws(StoreError) -> ReturnOutcome
    {
        try await order(.unlock, name, month, unit, reason: reason, by: actor) { _, _, _, session in
            try ReturnOrderTable.unlock(name, month, unit: unit, district: self.district.name, in: session) ? nil : .notLocked
        }
    }

    // MARK: Exceptions

    /// A unit owes nothing from a month until a month.
    public func exceptFromReturn(
        _ name: String, unit: String, from: Month, until: Month, reason: String, by actor: Actor
    ) async throws(StoreError) -> ReturnOutcome {
        if until < from { return .refused(.monthsReversed) }
        return try await order(.except, name, from, unit, reason: reason, by: actor) { definition, reason, now, session in
            try ReturnOrderTable.add(
                .init(
                    id: self.identifiers.next(at: now.milliseconds).description, name: name, unit: unit, from: from,
                    until: until, reason: reason, by: actor.account, at: self.clock.present), district: self.district.name,
                in: session)
            return nil
        }
    }

    /// Takes an exception back; the history keeps it.
    public func endException(_ id: String, of name: String, reason: String, by actor: Actor) async throws(StoreError)
        -> ReturnOutcome
    {
        let district = district.name
        let known = try await engine.read { try ReturnOrderTable.exceptions(name, district: district, in: $0) }
        guard let exception = known.first(where: { $0.id == id }) else { return .refused(.notFound) }
        return try await order(.endException, name, exception.from, exception.unit, reason: reason, by: actor) {
            _, _, _, session in
            let present = try ReturnOrderTable.exceptions(name, district: district, in: session)
            guard present.contains(where: { $0.id == id }) else { return .notFound }
            try ReturnOrderTable.remove(exception: id, district: district, in: session)
            return nil
        }
    }

    /// An order of the office in charge, with a reason.
    private func order(
        _ act: ReturnAct, _ name: String, _ month: Month, _ unit: String?, reason given: String, by actor: Actor,
        _ change: @escaping @Sendable (ReturnDefinition, String, Instant, any Transaction) throws -> ReturnRefusal?
    ) async throws(StoreError) -> ReturnOutcome {
        let directory = try await directory()
        guard let definition = catalogue.monthlyReturn(name), definition.covers(month) else { return .refused(.notFound) }
        if let unit {
            guard let found = directory.units.first(where: { $0.id == unit }), mayRead(definition, unit, actor) else {
                return .refused(.notFound)
            }
            guard mayApprove(definition, unit, actor) else { return .refused(.notAllowed) }
            guard definition.isOwed(by: found, in: month, district: district.name) else { return .refused(.notOwed) }
        } else if !isInCharge(definition, actor) {
            return .refused(.notAllowed)
        }
        let reason = PlainText.trimmed(given)
        if let refusal = Self.refusal(ofReason: reason) { return .refused(refusal) }
        return try await engine.write { session in
            let now = self.clock.now()
            if let refusal = try change(definition, reason, now, session) { return .rollBack(.refused(refusal)) }
            try self.note(act, definition, month, unit, revision: 0, reason: reason, by: actor, at: now, in: session)
            return .commit(.done(revision: 0))
        }
    }
}
