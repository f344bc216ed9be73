import Definitions
import LegalTime
import Records
import Workflow

/// Along which moves a row goes that already knows of later states (docs/adr/0010-import-walks-the-life.md).
///
/// A move is taken where its role is held, its condition holds, it needs no note, and it asks for fields all of which the row fills.
/// Of all such walks the one is taken that makes use of every field that any of them uses; if none does, the row says too much.
struct LifeWalk {
    enum Outcome: Equatable {
        /// Names of the moves, in order; empty: registered only.
        case moves([String], state: String)
        case crossroads([String])
    }

    let register: RegisterDefinition
    let moves: Mapping.Moves
    let today: Day
    private static let mostWalks = 2000

    private struct Way {
        var moves: [TransitionDefinition] = []
        var used: Set<String> = []
        var facts: RecordFacts
    }

    /// - Parameter roles: the roles held in an office; nil is the register's own.
    func outcome(of values: [String: Value], roles: (_ office: String?) -> Set<String>) -> Outcome {
        guard let start = register.startState else { return .moves([], state: "") }
        var ended: [Way] = []
        let facts = RecordFacts(register: register, values: values, state: start.name, stamps: [])
        follow(Way(facts: facts), roles, &ended)
        let all = ended.reduce(into: Set<String>()) { $0.formUnion($1.used) }
        let whole = ended.filter { $0.used == all }
        if let first = whole.first, whole.allSatisfy({ $0.facts.state == first.facts.state }), ended.count < Self.mostWalks {
            return .moves(first.moves.map(\.name), state: first.facts.state)
        }
        return .crossroads(parting(whole.isEmpty ? ended : whole))
    }

    private func follow(_ way: Way, _ roles: (String?) -> Set<String>, _ ended: inout [Way]) {
        guard ended.count < Self.mostWalks else { return }
        let open = register.transitions.filter { isOpen($0, way, roles) }
        // A move that leaves the state as it is parts no ways: it is made first.
        if let staying = open.first(where: { $0.to == way.facts.state }) { return follow(step(way, staying), roles, &ended) }
        if open.isEmpty { ended.append(way) }
        for transition in open { follow(step(way, transition), roles, &ended) }
    }

    private func isOpen(_ transition: TransitionDefinition, _ way: Way, _ roles: (String?) -> Set<String>) -> Bool {
        if case .only(let names) = moves, !names.contains(transition.name) { return false }
        guard !way.moves.contains(where: { $0.name == transition.name }) else { return false }
        let required = Workflow.requirements(of: transition, for: way.facts, on: today)
        guard !required.isEmpty else { return false }
        return Workflow.refusal(of: transition, for: way.facts, roles: roles(transition.office), note: nil, on: today) == nil
    }

    private func step(_ way: Way, _ transition: TransitionDefinition) -> Way {
        var next = way
        let required = Workflow.requirements(of: transition, for: way.facts, on: today)
        let on = required.lazy.compactMap { way.facts.values[$0]?.onDay }.first ?? today
        next.moves.append(transition)
        next.used.formUnion(required)
        next.facts.stamps.append(
            MoveStamp(
                transition: transition.name, from: way.facts.state, to: transition.to, on: on, at: Instant(day: on), by: "",
                note: nil))
        next.facts.state = transition.to
        return next
    }

    /// The moves at the first place where the ways part.
    private func parting(_ ways: [Way]) -> [String] {
        let longest = ways.map(\.moves.count).max() ?? 0
        for index in 0..<longest {
            var names: [String] = []
            for way in ways where way.moves.indices.contains(index) && !names.contains(way.moves[index].name) {
                names.append(way.moves[index].name)
            }
            if names.count > 1 { return names }
        }
        return ways.first?.moves.last.map { [$0.name] } ?? []
    }
}
