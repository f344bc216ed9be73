import Foundation
import OfficeFormats
import Proofreading
import Testing

@testable import TextReading

@Suite("the text of a file")
struct TextReaderTests {
    private let report = "某区2022年法治政府建设情况报告\n全年受理案件50件，审结53件。\n"

    /// A small DOCX; each paragraph one run, or several.
    private func docx(_ body: String, numbering: String = "") throws -> [UInt8] {
        var writer = ZipWriter()
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let packages = "http://schemas.openxmlformats.org/package/2006"
        writer.add(
            "[Content_Types].xml",
            "<?xml version=\"1.0\"?><Types xmlns=\"\(packages)/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
        )
        writer.add(
            "_rels/.rels",
            "<?xml version=\"1.0\"?><Relationships xmlns=\"\(packages)/relationships\"><Relationship Id=\"r1\" Type=\"\(office)/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
        )
        writer.add(
            "word/_rels/document.xml.rels",
            "<?xml version=\"1.0\"?><Relationships xmlns=\"\(packages)/relationships\">\(numbering.isEmpty ? "" : "<Relationship Id=\"r2\" Type=\"\(office)/numbering\" Target=\"numbering.xml\"/>")</Relationships>"
        )
        if !numbering.isEmpty {
            writer.add(
                "word/numbering.xml",
                "<?xml version=\"1.0\"?><w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\(numbering)</w:numbering>"
            )
        }
        writer.add(
            "word/document.xml",
            "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>\(body)</w:body></w:document>"
        )
        return try writer.bytes()
    }

    private func run(_ text: String, bold: Bool = false) -> String {
        "<w:r>\(bold ? "<w:rPr><w:b/></w:rPr>" : "")<w:t>\(text)</w:t></w:r>"
    }

    @Test("UTF-8 with and without mark, GB 18030 and UTF-16 give the same text")
    func encodings() throws {
        let utf8 = Array(report.utf8)
        let gb = try #require(report.data(using: String.Encoding(rawValue: CFStringConvertEncodingToNSStringEncodingGB)))
        for bytes in [
            utf8, [0xEF, 0xBB, 0xBF] + utf8, Array(gb), [0xFF, 0xFE] + Array(report.data(using: .utf16LittleEndian) ?? Data()),
        ] {
            let read = try TextReader().read(bytes: bytes)
            #expect(read.text == report && read.format == .plain)
        }
    }

    /// GB 18030 in Foundation's numbering.
    private var CFStringConvertEncodingToNSStringEncodingGB: UInt { 0x8000_0632 }

    @Test("a page's text is a line for each block, without scripts, entities decoded, cells apart")
    func html() throws {
        let page =
            "<!DOCTYPE html><html><head><title>x</title><script>var a='受理9件';</script></head><body><nav>首页</nav><h1>报告</h1><p>受理&ldquo;案件&rdquo;50&#20214;，<b>审结</b>53件。</p><table><tr><td>甲</td><td>1</td></tr></table><!-- 注释 --><p>a &lt; b</p></body></html>"
        #expect(try TextReader().read(bytes: Array(page.utf8)).text == "报告\n受理“案件”50件，审结53件。\n甲\t1\na < b\n")
    }

    @Test("a DOCX gives its paragraphs and cells, and remarks go back around their characters")
    func annotate() throws {
        let bytes = try docx(
            "<w:p>\(run("某区2022年报告"))</w:p><w:p>\(run("全年受理"))\(run("案件50件，审", bold: true))\(run("结53件 &amp; 其他。"))</w:p><w:tbl><w:tr><w:tc><w:p>\(run("甲"))</w:p></w:tc><w:tc><w:p>\(run("乙方12件"))</w:p></w:tc></w:tr></w:tbl>"
        )
        let read = try TextReader().read(bytes: bytes)
        #expect(read.text == "某区2022年报告\n全年受理案件50件，审结53件 & 其他。\n甲\t乙方12件" && read.format == .docx)
        let scalars = Array(read.text.unicodeScalars)
        func place(_ words: String) throws -> MarginComment {
            let wanted = Array(words.unicodeScalars)
            let start = try #require(scalars.indices.first { scalars[$0...].starts(with: wanted) })
            return MarginComment(start: start, end: start + wanted.count, text: "说明：\(words) < 1\n改为2")
        }
        let comments = [try place("审结53件"), try place("受理案件"), try place("12件")]
        let annotated = try DocxAnnotation(author: "准绳", date: "2026-01-02T03:04:05Z").annotated(
            bytes, text: read.text, comments: comments)
        #expect(try TextReader().read(bytes: annotated).text == read.text)
        let archive = try ZipArchive(bytes: annotated)
        let document = String(decoding: try archive.data("word/document.xml"), as: UTF8.self)
        let remarks = String(decoding: try archive.data("word/comments.xml"), as: UTF8.self)
        #expect(
            document.components(separatedBy: "<w:commentRangeStart").count == 4
                && document.components(separatedBy: "<w:commentReference").count == 4)
        #expect(
            document.contains(
                "50件，</w:t></w:r><w:commentRangeStart w:id=\"0\"/><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">审</w:t></w:r>"
            ))
        #expect(
            document.contains("结53件</w:t></w:r><w:commentRangeEnd w:id=\"0\"/>")
                && document.contains("乙方</w:t></w:r><w:commentRangeStart w:id=\"2\"/>"))
        #expect(remarks.contains("说明：审结53件 &lt; 1") && remarks.contains("w:author=\"准绳\""))
        #expect(String(decoding: try archive.data("[Content_Types].xml"), as: UTF8.self).contains("/word/comments.xml"))
        // a second round adds to the comments that are there
        let again = try DocxAnnotation(author: "准绳", date: "2026-01-02T03:04:05Z").annotated(
            annotated, text: read.text, comments: [try place("2022年")])
        let second = String(decoding: try ZipArchive(bytes: again).data("word/comments.xml"), as: UTF8.self)
        #expect(second.components(separatedBy: "<w:comment ").count == 5 && second.contains("w:id=\"3\""))
    }

    @Test("a damaged, hostile or empty file is refused with one reason")
    func refusals() throws {
        func error(_ bytes: [UInt8]) -> TextReadingError? {
            do {
                _ = try TextReader().read(bytes: bytes)
                return nil
            } catch { return error }
        }
        let whole = try docx("<w:p>\(run("报告"))</w:p>")
        #expect(error([]) == .noText && error(Array(" \n\t".utf8)) == .noText)
        #expect(error([0, 1, 2, 3]) == .unknownFormat)
        if case .office = error(Array(whole.prefix(whole.count / 2))) {} else { Issue.record("a truncated DOCX was read") }
        let deep = try docx(String(repeating: "<w:p>", count: 10_000) + String(repeating: "</w:p>", count: 10_000))
        if case .office(.tooDeep) = error(deep) {} else { Issue.record("ten thousand nested elements were read") }
        let bomb = try docx("<w:p>\(run(String(repeating: "0", count: 40 << 20)))</w:p>")
        if case .office(.tooCompressed) = error(bomb) {} else { Issue.record("a bomb was unpacked") }
        if case .office(.declaresDocumentType) = error(try docx("").isEmpty ? [] : try entityBomb()) {
        } else {
            Issue.record("a document type was read")
        }
        #expect(error(Array(String(repeating: "一", count: 2_000_001).utf8)) == .tooLong(characters: 2_000_001, limit: 2_000_000))
    }

    private func entityBomb() throws -> [UInt8] {
        let archive = try ZipArchive(bytes: try docx("<w:p/>"))
        var writer = ZipWriter()
        for entry in archive.entries {
            let bytes = try archive.data(entry.name)
            writer.add(
                entry.name,
                entry.name == "word/document.xml"
                    ? Array("<!DOCTYPE d [<!ENTITY a \"aaaa\">]>".utf8) + bytes.drop { $0 != 0x77 }.drop { _ in false } : bytes)
        }
        return try writer.bytes()
    }

    @Test("mutated files are read or refused, never more")
    func mutatedFiles() throws {
        let rounds = ProcessInfo.processInfo.environment["ZHUNSHENG_LONG"] == "1" ? 20_000 : 400
        let page = Array("<html><body><p>受理50件&nbsp;</p><table><tr><td>甲</td></tr></table></body></html>".utf8)
        let bases = [try docx("<w:p>\(run("受理案件50件，审结53件。"))</w:p>"), page, Array(report.utf8)]
        var state: UInt64 = 42
        func roll(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for round in 0..<rounds {
            var bytes = bases[round % 3]
            for _ in 0...roll(8) where !bytes.isEmpty {
                let place = roll(bytes.count)
                switch roll(4) {
                case 0: bytes[place] = UInt8(roll(256))
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + roll(30)))
                case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + roll(30))], at: place)
                default: bytes.insert(UInt8(roll(256)), at: place)
                }
            }
            // the old binary formats start a program; they are left out here
            if bytes.starts(with: [0xD0, 0xCF]) || bytes.starts(with: Array("%PDF".utf8)) { continue }
            if let read = try? TextReader().read(bytes: bytes) { _ = Proofreader().proof(read.text) }
        }
    }

    @Test("the numbers that Word sets before headings are read, and remarks find their place behind them")
    func automaticNumbers() throws {
        func level(_ number: Int, _ format: String, _ text: String) -> String {
            "<w:lvl w:ilvl=\"\(number)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/><w:lvlText w:val=\"\(text)\"/></w:lvl>"
        }
        func paragraph(_ text: String, _ level: Int?) -> String {
            let number = level.map { "<w:pPr><w:numPr><w:ilvl w:val=\"\($0)\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr>" } ?? ""
            return "<w:p>\(number)\(run(text))</w:p>"
        }
        let levels =
            level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.")
        let body =
            paragraph("主要成效", 0) + paragraph("依法决策", 1) + paragraph("严格执法", 1) + paragraph("全年受理案件50件，审结53件。", nil)
            + paragraph("存在不足", 0) + paragraph("人员不足", 1) + paragraph("办案50件，结案53件。", 2)
        let bytes = try docx(
            body,
            numbering:
                "<w:abstractNum w:abstractNumId=\"7\">\(levels)</w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/></w:num>"
        )
        let text = try TextReader().read(bytes: bytes).text
        #expect(text == "一、主要成效\n（一）依法决策\n（二）严格执法\n全年受理案件50件，审结53件。\n二、存在不足\n（一）人员不足\n1.办案50件，结案53件。")
        let sections = Proofreader().proof(text).sections
        #expect(sections.map(\.number) == ["一、", "（一）", "（二）", "二、", "（一）", "1."])
        let start = try #require(text.range(of: "结案53")).lowerBound
        let place = text.unicodeScalars.distance(from: text.unicodeScalars.startIndex, to: start)
        let comment = MarginComment(start: place, end: place + 4, text: "请核对")
        let marked = try DocxAnnotation(author: "准绳", date: "2026-01-01T00:00:00Z").annotated(
            bytes, text: text, comments: [comment])
        let document = String(decoding: try ZipArchive(bytes: marked).data("word/document.xml"), as: UTF8.self)
        #expect(document.contains("办案50件，</w:t></w:r><w:commentRangeStart"))
        #expect(try TextReader().read(bytes: marked).text == text)
    }
}
