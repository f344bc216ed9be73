import Assessment
import Testing

@Suite("An assessment's edition")
struct AssessmentTests {
    static let header = ["一级指标", "二级指标", "序号", "三级指标", "方式", "分值"]
    static func edition(_ name: String, _ rows: [[String]]) throws -> Edition {
        let (items, problems) = try EditionReader(header: header).read(rows)
        #expect(problems == [])
        return Edition(name: name, title: name, items: items)
    }

    @Test("a sheet with merged headings is read, blank headings being those above")
    func read() throws {
        let edition = try Self.edition(
            "样例",
            [
                ["一、样例甲", "", "", "", "", ""], ["", "(一)甲一", "1", "做甲", "R", "1.5"], ["", "", "2", "做乙", "材料", "0.25"],
                ["", "", "", "", "", ""], ["", "(二)甲二", "3", "做丙", "R+E", "2分"], ["二、样例乙", "(一)乙一", "4", "做丁", "", "1"],
            ])
        #expect(edition.counts == (2, 3, 4))
        #expect(edition.fullMark == 475)
        #expect(edition.items.map(\.second) == ["(一)甲一", "(一)甲一", "(二)甲二", "(一)乙一"])
        #expect(edition.items.map(\.mode) == [.figure, .evidence, .both, nil])
    }

    @Test("each wrong row says where and why, and nothing else is lost")
    func problems() throws {
        let (items, problems) = try EditionReader(header: Self.header).read([
            ["", "(一)", "1", "无上级", "", ""], ["一", "", "2", "无二级", "", ""], ["一", "(一)", "", "无号", "", ""],
            ["", "", "3", "好", "R", "1"], ["", "", "3", "重号", "R", "1"], ["", "", "4", "", "R", "1"],
            ["", "", "5", "式", "Z", "1"],
            ["", "", "6", "分", "R", "一分"],
        ])
        #expect(items.map(\.number) == ["3"])
        #expect(problems.map(\.row) == [2, 3, 4, 6, 7, 8, 9])
        #expect(
            problems.map(\.reason) == [
                .headingMissing, .headingMissing, .numberMissing, .numberUsed(row: 5), .textMissing, .unknownMode("Z"),
                .notAWeight("一分"),
            ])
        #expect(throws: EditionReader.HeaderProblem.columnsMissing(["二级指标", "序号"])) { try EditionReader(header: ["一级指标", "内容"]) }
    }

    @Test("a weight is kept in hundredths, and what is no weight is not")
    func weights() throws {
        let edition = try Self.edition("样例", [["一", "甲", "1", "无分", "", ""], ["", "", "2", "有分", "", "10"]])
        #expect(edition.fullMark == nil)
        #expect(edition.items.map(\.weight) == [nil, 1000])
    }

    @Test("the gaps are what an item lacks, by its mode")
    func gaps() throws {
        let edition = try Self.edition(
            "样例",
            [
                ["一", "甲", "1", "数", "R", "2"], ["", "", "2", "证", "E", "2"], ["", "", "3", "两样", "R+E", "2"],
                ["", "", "4", "未定", "", "2"],
            ])
        let standing = Standing(
            edition,
            [
                "1": ItemStanding(figures: ["x.y"], selfScore: 200, reviewScore: 200), "2": ItemStanding(selfScore: 250),
                "3": ItemStanding(evidence: 1, selfScore: 100, reviewScore: 50),
            ])
        #expect(
            standing.gaps == [
                "2": [.noEvidence, .selfScoreAboveWeight, .notReviewed], "3": [.noFigure, .reviewedLower(by: 50)],
                "4": [.noEvidence, .noSelfScore],
            ])
        #expect(standing.complete == 1 && standing.all == 4 && standing.selfScore == 550 && standing.reviewScore == 250)
    }

    @Test("what was gathered for one edition goes over to the next by the mapping, without its scores")
    func mapping() throws {
        let old = try Self.edition(
            "旧", [["一", "甲", "1", "做甲", "R", "1"], ["", "", "2", "做乙", "E", "1"], ["", "", "3", "不再做", "E", "1"]])
        let new = try Self.edition(
            "新", [["一", "甲", "1", "先做乙", "E", "1"], ["", "", "7", "做甲", "R", "1"], ["", "", "9", "新做", "E", "1"]])
        var mapping = EditionMapping.suggested(from: old, to: new)
        #expect(mapping.forward == ["1": ["7"]])
        mapping.forward["2"] = ["1", "7"]
        #expect(mapping.orphans(from: old, to: new).old == ["3"])
        #expect(mapping.orphans(from: old, to: new).new == ["9"])
        let carried = mapping.carried([
            "1": ItemStanding(figures: ["a.b"], evidence: 2, selfScore: 100), "2": ItemStanding(evidence: 3, selfScore: 90),
        ])
        #expect(carried == ["7": ItemStanding(figures: ["a.b"], evidence: 5), "1": ItemStanding(evidence: 3)])
    }
}
