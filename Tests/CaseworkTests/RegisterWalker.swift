import Access
import Casework
import Definitions
import LegalTime
import Records
import Store
import TestSupport
import Testing
import Workflow

/// Leads records of one register through their lives with sample values, and opens the gates on the way by making what they need.
struct RegisterWalker {
    let bench: TestOffice
    let register: RegisterDefinition
    let day: Day
    /// In the order in which samples are taken from them.
    let units: [UnitDefinition]
    let clerk: Actor
    let references: [String: String]
    let counter: Counter

    final class Counter {
        var count: Int
        var records: [String] = []
        /// Those who lead the records that gates of this register look at.
        var others: [String: RegisterWalker] = [:]
        init(_ count: Int) { self.count = count }
    }

    var root: String { bench.office.district.units[0].id }

    init(_ register: RegisterDefinition, bench: TestOffice, day: Day, clerk: Actor, from count: Int = 0) async throws {
        self.bench = bench
        self.register = register
        self.day = day
        self.clerk = clerk
        counter = Counter(count)
        let all = bench.office.district.units
        // A matter that goes up begins at the foot of the tree.
        let foot = all.last { unit in all.contains { $0.id == unit.parent && $0.parent != nil } }
        units = register.transitions.contains { $0.owner == .parent } ? [foot].compactMap { $0 } + all : all
        var references: [String: String] = [:]
        for target in Self.targets(register, bench.office.catalogue) where references[target.name] == nil {
            let values = SampleValues(register: target, day: day, units: units, references: references, number: 900 + count)
            let (input, uploads) = values.registration()
            references[target.name] = try await bench.office.register(target.name, input, uploads: uploads, by: clerk).done().id
        }
        self.references = references
    }

    /// The registers whose records are named by this one or asked for by what it opens, those first that others need in order to be
    /// registered at all.
    private static func targets(_ register: RegisterDefinition, _ catalogue: Catalogue, onlyRequired: Bool = false)
        -> [RegisterDefinition]
    {
        var targets: [RegisterDefinition] = []
        var fields = register.fields.flatMap { [$0] + $0.fields }.filter { !onlyRequired || $0.isRequired }
        if !onlyRequired {
            for opens in register.transitions.compactMap(\.opens) {
                fields += opens.ask.compactMap { catalogue.register(opens.register)?.field($0) }
            }
        }
        for field in fields {
            guard let target = field.target.flatMap({ catalogue.register($0) }) else { continue }
            targets += Self.targets(target, catalogue, onlyRequired: true)
            targets.append(target)
        }
        return targets
    }

    private func values(of register: RegisterDefinition? = nil) -> SampleValues {
        SampleValues(register: register ?? self.register, day: day, units: units, references: references, number: counter.count)
    }

    var moves: [TransitionDefinition] { register.transitions.filter { !$0.isAutomatic && $0.validity.holds(on: day) } }

    // MARK: People

    /// Somebody who may make the move; several are different people.
    func actor(_ transition: TransitionDefinition, person: Int = 0) async throws -> Actor {
        let role = Role(rawValue: try #require(transition.roles.first))
        let limit = transition.office.map { RegisterLimit.offices([$0]) } ?? .all
        let others = ["examiner", "leader"].map(Role.init(rawValue:)).filter { $0 != role }
        return try await bench.actor(roles: [role] + others.prefix(person), at: root, limit: limit)
    }

    func stranger(_ transition: TransitionDefinition) async throws -> Actor {
        let roles = ["examiner", "leader", "reviewer", "mediator"]
        let role = roles.first { !transition.roles.contains($0) } ?? "leader"
        return try await bench.actor(roles: [Role(rawValue: role)], at: root)
    }

    // MARK: Acts

    func fresh(_ given: [String: String] = [:]) async throws -> Receipt {
        counter.count += 1
        var (input, uploads) = values().registration()
        input.texts.merge(given) { $1 }
        let receipt = try await bench.office.register(register.name, input, uploads: uploads, by: clerk).done()
        counter.records.append(receipt.id)
        return receipt
    }

    /// What is put into a move besides what it asks for.
    struct Besides {
        var fillings: [SampleValues.Filling] = []
        /// Emptied, so that a gate closes.
        var emptied: [FieldDefinition] = []
        /// As typed, whatever else would be put there.
        var texts: [String: String] = [:]
    }

    /// The changes that might make the move, one for each way in which its condition can hold.
    private func changes(
        _ transition: TransitionDefinition, _ receipt: Receipt, leaving: String? = nil, besides: Besides = Besides()
    ) -> [RecordChange] {
        let values = values()
        return values.ways(transition.only).map { way in
            var input = RecordInput()
            var uploads: [String: Upload] = [:]
            let required = transition.require.filter { $0.validity.holds(on: day) }.compactMap { register.field($0.field) }
                .filter { $0.validity.holds(on: day) }
            var fields = required
            for field in required where field.name != leaving { values.fill(&input, &uploads, field) }
            for filling in besides.fillings + way where filling.field.name != leaving {
                if !fields.contains(filling.field) { fields.append(filling.field) }
                values.fill(&input, &uploads, filling)
            }
            for field in besides.emptied {
                if !fields.contains(field) { fields.append(field) }
                input.texts[field.name] = nil
                input.many[field.name] = nil
                input.rows[field.name] = nil
            }
            for (name, text) in besides.texts {
                guard let field = register.field(name) else { continue }
                if !fields.contains(field) { fields.append(field) }
                input.texts[name] = text
            }
            if case .field(let name)? = transition.owner, name != leaving {
                // To a unit that does not have it already.
                input.texts[name] = units.first { $0.id != values.ownerSample }?.id
            }
            return RecordChange(
                .move(transition.name), revision: receipt.revision, input: input,
                fields: fields.map(\.name).filter { $0 != leaving }, uploads: uploads,
                note: transition.needsNote ? "样例说明" : nil, referral: referral(transition))
        }
    }

    /// What the form asks for the record that the move opens.
    private func referral(_ transition: TransitionDefinition) -> RecordInput {
        var input = RecordInput()
        var uploads: [String: Upload] = [:]
        guard let opens = transition.opens, let other = bench.office.catalogue.register(opens.register) else { return input }
        let values = values(of: other)
        for field in opens.ask.compactMap(other.field) { values.fill(&input, &uploads, field) }
        return input
    }

    func attempt(
        _ transition: TransitionDefinition, _ receipt: Receipt, by actor: Actor, leaving: String? = nil,
        besides: Besides = Besides()
    ) async throws -> [ActOutcome] {
        var outcomes: [ActOutcome] = []
        for change in changes(transition, receipt, leaving: leaving, besides: besides) {
            outcomes.append(try await bench.office.change(register.name, id: receipt.id, change, by: actor))
            if outcomes.last?.receipt != nil { break }
        }
        return outcomes
    }

    /// Makes the move; gates that stop it are opened one after the other.
    func push(
        _ transition: TransitionDefinition, _ receipt: Receipt, besides given: Besides = Besides(), mayOpen: Bool = true
    ) async throws -> Receipt? {
        var receipt = receipt
        var besides = given
        var opened: Set<String> = []
        while true {
            let outcomes = try await attempt(transition, receipt, by: actor(transition), besides: besides)
            if let done = outcomes.last?.receipt { return done }
            let closed = outcomes.lazy.compactMap(\.closedGates).first
            guard mayOpen, let standing = closed?.first(where: { !opened.contains($0.gate.name) }) else { return nil }
            opened.insert(standing.gate.name)
            guard let further = try await open(standing.gate, of: transition, &receipt, besides) else { return nil }
            besides = further
        }
    }

    // MARK: Gates

    /// Makes what a gate needs; nil where it cannot be made.
    private func open(
        _ gate: GateDefinition, of transition: TransitionDefinition, _ receipt: inout Receipt, _ besides: Besides
    ) async throws -> Besides? {
        var besides = besides
        switch gate.need {
        case .fields(let names):
            besides.emptied.removeAll { names.contains($0.name) }
            for name in names {
                guard let field = register.field(name) else { return nil }
                besides.fillings.append(.init(field: field, content: .sample))
            }
        case .rows(let name, let least):
            guard let field = register.field(name) else { return nil }
            besides.emptied.removeAll { $0.name == name }
            besides.fillings.append(.init(field: field, content: .rows(least)))
        case .moves(let names, let persons):
            for name in names {
                guard let move = register.transition(name), let done = try await push(move, receipt) else { return nil }
                receipt = done
            }
            guard persons > 1 else { break }
            // One who did all of them is one.
            let outcomes = try await attempt(transition, receipt, by: actor(transition), besides: besides)
            #expect(
                outcomes.contains { outcome in
                    outcome.closedGates?.contains { $0.gate.name == gate.name && $0.lacks == .fewPersons(has: 1, needs: persons) }
                        ?? false
                }, "\(gate.name): \(outcomes)")
            for (person, name) in names.dropFirst().prefix(persons - 1).enumerated() {
                guard let move = register.transition(name),
                    let done = try await attempt(move, receipt, by: actor(move, person: person + 1)).last?.receipt
                else { return nil }
                receipt = done
            }
        case .linked(let name, let by, let states, let having):
            guard try await bring(name, to: states, having: having, given: [by: receipt.id]) != nil else { return nil }
        case .reference(let name, let states, let having):
            guard let target = register.field(name)?.target,
                let id = try await bring(target, to: states, having: having, given: [:])
            else { return nil }
            besides.texts[name] = id
        }
        return besides
    }

    /// Registers a record elsewhere and leads it to one of the states with the codes that are wanted.
    private func bring(_ name: String, to states: [String], having: [String: [String]], given: [String: String]) async throws
        -> String?
    {
        guard let other = bench.office.catalogue.register(name), let start = other.startState else { return nil }
        let walker: RegisterWalker
        if let known = counter.others[name] {
            walker = known
        } else {
            walker = try await RegisterWalker(other, bench: bench, day: day, clerk: clerk, from: 2000)
            counter.others[name] = walker
        }
        var receipt = try await walker.fresh(given)
        guard let way = walker.way(from: start.name, to: Set(states)) else { return nil }
        var besides = Besides()
        besides.texts = having.compactMapValues(\.first)
        for move in way {
            let wanted = Set(move.require.map(\.field))
            var own = besides
            own.texts = besides.texts.filter { wanted.contains($0.key) }
            guard let done = try await walker.push(move, receipt, besides: own) else { return nil }
            receipt = done
        }
        return receipt.id
    }

    /// The shortest chain of moves by the definition alone.
    func way(from start: String, to states: Set<String>) -> [TransitionDefinition]? {
        var ways: [(String, [TransitionDefinition])] = [(start, [])]
        var seen: Set = [start]
        while !ways.isEmpty {
            let (state, way) = ways.removeFirst()
            if states.contains(state) || states.isEmpty { return way }
            for move in moves where move.from.contains(state) && seen.insert(move.to).inserted {
                ways.append((move.to, way + [move]))
            }
        }
        return nil
    }

    /// Each gate of a move refuses it by its name while it is closed; the record is as it was afterwards.
    func checkGates(of transition: TransitionDefinition, _ receipt: Receipt) async throws {
        let values = values()
        for gate in transition.gates {
            var besides = Besides()
            switch gate.need {
            case .fields(let names): besides.emptied = names.compactMap(register.field).filter { $0.type != .attachment }
            case .rows(let name, _): besides.emptied = [register.field(name)].compactMap { $0 }
            case .reference(let name, _, _): besides.texts[name] = register.field(name)?.target.flatMap { references[$0] }
            case .linked, .moves: break
            }
            let closed = Set(besides.emptied.map(\.name)).union(besides.texts.keys)
            var outcomes: [ActOutcome] = []
            for way in values.ways(gate.when) {
                besides.fillings = way.filter { !closed.contains($0.field.name) }
                outcomes += try await attempt(transition, receipt, by: actor(transition), besides: besides)
            }
            #expect(
                outcomes.contains { $0.closedGates?.contains { $0.gate.name == gate.name } ?? false },
                "\(register.name) \(transition.name) is not stopped by \(gate.name): \(outcomes)")
            #expect(outcomes.allSatisfy { $0.receipt == nil }, "\(register.name) \(transition.name): \(gate.name)")
        }
    }

    /// With every gate in force at once, where they can be: what is put into the move so that they are.
    func gatesInForce(of transition: TransitionDefinition) -> Besides {
        var besides = Besides()
        for gate in transition.gates { besides.fillings += values().ways(gate.when).first ?? [] }
        return besides
    }

    // MARK: What a move leaves behind

    /// The record opened elsewhere names this one and is named by it; the unit that handed it on sees no more than a glimpse.
    func checkTraces(of transition: TransitionDefinition, _ receipt: Receipt, before: Record) async throws {
        guard let view = try await bench.office.record(register.name, id: receipt.id, by: clerk) else {
            throw UnexpectedOutcome(outcome: .refused(.notFound))
        }
        if let opens = transition.opens {
            let link = view.record.values[opens.link]
            let id = try #require(link?.text ?? link?.list?.last, "\(register.name) \(transition.name)")
            let other = try #require(try await bench.office.record(opens.register, id: id, by: clerk))
            #expect(other.record.state == bench.office.catalogue.register(opens.register)?.startState?.name)
            if let back = opens.back {
                #expect(other.record.values[back] == .text(receipt.id), "\(register.name) \(transition.name)")
                #expect(other.relations.contains { $0.id == receipt.id })
            }
            #expect(view.relations.contains { $0.id == id && $0.isOutgoing })
        }
        guard let owner = transition.owner else { return #expect(view.record.owner == before.owner) }
        #expect(view.record.owner != before.owner && view.owners.last?.from == before.owner)
        #expect(view.owners.last?.to == view.record.owner && view.record.values[register.owner] == .text(view.record.owner))
        guard owner == .parent else { return }
        #expect(view.record.owner == bench.office.district.units.first { $0.id == before.owner }?.parent)
        let former = try await bench.actor(.clerk, at: before.owner)
        #expect(try await bench.office.record(register.name, id: receipt.id, by: former) == nil)
        #expect(try await bench.office.glimpse(register.name, id: receipt.id, by: former)?.from == before.owner)
    }
}

extension ActOutcome {
    /// The gates that stopped a move.
    var closedGates: [GateStanding]? { if case .refused(.gatesClosed(let gates)) = self { gates } else { nil } }
}
