import Foundation
import OfficeFormats
import Testing

@Suite("Reading workbooks")
struct SheetReaderTests {
    private func value(_ cell: String, styles: String? = nil, strings: String? = nil, properties: String = "") throws -> CellValue
    {
        let sheet = "<sheetData><row r=\"1\">\(cell)</row></sheetData>"
        let bytes = try HandMade.workbook(sheet: sheet, strings: strings, styles: styles, properties: properties)
        return try SheetReader(bytes: bytes).firstRows().first?[1] ?? .empty
    }

    private func number(_ text: String, code: String) throws -> CellValue {
        let escaped = HTMLEscape.text(code)
        return try value(
            "<c r=\"A1\" s=\"1\"><v>\(text)</v></c>",
            styles:
                "<numFmts><numFmt numFmtId=\"176\" formatCode=\"\(escaped)\"/></numFmts>"
                + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"176\"/></cellXfs>"
        )
    }

    @Test(
        "numbers keep the digits of the file and lose their exponent",
        arguments: [
            ("0.1", "0.1"), ("1.2E3", "1200"), ("1.2E-2", "0.012"), ("-12.50", "-12.50"), ("1E21", "1000000000000000000000"),
            ("0.30000000000000004", "0.30000000000000004"), ("1.1000000000000001", "1.1"), ("0.28199999999999997", "0.282"),
            ("110101199003070011", "110101199003070011"), ("-0", "0"), (".5", "0.5"), ("+7", "7"), ("007", "7"), ("0", "0"),
            ("1.7976931348623157E308", "179769313486231570" + String(repeating: "0", count: 291)), ("00.10", "0.10"),
            ("5.", "5"), ("12345678901234567890", "12345678901234567890"),
        ])
    func numbers(text: String, expected: String) throws {
        #expect(try value("<c r=\"A1\"><v>\(text)</v></c>") == .number(expected))
    }

    @Test("what is no number stays text", arguments: ["NaN", "1E999999999", "1.2.3", "--1", "1e"])
    func notNumbers(text: String) throws {
        #expect(try value("<c r=\"A1\"><v>\(text)</v></c>") == .text(text))
    }

    @Test("a number format makes a date, a moment or a time of a number")
    func dateFormats() throws {
        let day = CellValue.date(year: 2021, month: 12, day: 31)
        let moment = CellValue.dateTime(year: 2021, month: 12, day: 31, hour: 12, minute: 30, second: 0)
        for code in [
            "yyyy\"年\"m\"月\"d\"日\"", "[$-804]yyyy/m/d", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "m/d/yy", "aaaa", "mmm-yy",
            "m\"月\"",
            "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@", "mm",
        ] {
            #expect(try number("44561", code: code) == day, "\(code)")
        }
        for code in ["yyyy-m-d h:mm", "yyyy\"年\"m\"月\"d\"日\" 上午/下午h:mm", "m/d/yy h:mm AM/PM"] {
            #expect(try number("44561.520833333336", code: code) == moment, "\(code)")
        }
        for code in ["h:mm", "h\"时\"mm\"分\"", "mm:ss", "[$-F400]h:mm:ss AM/PM"] {
            #expect(try number("0.520833333333", code: code) == .time(hour: 12, minute: 30, second: 0), "\(code)")
        }
        #expect(try number("1.25", code: "[h]:mm") == .time(hour: 30, minute: 0, second: 0))
        for code in [
            "General", "G/通用格式", "0.00E+00", "#,##0.00", "[Red]0.00", "\"第\"0\"号 day\"", "0.00_);[Red](0.00)", "@", "[>100]0;0",
            "¥#,##0",
        ] {
            #expect(try number("44561", code: code) == .number("44561"), "\(code)")
        }
    }

    @Test(
        "built-in formats of the Chinese editions are dates",
        arguments: Array(14...17) + [22] + Array(27...31) + [36, 50, 57, 58])
    func builtInFormats(id: Int) throws {
        let read = try value("<c r=\"A1\" s=\"0\"><v>44561</v></c>", styles: "<cellXfs><xf numFmtId=\"\(id)\"/></cellXfs>")
        if id == 22 {
            #expect(read == .dateTime(year: 2021, month: 12, day: 31, hour: 0, minute: 0, second: 0))
        } else {
            #expect(read == .date(year: 2021, month: 12, day: 31))
        }
    }

    @Test("serial numbers count as Excel does, with its 29 February 1900")
    func serials() throws {
        #expect(try number("1", code: "yyyy-m-d") == .date(year: 1900, month: 1, day: 1))
        #expect(try number("59", code: "yyyy-m-d") == .date(year: 1900, month: 2, day: 28))
        #expect(try number("60", code: "yyyy-m-d") == .number("60"))
        #expect(try number("61", code: "yyyy-m-d") == .date(year: 1900, month: 3, day: 1))
        #expect(try number("2958465", code: "yyyy-m-d") == .date(year: 9999, month: 12, day: 31))
        #expect(try number("2958466", code: "yyyy-m-d") == .number("2958466"))
        #expect(try number("-1", code: "yyyy-m-d") == .number("-1"))
        #expect(try number("36585", code: "yyyy-m-d") == .date(year: 2000, month: 2, day: 29))
        #expect(
            try number("44561.999999", code: "yyyy-m-d h:mm")
                == .dateTime(year: 2022, month: 1, day: 1, hour: 0, minute: 0, second: 0))
    }

    @Test("days count from 1904 where the workbook says so")
    func macDates() throws {
        let styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
        let read = try value("<c r=\"A1\"><v>0</v></c>", styles: styles, properties: "<workbookPr date1904=\"1\"/>")
        #expect(read == .date(year: 1904, month: 1, day: 1))
    }

    @Test("rich text is joined and phonetic guides are left out")
    func sharedStrings() throws {
        let strings =
            "<si><r><t>信访</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> 事项</t></r>"
            + "<rPh sb=\"0\" eb=\"1\"><t>xin</t></rPh></si>"
        #expect(try value("<c r=\"A1\" t=\"s\"><v>0</v></c>", strings: strings) == .text("信访 事项"))
        let inline =
            "<c r=\"A1\" t=\"inlineStr\"><is><r><t>甲</t></r><rPh sb=\"0\" eb=\"1\"><t>jia</t></rPh><r><t>乙</t></r></is></c>"
        #expect(try value(inline) == .text("甲乙"))
        #expect(
            try value("<c r=\"A1\" t=\"s\"><v>0</v></c>", strings: "<si><t>一_x000D_二_x005F_x000D_ &lt;_xZZZZ_</t></si>")
                == .text("一\r二_x000D_ <_xZZZZ_"))
        #expect(throws: OfficeFormatError.damaged(entry: "表")) { try value("<c r=\"A1\" t=\"s\"><v>9</v></c>", strings: "<si/>") }
    }

    @Test("formulas give their stored result")
    func formulas() throws {
        #expect(try value("<c r=\"A1\"><f>1+1</f><v>2</v></c>") == .number("2"))
        #expect(try value("<c r=\"A1\" t=\"str\"><f>A2&amp;\"x\"</f><v>结果</v></c>") == .text("结果"))
        #expect(try value("<c r=\"A1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>") == .error("#DIV/0!"))
        #expect(try value("<c r=\"A1\" t=\"b\"><v>1</v></c>") == .bool(true))
        #expect(try value("<c r=\"A1\"><f>NOW()</f></c>") == .empty)
    }

    @Test("cells stand where their references say, whatever their order")
    func references() throws {
        let sheet = """
            <x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c r="D1"><x:v>4</x:v></x:c><x:c><x:v>5</x:v></x:c></x:row>
            <x:row r="7"><x:c r="AA7"><x:v>27</x:v></x:c><x:c r="B7"><x:v>2</x:v></x:c><x:c r="B7"><x:v>3</x:v></x:c></x:row>
            <x:row r="8"><x:c r="A8" s="4"/></x:row><x:row><x:c><x:v>9</x:v></x:c></x:row></x:sheetData>
            """
        let rows = try SheetReader(bytes: HandMade.workbook(sheet: sheet, prefix: "x")).firstRows()
        #expect(rows.map(\.number) == [1, 7, 9])
        #expect(rows[0].cells.map(\.column) == [1, 4, 5])
        #expect(rows[1].cells == [SheetCell(column: 2, value: .number("3")), SheetCell(column: 27, value: .number("27"))])
        #expect(rows[1][27] == .number("27"))
        #expect(rows[1][1] == .empty)
        #expect(rows[1].lastColumn == 27)
    }

    @Test("references read and print both ways")
    func cellReferences() {
        for column in [1, 26, 27, 52, 702, 703, 16_384] {
            let reference = CellReference(row: 12, column: column)
            #expect(CellReference(reference.description) == reference)
        }
        #expect(CellReference(row: 1, column: 16_384).description == "XFD1")
        for bad in ["", "A", "1", "1A", "A0", "A1B", "甲1"] { #expect(CellReference(bad) == nil, "\(bad)") }
        #expect(CellRange("A1:B2")?.contains(CellReference(row: 2, column: 2)) == true)
    }

    @Test("a workbook of openpyxl reads as it was written", .enabled(if: Python.isAvailableOrCI, "needs python3 with openpyxl"))
    func openpyxl() throws {
        let folder = try ScratchFolder()
        try Python.launch([Python.fixtures.appendingPathComponent("make_workbooks.py").path, folder.path])
        let reader = try SheetReader(path: folder.file("values.xlsx"))
        #expect(reader.sheets.map(\.name) == ["台账", "字典", "空表"])
        #expect(reader.sheets.map(\.isHidden) == [false, true, false])
        let rows = try reader.firstRows()
        #expect(rows.map(\.number) == [1, 2, 3, 4, 5, 10, 12, 14, 20])
        #expect(
            rows[1].cells.map(\.value) == [
                .text("高新调〔2021〕1号"), .number("1234.5"), .date(year: 2021, month: 12, day: 31),
                .dateTime(year: 2021, month: 3, day: 4, hour: 9, minute: 30, second: 15), .time(hour: 8, minute: 5, second: 0),
                .bool(true), .error("#N/A"),
            ])
        #expect(rows[2].cells.map(\.value) == [.text("210102199001010011"), .number("0.1")])
        #expect(rows[3][2] == .number("-12"))
        #expect(rows[4][2] == .number("1000000000000000000000"))
        #expect(rows[5].cells.count == 6)
        #expect(rows[5].cells.allSatisfy { $0.value == .date(year: 2021, month: 12, day: 31) })
        #expect(rows[7][1] == .text("普通加粗 尾"))
        #expect(rows[8].cells == [SheetCell(column: 8, value: .text("稀疏"))])
        #expect(try reader.mergedRanges(of: reader.sheets[0]).map(\.description) == ["A12:D13"])
        let second = try #require(reader.sheet(named: "字典"))
        #expect(try reader.rows(of: second).next()?[1] == .text("邻里纠纷"))
        #expect(try reader.rows(of: reader.sheets[2]).next() == nil)

        let mac = try SheetReader(path: folder.file("mac1904.xlsx"))
        #expect(mac.usesDateSystem1904)
        let macRow = try mac.firstRows()[0]
        #expect(macRow[1] == .date(year: 2021, month: 12, day: 31))
        #expect(macRow[2] == .dateTime(year: 2021, month: 3, day: 4, hour: 9, minute: 30, second: 15))

        let iso = try SheetReader(path: folder.file("iso.xlsx")).firstRows()[0]
        #expect(iso[2] == .dateTime(year: 2021, month: 3, day: 4, hour: 9, minute: 30, second: 15))
        #expect(iso[3] == .date(year: 2022, month: 1, day: 18))
    }
}
