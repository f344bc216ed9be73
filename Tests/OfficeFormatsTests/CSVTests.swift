import Foundation
import OfficeFormats
import Testing

@Suite("CSV")
struct CSVTests {
    private func fields(_ text: String, separator: CSVSeparator? = nil) throws -> [[String]] {
        try CSVReader(bytes: Array(text.utf8), separator: separator).all().map(\.fields)
    }

    @Test("quotes, doubled quotes and line breaks inside fields", arguments: ["\n", "\r\n", "\r"])
    func quotes(end: String) throws {
        let text = "a,\"b \"\"c\"\"\",\"d\(end)e\"\(end)\(end)1,,\(end)\"\"\(end)last,\"x\" y"
        let rows = try CSVReader(bytes: Array(text.utf8)).all()
        #expect(rows.map(\.fields) == [["a", "b \"c\"", "d\(end)e"], ["1", "", ""], [""], ["last", "x y"]])
        #expect(rows.map(\.line) == [1, 4, 5, 6])
    }

    @Test("the separator is found out")
    func separators() throws {
        #expect(try fields("a;b,c;d\n1;2;3\n") == [["a", "b,c", "d"], ["1", "2", "3"]])
        #expect(try fields("a\tb\n1,5\t2\n") == [["a", "b"], ["1,5", "2"]])
        #expect(try fields("\"a;b\",c\n") == [["a;b", "c"]])
        #expect(try fields("sep=;\r\na;b\r\n") == [["a", "b"]])
        #expect(try fields("a;b", separator: .comma) == [["a;b"]])
        #expect(try fields("只有一列\n二\n") == [["只有一列"], ["二"]])
        #expect(try fields("") == [])
    }

    @Test("UTF-8 with and without mark, UTF-16 and GB 18030 give the same text")
    func encodings() throws {
        let text = "案号,当事人\n高新调〔2021〕1号,“甲”—𠮷𫖯㐀€\n"
        // The same text as Python encodes it in GB 18030.
        let gb = try #require(Data(base64Encoded: "sLi6xSy1scrCyMsKuN/QwrX3obIyMDIxobMxusUsobC816GxoaqVNLI1mDj1N4E57jmi4wo=")).map
        { $0 }
        let little = [0xFF, 0xFE] + (try #require(text.data(using: .utf16LittleEndian)))
        let big = [0xFE, 0xFF] + (try #require(text.data(using: .utf16BigEndian)))
        let plain = Array(text.utf8)
        for (bytes, encoding) in [
            (plain, TextEncoding.utf8), ([0xEF, 0xBB, 0xBF] + plain, .utf8), (gb, .gb18030), (little, .utf16LittleEndian),
            (big, .utf16BigEndian),
        ] {
            let decoded = try DecodedText(bytes)
            #expect(decoded.encoding == encoding)
            #expect(decoded.text == text, "\(encoding)")
            #expect(try CSVReader(bytes: bytes).all().count == 2)
        }
        #expect(throws: OfficeFormatError.undecodable(byte: 2)) { try DecodedText([0x61, 0x62, 0xFF, 0xFF]) }
        #expect(throws: OfficeFormatError.undecodable(byte: 2)) { try DecodedText([0xB0, 0xB8, 0xBA]) }
    }

    @Test("an open quote is reported with the line it opens on")
    func openQuote() throws {
        #expect(throws: OfficeFormatError.unterminatedQuote(line: 2)) { try fields("a,b\n1,\"open\n2,3\n") }
    }

    @Test("text that looks like a formula is guarded, numbers are not, and reading restores both")
    func formulaGuard() throws {
        let texts = ["=1+1", "+86", "-5", "@x", "\tx", "'=1", "''+1", "'普通", "＝1", "\r\nx", "普通", "", "a=1", " =1", "引\"号"]
        var writer = CSVWriter()
        writer.append(texts)
        writer.append([.number("-5"), .date(year: 2021, month: 1, day: 2), .bool(false), .empty, .text("-5")])
        writer.append([CellValue.empty])
        let bytes = writer.take()
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("'=1+1,'+86,'-5,'@x,"))
        #expect(text.contains("\r\n-5,2021-01-02,FALSE,,'-5\r\n"))
        #expect(try CSVReader(bytes: bytes).all().map(\.fields) == [texts, ["-5", "2021-01-02", "FALSE", "", "-5"], [""]])
        #expect(try CSVReader(bytes: bytes, restoresGuards: false).all()[0].fields[0] == "'=1+1")
        #expect(writer.take().isEmpty)
    }

    @Test("any table of texts comes back the same", arguments: CSVSeparator.allCases)
    func roundTrip(separator: CSVSeparator) throws {
        var generator = SeededGenerator(state: 42)
        let pieces = ["a", "\"", ",", ";", "\t", "\n", "\r\n", "\r", "'", "=", "-", "中", " ", "1", "—", "+", "😀"]
        for _ in 0..<500 {
            let width = Int.random(in: 1...4, using: &generator)
            let table = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
                (0..<width).map { _ in
                    (0..<Int.random(in: 0...6, using: &generator)).compactMap { _ in pieces.randomElement(using: &generator) }
                        .joined()
                }
            }
            var writer = CSVWriter(separator: separator)
            for row in table { writer.append(row) }
            let bytes = writer.take()
            #expect(try CSVReader(bytes: bytes, separator: separator).all().map(\.fields) == table)
        }
    }

    @Test("too many rows or columns are refused")
    func limits() throws {
        var limits = ReadingLimits.standard
        limits.rows = 2
        limits.columns = 3
        #expect(throws: OfficeFormatError.tooManyRows(sheet: "", limit: 2)) {
            try CSVReader(bytes: Array("1\n2\n3".utf8), limits: limits).all()
        }
        #expect(throws: OfficeFormatError.tooManyColumns(sheet: "", row: 1, limit: 3)) {
            try CSVReader(bytes: Array("1,2,3,4".utf8), limits: limits).all()
        }
    }
}
