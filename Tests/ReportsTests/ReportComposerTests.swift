import Definitions
import Indicators
import Records
import Testing
import Wording

@testable import Reports

@Suite("Composing a report")
struct ReportComposerTests {
    @Test("title, parts and sentences come out of the outline with the figures printed plainly")
    func composed() {
        let report = SmallReport.report()
        #expect(report.title == "山区2021年度桥梁情况报告")
        #expect(report.parts.map(\.title) == ["主要工作", "不足", "其他"])
        #expect(report.parts.map(\.number) == [1, 2, 3])
        #expect(report.parts[0].sections.map(\.title) == ["检查", "维修"])
        #expect(report.parts[0].sections.map(\.number) == [1, 2])
        #expect(report.parts[0].sections[0].paragraphs.map(\.text) == ["全年检查桥梁526座，完好率35.9%。封闭2座。"])
        #expect(
            report.parts[0].sections[0].paragraphs[0].runs == [
                .text("全年检查桥梁"), .figure(SmallReport.inspected, printed: "526"), .text("座，完好率"),
                .figure(SmallReport.sound, printed: "35.9%"), .text("。封闭"), .figure(SmallReport.closed, printed: "2"),
                .text("座。"),
            ])
    }

    @Test("a sentence vanishes when its figure is zero")
    func zero() {
        let report = SmallReport.report(closed: 0)
        #expect(report.parts[0].sections[0].paragraphs.map(\.text) == ["全年检查桥梁526座，完好率35.9%。"])
        #expect(!report.markdown(SmallReport.chinese).contains("封闭0"))
    }

    @Test("a sentence vanishes when its figure is not there, or when nothing can be divided, even with at_zero")
    func undefined() {
        var sentence = SmallReport.sentence(.text("完好率"), .figure(SmallReport.sound))
        sentence.isShownAtZero = true
        #expect(!sentence.stands(on: [:]))
        #expect(!sentence.stands(on: [SmallReport.sound: SmallReport.figure(SmallReport.sound, 0, of: 0)]))
        #expect(sentence.stands(on: [SmallReport.sound: SmallReport.figure(SmallReport.sound, 0, of: 526)]))
    }

    @Test("`when` looks at another figure, and then a zero is printed")
    func when() {
        var sentence = SmallReport.sentence(.text("封闭"), .figure(SmallReport.closed), .text("座"))
        sentence.whenPositive = [SmallReport.inspected]
        let none = SmallReport.figure(SmallReport.closed, 0)
        let some = SmallReport.figure(SmallReport.inspected, 5)
        #expect(sentence.stands(on: [SmallReport.closed: none, SmallReport.inspected: some]))
        #expect(
            !sentence.stands(on: [SmallReport.closed: none, SmallReport.inspected: SmallReport.figure(SmallReport.inspected, 0)]))
        #expect(!sentence.stands(on: [SmallReport.closed: none]))
    }

    @Test("required and reminding parts show a placeholder while they are empty; others are left out and not counted")
    func placeholders() {
        let report = SmallReport.report()
        #expect(report.missing.map(\.key) == ["work/repairs", "faults"])
        #expect(report.parts[1].placeholder == "写不足和原因。")
        #expect(report.parts[2].placeholder == nil)
        #expect(report.markdown(SmallReport.chinese).contains("**【待补】** 写不足和原因。"))
    }

    @Test("a required part without a placeholder of its own says so")
    func requiredWithoutText() {
        let report = ReportComposer(catalogue: SmallReport.catalogue, wording: SmallReport.chinese).report(
            outline: SmallReport.outline, header: SmallReport.header, figures: [], contributions: [])
        #expect(report.parts.last?.placeholder == "这一部分必须写。")
        #expect(report.parts.map(\.title) == ["主要工作", "不足", "其他"])
    }

    @Test("contributions stand where their units put them, line by line, and none is lost when its part is gone")
    func contributions() {
        let report = SmallReport.report()
        #expect(report.parts[0].sections[0].contributions.flatMap(\.paragraphs) == ["东镇检查 <12> 次。", "另有“小桥”3座。"])
        #expect(report.parts[0].sections[0].contributions.map(\.unitName) == ["东镇"])
        #expect(report.unplaced.map(\.part) == ["gone"])
        #expect(report.html(SmallReport.chinese).contains("旧提纲里的话。"))
    }

    @Test(
        "the appendix lists the figures of the text first, then the others of the same registers, with rule, cut-off and records")
    func appendix() {
        let report = SmallReport.report(closed: 0)
        #expect(report.appendix.map(\.name) == [SmallReport.inspected, SmallReport.sound, SmallReport.closed])
        #expect(report.appendix.map(\.isUsed) == [true, true, false])
        #expect(report.appendix.map(\.rows) == [526, 189, 0])
        #expect(report.appendix[0].value == "526 座")
        #expect(report.appendix[0].rule.hasPrefix("公式："))
        #expect(report.appendix[0].cutOff == SmallReport.header.cutOff)
        #expect(report.appendix[0].registerLabel == "桥梁检查")
    }

    @Test("characters are counted without blanks, placeholders and the appendix")
    func characters() {
        // Title 14, addressee 4, headings 4 + 2 + 2 + 2 + 2, sentences 25, contributions 10 + 10 + 1 without blanks.
        let texts = [
            "山区2021年度桥梁情况报告", "市桥梁办", "主要工作", "检查", "维修", "不足", "其他", "全年检查桥梁526座，完好率35.9%。封闭2座。", "东镇检查<12>次。", "另有“小桥”3座。", "无",
        ]
        #expect(SmallReport.report().characters == texts.joined().count)
    }

    @Test("the figures an outline names are found once each, those of `when` too")
    func named() {
        #expect(
            ReportComposer.figureNames(of: SmallReport.outline) == [SmallReport.inspected, SmallReport.sound, SmallReport.closed])
        #expect(ReportComposer.registers(of: SmallReport.outline) == ["bridge"])
    }
}

@Suite("A table of figures")
struct FigureTableTests {
    let table = FigureTable(
        district: "hill", districtLabel: "山区", year: 2021, cutOff: SmallReport.header.cutOff,
        figures: [SmallReport.figure(SmallReport.inspected, 526), SmallReport.figure(SmallReport.sound, 0, of: 0)],
        lastYear: [SmallReport.figure(SmallReport.inspected, 498)], catalogue: SmallReport.catalogue, wording: SmallReport.chinese
    )

    @Test("JSON has the keys of the command line's `figures`, null where nothing can be divided")
    func json() {
        let text = String(decoding: table.json(), as: UTF8.self)
        let rule = table.lines[0].rule
        #expect(text.contains("\"district\" : \"hill\""))
        #expect(text.contains("\"year\" : 2021"))
        let first = """
            {
                  "bound" : "exact",
                  "denominator" : null,
                  "label" : "检查桥梁",
                  "name" : "bridge.inspected",
                  "numerator" : null,
                  "rows" : 526,
                  "rule" : "\(rule)",
                  "text" : "526",
                  "unit" : "座",
                  "value" : "526"
                }
            """
        #expect(text.contains(first), "\(text)")
        #expect(text.contains("\"text\" : \"—\""))
        #expect(text.contains("\"value\" : null"))
    }

    @Test("CSV shows last year and the change")
    func csv() {
        let text = String(decoding: table.csv(SmallReport.chinese), as: UTF8.self)
        #expect(text.contains("桥梁检查,检查桥梁,526,座,,,498,增 28 座,"))
    }

    @Test("a share changes by percentage points, exactly")
    func points() {
        let now = SmallReport.figure(SmallReport.sound, 189, of: 526)
        let then = SmallReport.figure(SmallReport.sound, 161, of: 498)
        let (value, form) = now.change(since: then)
        #expect(form == .points)
        #expect(value.decimal == "3.6")
        #expect(now.change(since: SmallReport.figure(SmallReport.sound, 0, of: 0)).value.decimal == nil)
    }
}
