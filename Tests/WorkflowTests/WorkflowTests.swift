import Definitions
import LegalTime
import Records
import TestSupport
import Testing

@testable import Workflow

@Suite("Which moves are open to whom")
struct WorkflowTests {
    let register = ParcelCatalogue.register("parcel")
    let today = Day("2021-11-15")

    func facts(_ state: String = "sent", _ values: [String: Value] = [:], sent: Day = Day("2021-06-01")) -> RecordFacts {
        RecordFacts(
            register: register, values: ["sent_on": .day(sent)].merging(values) { _, new in new }, state: state, stamps: [])
    }

    func refusal(
        _ move: String, _ facts: RecordFacts, roles: Set<String> = ["clerk", "head"], note: String? = nil,
        isAutomatic: Bool = false
    )
        throws -> TransitionRefusal?
    {
        let transition = try #require(register.transition(move))
        return Workflow.refusal(of: transition, for: facts, roles: roles, note: note, on: today, isAutomatic: isAutomatic)
    }

    let taken: [String: Value] = ["taken_on": .day(Day("2021-06-02")), "insured": .bool(false)]

    @Test("a move that has all it needs is made")
    func open() throws {
        #expect(try refusal("take", facts("sent", taken)) == nil)
    }

    @Test("a move from another state is refused with the states it needs")
    func wrongState() throws {
        #expect(try refusal("answer", facts()) == .wrongState(current: "sent", needs: ["taken"]))
    }

    @Test("a move is refused to whoever lacks its role, however many others are held")
    func roleMissing() throws {
        #expect(
            try refusal("take", facts("sent", taken), roles: ["head", "leader"]) == .roleMissing(needs: ["clerk", "mediator"]))
        #expect(try refusal("take", facts("sent", taken), roles: []) == .roleMissing(needs: ["clerk", "mediator"]))
    }

    @Test("a move names every field that it still lacks")
    func fieldsMissing() throws {
        #expect(try refusal("take", facts()) == .fieldsMissing(["taken_on", "insured"]))
    }

    @Test("what a move requires depends on the version of law that the record is under")
    func requirementsByVersion() throws {
        let take = try #require(register.transition("take"))
        #expect(Workflow.requirements(of: take, for: facts(), on: today) == ["taken_on", "insured"])
        #expect(Workflow.requirements(of: take, for: facts(sent: Day("2020-06-01")), on: today) == ["taken_on"])
        let later = facts("sent", ["taken_on": .day(Day("2021-01-04"))], sent: Day("2020-12-30"))
        #expect(Workflow.requirements(of: take, for: later, on: today) == ["taken_on", "insured"])
    }

    @Test("a move of the old text is closed to a record of the new one")
    func notInForce() throws {
        #expect(try refusal("take_2010", facts("sent", taken)) == .notInForce(Validity(until: Day("2020-12-31"))))
        #expect(try refusal("take_2010", facts("sent", ["taken_on": .day(Day("2020-06-02"))], sent: Day("2020-06-01"))) == nil)
    }

    @Test("a move that must be explained is refused without words", arguments: [nil, "", "  \n\u{3000}"])
    func noteMissing(note: String?) throws {
        #expect(try refusal("decline", facts(), note: note) == .noteMissing)
        #expect(try refusal("decline", facts(), note: "不属于") == nil)
    }

    @Test("a condition on the record closes a move")
    func conditionFails() throws {
        let values: [String: Value] = ["taken_on": .day(Day("2021-06-02")), "answered_on": .day(Day("2021-06-09"))]
        let only = try #require(register.transition("answer")).only
        #expect(
            try refusal("answer", facts("taken", values.merging(["outcome": .text("lapsed")]) { _, new in new }))
                == .conditionFails(only))
        #expect(try refusal("answer", facts("taken", values.merging(["outcome": .text("refused")]) { _, new in new })) == nil)
    }

    @Test("only the expiry of a clock makes an automatic move, and it makes no other")
    func automatic() throws {
        #expect(try refusal("take_by_silence", facts()) == .automaticOnly)
        #expect(try refusal("take_by_silence", facts(), isAutomatic: true) == nil)
        #expect(try refusal("take", facts("sent", taken), isAutomatic: true) == .automaticOnly)
    }

    @Test("the moves open to somebody stand in the order of the definition with what they still lack")
    func openMoves() {
        let moves = Workflow.openMoves(for: facts(), roles: ["clerk", "head"], on: today)
        #expect(moves.map(\.transition.name) == ["take", "decline"])
        #expect(moves.map(\.requires) == [["taken_on", "insured"], []])
        #expect(moves.map(\.missing) == [["taken_on", "insured"], []])
        #expect(Workflow.openMoves(for: facts(), roles: ["leader"], on: today).isEmpty)
        #expect(Workflow.openMoves(for: facts("closed"), roles: ["clerk", "head"], on: today).isEmpty)
    }

    @Test("a condition on a field that the move itself asks for is judged when it is filled in")
    func askedCondition() {
        let asked = Workflow.openMoves(for: facts("taken"), roles: ["head"], on: today).map(\.transition.name)
        #expect(asked == ["answer"])
        let lapsed = facts("taken", ["outcome": .text("lapsed")])
        #expect(Workflow.openMoves(for: lapsed, roles: ["head"], on: today).isEmpty)
    }

    @Test("rows that a move asks for can be filled in with it, so that those there already do not close it")
    func askedRows() throws {
        let register = try #require(Repository.catalogue.registers.first { $0.transition("plan_hearing") != nil })
        let planned = Value.rows([Row(id: "1", values: ["held_on": .day(Day("2021-11-20"))])])
        let facts = RecordFacts(
            register: register, values: ["received_on": .day(Day("2021-11-01")), "hearings": planned], state: "answered",
            stamps: [])
        let move = try #require(
            Workflow.openMoves(for: facts, roles: ["clerk"], on: today).first { $0.transition.name == "hear" })
        #expect(move.missing == ["heard_on", "appearance_need"])
        var heard = facts
        heard.values.merge(["heard_on": .day(today), "appearance_need": .text("may")]) { _, new in new }
        let refused = Workflow.refusal(of: move.transition, for: heard, roles: ["clerk"], note: nil, on: today)
        #expect(refused == .conditionFails(move.transition.only))
    }

    @Test("a role counts in the office that the transition names")
    func office() {
        func open(_ roles: [String?: Set<String>]) -> [String] {
            Workflow.openMoves(for: facts("taken"), on: today) { roles[$0] ?? [] }.map(\.transition.name)
        }
        #expect(open([nil: ["reviewer"]]).isEmpty)
        #expect(open(["laboratory": ["reviewer"]]) == ["check"])
    }

    @Test("a matter that came in under the old text may be taken in hand under the new one")
    func turnOfTheYear() {
        let december = facts(sent: Day("2020-12-30"))
        #expect(
            Workflow.openMoves(for: december, roles: ["clerk"], on: Day("2020-12-31")).map(\.transition.name) == [
                "take", "take_2010",
            ])
        let silence = Workflow.openMoves(for: december, roles: ["clerk"], on: Day("2021-01-04"))
        #expect(silence.map(\.transition.name) == ["take", "take_2010"])
    }

    @Test("under the two texts of the reconsideration law each case has its own moves and its own requirements")
    func realVersions() throws {
        let register = try #require(
            Repository.catalogue.registers.first { !$0.versionBy.isEmpty && $0.transition("accept_2017") != nil })
        func moves(_ day: String) -> [String: [String]] {
            let facts = RecordFacts(register: register, values: ["received_on": .day(Day(day))], state: "received", stamps: [])
            let open = Workflow.openMoves(for: facts, roles: ["clerk", "head"], on: Day(day))
            return Dictionary(open.map { ($0.transition.name, $0.requires) }, uniquingKeysWith: { first, _ in first })
        }
        let old = moves("2021-11-12")
        #expect(old["accept_2017"] == ["examined_on", "accepted_on"])
        #expect(old["accept"] == nil && old["refuse"] == nil && old["refuse_2017"] != nil)
        let new = moves("2024-11-12")
        #expect(new["accept"] == ["examined_on", "accepted_on", "procedure"])
        #expect(new["accept_2017"] == nil && new["refuse_2017"] == nil && new["refuse"] != nil)
    }

    @Test("a move waits for a clock where its condition names one")
    func deadlineCondition() throws {
        var transition = try #require(register.transition("close"))
        transition.only = .deadline("answer", [.met])
        var facts = facts("answered")
        let refused = Workflow.refusal(of: transition, for: facts, roles: ["clerk"], note: nil, on: today)
        #expect(refused == .conditionFails(transition.only))
        facts.deadlines = ["answer": [.late, .met]]
        #expect(Workflow.refusal(of: transition, for: facts, roles: ["clerk"], note: nil, on: today) == nil)
    }
}
