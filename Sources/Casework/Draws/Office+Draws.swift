import Access
import Definitions
import Draws
import LegalTime
import Records
import Store
import Vault

extension Office {
    // MARK: Looking

    /// The draws of a record as somebody who may read it sees them.
    func draws(of stored: Record, register: RegisterDefinition, facts: RecordFacts, actor: Actor, in session: any Transaction)
        throws -> RecordDraws
    {
        guard !register.draws.isEmpty else { return .none }
        let entries = try DrawTable.entries(of: stored.id, district: district.name, in: session)
        let open = register.draws.filter { draw in
            drawRefusal(draw, stored, facts, actor) == nil && !entries.contains { $0.name == draw.name && $0.state != .void }
        }
        return RecordDraws(
            open: open,
            made: try entries.map { try view($0, of: stored, register: register, facts: facts, actor: actor, in: session) }
        )
    }

    /// A draw with the names that its reader may see; nil where it is not his to see.
    public func draw(_ id: String, by actor: Actor) async throws(StoreError) -> DrawView? {
        let district = district.name
        return try await engine.read { session in
            guard let entry = try DrawTable.entry(id, district: district, in: session),
                let table = self.table(entry.register),
                let stored = try table.fetch(id: entry.record, district: district, in: session),
                actor.scope.may(.read, in: entry.register, unit: stored.owner)
            else { return nil }
            let register = table.layout.register
            var view = try self.view(
                entry, of: stored, register: register,
                facts: try self.facts(of: stored, register: register, in: session), actor: actor, in: session)
            let sources = DrawSources(text: entry.sources)
            let definition = register.draw(entry.name)
            view.titles = try self.titles(
                of: sources.things, in: definition?.source.register, actor: actor, in: session)
            view.peopleTitles = try self.titles(
                of: sources.people, in: definition?.people?.source.register, actor: actor, in: session)
            return view
        }
    }

    /// All draws of records that somebody may read, the latest first.
    public func draws(by actor: Actor, limit: Int = 200) async throws(StoreError) -> [DrawView] {
        let district = district.name
        let registers = catalogue.registers.filter { !$0.draws.isEmpty && !actor.scope.units(in: $0.name).isEmpty }
        return try await engine.read { session in
            var views: [DrawView] = []
            for register in registers {
                guard let table = self.table(register.name) else { continue }
                let owners = RecordQuery.scope(actor.scope.units(in: register.name), column: "r.owner")
                for entry in try DrawTable.entries(
                    of: register.name, table: table.layout.table, owners: owners, limit: limit, district: district, in: session)
                {
                    guard let stored = try table.fetch(id: entry.record, district: district, in: session) else { continue }
                    views.append(
                        try self.view(
                            entry, of: stored, register: register,
                            facts: try self.facts(of: stored, register: register, in: session), actor: actor, in: session))
                }
            }
            return Array(views.sorted { $0.id > $1.id }.prefix(limit))
        }
    }

    private func view(
        _ entry: DrawTable.Entry, of stored: Record, register: RegisterDefinition, facts: RecordFacts, actor: Actor,
        in session: any Transaction
    ) throws -> DrawView {
        let sight = actor.scope.sight(ofPersonalIn: register.name, unit: stored.owner)
        let reason = try entry.reason.map {
            PersonalFields.remark(try keys.openText($0, bound: drawBinding(entry, "reason")), sight: sight)
        }
        let mayAct = register.draw(entry.name).map { drawRefusal($0, stored, facts, actor) == nil } ?? false
        return DrawView(
            id: entry.id, register: entry.register, record: entry.record, recordNumber: stored.number, owner: stored.owner,
            name: entry.name, number: entry.number, state: entry.state, file: try file(of: entry), frozenBy: entry.frozenBy,
            drawnBy: entry.drawnBy, seedDay: entry.seedDay, voidAt: entry.voidAt, voidBy: entry.voidBy, reason: reason,
            mayDraw: mayAct && entry.state == .frozen, mayVoid: mayAct && entry.state != .void, titles: [:], peopleTitles: [:])
    }

    func file(of entry: DrawTable.Entry) throws -> DrawRecord {
        guard let file = DrawRecord(json: Array(entry.file.utf8)) else {
            throw StoreError.unreadableRow(table: "draw", column: "file")
        }
        return file
    }

    /// No field's name has a colon in it.
    func drawBinding(_ entry: DrawTable.Entry, _ part: String) -> Binding {
        Binding(district: district.name, register: entry.register, record: entry.record, field: "draw:\(part)", row: entry.id)
    }

    func facts(of stored: Record, register: RegisterDefinition, in session: any Transaction) throws -> RecordFacts {
        let personal = PersonalFields(keys: keys, register: register, district: district.name)
        return try facts(
            of: stored, plain: try personal.open(stored.values, record: stored.id, sight: .clear), in: session)
    }

    /// Why somebody may not freeze, draw or call off a draw of a record; nil: he may.
    func drawRefusal(_ draw: DrawDefinition, _ stored: Record, _ facts: RecordFacts, _ actor: Actor) -> DrawActRefusal? {
        guard !roles(of: actor, on: stored, office: nil).isDisjoint(with: draw.roles) else { return .roleMissing(draw.roles) }
        switch permission(RecordChange(.edit, revision: stored.revision), stored, actor) {
        case nil: break
        case .ended: return .ended
        default: return .notAllowed
        }
        let isReached =
            draw.states.isEmpty && draw.moves.isEmpty || draw.states.contains(stored.state)
            || facts.stamps.contains { draw.moves.contains($0.transition) }
        guard isReached else { return .wrongState(states: draw.states, moves: draw.moves) }
        return draw.when.holds(for: facts) ? nil : .conditionFails(draw.when)
    }

    // MARK: For everybody

    /// Whether any draw of the catalogue is shown on the open site.
    public var publishesDraws: Bool { catalogue.registers.contains { $0.draws.contains(where: \.isPublished) } }

    /// The draws that the open site shows, the latest first: those whose definition says so.
    public func publishedDraws(limit: Int = 500) async throws(StoreError) -> [OpenDraw] {
        let kinds = catalogue.registers.flatMap { register in
            register.draws.filter(\.isPublished).map { (register.name, $0.name) }
        }
        let district = district.name
        return try await engine.read { session in
            let entries = try kinds.flatMap { register, name in
                try DrawTable.entries(of: register, name: name, district: district, in: session)
            }
            return try entries.sorted { $0.id > $1.id }.prefix(limit).compactMap { try self.open($0, in: session) }
        }
    }

    /// A draw with its published file; nil where the open site does not show it.
    public func publishedDraw(_ id: String) async throws(StoreError) -> (draw: OpenDraw, json: [UInt8])? {
        let district = district.name
        return try await engine.read { session in
            guard let entry = try DrawTable.entry(id, district: district, in: session),
                self.catalogue.register(entry.register)?.draw(entry.name)?.isPublished == true,
                let draw = try self.open(entry, in: session)
            else { return nil }
            return (draw, Array(entry.file.utf8))
        }
    }

    /// Nil where the record behind it is gone.
    private func open(_ entry: DrawTable.Entry, in session: any Transaction) throws -> OpenDraw? {
        guard let unit = try table(entry.register)?.fetch(id: entry.record, district: district.name, in: session)?.owner else {
            return nil
        }
        let file = try file(of: entry)
        return OpenDraw(
            id: entry.id, title: file.title, number: entry.number, register: entry.register, name: entry.name, unit: unit,
            state: entry.state, frozenAt: file.frozenAt, drawnAt: file.drawnAt, fingerprint: file.fingerprint,
            commitment: file.commitment, seed: file.seed, seedSource: file.seedSource,
            candidates: file.list.candidates.count, excluded: file.list.candidates.count - file.list.eligible.count,
            people: file.people.candidates.count, drawn: file.drawn.count)
    }
}
