import Access
import Casework
import Definitions
import LegalTime
import Records
import Store

/// Makes a demo district in a database: people with their grants, then every batch through the office's own acts.
public struct DemoMaker: Sendable {
    public let office: Office
    let declaration: DemoDeclaration

    /// - Parameter texts: the content of the district's `demo.yaml`, then of the files in its folder `demo`, in their order.
    public init(office: Office, texts: [(file: String, text: String)]) throws(DemoError) {
        self.office = office
        var whole = DemoDeclaration()
        for (file, text) in texts { whole.append(try DemoReader(file: file).read(text)) }
        declaration = whole
    }

    public struct Made: Sendable {
        public var accounts: [(login: String, name: String, unit: String, roles: [String])]
        public var records: Int
    }

    /// An act of the declaration that the office refused: the declaration or the catalogue is wrong.
    public enum Failure: Error {
        case store(StoreError)
        case grant(login: String, [GrantRefusal])
        case nobodyMay(register: String, act: String, owner: String)
        case stuck(register: String, index: Int, step: Int, ActOutcome)
        /// An act of a capability that was refused: which, and why in words for programmers.
        case refused(act: String, why: String)
    }

    public func make(password: PasswordHash, progress: @Sendable (_ done: Int, _ of: Int) -> Void) async throws(Failure) -> Made {
        let accounts = try await people(password)
        let total = size
        var maker = RecordMaker(pools: declaration.pools, seed: declaration.seed)
        let cast = try await cast(accounts.map(\.login))
        var done = 0
        for batch in declaration.batches where !batch.isLate {
            try await make(batch, &maker, cast) {
                done += $0
                progress(done, total)
            }
        }
        let year = office.district.year
        for contribution in declaration.contributions {
            let writer = cast.actors.first { $0.unit == contribution.unit } ?? office.console()
            _ = try await stored { () async throws(StoreError) in
                try await office.contribute(
                    contribution.text, year: year, part: contribution.part, unit: contribution.unit, over: 0, by: writer)
            }
        }
        try await makeRecordings(cast)
        try await makeDraws(cast)
        try await makeReturns(cast)
        for batch in declaration.batches where batch.isLate {
            try await make(batch, &maker, cast) {
                done += $0
                progress(done, total)
            }
        }
        try await makeExams(cast)
        try await makeAssessments(cast)
        try await makeOpen(cast)
        try await makeConsultations(cast)
        try await makeNotices(cast)
        return Made(accounts: accounts, records: total)
    }

    private func make(
        _ batch: DemoDeclaration.Batch, _ maker: inout RecordMaker, _ cast: Cast, progress: (_ more: Int) -> Void
    ) async throws(Failure) {
        let lives = try lives(batch, &maker, cast)
        var receipts: [Receipt] = []
        // Some hundred lives share one transaction, so that the bar moves and memory stays small.
        for start in stride(from: 0, to: lives.count, by: 800) {
            let some = Array(lives[start..<min(start + 800, lives.count)])
            switch try await stored({ () async throws(StoreError) in try await office.enter(some.map(\.life)) }) {
            case .success(let made): receipts += made
            case .failure(let stuck):
                throw .stuck(register: batch.register, index: start + stuck.index, step: stuck.step, stuck.outcome)
            }
            progress(some.count)
        }
        if let name = batch.name {
            maker.made[name, default: []] += zip(receipts, lives).map { .init(id: $0.id, owner: $1.owner, place: $1.place) }
        }
        try await keepOpened(by: batch, lives, receipts, &maker)
    }

    func stored<T>(_ body: () async throws(StoreError) -> T) async throws(Failure) -> T {
        do { return try await body() } catch { throw .store(error) }
    }

    /// How many lives are to be made.
    public var size: Int { declaration.batches.reduce(0) { $0 + size(of: $1) } }

    private func size(of batch: DemoDeclaration.Batch) -> Int {
        if let kind = batch.eachUnit { return office.district.units.filter { $0.kind == kind }.count }
        return batch.variants.isEmpty ? batch.count : batch.variants.reduce(0) { $0 + $1.count }
    }

    // MARK: People

    private func people(_ password: PasswordHash) async throws(Failure) -> [(
        login: String, name: String, unit: String, roles: [String]
    )] {
        var shown: [(login: String, name: String, unit: String, roles: [String])] = []
        let since = Day(year: 2018, month: 1, day: 1) ?? office.clock.today()
        for person in declaration.people {
            let account = Account(
                id: person.login, name: person.login, displayName: person.name, unit: person.unit, passwordHash: password)
            let grants = person.grants.map { grant in
                Grant(
                    account: person.login, role: Role(rawValue: grant.role), unit: grant.unit,
                    registers: grant.registers.isEmpty
                        ? (grant.offices.isEmpty ? .all : .offices(Set(grant.offices))) : .registers(Set(grant.registers)),
                    from: since)
            }
            let refusals = try await stored { () async throws(StoreError) in try await office.save(account, grants: grants) }
            guard refusals.isEmpty else { throw .grant(login: person.login, refusals) }
            shown.append((person.login, person.name, person.unit, person.grants.map(\.role)))
        }
        return shown
    }

    private func cast(_ logins: [String]) async throws(Failure) -> Cast {
        var actors: [Actor] = []
        for login in logins {
            if let actor = try await stored({ () async throws(StoreError) in try await office.actor(login: login) }) {
                actors.append(actor)
            }
        }
        return Cast(actors: actors)
    }

    // MARK: Lives

    /// A life as it will be entered, the unit that has it in the end, and what its recipes have made up.
    private struct Told {
        var life: Life
        var owner: String
        var place: RecordMaker.Place
        /// By the name under which it is kept: the field that names the record opened, its register, and what was made up for it.
        var opened: [(name: String, opens: ReferralDefinition, place: RecordMaker.Place)] = []
    }

    private func lives(_ batch: DemoDeclaration.Batch, _ maker: inout RecordMaker, _ cast: Cast) throws(Failure) -> [Told] {
        guard let register = office.catalogue.register(batch.register) else {
            throw .stuck(register: batch.register, index: 0, step: 0, .refused(.notFound))
        }
        let units = batch.eachUnit.map { kind in office.district.units.filter { $0.kind == kind } } ?? []
        let count = size(of: batch)
        var lives: [Told] = []
        for (index, variant) in order(batch, count, &maker.random).enumerated() {
            let unit = units.isEmpty ? nil : (units[index % units.count].id, units[index % units.count].label)
            var place = RecordMaker.Place(index: index, count: count, unit: unit, batch: batch.name ?? batch.register)
            let earlier = batch.continues.flatMap { maker.next(of: $0) }
            if let name = batch.continues {
                guard let earlier else {
                    throw .refused(act: "continues: \(name)", why: "fewer records than lives that go on")
                }
                place.texts = earlier.place.texts
                place.owners = earlier.place.owners
            }
            if let unit { place.owners["unit"] = unit.0 }
            var input = RecordInput()
            let own = variant.map { batch.variants[$0] }
            let overridden = Set((own?.fields ?? []).map(\.0))
            maker.fill(&input, batch.fields.filter { !overridden.contains($0.0) }, &place)
            maker.fill(&input, own?.fields ?? [], &place)
            let owner = earlier?.owner ?? place.owners[register.owner] ?? input.texts[register.owner] ?? ""
            guard let registrar = cast.who(may: earlier == nil ? .register : .read, in: register.name, owner: owner) else {
                throw .nobodyMay(register: register.name, act: "register", owner: owner)
            }
            var steps: [Life.Step] = []
            // A move may hand the record to another unit; whoever acts next is one of its people.
            var holders = [owner]
            var opened: [(name: String, opens: ReferralDefinition, place: RecordMaker.Place)] = []
            for move in batch.moves.prefix(own?.take ?? batch.moves.count) + (own?.moves ?? []) {
                var change = RecordInput()
                maker.fill(&change, move.fields, &place)
                let on = move.on.flatMap { maker.text($0, "on", &place) }.flatMap(Day.init(iso:))
                var fields = move.fields.map(\.0)
                let actor: Actor?
                var kind = RecordChange.Kind.edit
                if let name = move.transition {
                    kind = .move(name)
                    let transition = register.transition(name)
                    actor =
                        try move.by.map { login throws(Failure) in try self.person(login, cast) }
                        ?? cast.who(
                            mayMove: transition?.roles ?? [], in: register.name, owner: holders[holders.count - 1],
                            office: transition?.office)
                } else {
                    actor = cast.who(may: .edit, in: register.name, owner: holders[holders.count - 1])
                }
                guard let actor else {
                    throw .nobodyMay(register: register.name, act: move.transition ?? "edit", owner: holders[holders.count - 1])
                }
                var uploads = maker.files(move.fields, place)
                // Whoever moves without editing fills in what the move asks for; a clerk has filled in the rest before.
                if let name = move.transition, !actor.scope.may(.edit, in: register.name, unit: holders[holders.count - 1]),
                    let clerk = cast.who(may: .edit, in: register.name, owner: holders[holders.count - 1])
                {
                    let rest = Set(fields).subtracting(asked(by: name, in: register)).filter {
                        change.texts[$0] != nil || change.rows[$0] != nil || uploads[$0] != nil
                    }
                    if !rest.isEmpty {
                        let prepared = RecordInput(
                            texts: change.texts.filter { rest.contains($0.key) },
                            rows: change.rows.filter { rest.contains($0.key) })
                        steps.append(
                            Life.Step(
                                change: RecordChange(
                                    .edit, revision: 0, input: prepared, fields: fields.filter(rest.contains),
                                    uploads: uploads.filter { rest.contains($0.key) }, on: nil), by: clerk))
                        fields.removeAll(where: rest.contains)
                        change.texts = change.texts.filter { !rest.contains($0.key) }
                        change.rows = change.rows.filter { !rest.contains($0.key) }
                        uploads = uploads.filter { !rest.contains($0.key) }
                    }
                }
                var referral = RecordInput()
                var there = RecordMaker.Place(index: index, count: count, batch: move.opened ?? place.batch)
                there.texts = place.texts
                there.owners = place.owners
                maker.fill(&referral, move.referral, &there)
                if let name = move.opened, let opens = move.transition.flatMap({ register.transition($0) })?.opens {
                    opened.append((name, opens, there))
                }
                steps.append(
                    Life.Step(
                        change: RecordChange(
                            kind, revision: 0, input: change, fields: fields, uploads: uploads, note: move.note, on: on,
                            referral: referral),
                        by: actor))
                switch move.transition.flatMap({ register.transition($0) })?.owner {
                case .field(let field): holders.append(place.owners[field] ?? place.texts[field] ?? owner)
                case .previous where holders.count > 1: holders.removeLast()
                case .root: holders.append(office.district.units.first { $0.parent == nil }?.id ?? owner)
                case .parent:
                    holders.append(office.district.units.first { $0.id == holders.last }?.parent ?? owner)
                case .previous, nil: break
                }
            }
            lives.append(
                Told(
                    life: Life(
                        register: register.name, continues: earlier?.id, input: input, by: registrar, steps: steps),
                    owner: holders[holders.count - 1], place: place, opened: opened))
        }
        return lives
    }

    private func person(_ login: String, _ cast: Cast) throws(Failure) -> Actor {
        guard let actor = cast.actors.first(where: { $0.account == login }) else {
            throw .refused(act: "by: \(login)", why: "nobody has that login name")
        }
        return actor
    }

    /// Keeps the records that moves opened in other registers under the names that the batch gives them.
    private func keepOpened(
        by batch: DemoDeclaration.Batch, _ lives: [Told], _ receipts: [Receipt], _ maker: inout RecordMaker
    ) async throws(Failure) {
        let reader = office.console()
        for (receipt, told) in zip(receipts, lives) {
            for (name, opens, place) in told.opened {
                let view = try await stored { () async throws(StoreError) in
                    try await office.record(batch.register, id: receipt.id, by: reader)
                }
                let link = view?.record.values[opens.link]
                guard let id = link?.text ?? link?.list?.last else {
                    throw .refused(act: "opens: \(name)", why: "the move opened no record")
                }
                let other = try await stored { () async throws(StoreError) in
                    try await office.record(opens.register, id: id, by: reader)
                }
                maker.made[name, default: []].append(.init(id: id, owner: other?.record.owner ?? "", place: place))
            }
        }
    }

    /// The fields that a move requires or, of a list kept by days, changes.
    private func asked(by name: String, in register: RegisterDefinition) -> Set<String> {
        let dated = register.dated.map { $0.changes.contains(name) ? $0.fields : [] } ?? []
        return Set(register.transition(name)?.require.map(\.field) ?? []).union(dated)
    }

    /// Which variant each record of the batch is: shuffled, those marked `last` at the end.
    private func order(_ batch: DemoDeclaration.Batch, _ count: Int, _ random: inout SeededRandom) -> [Int?] {
        guard !batch.variants.isEmpty else { return Array(repeating: nil, count: count) }
        var early: [Int?] = []
        var late: [Int?] = []
        for (index, variant) in batch.variants.enumerated() {
            if variant.isLast {
                late += Array(repeating: index, count: variant.count)
            } else {
                early += Array(repeating: index, count: variant.count)
            }
        }
        early.shuffle(using: &random)
        return early + late
    }
}
