import Definitions
import LegalTime
import Records
import Testing
import Wording

struct InterfaceTextTests {
    static let families: [[any InterfaceText]] = [
        FrameText.allCases, CommonText.allCases, DeskText.allCases, ListText.allCases, RecordText.allCases, FormText.allCases,
        FigureText.allCases, RecordingText.allCases, NoticeText.allCases,
        LeaderText.allCases, ReportText.allCases, ProofText.allCases, ImportText.allCases, EntranceText.allCases,
        PublicText.allCases, PrintText.allCases,
        ProblemPageText.allCases, CommandText.allCases, PeriodText.allCases, LetterText.allCases, ExamText.allCases,
        OpenText.allCases, ReturnText.allCases,
    ]

    @Test("every fixed text is there in both languages, each in its own")
    func bothLanguages() {
        for text in Self.families.joined() {
            let (chinese, english) = text.texts
            let isName = ["English", "—", "导出 CSV"].contains(chinese)
            #expect(isName || isChinese(chinese), "\(chinese)")
            #expect(english == "中文" || !isChinese(english), "\(english)")
            #expect(!chinese.isEmpty && !english.isEmpty && leaks(chinese) == nil && leaks(english) == nil, "\(english)")
            #expect(chinese.hasSuffix("。") == english.hasSuffix("."), "\(chinese) \(english)")
        }
    }

    @Test("half-width commas and stops do not stand in Chinese texts")
    func punctuation() {
        for text in Self.families.joined() {
            #expect(text.texts.chinese.firstMatch(of: /[\u{4E00}-\u{9FFF}][,.;:?!]/) == nil, "\(text.texts.chinese)")
        }
    }

    @Test("texts with numbers read as the pages have them")
    func counts() {
        let (zh, en) = (Fixture.chinese, Fixture.english)
        #expect(zh.total(38) == "共 38 件" && en.total(1) == "1 record")
        #expect(zh.shown(1...5, of: 189) == "第 1–5 件，共 189 件" && en.shown(1...14) == "1–14")
        #expect(zh.importPlan(adds: 126, updates: 14, bad: 4) == "确认后写入 140 行：新增 126，更新 14。有错的 4 行留在外面，改好再传，不会重复。")
        #expect(en.importPlan(adds: 1, updates: 0, bad: 0) == "1 row will be written: 1 new, 0 updated.")
        #expect(zh.asOf(Instant(day: day("2022-01-18"), hour: 9, minute: 30)) == "数据截止 2022-01-18 09:30。")
        #expect(zh.change(FigureValue(numerator: 36, denominator: 10, decimals: 1), as: .points, unit: "个百分点") == "升 3.6 个百分点")
        #expect(zh.change(FigureValue(numerator: 28), as: .difference, unit: "件") == "增 28 件")
        #expect(zh.change(FigureValue(numerator: -3), as: .difference, unit: "件") == "减 3 件")
        #expect(zh.change(FigureValue(numerator: 0), as: .difference, unit: "件") == "持平")
        #expect(zh.change(FigureValue(numerator: 1, denominator: 0), as: .percent, unit: "%") == "—")
        #expect(en.change(FigureValue(numerator: 28), as: .difference, unit: "件") == "up 28 cases")
        #expect(
            zh.figure(FigureValue(numerator: 526), unit: "件") == "526 件"
                && en.figure(FigureValue(numerator: 12), unit: "个") == "12")
        #expect(zh.figure(FigureValue(numerator: 189, denominator: 526, decimals: 1, isPercent: true), unit: "%") == "35.9%")
        #expect(zh.removing(zh.filter("受理日期", from: day("2021-12-10"), to: nil)) == "受理日期 2021-12-10 起，去掉这一条件")
        #expect(zh.whyHeading("审理期限", due: day("2022-02-07")) == "审理期限为什么到 2022-02-07")
        #expect(
            zh.reckonedBy(law: "行政复议法", version: "2017", versionField: "受理日期", calendarYear: 2022)
                == "按受理日期适用行政复议法（2017）；休假日表到 2022 年。")
        #expect(en.checked(files: 12, errors: 1, warnings: 0) == "12 files checked: 1 error, 0 warnings.")
    }
}
