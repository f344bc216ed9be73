import Access
import Definitions
import Draws
import LegalTime
import Records
import Store
import Vault

extension Office {
    /// What a draw of a record would be made from now.
    public func prepareDraw(_ name: String, of id: String, in register: String, by actor: Actor) async throws(StoreError)
        -> Result<DrawPreparation, DrawActRefusal>
    {
        guard let table = table(register) else { return .failure(.notFound) }
        let directory = try await directory()
        return try await engine.read { session in
            try self.preparation(name, of: id, table: table, by: actor, directory: directory, in: session).map(\.preparation)
        }
    }

    /// What a draw is made from, and of which record.
    private struct Prepared {
        var preparation: DrawPreparation
        var stored: Record
        var sources: DrawSources
    }

    private func preparation(
        _ name: String, of id: String, table: RecordTable, by actor: Actor, directory: Directory, in session: any Transaction
    ) throws -> Result<Prepared, DrawActRefusal> {
        let register = table.layout.register
        guard let stored = try table.fetch(id: id, district: district.name, in: session),
            actor.scope.may(.read, in: register.name, unit: stored.owner), let draw = register.draw(name)
        else { return .failure(.notFound) }
        let facts = try facts(of: stored, register: register, in: session)
        if let refusal = drawRefusal(draw, stored, facts, actor) { return .failure(refusal) }
        // What another draw of the register has drawn from the same source counts as drawn too.
        let kinds = register.draws.filter {
            $0.name == name || $0.source.register != nil && $0.source.register == draw.source.register
        }
        let made = try kinds.flatMap {
            try DrawTable.entries(of: register.name, name: $0.name, district: district.name, in: session)
        }
        if let active = made.first(where: { $0.record == id && $0.name == name && $0.state != .void }) {
            return .failure(.alreadyThere(number: active.number))
        }
        func pool(_ source: DrawDefinition.Source, _ strata: String?) throws -> Result<DrawPool, DrawActRefusal> {
            try self.pool(
                source, strata: strata, of: stored, plain: facts.values, actor: actor, directory: directory, in: session)
        }
        var things: DrawPool
        switch try pool(draw.source, draw.strata) {
        case .success(let found): things = found
        case .failure(let refusal): return .failure(refusal)
        }
        var people = DrawPool()
        if let source = draw.people?.source {
            switch try pool(source, nil) {
            case .success(let found): people = found
            case .failure(let refusal): return .failure(refusal)
            }
        }
        try leaveOutDrawn(&things, draw, among: made)
        let preparation = DrawPreparation(
            definition: draw, recordNumber: stored.number, list: things.list, people: people.list,
            rule: rule(of: draw, facts.values),
            titles: try titles(of: things.sources, in: draw.source.register, actor: actor, in: session),
            peopleTitles: try titles(of: people.sources, in: draw.people?.source.register, actor: actor, in: session))
        return .success(
            Prepared(
                preparation: preparation, stored: stored,
                sources: DrawSources(things: things.sources, people: people.sources)))
    }

    private func rule(of draw: DrawDefinition, _ values: [String: Value]) -> DrawRule? {
        let team = draw.people?.team ?? 0
        switch draw.size {
        case .percent(let share): return DrawRule(size: .percent(share), teamSize: team)
        case .fixed(let count): return DrawRule(size: draw.strata == nil ? .total(count) : .perStratum(count), teamSize: team)
        case .field(let name):
            guard let count = values[name]?.integer, (1...100_000).contains(count) else { return nil }
            return DrawRule(size: draw.strata == nil ? .total(Int(count)) : .perStratum(Int(count)), teamSize: team)
        }
    }

    /// What earlier draws of this kind have drawn, and were not called off, is left out where the definition says so.
    private func leaveOutDrawn(_ pool: inout DrawPool, _ draw: DrawDefinition, among made: [DrawTable.Entry]) throws {
        for exclusion in draw.exclusions {
            guard let recurrence = exclusion.drawn else { continue }
            let year = clock.today().year
            var drawn: Set<String> = []
            for entry in made where entry.state == .drawn {
                let file = try file(of: entry)
                if recurrence == .year, !file.drawnAt.hasPrefix(String(year)) { continue }
                drawn.formUnion(file.drawn.map(\.id))
            }
            for index in pool.candidates.indices where drawn.contains(pool.candidates[index].id) {
                pool.candidates[index].exclusion = exclusion.label
            }
        }
    }

    /// Freezes the list of a draw: from now on it is what is drawn from, whatever becomes of the records.
    public func freezeDraw(_ name: String, of id: String, in register: String, _ input: DrawInput, by actor: Actor)
        async throws(StoreError) -> DrawOutcome
    {
        guard let table = table(register) else { return .refused(.notFound) }
        let directory = try await directory()
        return try await engine.write { session in
            let outcome = try self.freeze(name, of: id, table: table, input, by: actor, directory: directory, in: session)
            if case .done = outcome { return .commit(outcome) }
            return .rollBack(outcome)
        }
    }

    private func freeze(
        _ name: String, of id: String, table: RecordTable, _ input: DrawInput, by actor: Actor, directory: Directory,
        in session: any Transaction
    ) throws -> DrawOutcome {
        let prepared: Prepared
        switch try preparation(name, of: id, table: table, by: actor, directory: directory, in: session) {
        case .success(let found): prepared = found
        case .failure(let refusal): return .refused(refusal)
        }
        let draw = prepared.preparation.definition
        if let seen = input.seen, seen != prepared.preparation.fingerprint { return .refused(.listChanged) }
        guard let rule = prepared.preparation.rule else {
            return .refused(.sizeMissing(field: { if case .field(let name) = draw.size { name } else { "" } }()))
        }
        var left: [String: String] = [:]
        func without(_ list: DrawList, _ codes: [String: String], ofPeople: Bool) -> Result<DrawList, DrawActRefusal> {
            let reasons = draw.exclusions(ofPeople: ofPeople)
            var candidates = list.candidates
            for (candidate, code) in codes where !code.isEmpty {
                guard let reason = reasons.first(where: { $0.code == code }) else { return .failure(.unknownReason(code)) }
                guard let index = candidates.firstIndex(where: { $0.id == candidate }) else { return .failure(.listChanged) }
                if candidates[index].exclusion == nil { candidates[index].exclusion = reason.label }
            }
            for candidate in candidates { left[candidate.id] = candidate.exclusion }
            return .success(DrawList(candidates))
        }
        let list: DrawList
        let people: DrawList
        switch (
            without(prepared.preparation.list, input.exclusions, ofPeople: false),
            without(prepared.preparation.people, input.peopleExclusions, ofPeople: true)
        ) {
        case (.success(let things), .success(let crew)): (list, people) = (things, crew)
        case (.failure(let refusal), _), (_, .failure(let refusal)): return .refused(refusal)
        }
        // A frozen list has to be one that can be drawn from: tried with a seed that nobody will use.
        do throws(DrawRefusal) {
            _ = try Draw(list: list, people: people, rule: rule, seed: "-").outcome()
        } catch { return .refused(.cannotBeDrawn(error)) }
        let seed: FrozenSeed
        switch frozenSeed(input.seed) {
        case .success(let found): seed = found
        case .failure(let refusal): return .refused(refusal)
        }
        return .done(
            try keep(
                Frozen(draw: draw, list: list, people: people, rule: rule, seed: seed, left: left, prepared: prepared),
                register: table.layout.register, by: actor, in: session))
    }

    /// What is known of the seed when the list is frozen.
    private struct FrozenSeed {
        var source: String
        var day: Day?
        var secret: String?
    }

    private func frozenSeed(_ source: DrawInput.SeedSource) -> Result<FrozenSeed, DrawActRefusal> {
        switch source {
        case .system: return .success(FrozenSeed(source: "系统随机数，冻结名单时公布其承诺", secret: DrawSeed.make()))
        case .named(let text, let day):
            let text = PlainText.trimmed(text)
            if text.isEmpty { return .failure(.seedSourceMissing) }
            if text.count > DrawInput.longestSource { return .failure(.tooLong(limit: DrawInput.longestSource)) }
            guard let day else { return .failure(.seedDayMissing) }
            let today = clock.today()
            if day <= today { return .failure(.seedDayNotLater(than: today)) }
            return .success(FrozenSeed(source: text + "（" + day.iso + "）", day: day))
        }
    }

    private struct Frozen {
        var draw: DrawDefinition
        var list: DrawList
        var people: DrawList
        var rule: DrawRule
        var seed: FrozenSeed
        /// Who is left out, by candidate: the reason's label.
        var left: [String: String]
        var prepared: Prepared
    }

    private func keep(_ frozen: Frozen, register: RegisterDefinition, by actor: Actor, in session: any Transaction) throws
        -> String
    {
        let stored = frozen.prepared.stored
        let now = clock.now()
        let today = clock.today()
        let serial = try CounterTable.next(register: "/draws", year: today.year, district: district.name, in: session)
        let number = NumberText.number("{prefix}抽〔{year}〕{serial}号", prefix: district.prefix, year: today.year, serial: serial)
        let file = DrawRecord(
            title: frozen.draw.label + " " + stored.number, frozenAt: clock.present.iso, drawnAt: "", list: frozen.list,
            people: frozen.people, rule: frozen.rule, seed: "", seedSource: frozen.seed.source, drawn: [],
            commitment: frozen.seed.secret.map(DrawSeed.commitment))
        var entry = DrawTable.Entry(
            id: identifiers.next(at: now.milliseconds).description, register: register.name, record: stored.id,
            name: frozen.draw.name, number: number, file: String(decoding: try file.json(), as: UTF8.self),
            fingerprint: file.fingerprint, frozenAt: now, frozenBy: actor.account, seedDay: frozen.seed.day, secret: nil,
            sources: frozen.prepared.sources.text)
        entry.secret = try frozen.seed.secret.map { try keys.seal($0, bound: drawBinding(entry, "seed")) }
        try DrawTable.insert(entry, district: district.name, in: session)
        var facts = [
            "draw": frozen.draw.name, "draw_id": entry.id, "number": number, "fingerprint": entry.fingerprint,
            "seed_source": frozen.seed.source,
            "candidates": String(frozen.list.candidates.count + frozen.people.candidates.count),
        ]
        if let commitment = file.commitment { facts["commitment"] = commitment }
        for (candidate, reason) in frozen.left { facts["excluded:\(candidate)"] = reason }
        try LogWriter(keys: keys, district: district.name).append(
            .init(
                actor: actor.account, act: "draw_freeze", at: now, register: register, record: stored.id,
                revision: stored.revision, facts: facts, before: [:], after: [:]), in: session)
        return entry.id
    }
}
