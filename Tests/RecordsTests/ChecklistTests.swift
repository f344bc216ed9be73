import Definitions
import LegalTime
import TestSupport
import Testing

@testable import Records

@Suite("Checklists and computed fields")
struct ChecklistTests {
    static let plot: RegisterDefinition = {
        guard let plot = OrchardCatalogue.catalogue.register("plot") else { preconditionFailure("no plot") }
        return plot
    }()
    static var context: InputContext {
        InputContext(
            register: plot, today: Day("2021-11-15"), lockedYears: [],
            units: [UnitChoice(id: "east_one", label: "东一村", kind: "village")]
        ) { _, _ in .none(near: []) }
    }

    static func read(_ texts: [String: String], rows: [String: [RowInput]] = [:], require: Set<String> = []) -> (
        values: [String: Value], problems: [InputProblem]
    ) {
        let fields = plot.fields.filter { texts[$0.name] != nil || rows[$0.name] != nil }
        let (values, problems) = InputReader.read(
            RecordInput(texts: texts, rows: rows), fields: fields, require: require, context: context)
        return (ComputedFields(plot).applied(to: values), problems)
    }

    private static func round(_ day: String, _ marks: String) -> RowInput { RowInput(texts: ["held_on": day, "marks": marks]) }

    static let writings: [(String, String)] = [
        ("立柱齐全：达标；门能关上：未达标；漆色：绿：达标", "posts=met;gate=not_met;paint=met"),
        ("漆色：绿：是\n立柱齐全:×", "posts=not_met;paint=met"), ("Posts stand: met; Gate shuts: not met", "posts=met;gate=not_met"),
        ("posts=met;gate=;paint=not_met", "posts=met;paint=not_met"), ("　立柱齐全 ：　√；", "posts=met"),
    ]

    @Test("a checklist is read as people, sheets and forms write it", arguments: writings)
    func readsWritings(text: String, stored: String) {
        let (values, problems) = Self.read(["fencing": text])
        #expect(problems == [])
        #expect(values["fencing"] == .text(stored))
    }

    @Test(
        "points are read in tenths, and what is shown reads back the same",
        arguments: ["ripe=39.5;clean=30;ladder=0", "clean=12.3"])
    func roundTrip(stored: String) throws {
        let (values, problems) = Self.read([:], rows: ["rounds": [Self.round("2021-05-01", stored)]])
        #expect(problems == [])
        let row = try #require(values["rounds"]?.rows?.first)
        #expect(row.values["marks"] == .text(stored))
        for language in Language.allCases {
            let text = ValueText(
                register: Self.plot, labels: OrchardCatalogue.catalogue.labels, language: language, unitLabel: { $0 },
                referenceLabel: { $1 })
            let field = try #require(Self.plot.field(at: FieldPath("rounds.marks")))
            let shown = text.text(row.values["marks"], of: field)
            #expect(shown.contains(language == .chinese ? "清洁：" : "Cleanness: "))
            let again = Self.read([:], rows: ["rounds": [Self.round("2021-05-01", shown)]])
            #expect(again.values["rounds"]?.rows?.first?.values["marks"] == .text(stored), "\(shown)")
        }
    }

    @Test("what is wrong with an item is said at the checklist")
    func mistakes() {
        let fence = Self.read(["fencing": "立柱：达标；门能关上：大概；gate=met"]).problems
        #expect(
            fence == [
                InputProblem(place: InputPlace(field: "fencing"), reason: .unknownItem("立柱", near: ["立柱齐全"])),
                InputProblem(place: InputPlace(field: "fencing"), reason: .itemNotMarked(item: "门能关上", "大概")),
            ])
        let place = InputPlace(field: "rounds", row: 0, child: "marks")
        let marks = Self.read([:], rows: ["rounds": [Self.round("2021-05-01", "ripe=41;clean=viele;ladder=-1")]]).problems
        #expect(
            marks == [
                InputProblem(place: place, reason: .itemOutOfRange(item: "成熟", max: 40, "41")),
                InputProblem(place: place, reason: .itemNotPoints(item: "清洁", "viele")),
                InputProblem(place: place, reason: .itemOutOfRange(item: "梯子归位", max: 10, "-1")),
            ])
        let left = Self.read(["fencing": "posts=met"], require: ["fencing"]).problems
        #expect(left == [InputProblem(place: InputPlace(field: "fencing"), reason: .itemsMissing(count: 2))])
    }

    static let grades: [(String, String?, Int64?)] = [
        ("posts=met;gate=met;paint=met", "sound", 0), ("posts=met;gate=met;paint=not_met", "fair", 1),
        ("posts=met;gate=not_met;paint=not_met", "broken", 2),
        // An item that must be met gives the last grade whatever the rest.
        ("posts=not_met;gate=met;paint=met", "broken", 1), ("posts=met;gate=met", nil, nil),
    ]

    @Test("a grade follows from the items once all are assessed", arguments: grades)
    func grade(marks: String, grade: String?, failed: Int64?) {
        let values = Self.read(["fencing": marks]).values
        #expect(values["fence_grade"] == grade.map { .text($0) })
        #expect(values["fence_failed"] == failed.map { .integer($0) })
    }

    static let scores: [(String, Int64, String)] = [
        // 72 of 80 is 90 per cent, 71.9 is not.
        ("ripe=40;clean=30;ladder=2", 720, "first"), ("ripe=40;clean=30;ladder=1.9", 719, "second"),
        ("ripe=20;clean=28;ladder=0", 480, "second"), ("ripe=20;clean=27.9;ladder=0", 479, "third"),
        ("ripe=40;clean=0;ladder=10", 500, "third"),
    ]

    @Test("the grade of points is taken of the full mark, to the tenth", arguments: scores)
    func score(marks: String, score: Int64, grade: String) {
        let row = Self.read([:], rows: ["rounds": [Self.round("2021-05-01", marks)]]).values["rounds"]?.rows?.first
        #expect(row?.values["score"] == .integer(score))
        #expect(row?.values["grade"] == .text(grade))
    }

    @Test("the latest is that of the latest day that has one; counts and sums are over the rows")
    func overRows() {
        let full = "ripe=40;clean=30;ladder=10"
        let values = Self.read(
            [:],
            rows: [
                "rounds": [
                    Self.round("2021-06-01", "ripe=0;clean=30;ladder=0"), Self.round("2021-05-01", full),
                    // Not yet assessed: no grade of its own.
                    Self.round("2021-07-01", "ripe=40"),
                ],
                "baskets": [
                    RowInput(texts: ["picked_on": "2021-06-02", "kind": "pear", "amount": "2", "weight": "1.25"]),
                    RowInput(texts: ["picked_on": "2021-06-03", "kind": "pear", "amount": "1", "weight": "0.5"]),
                    RowInput(texts: ["picked_on": "2021-06-03", "kind": "plum", "amount": "9"]),
                ],
            ]
        ).values
        #expect(values["grade"] == .text("third"))
        #expect(values["judged_on"] == .day(Day("2021-07-01")))
        #expect(values["round_count"] == .integer(3))
        #expect(values["pear_baskets"] == .integer(1))
        #expect(values["weight"] == .integer(175))
        // Nothing entered: a count is none, a sum and a grade are not there.
        let empty = ComputedFields(Self.plot).applied(to: [:])
        #expect(empty["round_count"] == .integer(0) && empty["weight"] == nil && empty["grade"] == nil)
    }

    @Test("nobody enters what is computed, in the record or in its rows")
    func notEntered() {
        var row = Self.round("2021-05-01", "ripe=0;clean=30;ladder=0")
        row.texts["grade"] = "first"
        row.texts["score"] = "99"
        let (values, problems) = Self.read(
            ["fence_grade": "完好", "fencing": "posts=met;gate=not_met;paint=not_met", "weight": "无此数"], rows: ["rounds": [row]])
        #expect(problems == [])
        #expect(values["fence_grade"] == .text("broken"))
        #expect(values["weight"] == nil)
        #expect(values["rounds"]?.rows?.first?.values["score"] == .integer(300))
    }
}
