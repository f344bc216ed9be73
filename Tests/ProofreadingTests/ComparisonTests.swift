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
}
