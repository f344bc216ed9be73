import Access
import Definitions
import LegalTime
import Records
import Store
import Vault
import Workflow

/// A change to a record that is already there.
public struct RecordChange: Sendable {
    public enum Kind: Sendable, Equatable {
        /// Filling in and mending while the matter is in hand.
        case edit
        /// A move of its life, by name.
        case move(String)
        /// 更正: a change with a reason, open after the end too; the old value stays in the log.
        case correct(reason: String)
    }

    public var kind: Kind
    /// The revision its writer had before him.
    public var revision: Int64
    public var input: RecordInput
    /// The fields the input is about; others stay.
    public var fields: [String]
    public var uploads: [String: Upload]
    public var note: String?
    /// The day of a move; nil: the first date field it asks for, else today.
    public var on: Day?
    /// What was typed for the record that the move opens in another register.
    public var referral: RecordInput

    public init(
        _ kind: Kind, revision: Int64, input: RecordInput = RecordInput(), fields: [String] = [], uploads: [String: Upload] = [:],
        note: String? = nil, on: Day? = nil, referral: RecordInput = RecordInput()
    ) {
        self.kind = kind
        self.revision = revision
        self.input = input
        self.fields = fields
        self.uploads = uploads
        self.note = note
        self.on = on
        self.referral = referral
    }
}

extension Office {
    /// Edits, moves or corrects a record in one transaction; anything but `done` leaves it as it was.
    public func change(_ name: String, id: String, _ change: RecordChange, by actor: Actor) async throws(StoreError) -> ActOutcome
    {
        guard let table = table(name) else { return .refused(.notFound) }
        if change.uploads.values.contains(where: { $0.bytes.count > Upload.limit }) {
            return .refused(.fileTooLarge(limit: Upload.limit))
        }
        let directory = try await directory()
        return try await engine.write { session in
            let outcome = try self.change(table, id: id, change, by: actor, directory: directory, in: session)
            if case .done = outcome { return .commit(outcome) }
            return .rollBack(outcome)
        }
    }

    func change(
        _ table: RecordTable, id: String, _ change: RecordChange, by actor: Actor, directory: Directory,
        in session: any Transaction
    ) throws
        -> ActOutcome
    {
        guard let stored = try table.fetch(id: id, district: district.name, in: session) else { return .refused(.notFound) }
        var held = HeldRecord(stored, in: table)
        let outcome = try self.change(&held, change, by: actor, directory: directory, in: session)
        guard case .done = outcome else { return outcome }
        return try held.settle(in: session)
            ? outcome : .conflict(try conflict(stored, since: stored.revision, in: session))
    }

    /// The same to a record that is held; its row is written when it is settled.
    func change(
        _ held: inout HeldRecord, _ change: RecordChange, by actor: Actor, directory: Directory, in session: any Transaction
    ) throws -> ActOutcome {
        let register = held.table.layout.register
        let stored = held.record
        let id = stored.id
        guard actor.scope.may(.read, in: register.name, unit: stored.owner) else { return .refused(.notFound) }
        let refusal = permission(change, stored, actor)
        if refusal == .notAllowed { return .refused(.notAllowed) }
        if stored.revision != change.revision { return .conflict(try conflict(stored, since: change.revision, in: session)) }
        if let refusal { return .refused(refusal) }

        let known = try held.know(self, in: session)
        let plain = known.plain
        var facts = facts(of: stored, known, register: register)
        let transition = change.transition.flatMap { register.transition($0) }
        if let name = change.transition, transition == nil { return .refused(.transition(.unknown(name))) }

        let reading = InputReading(office: self, register: register, actor: actor, directory: directory, session: session)
        var input = change.input
        let fields = change.fields.compactMap { register.field($0) }
        input.files.merge(try reading.keep(change.uploads, fields: fields)) { _, new in new }
        var (values, problems) = try reading.read(input, fields: fields, base: plain)
        facts.values = values
        if let transition {
            let day = change.on ?? clock.today()
            let refusal = Workflow.refusal(
                of: transition, for: facts, roles: roles(of: actor, on: stored, office: transition.office), note: change.note,
                on: day,
                checksFields: problems.isEmpty)
            switch refusal {
            case .fieldsMissing: break
            case .some(let refusal): return .refused(.transition(refusal))
            case nil: break
            }
            let closed = try gates(of: transition, for: facts, id: id, in: session).filter { $0.lacks != nil }
            guard closed.isEmpty else { return .refused(.gatesClosed(closed)) }
            for name in Workflow.requirements(of: transition, for: facts, on: day)
            where values[name] == nil && !problems.contains(where: { $0.place.field == name }) {
                problems.append(InputProblem(place: InputPlace(field: name), reason: .missing))
            }
            for name in Workflow.requirements(of: transition, for: facts, on: day) {
                guard let left = register.field(name).flatMap({ register.itemsLeft(values[name], of: $0) }), left > 0,
                    !problems.contains(where: { $0.place.field == name })
                else { continue }
                problems.append(InputProblem(place: InputPlace(field: name), reason: .itemsMissing(count: left)))
            }
            // Whoever may move but not edit fills in what the move asks for, and nothing besides.
            if !actor.scope.may(.edit, in: register.name, unit: stored.owner) {
                let asked = register.fieldsAsked(by: transition)
                for field in fields
                where field.computed == nil && !asked.contains(field.name) && values[field.name] != plain[field.name] {
                    problems.append(InputProblem(place: InputPlace(field: field.name), reason: .notYours))
                }
            }
        }
        problems += try versionProblems(
            change.kind, id, given: change.fields, plain: plain, values: values, register: register, in: session)
        var owner = try reading.owner(values) ?? stored.owner
        let handsOn = transition?.owner
        if let handsOn, problems.isEmpty {
            guard
                let unit = try unit(handsOn, of: stored, values: values, directory: directory, in: session),
                unit != stored.owner
            else { return .refused(.noUnitToHandTo) }
            owner = unit
            values[register.owner] = .text(unit)
        }
        if owner != stored.owner, handsOn == nil, !actor.scope.may(.edit, in: register.name, unit: owner) {
            problems.append(InputProblem(place: InputPlace(field: register.owner), reason: .notYours))
        }
        problems += try reading.uniquenessProblems(values, except: id)
        guard problems.isEmpty else { return .problems(problems) }
        if let over = reckoner.extensionProblems(for: facts).first {
            return .refused(.extensionTooLong(field: over.field, over.refusal))
        }
        if transition == nil, values == plain { return .refused(.nothingChanged) }
        if let opens = transition?.opens, opens.when.holds(for: facts) {
            let day = change.on ?? clock.today()
            switch try refer(
                opens, from: stored, values: values, input: change.referral, on: day, by: actor, directory: directory, in: session
            )
            {
            case .opened(let opened):
                values[opens.link] =
                    register.field(opens.link)?.type == .references
                    ? .list((values[opens.link]?.list ?? []) + [opened]) : .text(opened)
            case .stopped(let outcome): return outcome
            }
        }
        return try write(
            Changed(
                table: held.table, stored: stored, plain: plain, values: values, owner: owner, stamps: facts.stamps,
                transition: transition,
                act: change.act, facts: change.facts, remarks: change.remarks, on: change.on), to: &held, by: actor.account,
            in: session)
    }

    func permission(_ change: RecordChange, _ stored: Record, _ actor: Actor) -> ActRefusal? {
        let scope = actor.scope
        let isEnded = catalogue.register(stored.register)?.state(stored.state)?.isEnd ?? false
        switch change.kind {
        case .edit:
            guard scope.may(.edit, in: stored.register, unit: stored.owner) else { return .notAllowed }
            return isEnded ? .ended : nil
        case .move: return scope.may(.move, in: stored.register, unit: stored.owner) ? nil : .notAllowed
        case .correct(let reason):
            guard scope.may(.correct, in: stored.register, unit: stored.owner) else { return .notAllowed }
            return reason.allSatisfy(\.isWhitespace) ? .reasonMissing : nil
        }
    }

    /// What a change comes to once it is allowed and understood.
    struct Changed {
        var table: RecordTable
        var stored: Record
        var plain: [String: Value]
        var values: [String: Value]
        var owner: String
        var stamps: [MoveStamp]
        var transition: TransitionDefinition?
        var act: String
        var facts: [String: String]
        /// What its writer wrote to it, by `note` or `reason`.
        var remarks: [String: String] = [:]
        var on: Day?
    }

    /// Writes a change whole: the act, the row and the clocks.
    func write(_ changed: Changed, by account: String, in session: any Transaction) throws -> ActOutcome {
        var held = HeldRecord(changed.stored, in: changed.table)
        _ = try held.know(self, in: session)
        let outcome = try write(changed, to: &held, by: account, in: session)
        return try held.settle(in: session)
            ? outcome : .conflict(try conflict(changed.stored, since: changed.stored.revision, in: session))
    }

    private func write(_ changed: Changed, to held: inout HeldRecord, by account: String, in session: any Transaction) throws
        -> ActOutcome
    {
        let register = changed.table.layout.register
        let now = clock.now()
        var record = changed.stored
        record.revision += 1
        record.owner = changed.owner
        record.updatedAt = now
        record.updatedBy = account
        let personal = PersonalFields(keys: keys, register: register, district: district.name)
        record.values = try personal.seal(
            changed.values, record: record.id, stored: changed.stored.values, plain: changed.plain)
        var stamps = changed.stamps
        var facts = changed.facts
        if let transition = changed.transition {
            record.state = transition.to
            if !record.passed.contains(transition.to) { record.passed.append(transition.to) }
            let asked = MoveDay(
                transition: transition, register: register, plain: changed.plain, values: changed.values, today: clock.today()
            ).day
            let stamp = MoveStamp(
                transition: transition.name, from: changed.stored.state, to: transition.to,
                on: changed.on ?? asked ?? clock.today(), at: now,
                by: account, note: changed.remarks["note"])
            let sequence = Int64(stamps.count) + 1
            try MoveTable.append(
                stamp, sequence: sequence,
                sealedNote: try stamp.note.map { try personal.sealNote($0, record: record.id, sequence: sequence) },
                record: record.id, register: register.name, district: district.name, in: session)
            stamps.append(stamp)
            facts["from"] = changed.stored.state
            facts["to"] = transition.to
            facts["on"] = stamp.on.iso
            if let handsOn = transition.owner {
                let entry = OwnerTable.Entry(
                    from: changed.stored.owner, to: changed.owner, on: stamp.on, at: now, by: account,
                    isBack: handsOn == .previous)
                try OwnerTable.append(
                    entry, record: record.id, register: register.name, district: district.name, in: session)
            }
        }
        if changed.owner != changed.stored.owner { facts["owner"] = changed.owner }
        try keepVersion(
            of: record, stored: changed.stored, plain: changed.plain, values: changed.values,
            transition: changed.transition?.name,
            isCorrection: changed.act == "correct", register: register, in: session)
        held.become(
            record, plain: changed.values, stamps: stamps.map(\.withoutNote),
            runs: runs(of: record, plain: changed.values, stamps: stamps, register: register))
        try tell(of: changed, as: record, by: account, in: session)
        try tellGates(from: changed.stored, to: record, by: account, in: session)
        try LogWriter(keys: keys, district: district.name).append(
            .init(
                actor: account, act: changed.act, at: now, register: register, record: record.id, revision: record.revision,
                facts: facts, remarks: changed.remarks,
                before: changed.plain, after: changed.values), in: session)
        return .done(Receipt(id: record.id, number: record.number, revision: record.revision, state: record.state))
    }

    private func conflict(_ stored: Record, since revision: Int64, in session: any Transaction) throws -> Conflict {
        let entries = try LogTable.entries(ofRecord: stored.id, district: district.name, in: session)
        let changes = entries.compactMap { entry -> Conflict.Change? in
            guard let chained = try? ChainedEntry(decoding: entry.body), chained.revision > revision else { return nil }
            var fields: [String] = []
            if case .map(let changes)? = chained.payload["changes"] { fields = changes.keys.sorted() }
            return Conflict.Change(by: chained.actor, at: Instant(milliseconds: chained.at), act: chained.act, fields: fields)
        }
        return Conflict(current: stored.revision, changes: changes)
    }
}

extension RecordChange {
    var transition: String? { if case .move(let name) = kind { name } else { nil } }

    var act: String {
        switch kind {
        case .edit: "edit"
        case .move: "move"
        case .correct: "correct"
        }
    }

    var facts: [String: String] {
        if case .move(let name) = kind { ["transition": name] } else { [:] }
    }

    var remarks: [String: String] {
        var remarks: [String: String] = [:]
        if case .correct(let reason) = kind { remarks["reason"] = reason }
        if let note, !note.isEmpty { remarks["note"] = note }
        return remarks
    }
}
