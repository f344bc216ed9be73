import Definitions
import LegalTime
import Testing
import Wording
import Workflow

struct RefusalTests {
    static let refusals: [TransitionRefusal] = [
        .unknown("zz_none"), .wrongState(current: "zz_agreed", needs: ["zz_registered"]),
        .roleMissing(needs: ["zz_clerk", "zz_mediator"]),
        .roleMissing(needs: ["zz_nobody"]), .fieldsMissing(["zz_accepted_on", "zz_type"]), .noteMissing,
        .conditionFails(Fixture.isWritten),
        .conditionFails(.always), .notInForce(Validity(since: day("2024-01-01"))), .automaticOnly,
    ]

    @Test("every refusal of a move has whole sentences in both languages")
    func everyRefusal() {
        for wording in [Fixture.chinese, Fixture.english] {
            for (refusal, move) in Self.refusals.flatMap({ [($0, Optional(Fixture.accept)), ($0, nil)] }) {
                let sentence = wording.sentence(for: refusal, of: move, in: Fixture.register, roles: Fixture.roles)
                #expect(sentence.count > 10 && endsProperly(sentence) && leaks(sentence) == nil, "\(sentence)")
            }
        }
    }

    @Test(
        "a refusal says what is missing and who may do it",
        arguments: [
            (TransitionRefusal.fieldsMissing(["zz_accepted_on", "zz_type"]), "“受理”还缺受理日期和纠纷类型。请补填后再办。"),
            (.roleMissing(needs: ["zz_mediator", "zz_clerk"]), "“受理”由经办或调解员办理，您没有这个角色。请转交办理。"),
            (.wrongState(current: "zz_agreed", needs: ["zz_registered"]), "现在是“达成协议”，“受理”要在“已登记”时办。请刷新页面，看现在可以办什么。"),
            (.conditionFails(Fixture.isWritten), "“受理”的条件是：协议形式是“调解协议书”。请核对已填的内容。"),
            (.notInForce(Validity(since: day("2024-01-01"))), "按这一件适用的规定，“受理”不能用（自 2024-01-01 起）。请从“下一步”里另选。"),
        ])
    func golden(_ refusal: TransitionRefusal, _ sentence: String) {
        #expect(
            Fixture.chinese.sentence(for: refusal, of: Fixture.accept, in: Fixture.register, roles: Fixture.roles) == sentence)
    }

    @Test("every refusal of an extension has whole sentences in both languages")
    func extensions() {
        let refusals: [ExtensionRefusal] = [
            .notForeseen, .notPositive(.calendarDays(0)), .overCap(requested: .calendarDays(40), cap: .calendarDays(30)),
            .differentUnit(requested: .workingDays(5), cap: .months(1)),
        ]
        for wording in [Fixture.chinese, Fixture.english] {
            for refusal in refusals {
                let sentence = wording.sentence(
                    for: refusal, field: "zz_extended", basis: LegalBasis("行政复议法#31"), in: Fixture.register)
                #expect(sentence.count > 10 && endsProperly(sentence) && leaks(sentence) == nil, "\(sentence)")
            }
        }
        #expect(
            Fixture.chinese.sentence(for: refusals[2], field: "zz_extended", basis: LegalBasis("行政复议法#31"), in: Fixture.register)
                == "“延长日数”至多 30 日，现在是 40 日（行政复议法第三十一条）。请改到 30 日以内。")
    }

    @Test("an open move says what it needs")
    func needs() throws {
        let facts = RecordFactsFixture.registered
        let move = try #require(Workflow.openMoves(for: facts, roles: ["zz_clerk"], on: day("2022-01-18")).first)
        #expect(Fixture.chinese.needs(of: move, in: Fixture.register) == "需要：受理日期。人民调解法第十九条。")
        #expect(Fixture.english.needs(of: move, in: Fixture.register) == "Needs: Accepted on. 人民调解法, art. 19.")
    }
}
