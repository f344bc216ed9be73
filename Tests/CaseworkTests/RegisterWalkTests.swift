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
/// not, from a wrong state, with each field that it needs left out and with each of its gates closed.
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
        "every move in force is open to its roles from each of its states, and closed without role, state, field or gate",
        arguments: tours)
    func walk(tour: Tour) async throws {
        let walk = try await Walk(tour.register, on: Day(tour.day))
        try await walk.run()
    }
}

private struct Walk {
    let walker: RegisterWalker
    private var bench: TestOffice { walker.bench }
    private var register: RegisterDefinition { walker.register }
    private var day: Day { walker.day }
    private var clerk: Actor { walker.clerk }

    init(_ name: String, on day: Day) async throws {
        let catalogue = Repository.catalogue.forDistrict("jinzhou-gaoxin")
        let district = try #require(catalogue.district("jinzhou-gaoxin"))
        let bench = try await TestOffice(catalogue: catalogue, district: district, today: day)
        let clerk = try await bench.actor(.clerk, at: district.units[0].id)
        walker = try await RegisterWalker(try #require(catalogue.register(name)), bench: bench, day: day, clerk: clerk)
    }

    func run() async throws {
        let moves = walker.moves
        let start = try #require(register.startState?.name)
        var ways: [String: [TransitionDefinition]] = [start: []]
        var queue = [start]
        var made: Set<String> = []
        while let state = queue.first {
            queue.removeFirst()
            for transition in moves where transition.from.contains(state) {
                guard try await make(transition, after: ways[state] ?? [], isFirst: !made.contains(transition.name)) else {
                    // Some moves are open only after others than the shortest way takes; they must be met from another state.
                    continue
                }
                made.insert(transition.name)
                if ways[transition.to] == nil {
                    ways[transition.to] = (ways[state] ?? []) + [transition]
                    queue.append(transition.to)
                }
            }
        }
        for transition in moves where transition.owner != nil && !made.contains(transition.name) {
            if let way = detour(to: transition, ways), try await make(transition, after: way, isFirst: true) {
                made.insert(transition.name)
            }
        }
        #expect(Set(moves.map(\.name)).subtracting(made).sorted() == [], "\(register.name) on \(day.iso)")
        #expect(try await bench.office.verifyLog().finding == nil)
        var views: [RecordView] = []
        // Beside those it walked, the records of the register that were named on the way, also by what its gates wait for.
        let named = ([walker] + walker.counter.others.values).compactMap { $0.references[register.name] }
        for id in walker.counter.records + named {
            views.append(try #require(try await bench.office.record(register.name, id: id, by: clerk)))
        }
        let count = WalkCount(bench: bench, register: register, day: day, views: views)
        count.checkClocks()
        try await count.checkFigures(by: clerk)
    }

    /// Leads a fresh record to the move, tries all that must not make it, then makes it.
    private func make(_ transition: TransitionDefinition, after way: [TransitionDefinition], isFirst: Bool) async throws -> Bool {
        var receipt = try await walker.fresh()
        for step in way {
            receipt = try #require(try await walker.push(step, receipt), "\(register.name) \(step.name)")
        }
        try await closed(transition, receipt)
        if isFirst, !transition.gates.isEmpty { try await walker.checkGates(of: transition, receipt) }
        let before = try #require(try await bench.office.record(register.name, id: receipt.id, by: clerk)).record
        let revision = receipt.revision
        var done: Receipt?
        if isFirst, !transition.gates.isEmpty {
            done = try await walker.push(transition, receipt, besides: walker.gatesInForce(of: transition))
        }
        if done == nil {
            receipt.revision = try #require(try await bench.office.record(register.name, id: receipt.id, by: clerk)).record
                .revision
            done = try await walker.push(transition, receipt)
        }
        guard let done else { return false }
        #expect(done.state == transition.to && done.revision > revision)
        if transition.gates.isEmpty { #expect(done.revision == revision + 1) }
        try await walker.checkTraces(of: transition, done, before: before)
        return true
    }

    /// A way back to a unit, or on from it, leads over a move that has handed the record on.
    private func detour(to transition: TransitionDefinition, _ ways: [String: [TransitionDefinition]]) -> [TransitionDefinition]?
    {
        for hand in walker.moves where hand.owner != nil && hand.owner != .previous {
            guard let first = hand.from.lazy.compactMap({ ways[$0] }).first,
                let last = walker.way(from: hand.to, to: Set(transition.from))
            else { continue }
            return first + [hand] + last
        }
        return nil
    }

    /// The move is closed to a stranger, without any of its fields, and from this state to the moves of others.
    private func closed(_ transition: TransitionDefinition, _ receipt: Receipt) async throws {
        let rows = try await bench.rowCounts(of: register)
        let stranger = try await walker.stranger(transition)
        let before = try await bench.rowCounts(of: register)
        for outcome in try await walker.attempt(transition, receipt, by: stranger) {
            let refusal = outcome.refusal
            #expect(
                refusal == .notAllowed || refusal == .notFound || refusal == .transition(.roleMissing(needs: transition.roles)),
                "\(transition.name): \(outcome)")
        }
        let actor = try await walker.actor(transition)
        let stored = try #require(try await bench.office.record(register.name, id: receipt.id, by: clerk)?.record.values)
        for requirement in transition.require where requirement.validity.holds(on: day) && stored[requirement.field] == nil {
            guard register.field(requirement.field)?.validity.holds(on: day) == true else { continue }
            for outcome in try await walker.attempt(transition, receipt, by: actor, leaving: requirement.field) {
                // A closed gate is told of before the fields that are missing.
                #expect(
                    outcome.closedGates != nil
                        || outcome.problems?.contains { $0.place.field == requirement.field && $0.reason == .missing } == true,
                    "\(transition.name): \(outcome)")
            }
        }
        for other in walker.moves where !other.from.contains(receipt.state) {
            let outcomes = try await walker.attempt(other, receipt, by: try await walker.actor(other))
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
