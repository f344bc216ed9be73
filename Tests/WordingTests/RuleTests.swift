import Definitions
import LegalTime
import Testing
import Wording

struct RuleTests {
    let zh = Fixture.chinese
    let en = Fixture.english

    func rule(_ measure: Measure, unit: String = "件", _ change: (inout IndicatorDefinition) -> Void = { _ in }) -> CountingRule {
        zh.rule(
            of: Fixture.indicator("zz_tried", "试算", unit: unit, measure, change), in: Fixture.register,
            catalogue: Fixture.catalogue)
    }

    @Test("the share of written agreements is explained as the figure's page has it")
    func share() {
        let rule = zh.rule(of: Fixture.share, in: Fixture.register, catalogue: Fixture.catalogue)
        #expect(rule.formula == "书面调解件数 ÷ 调解达成协议件数")
        #expect(rule.numerator == "协议形式是“调解协议书”，且曾到过“达成协议”状态，按协议生效日期计入。")
        #expect(rule.denominator == "曾到过“达成协议”状态，按协议生效日期计入。")
        #expect(rule.placement == "按协议生效日期计入；没有填协议生效日期的不计。")
        #expect(rule.excludes == "不予调解、调解不成、尚无结果。" && rule.whenEmpty == "分母为零时写“—”。")
        #expect(rule.basis == "人民调解法第二十八条。口径自 2021-01-01 起用，此前年度不重算。")
        #expect(rule.note == "手写的说明。")
        #expect(zh.text(of: rule).hasPrefix("公式：书面调解件数 ÷ 调解达成协议件数。分子：协议形式是"))
    }

    @Test("a group is told by the labels of its codes, and the codes that are left out are named")
    func groups() {
        let of = Fixture.count(.field(FieldPath("zz_outcome"), .group(["zz_corrected"])), by: "zz_concluded_on")
        let over = Fixture.count(.field(FieldPath("zz_outcome"), .group(["zz_corrected", "zz_not"])), by: "zz_concluded_on")
        let rule = rule(.ratio(of: of, over: over), unit: "%")
        #expect(rule.numerator == "审结方式是“变更”或“撤销”，按审结日期计入。")
        #expect(rule.formula == "审结方式是“变更”或“撤销”的件数 ÷ 审结方式是“变更”“撤销”或“维持”的件数")
        #expect(rule.excludes == "审结方式是“撤回申请”的。" && rule.whenEmpty == "分母为零时写“—”。")
    }

    @Test("a figure that asks for what changes with time says up to when it looks")
    func known() {
        var standing = SimpleMeasure(
            aggregate: .count, condition: .state(["zz_registered"]), placement: .event(.field("zz_registered_on")))
        let then = rule(.simple(standing))
        #expect(then.formula == "期末是“已登记”状态的件数" && then.known == "期末以后才办的不计。")
        #expect(zh.text(of: then).contains("期末以后才办的不计。"))
        standing.seesLater = true
        let now = rule(.simple(standing))
        #expect(now.formula == "现在是“已登记”状态的件数" && now.known == "期末以后填报和办理的也计入。")
        let plain = Fixture.count(
            .field(FieldPath("zz_form"), .oneOf([.text("zz_oral")], orUnset: false)), by: "zz_registered_on")
        #expect(rule(plain).known == nil)
    }

    @Test("a stock says who stands on the last day")
    func stocks() {
        let stock = Placement.stock(from: "zz_appointed_on", until: "zz_left_on")
        let rule = rule(.simple(SimpleMeasure(aggregate: .count, condition: .always, placement: stock)), unit: "人")
        #expect(rule.formula == "全部人数")
        #expect(rule.placement == "截至期末在册（任命日期不晚于、离任日期为空或晚于期末日）。")
    }

    @Test(
        "every aggregate, measure and placement has a formula",
        arguments: [
            (
                Measure.simple(
                    .init(aggregate: .countDistinct(FieldPath("zz_unit")), condition: Fixture.isAgreed, placement: byAgreed)),
                "曾到过“达成协议”状态的不同镇街数，同一镇街只计一次"
            ),
            (
                .simple(.init(aggregate: .countDistinct(FieldPath("owner")), condition: .always, placement: byAgreed)),
                "不同归属单位数，同一归属单位只计一次"
            ),
            (.simple(.init(aggregate: .sum(FieldPath("zz_amount")), condition: .always, placement: byAgreed)), "涉及金额合计"),
            (
                .simple(.init(aggregate: .sum(FieldPath("zz_parties.zz_id_number")), condition: .always, placement: byAgreed)),
                "当事人的证件号码合计"
            ),
            (
                .simple(
                    .init(
                        aggregate: .mean(.daysBetween("zz_accepted_on", "zz_concluded_on")), condition: .always,
                        placement: byAgreed)),
                "从受理日期到审结日期的平均天数"
            ),
            (
                .simple(.init(aggregate: .max(.field(FieldPath("zz_persons"))), condition: .always, placement: byAgreed)),
                "涉及人数最大值"
            ),
            (.simple(.init(aggregate: .count, condition: .always, placement: .event(.entered(["zz_declined"])))), "全部件数"),
            (.total([Fixture.agreed.measure, Fixture.written.measure]), "调解达成协议件数 + 书面调解件数"),
            (
                .ratio(of: .total([Fixture.agreed.measure, Fixture.written.measure]), over: Fixture.agreed.measure),
                "（调解达成协议件数 + 书面调解件数）÷ 调解达成协议件数"
            ),
            (.change(of: Fixture.agreed.measure, as: .difference), "本期调解达成协议件数 − 上期调解达成协议件数"),
            (.change(of: Fixture.agreed.measure, as: .percent), "（本期调解达成协议件数 − 上期调解达成协议件数）÷ 上期调解达成协议件数"),
            (.change(of: Fixture.share.measure, as: .points), "本期书面协议占比 − 上期书面协议占比，单位为百分点"),
            (.indicator(register: nil, name: "zz_share"), "书面协议占比"),
            (.indicator(register: "zz_case", name: "zz_share"), "书面协议占比"),
            (.indicator(register: "zz_other", name: "zz_share"), "另一项指标"),
        ])
    func formulas(_ measure: Measure, _ formula: String) {
        #expect(rule(measure).formula.replacing("） ÷", with: "）÷") == formula)
        let english = en.rule(
            of: Fixture.indicator("zz_tried", "试算", unit: "件", measure), in: Fixture.register, catalogue: Fixture.catalogue)
        let text = en.text(of: english)
        #expect(!isChinese(text) && leaks(text) == nil && endsProperly(text), "\(text)")
        #expect(endsProperly(zh.text(of: rule(measure))) && leaks(zh.text(of: rule(measure))) == nil)
    }

    static let byAgreed = Placement.event(.field("zz_agreed_on"))

    @Test("a figure of entries into a state says so")
    func entered() {
        let rule = rule(.simple(.init(aggregate: .count, condition: .always, placement: .event(.entered(["zz_declined"])))))
        #expect(rule.placement == "按首次进入“不予调解”状态的日期计入。")
    }

    @Test("a scaled figure says its unit")
    func scaled() {
        let measure = Measure.simple(.init(aggregate: .sum(FieldPath("zz_amount")), condition: .always, placement: Self.byAgreed))
        #expect(rule(measure, unit: "万元", { $0.scale = 10_000 }).formula == "涉及金额合计，以万元计")
    }

    static let conditions: [(Condition, String?)] = [
        (.always, nil),
        (.not(.always), "没有任何记录"),
        (.field(FieldPath("zz_form"), .oneOf([.text("zz_written"), .text("zz_oral")], orUnset: true)), "协议形式是“调解协议书”或“口头协议”或未填"),
        (.field(FieldPath("zz_form"), .oneOf([], orUnset: true)), "未填协议形式"),
        (.field(FieldPath("zz_form"), .not(.oneOf([.text("zz_oral")], orUnset: false))), "协议形式不是“口头协议”（含未填的）"),
        (.field(FieldPath("zz_type"), .not(.oneOf([.text("zz_n")], orUnset: false))), "纠纷类型不是“邻里纠纷”"),
        (.field(FieldPath("zz_form"), .not(.oneOf([.text("zz_oral")], orUnset: true))), "已填协议形式，且协议形式不是“口头协议”"),
        (.field(FieldPath("zz_tags"), .oneOf([.text("zz_oral")], orUnset: false)), "标签包含“口头协议”"),
        (.field(FieldPath("zz_unit"), .oneOf([.text("sifaju")], orUnset: false)), "镇街是指定的单位"),
        (.field(FieldPath("zz_told"), .oneOf([.bool(true)], orUnset: false)), "已告知其他救济途径填“是”"),
        (.field(FieldPath("zz_accepted_on"), .isSet), "已填受理日期"), (.field(FieldPath("zz_accepted_on"), .isUnset), "未填受理日期"),
        (.field(FieldPath("zz_accepted_on"), .not(.isSet)), "未填受理日期"),
        (.field(FieldPath("zz_accepted_on"), .before(.day(day("2024-01-01")))), "受理日期早于 2024-01-01"),
        (.field(FieldPath("zz_accepted_on"), .after(.field("zz_registered_on"))), "受理日期晚于登记日期"),
        (.field(FieldPath("zz_accepted_on"), .not(.after(.field("zz_registered_on")))), "受理日期不晚于登记日期（含未填的）"),
        (.field(FieldPath("zz_accepted_on"), .atLeast(.day(day("2024-01-01")))), "受理日期不早于 2024-01-01"),
        (.field(FieldPath("zz_amount"), .atLeast(.integer(30_000_000))), "涉及金额不少于 300,000 元"),
        (.field(FieldPath("zz_persons"), .atMost(.integer(3))), "涉及人数不多于 3 人"),
        (.field(FieldPath("zz_parties.zz_minor"), .oneOf([.bool(true)], orUnset: false)), "当事人中有一项是否未满十四周岁填“是”"),
        (.not(.field(FieldPath("zz_parties.zz_minor"), .oneOf([.bool(true)], orUnset: false))), "当事人中没有一项是否未满十四周岁填“是”"),
        (.state(["zz_registered"]), "现在是“已登记”状态"), (.not(.ever(["zz_failed"])), "没有到过“调解不成”状态"),
        (.deadline("zz_conclude", [.overdue, .late]), "调结期限是“超期”或“逾期办结”"),
        (.any([.state(["zz_registered"]), Fixture.isAgreed]), "现在是“已登记”状态，或曾到过“达成协议”状态"),
        (
            .all([Fixture.isWritten, .any([.state(["zz_registered"]), Fixture.isAgreed])]),
            "协议形式是“调解协议书”，且（现在是“已登记”状态，或曾到过“达成协议”状态）"
        ),
        (.not(.any([.state(["zz_registered"]), Fixture.isAgreed])), "现在不是“已登记”状态，且没有到过“达成协议”状态"),
        (.field(FieldPath("zz_gone"), .isSet), "另有条件"),
    ]

    @Test("every condition has a clause in both languages", arguments: conditions)
    func phrases(_ condition: Condition, _ chinese: String?) {
        #expect(zh.phrase(condition, in: Fixture.register) == chinese)
        guard let english = en.phrase(condition, in: Fixture.register) else { return }
        #expect(!isChinese(english) && leaks(english) == nil && !english.isEmpty, "\(english)")
    }
}
