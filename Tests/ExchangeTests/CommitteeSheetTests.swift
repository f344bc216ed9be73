import Casework
import Definitions
import Foundation
import OfficeFormats
import Records
import Testing

@testable import Exchange

/// The sheet that a committee keeps by hand (Tools/make_committee_sheet.py), into the real catalogue.
@Suite struct CommitteeSheetTests {
    static let bytes = Repository.bytes("districts/jinzhou-gaoxin/sheets/调解台账-2021.xlsx")

    private func mapping(_ test: TestOffice) -> Mapping {
        let (mapping, problems) = Mapping.read(
            Repository.text("districts/jinzhou-gaoxin/sheets/调解台账-2021.yaml"), for: test.register)
        #expect(problems.isEmpty)
        return mapping
    }

    @Test("the header is found under title and unit line, and totals and notes are set aside")
    func headerIsFound() async throws {
        let test = try await TestOffice()
        let sheet = try test.read(Self.bytes, .xlsx, mapping(test))
        #expect(sheet.headerRow == 4)
        #expect(sheet.preamble.first == ["凌南街道人民调解案件登记台账（2021年11—12月）"])
        #expect(sheet.year == 2021)
        #expect(sheet.lines.count == 15)
        #expect(sheet.aside.map(\.why) == [.total, .total, .note])
        #expect(sheet.leftOut.isEmpty)
    }

    @Test("the good rows go in with their moves, the others come back with the reason")
    func goodRowsGoIn() async throws {
        let test = try await TestOffice()
        let plan = try await test.plan(Self.bytes, .xlsx, mapping(test))
        #expect(try await test.count() == 0)
        let reasons = Dictionary(plan.failed.map { ($0.line.number, test.sentences.reason($0)) }, uniquingKeysWith: { $1 })
        #expect(reasons.count == 5)
        #expect(reasons.values.contains("“500元/月”不是数。“涉及金额”请只写数字，如 12500。"))
        #expect(reasons.values.contains { $0.hasPrefix("没有 13 月。可写 2021-12-02。") })
        #expect(reasons.values.contains { $0.hasPrefix("“停车纠纷”不在代码表。可选") })
        #expect(reasons.values.contains("“当事人”只有 1 项，至少 2 项。请补填。"))
        #expect(reasons.values.contains { $0.hasPrefix("没有“第十三社区人民调解委员会”。相近：") })

        let result = try await Import(office: test.office, actor: test.clerk).run(plan)
        #expect(result.written.count == 10)
        #expect(result.failed.count == 5)
        #expect(try await test.count() == 10)
        let states = result.written.map(\.receipt.state)
        #expect(
            states == [
                "archived", "archived", "archived", "archived", "performed", "agreed", "archived", "agreed", "mediating",
                "registered",
            ])
        // Numbers follow the sheet.
        #expect(result.written.map(\.receipt.number) == (1...10).map { "锦高民调〔2021〕\($0)号" })

        let records = try await test.office.records("mediation_case", numbers: ["锦高民调〔2021〕1号", "锦高民调〔2021〕4号"], by: test.clerk)
        #expect(records[0].day("agreement_effective_on")?.iso == "2021-11-05")
        #expect(records[0].values["parties"]?.rows?.map { $0.values["name"] } == [.text("张三"), .text("李四乙")])
        #expect(records[0].values["parties"]?.rows?.first?.values["phone"] == .text("13800001001"))
        #expect(records[1].day("registered_on")?.iso == "2021-11-10")
        #expect(records[1].values["amount"] == .integer(186_050))
        // The stamp of a move bears the day of its own field.
        let view = try await test.office.record("mediation_case", id: records[0].id, by: test.clerk)
        #expect(
            view?.stamps.map { "\($0.to) \($0.on.iso)" } == [
                "registered 2021-11-02", "mediating 2021-11-02", "agreed 2021-11-05", "performed 2021-11-08",
                "archived 2021-11-30",
            ])
    }

    @Test("the failed rows come back in the same layout, and mending them doubles nothing")
    func failedRowsComeBack() async throws {
        let test = try await TestOffice()
        let mapping = mapping(test)
        let plan = try await test.plan(Self.bytes, .xlsx, mapping)
        let result = try await Import(office: test.office, actor: test.clerk).run(plan)
        let file = try FailedRows(sentences: test.sentences, moment: test.office.clock.now()).bytes(result.failed, of: plan.sheet)
        let original = try test.read(Self.bytes, .xlsx, mapping)
        let back = try test.read(file, .xlsx, mapping)
        #expect(back.preamble == original.preamble)
        #expect(back.columns.map(\.title) == original.columns.map(\.title) + ["原因与改法"])
        #expect(back.lines.count == 5)
        for (line, row) in zip(back.lines, result.failed) {
            #expect(
                original.columns.indices.map { line[$0].plainText } == original.columns.indices.map { row.line[$0].plainText })
        }

        // Sent again as it is: the same rows fail, nothing is written.
        let again = try await test.plan(file, .xlsx, mapping)
        #expect(again.failed.count == 5 && again.adds.isEmpty)
        // One row mended.
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(file).write(to: URL(fileURLWithPath: path))
        _ = try python(
            """
            import sys, openpyxl
            book = openpyxl.load_workbook(sys.argv[1])
            for row in book.active.iter_rows():
                for cell in row:
                    if cell.value == "停车纠纷": cell.value = "邻里纠纷"
            book.save(sys.argv[1])
            """, [path])
        let mended = try await test.plan([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))), .xlsx, mapping)
        #expect(mended.adds.count == 1 && mended.failed.count == 4)
        _ = try await Import(office: test.office, actor: test.clerk).run(mended)
        #expect(try await test.count() == 11)
        // The whole sheet once more: all that is there is left alone.
        let whole = try await test.plan(Self.bytes, .xlsx, mapping)
        #expect(whole.adds.isEmpty && whole.unchanged.count == 10)
        _ = try await Import(office: test.office, actor: test.clerk).run(whole)
        #expect(try await test.count() == 11)
    }

    @Test("the generator writes the committed sheet")
    func generatorWritesTheSheet() async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        _ = try python(
            "import runpy, sys; sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')",
            [Repository.root + "/Tools/make_committee_sheet.py", path])
        let test = try await TestOffice()
        let made = try test.read([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))), .xlsx, mapping(test))
        let kept = try test.read(Self.bytes, .xlsx, mapping(test))
        #expect(made.lines == kept.lines && made.columns == kept.columns)
    }

    @Test("a mistake in a mapping file is named with its line")
    func mappingMistakes() async throws {
        let test = try await TestOffice()
        let text = "columns:\n  甲: partys.1.name\nthen: [accept, fly]\nconstants: { colour: red }\n"
        let (_, problems) = Mapping.read(text, for: test.register)
        #expect(problems.map(\.reason) == [.unknown("partys.1.name"), .unknown("fly"), .unknown("colour")])
        #expect(problems.map(\.line) == [2, 3, 4])
    }
}
