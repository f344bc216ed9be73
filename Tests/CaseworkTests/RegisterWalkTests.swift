import Access
import Casework
import Definitions
import LegalTime
import Records
import Store
import TestSupport
import Testing
import Workflow

/// Each register of the catalogue is walked through all its states: every move by somebody who may make it, by somebody who may
/// not, from a wrong state, and with each field that it needs left out.
/// One after the other: each walk has a database of its own with the tables of the whole catalogue.
@Suite("A walk through each register", .serialized)
struct RegisterWalkTests {
    struct Tour: Sendable, CustomTestStringConvertible {
        var register: String
        var day: String
        var testDescription: String { "\(register) on \(day)" }
    }

    /// On two days where the law of the register's moves or fields has changed between them, else on one.
    private static let tours = Repository.catalogue.registers.flatMap { register -> [Tour] in
        let validities =
            register.transitions.flatMap { [$0.validity] + $0.require.map(\.validity) } + register.fields.map(\.validity)
            + register.codes.values.flatMap { $0.entries.map(\.validity) }
        let isChanged = Repository.isLong || validities.contains { $0 != .always }
        return [Tour(register: register.name, day: "2022-01-17")]
            + (isChanged ? [Tour(register: register.name, day: "2024-11-20")] : [])
    }

    @Test(
        "every move in force is open to its roles from each of its states, and closed without role, state or field",
        arguments: tours)
    func walk(tour: Tour) async throws {
        let walk = try await Walk(tour.register, on: Day(tour.day))
        try await walk.run()
    }
}

private struct Walk {
    let bench: TestOffice
    let register: RegisterDefinition
    let day: Day
    let clerk: Actor
    let references: [String: String]
    let units: [UnitDefinition]

    init(_ name: String, on day: Day) async throws {
        let catalogue = Repository.catalogue.forDistrict("jinzhou-gaoxin")
        let district = try #require(catalogue.district("jinzhou-gaoxin"))
        bench = try await TestOffice(catalogue: catalogue, district: district, today: day)
        register = try #require(catalogue.register(name))
        self.day = day
        units = district.units
        clerk = try await bench.actor(.clerk, at: district.units[0].id)
        var references: [String: String] = [:]
        for target in try Self.targets(register, catalogue) where references[target.name] == nil {
            let (input, uploads) = Self.registration(
                SampleValues(register: target, day: day, units: units, references: references, number: 900))
            references[target.name] = try await bench.office.register(target.name, input, uploads: uploads, by: clerk).done().id
        }
        self.references = references
    }

    /// The registers whose records are named by this one, those first that others need in order to be registered at all.
    private static func targets(_ register: RegisterDefinition, _ catalogue: Catalogue, onlyRequired: Bool = false) throws
        -> [RegisterDefinition]
    {
        var targets: [RegisterDefinition] = []
        for field in register.fields.flatMap({ [$0] + $0.fields }) where !onlyRequired || field.isRequired {
            guard let target = field.target.flatMap({ catalogue.register($0) }) else { continue }
            targets += try Self.targets(target, catalogue, onlyRequired: true)
            targets.append(target)
        }
        return targets
    }

    private static func registration(_ values: SampleValues) -> (RecordInput, [String: Upload]) {
        var input = RecordInput()
        var uploads: [String: Upload] = [:]
        let owner = values.register.owner
        for field in values.register.fields
        where field.isRequired || field.name == owner || (field.type == .rows && (field.min ?? 0) > 0) {
            values.fill(&input, &uploads, field)
        }
        return (input, uploads)
    }

    private func values(_ number: Int) -> SampleValues {
        SampleValues(register: register, day: day, units: units, references: references, number: number)
    }

    private final class Counter {
        var count = 0
        var records: [String] = []
    }
    private let counter = Counter()

    private func actor(_ transition: TransitionDefinition) async throws -> Actor {
        let role = Role(rawValue: try #require(transition.roles.first))
        let limit = transition.office.map { RegisterLimit.offices([$0]) } ?? .all
        return try await bench.actor(roles: [role], at: units[0].id, limit: limit)
    }

    private func stranger(_ transition: TransitionDefinition) async throws -> Actor {
        let roles = ["examiner", "leader", "reviewer", "mediator"]
        let role = roles.first { !transition.roles.contains($0) } ?? "leader"
        return try await bench.actor(roles: [Role(rawValue: role)], at: units[0].id)
    }

    private func fresh() async throws -> Receipt {
        counter.count += 1
        let (input, uploads) = Self.registration(values(counter.count))
        let receipt = try await bench.office.register(register.name, input, uploads: uploads, by: clerk).done()
        counter.records.append(receipt.id)
        return receipt
    }

    /// The changes that might make the move, one for each way in which its condition can hold.
    private func changes(_ transition: TransitionDefinition, _ receipt: Receipt, leaving: String? = nil) -> [RecordChange] {
        let values = values(counter.count)
        return values.ways(transition.only).map { way in
            var input = RecordInput()
            var uploads: [String: Upload] = [:]
            let required = transition.require.filter { $0.validity.holds(on: day) }.compactMap { register.field($0.field) }
                .filter { $0.validity.holds(on: day) }
            var fields = required
            for field in required where field.name != leaving { values.fill(&input, &uploads, field) }
            for filling in way where filling.field.name != leaving {
                if !fields.contains(filling.field) { fields.append(filling.field) }
                values.fill(&input, &uploads, filling)
            }
            if case .field(let name)? = transition.owner, name != leaving {
                // To a unit that does not have it already.
                input.texts[name] = units.first { $0.id != values.ownerSample }?.id
            }
            return RecordChange(
                .move(transition.name), revision: receipt.revision, input: input,
                fields: fields.map(\.name).filter { $0 != leaving }, uploads: uploads,
                note: transition.needsNote ? "样例说明" : nil)
        }
    }

    private func attempt(_ transition: TransitionDefinition, _ receipt: Receipt, by actor: Actor, leaving: String? = nil)
        async throws -> [ActOutcome]
    {
        var outcomes: [ActOutcome] = []
        for change in changes(transition, receipt, leaving: leaving) {
            outcomes.append(try await bench.office.change(register.name, id: receipt.id, change, by: actor))
            if outcomes.last?.receipt != nil { break }
        }
        return outcomes
    }

    func run() async throws {
        let moves = register.transitions.filter { !$0.isAutomatic && $0.validity.holds(on: day) }
        let start = try #require(register.startState?.name)
        var ways: [String: [TransitionDefinition]] = [start: []]
        var queue = [start]
        var made: Set<String> = []
        while let state = queue.first {
            queue.removeFirst()
            for transition in moves where transition.from.contains(state) {
                var receipt = try await fresh()
                for step in ways[state] ?? [] {
                    receipt = try #require(
                        try await attempt(step, receipt, by: actor(step)).last?.receipt, "\(register.name) \(step.name)")
                }
                #expect(receipt.state == state)
                try await closed(transition, receipt)
                let outcome = try await attempt(transition, receipt, by: actor(transition))
                guard let done = outcome.last?.receipt else {
                    // Some moves are open only after others than the shortest way takes; they must be met from another state.
                    continue
                }
                #expect(done.state == transition.to && done.revision == receipt.revision + 1)
                made.insert(transition.name)
                if ways[transition.to] == nil {
                    ways[transition.to] = (ways[state] ?? []) + [transition]
                    queue.append(transition.to)
                }
            }
        }
        #expect(Set(moves.map(\.name)).subtracting(made).sorted() == [], "\(register.name) on \(day.iso)")
        #expect(try await bench.office.verifyLog().finding == nil)
        var views: [RecordView] = []
        // Records that the walk named beside those it walked, of the same register.
        for id in counter.records + [references[register.name]].compactMap({ $0 }) {
            views.append(try #require(try await bench.office.record(register.name, id: id, by: clerk)))
        }
        let count = WalkCount(bench: bench, register: register, day: day, views: views)
        count.checkClocks()
        try await count.checkFigures(by: clerk)
    }

    /// The move is closed to a stranger, without any of its fields, and from this state to the moves of others.
    private func closed(_ transition: TransitionDefinition, _ receipt: Receipt) async throws {
        let rows = try await bench.rowCounts(of: register)
        let stranger = try await stranger(transition)
        let before = try await bench.rowCounts(of: register)
        for outcome in try await attempt(transition, receipt, by: stranger) {
            let refusal = outcome.refusal
            #expect(
                refusal == .notAllowed || refusal == .notFound || refusal == .transition(.roleMissing(needs: transition.roles)),
                "\(transition.name): \(outcome)")
        }
        let actor = try await actor(transition)
        let stored = try #require(try await bench.office.record(register.name, id: receipt.id, by: clerk)?.record.values)
        for requirement in transition.require where requirement.validity.holds(on: day) && stored[requirement.field] == nil {
            guard register.field(requirement.field)?.validity.holds(on: day) == true else { continue }
            for outcome in try await attempt(transition, receipt, by: actor, leaving: requirement.field) {
                #expect(
                    outcome.problems?.contains { $0.place.field == requirement.field && $0.reason == .missing } == true,
                    "\(transition.name): \(outcome)")
            }
        }
        for other in register.transitions
        where !other.isAutomatic && !other.from.contains(receipt.state) && other.validity.holds(on: day) {
            let outcomes = try await attempt(other, receipt, by: try await self.actor(other))
            #expect(
                outcomes.allSatisfy { $0.refusal == .transition(.wrongState(current: receipt.state, needs: other.from)) },
                "\(other.name): \(outcomes)")
            break
        }
        let after = try await bench.rowCounts(of: register)
        for table in after.keys where table.hasPrefix("r_") || table == "move_stamp" || table == "deadline_run" {
            #expect(after[table] == before[table] && before[table] == rows[table], "\(table) after refused moves")
        }
    }
}
