import Letters
import OfficeFormats
import Testing

@Suite("A Word file as template")
struct LetterDocumentTests {
    /// A document whose braces the office program has split over runs.
    private static func document(_ body: String) throws -> [UInt8] {
        var archive = ZipWriter()
        archive.add("[Content_Types].xml", "<Types/>")
        archive.add("word/document.xml", "<w:document><w:body>\(body)<w:sectPr/></w:body></w:document>")
        archive.add("word/header1.xml", "<w:hdr><w:p><w:r><w:t>{unit}</w:t></w:r></w:p></w:hdr>")
        archive.add("word/media/a.png", [1, 2, 3])
        return try archive.bytes()
    }

    @Test("values come into text that is split over runs; everything else stays as it was")
    func filled() throws {
        let body =
            #"<w:tbl/><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>致{ap</w:t></w:r><w:r><w:t xml:space="preserve">plicant</w:t></w:r><w:r><w:t>}先生 &amp; 家人</w:t></w:r></w:p>"#
            + "<w:p><w:r><w:t>{fee|零}元 {remark} {{原样}</w:t></w:r></w:p><w:p><w:r><w:t>没有括号 &lt;1&gt;</w:t></w:r></w:p>"
        let letter = try LetterDocument(bytes: try Self.document(body))
        #expect(letter.names == ["applicant", "fee", "remark", "unit"])
        let facts = LetterFacts(texts: ["applicant": "<公孙>\n拾玖", "unit": "东所"])
        let archive = try ZipArchive(bytes: try letter.filled(facts))
        let text = String(decoding: try archive.data("word/document.xml"), as: UTF8.self)
        #expect(
            text.contains(
                #"<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">致&lt;公孙&gt;</w:t><w:br/><w:t xml:space="preserve">拾玖</w:t>"#),
            "\(text)")
        #expect(text.contains(#"<w:t xml:space="preserve">先生 &amp; 家人</w:t>"#), "\(text)")
        #expect(text.contains(#"<w:t xml:space="preserve">零元 　　　　 {原样}</w:t>"#), "\(text)")
        #expect(text.contains("<w:t>没有括号 &lt;1&gt;</w:t>") && text.hasPrefix("<w:document><w:body><w:tbl/><w:p>"))
        #expect(String(decoding: try archive.data("word/header1.xml"), as: UTF8.self).contains(">东所<"))
        #expect(try archive.data("word/media/a.png") == [1, 2, 3])
        #expect(try letter.filled(facts) == letter.filled(facts))
    }

    @Test("what is no Word file is refused")
    func refused() throws {
        #expect(throws: OfficeFormatError.self) { try LetterDocument(bytes: Array("不是文件".utf8)) }
        var archive = ZipWriter()
        archive.add("content.xml", "<x/>")
        let bytes = try archive.bytes()
        #expect(throws: OfficeFormatError.self) { try LetterDocument(bytes: bytes) }
    }
}
