import Assessment
import Testing

@Suite("Corrected workbooks, targets and mappings")
struct EditionDifferenceTests {
    @Test("a corrected workbook is compared by numbers, value by value")
    func difference() {
        let old = [
            EditionItem(first: "一", second: "甲", number: "1", text: "做甲", mode: .figure, weight: 150),
            EditionItem(first: "一", second: "甲", number: "2", text: "做乙"),
        ]
        let new = [
            EditionItem(first: "一", second: "甲", number: "3", text: "做丙"),
            EditionItem(first: "一", second: "甲", number: "1", text: "做甲", mode: .both, weight: 25),
        ]
        let difference = EditionDifference(from: old, to: new)
        #expect(difference.added.map(\.number) == ["3"] && difference.removed.map(\.number) == ["2"])
        #expect(difference.changes.map(\.part) == [.mode, .weight])
        #expect(difference.changes.map(\.before) == ["R", "1.5"] && difference.changes.map(\.after) == ["R+E", "0.25"])
        #expect(EditionDifference(from: old, to: old).isEmpty)
    }

    @Test(
        "a target is compared exactly",
        arguments: [
            (FigureTarget.Comparison.atLeast, "95.5", 191, 200, true, false), (.atLeast, "95.5", 1909, 2000, true, true),
            (.atLeast, "100%", 3, 3, true, false), (.atLeast, "100", 999_999, 1_000_000, true, true),
            (.atMost, "0", 1, 1, false, true), (.atMost, "2", 2, 1, false, false), (.atLeast, "0.3", 1, 3, false, false),
        ])
    func target(
        _ comparison: FigureTarget.Comparison, _ text: String, _ above: Int, _ below: Int, _ isShare: Bool, _ isMissed: Bool
    ) throws {
        let target = try #require(FigureTarget(comparison, text: text))
        #expect(target.isMissed(numerator: Int64(above), denominator: Int64(below), isShare: isShare) == isMissed)
        #expect(target.isMissed(numerator: 0, denominator: 0, isShare: isShare) == nil)
    }

    @Test("what is no number is no target", arguments: ["", "高", "1.", ".5", "-1", "1e3", "1.23456", "９９"])
    func noTarget(_ text: String) { #expect(FigureTarget(.atLeast, text: text) == nil) }

    @Test("a mapping sheet says which row is wrong")
    func mapping() throws {
        func edition(_ numbers: [String]) -> Edition {
            Edition(name: "x", title: "x", items: numbers.map { EditionItem(first: "一", second: "甲", number: $0, text: $0) })
        }
        let reader = try MappingReader(header: ["原编号", "说明", "新序号"])
        let rows: [(number: Int, cells: [String])] = [
            (2, ["1", "", "1、3"]), (3, ["2", "不再列", ""]), (4, ["9", "", "1"]), (5, ["3", "", "8"]), (6, ["1", "", "2"]),
            (7, ["", "", "3"]),
            (8, ["", "", "7"]),
        ]
        let (mapping, problems) = reader.read(numbered: rows, from: edition(["1", "2", "3"]), to: edition(["1", "2", "3"]))
        #expect(mapping.forward == ["1": ["1", "3", "2"]])
        #expect(problems.map(\.row) == [4, 5, 8])
        #expect(problems.map(\.reason) == [.unknownOld("9"), .unknownNew("8"), .oldMissing])
        #expect(throws: EditionReader.HeaderProblem.columnsMissing(["新序号"])) { try MappingReader(header: ["原序号"]) }
    }

    @Test(
        "scores are written as people write them",
        arguments: [(200, "2"), (150, "1.5"), (25, "0.25"), (5, "0.05"), (0, "0"), (10_005, "100.05")])
    func scores(_ hundredths: Int, _ text: String) {
        #expect(Score.text(hundredths) == text)
        #expect(Score.hundredths(text) == hundredths)
    }
}
