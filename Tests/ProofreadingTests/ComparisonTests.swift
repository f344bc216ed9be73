import Testing

@testable import Proofreading

@Suite("against last year's report and known figures")
struct ComparisonTests {
    private let last = "某区2021年法治政府建设报告\n\n2021年，全区深入学习贯彻习近平法治思想，扎实推进各项工作。\n\n全年调解矛盾纠纷356件，受理复议申请48件。\n"
    private let now = "某区2022年法治政府建设报告\n\n2021年，全区深入学习贯彻习近平法治思想，扎实推进各项工作。\n\n全年调解矛盾纠纷356件，受理复议申请51件。\n"

    @Test("a sentence carried over with last year's date is told, and a figure that did not change")
    func carriedOver() {
        let findings = Proofreader().proof(now, previous: last).findings
        #expect(findings.contains { $0.rule == .forgottenYear && $0.quote == "2021年" })
        #expect(findings.filter { $0.rule == .unchangedFigure }.map(\.quote) == ["356件"])
        #expect(findings.contains { $0.rule == .carriedOver })
        #expect(!Proofreader().proof(now).findings.contains { $0.rule.group == .comparison })
    }

    @Test("a figure that means the same as a known one must be the same")
    func knownFigures() {
        let known = [
            KnownFigure(label: "调解矛盾纠纷数", value: "365", unit: "件"), KnownFigure(label: "受理复议申请数", value: "51", unit: "件"),
            KnownFigure(label: "信访事项", value: "9", unit: "件"),
        ]
        let findings = Proofreader().proof(now, known: known).findings.filter { $0.rule == .knownFigure }
        #expect(findings.count == 1)
        #expect(findings.first.map { FindingWording(language: .chinese).message($0) } == "“调解矛盾纠纷数”写 356件，台账为 365件。")
    }

    @Test("2000余 is borne out by 2000 to 2999")
    func approximateFigures() {
        let text = "为居民发放便民服务卡2000余张。"
        func differs(_ value: String) -> Bool {
            Proofreader().proof(text, known: [KnownFigure(label: "发放便民服务卡数", value: value, unit: "张")]).findings.contains {
                $0.rule == .knownFigure
            }
        }
        #expect(!differs("2000") && !differs("2999") && differs("3000") && differs("1999"))
    }

    @Test("a short name is told by its sentence, and what repeats its own figure is left alone")
    func shortNames() {
        let text = "（五）化解矛盾纠纷\n各调解组织全年促成当事人达成协议526件，书面189件，口头337件。行政复议机关当年审结12件，罚款27.60万元。\n"
        let known = [
            KnownFigure(label: "调解达成协议件数", value: "526", unit: "件"), KnownFigure(label: "书面调解件数", value: "189", unit: "件"),
            KnownFigure(label: "口头调解件数", value: "337", unit: "件"), KnownFigure(label: "罚款金额", value: "27.60", unit: "万元"),
            KnownFigure(label: "审结件数", value: "12", unit: "件", context: "行政复议案件"),
            KnownFigure(label: "审结件数", value: "40", unit: "件", context: "劳动仲裁案件"),
        ]
        func told(_ text: String) -> [String] {
            Proofreader().proof(text, known: known).findings.filter { $0.rule == .knownFigure }.map {
                $0.remark.values.joined(separator: " ")
            }
        }
        #expect(told(text).isEmpty)
        #expect(told(text.replacing("口头337", with: "口头373")) == ["口头调解件数 373件 337件"])
        #expect(told(text.replacing("审结12", with: "审结21")) == ["审结件数 21件 12件"])
        #expect(told(text.replacing("27.60", with: "27.90")) == ["罚款金额 27.90万元 27.60万元"])
    }
}
