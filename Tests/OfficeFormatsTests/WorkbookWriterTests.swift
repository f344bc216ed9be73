import Foundation
import OfficeFormats
import Testing

@Suite("Writing workbooks")
struct WorkbookWriterTests {
    static let properties = WorkbookProperties(title: "台账", author: "统筹科", created: .fixed)

    static func sample(_ writer: WorkbookWriter) throws(OfficeFormatError) {
        try writer.addNotes(name: "填写说明", title: "填写说明", lines: ["一、日期写作 2021-12-31。", "=1+1 不是公式"])
        let sheet = try writer.addSheet(
            SheetLayout(
                name: "人民调解/台账", title: "人民调解台账", captions: ["口径：受理日期在本年度内", "截止：2022-01-18  制表人：甲"],
                columns: [
                    SheetColumn("案号", kind: .text, isRequired: true), SheetColumn("身份证号", kind: .text, width: 22),
                    SheetColumn("受理日期", kind: .date), SheetColumn("登记时间", kind: .dateTime),
                    SheetColumn("金额", kind: .money, note: "单位：元"), SheetColumn("件数", kind: .whole),
                    SheetColumn("比率", kind: .percent(places: 1)), SheetColumn("时长", kind: .time),
                    SheetColumn("纠纷类型", choices: ["邻里纠纷", "婚姻家庭", "物业, 其他"]), SheetColumn("是否公开"),
                    SheetColumn("案情", kind: .text, width: 30, wraps: true),
                ], footer: "R&D 制"))
        try sheet.append([
            .text("高新调〔2021〕1号"), .number("110101199003070011"), .date(year: 2021, month: 12, day: 31),
            .dateTime(year: 2021, month: 12, day: 31, hour: 23, minute: 59, second: 59), .number("1234567.89"), .number("12"),
            .number("0.282"), .time(hour: 30, minute: 5, second: 7), .text("邻里纠纷"), .bool(true), .text("=HYPERLINK(\"x\")"),
        ])
        try sheet.append(
            [
                .text("+1"), .text("_x000D_ 与\u{B}控制符\u{0}"), .date(year: 1899, month: 1, day: 1), .empty,
                .number("12345678901234567.8"), .empty, .empty, .empty, .text("换行\n一\r\n二"), .error("#N/A"),
                .text(" 前后有空格 "),
            ], comments: [3: "日期早于 1900 年"])
        try sheet.append([.text("合计"), .empty, .empty, .empty, .number("1234567.89")], isTotal: true)
    }

    @Test("what was written reads back the same")
    func roundTrip() throws {
        let bytes = try WorkbookWriter.bytes(properties: Self.properties, fill: Self.sample)
        let reader = try SheetReader(bytes: bytes)
        #expect(reader.sheets.map(\.name) == ["填写说明", "人民调解_台账", "_lists"])
        #expect(reader.sheets.map(\.isHidden) == [false, false, true])
        let notes = try reader.firstRows()
        #expect(notes.map { $0[1] } == [.text("填写说明"), .text("一、日期写作 2021-12-31。"), .text("=1+1 不是公式")])

        let iterator = try reader.rows(of: reader.sheets[1])
        var rows: [SheetRow] = []
        while let row = try iterator.next() { rows.append(row) }
        #expect(rows.map(\.number) == [1, 2, 3, 4, 5, 6, 7])
        #expect(rows[0].cells.map(\.value) == [.text("人民调解台账")])
        #expect(rows[3].cells.count == 11)
        #expect(
            rows[4].cells.map(\.value) == [
                .text("高新调〔2021〕1号"), .text("110101199003070011"), .date(year: 2021, month: 12, day: 31),
                .dateTime(year: 2021, month: 12, day: 31, hour: 23, minute: 59, second: 59), .number("1234567.89"), .number("12"),
                .number("0.282"), .time(hour: 30, minute: 5, second: 7), .text("邻里纠纷"), .bool(true), .text("=HYPERLINK(\"x\")"),
            ])
        #expect(rows[5][1] == .text("+1"))
        #expect(rows[5][2] == .text("_x000D_ 与\u{B}控制符"))
        #expect(rows[5][3] == .text("1899-01-01"))
        #expect(rows[5][5] == .text("12345678901234567.8"))
        #expect(rows[5][9] == .text("换行\n一\r\n二"))
        #expect(rows[5][11] == .text(" 前后有空格 "))
        #expect(rows[6][5] == .number("1234567.89"))
        #expect(try reader.mergedRanges(of: reader.sheets[1]).map(\.description) == ["A1:K1", "A2:K2", "A3:K3"])
    }

    @Test("the same content gives the same bytes")
    func deterministic() throws {
        let first = try WorkbookWriter.bytes(properties: Self.properties, fill: Self.sample)
        let second = try WorkbookWriter.bytes(properties: Self.properties, fill: Self.sample)
        #expect(first == second)
    }

    @Test("every number of up to fifteen digits comes back digit for digit")
    func exactNumbers() throws {
        var generator = SeededGenerator(state: 7)
        var numbers: [String] = []
        for _ in 0..<2000 {
            let digits = Int.random(in: 1...15, using: &generator)
            var text = String(Int.random(in: 1...9, using: &generator))
            for _ in 1..<max(digits, 2) where digits > 1 { text += String(Int.random(in: 0...9, using: &generator)) }
            let places = Int.random(in: 0...min(4, text.count), using: &generator)
            if places > 0 {
                let whole = text.dropLast(places)
                text = (whole.isEmpty ? "0" : whole) + "." + text.suffix(places)
                // A sheet keeps no trailing zeros.
                while text.hasSuffix("0") { text.removeLast() }
                if text.hasSuffix(".") { text.removeLast() }
            }
            numbers.append((Bool.random(using: &generator) ? "-" : "") + text)
        }
        numbers = numbers.map { $0 == "-0" ? "0" : $0 }
        let bytes = try WorkbookWriter.bytes(properties: Self.properties) { writer throws(OfficeFormatError) in
            let sheet = try writer.addSheet(SheetLayout(name: "数", columns: [SheetColumn("数")]))
            for number in numbers { try sheet.append([.number(number)]) }
        }
        let read = try SheetReader(bytes: bytes).firstRows().dropFirst().map { $0[1] }
        #expect(read == numbers.map { .number($0) })
    }

    @Test("every day from 1900-03-01 comes back as that day")
    func everyDay() throws {
        var days: [CellValue] = []
        for year in stride(from: 1900, through: 2100, by: 5) {
            for month in 1...12 where year > 1900 || month > 2 {
                days += [1, 28, 30].filter { month != 2 || $0 < 30 }.map { .date(year: year, month: month, day: $0) }
            }
        }
        days += [.date(year: 2000, month: 2, day: 29), .date(year: 9999, month: 12, day: 31)]
        let bytes = try WorkbookWriter.bytes(properties: Self.properties) { writer throws(OfficeFormatError) in
            let sheet = try writer.addSheet(SheetLayout(name: "日", columns: [SheetColumn("日", kind: .date)]))
            for day in days { try sheet.append([day]) }
            try sheet.append([.date(year: 2021, month: 2, day: 29)])
        }
        let read = try SheetReader(bytes: bytes).firstRows().dropFirst().map { $0[1] }
        #expect(read == days + [.text("2021-02-29")])
    }

    @Test("tabs get names that Excel accepts, no two alike")
    func sheetNames() throws {
        let long = String(repeating: "行政执法监督", count: 8)
        let bytes = try WorkbookWriter.bytes(properties: Self.properties) { writer throws(OfficeFormatError) in
            for name in [long, long, "a/b", "A:B", "", "'引号'", "_lists", "😀" + long] {
                _ = try writer.addSheet(SheetLayout(name: name, columns: [SheetColumn("列")]))
            }
        }
        let names = try SheetReader(bytes: bytes).sheets.map(\.name)
        #expect(names.count == 8)
        #expect(names[0] == String(long.prefix(31)))
        #expect(names[1] == String(long.prefix(28)) + "(2)")
        #expect(names[2...5] == ["a_b", "A_B(2)", "Sheet", "引号"])
        #expect(names[6] == "_lists(2)")
        #expect(names.allSatisfy { $0.utf16.count <= 31 })
    }

    @Test("a text longer than a cell is refused with its place")
    func tooLong() throws {
        let text = String(repeating: "长", count: 32_768)
        #expect(
            throws: OfficeFormatError.textTooLong(
                sheet: "表", cell: CellReference(row: 2, column: 1), length: 32_768, limit: 32_767)
        ) {
            try WorkbookWriter.bytes(properties: Self.properties) { writer throws(OfficeFormatError) in
                try writer.addSheet(SheetLayout(name: "表", columns: [SheetColumn("列")])).append([.text(text)])
            }
        }
        let fits = String(text.dropLast())
        let bytes = try WorkbookWriter.bytes(properties: Self.properties) { writer throws(OfficeFormatError) in
            try writer.addSheet(SheetLayout(name: "表", columns: [SheetColumn("列")])).append([.text(fits)])
        }
        #expect(try SheetReader(bytes: bytes).firstRows()[1][1] == .text(fits))
    }

    @Test("a workbook in a folder that does not exist is refused, and a finished one takes no more rows")
    func failures() throws {
        #expect(throws: OfficeFormatError.self) {
            let writer = try WorkbookWriter(path: "/nonexistent/folder/a.xlsx", properties: Self.properties)
            _ = try writer.addSheet(SheetLayout(name: "表", columns: [SheetColumn("列")]))
            try writer.finish()
        }
        let folder = try ScratchFolder()
        let writer = try WorkbookWriter(path: folder.file("a.xlsx"), properties: Self.properties)
        let sheet = try writer.addSheet(SheetLayout(name: "表", columns: [SheetColumn("列")]))
        try writer.finish()
        #expect(throws: OfficeFormatError.self) { try sheet.append([.text("晚")]) }
    }

    @Test(
        "openpyxl finds the frozen header, filter, lists, print set-up and text cells",
        .enabled(if: Python.isAvailableOrCI, "needs python3 with openpyxl"))
    func openpyxl() throws {
        let folder = try ScratchFolder()
        let path = try folder.write(WorkbookWriter.bytes(properties: Self.properties, fill: Self.sample), "a.xlsx")
        let said = try Python.run(
            """
            import sys, openpyxl
            book = openpyxl.load_workbook(sys.argv[1])
            sheet = book["人民调解_台账"]
            setup = sheet.page_setup
            print(sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows, setup.orientation, setup.paperSize)
            print(sheet["B5"].data_type, sheet["B5"].value, sheet["B5"].number_format, sheet["K5"].data_type, sheet["A4"].font.b)
            print(sheet["E5"].value, sheet["E5"].number_format, sheet["C5"].value.date(), sheet["C5"].number_format)
            rule = sheet.data_validations.dataValidation[0]
            print(rule.type, rule.formula1, rule.sqref)
            print([cell.value for cell in book["_lists"]["A"]], book["_lists"].sheet_state)
            footer = sheet.oddFooter
            print(sheet["E4"].comment.text, "|", sheet["C6"].comment.text, "|", footer.left.text, footer.right.text)
            print(book.properties.title, book.properties.creator, book.properties.created)
            """, path)
        #expect(
            said == """
                A5 A4:K7 $4:$4 landscape 9
                s 110101199003070011 @ s True
                1234567.89 #,##0.00 2021-12-31 yyyy-mm-dd
                list '_lists'!$A$1:$A$3 I5:I2004
                ['邻里纠纷', '婚姻家庭', '物业, 其他'] hidden
                单位：元 | 日期早于 1900 年 | R&&D 制 第 &P 页 共 &N 页
                台账 统筹科 2022-01-18 00:00:00

                """)
    }
}
