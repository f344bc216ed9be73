import Definitions
import LegalTime
import Records
import Testing

@testable import Exchange

@Suite struct LifeWalkTests {
    private let today = Day(daysSince1970: 19_010)

    private func outcome(
        _ register: String, _ values: [String: Value], moves: Mapping.Moves = .asFilled,
        roles: Set<String> = ["clerk", "mediator", "head"]
    )
        throws -> LifeWalk.Outcome
    {
        guard let definition = Repository.catalogue?.register(register) else { throw Missing() }
        return LifeWalk(register: definition, moves: moves, today: today).outcome(of: values) { _ in roles }
    }

    private var agreed: [String: Value] {
        let day = Value.day(Day(daysSince1970: 18_970))
        return [
            "registered_on": day, "accepted_on": day, "mediators": .list(["m"]), "agreement_form": .text("oral"),
            "agreement_effective_on": day,
            "agreement_text": .text("…"),
        ]
    }

    @Test("a row goes as far as its fields are filled and no further")
    func asFarAsFilled() throws {
        #expect(try outcome("mediation_case", [:]) == .moves([], state: "registered"))
        #expect(try outcome("mediation_case", agreed) == .moves(["accept", "agree"], state: "agreed"))
        var performed = agreed
        performed["performed_on"] = agreed["accepted_on"]
        performed["archived_on"] = agreed["accepted_on"]
        #expect(try outcome("mediation_case", performed) == .moves(["accept", "agree", "perform", "archive"], state: "archived"))
    }

    @Test("a row with two outcomes goes nowhere and says between which")
    func crossroads() throws {
        var both = agreed
        both["failed_on"] = agreed["accepted_on"]
        both["remedies_told"] = .bool(true)
        #expect(try outcome("mediation_case", both) == .crossroads(["agree", "fail"]))
        // A mapping that leaves one of the moves out decides.
        #expect(
            try outcome("mediation_case", both, moves: .only(["accept", "agree"]))
                == .moves(["accept", "agree"], state: "agreed"))
    }

    @Test("a move that leaves the state is made after those that stay in it")
    func stayingMovesFirst() throws {
        var confirmed = agreed
        confirmed["confirmation_applied_on"] = agreed["accepted_on"]
        confirmed["performed_on"] = agreed["accepted_on"]
        #expect(
            try outcome("mediation_case", confirmed)
                == .moves(["accept", "agree", "apply_confirmation", "perform"], state: "performed"))
    }

    @Test("a move whose role is not held ends the walk")
    func roleIsNeeded() throws {
        var archived = agreed
        archived["performed_on"] = agreed["accepted_on"]
        archived["archived_on"] = agreed["accepted_on"]
        #expect(
            try outcome("mediation_case", archived, roles: ["mediator"])
                == .moves(["accept", "agree", "perform"], state: "performed"))
    }

    @Test("a way round that uses more of the row is taken before the short one")
    func longerWay() throws {
        let day = Value.day(Day(daysSince1970: 18_970))
        let row: [String: Value] = [
            "found_on": day, "procedure": .text("ordinary"), "officers": .rows([Row(id: "1", values: [:])]), "opened_on": day,
            "citizens": .rows([Row(id: "1", values: ["part": .text("offender")])]), "facts": .text("…"), "investigated_on": day,
            "told_on": day,
            "decided_on": day, "outcome": .text("fined"), "decision_number": .text("1"), "defended_on": day,
            "is_defence_adopted": .bool(false),
        ]
        guard case .moves(let moves, _) = try outcome("enforcement_case", row) else { throw Missing() }
        #expect(moves.starts(with: ["open", "tell", "record_defence"]))
    }
}
