import Casework
import Definitions
import Foundation
import OfficeFormats
import Records
import Testing
import Wording

@testable import Exchange

/// What openpyxl, a reader of other people's, finds in our files.
@Suite struct FileTests {
    private func file(_ bytes: [UInt8]) throws -> String {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx").path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test("the template has instructions, drop-downs, text columns for long numbers and groups for repeated rows")
    func template() async throws {
        let test = try await TestOffice()
        guard let template = try await Template.make("mediation_case", office: test.office, by: test.clerk, wording: test.wording)
        else { throw Missing() }
        let path = try file(try template.workbook())
        defer { try? FileManager.default.removeItem(atPath: path) }
        let found = try python(
            """
            import sys, openpyxl
            book = openpyxl.load_workbook(sys.argv[1])
            print(book.sheetnames[0], book.sheetnames[1])
            sheet = book.worksheets[1]
            header = [cell.value for cell in sheet[1]]
            print("|".join(header[:4]))
            print("当事人1姓名或名称" in header, "当事人3证件号码" in header, "当事人4姓名或名称" in header)
            column = openpyxl.utils.get_column_letter(header.index("当事人1证件号码") + 1)
            print(sheet.column_dimensions[column].width > 0, sheet.column_dimensions[column].number_format)
            lists = {}
            for rule in sheet.data_validations.dataValidation:
                ref = rule.formula1.replace("'", "").replace("$", "").split("!")
                cells = book[ref[0]][ref[1]]
                lists[str(rule.sqref).split(":")[0].rstrip("0123456789")] = [row[0].value for row in cells]
            at = lambda name: lists[openpyxl.utils.get_column_letter(header.index(name) + 1)]
            print(len(at("纠纷类型")), at("镇街"), len(at("调解组织")))
            notes = book.worksheets[0]
            rows = {row[0].value: [cell.value for cell in row[1:4]] for row in notes.iter_rows()}
            print(rows["登记日期"][0], rows["涉及金额"][0], rows["案件来源"][2].split("、")[0])
            """, [path])
        #expect(
            found == """
                填写说明 人民调解案件
                编号|登记日期|调解组织|镇街
                True True False
                True @
                14 ['凌南街道'] 12
                必填 可空 当事人申请

                """)
        let csv = String(decoding: template.csv(), as: UTF8.self)
        #expect(csv.hasPrefix("\u{FEFF}编号,登记日期,"))
    }

    @Test("an export has title, conditions, closing time and header above the rows, and long numbers as text")
    func export() async throws {
        let test = try await TestOffice()
        let plan = try await test.plan(test.csv([TestOffice.row("甲"), TestOffice.row("乙")]), .csv)
        _ = try await Import(office: test.office, actor: test.clerk).run(plan)
        let path = try file(try await test.export(.xlsx, .shown))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let found = try python(
            """
            import sys, openpyxl
            sheet = openpyxl.load_workbook(sys.argv[1]).active
            for row in sheet.iter_rows(values_only=True):
                print("|".join("" if value is None else str(value) for value in row))
            """, [path])
        #expect(
            found
                == """
                人民调解案件||||||||||
                条件：全部记录||||||||||
                数据截止 2022-01-18 09:30。制表：clerk||||||||||
                编号|纠纷名称|调解组织|纠纷类型|受理日期|协议形式|涉及金额|状态|到期日|期限状态
                锦高民调〔2021〕2号|乙|东一社区人民调解委员会|邻里纠纷|||500|已登记||
                锦高民调〔2021〕1号|甲|东一社区人民调解委员会|邻里纠纷|||500|已登记||

                """.replacing("||||||||||\n", with: "|||||||||\n"))
    }

    @Test("many rows go out and in again")
    func manyRows() async throws {
        let isLong = ProcessInfo.processInfo.environment["ZHUNSHENG_LONG"] == "1"
        let count = isLong ? 100_000 : 400
        let test = try await TestOffice()
        let clock = ContinuousClock()
        let bytes = test.csv((0..<count).map { TestOffice.row("纠纷\($0)", on: "2021-12-\(10 + $0 % 20)") })
        let begin = clock.now
        let plan = try await test.plan(bytes, .csv)
        let planned = clock.now
        let result = try await Import(office: test.office, actor: test.clerk).run(plan)
        let written = clock.now
        let file = try await test.export(.xlsx)
        let exported = clock.now
        #expect(result.written.count == count)
        #expect(result.written.map(\.receipt.number) == (1...count).map { "锦高民调〔2021〕\($0)号" })
        let back = try await test.plan(file)
        print(
            "\(count) rows: check \(planned - begin), write \(written - planned), export \(exported - written), compare \(clock.now - exported)"
        )
        #expect(back.unchanged.count == count)
    }

    @Test("files that are no sheet of the register are refused in words")
    func refusals() async throws {
        let test = try await TestOffice()
        for (bytes, format) in [
            ([UInt8]("PK".utf8), SheetFormat.xlsx), ([UInt8]("一,二\n1,2\n".utf8), .csv), ([UInt8]("{]".utf8), .jsonl),
        ] {
            #expect {
                _ = try test.read(bytes, format)
            } throws: { error in
                (error as? SheetError).map { !test.sentences.sentence($0).isEmpty } ?? false
            }
        }
    }
}
