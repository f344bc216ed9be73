import Access
import Definitions
import Draws
import LegalTime
import Records
import Store
import Vault

extension Office {
    /// Draws from a frozen list, once, and writes what is drawn into the record's rows in the same transaction.
    ///
    /// - Parameter seed: What the named source has made known; nothing where the system has made the seed.
    public func makeDraw(_ id: String, seed: String? = nil, by actor: Actor) async throws(StoreError) -> DrawOutcome {
        let directory = try await directory()
        return try await engine.write { session in
            let outcome = try self.make(id, seed: seed, by: actor, directory: directory, in: session)
            if case .done = outcome { return .commit(outcome) }
            return .rollBack(outcome)
        }
    }

    private func make(_ id: String, seed: String?, by actor: Actor, directory: Directory, in session: any Transaction) throws
        -> DrawOutcome
    {
        guard var entry = try DrawTable.entry(id, district: district.name, in: session), let table = table(entry.register),
            let stored = try table.fetch(id: entry.record, district: district.name, in: session),
            actor.scope.may(.read, in: entry.register, unit: stored.owner)
        else { return .refused(.notFound) }
        let register = table.layout.register
        guard let draw = register.draw(entry.name) else { return .refused(.notFound) }
        let facts = try facts(of: stored, register: register, in: session)
        if let refusal = drawRefusal(draw, stored, facts, actor) { return .refused(refusal) }
        guard entry.state == .frozen else { return .refused(.notFrozen(entry.state)) }
        var file = try file(of: entry)
        switch try self.seed(of: entry, given: seed) {
        case .success(let known): file.seed = known
        case .failure(let refusal): return .refused(refusal)
        }
        let outcome: [Drawn]
        do throws(DrawRefusal) {
            outcome = try Draw(list: file.list, people: file.people, rule: file.rule, seed: file.seed).outcome()
        } catch { return .refused(.cannotBeDrawn(error)) }
        file.drawn = outcome.map { .init(id: $0.candidate.id, team: $0.team.map(\.id)) }
        // A demonstration lives on one day, whose hours may run round.
        file.drawnAt = max(clock.present.iso, file.frozenAt)

        let now = clock.now()
        let writer = DrawnRowWriter(
            office: self, register: register, draw: draw, sources: DrawSources(text: entry.sources), stored: stored,
            plain: facts.values, session: session)
        let rows = try outcome.map(writer.row)
        var values = facts.values
        let all = (values[draw.into]?.rows ?? []) + rows
        if let limit = register.field(draw.into)?.max, all.count > limit { return .refused(.tooManyRows(limit: limit)) }
        values[draw.into] = .rows(all)
        for filling in draw.fill { values[filling.target] = Self.value(filling.value, file, entry.number, clock.today()) }
        values = ComputedFields(register).applied(to: values)
        entry.file = String(decoding: try file.json(), as: UTF8.self)
        entry.drawnAt = now
        entry.drawnBy = actor.account
        entry.rows = DrawnRows(rows).text
        guard try DrawTable.draw(entry, district: district.name, in: session) else { return .refused(.notFrozen(.drawn)) }
        let logged = [
            "draw": draw.name, "draw_id": entry.id, "number": entry.number, "fingerprint": entry.fingerprint,
            "seed": file.seed, "drawn": file.drawn.map(\.id).joined(separator: "；"),
        ]
        let written = try write(
            Changed(
                table: table, stored: stored, plain: facts.values, values: values, owner: stored.owner, stamps: facts.stamps,
                transition: nil, act: "draw", facts: logged), by: actor.account, in: session)
        guard case .done = written else { return .refused(.changedMeanwhile) }
        return .done(entry.id)
    }

    private func seed(of entry: DrawTable.Entry, given: String?) throws -> Result<String, DrawActRefusal> {
        if let secret = entry.secret { return .success(try keys.openText(secret, bound: drawBinding(entry, "seed"))) }
        let seed = PlainText.trimmed(given ?? "")
        if let day = entry.seedDay, clock.today() < day { return .failure(.tooEarly(seedDay: day)) }
        if seed.isEmpty { return .failure(.seedMissing) }
        return seed.count > DrawInput.longestSeed ? .failure(.tooLong(limit: DrawInput.longestSeed)) : .success(seed)
    }

    static func value(_ filling: DrawDefinition.FillingValue, _ file: DrawRecord, _ number: String, _ today: Day) -> Value {
        switch filling {
        case .day: .day(today)
        case .number: .text(number)
        case .pool: .integer(Int64(file.list.eligible.count))
        case .drawn: .integer(Int64(file.drawn.count))
        }
    }

    // MARK: Calling off

    /// Calls off a draw, frozen or drawn, with a reason; it stays to be seen. The rows that it wrote go, unless somebody has worked
    /// on them since: then it stands.
    public func voidDraw(_ id: String, reason: String, by actor: Actor) async throws(StoreError) -> DrawOutcome {
        try await engine.write { session in
            let outcome = try self.void(id, reason: PlainText.trimmed(reason), by: actor, in: session)
            if case .done = outcome { return .commit(outcome) }
            return .rollBack(outcome)
        }
    }

    private func void(_ id: String, reason: String, by actor: Actor, in session: any Transaction) throws -> DrawOutcome {
        guard var entry = try DrawTable.entry(id, district: district.name, in: session), let table = table(entry.register),
            let stored = try table.fetch(id: entry.record, district: district.name, in: session),
            actor.scope.may(.read, in: entry.register, unit: stored.owner)
        else { return .refused(.notFound) }
        let register = table.layout.register
        guard let draw = register.draw(entry.name) else { return .refused(.notFound) }
        let facts = try facts(of: stored, register: register, in: session)
        if let refusal = drawRefusal(draw, stored, facts, actor) { return .refused(refusal) }
        guard entry.state != .void else { return .refused(.notFrozen(.void)) }
        if reason.isEmpty { return .refused(.reasonMissing) }
        if reason.count > 500 { return .refused(.tooLong(limit: 500)) }
        let file = try file(of: entry)
        let now = clock.now()
        let wasDrawn = entry.state == .drawn
        entry.voidAt = now
        entry.voidBy = actor.account
        entry.reason = try keys.seal(reason, bound: drawBinding(entry, "reason"))
        guard try DrawTable.void(entry, district: district.name, in: session) else { return .refused(.notFrozen(.void)) }
        let logged = ["draw": draw.name, "draw_id": entry.id, "number": entry.number]
        guard wasDrawn else {
            try LogWriter(keys: keys, district: district.name).append(
                .init(
                    actor: actor.account, act: "draw_void", at: now, register: register, record: stored.id,
                    revision: stored.revision, facts: logged, remarks: ["reason": reason], before: [:], after: [:]), in: session)
            return .done(entry.id)
        }
        var values = facts.values
        let written = DrawnRows(text: entry.rows).rows
        let computed = Set((register.field(draw.into)?.fields ?? []).filter { $0.computed != nil }.map(\.name))
        var touched = 0
        let kept = (values[draw.into]?.rows ?? []).filter { row in
            guard let texts = written[row.id] else { return true }
            if DrawnRows.texts(row).filter({ !computed.contains($0.key) }) != texts { touched += 1 }
            return false
        }
        if touched > 0 { return .refused(.rowsInUse(touched)) }
        values[draw.into] = kept.isEmpty ? nil : .rows(kept)
        for filling in draw.fill where register.field(filling.target)?.isRequired == false && filling.value != .day {
            let filled = Self.value(filling.value, file, entry.number, clock.today())
            if values[filling.target] == filled { values[filling.target] = nil }
        }
        values = ComputedFields(register).applied(to: values)
        let outcome = try write(
            Changed(
                table: table, stored: stored, plain: facts.values, values: values, owner: stored.owner, stamps: facts.stamps,
                transition: nil, act: "draw_void", facts: logged, remarks: ["reason": reason]), by: actor.account, in: session)
        guard case .done = outcome else { return .refused(.changedMeanwhile) }
        return .done(entry.id)
    }
}

/// Makes a row of the record for each thing drawn.
struct DrawnRowWriter {
    let office: Office
    let register: RegisterDefinition
    let draw: DrawDefinition
    let sources: DrawSources
    let stored: Record
    let plain: [String: Value]
    let session: any Transaction

    func row(_ drawn: Drawn) throws -> Row {
        let source = sources.things[drawn.candidate.id]
        let origin = try source.flatMap(self.origin)
        var values: [String: Value] = [:]
        let fields = register.field(draw.into)?.fields ?? []
        for setting in draw.set {
            guard let field = fields.first(where: { $0.name == setting.target }) else { continue }
            values[setting.target] = value(setting.value, drawn, source, origin, into: field)
        }
        return Row(id: office.identifiers.next(at: office.clock.now().milliseconds).description, values: values)
    }

    private func value(
        _ setting: DrawDefinition.SettingValue, _ drawn: Drawn, _ source: String?,
        _ origin: (values: [String: Value], unit: String)?,
        into field: FieldDefinition
    ) -> Value? {
        func text(_ text: String) -> Value? { text.isEmpty ? nil : .text(text) }
        switch setting {
        case .reference: return source.map { .text($0) }
        case .number: return text(drawn.candidate.id)
        case .label: return text(drawn.candidate.label)
        case .unit: return origin.map { .text($0.unit) }
        case .stratum: return text(drawn.candidate.stratum)
        case .person(let place):
            guard place <= drawn.team.count else { return nil }
            let person = drawn.team[place - 1]
            return field.type == .reference ? sources.people[person.id].map { .text($0) } : text(person.id)
        case .field(let name): return origin?.values[name]
        case .constant(let constant):
            return field.type == .bool ? .bool(constant == "true") : PersonalFields.decode(constant, field)
        }
    }

    /// The values and the unit of what stands behind a candidate, as they are now; its place on the list was fixed before.
    private func origin(_ source: String) throws -> (values: [String: Value], unit: String)? {
        switch draw.source {
        case .units: return ([:], source)
        case .rows(let field, _, _):
            return (plain[field]?.rows ?? []).first { $0.id == source }.map { ($0.values, stored.owner) }
        case .register(let register):
            return try office.table(register.register)?.fetch(id: source, district: office.district.name, in: session).map {
                ($0.values, $0.owner)
            }
        }
    }
}
